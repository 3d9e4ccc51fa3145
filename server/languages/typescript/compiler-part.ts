/** The part of the adapter that needs the compiler. */
export { extract } from './extract.ts';
export { ownFixes } from './fixes/own-fixes.ts';
export { createCompilerResolver } from './resolve.ts';
