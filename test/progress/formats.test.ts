/** Whatever the log holds, a report is honest and safe in every format. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changesIn } from '../../server/progress/delivery.ts';
import { progressOf, type ReportInput } from '../../server/progress/report.ts';
import { progressSchema, REPORT_KINDS } from '../../server/protocol/progress.ts';
import { PROGRESS_FORMATS, writeProgress } from '../../server/report/progress/formats.ts';
import { ticksTo } from '../../server/report/progress/charts.tsx';
import { Calendar } from '../../server/text/calendar.ts';
import type { Cells } from '../../server/tracking/fields.ts';
import { HOSTILE } from '../report/sample.ts';
import { issuesFrom } from './rows.ts';

const WRITING = { color: false, width: 100 };
const now = Date.parse('2027-01-13T12:00:00Z');
const empty: ReportInput = {
  kinds: REPORT_KINDS, issues: [], reviews: [], gates: null, code: null, shallow: false, noGit: '', calendar: new Calendar('Europe/Madrid'), now,
  history: { delivered: { deployments: [], changes: changesIn([], [], new Map(), () => null) }, commits: [], lost: [], notInLog: 0 },
};
const NO_FIGURE = /\b(?:NaN|Infinity|undefined|null%|\[object)/;

const day = fc.constantFrom('', '2026-12-31', '2027-01-01 10:00:00', '2027-01-12 23:59:59', '2030-01-01', 'soon');
const row = fc.record({
  'Status': fc.constantFrom('', 'Done', 'To Do', 'Blocked', 'In Progress', 'Closed'), 'Created Date': day, 'Resolved Date': day, 'Updated Date': day,
    'Due Date': day,
  'Story Points': fc.constantFrom('', '0', '3', '1e400', '-1', 'x'), 'AI Model Type': fc.constantFrom('', 'SVM'),
    'Performance Metric': fc.constantFrom('', 'F1', 'loss'),
  'Achieved Score': fc.constantFrom('', '0', '0.9', '-3'), 'Baseline Score': fc.constantFrom('', '0', '0.5'), 'Sprint': fc.constantFrom('', 'S1'),
  'Labels': fc.constantFrom('', 'assumed'), 'Deployment Stage': fc.constantFrom('', 'Production'), 'Inference Time': fc.constantFrom('', '12'),
});

describe('a report on the work', () => {
  it('has no figure that is none, whatever the log holds', () => {
    fc.assert(fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
      const report = progressOf({ ...empty, issues: issuesFrom(rows as Partial<Cells>[]) });
      assert.deepEqual(progressSchema.parse(JSON.parse(JSON.stringify(report))), report);
      for (const format of PROGRESS_FORMATS) assert.doesNotMatch(writeProgress(report, format, WRITING).replace(/<style>[^]*<\/style>/, ''), NO_FIGURE, format);
    }), { numRuns: 150 });
  });

  it('says that there is nothing yet', () => {
    const pretty = (rows: Partial<Cells>[]): string => writeProgress(progressOf({ ...empty, issues: issuesFrom(rows) }), 'pretty', WRITING);
    assert.match(pretty([]), /The log has no issues yet\. "archwright track import" fills it from git\./);
    assert.match(pretty([{ 'Status': 'To Do', 'Created Date': '2027-01-04' }]), /^Velocity\n {2}No finished issue yet\.\n/);
    assert.match(pretty([{ 'Status': 'To Do' }]), /Completion\n {2}No finished issue yet, of 1\.\n/);
    assert.match(pretty([{ 'Status': 'To Do' }]), /Cycle time\n {2}No finished issue yet\.\n/);
  });

  it('says when points are nobody\'s judgement, and counts issues then', () => {
    const rows = [{ 'Status': 'Done', 'Created Date': '2027-01-04', 'Resolved Date': '2027-01-05', 'Labels': 'assumed', 'Story Points': '2' }];
    const text = writeProgress(progressOf({ ...empty, issues: issuesFrom(rows) }), 'pretty', WRITING);
    assert.match(text, /1 issues a week in the last whole week\./);
    assert.doesNotMatch(text, /Points finished/);
    assert.match(text, /Nobody set points, value and risk of 1 of 1 issue/);
  });

  it('cannot be acted on by what people wrote', () => {
    const named = (text: string): Partial<Cells> => ({
      'Issue Key': text, 'Summary': text, 'Assignee': text, 'Sprint': text, 'AI Model Type': text, 'Performance Metric': text, 'Achieved Score': '1',
        'Issue Type': text,
      'Status': 'Blocked', 'Due Date': '2027-01-01', 'Risk Level': text, 'Created Date': '2027-01-04',
    });
    const of = (text: string) => progressOf({ ...empty, issues: issuesFrom([named(text), named(`${text}2`)]) });
    const tags = (html: string): string[] => [...new Set(html.replace(/<style>[^]*<\/style>/, '').match(/<\/?[a-z][a-z0-9]*/gi))].sort();
    assert.deepEqual(tags(writeProgress(of(HOSTILE), 'html', WRITING)), tags(writeProgress(of('name'), 'html', WRITING)));
    for (const format of ['pretty', 'markdown', 'html'] as const)
      assert.equal(/[\u0000-\u0008\u001b\u202a-\u202e\u2066-\u2069]/.test(writeProgress(of(HOSTILE), format, WRITING)), false, format);
    assert.doesNotMatch(writeProgress(of(HOSTILE), 'markdown', WRITING), /<script|\]\(javascript/);
    const csv = writeProgress(of('=1+1'), 'csv', WRITING);
    assert.match(csv, /'=1\+1/);
    assert.doesNotMatch(csv, /(?:^|,|")=1/m);
  });

  it('as a page asks for nothing from outside', () => {
    const html = writeProgress(progressOf({ ...empty, issues: issuesFrom([{ 'Status': 'Done', 'Created Date': '2027-01-01',
      'Resolved Date': '2027-01-09' }]) }), 'html', WRITING);
    assert.deepEqual([...html.matchAll(/ (src|srcset|background|poster|data)=|@import|<link|<iframe|<object|<script|url\(/g)].map(([found]) => found), []);
    assert.match(html, /default-src 'none'/);
  });

  it('has axes that end at round numbers', () => {
    assert.deepEqual([ticksTo(0), ticksTo(1), ticksTo(7), ticksTo(100), ticksTo(0.94)], [[0, 1], [0, 0.25, 0.5, 0.75, 1], [0, 2, 4, 6, 8],
      [0, 25, 50, 75, 100], [0, 0.25, 0.5, 0.75, 1]]);
  });
});
