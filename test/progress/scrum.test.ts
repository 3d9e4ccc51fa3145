/** The formulas of Scrum, and the facts of a sprint. */
import assert from 'node:assert/strict';
import { priorityScore, riskLevel, sprintHealth } from '../../server/progress/scrum.ts';
import { sprintFacts, storyFacts } from '../../server/progress/sprint.ts';
import { fillDocument } from '../../server/report/scrum/document.ts';
import { Calendar } from '../../server/text/calendar.ts';
import type { Cells } from '../../server/tracking/fields.ts';
import { HOSTILE } from '../report/sample.ts';
import { done, issuesFrom } from './rows.ts';

const calendar = new Calendar('UTC');
/** A Monday. */
const now = Date.parse('2027-01-11T12:00:00Z');
const one = (cells: Partial<Cells>) => issuesFrom([cells])[0]!;

describe('the formulas of Scrum', () => {
  it('weigh value, risk, data, complexity and compliance', () => {
    assert.equal(priorityScore(one({})), 5);
    assert.equal(priorityScore(one({ 'Business Value': 'High', 'Risk Level': 'Low' })), 6.5);
    // 0.3 × 2 + 0.2 × (10 − 8) + 0.2 × 8 + 0.15 × (10 − 8) + 0.15 × 8
    const model = { 'Business Value': 'Low', 'Risk Level': 'High', 'AI Model Type': 'SVM', 'Data Source': 's3', 'Story Points': '13',
      'Compliance Status': 'Non-compliant' };
    assert.equal(priorityScore(one(model)), 4.1);
    assert.equal(priorityScore(one({ 'Business Value': 'High', 'Risk Level': 'Low', 'Labels': 'assumed' })), 5);
  });

  it('average the health of a sprint over what is known', () => {
    const issues = issuesFrom([
      { 'Code Coverage': '80' }, { 'Code Coverage': '90' }, { 'AI Model Type': 'SVM', 'Performance Metric': 'F1', 'Baseline Score': '0.7',
        'Achieved Score': '0.8' },
      { 'AI Model Type': 'SVM', 'Performance Metric': 'RMSE', 'Baseline Score': '2', 'Achieved Score': '3' },
    ]);
    assert.deepEqual(sprintHealth(20, 15, issues), { score: 70, velocity: 75, quality: 85, experiments: 50 });
    assert.equal(sprintHealth(10, 30, []).score, 100);
    assert.deepEqual(sprintHealth(0, 0, []), { score: null, velocity: null, quality: null, experiments: null });
  });

  it('multiply probability and impact', () => {
    assert.deepEqual(
      [riskLevel('High', 'High'), riskLevel('High', 'Medium'), riskLevel('Medium', 'Medium'), riskLevel('High', 'Low'), riskLevel('Medium', 'Low')],
      ['High', 'High', 'Medium', 'Medium', 'Low'],
    );
  });
});

describe('a sprint', () => {
  const issues = issuesFrom([
    done('2026-12-01', '2026-12-05', { 'Sprint': 'Sprint 9', 'Story Points': '8' }),
    done('2027-01-01', '2027-01-08 10:00:00', { 'Sprint': 'Sprint 10', 'Story Points': '3', 'Assignee': 'Ada', 'Summary': 'Count' }),
    { 'Status': 'In Progress', 'Sprint': 'Sprint 10', 'Story Points': '5', 'Assignee': 'Ada', 'Risk Level': 'High', 'Business Value': 'High' },
    { 'Status': 'Blocked', 'Sprint': 'Sprint 9', 'Assignee': 'Bob', 'Labels': 'assumed', 'Story Points': '2' },
  ]);
  const commits = [{ author: 'Ada', time: Date.parse('2027-01-08T09:00:00Z') / 1000 }, { author: 'Cy', time: Date.parse('2027-01-07T09:00:00Z') / 1000 }];
  const facts = sprintFacts({ issues, commits, calendar, now });

  it('is the latest of the log, whose numbers are numbers', () => {
    assert.deepEqual([facts.sprint, facts.planned, facts.achieved, facts.velocityTarget], ['Sprint 10', 8, 3, 8]);
    assert.deepEqual(facts.priorities.map(({ key }) => key), ['A-3']);
    assert.deepEqual(facts.risks.map(({ key, level }) => [key, level]), [['A-3', 'High']]);
    assert.deepEqual(facts.blocked.map(({ key }) => key), ['A-4']);
    assert.equal(sprintFacts({ issues, commits, calendar, now, sprint: 'Sprint 9' }).velocityTarget, null);
  });

  it('tells on a Monday what happened since Friday', () => {
    assert.equal(facts.since, '2027-01-08');
    assert.deepEqual(facts.people.map(({ name, since, now: today, blocked, commits: made }) => [name, since.length, today.length, blocked.length, made]), [
      ['Ada', 1, 1, 0, 1], ['Bob', 0, 0, 1, 0],
    ]);
  });

  it('is the last two weeks where the log names none', () => {
    const rows = [done('2027-01-01', '2027-01-08'), done('2026-11-01', '2026-11-08'), { 'Status': 'To Do' }];
    const made = sprintFacts({ issues: issuesFrom(rows), commits: [], calendar, now });
    assert.deepEqual([made.sprint, made.finished.map(({ key }) => key), made.open.map(({ key }) => key)], [null, ['A-1'], ['A-3']]);
  });

  it('fills a template, keeps what it does not know, and is not acted on by what people wrote', () => {
    const { text, unknown } = fillDocument('# {{sprint}}: {{ result }} {{weather}}', facts, 'review');
    assert.deepEqual([text, unknown], ['# Sprint 10: 3 of 8 points finished, 1 of 2 issues. {{weather}}\n', ['weather']]);
    const story = storyFacts(one({ 'Summary': `${HOSTILE} {{key}}`, 'Description': HOSTILE, 'Assignee': HOSTILE }), []);
    const filled = fillDocument('{{summary}} {{description}} {{about}}', story, 'story').text;
    assert.doesNotMatch(filled, /<script|\{\{|\]\(javascript/);
  });
});
