/** The only place where lines and columns that count from 1 meet those of the protocol, which count from 0. */
import type { Range } from 'vscode-languageserver/node';
import type { Span } from '../facts/span.ts';

/** @returns the range as the protocol writes it */
export function toRange(span: Span): Range {
  return { start: { line: span[0] - 1, character: span[1] - 1 }, end: { line: span[2] - 1, character: span[3] - 1 } };
}

/** @returns the span of a range of the protocol */
export function toSpan(range: Range): Span {
  return [range.start.line + 1, range.start.character + 1, range.end.line + 1, range.end.character + 1];
}

/** True when two ranges share a place; touching counts. */
export function touches(own: Range, range: Range): boolean {
  const before = own.end.line < range.start.line || (own.end.line === range.start.line && own.end.character < range.start.character);
  const after = own.start.line > range.end.line || (own.start.line === range.end.line && own.start.character > range.end.character);
  return !before && !after;
}
