/** Sections on the week and on the key figures. */
import type { Indicator, Kpi, Weekly } from '../../protocol/progress.ts';
import { counted, grouped } from '../../text/wording.ts';
import { NONE, oneDecimal, percentText, spanText, tableOf, type Figure, type Section } from './section.ts';

const HOURS = 24;

/** @param points whether people set them */
export function weeklySection(weekly: Weekly, points: boolean): Section {
  const { week, from, to, executiveSummary, workflowPerformance: work, modelPerformance, businessImpact, finished, lastActiveWeek } = weekly;
  return {
    id: 'weekly', title: `Week ${week}, ${from} to ${to}`,
    lead: [
      ...executiveSummary, ...(lastActiveWeek === null ? [] : [`The last week in which something was finished is ${lastActiveWeek}.`]),
      ...weekly.insights, ...weekly.recommendations, ...weekly.actionItems,
    ],
    figures: [
      { label: 'Finished', value: grouped(work.finishedIssues), remark: `${grouped(work.before.finishedIssues)} the week before` },
      { label: 'New', value: grouped(work.createdIssues), remark: `${grouped(work.before.createdIssues)} the week before` },
      { label: 'In progress', value: grouped(work.inProgress), remark: 'now' },
      ...(work.commits === null || work.commits === 0 ? [] : [{ label: 'Commits', value: grouped(work.commits),
        remark: `by ${counted(work.authors ?? 0, 'author')}` }]),
      ...(work.score === null ? [] : [{ label: 'Score', value: String(work.score.last), remark: `${work.score.first} at its beginning` }]),
      ...(work.gates === null ? [] : [{ label: 'Gates passed', value: percentText(work.gates.passRate),
        remark: `of ${counted(work.gates.total, 'evaluation')}` }]),
    ],
    charts: [],
    tables: [
      ...tableOf('Finished', ['Issue', 'Summary', 'Assignee', ...(points ? ['Points'] : [])],
        finished.map((each) => [each.key, each.summary, each.assignee || NONE, ...(points ? [oneDecimal(each.points)] : [])]), [3]),
      ...tableOf('Of high business value', ['Issue', 'Summary'], businessImpact.highValueFinished.map(({ key, summary }) => [key, summary])),
      ...tableOf('Models', ['Issue', 'Model', 'Metric', 'Baseline', 'Achieved'], modelPerformance.map((each) => [
        each.key, each.modelType, each.metric || NONE, each.baseline === null ? NONE : String(each.baseline), String(each.achieved),
      ]), [3, 4]),
    ],
  };
}

export function kpiSection(kpi: Kpi): Section {
  const measured = kpi.indicators.filter(({ value }) => value !== null);
  const met = measured.filter((each) => each.met).length;
  const { delivery } = kpi;
  const timed = delivery === null ? 0 : delivery.leadTime.changes;
  return {
    id: 'kpi', title: `Key figures, ${kpi.from} to ${kpi.to}`,
    lead: [
      measured.length === 0 ? 'None of the key figures can be measured yet.'
        : `${grouped(met)} of ${counted(measured.length, 'key figure')} that can be measured ${met === 1 ? 'meets its target' : 'meet their target'}.`,
      ...leadWords(kpi),
    ],
    figures: timed === 0 || delivery === null ? [] : [
      { label: 'Lead time', value: spanText(delivery.leadTime.medianHours! / HOURS), remark: `median of ${counted(timed, 'change')}` },
      { label: '85% within', value: spanText(delivery.leadTime.p85Hours! / HOURS) },
      { label: 'Deployments', value: grouped(delivery.deployments), remark: delivery.last === null ? '' : `the last ${delivery.last.tag}` },
      { label: 'Waiting', value: grouped(delivery.waiting), remark: 'changes on the main branch' },
    ].map((each): Figure => each),
    charts: delivery === null || delivery.byMonth.filter(({ changes }) => changes > 0).length < 2 ? [] : [{
      title: 'Median lead time by month of deployment', unit: 'days', kind: 'line', labels: delivery.byMonth.map(({ month }) => month),
      series: [{ name: 'median', tone: 'accent', values: delivery.byMonth.map((each) => each.medianLeadTimeDays) }],
    }],
    tables: [
      ...tableOf('Measured', ['Figure', 'Value', 'Target', 'Met', 'Rests on'], measured.map((each) => [
        each.title, valueText(each), targetText(each), each.met ? '✔ yes' : '✖ no', counted(each.basis, each.basisOf),
      ]), [1, 2]),
      ...tableOf('Not measured yet', ['Figure', 'Target', 'Because'], kpi.indicators.filter(({ value }) => value === null).map((each) => [
        each.title, targetText(each), each.missing,
      ]), [1]),
      ...tableOf('Deployments', ['Month', 'Deployments', 'Changes', 'Median lead time'], (delivery?.byMonth ?? []).map((each) => [
        each.month, grouped(each.deployments), grouped(each.changes), spanText(each.medianLeadTimeDays),
      ]), [1, 2, 3]),
    ],
  };
}

function leadWords({ delivery, notMeasured, from }: Kpi): string[] {
  const silent = `Log and git do not tell: ${notMeasured.join(', ')}.`;
  if (delivery === null) return [silent];
  const { first, last, leadTime, withFirst, fromArrival, deployments } = delivery;
  if (first === null || last === null) return ['No tag tells of a deployment, so that no lead time is known; "tracking.deploymentTags" names them.', silent];
  return [
    ...(deployments === 0 ? [`Nothing was deployed in that time; the last deployment is ${last.tag} of ${last.day}.`]
      : leadTime.changes > 0 ? []
      : first.day >= from ? [`No lead time yet: the first deployment (${first.tag}) has none before it that would tell what is new in it.`]
      : [`No lead time: ${deployments === 1 ? 'the one deployment' : `the ${deployments} deployments`} ` +
        `of that time brought nothing that is on the main branch.`]),
    ...(withFirst > 0 && leadTime.changes > 0 && first.day >= from
      ? [`Left out of lead times: ${counted(withFirst, 'change')} that came with the first deployment, ${first.tag}.`] : []),
    ...(fromArrival > 0 ? [`Of ${counted(fromArrival, 'squashed change')} the first commit is unknown: the lead time counts from the merge.`] : []),
    silent,
  ];
}

function valueText({ value, unit }: Indicator): string {
  if (value === null) return NONE;
  return unit === 'days' ? spanText(value) : unit === 'hours' ? spanText(value / HOURS) : unitText(value, unit);
}

function targetText({ target, unit }: Indicator): string {
  return `${target.operator} ${unitText(target.value, unit)}`;
}

function unitText(value: number, unit: Indicator['unit']): string {
  return unit === '%' ? `${oneDecimal(value)}%` : `${oneDecimal(value)} ${unit}`;
}
