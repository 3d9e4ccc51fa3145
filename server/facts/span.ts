/**
 * A range of text: start line, start column, end line, end column. Lines and columns count from 1, columns in UTF-16
 * code units; the end is one past the last character. A tuple, because a large workspace holds millions of them.
 */
export type Span = readonly [startLine: number, startColumn: number, endLine: number, endColumn: number];
