/** Rows of the tracking log as a file for spreadsheets. */
import { stringify } from 'csv-stringify/sync';
import { LOG_COLUMNS } from '../../digest/log-columns.ts';
import type { LogRow } from '../../protocol/tracking.ts';

/**
 * CSV that a spreadsheet reads as data, never as formulas: RFC 4180 with a byte-order mark, without which Excel misreads every letter beyond ASCII.
 * @param fields further fields of issues, after those that every row has
 */
export function logCsv(rows: readonly LogRow[], fields: readonly string[]): string {
  const header = [...LOG_COLUMNS.map(({ key }) => key), ...fields];
  const cells = rows.map((row) => [...LOG_COLUMNS.map(({ key }) => row[key]), ...fields.map((field) => row.cells?.[field] ?? '')]);
  return stringify([header, ...cells], { bom: true, record_delimiter: 'windows', escape_formulas: true });
}
