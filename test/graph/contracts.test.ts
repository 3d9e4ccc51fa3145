import assert from 'node:assert/strict';
import type { Span } from '../../server/facts/span.ts';
import type { ModuleFacts } from '../../server/facts/module-facts.ts';
import { buildModel } from '../../server/graph/build.ts';
import { allSteps } from '../../server/text/steps.ts';
import type { Block, BlockDefinition } from '../../server/graph/model.ts';
import { SPAN, asWritten, block, moduleFacts } from './modules.ts';

const blocksOf = (modules: ModuleFacts[], ...blocks: BlockDefinition[]): ReadonlyMap<string, Block> =>
  allSteps(buildModel({ modules, resolver: asWritten, layers: [], blocks, configured: { layers: false, blocks: true } })).blocks;

const shows = { exports: [{ name: 'x', kind: 'variable' as const, typeOnly: false, from: null, imported: null, span: SPAN }] };
const contract = (dependencies: string[], name: string | null = null, span: Span = SPAN) => ({
  contract: { block: name, responsibility: null, input: null, output: null, dependencies, surface: { untyped: [], types: [] }, span },
});

describe('the face of a block', () => {
  const faceOf = (modules: ModuleFacts[], definition: BlockDefinition): string[] | null => blocksOf(modules, definition).get(definition.id)!.face;

  it('is the index file of its folder, in every language', () => {
    for (const name of ['index.ts', 'index.tsx', 'index.js', 'index.mts', 'index.cjs']) {
      assert.deepEqual(faceOf([moduleFacts(`src/users/${name}`, [], shows), moduleFacts('src/users/a.ts', [], shows)], block('users', ['src/users/**'])), [
        `src/users/${name}`,
      ]);
    }
    for (const pattern of ['src/users', 'src/users/**/*']) {
      assert.deepEqual(faceOf([moduleFacts('src/users/index.ts', [], shows)], block('users', [pattern])), ['src/users/index.ts']);
    }
    const init = moduleFacts('users/__init__.py', ['users/a.py'], { language: 'python' });
    assert.deepEqual(faceOf([init, moduleFacts('users/a.py')], block('users', ['users'])), ['users/__init__.py']);
  });

  it('is missing when the index exports nothing, lies deeper, or the block is not a folder', () => {
    assert.equal(faceOf([moduleFacts('users/__init__.py', [], { language: 'python' })], block('users', ['users/**'])), null);
    assert.equal(faceOf([moduleFacts('src/users/index.ts')], block('users', ['src/users/**'])), null);
    assert.equal(faceOf([moduleFacts('src/users/api/index.ts', [], shows)], block('users', ['src/users/**'])), null);
    assert.equal(faceOf([moduleFacts('src/index.ts', [], shows), moduleFacts('src/a.ts')], block('main', ['src/*'])), null);
  });

  it('is what the configuration says, even when that matches nothing', () => {
    const modules = [moduleFacts('u/index.ts', [], shows), moduleFacts('u/api/a.ts'), moduleFacts('u/b.ts')];
    assert.deepEqual(faceOf(modules, block('u', ['u/**'], { face: ['u/api/**'] })), ['u/api/a.ts']);
    assert.deepEqual(faceOf(modules, block('u', ['u/**'], { face: ['u/none/**'] })), []);
  });
});

describe('what a block declares', () => {
  it('comes from the contract comments of its files, at the first of them, each name once', () => {
    const modules = [
      moduleFacts('u/a.ts', [], contract(['Config', 'Logging Block'], null, [3, 1, 3, 9])),
      moduleFacts('u/b.ts', [], contract(['config', 'Elsewhere', 'Users'])),
      moduleFacts('config/a.ts'),
      moduleFacts('log/a.ts', [], contract([], 'LoggingBlock')),
    ];
    const users = blocksOf(modules, block('users', ['u/**']), block('config', ['config/**']), block('log', ['log/**'])).get('users')!;
    assert.deepEqual(users.declared, { dependencies: ['config', 'log', 'Elsewhere'], source: 'contract', path: 'u/a.ts', span: [3, 1, 3, 9] });
  });

  it('points at the contract of the face when it has one', () => {
    const modules = [moduleFacts('u/a.ts', [], contract(['A'])), moduleFacts('u/index.ts', [], { ...shows, ...contract(['B'], null, [5, 1, 5, 2]) })];
    assert.deepEqual(blocksOf(modules, block('u', ['u/**'])).get('u')!.declared, {
      dependencies: ['B', 'A'],
      source: 'contract',
      path: 'u/index.ts',
      span: [5, 1, 5, 2],
    });
  });

  it('is what the configuration lists, even an empty list', () => {
    const place = { path: 'archwright.jsonc', span: [7, 1, 7, 3] as const };
    const users = blocksOf([moduleFacts('u/a.ts', [], contract(['A']))], block('u', ['u/**'], { dependsOn: { dependencies: [], place } })).get('u')!;
    assert.deepEqual(users.declared, { dependencies: [], source: 'configuration', path: 'archwright.jsonc', span: [7, 1, 7, 3] });
  });

  it('compares names without case, spaces, and "block" at the end', () => {
    const modules = [
      moduleFacts('u/a.ts', [], contract(['ORDER STORE', 'block', 'blocks', 'Blocklist'])),
      moduleFacts('x/a.ts'),
      moduleFacts('y/a.ts'),
      moduleFacts('z/a.ts'),
    ];
    const blocks = blocksOf(modules, block('u', ['u/**']), block('order-storeBlock', ['x/**']), block('Block', ['y/**']), block('list', ['z/**']));
    assert.deepEqual(blocks.get('u')!.declared!.dependencies, ['order-storeBlock', 'Block', 'blocks', 'Blocklist']);
  });

  it('keeps the list of the configuration as it is written', () => {
    const place = { path: 'archwright.jsonc', span: SPAN };
    const users = blocksOf([moduleFacts('u/a.ts')], block('u', ['u/**'], { dependsOn: { dependencies: ['b', 'a'], place } })).get('u')!;
    assert.deepEqual(users.declared!.dependencies, ['b', 'a']);
  });

  it('keeps a name as written when several blocks could be meant', () => {
    const modules = [moduleFacts('u/a.ts', [], contract(['data-store'])), moduleFacts('x/a.ts'), moduleFacts('y/a.ts')];
    const blocks = blocksOf(modules, block('u', ['u/**']), block('DataStore', ['x/**']), block('data_store', ['y/**']));
    assert.deepEqual(blocks.get('u')!.declared!.dependencies, ['data-store']);
  });
});
