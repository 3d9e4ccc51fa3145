/** Orders text by its code units, so that results do not depend on the locale. */

/** For `sort`: negative when `a` comes first, 0 when both are equal. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
