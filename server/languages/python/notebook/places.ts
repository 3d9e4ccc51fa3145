/** Maps places of a notebook's Python text to its file and its cells, and back. */
import { ANY_LINE_END, lastAtMost, lineStarts, spanIn } from '../../../text/line-starts.ts';
import type { Span } from '../../../facts/span.ts';
import { widthAt, type Notebook } from './read-notebook.ts';

export interface CellPlace {
  /** Counts all cells from 0. */
  cell: number;
  /** In the cell's own text. */
  span: Span;
}

export interface Places {
  /** @param span in the Python text @returns its place in the file */
  toFile(span: Span): Span;
  /** @param line of the Python text @returns the line of the file where it begins */
  fileLine(line: number): number;
  /** @param line of the Python text @returns the column of the file at which it begins */
  fileColumn(line: number): number;
  /** @param line of the file @returns the cell and the place of the first code in that line; null when there is none */
  lineInCell(line: number): CellPlace | null;
  /** @param span in the file @returns the same in the Python text; null when it does not begin in code */
  toText(span: Span): Span | null;
  /**
   * @param span in the file
   * @param whole it must not reach beyond the cell; otherwise it is cut at the cell's end
   * @returns the cell that it begins in and where; null outside code cells
   */
  toCell(span: Span, whole?: boolean): CellPlace | null;
}

/**
 * @param file text of the `.ipynb` file
 * @param notebook what was read from it
 */
export function placesOf(file: string, { text, cells, offsets }: Notebook): Places {
  const textLines = lineStarts(text);
  const fileLines = lineStarts(file, ANY_LINE_END);
  const clamp = (line: number, column: number, starts: readonly number[], length: number): number => {
    const start = starts[Math.min(Math.max(line, 1), starts.length) - 1]!;
    const end = starts[Math.max(line, 1)] ?? length;
    return Math.min(start + Math.max(column, 1) - 1, end);
  };
  const toFile = ([startLine, startColumn, endLine, endColumn]: Span): Span => {
    const start = clamp(startLine, startColumn, textLines, text.length);
    const end = Math.max(start, clamp(endLine, endColumn, textLines, text.length));
    const from = offsets[start] ?? 0;
    // After the last character, not before the next: that may be in another line of the file.
    const to = end > start ? offsets[end - 1]! + widthAt(file, offsets[end - 1]!) : from;
    return spanIn(fileLines, from, Math.max(from, to));
  };
  const inText = (offset: number): number | null => {
    const at = lastAtMost(offsets, offset);
    return at < 0 || text === '' || offset > offsets[at]! + 6 ? null : at;
  };
  /** Offsets in the text of a span of the file. */
  const stretch = ([startLine, startColumn, endLine, endColumn]: Span): [start: number, end: number] | null => {
    const startOffset = clamp(startLine, startColumn, fileLines, file.length);
    const endOffset = clamp(endLine, endColumn, fileLines, file.length);
    const start = inText(startOffset);
    if (start === null) return null;
    const last = endOffset <= startOffset ? null : inText(endOffset - 1);
    return [start, last === null || last < start ? start : last + 1];
  };
  const inCell = (found: [start: number, end: number] | null, whole = false): CellPlace | null => {
    const cell = found === null ? undefined : cells.find((each) => each.start <= found[0] && found[0] < each.end);
    if (found === null || cell === undefined || (whole && found[1] > cell.end)) return null;
    const lines = lineStarts(text.slice(cell.start, cell.end));
    const inside = (at: number): number => Math.min(at, cell.end) - cell.start;
    return { cell: cell.index, span: spanIn(lines, inside(found[0]), inside(found[1])) };
  };
  return {
    toFile,
    fileLine: (line) => toFile([line, 1, line, 1])[0],
    fileColumn: (line) => toFile([line, 1, line, 1])[1],
    toText(span) {
      const found = stretch(span);
      return found === null ? null : spanIn(textLines, ...found);
    },
    toCell: (span, whole) => inCell(stretch(span), whole),
    lineInCell(line) {
      const first = lastAtMost(offsets, (fileLines[line - 1] ?? file.length) - 1) + 1;
      return first < text.length && offsets[first]! < (fileLines[line] ?? file.length + 1) ? inCell([first, first]) : null;
    },
  };
}

/**
 * Moves the spans of facts from one text to the other.
 * @param value plain data: any four numbers in it are a span
 * @param move returns the new span
 * @returns a copy with every span moved
 */
export function moveSpans<T>(value: T, move: (span: Span) => Span): T {
  if (Array.isArray(value)) return (isSpan(value) ? move(value) : value.map((each: unknown) => moveSpans(each, move))) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, moveSpans<unknown>(each, move)])) as T;
}

function isSpan(value: readonly unknown[]): value is Span {
  return value.length === 4 && value.every((each) => typeof each === 'number');
}
