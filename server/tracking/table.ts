/** A table as people and spreadsheets leave it: byte order mark, separator, line ends and all columns are kept. */
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

const BOM = '\ufeff';
const SEPARATORS = [',', ';', '\t'] as const;

export interface Dialect {
  bom: boolean;
  separator: (typeof SEPARATORS)[number];
  lineEnd: '\n' | '\r\n' | '\r';
}

export const USUAL: Dialect = { bom: false, separator: ',', lineEnd: '\n' };

/** Cells as text. Rows may be shorter or longer than the header. */
export interface Table {
  dialect: Dialect;
  header: readonly string[];
  rows: readonly (readonly string[])[];
  /** Why what follows the last row could not be read, with its line; null when all was read. Such a table must not be written. */
  broken: { line: number; message: string } | null;
}

/** @param text of a file; an empty one has no header @param isKnown whether a header is one of ours, by which the separator is found */
export function readTable(text: string, isKnown: (header: string) => boolean): Table {
  const bom = text.startsWith(BOM);
  const body = bom ? text.slice(BOM.length) : text;
  const dialect: Dialect = { bom, separator: separatorOf(body, isKnown), lineEnd: lineEndOf(body) };
  const options = {
    delimiter: dialect.separator,
    record_delimiter: dialect.lineEnd === '\r' ? ['\r'] : ['\r\n', '\n'],
    relax_column_count: true, skip_empty_lines: true, relax_quotes: true,
  };
  try {
    const [header = [], ...rows] = parse(body, options) as string[][];
    return { dialect, header, rows, broken: conflictIn(body, rows) };
  } catch {
    const [header = [], ...rows] = parse(body, { ...options, skip_records_with_error: true }) as string[][];
    const line = rowLines(body, dialect.separator).at(-1) ?? 1;
    return { dialect, header, rows, broken: { line, message: 'A quote is opened in the row that begins here, and never closed' } };
  }
}

/** @returns the text of the whole file @throws for a table that was not read to its end */
export function writeTable({ dialect, header, rows, broken }: Table): string {
  if (broken !== null) throw new Error(broken.message);
  const { separator, lineEnd } = dialect;
  // What some program or other takes for the end of a line or a cell is quoted, whatever ends it here.
  const written = stringify([header, ...rows] as string[][], { delimiter: separator, record_delimiter: lineEnd, quoted_match: /[\r\n\t;,"\ufeff]|^\s|\s$/ });
  return (dialect.bom ? BOM : '') + written;
}

/**
 * Two sides of a merge that nobody resolved. Only where a row begins with it: within a cell it may be text that somebody wrote.
 * A row of equals signs belongs to the same conflict.
 */
function conflictIn(text: string, rows: readonly (readonly string[])[]): Table['broken'] {
  const at = rows.findIndex(([first = '']) => /^[<>]{7}( |$)/.test(first));
  if (at < 0) return null;
  const line = text.split(/\r\n|\n|\r/).findIndex((each) => /^[<>]{7}( |$)/.test(each)) + 1;
  return { line, message: 'A conflict of a merge is not resolved here' };
}

/** The one by which the first line holds most known headers. */
function separatorOf(text: string, isKnown: (header: string) => boolean): Dialect['separator'] {
  const first = /^[^\r\n]*/.exec(text.trimStart())![0];
  const known = SEPARATORS.map((separator) => first.split(separator).filter((cell) => isKnown(cell.replaceAll('"', ''))).length);
  return SEPARATORS[known.indexOf(Math.max(...known))]!;
}

function lineEndOf(text: string): Dialect['lineEnd'] {
  return (/\r\n|\n|\r/.exec(text)?.[0] as Dialect['lineEnd'] | undefined) ?? USUAL.lineEnd;
}

/** @param text without its byte order mark @returns the line on which each row begins, the header first, counted from 1; blank lines are none */
export function rowLines(text: string, separator: string): number[] {
  const lines: number[] = [];
  let line = 1;
  let isQuoted = false;
  let isCellStart = true;
  let isRowStart = true;
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    const isLineEnd = char === '\n' || (char === '\r' && text[at + 1] !== '\n');
    if (isRowStart && char !== '\n' && char !== '\r') {
      lines.push(line);
      isRowStart = false;
    }
    if (isQuoted) {
      if (char === '"' && text[at + 1] === '"') at++;
      else if (char === '"') isQuoted = false;
    } else if (char === '"' && isCellStart) isQuoted = true;
    else if (isLineEnd) isRowStart = true;
    isCellStart = !isQuoted && (char === separator || isRowStart);
    if (isLineEnd) line++;
  }
  return lines;
}
