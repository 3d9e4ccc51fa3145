/** The tracking log of a folder in the editor: which reviews it records, and its rows. */
import type { LogRow, ReviewEvent } from '../protocol/tracking.ts';
import { freshOf, severityCounts } from '../digest/findings.ts';
import type { Observed } from './audit/observe.ts';
import type { JsonReport } from '../protocol/report.ts';
import { toTenth } from '../text/wording.ts';
import type { LogState } from './track/log-files.ts';

/** What triggered a review: a request in the editor, opening a folder there, an edit, or a command. */
export type Occasion = 'asked' | 'opened' | 'edited' | 'terminal';

interface LogUse {
  reads: boolean;
  /** `where-kept`: only if the log already has rows. */
  writes: 'always' | 'where-kept' | 'never';
}

/** Everything a review writes into the reviewed folder is decided here. */
const LOG_USE: Readonly<Record<Occasion, LogUse>> = {
  asked: { reads: true, writes: 'always' },
  // Opening a folder writes nothing, unless the team already keeps a log there.
  opened: { reads: true, writes: 'where-kept' },
  // This happens on every keystroke.
  edited: { reads: false, writes: 'never' },
  // A review in CI or before a commit must not change the working tree.
  terminal: { reads: false, writes: 'never' },
};

/**
 * @param isEnabled whether the user wants reviews tracked
 * @param isKept whether the log has rows
 */
export function isWritten(occasion: Occasion, { isEnabled, isKept }: { isEnabled: boolean; isKept: boolean }): boolean {
  const { writes } = LOG_USE[occasion];
  return isEnabled && (writes === 'always' || (writes === 'where-kept' && isKept));
}

/** A review that may be recorded. */
export interface TrackedReview {
  root: string;
  /** Null when the folder could not be reviewed; nothing is written then. */
  report: JsonReport | null;
  occasion: Occasion;
  /** Whether the user wants reviews tracked. */
  isEnabled: boolean;
  /** Whether git may be asked for commits. */
  git: boolean;
  /** What the audit log, if one is kept, compares with what it holds. */
  observed?: () => Observed | null;
}

/**
 * Adds a review to its folder's log, if the occasion and the user's settings allow it, and the commits since the log was
 * last written.
 * @param shown receives the rows as soon as they are known: before the review is added, and after
 * @throws {Failure} when the log cannot be read or written; its contents are kept
 */
export async function trackReview(review: TrackedReview, shown: (rows: LogRow[]) => void): Promise<void> {
  const { root, report, occasion, isEnabled, git, observed = () => null } = review;
  if (!LOG_USE[occasion].reads) return;
  const [{ readLogFiles }, { logRows }] = await Promise.all([import('./track/log-files.ts'), import('../tracking/panel-rows.ts')]);
  const before = await readLogFiles(root);
  const rows = logRows(before.log, before.reviews);
  shown(rows);
  if (report === null || !isWritten(occasion, { isEnabled, isKept: rows.length > 0 })) return;
  const after = await recordReview(root, report, git);
  shown(logRows(after.log, after.reviews));
  const { recordReview: logForAudit } = await import('./audit/happenings.ts');
  await logForAudit(root, report, { git, observed });
}

/**
 * @param root absolute path of the folder
 * @param report of the review
 * @param withGit whether git may be asked
 * @returns the log as it was left. A review with the same result for the same commit as the previous one is not added again
 * @throws {Failure} when the log cannot be read or written; its contents are kept
 */
export async function recordReview(root: string, report: JsonReport, withGit: boolean): Promise<LogState> {
  const [{ changeLogFiles }, { commitChanges }] = await Promise.all([import('./track/log-files.ts'), import('./track/record-commits.ts')]);
  const commits = withGit ? await commitChanges({ root, scope: 'recent' }) : null;
  return changeLogFiles(root, (state) => {
    const recorded = commits?.changesTo(state.log);
    const issues = new Map(recorded?.changes);
    const event = eventOf(report, state.reviews, commits ?? { head: '', branch: '', issue: '' });
    const last = state.reviews.at(-1);
    const isRepeated = last !== undefined && (['commit', 'score', 'errors', 'warnings', 'infos'] as const).every((key) => last[key] === event[key]);
    if (isRepeated) return { issues };
    if (event.issue !== '' && (issues.has(event.issue) || state.log.rowOf.has(event.issue)))
      issues.set(event.issue, { ...issues.get(event.issue), 'Compliance Status': complianceOf(report) });
    return { issues, reviews: [event] };
  });
}

function eventOf(report: JsonReport, earlier: readonly ReviewEvent[], at: { head: string; branch: string; issue: string }): ReviewEvent {
  const { error, warning, info } = severityCounts(freshOf(report.findings));
  const { total, grade } = report.score;
  const previous = earlier.findLast(({ score }) => score !== null)?.score ?? null;
  return {
    time: new Date().toISOString(), commit: at.head, branch: at.branch, issue: at.issue, score: total, grade: grade ?? '', errors: error, warnings: warning,
    infos: info, delta: total === null || previous === null ? null : toTenth(total - previous),
  };
}

/** What the guidelines ask for approval is what an issue has to comply with. */
function complianceOf({ score, findings }: JsonReport): string {
  if (score.approved) return 'Compliant';
  return findings.some(({ blocker, baseline }) => blocker && !baseline) ? 'Non-compliant' : 'Under Review';
}
