/** What a report said is kept as long as the file is the same, and no longer. */
import assert from 'node:assert/strict';
import { statSync, unlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { KeptReports } from '../../server/compose/kept-reports.ts';
import { readReportFile, type FileTask } from '../../server/compose/report-file.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

const tests = (inside: string): string => `<testsuite><testcase name="x">${inside}</testcase></testsuite>`;
const LCOV = 'SF:a.ts\nDA:1,1\nend_of_record\n';
/** As long after the files were written as it takes for them to be kept. */
const later = (): number => Date.now() + 60_000;

describe('kept reports', () => {
  after(removeTemporaryFolders);
  const task = (root: string, path = 'junit.xml'): FileTask<'junit'> => ({ root, kind: 'junit', path, lines: false });

  it('reads a file once, and again when it is another of the same size and time', async () => {
    const root = temporaryFolder({ 'junit.xml': tests('<skipped/>') });
    const file = join(root, 'junit.xml');
    const { atime, mtime } = statSync(file);
    const kept = new KeptReports(null, later);
    for (let turn = 0; turn < 3; turn++) assert.deepEqual(await kept.read(task(root)), { content: { passed: 0, failed: 0, skipped: 1 } });
    assert.deepEqual(kept.counts, { reads: 1, kept: 1 });
    writeIn(root, 'junit.xml', tests('<failure/>'));
    utimesSync(file, atime, mtime);
    assert.deepEqual(await kept.read(task(root)), { content: { passed: 0, failed: 1, skipped: 0 } });
    assert.deepEqual(kept.counts, { reads: 2, kept: 1 });
    unlinkSync(file);
    assert.equal(await kept.read(task(root)), null);
    assert.deepEqual(kept.counts, { reads: 2, kept: 0 });
  });

  it('does not trust the time of a file that was just written', async () => {
    const root = temporaryFolder({ 'junit.xml': tests('') });
    const kept = new KeptReports(null);
    for (let turn = 0; turn < 2; turn++) assert.deepEqual(await kept.read(task(root)), { content: { passed: 1, failed: 0, skipped: 0 } });
    assert.deepEqual(kept.counts, { reads: 2, kept: 0 });
  });

  it('keeps coverage apart with its lines and without', async () => {
    const root = temporaryFolder({ 'lcov.info': LCOV });
    const kept = new KeptReports(null, later);
    const read = (lines: boolean): Promise<unknown> => kept.read({ root, kind: 'coverage', path: 'lcov.info', lines });
    const files = new Map([['a.ts', { covered: 1, total: 1 }]]);
    assert.deepEqual(await read(false), { content: { files, lines: new Map(), roots: [] } });
    assert.deepEqual(await read(true), { content: { files, lines: new Map([['a.ts', new Map([[1, 1]])]]), roots: [] } });
  });

  it('has large files read elsewhere, and says so when that is not possible', async () => {
    const root = temporaryFolder({ 'junit.xml': tests(''), 'large.xml': tests(' '.repeat(300_000)) });
    const asked: string[] = [];
    const kept = new KeptReports((each) => {
      asked.push(each.path);
      return readReportFile(each);
    }, later);
    for (const path of ['junit.xml', 'large.xml', 'large.xml'])
      assert.deepEqual(await kept.read(task(root, path)), { content: { passed: 1, failed: 0, skipped: 0 } });
    assert.deepEqual(asked, ['large.xml']);
    const dying = new KeptReports(() => Promise.reject(new Error('died')), later);
    const reason = 'cannot be read: it takes more memory than there is';
    assert.deepEqual(await dying.read(task(root, 'large.xml')), { refused: reason });
    assert.deepEqual(await dying.read({ root, kind: 'metrics', path: 'large.xml', lines: false }), { problem: reason });
  });

  it('keeps no more than what was asked for last', async () => {
    const paths = Array.from({ length: 40 }, (_, at) => `junit${at}.xml`);
    const root = temporaryFolder(Object.fromEntries(paths.map((path) => [path, ' '.repeat(4_000_000)])));
    const kept = new KeptReports(null, later);
    for (const path of paths) await kept.read(task(root, path));
    assert.deepEqual(kept.counts, { reads: 40, kept: 33 });
    await kept.read(task(root, paths[39]));
    assert.equal(kept.counts.reads, 40);
    await kept.read(task(root, paths[0]));
    assert.equal(kept.counts.reads, 41);
  });
});
