/** What reading one file may cost. A file that costs more is skipped, with the reason. */
import { NotJudged } from '../../facts/adapter.ts';

/**
 * Depth of a tree: walks over trees recurse, so the depth is bounded before the first of them. Walks that follow
 * data overflow the stack of the main thread, which is the smallest, at about twice as many. What people write stays below 100.
 */
export const DEEPEST = 600;

/** Steps whose number grows faster than a file. What people write takes less than a hundredth of these, which take a second or two. */
export const MOST_STEPS = 10_000_000;

/**
 * @param depth of a node in its tree
 * @throws NotJudged when the file is nested too deeply to be followed
 */
export function checkDepth(depth: number): void {
  if (depth > DEEPEST) throw tooDeep();
}

/** @returns the error for a file that is nested too deeply */
export function tooDeep(): NotJudged {
  return new NotJudged({ code: 'too-deep' });
}

/** @returns whether an error says that there was no stack left */
export function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && /call stack/i.test(error.message);
}

/** Counts the steps spent on one file. */
export class Steps {
  private taken = 0;

  /**
   * @param count of steps about to be taken
   * @throws NotJudged when the file has used up its steps
   */
  take(count = 1): void {
    this.taken += count;
    if (this.taken > MOST_STEPS) throw new NotJudged({ code: 'too-complex' });
  }
}
