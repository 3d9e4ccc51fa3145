import assert from 'node:assert/strict';
import { areaUnderCurve, median, partial, ranks, rounded, spearman } from '../../scripts/accuracy/statistics.ts';

describe('statistics of the measurements', () => {
  it('find the median of values in any order', () => {
    assert.equal(median([9, 1, 5]), 5);
    assert.equal(median([10, 1, 2, 4]), 3);
    assert.throws(() => median([]), /no median/);
  });

  it('say how often one group ranks above another, counting a tie as half', () => {
    assert.equal(areaUnderCurve([3, 4], [1, 2]), 1);
    assert.equal(areaUnderCurve([1, 2], [3, 4]), 0);
    assert.equal(areaUnderCurve([1, 3], [2, 4]), 0.25);
    assert.equal(areaUnderCurve([2], [2, 2, 2]), 0.5);
    assert.equal(areaUnderCurve([], [1]), null);
  });

  it('give equal values the same rank', () => assert.deepEqual(ranks([30, 10, 20, 20]), [4, 1, 2.5, 2.5]));

  it('correlate by rank', () => {
    assert.equal(spearman([1, 2, 3], [10, 100, 1000]), 1);
    assert.equal(spearman([1, 2, 3], [3, 2, 1]), -1);
    assert.equal(rounded(spearman([1, 2, 3, 4], [2, 1, 4, 3]), 3), 0.6);
    assert.equal(spearman([1, 1, 1], [1, 2, 3]), null);
  });

  it('remove a correlation that a third variable explains', () => {
    assert.equal(partial(0.25, 0.5, 0.5), 0);
    assert.equal(rounded(partial(0.5, 0.5, 0.5), 3), 0.333);
    assert.equal(partial(0.5, 1, 0.5), null);
    assert.equal(partial(null, 0, 0), null);
  });
});
