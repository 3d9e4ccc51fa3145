/** Rows of a log for tests: only what matters is named. */
import { trackedIssues, type TrackedIssue } from '../../server/progress/issues.ts';
import { FIELDS, type Cells } from '../../server/tracking/fields.ts';

/** @param rows cells that are not empty; keys are made where there are none */
export function issuesFrom(rows: readonly Partial<Cells>[]): TrackedIssue[] {
  const empty = Object.fromEntries(FIELDS.map((field) => [field, ''])) as Cells;
  return trackedIssues(rows.map((row, at) => ({ ...empty, 'Issue Key': `A-${at + 1}`, ...row })));
}

/** A finished issue. */
export function done(created: string, resolved: string, more: Partial<Cells> = {}): Partial<Cells> {
  return { 'Status': 'Done', 'Created Date': created, 'Resolved Date': resolved, 'Updated Date': resolved, ...more };
}
