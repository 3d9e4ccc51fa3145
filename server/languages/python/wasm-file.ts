/** Where the WebAssembly files of parser and linter are, and the linter's script. */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createRequire } from 'node:module';

/**
 * @param file of a package, as `package/file.wasm`
 * @returns its path: beside the bundled program, or in the package when running from source
 */
export function wasmFile(file: string): string {
  const beside = typeof __dirname === 'string' ? join(__dirname, basename(file)) : null;
  return beside !== null && existsSync(beside) ? beside : createRequire(import.meta.url).resolve(file);
}
