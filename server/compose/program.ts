/** This program: its version, the build, and where its files lie. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Set by the build; undefined when running from source. */
declare const ARCHWRIGHT_BUILD: string | undefined;

/** The folder that holds `dist/`, `docs/` and `package.json`. The bundle is CommonJS (`__dirname`); the sources are modules (`import.meta.url`). */
export const PACKAGE_ROOT: string = typeof __dirname === 'string' ? join(__dirname, '..') : join(dirname(fileURLToPath(import.meta.url)), '../..');

export const VERSION: string = (JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8')) as { version: string }).version;

/** Changes with every build and is part of the cache key; null when running from source, which disables the cache. */
export const BUILD: string | null = typeof ARCHWRIGHT_BUILD === 'string' ? ARCHWRIGHT_BUILD : null;

/** The built worker script; null when running from source. */
export function workerFile(): string | null {
  return built('dist/worker.cjs');
}

/** The built language server; null when running from source. */
export function serverFile(): string | null {
  return built('dist/server.cjs');
}

function built(path: string): string | null {
  const file = join(PACKAGE_ROOT, path);
  return BUILD !== null && existsSync(file) ? file : null;
}
