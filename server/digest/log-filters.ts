/** What people write into the filter of a column, and which values it means. */
import type { LogRow } from '../protocol/tracking.ts';
import { cellIn } from './log-cells.ts';

/** A column or further field, and what is wanted of it. */
export interface ColumnFilter {
  column: string;
  wanted: string;
}

type Cell = string | number | null;

/** @returns whether a row has what all filters want */
export function filtersOf(filters: readonly ColumnFilter[]): (row: LogRow) => boolean {
  const tests = filters.map(({ column, wanted }) => {
    const cell = cellIn(column);
    const test = testOf(wanted);
    return (row: LogRow) => test(cell(row));
  });
  return (row) => tests.every((test) => test(row));
}

/**
 * @param wanted a part of the text, in any case; `=` before the whole of it, alone for an empty cell; `!` before what is not wanted; or `>`, `>=`, `<`, `<=`
 * before a number or a date such as 2026-03
 */
function testOf(wanted: string): (cell: Cell) => boolean {
  const written = wanted.trim();
  const sign = /^(?:>=|<=|[><=!])/.exec(written)?.[0] ?? '';
  const text = written.slice(sign.length).trim().toLowerCase();
  const lower = (cell: Cell): string => String(cell ?? '').trim().toLowerCase();
  switch (sign) {
    case '':
      return (cell) => lower(cell).includes(text);
    case '=':
      return (cell) => lower(cell) === text;
    case '!':
      return (cell) => (text === '' ? lower(cell) !== '' : !lower(cell).includes(text));
    default:
      return (cell) => {
        const order = compared(lower(cell), text);
        if (order === null) return false;
        return (sign.includes('=') && order === 0) || (sign.startsWith('>') ? order > 0 : order < 0);
      };
  }
}

/** Null where one of them is empty or only one of them is a number. A date is compared as far as it is written. */
function compared(cell: string, limit: string): number | null {
  if (cell === '' || limit === '') return null;
  const [a, b] = [Number(cell), Number(limit)];
  if (!Number.isNaN(a) && !Number.isNaN(b)) return a - b;
  if (Number.isNaN(a) !== Number.isNaN(b) && !/^\d{4}-/.test(cell)) return null;
  const part = cell.slice(0, limit.length);
  return part === limit ? 0 : part < limit ? -1 : 1;
}
