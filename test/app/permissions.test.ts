/** What the user may not read or write: it is said, or costs only time. */
import assert from 'node:assert/strict';
import { chmodSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readAccepted } from '../../server/app/baseline.ts';
import { brokenConfiguration } from '../../server/app/configuration.ts';
import { Failure } from '../../server/app/failure.ts';
import { ReviewedFolder } from '../../server/app/reviewed-folder.ts';
import { writeTextFile } from '../../server/app/write-file.ts';
import { listFolder, surveyOf } from '../../server/compose/survey.ts';
import { openCache } from '../../server/host/result-cache.ts';
import { recordReview } from '../../server/app/tracking.ts';
import { sample } from '../report/sample.ts';
import { removeTemporaryFolders, temporaryFolder } from '../kit/temporary-folder.ts';

const NOBODY = 65534;

/** Permissions do not bind the superuser, under whom tests may run. */
async function asNobody<Result>(does: () => Promise<Result>): Promise<Result> {
  if (process.getuid?.() !== 0) return does();
  process.seteuid!(NOBODY);
  try {
    return await does();
  } finally {
    process.seteuid!(0);
  }
}

/** A folder in which others may read, and not write. */
function folderOf(files: Record<string, string>): string {
  const folder = temporaryFolder(files);
  chmodSync(folder, 0o555);
  return folder;
}

/** Windows has no such permissions. */
if (process.platform !== 'win32') describe('what may not be read or written', () => {
  afterEach(removeTemporaryFolders);

  it('is a problem if it is the configuration, and not a review without it', async () => {
    const root = folderOf({ 'a.ts': 'export const a = 1;\n', 'archwright.jsonc': '{ "exclude": ["a.ts"] }' });
    chmodSync(join(root, 'archwright.jsonc'), 0);
    const survey = await asNobody(async () => surveyOf(await listFolder({ root }), { root }));
    assert.deepEqual(survey.problems.map(({ path, severity, message }) => [path, severity, message]), [
      ['archwright.jsonc', 'error', 'The configuration cannot be read (EACCES).'],
    ]);
    assert.match(brokenConfiguration(survey)!, /^archwright\.jsonc, line 1: The configuration cannot be read \(EACCES\)\. .* no configuration\.$/);
  });

  it('is skipped with the reason if it is a file or a folder of the code', async () => {
    const root = folderOf({ 'a.ts': 'export const a = 1;\n', 'b.ts': '', 'c/d.ts': '' });
    for (const path of ['b.ts', 'c']) chmodSync(join(root, path), 0);
    const review = await asNobody(async () => {
      const folder = await ReviewedFolder.read({ root, cache: false });
      return folder.review({ accepted: await readAccepted(root), started: 0 });
    });
    assert.deepEqual(review.report.files.skipped, [
      { path: 'b.ts', reason: 'no permission to read this file' }, { path: 'c', reason: 'no permission to read this folder' },
    ]);
    chmodSync(join(root, 'c'), 0o755);
  });

  it('is a sentence if it is the reviewed folder', async () => {
    const root = folderOf({});
    chmodSync(root, 0);
    const said = (error: unknown): boolean => error instanceof Failure && /No permission to read/.test(error.message);
    await asNobody(() => assert.rejects(ReviewedFolder.read({ root, cache: false }), said));
    chmodSync(root, 0o755);
  });

  it('is left alone if it is the cache, and refused in words if it is a file that was asked for', async () => {
    const root = folderOf({ 'kept.jsonl': 'before' });
    await asNobody(async () => {
      const cache = await openCache(join(root, 'kept.jsonl'));
      cache.set('x'.repeat(27), { module: {} } as never);
      await cache.save();
      const said = (error: unknown): boolean => error instanceof Failure && /^Cannot write .* \(EACCES\)\.$/.test(error.message);
      await assert.rejects(writeTextFile(join(root, 'archwright.jsonc'), '{}'), said);
      await assert.rejects(recordReview(root, sample(), false), /^Error: Cannot write "logs\/project_tracking\.csv" \(EACCES\); nothing was changed\.$/);
    });
    assert.deepEqual(readdirSync(root), ['kept.jsonl']);
  });
});
