/** How much is done (tracking §3.1, §4.1), and what nobody touches. */
import type { Completion } from '../protocol/progress.ts';
import { DAY } from '../text/calendar.ts';
import { compareText, groupedBy } from '../text/order.ts';
import { isDone, pointsOf, shownIssue, type TrackedIssue } from './issues.ts';
import { rate, tally } from './statistics.ts';

const UNTOUCHED_DAYS = 30;
const MOST_UNTOUCHED = 5;

/** @param now milliseconds since 1970 */
export function completion(issues: readonly TrackedIssue[], now: number): Completion {
  const done = issues.filter(isDone);
  const [total, completed] = [pointsOf(issues), pointsOf(done)];
  const idle = issues.flatMap((issue) => {
    const touched = issue.updated ?? issue.created;
    const days = isDone(issue) || touched === null ? 0 : Math.floor((now - touched) / DAY);
    return days > UNTOUCHED_DAYS ? [{ ...shownIssue(issue), days }] : [];
  }).sort((a, b) => b.days - a.days || compareText(a.key, b.key));
  return {
    totalIssues: issues.length, completedIssues: done.length, completionRate: rate(done.length, issues.length),
    totalStoryPoints: total, completedStoryPoints: completed, completedPointsRate: rate(completed, total),
    byStatus: [...tally(issues.map(({ status }) => status || 'no status'))].map(([status, count]) => ({ status, issues: count })),
    byType: [...groupedBy(issues, ({ type }) => type || 'no type')]
      .map(([type, some]) => ({ type, issues: some.length, completed: some.filter(isDone).length }))
      .sort((a, b) => b.issues - a.issues || compareText(a.type, b.type)),
    untouched: idle.length, longestUntouched: idle.slice(0, MOST_UNTOUCHED),
  };
}
