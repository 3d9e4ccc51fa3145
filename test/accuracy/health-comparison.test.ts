import assert from 'node:assert/strict';
import { compareHealth, expectedFixes, fixRate, together } from '../../scripts/accuracy/health-comparison.ts';

/** Twenty files of 100 lines, of which the last two are ill. */
const files = Array.from({ length: 20 }, (_, index) => ({
  path: `${String(index).padStart(2, '0')}.ts`, codeLines: 100, health: index < 18 ? 100 : 60 - index,
}));

describe('health compared with bug fixes', () => {
  it('takes the worst tenth by health, and the rest', () => {
    const { worst, rest, all } = compareHealth(files, new Map([['18.ts', 3], ['19.ts', 1], ['00.ts', 2], ['gone.ts', 9]]));
    assert.deepEqual(worst, { files: 2, codeLines: 200, fixes: 4 });
    assert.deepEqual(rest, { files: 18, codeLines: 1800, fixes: 2 });
    assert.deepEqual(together([worst, rest]), all);
    assert.equal(fixRate(worst), 20);
    assert.ok(Math.abs(expectedFixes(worst, all) - 0.6) < 1e-9, 'a tenth of the lines, a tenth of the fixes');
  });

  it('measures how well health and size point at the files that were fixed', () => {
    const { auc, ranks } = compareHealth(files, new Map([['18.ts', 1], ['19.ts', 2]]));
    assert.deepEqual(auc, { health: 1, lines: 0.5 });
    assert.ok(ranks.healthWithFixes! > 0.9);
    assert.equal(ranks.linesWithFixes, null);
  });

  it('compares nothing when nothing was fixed', () => {
    assert.deepEqual(compareHealth(files, new Map()).auc, { health: null, lines: null });
  });
});
