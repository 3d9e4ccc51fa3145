/** Points in the past since which a report can show what is new. */
import { defaultBranch } from '../host/git-history.ts';
import { commitsFrom, lastCommitBefore } from '../host/git-points.ts';
import { changedLinesSince, GitError } from '../host/git.ts';
import type { JsonReport } from '../protocol/report.ts';
import type { NewCodeChoices, NewCodePoint } from '../report/review/new-code.ts';
import { addDays, localCalendar } from '../text/calendar.ts';
import { shortHash } from '../text/short-hash.ts';
import { isAbout } from './changes.ts';
import { Failure } from './failure.ts';
import { withUnsaved, type UnsavedText } from './editing/unsaved.ts';
import { knownHead, NOT_TRUSTED } from './new-code.ts';
import { maskedData } from './track/mask-data.ts';

/** How long ago the days are that can be chosen. */
const DAYS: readonly (readonly [number, string])[] = [[0, 'today'], [1, 'yesterday'], [7, '7 days ago'], [30, '30 days ago'], [90, '90 days ago']];
const COMMITS = 10;

export interface PointsOptions {
  /** The day from which days are counted. */
  now: Date;
  /** Whether git may be asked. */
  git: boolean;
  /** What is open and differs from the disk. */
  unsaved?: ReadonlyMap<string, UnsavedText>;
}

/**
 * @param root of the folder
 * @param report whose findings are looked at
 * @returns the base branch, some days and the last commits, as far as they are there; with the reason as its problem where there is no history
 */
export async function newCodePoints(root: string, { findings }: JsonReport, { now, git, unsaved = new Map() }: PointsOptions): Promise<NewCodeChoices> {
  if (!git) return { points: [], problem: NOT_TRUSTED };
  try {
    await knownHead(root);
    const named = await pointsOf(root, now);
    const changed = await changedLinesSince(root, named.map(({ commit }) => commit));
    const known = new Map([...changed].map(([commit, lines]) => {
      const change = { lines: withUnsaved(lines, unsaved) };
      return [commit, new Set(findings.flatMap((finding, at) => (isAbout(change, finding) ? [at] : [])))];
    }));
    return { points: named.map(({ commit, kind, label }): NewCodePoint => ({ kind, label, findings: known.get(commit)! })), problem: null };
  } catch (error) {
    if (error instanceof Failure) return { points: [], problem: error.message };
    if (error instanceof GitError) return { points: [], problem: `${error.message}.` };
    throw error;
  }
}

async function pointsOf(root: string, now: Date): Promise<(Omit<NewCodePoint, 'findings'> & { commit: string })[]> {
  const calendar = localCalendar();
  const today = calendar.dayOf(now.getTime());
  const [base, commits, ...days] = await Promise.all([
    defaultBranch(root),
    commitsFrom(root, 'HEAD', COMMITS),
    ...DAYS.map(async ([ago, words]) => {
      const day = addDays(today, -ago);
      return { day, words, commit: await lastCommitBefore(root, calendar.startOf(day)) };
    }),
  ]);
  // People paste secrets into messages too.
  const subjects = await maskedData(commits.map(({ subject }) => subject));
  return [
    ...(base === null ? [] : [{ kind: 'base' as const, label: base.name, commit: base.commit }]),
    // With no commit before the day, all code is new.
    ...days.flatMap(({ day, words, commit }) => (commit === null ? [] : [{ kind: 'day' as const, label: `${day}, ${words}`, commit }])),
    ...commits.map(({ hash, at }, index) => ({
      kind: 'commit' as const, label: `${shortHash(hash)} (${calendar.dayOf(at)}) ${subjects[index]!}`, commit: hash,
    })),
  ];
}
