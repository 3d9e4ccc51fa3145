/** Which files a package or folder offers to others. */
import assert from 'node:assert/strict';
import { entriesOf } from '../../../server/languages/typescript/interface/entries.ts';
import { MEMORY_ROOT, memoryFileSystem } from '../../kit/memory-file-system.ts';

function found(files: Record<string, string>, folder = ''): string[] {
  const paths = Object.keys(files).filter((path) => /\.[cm]?[jt]sx?$/.test(path));
  return entriesOf(MEMORY_ROOT, folder, paths, memoryFileSystem(new Map(Object.entries(files)))).map(({ name, path }) => `${name} ${path}`);
}

describe('entries of a TypeScript package', () => {
  it('takes the types of each subpath', () => {
    const manifest = { exports: { '.': { types: './dist/a.d.ts', default: './dist/a.js' }, './b': { import: { types: './dist/b.d.mts' } },
      './package.json': './package.json' } };
    assert.deepEqual(found({ 'package.json': JSON.stringify(manifest), 'dist/a.d.ts': '', 'dist/b.d.mts': '', 'dist/a.js': '' }), ['. dist/a.d.ts',
      './b dist/b.d.mts']);
  });

  it('finds declarations beside a script, and sources of what is not built', () => {
    assert.deepEqual(found({ 'package.json': '{ "main": "lib/a.js" }', 'lib/a.js': '', 'lib/a.d.ts': '' }), ['. lib/a.d.ts']);
    assert.deepEqual(found({ 'package.json': '{ "types": "dist/a.d.ts", "main": "dist/a.js" }', 'src/a.ts': '' }), ['. src/a.ts']);
    assert.deepEqual(found({ 'package.json': '{ "typings": "types" }', 'types/index.d.ts': '' }), ['. types/index.d.ts']);
  });

  it('writes out patterns', () => {
    const manifest = '{ "exports": { "./*": "./dist/*.js" } }';
    assert.deepEqual(found({ 'package.json': manifest, 'dist/a.d.ts': '', 'dist/a.js': '', 'dist/b/c.js': '' }), ['./a dist/a.d.ts', './b/c dist/b/c.js']);
  });

  it('falls back to an index, then to every file that exports', () => {
    assert.deepEqual(found({ 'orders/index.ts': 'export {};', 'orders/b.ts': 'export {};' }, 'orders'), ['. orders/index.ts']);
    assert.deepEqual(found({ 'orders/a.ts': 'export const a = 1;', 'orders/b.ts': 'start();', 'orders/a.test.ts': 'export {};' }, 'orders'),
      ['a.ts orders/a.ts']);
  });

  it('reads no manifest that is broken', () => assert.deepEqual(found({ 'package.json': '{', 'index.js': '' }), ['. index.js']));
});
