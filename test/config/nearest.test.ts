import assert from 'node:assert/strict';
import { didYouMean, nearestName } from '../../server/config/nearest.ts';

describe('nearestName', () => {
  const rules = ['quality/naming', 'quality/deep-nesting', 'architecture/layer-crossing', 'ml/naming'];

  it('finds typos: an added, missing, wrong or swapped letter, or another case', () => {
    assert.deepEqual(['presset', 'prest', 'prezet', 'perset', 'PRESET'].map((word) => nearestName(word, ['preset', 'layers'])), Array(5).fill('preset'));
  });

  it('takes the nearest, or the first of equals', () => {
    assert.equal(nearestName('layers', ['layer', 'layered', 'players']), 'layer');
    assert.equal(nearestName('quality/deep-nestin', rules), 'quality/deep-nesting');
  });

  it('finds a rule without its category or with a wrong one, if only one fits', () => {
    assert.deepEqual(
      ['layer-crossing', 'structure/layer-crossing', 'naming'].map((word) => nearestName(word, rules)),
      ['architecture/layer-crossing', 'architecture/layer-crossing', null],
    );
  });

  it('does not guess wildly', () => {
    assert.deepEqual(['x', 'wombat', ''].map((word) => nearestName(word, ['preset', 'a'])), [null, null, null]);
  });
});

describe('didYouMean', () => {
  it('is a question or nothing', () => {
    assert.deepEqual([didYouMean('prest', ['preset']), didYouMean('wombat', ['preset'])], [' Did you mean "preset"?', '']);
  });
});
