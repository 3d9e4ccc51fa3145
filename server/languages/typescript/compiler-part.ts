/** The part of the adapter that needs the compiler. */
export { extract } from './extract.ts';
export { createCompilerResolver } from './resolve.ts';
