/** Places as reports write them. */
import type { Span } from '../facts/span.ts';
import type { ReportRange } from '../protocol/report.ts';

/** A span of facts as a range; both count from 1. */
export function rangeOf([startLine, startColumn, endLine, endColumn]: Span): ReportRange {
  return { start: { line: startLine, column: startColumn }, end: { line: endLine, column: endColumn } };
}
