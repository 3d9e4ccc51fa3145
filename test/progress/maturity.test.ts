/** The maturity of a team: what it answers, what is measured, and that the one is not taken for the other. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument } from '../../server/config/documents.ts';
import { areasOf, maturitySchema, maturityTemplate, USUAL_AREAS, type MaturityFile } from '../../server/progress/maturity/file.ts';
import { measuresIn, proposedLevel, type MeasureInput } from '../../server/progress/maturity/measures.ts';
import { maturityOf } from '../../server/progress/maturity/report.ts';
import { MEASURES, type MaturityMeasure, type MaturityReport, type MeasureId } from '../../server/protocol/maturity.ts';
import { MATURITY_FORMATS, writeMaturity } from '../../server/report/maturity/formats.ts';
import { maturityReportSchema } from '../../server/report/schemas/track.ts';
import { Calendar, DAY } from '../../server/text/calendar.ts';
import { columns } from '../../server/text/plain-text.ts';
import type { Cells } from '../../server/tracking/fields.ts';
import { HOSTILE } from '../report/sample.ts';
import { done, issuesFrom } from './rows.ts';

const now = Date.parse('2027-01-13T12:00:00Z');
const input = (rows: readonly Partial<Cells>[], more: Partial<MeasureInput> = {}): MeasureInput =>
  ({ issues: issuesFrom(rows), reviews: [], gates: null, calendar: new Calendar('UTC'), now, ...more });
const finished = (more: Partial<Cells>): Partial<Cells> => done('2027-01-01', '2027-01-05', more);
const some = (count: number, row: Partial<Cells>): Partial<Cells>[] => Array.from({ length: count }, () => row);
const measure = (id: MeasureId, given: MeasureInput): MaturityMeasure => measuresIn(given).get(id)!;
const PATH = '.archwright/maturity.json';

describe('what is measured of practices', () => {
  it('is a share of what could have been', () => {
    const model = { 'AI Model Type': 'SVM', 'Performance Metric': 'F1', 'Baseline Score': '0.7' };
    const issues = input([
      ...some(3, finished({ 'Code Review Status': 'Approved', 'Test Status': 'Passed', 'Code Coverage': '80', 'Compliance Status': 'Compliant' })),
      ...some(2, finished({ 'Story Points': '3', 'Labels': 'assumed', 'Compliance Status': 'Non-compliant' })),
      ...some(4, finished({ ...model, 'Achieved Score': '0.8', 'Data Source': 's3' })), finished({ ...model, 'Achieved Score': '0.6', 'Story Points': '5' }),
    ]);
    const shares = Object.fromEntries(MEASURES.map((id) => [id, measure(id, issues)]).map(([id, each]) => [id, (each as MaturityMeasure).percent]));
    assert.deepEqual(shares, {
      'estimated': 10, 'sprints-kept': null, 'models-described': 100, 'baselines-reached': 80, 'data-told': 80, 'reviewed': 30, 'tests-passed': 30,
      'gates-passed': null, 'covered': 30, 'reviews-kept': null, 'compared': 100, 'compliance-judged': 50, 'compliant': 60,
    });
  });

  it('is nothing where there is too little, or only what was long ago', () => {
    assert.equal(measure('reviewed', input(some(4, finished({ 'Code Review Status': 'Approved' })))).percent, null);
    assert.equal(measure('reviewed', input(some(5, finished({ 'Code Review Status': 'Approved' })))).percent, 100);
    assert.deepEqual(measure('reviewed', input(some(9, done('2025-01-01', '2026-01-01', { 'Code Review Status': 'Approved' })))).whole, 0);
    assert.deepEqual([...measuresIn(input([])).values()].filter(({ percent }) => percent !== null), []);
  });

  it('counts sprints by points that somebody set, gates by their runs, and reviews by weeks', () => {
    const sprint = { 'Sprint': 'Sprint 1', 'Story Points': '4' };
    const open = { ...sprint, 'Status': 'To Do', 'Updated Date': '2027-01-02' };
    const points = input([...some(3, finished(sprint)), open, finished({ ...sprint, 'Labels': 'assumed' })]);
    assert.deepEqual([measure('sprints-kept', points).part, measure('sprints-kept', points).whole], [12, 16]);
    const gates = [...[1, 2, 3, 4].map((days) => ({ time: now - days * DAY, passed: true })), { time: now - DAY, passed: false }, { time: 0, passed: false }];
    assert.equal(measure('gates-passed', input([], { gates })).percent, 80);
    const reviews = [1, 2, 8, 15, 400].map((days) => now - days * DAY);
    assert.deepEqual([measure('reviews-kept', input([], { reviews })).part, measure('reviews-kept', input([], { reviews })).whole], [3, 13]);
  });

  it('stands for a level that rises with the shares', () => {
    const level = (...shares: (number | null)[]): number | null =>
      proposedLevel(shares.map((percent) => ({ id: 'reviewed', title: '', part: 0, whole: 0, percent })));
    assert.deepEqual([0, 29.9, 30, 60, 80, 95, 100].map((percent) => level(percent)), [1, 1, 2, 3, 4, 5, 5]);
    assert.deepEqual([level(100, 20), level(100, null), level(null), level()], [3, 5, null, null]);
  });
});

describe('the answers of a team', () => {
  const file: MaturityFile = {
    schemaVersion: 1,
    assessments: [
      { date: '2027-01-10', by: 'Team', answers: { agile: { level: 5, why: 'we plan', target: 5 }, data: { level: null } } },
      { date: '2026-07-01', by: '', answers: { agile: { level: 2 }, collaboration: { level: 3 } } },
    ],
  };
  const report = maturityOf(file, PATH, input(some(6, finished({ 'Code Review Status': 'Approved', 'Labels': 'assumed' }))));
  const area = (id: string): MaturityReport['areas'][number] => report.areas.find((each) => each.id === id)!;

  it('are told in the order of their days, with the trend', () => {
    assert.deepEqual(report.assessments, [
      { date: '2026-07-01', by: '', answered: 2, average: 2.5 }, { date: '2027-01-10', by: 'Team', answered: 1, average: 5 },
    ]);
    const { level, before, trend, why, target, proposed } = area('agile');
    assert.deepEqual([level, before, trend, why, target, proposed], [5, 2, [2, 5], 'we plan', 5, 1]);
    assert.deepEqual(report.notes, ['Agile practices: the team says 5, what is measured 1.']);
    assert.deepEqual(maturityReportSchema.parse(report), report);
  });

  it('are never filled from what is measured', () => {
    assert.deepEqual([area('collaboration').level, area('collaboration').trend, area('collaboration').proposed], [null, [3, null], 5]);
    const none = maturityOf(null, PATH, input(some(6, finished({ 'Code Review Status': 'Approved' }))));
    assert.deepEqual([none.file, none.assessments, none.areas.map(({ level }) => level)], [null, [], USUAL_AREAS.map(() => null)]);
    assert.match(none.notes[0]!, /There is no assessment yet: "archwright track maturity --template/);
  });

  it('may be about areas of their own', () => {
    const own = { ...file, areas: [{ id: 'agile', title: 'Ours', measures: ['reviewed' as const] }, { id: 'data', title: 'Data' }] };
    assert.deepEqual(areasOf(own).map(({ title, measures }) => [title, measures]), [['Ours', ['reviewed']], ['Data', []]]);
  });

  it('are refused with the place and what is allowed', () => {
    const problem = (text: string): string => {
      const read = readDocument(text, maturitySchema);
      return 'value' in read ? 'none' : `${read.problems[0]!.span[0]}:${read.problems[0]!.span[1]} ${read.problems[0]!.message}`;
    };
    const answers = (text: string, rest = ''): string =>
      `{ "schemaVersion": 1,\n"assessments": [\n{ "date": "2026-01-31", "by": "", "answers": { ${text} } }${rest} ] }`;
    assert.equal(problem(maturityTemplate('2026-01-31')), 'none');
    assert.equal(problem(answers('"agile": { "level": 6 }')), '3:68 Must be at most 5.');
    assert.equal(problem(answers('"agile": { "level": 2.5 }')), '3:68 Expected a whole number, found 2.5.');
    assert.equal(problem(answers('"agile": { "levle": 2 }')), '3:57 "level" is missing; it must be a number.');
    assert.match(problem(answers('"agil": { "level": 2 }')), /^3:56 There is no area "agil"\. The areas are agile, /);
    assert.match(problem(answers('', ',\n{ "date": "2026-01-31", "by": "", "answers": {} }')), /^4:11 There are two assessments of 2026-01-31\./);
    const soon = '{ "schemaVersion": 1, "assessments": [{ "date": "soon", "by": "", "answers": {} }] }';
    assert.equal(problem(soon), '1:49 Expected a day such as "2026-01-31".');
    assert.match(problem('{ "schemaVersion": 1, "areas": [], "assessments": [] }'), /Must not be empty\./);
    assert.match(problem('{ "schemaVersion": 1, "areas": [{ "id": "A b", "title": "x" }], "assessments": [] }'), /An id has small letters/);
    const misspelt = '{ "schemaVersion": 1, "areas": [{ "id": "a", "title": "x", "measures": ["reviewd"] }], "assessments": [] }';
    assert.match(problem(misspelt), /Did you mean "reviewed"\?/);
    assert.match(problem('{ "schemaVersion": 1, "areas": [{ "id": "a", "title": "x" }, { "id": "a", "title": "y" }], "assessments": [] }'), /id of two areas/);
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => assert.ok(readDocument(text, maturitySchema))));
  });

  it('fit into the width of the terminal', () => {
    for (const width of [40, 80, 120]) {
      const lines = writeMaturity(report, 'pretty', { color: false, width }).split('\n');
      assert.deepEqual(lines.filter((line) => columns(line) > width), [], String(width));
    }
    const text = writeMaturity(report, 'pretty', { color: false, width: 80 });
    assert.match(text, /^Maturity on 2027-01-10, by Team: 5 of 5 \(on 2026-07-01: 2\.5\), 1 of 8 areas\nanswered\n/);
    assert.match(text, /\nAgile practices {3}●●●●● 5 {2}2 5 {4}1 {4}issues estimated 0% of 6 ·\n/);
  });

  it('cannot act on who reads them', () => {
    const hostile = maturityOf({
      schemaVersion: 1, areas: [{ id: 'a', title: HOSTILE }], assessments: [{ date: '2027-01-10', by: HOSTILE, answers: { a: { level: 1, why: HOSTILE } } }],
    }, PATH, input([]));
    for (const format of MATURITY_FORMATS) {
      const text = writeMaturity(hostile, format, { color: false, width: 80 });
      if (format === 'json') assert.deepEqual(JSON.parse(text), hostile);
      else assert.equal(/[\u0000-\u0008\u001b\u202e]/.test(text), false, format);
      if (format === 'markdown') assert.doesNotMatch(text, /<script|\]\(javascript|<img/);
    }
  });
});
