/** What a network, a server and a kill can do to a sync: nothing is created twice, and nothing gets lost. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { weather, type Storm } from '../kit/jira/storm.ts';

const rate = (most: number): fc.Arbitrary<number> => fc.double({ min: 0, max: most, noNaN: true });
const storms: fc.Arbitrary<Storm> = fc.record({
  seed: fc.integer(), rows: fc.integer({ min: 1, max: 12 }), syncs: fc.integer({ min: 1, max: 6 }),
  faults: fc.record({ lost: rate(0.3), late: rate(0.3), refused: rate(0.4), killed: rate(0.15) }),
});

describe('sync in bad weather', () => {
  it('creates nothing twice, loses nothing, and overwrites nobody', async function slow() {
    this.timeout(120_000);
    await fc.assert(fc.asyncProperty(storms, async (storm) => {
      const { duplicates, lost, overwritten } = await weather(storm);
      assert.deepEqual({ duplicates, lost, overwritten }, { duplicates: 0, lost: 0, overwritten: 0 });
    }), { numRuns: 150 });
  });
});
