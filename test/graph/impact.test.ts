import assert from 'node:assert/strict';
import fc from 'fast-check';
import { buildModel } from '../../server/graph/build.ts';
import { impactOf } from '../../server/graph/impact.ts';
import type { WorkspaceModel } from '../../server/graph/model.ts';
import type { ModuleFacts } from '../../server/facts/module-facts.ts';
import { asWritten, block, moduleFacts } from './modules.ts';
import { anyGraph, reachability } from './random-graphs.ts';

const modelOf = (modules: ModuleFacts[], ...ids: string[]): WorkspaceModel =>
  buildModel({ modules, resolver: asWritten, layers: [], blocks: ids.map((id) => block(id, [`${id}/**`])), configured: { layers: false, blocks: true } });

describe('impactOf', () => {
  const model = modelOf(
    [
      moduleFacts('db/1.ts'),
      moduleFacts('db/2.ts', ['db/1.ts']),
      moduleFacts('users/1.ts', [{ specifier: 'db/2.ts', typeOnly: true }]),
      moduleFacts('users/2.ts'),
      moduleFacts('ui/1.ts', ['users/1.ts']),
      moduleFacts('app.ts', ['ui/1.ts']),
      moduleFacts('test/users.test.ts', ['users/1.ts'], { role: 'test' }),
      moduleFacts('test/db.test.ts', ['test/setup.ts'], { role: 'test' }),
      moduleFacts('test/setup.ts', ['db/1.ts'], { role: 'fixture' }),
      moduleFacts('test/other.test.ts', ['users/2.ts'], { role: 'test' }),
    ],
    'db', 'users', 'ui',
  );

  it('follows imports backwards, types included, and says by which way', () => {
    assert.deepEqual(impactOf(model, { files: ['db/1.ts'] }), {
      changed: ['db/1.ts'],
      modules: [
        { path: 'db/2.ts', block: 'db', distance: 0, via: ['db/2.ts', 'db/1.ts'] },
        { path: 'test/db.test.ts', block: null, distance: 0, via: ['test/db.test.ts', 'test/setup.ts', 'db/1.ts'] },
        { path: 'test/setup.ts', block: null, distance: 0, via: ['test/setup.ts', 'db/1.ts'] },
        { path: 'test/users.test.ts', block: null, distance: 1, via: ['test/users.test.ts', 'users/1.ts', 'db/2.ts', 'db/1.ts'] },
        { path: 'users/1.ts', block: 'users', distance: 1, via: ['users/1.ts', 'db/2.ts', 'db/1.ts'] },
        { path: 'ui/1.ts', block: 'ui', distance: 2, via: ['ui/1.ts', 'users/1.ts', 'db/2.ts', 'db/1.ts'] },
        { path: 'app.ts', block: null, distance: 3, via: ['app.ts', 'ui/1.ts', 'users/1.ts', 'db/2.ts', 'db/1.ts'] },
      ],
      blocks: [
        { id: 'db', distance: 0, via: ['db'] },
        { id: 'users', distance: 1, via: ['users', 'db'] },
        { id: 'ui', distance: 2, via: ['ui', 'users', 'db'] },
      ],
      tests: ['test/db.test.ts', 'test/users.test.ts'],
    });
  });

  it('stops after the given number of steps between blocks', () => {
    const impact = impactOf(model, { files: ['db/1.ts'], depth: 1 });
    assert.deepEqual(impact.blocks.map(({ id }) => id), ['db', 'users']);
    assert.deepEqual(impact.tests, ['test/db.test.ts', 'test/users.test.ts']);
    assert.deepEqual(impactOf(model, { files: ['db/1.ts'], depth: 0 }).modules.map(({ path }) => path), ['db/2.ts', 'test/db.test.ts', 'test/setup.ts']);
  });

  it('takes all files of a changed block for changed', () => {
    const impact = impactOf(model, { blocks: ['users'] });
    assert.deepEqual([impact.changed, impact.blocks, impact.tests], [
      ['users/1.ts', 'users/2.ts'],
      [{ id: 'users', distance: 0, via: ['users'] }, { id: 'ui', distance: 1, via: ['ui', 'users'] }],
      ['test/other.test.ts', 'test/users.test.ts'],
    ]);
  });

  it('knows changed tests as tests to run, and nothing of unknown files and blocks', () => {
    assert.deepEqual(impactOf(model, { files: ['test/other.test.ts', 'gone.ts'], blocks: ['gone'] }), { changed: ['test/other.test.ts'], modules: [], blocks: [], tests: ['test/other.test.ts'] });
  });

  it('finds exactly the files that lead to a changed one', () => {
    fc.assert(fc.property(anyGraph, fc.nat(), (links, pick) => {
      const changed = [...links.keys()][pick % links.size]!;
      const reaches = reachability(links);
      const impact = impactOf(modelOf([...links].map(([path, targets]) => moduleFacts(path, targets))), { files: [changed] });
      assert.deepEqual(impact.modules.map(({ path }) => path).sort(), [...links.keys()].filter((path) => path !== changed && reaches(path, changed)).sort());
      for (const { via } of impact.modules) via.slice(1).forEach((path, at) => assert.ok(links.get(via[at]!)!.includes(path)));
    }));
  });
});
