/** Globs as users write them: relative to the folder of their file, with `/` on every platform. */
import { compilePattern, whyRefused } from '../text/patterns/path-pattern.ts';
import { RefusedPattern } from '../text/patterns/program.ts';

/** Returns whether a relative path with `/` matches. */
export type PathTest = (path: string) => boolean;

/** Characters with a special meaning in a glob. */
const MAGIC = /[*?[\]{}()!+@\\]/;
const OPTIONS = { dot: true };

/**
 * Compiles one glob. A pattern without wildcards names a file or a whole folder: `src/users` also matches the files
 * in that folder. A leading `./` and a trailing `/` are accepted.
 * @param pattern the glob, without a leading `!`
 * @returns its test; one that `globRefusal` refuses matches nothing
 */
export function compileGlob(pattern: string): PathTest {
  const folder = plainPath(pattern);
  if (folder !== null) return (path) => isInside(path, folder);
  const anywhere = folderAnywhere(pattern);
  if (anywhere !== null) return (path) => `/${path}/`.includes(`/${anywhere}/`);
  try {
    return compilePattern(clean(pattern), OPTIONS);
  } catch (error) {
    if (error instanceof RefusedPattern) return () => false;
    throw error;
  }
}

/** @param pattern a glob, perhaps with a leading `!` @returns why it cannot be used, to follow "because"; null when it can */
export function globRefusal(pattern: string): string | null {
  const plain = clean(pattern.replace(/^!/, ''));
  return plain === '' ? null : whyRefused(plain, OPTIONS);
}

/**
 * Compiles a list in which patterns that start with `!` exclude earlier matches.
 * @param patterns globs; an empty list matches nothing, and neither does one with only `!` patterns
 */
export function compileGlobs(patterns: readonly string[]): PathTest {
  const wanted = patterns.filter((pattern) => !pattern.startsWith('!')).map(compileGlob);
  const unwanted = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => compileGlob(pattern.slice(1)));
  if (wanted.length === 0) return () => false;
  return (path) => wanted.some((test) => test(path)) && !unwanted.some((test) => test(path));
}

/**
 * The folder a glob is about: its segments before the first wildcard.
 * @param pattern a glob; for a plain path the path itself
 * @returns the folder without a trailing `/`; empty for the workspace itself
 */
export function globBase(pattern: string): string {
  const literal: string[] = [];
  for (const segment of clean(pattern).split('/')) {
    const plain = unescape(segment);
    if (plain === null) break;
    literal.push(plain);
  }
  return literal.join('/');
}

/** Escapes a path so that, as a glob, it matches only itself. @param path a path, which may contain `[id]` or `(group)` */
export function escapeGlob(path: string): string {
  return path.replace(/[*?[\]{}()!+\\]/g, '\\$&');
}

/**
 * The folder (or file) named by a pattern whose only wildcard is a trailing `**`. Most patterns look like this, and
 * this test is fast.
 * @param pattern a glob
 * @returns the path, empty for the workspace itself; null for other patterns
 */
export function plainPath(pattern: string): string | null {
  const plain = clean(pattern).replace(/(^|\/)\*\*$/, '');
  return plain === '.' ? '' : unescape(plain);
}

/** The folder that `**\/name/**` finds at any depth; null for other patterns. Presets consist of these, and there are many paths to test. */
function folderAnywhere(pattern: string): string | null {
  const inner = /^\*\*\/(.+)\/\*\*$/.exec(clean(pattern))?.[1];
  return inner === undefined ? null : unescape(inner);
}

function isInside(path: string, folder: string): boolean {
  return folder === '' || (path.startsWith(folder) && (path.length === folder.length || path[folder.length] === '/'));
}

function clean(pattern: string): string {
  return pattern.replace(/^(\.\/)+/, '').replace(/\/+$/, '');
}

/** The literal text of a pattern, or null when it contains a wildcard. */
function unescape(pattern: string): string | null {
  return MAGIC.test(pattern.replace(/\\./g, '').replace(/@(?!\()/g, '')) ? null : pattern.replace(/\\(.)/g, '$1');
}
