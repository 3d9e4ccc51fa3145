/**
 * A stretch of text: start line, start column, end line, end column. Lines and columns count from
 * 1, columns in UTF-16 code units; the end is one past the last character. A tuple, because a
 * large workspace holds millions of them.
 */
export type Span = readonly [startLine: number, startColumn: number, endLine: number, endColumn: number];

/** Orders spans by where they start, then by where they end. */
export function compareSpans(a: Span, b: Span): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3];
}

/** True when `inner` lies wholly within `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  const startsAfter = inner[0] > outer[0] || (inner[0] === outer[0] && inner[1] >= outer[1]);
  const endsBefore = inner[2] < outer[2] || (inner[2] === outer[2] && inner[3] <= outer[3]);
  return startsAfter && endsBefore;
}
