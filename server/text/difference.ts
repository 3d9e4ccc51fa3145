/** The difference between two texts, as one range that an edit replaces. */

/** A range that differs between two texts, in offsets. */
export interface Difference {
  start: number;
  /** One past its last character in the old text. */
  endBefore: number;
  /** One past its last character in the new text. */
  endAfter: number;
}

/**
 * The shortest range outside which two texts are equal. One pass, however much changed:
 * a list of all differences takes minutes for two long texts with little in common.
 * @returns a range that never splits a surrogate pair; empty for equal texts
 */
export function differenceOf(before: string, after: string): Difference {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let same = 0;
  while (same < shorter - start && before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)) same++;
  if (start > 0 && (isLow(before.charCodeAt(start)) || isLow(after.charCodeAt(start)))) start--;
  if (same > 0 && isLow(before.charCodeAt(before.length - same))) same--;
  return { start, endBefore: before.length - same, endAfter: after.length - same };
}

/** The second half of a surrogate pair. */
function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
