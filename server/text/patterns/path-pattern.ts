/**
 * Patterns of paths that anyone may have written: a workspace must not be able to stop its review with
 * `*a*a*a*a*a*a*b`. What a pattern means is decided by picomatch, which turns it into a regular expression. Where few
 * ways lead through that expression, the engine of the language tries them, because it is fast; any other one is run
 * without going back.
 */
import picomatch, { type PicomatchOptions } from 'picomatch/posix.js';
import { effortOf, type Effort } from './effort.ts';
import { compileExpression, parseExpression, RefusedPattern } from './program.ts';
import { matches } from './run.ts';

/** Picomatch takes time in the square of the length, and nobody writes longer ones. */
const LONGEST_PATTERN = 2000;
/** Of a path; for longer ones an expression may have to be compiled later. */
const USUAL_LENGTH = 60;
/** Most steps that the built-in engine may take for one path in the worst case: a millisecond or two. */
const MOST_STEPS = 300_000;

/** Ways to place the loops of an expression over the characters of a path: n over loops, a little more. */
function stepsAtMost({ ways, loops }: Effort, length: number): number {
  let steps = ways;
  for (let loop = 1; loop <= loops && steps <= MOST_STEPS; loop++) steps *= (length + loop) / loop;
  return steps;
}

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
  const effort = effortOf(tree);
  // Made when first needed for a quick one, which is most of them.
  let program = stepsAtMost(effort, USUAL_LENGTH) <= MOST_STEPS ? null : compileExpression(tree);
  const test = (path: string): boolean => {
    if (stepsAtMost(effort, path.length) <= MOST_STEPS) return native.test(path);
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
