/** The tracking log: CSV that survives anything that people write into commits. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { JsonReport } from '../../server/protocol/report.ts';
import type { LogRow } from '../../server/protocol/panel.ts';
import { issueIn } from '../../server/tracking/commits.ts';
import { addRows, EMPTY_ROW, NotALog, readRows } from '../../server/tracking/csv.ts';
import { appendReview, LOG_FILE, readLog } from '../../server/tracking/log.ts';
import { commitAll, gitIn } from '../kit/git-repository.ts';
import { sample } from '../report/sample.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

const mask = (lines: string): Promise<string> => Promise.resolve(lines);
const words = fc.string({ unit: 'grapheme', maxLength: 30 }).map((each) => each.replace(/\r/g, ''));
/** Now and then what a spreadsheet takes for a formula, as keyboards of all countries write it, guarded already or not. */
const text = fc.oneof(
  { weight: 3, arbitrary: words },
  fc.tuple(fc.constantFrom('', "'", "''"), fc.constantFrom(...'=+-@\t＝＋－＠'), words).map((parts) => parts.join('')),
);
const count = fc.option(fc.nat(9999), { nil: null });
const rowOf: fc.Arbitrary<LogRow> = fc.record(
  {
    kind: fc.constantFrom('review' as const, 'commit' as const),
    time: fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }).map((date) => date.toISOString()),
    commit: fc.stringMatching(/^[0-9a-f]{0,40}$/),
    branch: text,
    issue: text,
    summary: text,
    author: text,
    score: count,
    grade: fc.constantFrom('', 'A+', 'F'),
    errors: count,
    warnings: count,
    infos: count,
    delta: fc.option(fc.integer({ min: -100, max: 100 }), { nil: null }),
  },
  { noNullPrototype: true },
);

function report(total: number | null, errors = 0): JsonReport {
  const whole = sample();
  const error = { ...whole.findings[0]!, severity: 'error' as const, baseline: false };
  return { ...whole, score: { ...whole.score, total, grade: total === null ? null : 'B' }, findings: Array.from({ length: errors }, () => error) };
}

describe('tracking log as CSV', () => {
  it('reads back what it wrote, whatever stands in it', () => {
    fc.assert(fc.property(fc.array(rowOf, { maxLength: 8 }), (rows) => {
      assert.deepEqual(readRows(addRows('', rows)), rows);
    }), { numRuns: 300 });
  });

  it('only appends: what was there stays unchanged', () => {
    fc.assert(fc.property(fc.array(rowOf, { minLength: 1, maxLength: 4 }), fc.array(rowOf, { maxLength: 4 }), (first, second) => {
      const before = addRows('', first);
      assert.ok(addRows(before, second).startsWith(before));
    }));
  });

  it('writes nothing that a spreadsheet would calculate', () => {
    const written = addRows('', [{ ...EMPTY_ROW, time: '2026-01-01T00:00:00.000Z', summary: '=1+1', author: '@sum', delta: -2 }]);
    assert.match(written, /,'=1\+1,'@sum,/);
    assert.deepEqual(readRows(written).map((row) => [row.summary, row.author, row.delta]), [['=1+1', '@sum', -2]]);
  });

  it('keeps the columns that others added', () => {
    const theirs = 'Time,Story Points,Kind,Score\n2026-01-01T00:00:00.000Z,5,review,80\n';
    const after = addRows(theirs, [{ ...EMPTY_ROW, time: '2026-01-02T00:00:00.000Z', score: 90 }]);
    assert.equal(after, `${theirs}2026-01-02T00:00:00.000Z,,review,90\n`);
    assert.deepEqual(readRows(after).map((row) => row.score), [80, 90]);
  });

  it('skips lines that are not rows', () => {
    assert.deepEqual(readRows('Kind,Time,Score\nreview,not a time,1\nreview,2026-01-01T00:00:00.000Z,80\n<<<<<<< HEAD\n').map((row) => row.score), [80]);
  });
});

describe('issue keys', () => {
  it('are found in the subject, the body or the branch, and not in names of standards', () => {
    assert.equal(issueIn('ML-42 scale after the split'), 'ML-42');
    assert.equal(issueIn('scale', 'Closes SHOP-7.', 'feature/ML-1'), 'SHOP-7');
    assert.equal(issueIn('read UTF-8 and SHA-256', '', 'feature/ML-1-scale'), 'ML-1');
    assert.equal(issueIn('read UTF-8'), '');
  });
});

describe('tracking log of a folder', () => {
  after(removeTemporaryFolders);

  it('holds each review with its change, and the commits in between', async () => {
    const folder = temporaryFolder({ 'a.ts': 'export const a = 1;\n', '.gitignore': 'logs/\n' });
    commitAll(folder, 'SHOP-1 first');
    await appendReview(folder, report(80, 2), { git: true, mask });
    writeIn(folder, 'a.ts', 'export const a = 2;\n');
    gitIn(folder, 'commit', '-q', '-am', 'SHOP-2 second\n\nwith a body');
    const rows = await appendReview(folder, report(82.5), { git: true, mask });
    assert.deepEqual(rows.map((row) => [row.kind, row.issue, row.summary, row.score, row.errors, row.delta]), [
      ['commit', 'SHOP-1', 'SHOP-1 first', null, null, null],
      ['review', '', '', 80, 2, null],
      ['commit', 'SHOP-2', 'SHOP-2 second', null, null, null],
      ['review', '', '', 82.5, 0, 2.5],
    ]);
    assert.deepEqual(await readLog(folder), rows);
    assert.equal((await appendReview(folder, report(82.5), { git: true, mask })).length, 4, 'a review that says the same is not repeated');
  });

  it('starts no cell with a formula, whoever committed what on which branch', async () => {
    const folder = temporaryFolder({ 'a.ts': 'export const a = 1;\n' });
    commitAll(folder, '=HYPERLINK("http://example.com","SHOP-1")');
    gitIn(folder, 'checkout', '-q', '-b', '=1+1');
    gitIn(folder, 'commit', '-q', '--allow-empty', '--author', '+SUM(A1) <a@example.com>', '-m', '@SUM(A1)\n\n-2');
    const rows = await appendReview(folder, report(80), { git: true, mask });
    assert.deepEqual(rows.map((row) => [row.branch, row.summary, row.author]), [
      ['=1+1', '=HYPERLINK("http://example.com","SHOP-1")', 'Test'], ['=1+1', '@SUM(A1)', '+SUM(A1)'], ['=1+1', '', ''],
    ]);
    const written = readFileSync(join(folder, LOG_FILE), 'utf8');
    assert.doesNotMatch(written, /(^|[,"])[=+@-]/m);
    assert.deepEqual(await readLog(folder), rows);
  });

  it('masks what people write into commits, in its own row each', async () => {
    const folder = temporaryFolder({ 'a.ts': 'export const a = 1;\n' });
    commitAll(folder, 'one hidden word');
    gitIn(folder, 'commit', '-q', '--allow-empty', '--author', 'hidden <a@example.com>', '-m', 'two');
    const rows = await appendReview(folder, report(80), { git: true, mask: (lines) => Promise.resolve(lines.replaceAll('hidden', '******')) });
    assert.deepEqual(rows.slice(0, 2).map((row) => [row.summary, row.author]), [['one ****** word', 'Test'], ['two', '******']]);
  });

  it('refuses a file that is no log, and leaves it as it is', async () => {
    for (const text of ['name,points\nada,3\n', `${readFileSync(join(import.meta.dirname, 'log.test.ts'), 'utf8')}`, 'Kind,Time\n"never closed\n']) {
      const folder = temporaryFolder({ [LOG_FILE]: text });
      await assert.rejects(appendReview(folder, report(80), { git: false, mask }), NotALog);
      assert.equal(readFileSync(join(folder, LOG_FILE), 'utf8'), text);
    }
  });

  it('works without git, and keeps what it cannot read', async () => {
    const folder = temporaryFolder();
    assert.deepEqual((await appendReview(folder, report(null), { git: true, mask })).map((row) => [row.kind, row.commit, row.score]), [['review', '', null]]);
    const file = join(folder, LOG_FILE);
    const odd = `${readFileSync(file, 'utf8')}a line,"that somebody\nbroke",in half\n`;
    writeFileSync(file, odd);
    await appendReview(folder, report(70), { git: true, mask });
    assert.ok(readFileSync(file, 'utf8').startsWith(odd));
  });
});
