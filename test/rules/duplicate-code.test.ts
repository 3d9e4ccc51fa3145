/** What the search for repeated code promises for any surroundings, any number of copies and any size. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { extract } from '../../server/languages/typescript/extract.ts';
import { findRepeats, type RepeatInput } from '../../server/rules/quality/duplicate-code/repeats.ts';
import type { Fingerprint } from '../../server/facts/module-facts.ts';
import { assertQuick } from '../kit/quick.ts';

const name = fc.stringMatching(/^[a-z]{3,8}$/).map((word) => `_${word}`);
const line = fc.oneof(
  fc.tuple(name, name, fc.nat(99)).map(([a, b, n]) => `const ${a} = ${b}.of(${n}) + ${n};`),
  fc.tuple(name, name).map(([a, b]) => `if (${a} > ${b}.size) ${b}.push('${a}');`),
  fc.tuple(name, name, name).map(([a, b, c]) => `for (const ${a} of ${b}) ${c}(${a}, ${b});`),
  fc.tuple(name, name).map(([a, b]) => `return ${a}.map((each) => each.${b});`),
);
const lines = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.array(line, { minLength, maxLength }).map((all) => all.map((each) => `  ${each}\n`).join(''));
/** Statements in functions of their own, so that two surroundings are never the same by their form alone. */
const surroundings = fc.array(fc.tuple(name, lines(1, 8)), { maxLength: 4 }).map((all) => all.map(([own, body]) => `function ${own}() {\n${body}}\n`).join(''));

function input(path: string, text: string): RepeatInput {
  return { path, fingerprints: extract({ path, text, role: 'source' }).fingerprints };
}

/** The repeat that covers most of a stretch of one file and of another. */
function covers(inputs: readonly RepeatInput[], places: readonly { path: string; from: number; to: number }[]): boolean {
  const [first, second] = places;
  return findRepeats(inputs).some(({ a, b }) => {
    const within = (stretch: typeof a, place: { path: string; from: number; to: number }): boolean =>
      stretch.path === place.path && Math.min(stretch.to, place.to) - Math.max(stretch.from, place.from) >= (place.to - place.from) / 2;
    return (within(a, first!) && within(b, second!)) || (within(a, second!) && within(b, first!));
  });
}

describe('repeated code', () => {
  it('finds a copied function whatever stands before and after it', () => {
    fc.assert(fc.property(lines(24, 40), surroundings, surroundings, surroundings, surroundings, (body, before, after, otherBefore, otherAfter) => {
      const copied = `function copied() {\n${body}}\n`;
      const place = (path: string, head: string): { path: string; from: number; to: number } => {
        const from = head.split('\n').length;
        return { path, from, to: from + copied.split('\n').length - 2 };
      };
      const inputs = [input('a.ts', before + copied + after), input('b.ts', `${otherBefore}// another comment\n${copied}${otherAfter}`)];
      assert.ok(covers(inputs, [place('a.ts', before), place('b.ts', `${otherBefore}// another comment\n`)]));
    }), { numRuns: 60 });
  });

  it('finds a copy in the same file, and never compares a stretch with itself', () => {
    fc.assert(fc.property(lines(24, 40), surroundings, (body, between) => {
      const copied = `function copied() {\n${body}}\n`;
      const repeats = findRepeats([input('a.ts', `${copied}${between}${copied}`)]);
      assert.ok(repeats.some(({ a, b }) => a.to - a.from > 10 && b.to - b.from > 10));
      assert.deepEqual(repeats.filter(({ a, b }) => a.to >= b.from), []);
    }), { numRuns: 40 });
  });

  it('finds every copy of code that stands in more places than are compared with each other', () => {
    const body = Array.from({ length: 30 }, (_, index) => `  const _v${index} = load(${index}) + ${index * 3};\n`).join('');
    const inputs = Array.from({ length: 60 }, (_, index) =>
      input(`f${String(index).padStart(2, '0')}.ts`, `const own${index} = ${index};\nexport function copied() {\n${body}}\n`),
    );
    const named = new Set(findRepeats(inputs).flatMap(({ a, b }) => [a.path, b.path]));
    assert.equal(named.size, 60);
  });

  it('ignores a single equal hash', () => {
    const prints = (hashes: number[]): Fingerprint[] => hashes.map((hash, index) => [hash, index * 5 + 1, index * 5 + 6]);
    assert.deepEqual(findRepeats([{ path: 'a.ts', fingerprints: prints([1, 2, 3, 4]) }, { path: 'b.ts', fingerprints: prints([7, 2, 8, 4]) }]), []);
  });

  it('compares a quarter of a million hashes quickly', async () => {
    let state = 1;
    const random = (): number => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      return state;
    };
    const common = Array.from({ length: 40 }, random);
    const inputs = Array.from({ length: 2500 }, (_, file): RepeatInput => ({
      path: `f${file}.ts`,
      fingerprints: Array.from({ length: 100 }, (__, index): Fingerprint => [
        file % 5 === 0 && index < 40 ? common[index]! : random(),
        index * 4 + 1,
        index * 4 + 9,
      ]),
    }));
    await assertQuick('comparing', () => findRepeats(inputs));
  });
});
