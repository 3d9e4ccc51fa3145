/** The tracking log: which reviews are written to it, and its rows. */
import type { LogRow } from '../protocol/panel.ts';
import type { JsonReport } from '../protocol/report.ts';

/** What led to a review: the user asked in the editor, a folder was opened there, a file was edited, or a command ran. */
export type Occasion = 'asked' | 'opened' | 'edited' | 'terminal';

interface LogUse {
  reads: boolean;
  /** `where-kept`: only into a log that has rows already. */
  writes: 'always' | 'where-kept' | 'never';
}

/** All that a review writes into the folder that it looked at stands here. */
const LOG_USE: Readonly<Record<Occasion, LogUse>> = {
  asked: { reads: true, writes: 'always' },
  // Opening a folder writes nothing into it, unless its team keeps a log there.
  opened: { reads: true, writes: 'where-kept' },
  // It happens with every key.
  edited: { reads: false, writes: 'never' },
  // A review in CI or before a commit leaves the work tree as it is.
  terminal: { reads: false, writes: 'never' },
};

/**
 * @param isEnabled the user wants reviews to be tracked
 * @param isKept the log has rows
 */
export function isWritten(occasion: Occasion, { isEnabled, isKept }: { isEnabled: boolean; isKept: boolean }): boolean {
  const { writes } = LOG_USE[occasion];
  return isEnabled && (writes === 'always' || (writes === 'where-kept' && isKept));
}

/** A review that may be tracked. */
export interface TrackedReview {
  root: string;
  /** Null when the folder could not be reviewed: then nothing is written. */
  report: JsonReport | null;
  occasion: Occasion;
  /** The user wants reviews to be tracked. */
  isEnabled: boolean;
  /** Git may be asked for commits. */
  git: boolean;
}

/**
 * Adds a review to the log of its folder, where its occasion and the user's wish say so.
 * @param shown is given the rows as soon as they are known: before the review is added, and after
 * @throws when the log cannot be read or written; what it held stays
 */
export async function trackReview({ root, report, occasion, isEnabled, git }: TrackedReview, shown: (rows: LogRow[]) => void): Promise<void> {
  if (!LOG_USE[occasion].reads) return;
  const { appendReview, readLog } = await import('../tracking/log.ts');
  const rows = await readLog(root);
  shown(rows);
  if (report !== null && isWritten(occasion, { isEnabled, isKept: rows.length > 0 })) shown(await appendReview(root, report, { git }));
}
