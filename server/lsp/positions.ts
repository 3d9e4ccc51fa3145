/** The only place that converts between our positions, counted from 1, and those of the protocol, counted from 0. */
import type { Range } from 'vscode-languageserver/node';
import type { ReportRange } from '../protocol/report.ts';

/** @returns the range as the protocol writes it */
export function toRange({ start, end }: ReportRange): Range {
  return { start: { line: start.line - 1, character: start.column - 1 }, end: { line: end.line - 1, character: end.column - 1 } };
}

/** @returns the range as the report writes it */
export function toReportRange({ start, end }: Range): ReportRange {
  return { start: { line: start.line + 1, column: start.character + 1 }, end: { line: end.line + 1, column: end.character + 1 } };
}

/** True when two ranges overlap or touch. */
export function touches(own: Range, range: Range): boolean {
  const before = own.end.line < range.start.line || (own.end.line === range.start.line && own.end.character < range.start.character);
  const after = own.start.line > range.end.line || (own.start.line === range.end.line && own.start.character > range.end.character);
  return !before && !after;
}
