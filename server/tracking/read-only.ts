/** Which fields a table does not let people change, and why. The command line changes all but the first two. */
import type { FieldName } from './fields.ts';

const GIT = 'It is filled from git, and the next commit would write it again.';
const REPORTS = 'It is filled from the reports that a review reads.';

const REASONS: Readonly<Partial<Record<FieldName, string>>> = {
  'Issue Key': 'It names the issue.',
  'Updated Date': 'It follows from the last change.',
  'Git Commit Hash': GIT,
  'Branch Name': GIT,
  'Code Coverage': REPORTS,
  'Test Status': REPORTS,
  'Compliance Status': 'Reviews fill it.',
};

/** @returns why the field is not changed by hand, as a sentence; null when it is */
export function readOnlyReason(field: FieldName): string | null {
  return REASONS[field] ?? null;
}

/** They follow from others, so that not even a command changes them. */
export const DERIVED: ReadonlySet<FieldName> = new Set(['Issue Key', 'Updated Date']);
