/** Threads that start before the program is loaded: only where a first review of many files is likely. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startAhead } from '../../server/app/ahead.ts';
import { cacheFileOf } from '../../server/host/result-cache.ts';
import { threadCount } from '../../server/host/worker-count.ts';
import { removeTemporaryFolders, temporaryFolder } from '../kit/temporary-folder.ts';

function files(count: number, ending: string): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`source/part${at % 7}/file${at}${ending}`, '']));
}

/** Whether threads are started. */
async function starts(root: string, cache = true): Promise<boolean> {
  const worker = join(temporaryFolder({ 'worker.mjs': 'export default () => [];\n' }), 'worker.mjs');
  const pool = await startAhead(root, cache, worker);
  await pool?.destroy();
  return pool !== null;
}

describe('threads that start ahead', () => {
  const outside = process.env['ARCHWRIGHT_CACHE'];
  /** A machine with one processor has no threads to start. */
  const able = threadCount() > 1;

  beforeEach(() => {
    process.env['ARCHWRIGHT_CACHE'] = temporaryFolder({});
  });
  after(() => {
    if (outside === undefined) delete process.env['ARCHWRIGHT_CACHE'];
    else process.env['ARCHWRIGHT_CACHE'] = outside;
    removeTemporaryFolders();
  });

  it('do so for many sources', async () => {
    assert.equal(await starts(temporaryFolder(files(250, '.ts'))), able);
    assert.equal(await starts(temporaryFolder(files(250, '.py'))), able);
  });

  it('do not for few sources, nor for many other files, nor for many that git ignores', async () => {
    assert.equal(await starts(temporaryFolder(files(249, '.ts'))), false);
    assert.equal(await starts(temporaryFolder(files(600, '.txt'))), false);
    assert.equal(await starts(temporaryFolder({ ...files(300, '.ts'), '.gitignore': 'source/\n' })), false);
  });

  it('do not where an earlier review left its results, unless these are not used', async () => {
    const root = temporaryFolder(files(300, '.ts'));
    writeFileSync(cacheFileOf(root), '');
    assert.deepEqual([await starts(root), await starts(root, false)], [false, able]);
  });

  it('do not where there is no folder', async () => {
    assert.equal(await starts(join(temporaryFolder({}), 'missing')), false);
  });
});
