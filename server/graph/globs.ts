/** Globs as users write them: relative to the folder of their file, with `/`, on every platform alike. */
import picomatch from 'picomatch/posix.js';

/** Tells whether a relative path with `/` matches. */
export type PathTest = (path: string) => boolean;

/** Characters that mean something in a glob. */
const MAGIC = /[*?[\]{}()!+@\\]/;

/**
 * Compiles one glob. A pattern without wildcards names a file or a whole folder: `src/users`
 * matches the folder's files too. `./` in front and `/` at the end are understood.
 * @param pattern the glob, without a leading `!`
 */
export function compileGlob(pattern: string): PathTest {
  const folder = plainPath(pattern);
  if (folder !== null) return (path) => isInside(path, folder);
  const anywhere = folderAnywhere(pattern);
  if (anywhere !== null) return (path) => `/${path}/`.includes(`/${anywhere}/`);
  const matches = picomatch(clean(pattern), { dot: true });
  // Not handed out itself: with a second argument, as `filter` gives one, it returns an object.
  return (path) => matches(path);
}

/**
 * Compiles a list in which patterns that start with `!` take matches out again.
 * @param patterns globs; an empty list matches nothing, one of only `!` patterns neither
 */
export function compileGlobs(patterns: readonly string[]): PathTest {
  const wanted = patterns.filter((pattern) => !pattern.startsWith('!')).map(compileGlob);
  const unwanted = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => compileGlob(pattern.slice(1)));
  if (wanted.length === 0) return () => false;
  return (path) => wanted.some((test) => test(path)) && !unwanted.some((test) => test(path));
}

/**
 * The folder that a glob is about: its segments before the first wildcard.
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

/** Makes a path match itself and nothing else when it is used as a glob. @param path a path, which may hold `[id]` or `(group)` */
export function escapeGlob(path: string): string {
  return path.replace(/[*?[\]{}()!+\\]/g, '\\$&');
}

/**
 * The folder (or file) that a pattern without wildcards but a last `**` names. Most are such, and this is fast.
 * @param pattern a glob
 * @returns the path, empty for the workspace itself; null for other patterns
 */
export function plainPath(pattern: string): string | null {
  const plain = clean(pattern).replace(/(^|\/)\*\*$/, '');
  return plain === '.' ? '' : unescape(plain);
}

/** The folder that `**\/name/**` finds at any depth; null for other patterns. Presets are made of such, and there are many paths. */
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

/** The text that a pattern stands for, or null when it holds a wildcard. */
function unescape(pattern: string): string | null {
  return MAGIC.test(pattern.replace(/\\./g, '').replace(/@(?!\()/g, '')) ? null : pattern.replace(/\\(.)/g, '$1');
}
