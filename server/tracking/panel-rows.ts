/** The log as rows of the panel. Pure. */
import { issuesOf, type TrackingLog } from './log.ts';
import type { LogField, LogRow, ReviewEvent } from '../protocol/tracking.ts';
import type { Cells, FieldName } from './fields.ts';
import { epochOf } from './units.ts';

/** @returns reviews and issues, those that changed last at the end; an issue without a date comes first */
export function logRows(log: TrackingLog, reviews: readonly ReviewEvent[]): LogRow[] {
  const rows = [
    ...reviews.map((event): LogRow => ({ ...event, kind: 'review', status: '', summary: '', author: '' })),
    ...issuesOf(log).map((cells): LogRow => {
      const epoch = epochOf(cells['Updated Date']) ?? epochOf(cells['Created Date']);
      return {
        kind: 'issue', time: epoch === null ? '' : new Date(epoch).toISOString(), commit: cells['Git Commit Hash'], branch: cells['Branch Name'],
        issue: cells['Issue Key'], status: cells['Status'], summary: cells['Summary'], author: cells['Assignee'], score: null, grade: '', errors: null,
        warnings: null, infos: null, delta: null, cells: furtherCells(cells),
      };
    }),
  ];
  // Commit and review of the same moment: the commit was first.
  return rows.map((row, at) => ({ row, at, epoch: row.time === '' ? -Infinity : Date.parse(row.time) }))
    .sort((a, b) => (a.epoch < b.epoch ? -1 : a.epoch > b.epoch ? 1 : Number(a.row.kind === 'review') - Number(b.row.kind === 'review') || a.at - b.at))
    .map(({ row }) => row);
}

/** Fields that stand in a place of their own in the row. */
const PLACES: Readonly<Partial<Record<LogField, FieldName>>> = {
  commit: 'Git Commit Hash', branch: 'Branch Name', issue: 'Issue Key', status: 'Status', summary: 'Summary', author: 'Assignee',
};
const PLACED: ReadonlySet<string> = new Set(Object.values(PLACES));

/** @returns the field that a column of every row shows of an issue; null when it shows none */
export function shownField(column: string): FieldName | null {
  return (PLACES as Readonly<Record<string, FieldName | undefined>>)[column] ?? null;
}

function furtherCells(cells: Cells): Record<string, string> {
  return Object.fromEntries(Object.entries(cells).filter(([field, value]) => value !== '' && !PLACED.has(field)));
}
