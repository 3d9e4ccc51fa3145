/** How long issues take from beginning to end. */
import type { CycleTime } from '../protocol/progress.ts';
import { compareText, groupedBy } from '../text/order.ts';
import { DAY, type Calendar } from '../text/calendar.ts';
import { isDone, shownIssue, type TrackedIssue } from './issues.ts';
import { average, median, percentile, tenth, tenthOf } from './statistics.ts';

const MOST_LONGEST = 5;
/** Of the trend. */
const MOST_MONTHS = 24;

interface Measured {
  issue: TrackedIssue;
  days: number;
  month: string;
}

export function cycleTime(issues: readonly TrackedIssue[], calendar: Calendar): CycleTime {
  const measured: Measured[] = [];
  let withoutBeginning = 0;
  let implausible = 0;
  for (const issue of issues) {
    if (!isDone(issue)) continue;
    const { created, resolved } = issue;
    if (resolved === null || (created !== null && created > resolved)) implausible++;
    // A single commit is done the moment it is there.
    else if (created === null || created === resolved) withoutBeginning++;
    else measured.push({ issue, days: (resolved - created) / DAY, month: calendar.dayOf(resolved).slice(0, 7) });
  }
  const all = measured.map(({ days }) => days);
  const medianIn = (some: readonly Measured[]): number | null => tenthOf(median(some.map(({ days }) => days)));
  return {
    issues: measured.length, averageDays: tenthOf(average(all)), medianDays: tenthOf(median(all)), p85Days: tenthOf(percentile(all, 0.85)),
    withoutBeginning, implausible,
    byType: [...groupedBy(measured, ({ issue }) => issue.type || 'no type')]
      .map(([type, some]) => ({ type, issues: some.length, medianDays: medianIn(some) })).sort((a, b) => b.issues - a.issues || compareText(a.type, b.type)),
    byMonth: [...groupedBy(measured, ({ month }) => month)].sort(([a], [b]) => compareText(a, b)).slice(-MOST_MONTHS)
      .map(([month, some]) => ({ month, issues: some.length, medianDays: medianIn(some) })),
    longest: [...measured].sort((a, b) => b.days - a.days || compareText(a.issue.key, b.issue.key)).slice(0, MOST_LONGEST)
      .map(({ issue, days }) => ({ ...shownIssue(issue), days: tenth(days) })),
  };
}
