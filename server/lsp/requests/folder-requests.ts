/** Requests about one open folder, or about all of them. */
import { proposeConfiguration } from '../../app/proposal.ts';
import { acceptIn } from '../../app/editing/accept.ts';
import { exportReport } from '../../app/export.ts';
import { Failure } from '../../app/failure.ts';
import { changeHook } from '../../app/hooks.ts';
import { summaryOf } from '../../app/review.ts';
import {
  BASELINE, EXPORT_REPORT, HOOKS, PROPOSE_CONFIGURATION, REVIEW, type BaselineParams, type BaselineResult, type ExportReportParams,
    type ExportReportResult,
  type HooksParams, type HooksResult, type ProposeParams, type ProposeResult, type ReviewParams, type ReviewResult,
} from '../../protocol/lsp.ts';
import { newCodeIn, originIn } from '../origin.ts';
import type { Session } from '../session.ts';
import { answering, requireFolder } from './failure.ts';

/** Answers `archwright/review`, `baseline`, `exportReport`, `proposeConfiguration` and `hooks`. */
export function onFolderRequests(session: Session): void {
  const { connection } = session;

  connection.onRequest(REVIEW, async (params: ReviewParams | null): Promise<ReviewResult> => {
    const chosen = [...session.folders.values()].filter((folder) => params?.folder === undefined || folder.key === params.folder);
    await Promise.all(chosen.map((folder) => folder.edited.load('asked')));
    return { folders: chosen.map(({ key, name, edited }) => ({ key, name, ...summaryOf(edited.report) })) };
  });

  connection.onRequest(
    BASELINE,
    answering(({ folder, fingerprint }: BaselineParams): Promise<BaselineResult> => acceptIn(requireFolder(session, folder).edited, fingerprint)),
  );

  connection.onRequest(EXPORT_REPORT, answering(async ({ folder, format }: ExportReportParams): Promise<ExportReportResult> => {
    const own = requireFolder(session, folder);
    const { report } = own.edited;
    if (report === null) throw new Failure('The folder has not been reviewed yet.');
    const origin = await originIn(own, session.trusted);
    const newCode = format === 'html' ? await newCodeIn(own, report, session.trusted) : undefined;
    return { content: exportReport({ ...report, origin }, format, { newCode }) };
  }));

  connection.onRequest(PROPOSE_CONFIGURATION, answering(async ({ folder }: ProposeParams): Promise<ProposeResult> => {
    const { file, text, exists } = await proposeConfiguration(requireFolder(session, folder).edited.root);
    return { text, existing: exists ? file : null };
  }));

  connection.onRequest(HOOKS, answering(async ({ folder, action }: HooksParams): Promise<HooksResult> => {
    const { root } = requireFolder(session, folder).edited;
    if (!session.trusted) throw new Failure('Git hooks cannot be changed in an untrusted workspace.');
    return { message: await changeHook(root, action) };
  }));
}
