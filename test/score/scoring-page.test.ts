/** `docs/scoring.md` says what the code does. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { generateScoring } from '../../scripts/generate/scoring.ts';
import { DIMENSIONS } from '../../server/score/formula.ts';

describe('the page on scoring', () => {
  it('is the one that the formula gives', () => {
    assert.equal(readFileSync(new URL('../../docs/scoring.md', import.meta.url), 'utf8'), generateScoring());
  });

  it('names every criterion with its points', () => {
    const page = generateScoring();
    const rows = DIMENSIONS.flatMap(({ criteria }) => criteria).map(({ id, max }) => `\`${id}\` | ${max} |`);
    assert.deepEqual(rows.filter((row) => !page.includes(row)), []);
    assert.equal(rows.length, 13);
  });
});
