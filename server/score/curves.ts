/** The shapes of the formula. All of them are monotone and stay within 0 and 1 for shares. */
import type { Anchor } from './formula.ts';

/**
 * Follows straight lines between anchors; outside of them the nearest anchor holds.
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

/** 1 at a density of nought, a half at `half`, a quarter at twice that: never below 0. */
export function halving(density: number, half: number): number {
  return 2 ** (-density / half);
}

/** Rounds to one decimal, which is as fine as points are told. */
export function toTenth(points: number): number {
  return Math.round(points * 10 + 1e-9) / 10;
}
