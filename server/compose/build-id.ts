/** Which program this is: its version, and a mark that changes with every build. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from './package-root.ts';

/** Replaced by the build; absent when the sources run as they are. */
declare const ARCHWRIGHT_BUILD: string | undefined;

export const VERSION: string = (JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8')) as { version: string }).version;

/** Part of the key of cached results; null when the sources run as they are, whose results are not cached. */
export const BUILD: string | null = typeof ARCHWRIGHT_BUILD === 'string' ? ARCHWRIGHT_BUILD : null;
