import assert from 'node:assert/strict';
import fc from 'fast-check';
import picomatch from 'picomatch/posix.js';
import { compilePattern, whyRefused } from '../../server/text/patterns/path-pattern.ts';
import { compileExpression, parseExpression } from '../../server/text/patterns/program.ts';
import { matches } from '../../server/text/patterns/run.ts';

const OPTIONS = { dot: true };
/** As the settings of ruff are read. */
const RUFF = { dot: true, bash: true, noextglob: true, nonegate: true };

const part = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('*', '**', '?', 'a', 'b', 'ab', '.', '-', '.ts') },
  fc.constantFrom('[ab]', '[!a]', '[^b]', '[a-c]', '[[:alpha:]]', '{a,b}', '{a,{b,c}}', '{,a}'),
  fc.constantFrom('@(a|b)', '+(a|b)', '*(a|ab)', '?(a)', '!(a)', '!(a|b*)', '\\*'),
);
const segment = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
const glob = fc.tuple(fc.constantFrom('', '', '', '!', './', '/'), fc.array(segment, { minLength: 1, maxLength: 4 }))
  .map(([start, segments]) => start + segments.join('/'));
const path = fc.array(fc.stringMatching(/^[abc.*-]{1,4}(\.ts)?$/), { minLength: 1, maxLength: 5 }).map((segments) => segments.join('/'));

describe('compilePattern', () => {
  it('matches what picomatch matches', () => {
    fc.assert(fc.property(glob, path, fc.constantFrom(OPTIONS, RUFF), (pattern, file, options) => {
      assert.equal(compilePattern(pattern, options)(file), picomatch(pattern, options)(file), pattern);
    }), { numRuns: 5000 });
  });

  it('matches the same without going back, whatever the pattern', () => {
    fc.assert(fc.property(glob, path, fc.constantFrom(OPTIONS, RUFF), (pattern, file, options) => {
      const native = picomatch.makeRe(pattern, options);
      assert.equal(matches(compileExpression(parseExpression(native.source)), file), native.test(file), `${pattern}: ${native.source}`);
    }), { numRuns: 5000 });
  });

  it('matches long paths as picomatch does', () => {
    const long = `${'folder/'.repeat(40)}a.test.ts`;
    for (const pattern of ['**/*.ts', '**/*.test.*', 'folder/**', '**/other/**', '!**/*.js', '**/!(b).test.ts'])
      assert.equal(compilePattern(pattern, OPTIONS)(long), picomatch(pattern, OPTIONS)(long), pattern);
  });

  // Each of these took picomatch longer than anyone waited. That they end at all is the assertion.
  for (const [pattern, file] of [
    ['src/*a*a*a*a*a*a*a*a*a*a*a*a*b.ts', `src/${'a'.repeat(200)}.ts`],
    ['**/a/'.repeat(25), `${'a/'.repeat(200)}b`],
    [`${'**/a/'.repeat(25)}b`, `${'a/'.repeat(200)}c`],
    ['{a,a}'.repeat(40), `${'a'.repeat(40)}b`],
    ['?(a)'.repeat(40), `${'a'.repeat(40)}b`],
    [`${'@(a|a*)'.repeat(12)}b`, 'a'.repeat(100)],
    [`${'!(b*b*b)'.repeat(10)}c`, 'a'.repeat(200)],
    ['+(a*|*a)b', 'a'.repeat(300)],
    ['(?:a*)*(?:a*)*b', 'a'.repeat(300)],
  ] as const) it(`is not stopped by ${pattern.slice(0, 40)}`, () => {
    assert.equal(compilePattern(pattern, OPTIONS)(file), false);
  });

  it('counts steps in proportion to the path', () => {
    /** Characters compared, counted by the sets of the program itself. */
    const stepsFor = (length: number): number => {
      let steps = 0;
      const program = compileExpression(parseExpression(picomatch.makeRe(`${'*a'.repeat(12)}b`, OPTIONS).source)).map((instruction) =>
        instruction.op === 'character' ? { ...instruction, test: (code: number) => (steps++, instruction.test(code)) } : instruction);
      matches(program, 'a'.repeat(length));
      return steps;
    };
    const [short, long] = [stepsFor(500), stepsFor(1000)];
    assert.ok(short > 0 && long < short * 2.1, `${short} steps for 500 characters, ${long} for 1000`);
  });

  it('refuses what it cannot promise, and says why', () => {
    assert.deepEqual(['src/**', '(a)\\1', '(a|b)/\\1', 'a'.repeat(2001), '(?<n>a*)\\k<n>'].map((pattern) => whyRefused(pattern, OPTIONS)), [
      null,
      'it refers back to an earlier part of itself',
      'it refers back to an earlier part of itself',
      'it is longer than 2000 characters',
      'it refers back to an earlier part of itself',
    ]);
  });

  it('answers for any text, in time', () => {
    const wild = fc.string({ unit: fc.constantFrom(...'ab/.*?[]{}()!+@|\\,-^$<=:1'), maxLength: 40 });
    fc.assert(fc.property(wild.filter((text) => text !== ''), wild, (pattern, file) => {
      if (whyRefused(pattern, OPTIONS) === null) assert.equal(compilePattern(pattern, OPTIONS)(file), picomatch(pattern, OPTIONS)(file), pattern);
    }), { numRuns: 5000 });
  });
});
