/** Memory of a worker thread: what one batch needed is free for the next. */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { Piscina } from 'piscina';
import { makeSettings } from '../../server/compose/folder-settings.ts';
import { tools } from '../../server/compose/tools.ts';
import { taskOf } from '../../server/host/worker-task.ts';

const BATCHES = 16;
/** Functions in a batch: 200 kB of Python, whose nodes take some 5 MB. */
const FUNCTIONS = 1000;
/** Room for the program and a few batches, in MB. */
const ROOM = 120;

function source(batch: number): string {
  const functions = Array.from({ length: FUNCTIONS }, (_, at) =>
    `def price_${batch}_${at}(order: Order, rate: float = ${at}.5) -> float:\n    """The price of an order."""\n`
    + `    parts = [part.price * rate for part in order.parts if part.price > ${at}]\n    return sum(parts) - order.discount\n`);
  return `from shop import Order\n\n\n${functions.join('\n\n')}`;
}

describe('a worker', () => {
  it('keeps nothing of the batches before, though they come without a pause', async () => {
    const settings = makeSettings({ paths: [], texts: new Map(), rules: tools.rules, profile: 'recommended' }).settings.settingsFor('a.py', 'source');
    const pool = new Piscina({
      filename: resolve(import.meta.dirname, '../../dist/worker.cjs'), minThreads: 1, maxThreads: 1, resourceLimits: { maxOldGenerationSizeMb: ROOM },
    });
    try {
      const outcomes = await Promise.all(Array.from({ length: BATCHES }, (_, at) =>
        pool.run(taskOf([{ path: `src/prices_${at}.py`, text: source(at), role: 'source', settings }])) as Promise<string[]>));
      const paths = outcomes.flat().map((text) => (JSON.parse(text) as { module: { path: string } }).module.path);
      assert.deepEqual(paths, Array.from({ length: BATCHES }, (_, at) => `src/prices_${at}.py`));
    } finally {
      await pool.destroy();
    }
  });
});
