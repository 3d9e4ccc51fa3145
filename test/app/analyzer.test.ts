/** Files that a worker cannot finish: they are given up, and nothing else waits for them. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { FileInput } from '../../server/engine/analyze-file.ts';
import { createAnalyzer, LARGE } from '../../server/host/analyzer.ts';
import type { Outcome } from '../../server/host/worker-task.ts';
import { removeTemporaryFolders, temporaryFolder } from '../kit/temporary-folder.ts';

/** Never ends with a file named `endless`, and dies with one named `deadly`. */
const WORKER = `
export default (task) => task.files.map(({ path }) => {
  while (path.includes('endless'));
  if (path.includes('deadly')) process.exit(3);
  return JSON.stringify({ path, done: true });
});
`;

function input(path: string, length: number): FileInput {
  return { path, text: ' '.repeat(length), role: 'source', settings: { key: '', rules: {} } };
}

/** @returns by path: the code of the reason why it was given up, `worker`, or `here` when this thread analyzed it */
async function outcomes(inputs: readonly FileInput[], here = false): Promise<Record<string, string>> {
  const workerFile = join(temporaryFolder({ 'worker.mjs': WORKER }), 'worker.mjs');
  const one = ({ path }: FileInput): Promise<Outcome> => Promise.resolve({ path, here: true } as unknown as Outcome);
  const analyzer = createAnalyzer({ workerFile, threads: 2, here, one, limit: 1 });
  const found: Record<string, string> = {};
  try {
    await analyzer.analyze(inputs, (outcome) => {
      const { path, reason } = outcome as { path: string; reason?: { code: string } };
      found[path] = reason?.code ?? ('here' in outcome ? 'here' : 'worker');
    });
  } finally {
    await analyzer.close();
  }
  return found;
}

describe('files that a worker cannot finish', () => {
  after(removeTemporaryFolders);

  it('are given up among many others, which are all analyzed', async () => {
    const others = Array.from({ length: 40 }, (_, at) => input(`other${at}.ts`, 30_000));
    const { 'endless.ts': endless, 'deadly.ts': deadly, ...rest } = await outcomes([input('endless.ts', 100_000), ...others, input('deadly.ts', 100_000)]);
    assert.deepEqual([endless, deadly], ['too-slow', 'analysis-failed']);
    assert.deepEqual(rest, Object.fromEntries(others.map(({ path }) => [path, 'worker'])));
  });

  it('are given up when they are few and large, and do not stop this thread', async () => {
    assert.deepEqual(await outcomes([input('endless.ts', LARGE), input('small.ts', 10)]), { 'endless.ts': 'too-slow', 'small.ts': 'here' });
  });

  it('are left to the workers where this thread helps', async () => {
    const found = await outcomes([input('endless.ts', LARGE), input('large.ts', LARGE), input('third.ts', LARGE)], true);
    assert.deepEqual(found, { 'endless.ts': 'too-slow', 'large.ts': 'worker', 'third.ts': 'worker' });
  });
});
