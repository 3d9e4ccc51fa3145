/** `archwright/review`: reviews one folder, or all. */
import { REVIEW, type ReviewParams, type ReviewResult } from '../../protocol/lsp.ts';
import type { Session } from '../session.ts';

/** Answers the request for a full review. */
export function onReview(session: Session): void {
  session.connection.onRequest(REVIEW, async (params: ReviewParams | null): Promise<ReviewResult> => {
    const chosen = [...session.folders.values()].filter((folder) => params?.folder === undefined || folder.key === params.folder);
    await Promise.all(chosen.map((folder) => folder.session.load('asked')));
    return {
      folders: chosen.map(({ key, name, session: { report } }) => {
        const count = (severity: string): number => report?.findings.filter((finding) => finding.severity === severity && !finding.baseline).length ?? 0;
        return { key, name, total: report?.score.total ?? null, grade: report?.score.grade ?? null, errors: count('error'), warnings: count('warning'), infos: count('info') };
      }),
    };
  });
}
