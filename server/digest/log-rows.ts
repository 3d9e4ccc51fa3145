/** Which rows of the tracking log are shown, in what order, and the trend of the score among them. */
import type { LogLine, TrendPoint } from '../protocol/answers.ts';
import type { LogFilter } from '../protocol/question.ts';
import type { LogRow } from '../protocol/tracking.ts';
import { compareText } from '../text/order.ts';
import { cellIn } from './log-cells.ts';
import { filtersOf } from './log-filters.ts';

/** More points than this are closer together than pixels. */
const MOST_POINTS = 200;

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** The rows that match, in the chosen order; empty cells come last in both directions. */
export function selectRows(rows: readonly LogRow[], { search, rows: kind, sort, descending, filters = [] }: Omit<LogFilter, 'fields' | 'group'>): LogRow[] {
  const wanted = search.trim().toLowerCase();
  const direction = descending ? -1 : 1;
  const valueOf = cellIn(sort);
  const passes = filtersOf(filters);
  return rows
    .filter((row) => (kind === 'all' || row.kind === kind) && (wanted === '' || searchable(row).includes(wanted)) && passes(row))
    .sort((a, b) => compare(valueOf(a), valueOf(b), direction) || compare(a.time, b.time, -1));
}

/** What a line is known by while its log is sorted, grouped and changed. */
export function lineId(line: LogLine): string {
  if (line.kind === 'group') return `group ${line.value}`;
  return line.kind === 'issue' && line.issue !== '' ? `issue ${line.issue}` : `${line.kind} ${line.time} ${line.commit}`;
}

/** Orders texts as people read them: 9 before 10, in any case. */
export const compareWords = (a: string, b: string): number => collator.compare(a, b);

/** The row with none but the given of its further fields. */
export function withFields({ cells = {}, ...row }: LogRow, fields: readonly string[]): LogRow {
  const shown = fields.flatMap((field) => (Object.hasOwn(cells, field) ? [[field, cells[field]!] as const] : []));
  return shown.length > 0 ? { ...row, cells: Object.fromEntries(shown) } : row;
}

/** The latest reviews with a score, oldest first. */
export function trendOf(rows: readonly LogRow[]): TrendPoint[] {
  return rows
    .flatMap(({ kind, time, score, grade, delta, errors, warnings, branch, commit }) =>
      (kind === 'review' && score !== null ? [{ time, score, grade, delta, errors, warnings, branch, commit: commit.slice(0, 8) }] : []))
    .sort((a, b) => compareText(a.time, b.time))
    .slice(-MOST_POINTS);
}

function searchable(row: LogRow): string {
  return [row.summary, row.author, row.branch, row.issue, row.status, row.commit, row.grade, row.time].join('\n').toLowerCase();
}

function compare(a: string | number | null, b: string | number | null, direction: number): number {
  const emptyA = a === null || a === '';
  const emptyB = b === null || b === '';
  if (emptyA || emptyB) return Number(emptyA) - Number(emptyB);
  if (typeof a === 'number' && typeof b === 'number') return (a - b) * direction;
  return collator.compare(String(a), String(b)) * direction;
}
