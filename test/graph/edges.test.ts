import assert from 'node:assert/strict';
import { edgesOf, resolveImports } from '../../server/graph/edges.ts';
import { asWritten, importFact, moduleFacts, type Import } from './modules.ts';

const edges = (...imports: Import[]) =>
  edgesOf('a', resolveImports(moduleFacts('a', imports), asWritten)).map(({ to, typeOnly, lazy, loading, imports: facts }) => ({
    to,
    typeOnly,
    lazy,
    loading,
    imports: facts.length,
  }));

describe('edgesOf', () => {
  it('groups imports by the file they lead to, in order of the first', () => {
    assert.deepEqual(edges('c', 'b', 'c'), [
      { to: 'c', typeOnly: false, lazy: false, loading: true, imports: 2 },
      { to: 'b', typeOnly: false, lazy: false, loading: true, imports: 1 },
    ]);
  });

  it('makes none for packages, missing files and the file itself', () => {
    assert.deepEqual(edges('package:zod', 'missing:x', 'a'), []);
  });

  it('is type-only or lazy when all of its imports are', () => {
    assert.deepEqual(edges({ specifier: 'b', typeOnly: true }, { specifier: 'c', lazy: true }, 'b'), [
      { to: 'b', typeOnly: false, lazy: false, loading: true, imports: 2 },
      { to: 'c', typeOnly: false, lazy: true, loading: false, imports: 1 },
    ]);
    assert.deepEqual(edges({ specifier: 'b', typeOnly: true }), [{ to: 'b', typeOnly: true, lazy: false, loading: false, imports: 1 }]);
  });

  it('does not load when all that is not lazy is erased', () => {
    assert.deepEqual(edges({ specifier: 'b', typeOnly: true }, { specifier: 'b', lazy: true }), [
      { to: 'b', typeOnly: false, lazy: false, loading: false, imports: 2 },
    ]);
  });

  it('keeps the facts themselves', () => {
    const fact = importFact({ specifier: 'b', kind: 'require' });
    assert.deepEqual(edgesOf('a', [{ fact, to: { kind: 'file', path: 'b' } }])[0]!.imports, [fact]);
  });
});
