/** Writes the log as CSV that a spreadsheet reads as data, never as formulas. */
import type { LogRow } from '../../server/protocol/panel.ts';

const FIELDS: readonly (keyof LogRow)[] = ['time', 'kind', 'score', 'grade', 'delta', 'errors', 'warnings', 'infos', 'summary', 'author', 'branch', 'issue', 'commit'];

/** RFC 4180 with a byte-order mark, without which Excel misreads every letter beyond ASCII. */
export function toCsv(rows: readonly LogRow[]): string {
  const lines = [FIELDS.join(','), ...rows.map((row) => FIELDS.map((field) => cell(row[field])).join(','))];
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
