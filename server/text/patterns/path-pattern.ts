/**
 * Patterns of paths that anyone may have written: a workspace must not be able to stop its review with
 * `*a*a*a*a*a*a*b`. What a pattern means is decided by picomatch, which turns it into a regular expression. Where few
 * ways lead through that expression, the engine of the language tries them, because it is fast; any other one is run
 * without going back.
 */
import picomatch, { type PicomatchOptions } from 'picomatch/posix.js';
import { effortOf } from './effort.ts';
import { compileExpression, parseExpression, RefusedPattern } from './program.ts';
import { matches } from './run.ts';

/** Picomatch takes time in the square of the length, and nobody writes longer ones. */
const LONGEST_PATTERN = 2000;
/** Most ways and loops of an expression, and longest path, for which all ways may be tried: well under a millisecond. */
const MOST_WAYS = 100;
const MOST_LOOPS = 2;
const LONGEST_PATH = 120;

/**
 * @param pattern a glob
 * @param options of picomatch
 * @returns whether a path with `/` matches; takes time in proportion to the path's length
 * @throws {RefusedPattern} when that cannot be promised
 */
export function compilePattern(pattern: string, options: PicomatchOptions): (path: string) => boolean {
  if (pattern.length > LONGEST_PATTERN) throw new RefusedPattern(`it is longer than ${LONGEST_PATTERN} characters`);
  const native = picomatch.makeRe(pattern, options);
  const tree = parseExpression(native.source);
  const { ways, loops } = effortOf(tree);
  const isQuick = ways <= MOST_WAYS && loops <= MOST_LOOPS;
  // Made when first needed for a quick one, which is most of them.
  let program = isQuick ? null : compileExpression(tree);
  const test = (path: string): boolean => {
    if (isQuick && path.length <= LONGEST_PATH) return native.test(path);
    program ??= compileExpression(tree);
    return matches(program, path);
  };
  // As in picomatch: a path that is written like the pattern matches, and an empty one never does.
  return (path) => path !== '' && (path === pattern || test(path));
}

/** @returns why a pattern is refused, to follow "because"; null for one that can be used */
export function whyRefused(pattern: string, options: PicomatchOptions): string | null {
  try {
    compilePattern(pattern, options);
    return null;
  } catch (error) {
    if (error instanceof RefusedPattern) return error.message;
    throw error;
  }
}
