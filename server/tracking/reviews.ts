/** What reviews found, one row a review: a file that only grows. */
import * as z from 'zod';
import { stringify } from 'csv-stringify/sync';
import type { ReviewEvent } from '../protocol/tracking.ts';
import { NotALog } from './log.ts';
import { readTable, USUAL, writeTable, type Table } from './table.ts';

const COLUMNS: readonly (readonly [keyof ReviewEvent, string])[] = [
  ['time', 'Time'], ['commit', 'Commit'], ['branch', 'Branch'], ['issue', 'Issue Key'], ['score', 'Score'], ['grade', 'Grade'],
  ['errors', 'Errors'], ['warnings', 'Warnings'], ['infos', 'Infos'], ['delta', 'Delta'],
];
const HEADERS: ReadonlySet<string> = new Set(COLUMNS.map(([, header]) => header));

const text = z.string().catch('');
/** A cell without a number has none. */
const number = z.string().trim().min(1).transform(Number).pipe(z.number()).nullable().catch(null);
const eventSchema = z.object({
  time: z.string().refine((value) => !Number.isNaN(Date.parse(value))),
  commit: text, branch: text, issue: text, score: number, grade: text, errors: number, warnings: number, infos: number, delta: number,
});

/** @param written text of the file; may be empty @returns its events in the order of the file; what is none is left out */
export function readReviews(written: string): ReviewEvent[] {
  if (written.trim() === '') return [];
  const table = readTable(written, (header) => HEADERS.has(header));
  const at = COLUMNS.map(([key, header]) => [key, table.header.indexOf(header)] as const);
  return table.rows.flatMap((row) => {
    const read = eventSchema.safeParse(Object.fromEntries(at.map(([key, column]) => [key, row[column] ?? ''])));
    return read.success ? [read.data] : [];
  });
}

/**
 * @param before text of the file so far; empty for a new one
 * @param events to add at its end
 * @returns the whole new text, with what was there unchanged
 * @throws {NotALog} when it is something else
 */
export function addReviews(before: string, events: readonly ReviewEvent[]): string {
  if (events.length === 0) return before;
  const isNew = before.replace(/^\ufeff/, '').trim() === '';
  const table: Table = isNew
    ? { dialect: USUAL, header: COLUMNS.map(([, header]) => header), rows: [], broken: null }
    : readTable(before, (header) => HEADERS.has(header));
  if (table.broken !== null) throw new NotALog(`Line ${table.broken.line}: ${table.broken.message}. Mend it, and try again; nothing was changed`);
  if (!table.header.includes('Time')) throw new NotALog('It has no column "Time", so that it is not the log of reviews');
  const rows = events.map((event) => table.header.map((header) => {
    const key = COLUMNS.find((one) => one[1] === header)?.[0];
    return key === undefined ? '' : String(event[key] ?? '');
  }));
  if (isNew) return writeTable({ ...table, rows });
  const { separator, lineEnd } = table.dialect;
  const added = stringify(rows, { delimiter: separator, record_delimiter: lineEnd, quoted_match: /[\r\n\t;,"\ufeff]|^\s|\s$/ });
  return `${before}${/[\r\n]$/.test(before) ? '' : lineEnd}${added}`;
}
