/** The one reader of baselines, and accepting findings into one. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { readAccepted, staleIn } from '../../server/app/baseline.ts';
import { Failure } from '../../server/app/failure.ts';
import { ReviewedFolder } from '../../server/app/reviewed-folder.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

const CALLS_EVAL = '/** Runs it. */\nexport function run(text: string): unknown {\n  return eval(text);\n}\n';

async function read(root: string): Promise<ReviewedFolder> {
  const folder = await ReviewedFolder.read({ root, cache: false });
  await folder.closed;
  return folder;
}

describe('the baseline of a folder', () => {
  after(removeTemporaryFolders);

  it('is empty when there is none, and fails when the named file is missing or broken', async () => {
    const root = temporaryFolder({});
    const none = await readAccepted(root);
    assert.deepEqual([none.hasBaseline, none.entries.length], [false, 0]);
    await assert.rejects(readAccepted(root, 'gone.json'), (error) => error instanceof Failure && error.message === 'Cannot read the baseline "gone.json".');
    writeIn(root, 'archwright-baseline.json', '{ "version": 1, "findings": [');
    await assert.rejects(readAccepted(root), (error) => error instanceof Failure && error.message.includes('is not valid JSON'));
  });

  it('accepts the current findings, then one more, and knows which are gone', async () => {
    const root = temporaryFolder({ 'archwright.jsonc': '{ "profile": "guidelines" }\n', 'src/a.ts': CALLS_EVAL });
    const first = await read(root);
    const count = await first.accept();
    assert.ok(count > 0);
    const accepted = await readAccepted(root);
    assert.deepEqual(first.review({ accepted, started: 0 }).report.findings.filter(({ baseline }) => !baseline), []);
    assert.equal(first.review({ accepted, started: 0 }).verdict.passed, true);

    writeIn(root, 'src/b.ts', CALLS_EVAL);
    const second = await read(root);
    const fresh = second.review({ accepted, started: 0 });
    assert.equal(fresh.verdict.passed, false);
    const [one] = fresh.report.findings.filter(({ baseline, severity }) => !baseline && severity === 'error');
    assert.equal(await second.accept({ fingerprint: one!.fingerprint }), count + 1);
    assert.equal(await second.accept({ fingerprint: one!.fingerprint }), count + 1);
    await assert.rejects(second.accept({ fingerprint: 'none' }), (error) => error instanceof Failure && error.message === 'This finding no longer exists.');
    const both = await readAccepted(root);
    assert.deepEqual(staleIn(both, accepted.fingerprints), [{ rule: one!.ruleId, path: 'src/b.ts' }]);
  });

  it('is written to the named file, with its folders', async () => {
    const root = temporaryFolder({ 'archwright.jsonc': '{ "profile": "guidelines" }\n', 'src/a.ts': CALLS_EVAL });
    const count = await (await read(root)).accept({ file: join(root, 'review/accepted.json') });
    assert.equal((await readAccepted(root, 'review/accepted.json')).entries.length, count);
    assert.equal((await readAccepted(root)).hasBaseline, false);
  });
});
