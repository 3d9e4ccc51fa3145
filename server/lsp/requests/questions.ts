/** `archwright/ask`: a part of what is known of a folder, or a page of a list. */
import { ErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { focusOn } from '../../app/editing/focus.ts';
import { answerTo, versionOf } from '../../app/panel/answer.ts';
import { ASK, type AskResult } from '../../protocol/lsp.ts';
import { askSchema } from '../../protocol/question.ts';
import type { Session } from '../session.ts';
import { answering, requireFolder } from './failure.ts';

/** Answers what a client asks about a folder. An answer that it has already is not sent again. */
export function onQuestions(session: Session): void {
  session.connection.onRequest(ASK, answering(async (params: unknown): Promise<AskResult | ResponseError<void>> => {
    const asked = askSchema.safeParse(params);
    if (!asked.success) return new ResponseError(ErrorCodes.InvalidParams, `This is no question about a folder: ${asked.error.issues[0]?.message ?? ''}`);
    const { folder, question, known } = asked.data;
    const asksSince = 'since' in question ? question.since : undefined;
    const own = requireFolder(session, folder);
    const focus = asksSince && await focusOn(own.edited, asksSince, { changes: session.changesVersionOf(own), git: session.trusted });
    const answer = answerTo(session.shown(requireFolder(session, folder)), question, focus);
    const version = versionOf(answer);
    return known === version ? { version } : { version, answer };
  }));
}
