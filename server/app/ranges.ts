/** Converts between ranges of the report and spans of the facts. Both count from 1. */
import type { Span } from '../facts/span.ts';
import type { ReportRange } from '../protocol/report.ts';

/** @returns the range as the report writes it */
export function rangeOf([startLine, startColumn, endLine, endColumn]: Span): ReportRange {
  return { start: { line: startLine, column: startColumn }, end: { line: endLine, column: endColumn } };
}

/** @returns the span as the facts write it */
export function spanOf({ start, end }: ReportRange): Span {
  return [start.line, start.column, end.line, end.column];
}
