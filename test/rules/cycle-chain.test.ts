/** How the path of a cycle is written in a message. */
import assert from 'node:assert/strict';
import { chain } from '../../server/rules/kit/cycles.ts';

const files = (count: number): string[] => Array.from({ length: count }, (_, index) => `f${index + 1}`);

describe('the path of a cycle', () => {
  it('leads back to its start', () => assert.equal(chain(['a', 'b']), 'a → b → a'));

  it('is written whole up to eight', () => assert.equal(chain(files(8)), 'f1 → f2 → f3 → f4 → f5 → f6 → f7 → f8 → f1'));

  it('is shortened in the middle beyond that, with the number left out', () => {
    assert.equal(chain(files(12)), 'f1 → f2 → f3 → f4 → f5 → … 5 more … → f11 → f12 → f1');
  });
});
