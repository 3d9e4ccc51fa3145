/** One issue: its row of the log, and what git says of it, as far as git can be asked. */
import { GitError } from '../../host/git.ts';
import { trackedIssues, type TrackedIssue } from '../../progress/issues.ts';
import type { Cells } from '../../tracking/fields.ts';
import { cellsOf } from '../../tracking/log.ts';
import { Failure } from '../failure.ts';
import type { IssueWork } from './issue-work.ts';
import { readLogFiles } from './log-files.ts';
import { unknownIssue } from './change-issue.ts';

/** @returns the issue with its row @throws {Failure} when the log has none of this key */
export async function rowOf(root: string, key: string): Promise<{ issue: TrackedIssue; cells: Cells }> {
  const { log } = await readLogFiles(root);
  const cells = cellsOf(log, key);
  if (cells === undefined) throw new Failure(unknownIssue(key, [...log.rowOf.keys()]));
  return { issue: trackedIssues([cells])[0]!, cells };
}

/** @param notes takes why git told nothing @returns null where it tells of no commit */
export async function workOr(notes: string[], work: () => Promise<IssueWork | null>): Promise<IssueWork | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    notes.push(`Git tells nothing: ${error.message}.`);
    return null;
  }
}
