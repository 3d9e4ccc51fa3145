/** The tracking log as text. Rows are only ever added; columns that others added stay. */
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { LogRow } from '../protocol/panel.ts';
import { LOG_COLUMNS } from '../digest/log-columns.ts';

/** An empty row. */
export const EMPTY_ROW: LogRow = {
  kind: 'review',
  time: '',
  commit: '',
  branch: '',
  issue: '',
  summary: '',
  author: '',
  score: null,
  grade: '',
  errors: null,
  warnings: null,
  infos: null,
  delta: null,
};

/** Characters the library escapes with an apostrophe, because spreadsheets take them for the start of a formula. */
const FORMULA_MARK = '[=+\\-@\\t\\r\uff1d\uff0b\uff0d\uff20]';
const LOOKS_GUARDED = new RegExp(`^'+${FORMULA_MARK}`);

const OPTIONS = {
  escape_formulas: true,
  // Text that already looks escaped gets one more apostrophe, so that reading, which removes one, restores it.
  cast: { string: (value: string) => (LOOKS_GUARDED.test(value) ? `'${value}` : value) },
} as const;

const READING = { record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, skip_empty_lines: true, bom: true, relax_quotes: true };

const TIME = LOG_COLUMNS.find(({ key }) => key === 'time')!.header;

/** The file of the log holds something else. */
export class NotALog extends Error {}

/**
 * @param text of a log; may be empty
 * @returns its rows, oldest first; lines that are not rows are skipped
 */
export function readRows(text: string): LogRow[] {
  const [headers, ...records] = parse(text, { ...READING, skip_records_with_error: true }) as string[][];
  if (headers === undefined) return [];
  const at = LOG_COLUMNS.map((column) => headers.indexOf(column.header));
  return records.flatMap((record) => {
    const row: LogRow = { ...EMPTY_ROW };
    LOG_COLUMNS.forEach(({ key, numeric }, index) => {
      const value = record[at[index]!];
      if (value !== undefined) Object.assign(row, { [key]: numeric ? numberIn(withoutGuard(value)) : withoutGuard(value) });
    });
    if (row.kind !== 'commit') row.kind = 'review';
    return Number.isNaN(Date.parse(row.time)) ? [] : [row];
  });
}

/** A number, or null for a cell without one. */
function numberIn(text: string): number | null {
  return text.trim() === '' || !Number.isFinite(Number(text)) ? null : Number(text);
}

/** Removes the apostrophe that keeps spreadsheets from evaluating the value. */
function withoutGuard(value: string): string {
  return LOOKS_GUARDED.test(value) ? value.slice(1) : value;
}

/** @throws {NotALog} when what is added at the end could not be read again, as after a quote that is never closed */
function headersOf(text: string): string[] | null {
  try {
    return (parse(text, READING) as string[][])[0] ?? null;
  } catch (error) {
    throw new NotALog(error instanceof Error ? error.message : String(error));
  }
}

/**
 * @param before text of the log so far; empty for a new one
 * @param rows to append
 * @returns the whole new text, with the existing text unchanged
 * @throws {NotALog} when the text is something else
 */
export function addRows(before: string, rows: readonly LogRow[]): string {
  if (rows.length === 0) return before;
  const known = before.trim() === '' ? null : headersOf(before);
  if (known !== null && !known.includes(TIME)) throw new NotALog(`it has no column "${TIME}", so that no row of it could be read again`);
  const headers = known ?? LOG_COLUMNS.map((column) => column.header);
  const records = rows.map((row) => headers.map((header) => {
    const column = LOG_COLUMNS.find((one) => one.header === header);
    return column === undefined ? '' : (row[column.key] ?? '');
  }));
  const added = stringify(records, OPTIONS);
  if (known === null) return stringify([headers], OPTIONS) + added;
  return `${before}${before.endsWith('\n') ? '' : '\n'}${added}`;
}
