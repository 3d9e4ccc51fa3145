/** Figures of the log, each by its formula. */
import assert from 'node:assert/strict';
import { completion } from '../../server/progress/completion.ts';
import { cycleTime } from '../../server/progress/cycle-time.ts';
import { aiMl } from '../../server/progress/models.ts';
import { overdue, risk } from '../../server/progress/risk.ts';
import { velocity } from '../../server/progress/velocity.ts';
import { weekly, type WeekInput } from '../../server/progress/weekly.ts';
import { Calendar } from '../../server/text/calendar.ts';
import { done, issuesFrom } from './rows.ts';

const UTC = new Calendar('UTC');
const now = Date.parse('2027-01-13T12:00:00Z');

describe('velocity', () => {
  const issues = issuesFrom([
    done('2026-12-29 09:00:00', '2027-01-02 09:00:00', { 'Story Points': '3' }),
    done('2026-12-21 09:00:00', '2027-01-05 09:00:00', { 'Story Points': '5', 'Sprint': 'S10' }),
    { 'Status': 'In Progress', 'Created Date': '2027-01-11 09:00:00', 'Story Points': '8', 'Sprint': 'S10', 'Labels': 'assumed' },
    done('2027-01-11 09:00:00', '2027-01-12 09:00:00', { 'Story Points': '1', 'Sprint': 'S9', 'AI Model Type': 'SVM', 'Labels': 'deploy' }),
    done('2027-01-04 09:00:00', '2027-01-12 09:00:00', { 'Story Points': '2', 'Sprint': 'S9', 'AI Model Type': 'SVM' }),
  ]);
  const made = velocity(issues, UTC, now);

  it('counts points by week of the year that the week belongs to, with the weeks in between', () => {
    assert.deepEqual(made.weeks.map((each) => [each.week, each.from, each.createdIssues, each.createdPoints, each.completedIssues, each.completedPoints]), [
      ['2026-W52', '2026-12-21', 1, 5, 0, 0], ['2026-W53', '2026-12-28', 1, 3, 1, 3], ['2027-W01', '2027-01-04', 1, 2, 1, 5],
        ['2027-W02', '2027-01-11', 2, 9, 2, 3],
    ]);
    assert.deepEqual([made.totalStoryPoints, made.completedStoryPoints, made.completionRate, made.assumedIssues], [19, 11, 80, 1]);
  });

  it('averages whole weeks, and not the one that goes on', () => {
    assert.deepEqual(made.recent, { weeks: 3, averagePoints: 2.7, averageIssues: 0.7, lowestPoints: 0, highestPoints: 5 });
    assert.equal(velocity(issues.slice(2, 4), UTC, now).recent, null);
  });

  it('tells sprints in their order, finished points by kind of work', () => {
    assert.deepEqual(made.sprints, [
      { sprint: 'S9', planned: 3, traditional: 0, mlDevelopment: 2, dataEngineering: 0, mlops: 1, total: 3 },
      { sprint: 'S10', planned: 13, traditional: 5, mlDevelopment: 0, dataEngineering: 0, mlops: 0, total: 5 },
    ]);
  });

  it('counts a week by the time zone of the team', () => {
    const late = issuesFrom([done('2027-01-10 20:00:00', '2027-01-10 23:30:00', { 'Story Points': '1' })]);
    assert.deepEqual(velocity(late, new Calendar('Europe/Madrid'), now).weeks.map(({ week, completedPoints }) => [week, completedPoints]),
      [['2027-W01', 0], ['2027-W02', 1]]);
  });
});

describe('completion and cycle time', () => {
  it('count what is done, and what nobody touches', () => {
    const made = completion(issuesFrom([
      done('2027-01-01', '2027-01-02', { 'Issue Type': 'Bug', 'Story Points': '2' }), { 'Status': 'To Do', 'Issue Type': 'Bug', 'Updated Date': '2026-12-01' },
      { 'Status': 'To Do', 'Updated Date': '2027-01-10', 'Story Points': '6' },
    ]), now);
    assert.deepEqual([made.completedIssues, made.completionRate, made.completedPointsRate, made.untouched], [1, 33.3, 25, 1]);
    assert.deepEqual(made.byStatus, [{ status: 'To Do', issues: 2 }, { status: 'Done', issues: 1 }]);
    assert.deepEqual(made.byType[0], { type: 'Bug', issues: 2, completed: 1 });
    assert.deepEqual(made.longestUntouched, [{ key: 'A-2', summary: '', status: 'To Do', days: 43 }]);
  });

  it('leave out what has no beginning and what ends before it', () => {
    const made = cycleTime(issuesFrom([
      done('2027-01-01 00:00:00', '2027-01-03 00:00:00'), done('2027-01-01 00:00:00', '2027-01-05 00:00:00'),
        done('2027-01-01 00:00:00', '2027-01-10 00:00:00'),
      done('2027-01-02 10:00:00', '2027-01-02 10:00:00'), done('2027-01-02', '2027-01-01'), done('2027-01-02', ''), done('', '2027-01-02'),
      { 'Status': 'In Progress', 'Created Date': '2020-01-01' },
    ]), UTC);
    assert.deepEqual([made.issues, made.averageDays, made.medianDays, made.p85Days, made.withoutBeginning, made.implausible], [3, 5, 4, 9, 2, 2]);
    assert.deepEqual(made.byMonth, [{ month: '2027-01', issues: 3, medianDays: 4 }]);
    assert.equal(made.longest[0]!.key, 'A-3');
  });
});

describe('models', () => {
  it('have no average of scores of different metrics', () => {
    const made = aiMl(issuesFrom([
      { 'AI Model Type': 'RandomForest', 'Performance Metric': 'Accuracy', 'Achieved Score': '0.95', 'Baseline Score': '0.9', 'Status': 'Done',
        'Resolved Date': '2027-01-02' },
      { 'AI Model Type': 'NeuralNetwork', 'Performance Metric': 'Inference Time', 'Achieved Score': '20', 'Baseline Score': '100',
        'Updated Date': '2027-01-01' },
      { 'AI Model Type': 'NeuralNetwork', 'Performance Metric': 'accuracy', 'Achieved Score': '0.85', 'Baseline Score': '0' },
        { 'Summary': 'no model', 'Achieved Score': '1' },
    ]), UTC);
    assert.deepEqual([made.totalAiIssues, made.completedAiIssues, made.averageModelScore], [3, 1, null]);
    assert.deepEqual(made.modelTypesDistribution, { NeuralNetwork: 2, RandomForest: 1 });
    assert.deepEqual(made.scores, [
      { metric: 'Accuracy', issues: 2, average: 0.9, best: 0.95, lowerIsBetter: false }, { metric: 'Inference Time', issues: 1, average: 20, best: 20,
        lowerIsBetter: true },
    ]);
    assert.deepEqual(made.performanceImprovements.map((each) => [each.key, each.improvementPercent]), [['A-2', 80], ['A-1', 5.6]]);
    assert.deepEqual(made.performanceTrends.map(({ day, key }) => [day, key]), [['2027-01-01', 'A-2'], ['2027-01-02', 'A-1']]);
  });

  it('have the average of the guideline where the metric is one', () => {
    const scored = (score: string): object => ({ 'AI Model Type': 'SVM', 'Performance Metric': 'F1', 'Achieved Score': score });
    assert.equal(aiMl(issuesFrom([scored('0.8'), scored('0.9'), { 'AI Model Type': 'SVM' }]), UTC).averageModelScore, 0.85);
  });
});

describe('what is late and at risk', () => {
  const issues = issuesFrom([
    { 'Status': 'In Progress', 'Due Date': '2027-01-12', 'Assignee': 'Ada' }, { 'Status': 'Blocked', 'Due Date': '2027-01-13', 'Risk Level': 'High' },
    { 'Status': 'To Do', 'Technical Debt': 'Medium' }, done('2027-01-01', '2027-01-05', { 'Due Date': '2027-01-02', 'Risk Level': 'High',
      'Labels': 'assumed' }),
    { 'Status': 'To Do', 'Due Date': '2027-01-13 11:00:00' },
  ]);

  it('is overdue when the day is over where the team is', () => {
    assert.deepEqual(overdue(issues, UTC, now).issues.map(({ key, due, days }) => [key, due, days]), [['A-1', '2027-01-12', 1], ['A-5', '2027-01-13', 0]]);
    const [first] = issuesFrom([{ 'Status': 'To Do', 'Due Date': '2027-01-12' }]);
    const early = Date.parse('2027-01-13T03:00:00Z');
    assert.deepEqual([overdue([first!], UTC, early).issues.length, overdue([first!], new Calendar('America/New_York'), early).issues.length], [1, 0]);
  });

  it('is counted by the formulas of the guideline', () => {
    const made = risk(issues, UTC, now);
    assert.deepEqual([made.highRiskIssues, made.technicalDebtIssues, made.overdueIssues, made.blockedIssues, made.assumedIssues], [2, 1, 2, 1, 1]);
    assert.deepEqual(made.riskDistribution, { High: 2 });
    assert.deepEqual(made.toWatch.map(({ key, why }) => [key, why]), [['A-2', ['blocked', 'high risk']], ['A-1', ['overdue']], ['A-5', ['overdue']]]);
  });
});

describe('the weekly summary', () => {
  const input: WeekInput = { issues: [], reviews: [], gates: null, git: null, calendar: UTC, now };

  it('is of the last whole week, or of the one that is named', () => {
    assert.deepEqual([weekly(input).week, weekly(input).from, weekly(input).to], ['2027-W01', '2027-01-04', '2027-01-10']);
    assert.equal(weekly({ ...input, week: '2026-W53' }).from, '2026-12-28');
  });

  it('tells what was finished, the last active week, and what to do', () => {
    const issues = issuesFrom([
      done('2027-01-04', '2027-01-05', { 'Story Points': '5', 'Business Value': 'High' }), done('2026-12-21', '2026-12-22'),
      { 'Status': 'Blocked', 'Created Date': '2026-12-22', 'Due Date': '2027-01-02' },
    ]);
    const review = { time: '2027-01-06T10:00:00Z', commit: '', branch: '', issue: '', grade: '', errors: 0, warnings: 0, infos: 0, delta: null };
    const gates = [{ time: Date.parse('2027-01-06'), passed: true }, { time: Date.parse('2027-01-07'), passed: false }];
    const made = weekly({ ...input, issues, gates, reviews: [{ ...review, score: 80 }, { ...review, score: 86.5 }] });
    assert.deepEqual(made.executiveSummary, ['1 issue finished (5 points), after 0 the week before; 1 new.', "The review's score went from 80 to 86.5."]);
    assert.deepEqual(made.workflowPerformance.gates, { passed: 1, total: 2, passRate: 50 });
    assert.deepEqual(made.businessImpact.highValueFinished.map(({ key }) => key), ['A-1']);
    assert.deepEqual(made.actionItems, ['Finish or reschedule what is overdue: A-3.', 'Clear what blocks A-3.']);
    assert.match(made.insights.join(), /passed in 50% of 2 evaluations/);
    assert.equal(weekly({ ...input, issues, week: '2026-W53' }).lastActiveWeek, '2026-W52');
  });
});
