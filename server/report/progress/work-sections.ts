/** Sections on what the log says of the work. */
import type { AiMl, Completion, CycleTime, Overdue, Risk, Velocity } from '../../protocol/progress.ts';
import { showable } from '../../text/plain-text.ts';
import { counted, grouped } from '../../text/wording.ts';
import { NONE, oneDecimal, percentText, spanText, tableOf, type Section } from './section.ts';

const SHOWN_WEEKS = 12;
const CHART_WEEKS = 52;
const MOST_ROWS = 10;

/** @param points whether people set them */
export function velocitySection(velocity: Velocity, points: boolean): Section {
  const { weeks, recent, sprints, completedStoryPoints, totalStoryPoints } = velocity;
  const shown = weeks.slice(-CHART_WEEKS);
  const ended = shown.map((week) => (points ? week.completedPoints : week.completedIssues));
  const range = recent === null ? '' : `, between ${oneDecimal(recent.lowestPoints)} and ${oneDecimal(recent.highestPoints)}`;
  const over = recent === null ? '' : ` in the last ${recent.weeks === 1 ? 'whole week' : `${recent.weeks} whole weeks`}`;
  const last = weeks.findLast(({ completedIssues }) => completedIssues > 0);
  const lead = weeks.every(({ completedIssues }) => completedIssues === 0) ? 'No finished issue yet.'
    : recent === null ? 'No week is over yet.'
    : points ? `${oneDecimal(recent.averagePoints)} points a week${over}${range}; ${oneDecimal(recent.averageIssues)} issues a week.`
    : `${oneDecimal(recent.averageIssues)} issues a week${over}.`;
  return {
    id: 'velocity', title: 'Velocity', lead: [lead, ...(recent?.averageIssues === 0 && last !== undefined
      ? [`Something was last finished in ${last.week}.`] : [])],
    figures: points ? [{ label: 'Points finished', value: `${oneDecimal(completedStoryPoints)} of ${oneDecimal(totalStoryPoints)}` }] : [],
    charts: shown.length < 2 ? [] : [{
      title: `${points ? 'Points' : 'Issues'} finished by week`, unit: points ? 'points' : 'issues', kind: 'columns', labels: shown.map(({ week }) => week),
      series: [{ name: 'finished', tone: 'accent', values: ended }],
    }],
    tables: [
      ...tableOf('Weeks', ['Week', 'From', 'New issues', 'Finished', ...(points ? ['Points begun', 'Points finished'] : [])],
        weeks.slice(-SHOWN_WEEKS).map(({ week, from, createdIssues, completedIssues, createdPoints, completedPoints }) => [
          week, from, grouped(createdIssues), grouped(completedIssues), ...(points ? [oneDecimal(createdPoints), oneDecimal(completedPoints)] : []),
        ]), [2, 3, 4, 5]),
      ...tableOf('Sprints', ['Sprint', 'Planned', 'Traditional', 'ML Dev', 'Data Eng', 'MLOps', 'Total'], sprints.map((each) => [
        each.sprint, ...[each.planned, each.traditional, each.mlDevelopment, each.dataEngineering, each.mlops, each.total].map(oneDecimal),
      ]), [1, 2, 3, 4, 5, 6]),
    ],
  };
}

/** @param points whether people set them */
export function completionSection(completion: Completion, points: boolean): Section {
  const { totalIssues, completedIssues, completionRate, completedStoryPoints, totalStoryPoints, completedPointsRate, byStatus, byType } = completion;
  const { untouched, longestUntouched } = completion;
  return {
    id: 'completion', title: 'Completion',
    lead: [completedIssues === 0 ? `No finished issue yet, of ${grouped(totalIssues)}.`
      : `${grouped(completedIssues)} of ${counted(totalIssues, 'issue')} finished (${percentText(completionRate)}).`,
    ...(untouched === 0 ? [] : [`${counted(untouched, 'open issue')} that nobody touched for 30 days.`])],
    figures: totalStoryPoints === 0 || !points ? [] : [{ label: 'Points',
      value: `${oneDecimal(completedStoryPoints)} of ${oneDecimal(totalStoryPoints)} (${percentText(completedPointsRate)})` }],
    charts: byStatus.length < 2 ? [] : [{
      title: 'Issues by status', unit: 'issues', kind: 'bars', labels: byStatus.map(({ status }) => status),
      series: [{ name: 'issues', tone: 'accent', values: byStatus.map(({ issues }) => issues) }],
    }],
    tables: [
      ...tableOf('By status', ['Status', 'Issues'], byStatus.map(({ status, issues }) => [status, grouped(issues)]), [1]),
      ...tableOf('By type', ['Type', 'Issues', 'Finished'], byType.map(({ type, issues, completed }) => [type, grouped(issues), grouped(completed)]), [1, 2]),
      ...tableOf('Longest untouched', ['Issue', 'Summary', 'Status', 'Days'],
        longestUntouched.map(({ key, summary, status, days }) => [key, summary, status, grouped(days)]), [3]),
    ],
  };
}

export function cycleTimeSection(cycleTime: CycleTime): Section {
  const { issues, averageDays, medianDays, p85Days, withoutBeginning, implausible, byType, byMonth, longest } = cycleTime;
  const finished = issues + withoutBeginning + implausible;
  const lead = finished === 0 ? 'No finished issue yet.'
    : issues === 0 ? 'Of no finished issue are beginning and end known.'
    : `Half of ${counted(issues, 'issue')} took up to ${spanText(medianDays)} from beginning to end, 85% up to ${spanText(p85Days)}.`;
  return {
    id: 'cycle-time', title: 'Cycle time',
    lead: [
      lead,
      ...(withoutBeginning === 0 ? []
        : [`Left out: ${counted(withoutBeginning, 'issue')} whose beginning is unknown, such as single commits and squashed branches.`]),
      ...(implausible === 0 ? [] : [`Left out: ${counted(implausible, 'issue')} without a date of the end, or with one before the beginning.`]),
    ],
    figures: issues === 0 ? [] : [{ label: 'Median', value: spanText(medianDays) }, { label: '85%', value: spanText(p85Days) },
      { label: 'Average', value: spanText(averageDays) }],
    charts: byMonth.length < 2 ? [] : [{
      title: 'Median by month', unit: 'days', kind: 'line', labels: byMonth.map(({ month }) => month),
      series: [{ name: 'median', tone: 'accent', values: byMonth.map((each) => each.medianDays) }],
    }],
    tables: [
      ...tableOf('By type', ['Type', 'Issues', 'Median'], byType.map((each) => [each.type, grouped(each.issues), spanText(each.medianDays)]), [1, 2]),
      ...tableOf('Longest', ['Issue', 'Summary', 'Took'], longest.map(({ key, summary, days }) => [key, summary, spanText(days)]), [2]),
    ],
  };
}

export function modelSection(models: AiMl): Section {
  const { totalAiIssues, completedAiIssues, averageModelScore, modelTypesDistribution, scores, performanceTrends, performanceImprovements } = models;
  const types = Object.entries(modelTypesDistribution).map(([type, issues]) => [showable(type), issues] as const);
  const [main] = scores;
  const trend = performanceTrends.filter(({ metric }) => metric.toLowerCase() === main?.metric.toLowerCase());
  return {
    id: 'ai-ml', title: 'Models',
    lead: [totalAiIssues === 0 ? 'No issue is work on a model.' : `${counted(totalAiIssues, 'issue')} on models, ${grouped(completedAiIssues)} finished.`,
      ...(scores.length > 1 ? ['Scores of different metrics have no average in common.'] : [])],
    figures: averageModelScore === null ? [] : [{ label: `Average ${main!.metric}`, value: String(averageModelScore) }],
    // The axis begins at 0.
    charts: trend.length < 2 || trend.some(({ score }) => score < 0) ? [] : [{
      title: `${main!.metric} over time`, unit: main!.metric, kind: 'line', labels: trend.map(({ day }) => day),
      series: [{ name: main!.metric, tone: 'accent', values: trend.map(({ score }) => score) }],
    }],
    tables: [
      ...tableOf('Scores', ['Metric', 'Issues', 'Average', 'Best'], scores.map((each) => [
        `${each.metric}${each.lowerIsBetter ? ' (less is better)' : ''}`, grouped(each.issues), String(each.average), String(each.best),
      ]), [1, 2, 3]),
      ...tableOf('Model types', ['Type', 'Issues'], types.map(([type, issues]) => [type, grouped(issues)]), [1]),
      ...tableOf('Improvements', ['Issue', 'Model', 'Metric', 'Baseline', 'Achieved', 'Better by'], performanceImprovements.slice(0, MOST_ROWS).map((each) => [
        each.key, each.modelType, each.metric, String(each.baseline), String(each.achieved), percentText(each.improvementPercent),
      ]), [3, 4, 5]),
    ],
  };
}

/** @param judged whether people set the risk of most issues */
export function riskSection(risk: Risk, judged: boolean): Section {
  const { highRiskIssues, technicalDebtIssues, overdueIssues, blockedIssues, riskDistribution, toWatch } = risk;
  const figures = [
    ['High risk', highRiskIssues, 'of all issues'], ['Technical debt', technicalDebtIssues, 'of all issues, high or medium'],
      ['Overdue', overdueIssues, 'of open issues'],
    ['Blocked', blockedIssues, 'of open issues'],
  ] as const;
  return {
    id: 'risk', title: 'Risk',
    lead: [toWatch.length === 0 ? 'No open issue is blocked, overdue, of high risk or of high technical debt.'
      : `${counted(toWatch.length, 'open issue')} to watch.`],
    figures: figures.map(([label, value, remark]) => ({ label, value: grouped(value), remark, ...(value > 0 ? { tone: 'fair' as const } : {}) })),
    charts: [],
    tables: [
      ...tableOf('To watch', ['Issue', 'Summary', 'Status', 'Why'], toWatch.slice(0, MOST_ROWS).map(({ key, summary, status, why }) =>
        [key, summary, status, why.join(', ')])),
      ...tableOf('Risk levels', ['Level', 'Issues'], (judged ? Object.entries(riskDistribution) : []).map(([level, issues]) =>
        [showable(level), grouped(issues)]), [1]),
    ],
  };
}

export function overdueSection({ openIssues, withDueDate, issues }: Overdue): Section {
  const lead = openIssues === 0 ? 'No open issue.'
    : withDueDate === 0 ? `None of ${counted(openIssues, 'open issue')} has a due date.`
    : issues.length === 0 ? `Nothing is overdue; ${grouped(withDueDate)} of ${counted(openIssues, 'open issue')} have a due date.`
    : `${counted(issues.length, 'issue')} overdue, of ${grouped(withDueDate)} open ones with a due date.`;
  return {
    id: 'overdue', title: 'Overdue', lead: [lead], figures: [], charts: [],
    tables: tableOf('Overdue', ['Issue', 'Summary', 'Status', 'Assignee', 'Due', 'Days late'],
      issues.map((each) => [each.key, each.summary, each.status, each.assignee || NONE, each.due, grouped(each.days)]), [5]),
  };
}
