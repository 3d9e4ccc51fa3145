/** Writes the log as CSV that a spreadsheet reads as data, never as formulas. */
import { stringify } from 'csv-stringify/browser/esm/sync';
import type { LogRow } from '../../server/protocol/panel.ts';
import { COLUMNS } from './columns.ts';

/** In the order of the table, with the grade in a column of its own. */
const FIELDS: readonly (keyof LogRow)[] = COLUMNS.flatMap(({ key }): (keyof LogRow)[] => (key === 'score' ? ['score', 'grade'] : [key]));

/** RFC 4180 with a byte-order mark, without which Excel misreads every letter beyond ASCII. */
export function toCsv(rows: readonly LogRow[]): string {
  return stringify([...rows], { header: true, columns: [...FIELDS], bom: true, record_delimiter: 'windows', escape_formulas: true });
}
