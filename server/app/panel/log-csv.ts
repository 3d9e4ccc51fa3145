/** Rows of the tracking log as a file for spreadsheets. */
import { stringify } from 'csv-stringify/sync';
import { LOG_COLUMNS } from '../../digest/log-columns.ts';
import type { LogRow } from '../../protocol/tracking.ts';

/** CSV that a spreadsheet reads as data, never as formulas: RFC 4180 with a byte-order mark, without which Excel misreads every letter beyond ASCII. */
export function logCsv(rows: readonly LogRow[]): string {
  return stringify([...rows], { header: true, columns: LOG_COLUMNS.map(({ key }) => key), bom: true, record_delimiter: 'windows', escape_formulas: true });
}
