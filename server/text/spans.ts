/** Compares spans of text, each written as start line, start column, end line, end column. */

/** Same as `Span` of the facts, repeated because this folder imports nothing. */
type Stretch = readonly [startLine: number, startColumn: number, endLine: number, endColumn: number];

/** Orders spans by start, then by end. */
export function compareSpans(a: Stretch, b: Stretch): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3];
}

/** True when `inner` lies entirely within `outer`. */
export function contains(outer: Stretch, inner: Stretch): boolean {
  const startsAfter = inner[0] > outer[0] || (inner[0] === outer[0] && inner[1] >= outer[1]);
  const endsBefore = inner[2] < outer[2] || (inner[2] === outer[2] && inner[3] <= outer[3]);
  return startsAfter && endsBefore;
}
