import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readSuppression } from '../../server/languages/kit/suppression-comment.ts';

/** What it means, in one expression, which takes far too long on hostile text. */
const MEANING = /archwright-ignore(-file)?[ \t]+([\w/*-]+(?:[ \t]*,[ \t]*[\w/*-]+)*)(?:[ \t]*--[ \t]*(.*?))?[ \t]*$/;

describe('readSuppression', () => {
  it('reads rules and reason as that expression does', () => {
    const piece = fc.constantFrom('rule', 'a/b', 'quality/*', '-', '--', ' -- ', ' ', '\t', ',', ', ', 'words', '.', 'x');
    const start = fc.constantFrom('# archwright-ignore ', '# archwright-ignore-file ', '// archwright-ignore', '# other ');
    const comment = fc.tuple(start, fc.array(piece, { maxLength: 8 }))
      .map(([first, pieces]) => (first + pieces.join('')).trimEnd());
    fc.assert(fc.property(comment, (text) => {
      const match = MEANING.exec(text);
      const expected = match === null ? null : {
        isFile: match[1] !== undefined, rules: match[2]!.split(',').map((each) => each.trim()), reason: (match[3] ?? '').trim(),
      };
      // A name of nothing but dashes names no rule, and may be read either way.
      fc.pre(!/,[ \t]*-/.test(text));
      fc.pre(expected === null || expected.rules.every((rule) => /\w/.test(rule) && !/--/.test(rule)));
      assert.deepEqual(readSuppression(text), expected, text);
    }), { numRuns: 5000 });
  });

  it('says nothing of a comment that goes on in the next line', () => {
    assert.equal(readSuppression('archwright-ignore quality/naming -- why\nmore'), null);
  });

  it('reads a long line of what could be a reason', () => {
    assert.equal(readSuppression(`archwright-ignore ${'-'.repeat(200_000)}.`)?.reason, '.');
    assert.equal(readSuppression(`archwright-ignore rule${' '.repeat(200_000)}.`), null);
  });
});
