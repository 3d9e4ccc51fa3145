/** In words, which project was reviewed, when, and at which commit. */
import type { ReportCommit, ReportOrigin } from '../protocol/report.ts';
import { shortHash } from '../text/short-hash.ts';

/** @param at ISO 8601 in UTC @returns `2026-01-31 14:05 UTC` */
export function timeWords(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}

/** @returns `commit 1a2b3c4 on main, with uncommitted changes` */
export function commitWords({ hash, branch, changed }: ReportCommit): string {
  return `commit ${shortHash(hash)}${branch === null ? '' : ` on ${branch}`}${changed ? ', with uncommitted changes' : ''}`;
}

/** @returns project, time and commit as parts of a line; without what is not known */
export function originWords(origin: ReportOrigin | undefined): string[] {
  if (origin === undefined) return [];
  const { project, at, commit } = origin;
  return [project, timeWords(at), ...(commit === null ? [] : [commitWords(commit)])];
}
