import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ModuleFacts } from '../../server/facts/module-facts.ts';
import { buildModel } from '../../server/graph/build.ts';
import { allSteps } from '../../server/text/steps.ts';
import { GraphCache } from '../../server/graph/cache.ts';
import type { BlockDefinition, LayerDefinition, WorkspaceModel } from '../../server/graph/model.ts';
import { SPAN, asWritten, block, layer, moduleFacts, named } from './modules.ts';
import { anyGraph, reachability } from './random-graphs.ts';

const build = (modules: ModuleFacts[], definitions: { layers?: LayerDefinition[]; blocks?: BlockDefinition[]; cache?: GraphCache } = {}): WorkspaceModel =>
  allSteps(buildModel({ modules, resolver: asWritten, layers: [], blocks: [], configured: { layers: true, blocks: true }, ...definitions }));

describe('buildModel', () => {
  it('assigns files, adds up imports and lists dependents', () => {
    const model = build(
      [
        moduleFacts('src/ui/a.ts', ['src/core/x.ts', 'src/core/y.ts', 'package:react']),
        moduleFacts('src/ui/b.ts', [{ specifier: 'src/core/x.ts', typeOnly: true }]),
        moduleFacts('src/core/x.ts'),
        moduleFacts('src/core/y.ts', ['src/core/x.ts']),
        moduleFacts('main.ts', ['src/ui/a.ts']),
      ],
      {
        layers: [layer('top', ['src/ui/**'], { mayUse: ['low'] }), layer('low', ['src/core/**'])],
        blocks: [block('ui', ['src/ui/**']), block('core', ['src/core/**'])],
      },
    );
    assert.deepEqual([...model.modules.values()].map(({ path, block: id, layer: of }) => [path, id, of]), [
      ['main.ts', null, null], ['src/core/x.ts', 'core', 'low'], ['src/core/y.ts', 'core', 'low'], ['src/ui/a.ts', 'ui', 'top'], ['src/ui/b.ts', 'ui', 'top'],
    ]);
    assert.deepEqual(
      model.blockEdges.map(({ from, to, imports, typeOnly, edges }) => [from, to, imports, typeOnly, edges.map((edge) => `${edge.from} -> ${edge.to}`)]),
      [['ui', 'core', 3, false, ['src/ui/a.ts -> src/core/x.ts', 'src/ui/a.ts -> src/core/y.ts', 'src/ui/b.ts -> src/core/x.ts']]],
    );
    assert.deepEqual(
      [...model.blocks.values()].map(({ id, layer: of, files, dependsOn, state, version, face, declared }) => ({
        id,
        of,
        files,
        dependsOn,
        state,
        version,
        face,
        declared,
      })),
      [
        { id: 'core', of: 'low', files: ['src/core/x.ts', 'src/core/y.ts'], dependsOn: [], state: 'active', version: '0.1.0', face: null, declared: null },
        { id: 'ui', of: 'top', files: ['src/ui/a.ts', 'src/ui/b.ts'], dependsOn: ['core'], state: 'active', version: '0.1.0', face: null, declared: null },
      ],
    );
    assert.deepEqual(model.layers.get('top'), {
      id: 'top',
      paths: ['src/ui/**'],
      mayUse: ['low'],
      scope: '',
      sliced: false,
      files: ['src/ui/a.ts', 'src/ui/b.ts'],
      inferred: false,
    });
    assert.deepEqual(model.edgesTo.get('src/core/x.ts')!.map(({ from }) => from), ['src/core/y.ts', 'src/ui/a.ts', 'src/ui/b.ts']);
    assert.deepEqual(model.criticalPath, ['ui', 'core']);
    assert.deepEqual([model.moduleCycles, model.blockCycles], [[], []]);
  });

  it('sorts the edges between blocks, and makes none to a file outside all blocks', () => {
    const modules = [
      moduleFacts('a/x', ['main']), moduleFacts('b/x', ['c/x', 'a/x']), moduleFacts('c/x', ['b/x', 'main']), moduleFacts('main', ['a/x']),
    ];
    const blocks = ['c', 'b', 'a'].map((id) => block(id, [`${id}/**`]));
    assert.deepEqual(build(modules, { blocks }).blockEdges.map(({ from, to }) => `${from} -> ${to}`), ['b -> a', 'b -> c', 'c -> b']);
  });

  it('leaves out edges to unknown files', () => {
    const model = build([moduleFacts('a', ['b', 'gone'])].concat(moduleFacts('b')));
    assert.deepEqual(model.edgesFrom.get('a')!.map(({ to }) => to), ['b']);
    assert.deepEqual([...model.edgesTo.keys()], ['a', 'b']);
  });

  it('does not count what tests, fixtures, examples and documentation import as dependencies of their block', () => {
    const outside = (['test', 'fixture', 'example', 'docs'] as const).map((role) => moduleFacts(`ui/${role}.ts`, ['core/a.ts'], { role }));
    const blocks = [block('ui', ['ui/**']), block('core', ['core/**'])];
    const model = build([...outside, moduleFacts('core/a.ts')], { blocks });
    assert.deepEqual(model.blockEdges, []);
    assert.equal(model.blocks.get('ui')!.files.length, 4);
    const withScript = build([moduleFacts('ui/s.ts', ['core/a.ts'], { role: 'script' }), moduleFacts('core/a.ts')], { blocks });
    assert.deepEqual(withScript.blocks.get('ui')!.dependsOn, ['core']);
  });

  it('gives inferred blocks and layers sources and declarations only, configured ones all their files', () => {
    const modules = [
      moduleFacts('ui/a.ts'),
      moduleFacts('ui/a.d.ts', [], { role: 'declaration' }),
      moduleFacts('ui/a.test.ts', [], { role: 'test' }),
      moduleFacts('ui/s.ts', [], { role: 'script' }),
    ];
    const files = (inferred: boolean): [string[], string[]] => {
      const model = build(modules, { blocks: [block('ui', ['ui/**'], { inferred })], layers: [layer('top', ['ui/**'], { inferred })] });
      return [model.blocks.get('ui')!.files, model.layers.get('top')!.files];
    };
    assert.deepEqual(files(true), [['ui/a.d.ts', 'ui/a.ts'], ['ui/a.d.ts', 'ui/a.ts']]);
    const all = ['ui/a.d.ts', 'ui/a.test.ts', 'ui/a.ts', 'ui/s.ts'];
    assert.deepEqual(files(false), [all, all]);
  });

  it('puts a block into the layer that it names, else into that of most of its files', () => {
    const modules = [moduleFacts('x/data/1.ts'), moduleFacts('x/ui/2.ts'), moduleFacts('x/ui/3.ts'), moduleFacts('y/4.ts'), moduleFacts('z/ui/5.ts')];
    const model = build(modules, {
      layers: [layer('ui', ['**/ui/**']), layer('data', ['**/data/**'])],
      blocks: [block('x', ['x/**']), block('y', ['y/**'], { layer: 'data' }), block('z', ['z/**'], { layer: 'unknown' })],
    });
    assert.deepEqual([...model.blocks.values()].map(({ id, layer: of }) => [id, of]), [['x', 'ui'], ['y', 'data'], ['z', 'ui']]);
    assert.deepEqual(model.layers.get('data')!.files, ['x/data/1.ts', 'y/4.ts']);
  });

  it('names the configured patterns that match nothing', () => {
    const place = (line: number) => ({ path: 'archwright.jsonc', span: [line, 1, line, 2] as const });
    const model = build([moduleFacts('src/a.ts')], {
      layers: [layer('ui', ['src/**', 'web/**'], { places: [place(1), place(2)] }), layer('preset', ['**/nothing/**'])],
      blocks: [block('b', ['lib/**'], { places: [place(3)] })],
    });
    assert.deepEqual(model.emptyPatterns, [
      { kind: 'layer', id: 'ui', pattern: 'web/**', place: place(2) },
      { kind: 'block', id: 'b', pattern: 'lib/**', place: place(3) },
    ]);
  });

  it('finds cycles between files that load each other', () => {
    const model = build([
      moduleFacts('a', [{ specifier: 'b', names: named('x', 'y') }]),
      moduleFacts('b', [{ specifier: 'c', names: named('z') }]),
      moduleFacts('c', [{ specifier: 'a', names: named('*') }]),
      moduleFacts('d', [{ specifier: 'e' }]),
      moduleFacts('e', [{ specifier: 'd', names: named('p', 'q'), couldBeTypeOnly: true }]),
    ]);
    assert.deepEqual(model.moduleCycles, [
      { path: ['a', 'b', 'c'], members: ['a', 'b', 'c'] },
      { path: ['d', 'e'], members: ['d', 'e'] },
    ]);
  });

  it('cuts file cycles, but not block cycles, at imports inside functions; both at types', () => {
    const blocks = [block('x', ['x/**']), block('y', ['y/**'])];
    const model = (back: 'lazy' | 'typeOnly') => build([moduleFacts('x/1', ['y/1']), moduleFacts('y/1', [{ specifier: 'x/1', [back]: true }])], { blocks });
    const lazy = model('lazy');
    assert.deepEqual(lazy.moduleCycles, []);
    assert.deepEqual(lazy.blockCycles, [{ path: ['x', 'y'], cycles: [['x', 'y']], members: ['x', 'y'] }]);
    assert.deepEqual([model('typeOnly').moduleCycles, model('typeOnly').blockCycles], [[], []]);
    assert.deepEqual(model('typeOnly').blocks.get('y')!.dependsOn, ['x']);
  });
});

describe('buildModel on any graph', () => {
  const modulesOf = (links: Map<string, string[]>): ModuleFacts[] => [...links].map(([path, targets]) => moduleFacts(path, targets));

  it('gives the same model for any order of files', () => {
    const definitions = { blocks: [block('one', ['{a,b,c}']), block('two', ['{d,e}'])], layers: [layer('l', ['{a,e}'])] };
    fc.assert(fc.property(anyGraph, (links) => {
      assert.deepEqual(build(modulesOf(links).reverse(), definitions), build(modulesOf(links), definitions));
    }));
  });

  it('reports the cycles that are there, one for each component and all of it', () => {
    fc.assert(fc.property(anyGraph, (links) => {
      const model = build(modulesOf(links));
      for (const { path, members } of model.moduleCycles) {
        path.forEach((from, at) => assert.ok(links.get(from)!.includes(path[(at + 1) % path.length]!)));
        assert.ok(path.every((each) => members.includes(each)));
      }
      const reaches = reachability(links);
      const members = model.moduleCycles.flatMap((cycle) => cycle.members);
      assert.deepEqual(members.sort(), [...links.keys()].filter((node) => reaches(node, node)).sort());
      for (const { members: [first, ...others] } of model.moduleCycles) assert.ok(others.every((each) => reaches(first!, each) && reaches(each, first!)));
    }));
  });

  it('never gets a cycle from an import that is erased', () => {
    fc.assert(fc.property(anyGraph, fc.nat(), fc.nat(), (links, one, other) => {
      const paths = [...links.keys()];
      const from = paths[one % paths.length]!;
      const erased = { specifier: paths[other % paths.length]!, typeOnly: true };
      const more = [...links].map(([path, targets]) => moduleFacts(path, path === from ? [...targets, erased] : targets));
      assert.deepEqual(build(more).moduleCycles, build(modulesOf(links)).moduleCycles);
    }));
  });

  it('are one for each component, in order of their paths', () => {
    const model = build([moduleFacts('x', ['y']), moduleFacts('y', ['x']), moduleFacts('a', ['b']), moduleFacts('b', ['a', 'x'])]);
    assert.deepEqual(model.moduleCycles.map(({ path }) => path), [['a', 'b'], ['x', 'y']]);
  });

  it('name every block: one that the shortest leaves out has a cycle of its own', () => {
    const modules = [moduleFacts('a/x', ['c/x', 'b/x']), moduleFacts('b/x', ['a/x']), moduleFacts('c/x', ['d/x', 'out/x']), moduleFacts('d/x', ['a/x'])];
    const blocks = ['a', 'b', 'c', 'd', 'out'].map((id) => block(id, [`${id}/**`]));
    assert.deepEqual(build([...modules, moduleFacts('out/x')], { blocks }).blockCycles.map(({ path, cycles }) => [path, cycles]), [
      [['a', 'b'], [['a', 'b'], ['a', 'c', 'd']]],
    ]);
  });

  it('is the same with the cache of another state, once the changes are known', () => {
    fc.assert(fc.property(anyGraph, anyGraph, (before, after) => {
      const cache = new GraphCache();
      const blocks = [block('one', ['{a,b,c}']), block('two', ['{d,e}'])];
      build(modulesOf(before), { cache, blocks });
      cache.forgetResolutions();
      assert.deepEqual(build(modulesOf(after), { cache, blocks }), build(modulesOf(after), { blocks }));
    }));
  });
});

describe('GraphCache', () => {
  it('resolves a specifier once, and again only after forgetting it', () => {
    const asked: string[] = [];
    const resolver = { resolve: (from: string, specifier: string) => (asked.push(`${from}: ${specifier}`), asWritten.resolve(from, specifier)) };
    const cache = new GraphCache();
    const again = (modules: ModuleFacts[]) => allSteps(buildModel({
      modules, resolver, layers: [], blocks: [], configured: { layers: false, blocks: false }, cache,
    }));
    again([moduleFacts('a', ['b']), moduleFacts('b')]);
    again([moduleFacts('a', ['b', 'c']), moduleFacts('b')]);
    assert.deepEqual(asked, ['a: b', 'a: c']);
    cache.forgetResolutions();
    again([moduleFacts('a', ['b']), moduleFacts('b')]);
    assert.deepEqual(asked, ['a: b', 'a: c', 'a: b']);
  });

  it('places known files again when blocks or layers are others', () => {
    const cache = new GraphCache();
    const modules = [moduleFacts('a/x', ['b/x']), moduleFacts('b/x')];
    const places = (blocks: BlockDefinition[], layers: LayerDefinition[]) =>
      [...build(modules, { cache, blocks, layers }).modules.values()].map((module) => [module.path, module.block, module.layer]);
    const one = block('one', ['a/**']);
    assert.deepEqual(places([one], []), [['a/x', 'one', null], ['b/x', null, null]]);
    assert.deepEqual(places([block('two', ['a/**']), block('three', ['b/**'])], []), [['a/x', 'two', null], ['b/x', 'three', null]]);
    assert.deepEqual(places([one], [layer('top', ['a/**'])]), [['a/x', 'one', 'top'], ['b/x', null, null]]);
    assert.deepEqual(places([one], [layer('low', ['a/**'])]), [['a/x', 'one', 'low'], ['b/x', null, null]]);
  });

  it('asks the language for the imports of a file where it resolves them together', () => {
    const fact = { ...moduleFacts('a', ['b']).imports[0]! };
    const together = { ...asWritten, resolveImports: () => [{ fact, to: { kind: 'file' as const, path: 'c' } }] };
    const modules = [moduleFacts('a', ['b']), moduleFacts('b'), moduleFacts('c')];
    const model = allSteps(buildModel({
      modules, resolver: together, layers: [], blocks: [], configured: { layers: false, blocks: false }, cache: new GraphCache(),
    }));
    assert.deepEqual(model.edgesFrom.get('a')!.map(({ to }) => to), ['c']);
  });

  it('uses changed facts, whatever it remembers', () => {
    const cache = new GraphCache();
    const b = moduleFacts('b');
    build([moduleFacts('a', ['b']), b], { cache });
    const contract = { block: 'A', responsibility: null, input: null, output: null, dependencies: [], surface: { untyped: [], types: [] }, span: SPAN };
    const model = build([moduleFacts('a', [], { contract }), b], { cache });
    assert.deepEqual([model.edgesFrom.get('a'), model.modules.get('a')!.facts.contract?.block], [[], 'A']);
  });
});
