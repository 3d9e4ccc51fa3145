/** Names followed through re-exports to where they are declared. */
import assert from 'node:assert/strict';
import type { ExportFact } from '../../server/facts/module-facts.ts';
import { buildModel } from '../../server/graph/build.ts';
import { allSteps } from '../../server/text/steps.ts';
import { exportedAs, originOf } from '../../server/graph/exports.ts';
import { SPAN, asWritten, moduleFacts, named } from './modules.ts';

const declares = (name: string, typeOnly = false): ExportFact => ({ name, kind: 'variable', typeOnly, from: null, imported: null, span: SPAN });
const passesOn = (from: string, name: string, imported: string | null = null): ExportFact => ({ ...declares(name), from, imported });

const model = allSteps(buildModel({
  modules: [
    moduleFacts('a.ts', [], { exports: [declares('one'), declares('Shape', true), declares('default')] }),
    moduleFacts('b.ts', [], { exports: [declares('two')] }),
    // `export { one as first } from 'a'`, `export { Shape } from 'a'`, `export * as all from 'a'`
    moduleFacts('named.ts', ['a.ts', 'b.ts'], { exports: [passesOn('a.ts', 'first', 'one'), passesOn('a.ts', 'Shape'), passesOn('a.ts', 'all', '*')] }),
    // `export * from` a package, a missing file, and two files
    moduleFacts('star.ts', ['package:x', 'missing:y', 'b.ts', 'a.ts'], {
      exports: ['package:x', 'missing:y', 'b.ts', 'a.ts'].map((from) => passesOn(from, '*')),
    }),
    // `import { one as local, two } from …; export { local, two, own }`, with an import at run time beside it
    moduleFacts(
      'imported.ts',
      [
        { specifier: 'b.ts', kind: 'dynamic', names: named('local') },
        { specifier: 'a.ts', names: [{ ...named('one')[0]!, local: 'local' }] },
        { specifier: 'package:x', names: named('foreign') },
      ],
      { exports: [declares('local'), declares('foreign'), declares('own')] },
    ),
    moduleFacts('round.ts', ['trip.ts'], { exports: [passesOn('trip.ts', 'x'), passesOn('trip.ts', '*')] }),
    moduleFacts('trip.ts', ['round.ts'], { exports: [passesOn('round.ts', 'x'), passesOn('round.ts', '*')] }),
    moduleFacts('lost.ts', ['package:x', 'missing:y'], {
      exports: [passesOn('package:x', 'p'), passesOn('missing:y', 'm'), passesOn('never-imported.ts', 'n')],
    }),
  ],
  resolver: asWritten,
  layers: [],
  blocks: [],
  configured: { layers: true, blocks: true },
}));

describe('originOf', () => {
  for (const [from, name, path, declared, typeOnly] of [
    ['a.ts', 'one', 'a.ts', 'one', false],
    ['a.ts', 'Shape', 'a.ts', 'Shape', true],
    ['a.ts', 'default', 'a.ts', 'default', false],
    ['a.ts', '*', 'a.ts', '*', false],
    ['named.ts', 'first', 'a.ts', 'one', false],
    ['named.ts', 'Shape', 'a.ts', 'Shape', true],
    ['named.ts', 'all', 'a.ts', '*', false],
    ['star.ts', 'one', 'a.ts', 'one', false],
    ['star.ts', 'two', 'b.ts', 'two', false],
    ['imported.ts', 'local', 'a.ts', 'one', false],
    ['imported.ts', 'own', 'imported.ts', 'own', false],
  ] as const) {
    it(`follows ${name} of ${from}`, () => assert.deepEqual(originOf(model, from, name), { path, name: declared, typeOnly }));
  }

  for (const [from, name, why] of [
    ['gone.ts', 'one', 'the file is not known'],
    ['gone.ts', '*', 'the file is not known'],
    ['a.ts', 'two', 'it exports no such name'],
    ['star.ts', 'default', 'a star passes no default on'],
    ['named.ts', 'one', 'it is passed on under another name'],
    ['imported.ts', 'foreign', 'it comes from a package'],
    ['lost.ts', 'p', 'it comes from a package'],
    ['lost.ts', 'm', 'the file is missing'],
    ['lost.ts', 'n', 'the file is not imported'],
    ['round.ts', 'x', 'it goes round in a circle'],
    ['round.ts', 'y', 'stars go round in a circle'],
  ] as const) {
    it(`finds no ${name} of ${from}: ${why}`, () => assert.equal(originOf(model, from, name), null));
  }
});

describe('exportedAs', () => {
  const one = { path: 'a.ts', name: 'one', typeOnly: false };

  it('is the likely name where that is right, or the other one', () => {
    assert.equal(exportedAs(model, 'star.ts', one, 'one'), 'one');
    assert.equal(exportedAs(model, 'named.ts', one, 'one'), 'first');
    assert.equal(exportedAs(model, 'imported.ts', one, 'one'), 'local');
  });

  it('is null for what is not exported, of the same name or from the same file', () => {
    assert.equal(exportedAs(model, 'b.ts', one, 'one'), null);
    assert.equal(exportedAs(model, 'named.ts', { ...one, path: 'b.ts' }, 'first'), null);
    assert.equal(exportedAs(model, 'named.ts', { ...one, name: 'three' }, 'first'), null);
    assert.equal(exportedAs(model, 'gone.ts', one, 'one'), null);
    // The file as a whole is no name that can be imported.
    assert.equal(exportedAs(model, 'star.ts', { path: 'star.ts', name: '*', typeOnly: false }, '*'), null);
  });
});
