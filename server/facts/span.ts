/** Places in files: ranges of text, and lines that changed. */

/**
 * A range of text: start line, start column, end line, end column. Lines and columns count from 1, columns in UTF-16
 * code units; the end is one past the last character. A tuple, because a large workspace holds millions of them.
 */
export type Span = readonly [startLine: number, startColumn: number, endLine: number, endColumn: number];

/** Lines that a change added or modified, by path relative to the workspace, with their current numbers. `all` for a new file. */
export type ChangedLines = ReadonlyMap<string, ReadonlySet<number> | 'all'>;
