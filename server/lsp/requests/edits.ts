/** `archwright/editIssue`: changes an issue in the tracking log. */
import { ErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { Failure } from '../../app/failure.ts';
import { editIssue } from '../../app/track/edit.ts';
import { editIssueSchema } from '../../protocol/edits.ts';
import { EDIT_ISSUE, type EditIssueResult } from '../../protocol/lsp.ts';
import type { Session } from '../session.ts';
import { answering, requireFolder } from './failure.ts';

/** Writes what a person changes in a table of the log. Clients are told of the log as it is then. */
export function onEdits(session: Session): void {
  session.connection.onRequest(EDIT_ISSUE, answering(async (params: unknown): Promise<EditIssueResult | ResponseError<void>> => {
    const asked = editIssueSchema.safeParse(params);
    if (!asked.success) return new ResponseError(ErrorCodes.InvalidParams, `This is no change of an issue: ${asked.error.issues[0]?.message ?? ''}`);
    const folder = requireFolder(session, asked.data.folder);
    if (!session.trusted) throw new Failure('The log is not changed before you trust this workspace.');
    const { result, rows } = await editIssue(folder.edited.root, asked.data, new Date());
    folder.log = rows;
    session.sendState();
    return result;
  }));
}
