/** Changes an issue from a table that shows the log. */
import type { EditIssueParams, EditIssueResult } from '../../protocol/edits.ts';
import type { LogRow } from '../../protocol/tracking.ts';
import { logRows } from '../../tracking/panel-rows.ts';
import { readOnlyReason } from '../../tracking/read-only.ts';
import { Failure } from '../failure.ts';
import { ChangedMeanwhile, changeIssue, fieldCalled } from './change-issue.ts';
import { readLogFiles } from './log-files.ts';

/**
 * @param root absolute path of the folder
 * @returns what was changed, or why nothing was; and the rows of the log as it is now
 * @throws {Failure} for a field that is not changed by hand, an unknown issue or field, and a value that is not allowed
 */
export async function editIssue(root: string, { issue, changes }: Omit<EditIssueParams, 'folder'>, now: Date): Promise<{
  result: EditIssueResult; rows: LogRow[];
}> {
  const wanted = changes.map(({ field: name, ...cell }) => {
    const field = fieldCalled(name);
    const reason = readOnlyReason(field);
    if (reason !== null) throw new Failure(`${field} is not changed by hand. ${reason}`);
    return { field, ...cell };
  });
  try {
    const { state, all } = await changeIssue(root, { key: issue, wanted, now });
    return { result: { changes: all }, rows: logRows(state.log, state.reviews) };
  } catch (error) {
    if (!(error instanceof ChangedMeanwhile)) throw error;
    const { log, reviews } = await readLogFiles(root);
    return { result: { conflict: error.message, field: error.field, now: error.now }, rows: logRows(log, reviews) };
  }
}
