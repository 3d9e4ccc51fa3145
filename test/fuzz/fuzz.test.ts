/** What `npm run fuzz` does for as long as it is told to, for a number of inputs that are the same in each run; and every input that once failed. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { keptInputs } from '../kit/fuzz/corpus.ts';
import { examine } from '../kit/fuzz/examine.ts';
import { fileOf } from '../kit/fuzz/mutate.ts';
import { seedsByKind } from '../kit/fuzz/seeds.ts';

/** Of each kind of file. */
const INPUTS = 12;
const SEED = 20_260;

describe('mutated files', () => {
  for (const [kind, files] of seedsByKind()) {
    it(`of ${kind} are reviewed in order`, async () => {
      assert.ok(files.length > 0, 'seeds');
      for (const bytes of fc.sample(fc.uint8Array({ minLength: 6, maxLength: 60 }), { numRuns: INPUTS, seed: SEED })) {
        const file = fileOf([files], bytes);
        assert.equal(await examine(file), undefined, JSON.stringify(file));
      }
    });
  }
});

describe('inputs that once failed', () => {
  for (const [name, { path, text, fault }] of keptInputs()) {
    it(`${name}: ${fault}`, async () => assert.equal(await examine({ path, text }), undefined));
  }
});
