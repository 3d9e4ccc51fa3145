/** This program: its version, the build, and where its files lie. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Replaced by the build; absent when the sources run as they are. */
declare const ARCHWRIGHT_BUILD: string | undefined;

/** The folder that holds `dist/`, `docs/` and `package.json`. The bundled program is CommonJS and knows its folder; the sources are modules and know their address. */
export const PACKAGE_ROOT: string = typeof __dirname === 'string' ? join(__dirname, '..') : join(dirname(fileURLToPath(import.meta.url)), '../..');

export const VERSION: string = (JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8')) as { version: string }).version;

/** Changes with every build, and is part of the key of cached results; null when the sources run as they are, whose results are not cached. */
export const BUILD: string | null = typeof ARCHWRIGHT_BUILD === 'string' ? ARCHWRIGHT_BUILD : null;

/** The built script that worker threads run; null when the sources run as they are. */
export function workerFile(): string | null {
  const file = join(PACKAGE_ROOT, 'dist/worker.cjs');
  return BUILD !== null && existsSync(file) ? file : null;
}
