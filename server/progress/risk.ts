/** What is at risk (tracking §3.1), and what is late. */
import type { Overdue, Risk } from '../protocol/progress.ts';
import { compareText } from '../text/order.ts';
import { addDays, DAY, type Calendar } from '../text/calendar.ts';
import { isDone, shownIssue, type TrackedIssue } from './issues.ts';
import { tally } from './statistics.ts';

/** A day is over when it is over where the team is. */
export function isOverdue(issue: TrackedIssue, calendar: Calendar, now: number): boolean {
  if (issue.due === null || isDone(issue)) return false;
  return now >= (issue.dueIsDay ? calendar.startOf(addDays(dueDay(issue, calendar), 1)) : issue.due);
}

function dueDay({ due, dueIsDay }: TrackedIssue, calendar: Calendar): string {
  // What names only a day names it for wherever one is.
  return dueIsDay ? new Date(due!).toISOString().slice(0, 10) : calendar.dayOf(due!);
}

/** @param now milliseconds since 1970 */
export function overdue(issues: readonly TrackedIssue[], calendar: Calendar, now: number): Overdue {
  const today = calendar.dayOf(now);
  const open = issues.filter((issue) => !isDone(issue));
  return {
    openIssues: open.length, withDueDate: open.filter(({ due }) => due !== null).length,
    issues: open.filter((issue) => isOverdue(issue, calendar, now)).map((issue) => {
      const due = dueDay(issue, calendar);
      return { ...shownIssue(issue), assignee: issue.assignee, due, days: Math.round((Date.parse(today) - Date.parse(due)) / DAY) };
    }).sort((a, b) => b.days - a.days || compareText(a.key, b.key)),
  };
}

/** @param now milliseconds since 1970 */
export function risk(issues: readonly TrackedIssue[], calendar: Calendar, now: number): Risk {
  const isDebt = ({ debt }: TrackedIssue): boolean => debt === 'High' || debt === 'Medium';
  return {
    highRiskIssues: issues.filter((issue) => issue.risk === 'High').length, technicalDebtIssues: issues.filter(isDebt).length,
    overdueIssues: issues.filter((issue) => isOverdue(issue, calendar, now)).length, blockedIssues: issues.filter(({ status }) => status === 'Blocked').length,
    riskDistribution: Object.fromEntries(tally(issues.map((issue) => issue.risk).filter((level) => level !== ''))),
    assumedIssues: issues.filter(({ assumed }) => assumed).length,
    toWatch: issues.filter((issue) => !isDone(issue)).map((issue) => ({
      ...shownIssue(issue),
      why: [
        ...(issue.status === 'Blocked' ? ['blocked'] : []), ...(isOverdue(issue, calendar, now) ? ['overdue'] : []),
        ...(issue.risk === 'High' ? ['high risk'] : []), ...(issue.debt === 'High' ? ['high technical debt'] : []),
      ],
    })).filter(({ why }) => why.length > 0).sort((a, b) => b.why.length - a.why.length || compareText(a.key, b.key)),
  };
}
