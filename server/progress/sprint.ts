/** The facts of a sprint, or of the last two weeks where the log names no sprints. */
import type { DoneResult } from '../protocol/done.ts';
import type { RiskEntry, ScrumIssue, SprintFacts, StoryFacts } from '../protocol/scrum.ts';
import { addDays, DAY, type Calendar } from '../text/calendar.ts';
import { compareText, groupedBy } from '../text/order.ts';
import { cycleTime } from './cycle-time.ts';
import { endOf, isDone, pointsOf, type TrackedIssue } from './issues.ts';
import { lessIsBetter } from './models.ts';
import { isOverdue } from './risk.ts';
import { factorsOf, isLevel, priorityScore, riskLevel, scrumIssue, sprintHealth } from './scrum.ts';
import { average, tenth } from './statistics.ts';
import { velocity } from './velocity.ts';

const SPRINT_DAYS = 14;
const COMPARED_SPRINTS = 3;
const SHOWN_SPRINTS = 6;

export interface SprintInput {
  issues: readonly TrackedIssue[];
  /** Of all branches, without merges; times in seconds since 1970. */
  commits: readonly { author: string; time: number }[];
  calendar: Calendar;
  /** Milliseconds since 1970. */
  now: number;
  /** The latest of the log when it is undefined. */
  sprint?: string | undefined;
}

/** @returns the sprints of the log, the latest last */
export function sprintsOf(issues: readonly TrackedIssue[]): string[] {
  const order = new Intl.Collator('en', { numeric: true });
  return [...new Set(issues.map(({ sprint }) => sprint).filter((sprint) => sprint !== ''))].sort((a, b) => order.compare(a, b));
}

export function sprintFacts({ issues, commits, calendar, now, sprint: named }: SprintInput): SprintFacts {
  const sprints = sprintsOf(issues);
  const sprint = named ?? sprints.at(-1) ?? null;
  const isRecent = (issue: TrackedIssue): boolean => !isDone(issue) || now - (endOf(issue) ?? issue.updated ?? 0) <= SPRINT_DAYS * DAY;
  const own = issues.filter((issue) => (sprint === null ? isRecent(issue) : issue.sprint === sprint));
  const finished = own.filter(isDone);
  const open = own.filter((issue) => !isDone(issue));
  const shown = velocity(issues, calendar, now);
  const before = shown.sprints.filter(({ sprint: each }) => sprints.indexOf(each) < (sprint === null ? 0 : sprints.indexOf(sprint))).slice(-COMPARED_SPRINTS);
  const twoWeeks = shown.recent === null || sprint !== null ? null : tenth(2 * shown.recent.averagePoints);
  const usual = average(before.map(({ total }) => total));
  const isSet = ({ assumed }: TrackedIssue): boolean => !assumed;
  const [planned, achieved] = [pointsOf(own.filter(isSet)), pointsOf(finished.filter(isSet))];
  const tellsPoints = issues.filter(isSet).length * 2 > issues.length;
  const listed = (some: readonly TrackedIssue[]): ScrumIssue[] => some.map(scrumIssue);
  const time = cycleTime(finished, calendar);
  return {
    sprint, day: calendar.dayOf(now), planned, achieved, velocityTarget: !tellsPoints ? null : usual === null ? twoWeeks : tenth(usual),
    finished: listed(finished), open: listed(open), blocked: listed(issues.filter(({ status }) => status === 'Blocked')),
    overdue: listed(issues.filter((issue) => isOverdue(issue, calendar, now))), toEstimate: listed(open.filter(({ assumed, points }) => assumed
      || points === null)),
    priorities: open.map((issue) => ({ ...scrumIssue(issue), score: priorityScore(issue) })).sort((a, b) => b.score - a.score || compareText(a.key, b.key)),
    risks: risksOf(open), health: sprintHealth(planned, achieved, own),
    velocity: shown.sprints.slice(-SHOWN_SPRINTS).map(({ planned: _, ...each }) => each),
    models: own.flatMap(({ key, model, metric, baseline, achieved: score }) => (
      model === '' || score === null ? [] : [{ key, modelType: model, metric, baseline, achieved: score }]
    )),
    cycleTime: { medianDays: time.medianDays, longest: time.longest.map(({ key, days }) => ({ key, days })) },
    reverted: listed(own.filter(({ labels }) => labels.includes('reverted'))),
    ...peopleOf(issues, commits, calendar, now),
  };
}

function risksOf(open: readonly TrackedIssue[]): RiskEntry[] {
  const rank = { High: 0, Medium: 1, Low: 2 };
  return open.flatMap((issue): RiskEntry[] => {
    const { risk: probability, value: impact } = issue;
    if (issue.assumed || !isLevel(probability) || !isLevel(impact)) return [];
    return [{ ...scrumIssue(issue), probability, impact, level: riskLevel(probability, impact) }];
  }).filter(({ level }) => level !== 'Low').sort((a, b) => rank[a.level] - rank[b.level] || compareText(a.key, b.key));
}

/** On a Monday, what happened since Friday. */
function peopleOf(issues: readonly TrackedIssue[], commits: SprintInput['commits'], calendar: Calendar, now: number): Pick<SprintFacts, 'people' | 'since'> {
  const today = calendar.dayOf(now);
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  const since = addDays(today, weekday === 1 ? -3 : weekday === 0 ? -2 : -1);
  const start = calendar.startOf(since);
  const active = issues.filter((issue) => !isDone(issue) || (endOf(issue) ?? 0) >= start).filter(({ status }) => status !== 'To Do');
  const authored = groupedBy(commits.filter(({ time }) => time * 1000 >= start && time * 1000 <= now), ({ author }) => author);
  const names = new Set([...active.map(({ assignee }) => assignee).filter((name) => name !== ''), ...authored.keys()]);
  const people = [...names].sort(compareText).map((name) => {
    const own = active.filter(({ assignee }) => assignee === name);
    return {
      name, since: own.filter(isDone).map(scrumIssue), now: own.filter((issue) => !isDone(issue) && issue.status !== 'Blocked').map(scrumIssue),
      blocked: own.filter(({ status }) => status === 'Blocked').map(scrumIssue), commits: authored.get(name)?.length ?? 0,
    };
  });
  return { people, since };
}

/** @param done how the issue stands to the definition of done */
export function storyFacts(issue: TrackedIssue, done: readonly DoneResult[]): StoryFacts {
  const { description, type, priority, model, metric, baseline, achieved, inference } = issue;
  return {
    ...scrumIssue(issue), description, type, priority, score: priorityScore(issue), factors: factorsOf(issue),
    model: model === '' ? null : { type: model, metric, lowerIsBetter: lessIsBetter(metric), baseline, achieved, inferenceMs: inference },
    done: done.map(({ group, title, state, evidence }) => ({ group, item: title, done: state === 'met', evidence })),
  };
}
