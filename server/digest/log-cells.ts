/** Reads a column or field from rows of the log. */
import { LOG_FIELDS, type LogRow } from '../protocol/tracking.ts';

/** @param key what every row has, or another field of issues @returns reads it from a row */
export function cellIn(key: string): (row: LogRow) => string | number | null {
  const field = LOG_FIELDS.find((own) => own === key);
  return field === undefined ? (row) => row.cells?.[key] ?? '' : (row) => row[field];
}
