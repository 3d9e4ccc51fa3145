/** A library is taught in rows of data: an invented one, whose names say nothing by themselves, is followed once it is listed. */
import assert from 'node:assert/strict';
import { Libraries, SHIPPED } from '../../server/languages/python/learning/knowledge/libraries.ts';
import type { LibraryRows } from '../../server/languages/python/learning/knowledge/roles.ts';
import { readLearning } from '../../server/languages/python/learning/read-learning.ts';
import { loadParser, parsePython } from '../../server/languages/python/parser.ts';
import { createSource } from '../../server/languages/python/syntax.ts';

const ORCHARD: LibraryRows = {
  packages: 'orchard',
  marks: true,
  names: {
    reader: 'gather',
    learner: 'Evener',
    oversampler: 'Grafter',
    splitsInTwo: 'cleave',
    model: 'Grove',
    metric: 'hits',
    holdsRows: 'Basket',
    crossValidates: 'rounds',
  },
};

/** `kind line about` of every leak that is seen in the code. */
function leaksIn(code: string, libraries: Libraries): string[] | null {
  const tree = parsePython(code);
  const learning = readLearning(createSource('a.py', code, tree), (error) => assert.fail(String(error)), libraries);
  tree.delete();
  return learning?.leaks.map(({ kind, span, about }) => `${kind} ${span[0]} ${about}`) ?? null;
}

describe('a new library', () => {
  before(() => loadParser());
  const taught = new Libraries([...SHIPPED, ORCHARD]);
  const untaught = new Libraries(SHIPPED);

  for (const [what, lines, leaks] of [
    [
      'a transformer, a split, a model',
      ['even = orchard.Evener().fit_transform(rows)', 'a, b = orchard.cleave(even)', 'grove = orchard.Grove()', 'grove.fit(a)', 'grove.predict(b)'],
      ['preprocessing 3 Evener'],
    ],
    [
      'a sampler',
      ['rows, y = orchard.Grafter().fit_resample(rows, rows.y)', 'a, b = orchard.cleave(rows)', 'grove = orchard.Grove()', 'grove.fit(a)', 'grove.predict(b)'],
      ['overlap 3 Grafter'],
    ],
    [
      'a measure',
      [
        'a, b = orchard.cleave(rows)',
        'one = orchard.Grove()',
        'one.fit(a)',
        'two = orchard.Grove()',
        'two.fit(a)',
        'print(orchard.hits(one, b), orchard.hits(two, b))',
      ],
      ['multi-test 8 Grove'],
    ],
    [
      'a cross-validation',
      ['even = orchard.Evener().fit_transform(rows)', 'orchard.rounds(orchard.Grove(), orchard.Basket(even))'],
      ['preprocessing 3 Evener'],
    ],
    [
      'one that is used well',
      [
        'a, b = orchard.cleave(rows)',
        'even = orchard.Evener()',
        'grove = orchard.Grove()',
        'grove.fit(even.fit_transform(a))',
        'grove.predict(even.transform(b))',
      ],
      [],
    ],
  ] as [string, string[], string[]][]) {
    const code = ['import orchard', "rows = orchard.gather('trees.csv')", ...lines, ''].join('\n');
    it(`is followed: ${what}`, () => assert.deepEqual(leaksIn(code, taught), leaks));
    it(`is not guessed before it is listed: ${what}`, () => assert.deepEqual(leaksIn(code, untaught) ?? [], []));
  }

  it('makes files that only import it worth analysing', () => {
    assert.deepEqual(leaksIn('import orchard\n', taught), []);
    assert.equal(leaksIn('import orchard\n', untaught), null);
  });

  it('may give a name a meaning of its own', () => {
    const known = new Libraries([{ packages: 'orchard', aliases: 'oc=orchard', names: { splitsInTwo: 'orchard.part' } }]);
    assert.deepEqual(['orchard.part', 'oc.part', 'other.part', 'part'].map((name) => known.effectOf(name)), ['splitsInTwo', 'splitsInTwo', null, null]);
  });
});
