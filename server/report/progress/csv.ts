/** A report on the work for spreadsheets: one row a figure, so that any of them can be filtered and pivoted. */
import { stringify } from 'csv-stringify/sync';
import type { Progress } from '../../protocol/progress.ts';
import { withoutFormula } from '../../text/formulas.ts';
import { showable } from '../../text/plain-text.ts';

const HEADER = ['Report', 'Item', 'Figure', 'Value'];
/** By what items of a list are told apart, the first that is there. */
const NAMES = ['week', 'month', 'key', 'path', 'first', 'id', 'author', 'sprint', 'status', 'type', 'metric', 'upTo', 'day'];

/** @returns rows of report, item, figure and value; a figure that is not known has no row */
export function toProgressCsv(report: Progress): string {
  const { schemaVersion: _, generatedAt: _at, notes: _notes, log: _log, timeZone: _zone, ...parts } = report;
  const rows = Object.entries(parts).flatMap(([part, value]) => rowsOf(part, '', '', value));
  return stringify([HEADER, ...rows.map((row) => row.map((cell) => withoutFormula(showable(cell))))]);
}

function rowsOf(part: string, item: string, figure: string, value: unknown): string[][] {
  if (value === null || value === undefined || value === '') return [];
  if (Array.isArray(value)) {
    return value.flatMap((each: unknown) => (typeof each === 'object' && each !== null
      ? rowsOf(part, nameOf(each as Record<string, unknown>), figure, each) : [[part, item, figure, String(each)]]));
  }
  if (typeof value !== 'object') return [[part, item, figure, `${value as string | number | boolean}`]];
  const own = nameOf(value as Record<string, unknown>);
  return Object.entries(value).filter(([, inner]) => own === '' || inner !== own).flatMap(([name, inner]) =>
    rowsOf(part, item, figure === '' ? name : `${figure}.${name}`, inner));
}

function nameOf(item: Record<string, unknown>): string {
  const name = NAMES.find((each) => typeof item[each] === 'string');
  const second = typeof item['second'] === 'string' ? ` + ${item['second']}` : '';
  return name === undefined ? '' : `${String(item[name])}${second}`;
}
