/** What changed between two texts, as the one stretch that an edit replaces. */

/** A stretch that reads otherwise in two texts. Offsets. */
export interface Difference {
  start: number;
  /** One past its last character in the text before. */
  endBefore: number;
  /** One past its last character in the text after. */
  endAfter: number;
}

/**
 * The shortest stretch outside of which two texts are equal. It takes one pass, however much changed:
 * a list of all differences takes minutes for two long texts that have little in common.
 * @returns a stretch that never begins or ends within a character of two code units; an empty one for equal texts
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

/** The second half of a character of two code units. */
function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
