/** Grades and advice by total, as `review §6` has them. */
import assert from 'node:assert/strict';
import { bandOf } from '../../server/score/score.ts';

describe('the grade', () => {
  it('changes exactly at the bounds', () => {
    const totals = [100, 95, 94.9, 90, 89.9, 85, 84.9, 80, 79.9, 75, 74.9, 0];
    assert.deepEqual(totals.map((total) => bandOf(total).grade), ['A+', 'A+', 'A', 'A', 'B+', 'B+', 'B', 'B', 'C+', 'C+', 'F', 'F']);
  });

  it('comes with its advice', () => {
    assert.deepEqual([95, 90, 85, 80, 75, 10].map((total) => bandOf(total).action), [
      'Approve, and share it as an example',
      'Approve with minor suggestions',
      'Request improvements, approve after fixes',
      'Request substantial improvements, then review again',
      'Request major rework, starting with the architecture',
      'Needs major work before approval',
    ]);
  });
});
