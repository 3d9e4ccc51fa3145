/**
 * Leaks in notebooks that were written and labelled by someone who had not seen the analysis. Each says in its head what was
 * expected, and the one answer of today with its places. Where the two differ, the difference is listed here.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { maskMagics } from '../../server/languages/python/notebook/magics.ts';
import { loadParser } from '../../server/languages/python/parser.ts';
import { kindsOf, leaksIn, listed } from './leaks.ts';

const FOLDER = join(import.meta.dirname, 'unseen');
/** Notebooks of each set. */
const SETS: Readonly<Record<string, number>> = { first: 80, second: 90, third: 80, fourth: 50 };
/** Leaks that were expected and are not found. */
const MISSED = [
  'first/022.py multi-test',
  'first/032.py overlap',
  'first/045.py multi-test',
  'second/015.py overlap',
  'second/025.py multi-test',
  'second/052.py preprocessing',
  'second/057.py overlap',
  'second/081.py preprocessing',
  'third/038.py preprocessing',
  'third/061.py multi-test',
  'third/079.py overlap',
];
/** Leaks that are found and were not expected; the labels of both call the kind undecided. */
const BEYOND_THE_LABEL = ['second/054.py multi-test', 'third/051.py preprocessing'];

describe('notebooks by others', () => {
  before(() => loadParser());

  const notebooks = Object.keys(SETS).flatMap((set) =>
    readdirSync(join(FOLDER, set))
      .sort()
      .map((name) => ({ set, name: `${set}/${name}`, text: readFileSync(join(FOLDER, set, name), 'utf8') })),
  );

  it('are all there', () => {
    assert.deepEqual(Object.fromEntries(Object.keys(SETS).map((set) => [set, notebooks.filter((each) => each.set === set).length])), SETS);
    assert.deepEqual(notebooks.filter(({ text }) => listed(text, 'expected') === null || listed(text, 'found') === null).map(({ name }) => name), []);
  });

  for (const { name, text } of notebooks) it(name, () => assert.deepEqual(leaksIn(maskMagics(text).text), listed(text, 'found')));

  it('are answered as their labels say, except for those listed', () => {
    const answers = notebooks.map(({ name, text }) => ({
      name,
      expected: listed(text, 'expected')!,
      kinds: kindsOf(listed(text, 'found')!),
      missed: listed(text, 'missed') ?? [],
      undecided: listed(text, 'undecided') ?? [],
    }));
    const missed = answers.flatMap(({ name, expected, kinds }) => expected.filter((kind) => !kinds.includes(kind)).map((kind) => `${name} ${kind}`));
    const beyond = answers.flatMap(({ name, expected, kinds }) => kinds.filter((kind) => !expected.includes(kind)).map((kind) => `${name} ${kind}`));
    assert.deepEqual(missed, MISSED);
    assert.deepEqual(beyond, BEYOND_THE_LABEL);
    assert.deepEqual(answers.flatMap(({ name, missed: said }) => said.map((kind) => `${name} ${kind}`)), missed, 'the heads name the same');
    assert.deepEqual(
      beyond.filter((each) => !answers.some(({ name, undecided }) => undecided.some((kind) => each === `${name} ${kind}`))),
      [],
      'found where the label is sure that there is none',
    );
  });
});
