/** Files that a worker cannot finish: they are given up, and nothing else waits for them. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { FileInput } from '../../server/engine/analyze-file.ts';
import { createAnalyzer, LARGE } from '../../server/host/analyzer.ts';
import { startPool } from '../../server/host/worker-pool.ts';
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

/**
 * @param inputs files to analyze
 * @param here whether this thread analyzes files too
 * @param later files that are handed over after them
 * @returns by path: the code of the reason why it was given up, `worker`, or `here` when this thread analyzed it
 */
async function outcomes(inputs: readonly FileInput[], here = false, later: readonly FileInput[] = []): Promise<Record<string, string>> {
  const workerFile = join(temporaryFolder({ 'worker.mjs': WORKER }), 'worker.mjs');
  const one = ({ path }: FileInput): Promise<Outcome> => Promise.resolve({ path, here: true } as unknown as Outcome);
  const analyzer = createAnalyzer({ workerFile, threads: 2, here, one, limit: 1 });
  const found: Record<string, string> = {};
  try {
    await Promise.all([inputs, later].map((each) => analyzer.analyze(each, (outcome) => {
      const { path, reason } = outcome as { path: string; reason?: { code: string } };
      found[path] = reason?.code ?? ('here' in outcome ? 'here' : 'worker');
    })));
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

  it('do not keep this thread from the files before them', async () => {
    const others = Array.from({ length: 40 }, (_, at) => input(`other${at}.ts`, 30_000));
    const found = await outcomes([input('endless.ts', LARGE), ...others], true, [input('large.ts', LARGE)]);
    const inWorkers = Object.keys(found).filter((path) => found[path] === 'worker');
    assert.deepEqual(inWorkers.sort(), ['large.ts', 'other0.ts', 'other1.ts', 'other2.ts', 'other3.ts']);
    assert.equal(Object.keys(found).length, 42);
  });
});

describe('files that are analyzed where requests are answered', () => {
  it('let something else have its turn after each of them', async () => {
    const one = ({ path }: FileInput): Promise<Outcome> => Promise.resolve({ path } as unknown as Outcome);
    const analyzer = createAnalyzer({ workerFile: null, threads: 1, here: false, one });
    let [turns, going] = [0, true];
    const take = (): void => {
      turns++;
      if (going) setImmediate(take);
    };
    setImmediate(take);
    await analyzer.analyze(Array.from({ length: 200 }, (_, at) => input(`${at}.ts`, 1)), () => undefined);
    going = false;
    assert.ok(turns >= 200, `${turns} turns for 200 files`);
  });

  it('go to the workers, however small each portion is, when many are expected', async () => {
    const workerFile = join(temporaryFolder({ 'worker.mjs': WORKER }), 'worker.mjs');
    const found = new Set<boolean>();
    const analyzer = createAnalyzer({ workerFile, threads: 1, here: false, one: () => Promise.reject(new Error('analyzed here')) });
    try {
      analyzer.expect(20_000);
      for (let portion = 0; portion < 3; portion++)
        await analyzer.analyze([input(`${portion}.ts`, 1)], (outcome) => void found.add('done' in outcome));
    } finally {
      await analyzer.close();
    }
    assert.deepEqual([...found], [true]);
  });
});

describe('files that are handed to workers', () => {
  /** Tells how many files it was given together, and by which thread it was given them. */
  const COUNTING = "import { threadId } from 'node:worker_threads';\n"
    + 'export default (task) => task.files.map(({ path }) => JSON.stringify({ path, together: task.files.length, threadId }));\n';
  const workerFile = (): string => join(temporaryFolder({ 'worker.mjs': COUNTING }), 'worker.mjs');
  const one = (): Promise<Outcome> => Promise.reject(new Error('analyzed here'));

  after(removeTemporaryFolders);

  it('go in smaller and smaller parts towards the end, so that no thread waits long for another', async () => {
    const analyzer = createAnalyzer({ workerFile: workerFile(), threads: 1, here: false, one });
    const together: number[] = [];
    try {
      const inputs = Array.from({ length: 300 }, (_, at) => input(`${at}.ts`, 4000));
      await analyzer.analyze(inputs, (outcome) => void together.push((outcome as unknown as { together: number }).together));
    } finally {
      await analyzer.close();
    }
    assert.equal(together.length, 300);
    assert.equal(together[0], 30);
    assert.deepEqual(together, together.toSorted((a, b) => b - a));
    assert.ok(together.at(-1)! < 4, `the last part holds ${together.at(-1)} files`);
  });

  it('go to threads that were started ahead, however few they are, and these are closed', async () => {
    const file = workerFile();
    const started = startPool(file, 1);
    const analyzer = createAnalyzer({ workerFile: file, threads: 1, here: false, one, started });
    const threads: number[] = [];
    await analyzer.analyze([input('one.ts', 1)], (outcome) => void threads.push((outcome as unknown as { threadId: number }).threadId));
    assert.deepEqual(threads, started.threads.map(({ threadId }) => threadId));
    await analyzer.close();
    assert.deepEqual(started.threads, []);
  });
});
