/** The columns of the log, in the table and as CSV: order, widths, and how a time is written. */
import { stringify } from 'csv-stringify/browser/esm/sync';
import { LOG_COLUMNS, type LogColumn } from '../../server/digest/log-columns.ts';
import type { LogRow } from '../../server/protocol/panel.ts';

/** Width in CSS grid units by column, in the order of the table. The grade stands beside the score. */
const WIDTHS: readonly (readonly [keyof LogRow, string])[] = [
  ['time', '142px'],
  ['kind', '78px'],
  ['score', '84px'],
  ['delta', '86px'],
  ['errors', '72px'],
  ['warnings', '88px'],
  ['infos', '66px'],
  ['summary', 'minmax(180px, 1fr)'],
  ['author', '120px'],
  ['branch', '124px'],
  ['issue', '92px'],
  ['status', '92px'],
  ['commit', '84px'],
];

export interface ShownColumn extends LogColumn {
  width: string;
}

export const COLUMNS: readonly ShownColumn[] = WIDTHS.flatMap(([key, width]) =>
  LOG_COLUMNS.filter((column) => column.key === key).map((column) => ({ ...column, width })),
);

/** `2026-11-23T11:40:22Z` → `2026-11-23 12:40` in the reader's time zone. */
export function shortTime(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** In the order of the table, with the grade in a column of its own. */
const FIELDS: readonly (keyof LogRow)[] = COLUMNS.flatMap(({ key }): (keyof LogRow)[] => (key === 'score' ? ['score', 'grade'] : [key]));

/** CSV that a spreadsheet reads as data, never as formulas: RFC 4180 with a byte-order mark, without which Excel misreads every letter beyond ASCII. */
export function toCsv(rows: readonly LogRow[]): string {
  return stringify([...rows], { header: true, columns: [...FIELDS], bom: true, record_delimiter: 'windows', escape_formulas: true });
}
