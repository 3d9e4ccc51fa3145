/** What log, reviews and gates tell of a team's practices, as shares of what could have been. Pure. */
import type { MaturityMeasure, MeasureId } from '../../protocol/maturity.ts';
import type { Calendar } from '../../text/calendar.ts';
import { DAY } from '../../text/calendar.ts';
import { endOf, isDone, type TrackedIssue } from '../issues.ts';
import type { GateRun } from '../kpi.ts';
import { reachesBaseline } from '../models.ts';
import { rate, sum } from '../statistics.ts';
import { velocity } from '../velocity.ts';

export interface MeasureInput {
  issues: readonly TrackedIssue[];
  /** Times of reviews, in milliseconds since 1970. */
  reviews: readonly number[];
  /** Null when nothing logs them. */
  gates: readonly GateRun[] | null;
  calendar: Calendar;
  /** Milliseconds since 1970. */
  now: number;
}

/** What is older says little of the team of today. */
export const MEASURED_DAYS = 365;
/** Of fewer, a share says nothing. */
const FEWEST = 5;
const SPRINTS = 3;
const WEEKS = 13;
const WEEK = 7 * DAY;
/** Lowest share of each level from 5 down; below is level 1. */
const LEVELS = [[95, 5], [80, 4], [60, 3], [30, 2]] as const;

type Shared = Pick<MaturityMeasure, 'part' | 'whole'>;

/** @returns every measure by its id */
export function measuresIn({ issues: all, reviews, gates, calendar, now }: MeasureInput): Map<MeasureId, MaturityMeasure> {
  const since = now - MEASURED_DAYS * DAY;
  const isRecent = (issue: TrackedIssue): boolean => (endOf(issue) ?? issue.updated ?? issue.created ?? 0) >= since;
  const issues = all.filter(isRecent);
  const done = issues.filter(isDone);
  const models = issues.filter(({ model }) => model !== '');
  const scored = models.filter(({ baseline, achieved }) => baseline !== null && achieved !== null);
  const judged = issues.filter(({ compliance }) => compliance === 'Compliant' || compliance === 'Non-compliant');
  const share = (of: readonly TrackedIssue[], counts: (issue: TrackedIssue) => boolean): Shared => ({ part: of.filter(counts).length, whole: of.length });
  const sprints = velocity(issues.filter(({ assumed }) => !assumed), calendar, now).sprints.slice(-SPRINTS);
  const runs = (gates ?? []).filter(({ time }) => time >= since);
  const weeks = new Set(reviews.map((time) => Math.floor((now - time) / WEEK)).filter((week) => week >= 0 && week < WEEKS));
  const measured: Readonly<Record<MeasureId, readonly [title: string, Shared]>> = {
    'estimated': ['issues estimated', share(issues, ({ assumed, points }) => !assumed && points !== null)],
    'sprints-kept': ['planned points done', { part: sum(sprints.map(({ total }) => total)), whole: sum(sprints.map(({ planned }) => planned)) }],
    'models-described': ['models described', share(models, ({ metric, achieved }) => metric !== '' && achieved !== null)],
    'baselines-reached': ['baselines reached', share(scored, ({ metric, baseline, achieved }) => reachesBaseline(metric, baseline!, achieved!))],
    'data-told': ['data origin told', share(models, ({ dataSource }) => dataSource !== '')],
    'reviewed': ['done issues approved', share(done, ({ review }) => review === 'Approved')],
    'tests-passed': ['tests passed', share(done, ({ tests }) => tests === 'Passed')],
    'gates-passed': ['gates passed', { part: runs.filter(({ passed }) => passed).length, whole: runs.length }],
    'covered': ['coverage known', share(done, ({ coverage }) => coverage !== null)],
    // Where nobody logs reviews, their absence says nothing.
    'reviews-kept': ['weeks with review', { part: weeks.size, whole: reviews.length === 0 ? 0 : WEEKS }],
    'compared': ['models compared', share(models, ({ baseline, achieved }) => baseline !== null && achieved !== null)],
    'compliance-judged': ['compliance judged', { part: judged.length, whole: issues.length }],
    'compliant': ['judged compliant', share(judged, ({ compliance }) => compliance === 'Compliant')],
  };
  return new Map(Object.entries(measured).map(([id, [title, { part, whole }]]) => (
    [id as MeasureId, { id: id as MeasureId, title, part, whole, percent: whole < FEWEST ? null : rate(Math.min(part, whole), whole) }]
  )));
}

/** @returns the level that the average of the shares stands for; null where none is known */
export function proposedLevel(measured: readonly MaturityMeasure[]): number | null {
  const known = measured.flatMap(({ percent }) => (percent === null ? [] : [percent]));
  if (known.length === 0) return null;
  const mean = sum(known) / known.length;
  return LEVELS.find(([from]) => mean >= from)?.[1] ?? 1;
}
