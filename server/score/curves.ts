/** The shapes of the formula. All of them are monotone and stay within 0 and 1 for shares. */
import type { Anchor } from './formula.ts';

/**
 * Interpolates linearly between anchors; outside them the nearest anchor applies.
 * @param anchors ascending in both coordinates
 * @param share 0 to 1
 */
export function along(anchors: readonly Anchor[], share: number): number {
  let [fromShare, fromMarks] = anchors[0] ?? [0, 0];
  if (share <= fromShare) return fromMarks;
  for (const [toShare, toMarks] of anchors) {
    if (share <= toShare && toShare > fromShare) {
      return fromMarks + ((share - fromShare) / (toShare - fromShare)) * (toMarks - fromMarks);
    }
    [fromShare, fromMarks] = [toShare, toMarks];
  }
  return fromMarks;
}

/** 1 at a density of zero, a half at `half`, a quarter at twice that: never below 0. */
export function halving(density: number, half: number): number {
  return 2 ** (-density / half);
}
