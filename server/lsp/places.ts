/** The only file that converts between our places and those of the protocol: positions, counted from 1 and from 0, and paths and URIs. */
import type { Range } from 'vscode-languageserver/node';
import { sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
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

/** Absolute path with `/`, or null for a URI that is not a file; what a client sends may not even be a text. */
export function pathOfUri(uri: unknown): string | null {
  if (typeof uri !== 'string' || !uri.startsWith('file:')) return null;
  try {
    return fileURLToPath(uri).split(sep).join('/').replace(/(.)\/$/, '$1');
  } catch {
    return null;
  }
}

/** URI of an absolute path. */
export function uriOfPath(path: string): string {
  return pathToFileURL(path).href;
}

/** Path relative to a folder, or null when it lies outside. */
export function relativeTo(root: string, path: string): string | null {
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : null;
}
