/** Filters and sorts the log. */
import type { LogRow } from '../../server/protocol/panel.ts';
import type { LogState } from '../state.ts';
import { COLUMNS } from './columns.ts';

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** The rows that match, in the chosen order; empty cells come last in both directions. */
export function selectRows(rows: readonly LogRow[], { search, kind, sort, descending }: LogState): LogRow[] {
  const wanted = search.trim().toLowerCase();
  const column = COLUMNS.find((one) => one.key === sort)?.key ?? 'time';
  const direction = descending ? -1 : 1;
  return rows
    .filter((row) => (kind === 'all' || row.kind === kind) && (wanted === '' || searchable(row).includes(wanted)))
    .sort((a, b) => compare(a[column], b[column], direction) || compare(a.time, b.time, -1));
}

function searchable(row: LogRow): string {
  return [row.summary, row.author, row.branch, row.issue, row.commit, row.grade, row.time].join('\n').toLowerCase();
}

function compare(a: string | number | null, b: string | number | null, direction: number): number {
  const emptyA = a === null || a === '';
  const emptyB = b === null || b === '';
  if (emptyA || emptyB) return Number(emptyA) - Number(emptyB);
  if (typeof a === 'number' && typeof b === 'number') return (a - b) * direction;
  return collator.compare(String(a), String(b)) * direction;
}
