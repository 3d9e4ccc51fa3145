/** Key figures of the workflow (workflow §10.1), as far as log and git tell them. */
import type { Indicator, Kpi } from '../protocol/progress.ts';
import { compareText, groupedBy } from '../text/order.ts';
import { addDays, type Calendar } from '../text/calendar.ts';
import { leadTime, rolledBack, type Change, type Delivered, type Deployment } from './delivery.ts';
import { isDone, type TrackedIssue } from './issues.ts';
import { average, median, percentile, rate, sum, tenth, tenthOf } from './statistics.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
const MILLISECONDS = 1000;
/** What is older says little of the team of today. */
const YEAR_DAYS = 365;
const MOST_MONTHS = 12;
const FASTEST = 0.95;

/** A quality gate that was evaluated. */
export interface GateRun {
  /** Milliseconds since 1970. */
  time: number;
  passed: boolean;
}

export interface KpiInput {
  issues: readonly TrackedIssue[];
  /** Null outside of git. */
  delivered: Delivered | null;
  /** Null when nothing logs them. */
  gates: readonly GateRun[] | null;
  calendar: Calendar;
  /** Milliseconds since 1970. */
  now: number;
}

/** Of the guidelines; their sources are pipelines, monitoring and people. */
const NOT_MEASURED = [
  'deployment success rate', 'production incident rate', 'system uptime', 'data pipeline SLA', 'time to business value', 'ROI on ML investments',
  'stakeholder satisfaction', 'model adoption rate',
];

export function kpi(input: KpiInput): Kpi {
  const { calendar, now, delivered } = input;
  const to = calendar.dayOf(now);
  const from = addDays(to, -YEAR_DAYS);
  const start = calendar.startOf(from);
  return { from, to, indicators: indicatorsOf(input, start), notMeasured: NOT_MEASURED, delivery: delivered === null ? null
    : deliveryOf(delivered, input, start) };
}

function indicatorsOf({ issues, delivered, gates, now }: KpiInput, start: number): Indicator[] {
  const shipped = delivered === null ? [] : shippedIssues(issues, delivered.changes).filter(({ deployed }) => deployed >= start && deployed <= now);
  const noTags = delivered === null ? 'there is no git repository' : delivered.deployments.length === 0 ? 'no tag tells of a deployment' : '';
  const spans = (some: readonly Shipped[], began: (issue: TrackedIssue) => number | null): number[] =>
    some.flatMap(({ issue, deployed }) => {
      const at = began(issue);
      return at === null ? [] : [Math.max(0, deployed - at) / MILLISECONDS];
    });
  const created = ({ created: at }: TrackedIssue): number | null => at;
  const models = issues.filter(({ model }) => model !== '');
  const trained = models.flatMap(({ created: began, resolved }) => (
    began === null || resolved === null || resolved <= began || resolved < start ? [] : [(resolved - began) / MILLISECONDS]
  ));
  const live = models.filter(({ stage }) => stage === 'Production');
  const accuracies = live.flatMap(({ metric, achieved }) => (
    /accuracy/i.test(metric) && achieved !== null ? [achieved <= 1 ? achieved * 100 : achieved] : []
  ));
  const latencies = live.flatMap(({ inference }) => (inference === null ? [] : [inference]));
  const recent = delivered === null ? [] : delivered.deployments.filter(({ time }) => time * MILLISECONDS >= start && time * MILLISECONDS <= now);
  const takenBack = delivered === null ? new Set<Deployment>() : rolledBack(delivered.changes);
  const runs = (gates ?? []).filter(({ time }) => time >= start && time <= now);
  const scale = (value: number | null, unit: number): number | null => (value === null ? null : tenth(value / unit));
  const none = noTags || 'nothing of the kind was deployed in the last year';
  const ideas = spans(shipped, created);
  const fixes = spans(shipped.filter(({ issue }) => issue.type === 'Bug'), created);
  const released = spans(shipped.filter(({ issue }) => issue.model !== ''), ({ resolved }) => resolved);
  return [
    indicator('idea-to-production', 'Idea to production', 'days', '<', 14, scale(median(ideas), DAY), ideas.length, 'deployed issue', none),
    indicator('bug-to-fix', 'Bug to deployed fix', 'hours', '<', 24, scale(median(fixes), HOUR), fixes.length, 'mended bug', none),
    indicator('data-to-model', 'Data to model', 'days', '<', 7, scale(median(trained), DAY), trained.length, 'finished issue',
      'no issue with a model and two dates was finished in the last year'),
    indicator('model-to-production', 'Model to production', 'days', '<', 3, scale(median(released), DAY), released.length, 'deployed model', none),
    indicator('rollback-frequency', 'Rollbacks', '%', '<', 5, rate(recent.filter((each) => takenBack.has(each)).length, recent.length), recent.length,
      'deployment', noTags || 'nothing was deployed in the last year'),
    indicator('gate-pass-rate', 'Quality gates passed', '%', '>', 90, rate(runs.filter(({ passed }) => passed).length, runs.length), runs.length, 'evaluation',
      gates === null ? 'no audit log is kept, which records them' : 'the audit log holds none of the last year'),
    indicator('model-accuracy', 'Accuracy of models in production', '%', '>', 85, tenthOf(average(accuracies)), accuracies.length, 'model',
      'no issue in production has an accuracy'),
    indicator('inference-latency', 'Inference, 95th percentile', 'ms', '<', 100, tenthOf(percentile(latencies, FASTEST)), latencies.length, 'model',
      'no issue in production has an inference time'),
  ];
}

function indicator(
  id: string, title: string, unit: Indicator['unit'], operator: '<' | '>', target: number, value: number | null, basis: number, basisOf: string,
    missing: string,
): Indicator {
  const met = value === null ? null : operator === '<' ? value < target : value > target;
  return { id, title, unit, target: { operator, value: target }, value, met, basis, basisOf, missing: value === null ? missing : '' };
}

interface Shipped {
  issue: TrackedIssue;
  /** Milliseconds since 1970. */
  deployed: number;
}

/** Finished issues that are in production with all their changes. What came with the first deployment may have been there before. */
function shippedIssues(issues: readonly TrackedIssue[], changes: readonly Change[]): Shipped[] {
  const byKey = new Map<string, Change[]>();
  const byHash = new Map<string, string>();
  for (const change of changes) {
    byKey.set(change.work.key, [...byKey.get(change.work.key) ?? [], change]);
    for (const { hash } of change.work.commits) byHash.set(hash, change.work.key);
  }
  return issues.filter(isDone).flatMap((issue) => {
    const own = byKey.get(issue.key) ?? byKey.get(byHash.get(issue.hash) ?? '') ?? [];
    if (own.length === 0 || own.some(({ deployment, withFirst }) => deployment === null || withFirst)) return [];
    return [{ issue, deployed: Math.max(...own.map(({ deployment }) => deployment!.time)) * MILLISECONDS }];
  });
}

function deliveryOf({ deployments, changes }: Delivered, { calendar, now }: KpiInput, start: number): NonNullable<Kpi['delivery']> {
  const within = (time: number): boolean => time * MILLISECONDS >= start && time * MILLISECONDS <= now;
  const monthOf = ({ time }: Deployment): string => calendar.dayOf(time * MILLISECONDS).slice(0, 7);
  const timed = changes.flatMap((change) => {
    const seconds = leadTime(change);
    return seconds === null || !within(change.deployment!.time) ? [] : [{ change, seconds, month: monthOf(change.deployment!) }];
  });
  const seconds = timed.map((each) => each.seconds);
  const hours = (value: number | null): number | null => (value === null ? null : tenth(value / HOUR));
  const recent = deployments.filter(({ time }) => within(time));
  const named = (one: Deployment | undefined): { tag: string; day: string } | null => (
    one === undefined ? null : { tag: one.tag, day: calendar.dayOf(one.time * MILLISECONDS) }
  );
  const byMonth = groupedBy(timed, ({ month }) => month);
  return {
    deployments: recent.length,
    byMonth: [...groupedBy(recent, monthOf)].sort(([a], [b]) => compareText(a, b)).slice(-MOST_MONTHS).map(([month, some]) => {
      const changed = (byMonth.get(month) ?? []).map((each) => each.seconds);
      const middle = median(changed);
      return { month, deployments: some.length, changes: changed.length, medianLeadTimeDays: middle === null ? null : tenth(middle / DAY) };
    }),
    first: named(deployments[0]), last: named(deployments.at(-1)),
    leadTime: { changes: timed.length, medianHours: hours(median(seconds)), p85Hours: hours(percentile(seconds, 0.85)) },
    withFirst: sum(changes.map(({ withFirst }) => Number(withFirst))), waiting: changes.filter(({ deployment }) => deployment === null).length,
    fromArrival: timed.filter(({ change }) => change.fromArrival).length,
  };
}
