/** The tracking log: which reviews it records, and its rows. */
import type { LogRow } from '../protocol/panel.ts';
import type { Observed } from './audit/observe.ts';
import type { JsonReport } from '../protocol/report.ts';

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
 * Adds a review to its folder's log, if the occasion and the user's settings allow it.
 * @param shown receives the rows as soon as they are known: before the review is added, and after
 * @throws when the log cannot be read or written; its contents are kept
 */
export async function trackReview(review: TrackedReview, shown: (rows: LogRow[]) => void): Promise<void> {
  const { root, report, occasion, isEnabled, git, observed = () => null } = review;
  if (!LOG_USE[occasion].reads) return;
  const [{ appendReview, readLog }, { withoutSecrets }, { recordReview }] = await Promise.all([
    import('../tracking/log.ts'), import('../compose/evidence.ts'), import('./audit/happenings.ts'),
  ]);
  const rows = await readLog(root);
  shown(rows);
  if (report === null || !isWritten(occasion, { isEnabled, isKept: rows.length > 0 })) return;
  shown(await appendReview(root, report, { git, mask: withoutSecrets }));
  await recordReview(root, report, { git, observed });
}
