/** The definition of done: what counts as met, what as seen, and what never does. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument } from '../../server/config/documents.ts';
import { evaluateDone, type DoneEvidence, type IssueInGit, type IssueInReview } from '../../server/progress/done/evaluate.ts';
import { doneListSchema, doneListText, itemsFor, USUAL_LIST, type DoneItem } from '../../server/progress/done/list.ts';
import type { DoneTick } from '../../server/progress/done/ticks.ts';
import type { DoneReport, DoneResult } from '../../server/protocol/done.ts';
import { DONE_FORMATS, writeDone } from '../../server/report/done/formats.ts';
import { columns } from '../../server/text/plain-text.ts';
import { FIELDS, type Cells } from '../../server/tracking/fields.ts';
import { HOSTILE } from '../report/sample.ts';
import { issuesFrom } from './rows.ts';

const EMPTY = Object.fromEntries(FIELDS.map((field) => [field, ''])) as Cells;
const GIT: IssueInGit = { commits: 2, last: '1a2b3c4d', mainBranch: 'main', onMain: true, undone: false, reverted: false, reviewed: false, work: 'w' };
const REVIEW: IssueInReview = {
  files: 2, unread: [], findings: [], failed: [], coverage: { source: 'lcov.info', isOld: false, covered: 95, total: 100 },
  tests: { source: 'junit.xml', isOld: false, passed: 7, failed: 0 }, publicItems: 10, documentedItems: 9,
  gates: new Map([['release', { passed: true, failed: [] }]]),
};
const FINDING = { ruleId: 'quality/naming', severity: 'warning', blocker: false, path: 'a.ts', line: 3 } as const;

function evidence(cells: Partial<Cells> = {}, { git = GIT, review = REVIEW }: { git?: IssueInGit | null; review?: IssueInReview | null } = {}): DoneEvidence {
  return { issue: issuesFrom([cells])[0]!, cells: { ...EMPTY, ...cells }, git, review };
}

type Check = DoneItem extends infer Item ? (Item extends DoneItem ? Omit<Item, 'id' | 'group' | 'title'> : never) : never;

function one(check: Check, given: DoneEvidence, tick?: DoneTick): DoneResult {
  const item = { id: 'x', group: 'G', title: 'T', ...check } as DoneItem;
  return evaluateDone([item], given, tick === undefined ? {} : { x: tick })[0]!;
}

const state = (check: Check, given: DoneEvidence): string => one(check, given).state;

describe('the definition of done', () => {
  it('has nothing met where nothing was seen and nobody ticked', () => {
    const nothing = evidence({ 'Labels': 'assumed', 'Risk Level': 'Low', 'AI Model Type': 'SVM' }, { git: null, review: null });
    const results = evaluateDone(itemsFor(USUAL_LIST, true), nothing, {});
    assert.equal(results.length, USUAL_LIST.items.length);
    assert.deepEqual([...new Set(results.map((each) => each.state))], ['not-seen']);
    assert.deepEqual([...new Set(results.map(({ source }) => source))], [null]);
  });

  it('sees each kind of evidence, for and against', () => {
    const review = (more: Partial<IssueInReview>): DoneEvidence => evidence({}, { review: { ...REVIEW, ...more } });
    const git = (more: Partial<IssueInGit>): DoneEvidence => evidence({}, { git: { ...GIT, ...more } });
    const coverage = (covered: number): DoneEvidence => review({ coverage: { source: 'lcov.info', isOld: false, covered, total: 100 } });
    const told: readonly (readonly [Check, DoneEvidence, DoneEvidence])[] = [
      [{ check: 'review' }, evidence({ 'Code Review Status': 'Approved' }), evidence({ 'Code Review Status': 'Changes Requested' })],
      [{ check: 'coverage' }, coverage(90), coverage(89)],
      [{ check: 'coverage', min: 50 }, coverage(50), coverage(49)],
      [{ check: 'tests' }, review({}), review({ tests: { source: 'j', isOld: false, passed: 9, failed: 1 } })],
      [{ check: 'findings' }, review({ findings: [FINDING] }), review({ findings: [{ ...FINDING, severity: 'error' }] })],
      [{ check: 'findings' }, review({}), review({ findings: [{ ...FINDING, blocker: true }] })],
      [{ check: 'findings', severity: 'warning', rules: ['security/*'] }, review({ findings: [FINDING] }),
        review({ findings: [{ ...FINDING, ruleId: 'security/x' }] })],
      [{ check: 'documentation' }, review({}), review({ documentedItems: 8 })],
      [{ check: 'gates' }, review({}), review({ gates: new Map([['a', { passed: true, failed: [] }], ['b', { passed: false, failed: ['f1 0.4'] }]]) })],
      [{ check: 'merged' }, git({}), git({ onMain: false })],
      [{ check: 'merged' }, git({}), git({ undone: true })],
      [{ check: 'merged' }, git({}), git({ reverted: true })],
      [{ check: 'model' }, evidence({ 'Performance Metric': 'F1', 'Baseline Score': '0.7', 'Achieved Score': '0.7' }),
        evidence({ 'Performance Metric': 'RMSE', 'Baseline Score': '2', 'Achieved Score': '3' })],
      [{ check: 'field', fields: ['Compliance Status'], met: ['Compliant'] }, evidence({ 'Compliance Status': 'Compliant' }),
        evidence({ 'Compliance Status': 'Non-compliant' })],
    ];
    for (const [check, good, bad] of told) assert.deepEqual([state(check, good), state(check, bad)], ['met', 'not-met'], JSON.stringify(check));
    assert.equal(state({ check: 'review' }, git({ reviewed: true })), 'met');
  });

  it('does not take what is missing, old, broken or assumed for seen', () => {
    const review = (more: Partial<IssueInReview>): DoneEvidence => evidence({}, { review: { ...REVIEW, ...more } });
    const unseen: readonly (readonly [Check, DoneEvidence])[] = [
      [{ check: 'coverage' }, review({ coverage: null })],
      [{ check: 'coverage' }, review({ coverage: { source: 'l', isOld: true, covered: 1, total: 1 } })],
      [{ check: 'coverage' }, review({ coverage: { source: 'l', isOld: false, covered: 0, total: 0 } })],
      [{ check: 'tests' }, review({ tests: { source: 'j', isOld: true, passed: 1, failed: 0 } })],
      [{ check: 'tests' }, review({ tests: { source: 'j', isOld: false, passed: 0, failed: 0 } })],
      [{ check: 'findings' }, review({ files: 0 })],
      [{ check: 'findings' }, review({ unread: ['a.ts'] })],
      [{ check: 'findings' }, review({ failed: ['quality/naming'] })],
      [{ check: 'documentation' }, review({ unread: ['a.ts'] })],
      [{ check: 'documentation' }, review({ files: 0 })],
      [{ check: 'gates', gates: ['other'] }, review({})],
      [{ check: 'gates' }, review({ gates: new Map() })],
      [{ check: 'merged' }, evidence({}, { git: null })],
      [{ check: 'merged' }, evidence({}, { git: { ...GIT, mainBranch: '' } })],
      [{ check: 'review' }, evidence({ 'Code Review Status': 'Pending' })],
      [{ check: 'model' }, evidence({ 'Achieved Score': '0.9' })],
      [{ check: 'field', fields: ['Risk Level'] }, evidence({ 'Risk Level': 'Low', 'Labels': 'assumed' })],
      [{ check: 'field', fields: ['Risk Level', 'Data Source'] }, evidence({ 'Risk Level': 'Low' })],
      [{ check: 'field', fields: ['Compliance Status'], met: ['Compliant'], open: ['Under Review'] }, evidence({ 'Compliance Status': 'Under Review' })],
    ];
    for (const [check, given] of unseen) assert.equal(state(check, given), 'not-seen', JSON.stringify(check));
    // A rule that the item does not ask for may fail.
    assert.equal(state({ check: 'findings', rules: ['security/*'] }, review({ failed: ['quality/naming'] })), 'met');
  });

  it('takes the log where no report tells, and the report where both do', () => {
    const log = { 'Code Coverage': '91', 'Test Status': 'Failed' };
    const without = evidence(log, { review: { ...REVIEW, coverage: null, tests: null } });
    assert.deepEqual([one({ check: 'coverage' }, without).source, state({ check: 'coverage' }, without), state({ check: 'tests' }, without)],
      ['log', 'met', 'not-met']);
    assert.deepEqual([one({ check: 'coverage' }, evidence(log)).source, state({ check: 'tests' }, evidence(log))], ['review', 'met']);
  });

  it('counts a tick only where nothing was seen, and until its files change', () => {
    const tick = { by: 'Ada', at: '2026-11-29', work: 'w' };
    const ticked = one({ check: 'person' }, evidence(), tick);
    assert.deepEqual([ticked.state, ticked.source, ticked.by, ticked.at, ticked.expired], ['met', 'person', 'Ada', '2026-11-29', false]);
    const wrong = one({ check: 'merged' }, evidence({}, { git: { ...GIT, onMain: false } }), tick);
    assert.deepEqual([wrong.state, wrong.by], ['not-met', null]);
    const expired = one({ check: 'person' }, evidence({}, { git: { ...GIT, work: 'other' } }), tick);
    assert.deepEqual([expired.state, expired.expired, expired.by], ['not-seen', true, 'Ada']);
    assert.match(expired.evidence, /^Ticked by Ada on 2026-11-29, before its files changed$/);
    assert.equal(one({ check: 'person' }, evidence({}, { git: null }), tick).expired, true);
  });

  it('leaves out what is about models where there is none', () => {
    assert.deepEqual(itemsFor(USUAL_LIST, false).filter(({ only }) => only === 'models'), []);
    assert.ok(itemsFor(USUAL_LIST, false).length > 5);
  });
});

describe('the list of a team', () => {
  const problem = (text: string): string => {
    const read = readDocument(text, doneListSchema);
    if (!('problems' in read)) return 'none';
    const { span, message } = read.problems[0]!;
    return `${span[0]}:${span[1]} ${message}`;
  };
  const list = (item: string): string => `{\n "schemaVersion": 1,\n "items": [\n  { "id": "a", "group": "G", "title": "T", ${item} }\n ]\n}`;

  it('can begin with the usual one', () => {
    assert.deepEqual(readDocument(doneListText(USUAL_LIST), doneListSchema), { value: USUAL_LIST });
    assert.equal(problem(`\ufeff// ours\n${list('"check": "person",')}`), 'none');
  });

  it('is refused with the place and what is allowed', () => {
    assert.equal(problem(list('"check": "coverge"')).slice(0, 33), '4:53 "check" must be one of "pers');
    assert.equal(problem(list('"check": "coverage", "min": 101')), '4:72 Must be at most 100.');
    assert.equal(problem(list('"check": "person", "min": 90')), '4:63 Unknown key "min".');
    const misspelt = problem(list('"check": "field", "fields": ["Rsk Level"]'));
    assert.match(misspelt, /^4:73 "Rsk Level" is none of the \d+ that there are\. Did you mean "Risk Level"\?$/);
    assert.match(problem(list('"check": "findings", "rules": ["everything"]')), /^4:75 Expected a rule such as/);
    assert.match(problem(list('"check": "person" }, { "id": "a", "group": "G", "title": "T", "check": "person"')), /"a" is the id of two items/);
    assert.match(problem(list('"check": "person", "id": "b"')), /"id" appears twice\./);
    assert.equal(problem('{ "schemaVersion": 2, "items": [] }'), '1:20 Expected 1, found 2.');
    assert.equal(problem('{ "schemaVersion": 1, "items": [] }'), '1:32 Must not be empty.');
    assert.equal(problem('[]'), '1:1 Expected an object, found a list.');
    assert.match(problem('{ "schemaVersion": 1'), /Missing closing "}"\./);
    assert.match(problem(''), /The file is empty\./);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => assert.ok(readDocument(text, doneListSchema))));
  });
});

describe('how an issue stands', () => {
  const results = evaluateDone(itemsFor(USUAL_LIST, true), evidence(), {});
  const report = (text: string): DoneReport => ({
    schemaVersion: 1, issue: { key: text, summary: text, status: text }, list: null, done: false, counts: { met: 5, notMet: 0, notSeen: 13 },
    items: results.map((each) => ({ ...each, group: text, title: text, evidence: text })), work: { commits: 2, files: 2 }, notes: [text],
  });

  it('fits into the width of the terminal', () => {
    const shown = { ...report('a'), items: results };
    for (const width of [40, 80, 120]) {
      const lines = writeDone(shown, 'pretty', { color: false, width }).split('\n');
      assert.deepEqual(lines.filter((line) => columns(line) > width), [], String(width));
    }
  });

  it('cannot be acted on by what people wrote', () => {
    for (const format of DONE_FORMATS) {
      const text = writeDone(report(HOSTILE), format, { color: false, width: 80 });
      if (format === 'json') assert.deepEqual(JSON.parse(text), report(HOSTILE));
      else assert.equal(/[\u0000-\u0008\u001b\u202e]/.test(text), false, format);
      if (format === 'markdown') assert.doesNotMatch(text, /<script|\]\(javascript|<img/);
    }
  });
});
