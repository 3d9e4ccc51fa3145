/** The log as rows of the panel. Pure. */
import { issuesOf, type TrackingLog } from './log.ts';
import type { LogRow, ReviewEvent } from '../protocol/tracking.ts';
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

/** What stands in a place of its own in the row. */
const PLACED: ReadonlySet<string> = new Set<FieldName>(['Git Commit Hash', 'Branch Name', 'Issue Key', 'Status', 'Summary', 'Assignee']);

function furtherCells(cells: Cells): Record<string, string> {
  return Object.fromEntries(Object.entries(cells).filter(([field, value]) => value !== '' && !PLACED.has(field)));
}
