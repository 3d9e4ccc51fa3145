/** `archwright/gate`, `diff`, `track`, `audit`, `sync` and `choices`: commands of the terminal, run in a folder that is open. */
import { ErrorCodes, ResponseError } from 'vscode-languageserver/node';
import type * as z from 'zod';
import { Failure } from '../../app/failure.ts';
import { tellAudit } from '../../app/told/audit.ts';
import { choicesOf } from '../../app/told/choices.ts';
import { tellDiff } from '../../app/told/diff.ts';
import type { CommandFolder } from '../../app/told/folder.ts';
import { tellGate } from '../../app/told/gate.ts';
import { tellSync } from '../../app/told/sync.ts';
import { tellTrack } from '../../app/told/track.ts';
import { auditSchema, choicesSchema, diffSchema, gateSchema, syncSchema, trackSchema } from '../../protocol/commands.ts';
import { AUDIT, CHOICES, DIFF, GATE, SYNC, TRACK } from '../../protocol/lsp.ts';
import type { Session } from '../session.ts';
import { answering, requireFolder } from './failure.ts';

/** Runs them in trusted workspaces. What a request holds besides its answer is forgotten with it. */
export function onCommands(session: Session): void {
  on(session, GATE, gateSchema, tellGate);
  on(session, DIFF, diffSchema, tellDiff);
  on(session, TRACK, trackSchema, tellTrack);
  on(session, AUDIT, auditSchema, tellAudit);
  on(session, SYNC, syncSchema, (folder, params, signal) => tellSync(folder, params, signal));
  on(session, CHOICES, choicesSchema, choicesOf);
}

function on<Params extends { folder: string }, Result>(
  session: Session, method: string, schema: z.ZodType<Params>, run: (folder: CommandFolder, params: Params, signal: AbortSignal) => Promise<Result>,
): void {
  session.connection.onRequest(method, answering(async (given: unknown, token): Promise<Result | ResponseError<void>> => {
    const asked = schema.safeParse(given);
    // The place of what is wrong, and not what stands there: it may be a secret.
    if (!asked.success) {
      const place = asked.error.issues[0]?.path.join('.') ?? '';
      return new ResponseError(ErrorCodes.InvalidParams, `These are no parameters of ${method}${place === '' ? '' : `: look at "${place}"`}.`);
    }
    const { edited } = requireFolder(session, asked.data.folder);
    if (!session.trusted) throw new Failure('The workspace is not trusted, so that this command does nothing.');
    const { root } = edited;
    const configuration = await session.configurationOf(root);
    const cancelled = new AbortController();
    const listener = token.onCancellationRequested(() => cancelled.abort());
    if (token.isCancellationRequested) cancelled.abort();
    const folder: CommandFolder = {
      root, configuration, currentReview: () => edited.currentReview(),
      get reading() { return edited.reading; },
      get problem() { return edited.problem; },
    };
    return await run(folder, asked.data, cancelled.signal).finally(() => listener.dispose());
  }));
}
