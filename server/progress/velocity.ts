/** Velocity (tracking §3.1) by week, and by sprint and kind of work (scrum §4.2). */
import type { Velocity } from '../protocol/progress.ts';
import { groupedBy } from '../text/order.ts';
import { addWeeks, mondayOf, weeksFrom, type Calendar } from '../text/calendar.ts';
import { cycleTime } from './cycle-time.ts';
import { endOf, isDone, pointsOf, type TrackedIssue } from './issues.ts';
import { average, rate, tenth } from './statistics.ts';

/** Earlier ones say little of the team of today. */
const RECENT_WEEKS = 8;

/** @param now milliseconds since 1970 */
export function velocity(issues: readonly TrackedIssue[], calendar: Calendar, now: number): Velocity {
  const weeks = weeksIn(issues, calendar);
  const done = issues.filter(isDone);
  return {
    weeks,
    totalStoryPoints: pointsOf(issues), completedStoryPoints: pointsOf(done), completionRate: rate(done.length, issues.length),
    averageCycleTimeDays: cycleTime(issues, calendar).averageDays,
    assumedIssues: issues.filter(({ assumed }) => assumed).length,
    recent: recentOf(weeks, calendar.weekOf(now)),
    sprints: sprintsIn(issues),
  };
}

function weeksIn(issues: readonly TrackedIssue[], calendar: Calendar): Velocity['weeks'] {
  const weekOf = (epoch: number | null): string => (epoch === null ? '' : calendar.weekOf(epoch));
  const created = groupedBy(issues, (issue) => weekOf(issue.created));
  const completed = groupedBy(issues, (issue) => weekOf(endOf(issue)));
  const known = [...created.keys(), ...completed.keys()].filter((week) => week !== '').sort();
  if (known.length === 0) return [];
  return weeksFrom(known[0]!, known.at(-1)!).map((week) => {
    const [begun, ended] = [created.get(week) ?? [], completed.get(week) ?? []];
    return {
      week, from: mondayOf(week)!, createdIssues: begun.length, createdPoints: pointsOf(begun), completedIssues: ended.length, completedPoints: pointsOf(ended),
    };
  });
}

/** The week that is not over yet would pull the average down. */
function recentOf(weeks: Velocity['weeks'], current: string): Velocity['recent'] {
  const first = weeks[0]?.week;
  if (first === undefined || first >= current) return null;
  const known = new Map(weeks.map((each) => [each.week, each]));
  const recent = weeksFrom(addWeeks(current, -RECENT_WEEKS), addWeeks(current, -1)).filter((week) => week >= first);
  const points = recent.map((week) => known.get(week)?.completedPoints ?? 0);
  return {
    weeks: recent.length, averagePoints: tenth(average(points)!), averageIssues: tenth(average(recent.map((week) => known.get(week)?.completedIssues ?? 0))!),
    lowestPoints: Math.min(...points), highestPoints: Math.max(...points),
  };
}

type WorkKind = 'traditional' | 'mlDevelopment' | 'dataEngineering' | 'mlops';

/** Words in labels and components that name the kind of work; the first that fits counts. */
const WORDS: readonly (readonly [WorkKind, RegExp])[] = [
  ['mlops', /^(?:ml-?ops|ops|deploy(?:ment)?s?|monitoring|serving|infra(?:structure)?)$/i],
  ['dataEngineering', /^(?:data|dataset)s?(?:[-_ ].*)?$|^(?:etl|pipelines?|ingestion|features?-store)$/i],
  ['mlDevelopment', /^(?:ai-ml|ml|ai|models?|training)(?:[-_ ].*)?$/i],
];

function kindOf({ labels, components, model }: TrackedIssue): WorkKind {
  const named = WORDS.find(([, words]) => [...labels, ...components].some((word) => words.test(word)))?.[0];
  return named ?? (model === '' ? 'traditional' : 'mlDevelopment');
}

/** In the order of their names, numbers in them by value. */
function sprintsIn(issues: readonly TrackedIssue[]): Velocity['sprints'] {
  const sprints = [...groupedBy(issues.filter(({ sprint }) => sprint !== ''), ({ sprint }) => sprint)];
  const order = new Intl.Collator('en', { numeric: true });
  return sprints.sort(([a], [b]) => order.compare(a, b)).map(([sprint, all]) => {
    const done = all.filter(isDone);
    const pointsIn = (kind: WorkKind): number => pointsOf(done.filter((issue) => kindOf(issue) === kind));
    return {
      sprint, planned: pointsOf(all), traditional: pointsIn('traditional'), mlDevelopment: pointsIn('mlDevelopment'),
      dataEngineering: pointsIn('dataEngineering'), mlops: pointsIn('mlops'), total: pointsOf(done),
    };
  });
}
