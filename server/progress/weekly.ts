/** What a week brought (workflow §10.2). */
import type { Weekly } from '../protocol/progress.ts';
import type { ReviewEvent } from '../protocol/tracking.ts';
import { compareText } from '../text/order.ts';
import { addDays, addWeeks, mondayOf, type Calendar } from '../text/calendar.ts';
import { counted, firstNames } from '../text/wording.ts';
import type { Deployment } from './delivery.ts';
import { endOf, isDone, pointsOf, shownIssue, type TrackedIssue } from './issues.ts';
import type { GateRun } from './kpi.ts';
import { isOverdue } from './risk.ts';
import { rate } from './statistics.ts';

const MILLISECONDS = 1000;
const MOST_FINISHED = 50;
/** Weeks in a row in which more began than ended. */
const GROWING_WEEKS = 3;

export interface WeekInput {
  issues: readonly TrackedIssue[];
  reviews: readonly ReviewEvent[];
  /** Null when nothing logs them. */
  gates: readonly GateRun[] | null;
  /** Null outside of git; times in seconds since 1970. */
  git: { commits: readonly { author: string; time: number }[]; deployments: readonly Deployment[] } | null;
  calendar: Calendar;
  /** Milliseconds since 1970. */
  now: number;
  /** Such as `2026-W05`; the last whole one when it is undefined. */
  week?: string | undefined;
}

/** What the log says now of what is open is said of the week that is reported, too: it keeps no history of states. */
export function weekly(input: WeekInput): Weekly {
  const { issues, reviews, gates, git, calendar, now } = input;
  const week = input.week ?? addWeeks(calendar.weekOf(now), -1);
  const from = mondayOf(week)!;
  const inWeek = (epoch: number | null, which = week): boolean => epoch !== null && calendar.weekOf(epoch) === which;
  const totalsOf = (which: string): { finishedIssues: number; finishedPoints: number; createdIssues: number } => {
    const done = issues.filter((issue) => inWeek(endOf(issue), which));
    return { finishedIssues: done.length, finishedPoints: pointsOf(done), createdIssues: issues.filter(({ created }) => inWeek(created, which)).length };
  };
  const finished = issues.filter((issue) => inWeek(endOf(issue))).sort((a, b) => (b.points ?? 0) - (a.points ?? 0) || compareText(a.key, b.key));
  const scores = reviews.filter(({ time, score }) => score !== null && inWeek(Date.parse(time))).map(({ score }) => score!);
  const runs = gates?.filter(({ time }) => inWeek(time)) ?? [];
  const commits = git?.commits.filter(({ time }) => inWeek(time * MILLISECONDS)) ?? null;
  const passed = runs.filter((run) => run.passed).length;
  const work: Weekly['workflowPerformance'] = {
    ...totalsOf(week), before: totalsOf(addWeeks(week, -1)),
    inProgress: issues.filter(({ status }) => ['In Progress', 'Code Review', 'Testing'].includes(status)).length,
    blocked: issues.filter(({ status }) => status === 'Blocked').length, overdue: issues.filter((issue) => isOverdue(issue, calendar, now)).length,
    commits: commits?.length ?? null, authors: commits === null ? null : new Set(commits.map(({ author }) => author)).size,
    deployments: git?.deployments.filter(({ time }) => inWeek(time * MILLISECONDS)).map(({ tag }) => tag) ?? null,
    score: scores.length === 0 ? null : { first: scores[0]!, last: scores.at(-1)! },
    gates: gates === null || runs.length === 0 ? null : { passed, total: runs.length, passRate: rate(passed, runs.length) },
  };
  const models = finished.flatMap(({ key, model, metric, baseline, achieved }) => (
    model === '' || achieved === null ? [] : [{ key, modelType: model, metric, baseline, achieved }]
  ));
  const advice = adviceOn(input, week, work);
  return {
    week, from, to: addDays(from, 6), executiveSummary: summaryOf(work, models.length, finished.some(({ assumed }) => !assumed)), workflowPerformance: work,
      modelPerformance: models,
    businessImpact: { highValueFinished: finished.filter(({ value, assumed }) => value === 'High' && !assumed).map(shownIssue) },
    finished: finished.slice(0, MOST_FINISHED).map((issue) => ({ ...shownIssue(issue), assignee: issue.assignee, points: issue.points ?? 0 })),
    ...advice,
    lastActiveWeek: finished.length > 0 ? null : lastActiveBefore(week, issues, calendar),
  };
}

function lastActiveBefore(week: string, issues: readonly TrackedIssue[], calendar: Calendar): string | null {
  let last: string | null = null;
  for (const issue of issues) {
    const end = endOf(issue);
    const ended = end === null ? '' : calendar.weekOf(end);
    if (ended !== '' && ended < week && (last === null || ended > last)) last = ended;
  }
  return last;
}

/** @param judged whether somebody set the points of what was finished */
function summaryOf(work: Weekly['workflowPerformance'], models: number, judged: boolean): string[] {
  const { finishedIssues, finishedPoints, before, createdIssues, commits, authors, deployments, score } = work;
  const sentences = [
    finishedIssues === 0 ? 'Nothing was finished.' : 
      `${counted(finishedIssues, 'issue')} finished${judged ? ` (${counted(finishedPoints, 'point')})` : ''}, after `
      + `${before.finishedIssues} the week before; ${createdIssues} new.`,
  ];
  if (commits !== null && commits > 0) sentences.push(`${counted(commits, 'commit')} by ${counted(authors ?? 0, 'author')}.`);
  if (deployments !== null && deployments.length > 0) sentences.push(`Deployed: ${firstNames(deployments, 5)}.`);
  if (models > 0) sentences.push(`${counted(models, 'model')} with a new score.`);
  if (score !== null && score.first !== score.last) sentences.push(`The review's score went from ${score.first} to ${score.last}.`);
  return sentences;
}

type Advice = Pick<Weekly, 'insights' | 'recommendations' | 'actionItems'>;

/** Only what somebody can act on. */
function adviceOn({ issues, calendar, now }: WeekInput, week: string, work: Weekly['workflowPerformance']): Advice {
  const insights: string[] = [];
  const recommendations: string[] = [];
  const actionItems: string[] = [];
  const weeks = Array.from({ length: GROWING_WEEKS }, (_, back) => addWeeks(week, -back));
  const began = weeks.map((each) => issues.filter(({ created }) => created !== null && calendar.weekOf(created) === each).length);
  const ended = weeks.map((each) => issues.filter((issue) => endOf(issue) !== null && calendar.weekOf(endOf(issue)!) === each).length);
  if (began.every((count, at) => count > ended[at]!)) {
    insights.push(`More was begun than finished in each of the last ${GROWING_WEEKS} weeks ` +
      `(${began.join(', ')} against ${ended.join(', ')}, the latest first).`);
    recommendations.push('Finish what is begun before something new is taken up.');
  }
  const finishers = issues.filter((issue) => endOf(issue) !== null && weeks.includes(calendar.weekOf(endOf(issue)!)));
  const people = new Set(finishers.map(({ assignee }) => assignee)).size;
  if (people > 0 && work.inProgress > 2 * people) {
    insights.push(`${work.inProgress} issues are in progress, and ` +
      `${counted(people, 'person', 'people')} finished something in the last ${GROWING_WEEKS} weeks.`);
    recommendations.push('Limit the work in progress: close or put back what nobody works on.');
  }
  if (work.gates !== null && work.gates.passRate !== null && work.gates.passRate <= 90)
    insights.push(`Quality gates passed in ${work.gates.passRate}% of ${counted(work.gates.total, 'evaluation')}; the guidelines ask for more than 90%.`);
  const named = (some: readonly TrackedIssue[]): string => firstNames(some.map(({ key }) => key), 5);
  const late = issues.filter((issue) => isOverdue(issue, calendar, now));
  if (late.length > 0) actionItems.push(`Finish or reschedule what is overdue: ${named(late)}.`);
  const blocked = issues.filter(({ status }) => status === 'Blocked');
  if (blocked.length > 0) actionItems.push(`Clear what blocks ${named(blocked)}.`);
  const risky = issues.filter((issue) => !isDone(issue) && issue.risk === 'High');
  if (risky.length > 0) actionItems.push(`Agree how to lower the risk of ${named(risky)}.`);
  return { insights, recommendations, actionItems };
}
