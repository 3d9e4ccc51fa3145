import assert from 'node:assert/strict';
import fc from 'fast-check';
import { differenceOf } from '../../server/text/difference.ts';

describe('the difference of two texts', () => {
  it('is the shortest stretch outside which they are equal', () => {
    assert.deepEqual(differenceOf('const a = 1;', 'const ab = 1;'), { start: 7, endBefore: 7, endAfter: 8 });
    assert.deepEqual(differenceOf('aaa', 'aa'), { start: 2, endBefore: 3, endAfter: 2 });
    assert.deepEqual(differenceOf('same', 'same'), { start: 4, endBefore: 4, endAfter: 4 });
  });

  it('never splits a character of two code units', () => {
    assert.deepEqual(differenceOf('a😀b', 'a😁b'), { start: 1, endBefore: 3, endAfter: 3 });
    assert.deepEqual(differenceOf('a😀b', 'a🤀b'), { start: 1, endBefore: 3, endAfter: 3 });
  });

  it('turns one text into the other', () => {
    const text = fc.array(fc.constantFrom('a', 'b', '\n', '😀', '😁', '🤀')).map((parts) => parts.join(''));
    fc.assert(fc.property(text, text, (before, after) => {
      const { start, endBefore, endAfter } = differenceOf(before, after);
      assert.equal(before.slice(0, start) + after.slice(start, endAfter) + before.slice(endBefore), after);
      assert.ok([before.slice(start, endBefore), after.slice(start, endAfter)].every((part) => part.isWellFormed()));
    }));
  });
});
