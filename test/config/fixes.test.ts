import assert from 'node:assert/strict';
import type { FixContext } from '../../server/facts/adapter.ts';
import { configurationFixes } from '../../server/config/fixes.ts';

function fix(fixId: string, data: Record<string, unknown>, texts: Record<string, string>, path = 'packages/a/src/x.ts', folders: readonly string[] = []) {
  const context: FixContext = {
    root: '/w', read: (each) => texts[each], files: () => [], facts: () => undefined, resolve: () => ({ kind: 'missing' }),
    fileSystem: { fileExists: () => false, directoryExists: (each) => folders.includes(each), readFile: () => undefined, realpath: (each) => each },
  };
  return configurationFixes[fixId]!({ fixId, path, span: [1, 1, 1, 1], data }, context);
}

describe('configurationFixes', () => {
  const allow = { rule: 'a/b', entry: 'packages/a/src/x.ts -> packages/a/src/[id].ts' };

  it('edits the nearest configuration, with paths relative to it', () => {
    assert.deepEqual(fix('config/allow', allow, { 'archwright.jsonc': '{}', 'packages/a/archwright.jsonc': '{ "rules": { "a/b": { "allow": [] } } }' }), [
      { path: 'packages/a/archwright.jsonc', edits: [{ span: [1, 33, 1, 33], text: '"src/x.ts -> src/\\\\[id\\\\].ts"' }] },
    ]);
    assert.deepEqual(fix('config/allow', allow, { 'archwright.jsonc': '{\n  "rules": {\n    "a/b": { "allow": ["k"] }\n  }\n}' }), [
      { path: 'archwright.jsonc', edits: [{ span: [3, 27, 3, 27], text: ', "packages/a/src/x.ts -> packages/a/src/\\\\[id\\\\].ts"' }] },
    ]);
  });

  it('creates a file at the root when there is none', () => {
    assert.deepEqual(fix('config/severity', { rule: 'a/b', severity: 'off' }, {}), [
      { path: 'archwright.jsonc', edits: [{ span: [1, 1, 1, 1], text: '{\n  "rules": { "a/b": "off" }\n}\n' }], create: true },
    ]);
  });

  it('changes the dependencies and the files of a block', () => {
    const texts = { 'archwright.jsonc': '{ "blocks": [{ "id": "a", "paths": ["a"], "dependsOn": ["b"] }] }' };
    assert.deepEqual(fix('config/add-dependency', { block: 'a', dependency: 'c' }, texts), [
      { path: 'archwright.jsonc', edits: [{ span: [1, 60, 1, 60], text: ', "c"' }] },
    ]);
    assert.deepEqual(fix('config/remove-dependency', { block: 'a', dependency: 'b' }, texts), [
      { path: 'archwright.jsonc', edits: [{ span: [1, 57, 1, 60], text: '' }] },
    ]);
    assert.deepEqual(fix('config/assign', { block: 'a', path: 'lib' }, texts), [
      { path: 'archwright.jsonc', edits: [{ span: [1, 40, 1, 40], text: ', "lib"' }] },
    ]);
  });

  it('adds a block where blocks are configured, or else beside the file', () => {
    const create = { block: 'src', folder: 'packages/a/src', inside: '**' };
    const outer = '{ "blocks": [{ "id": "b", "paths": ["b"] }] }';
    assert.deepEqual(fix('config/create-block', create, { 'archwright.jsonc': outer, 'packages/a/archwright.jsonc': '{ "rules": {} }' }), [
      { path: 'archwright.jsonc', edits: [{ span: [1, 43, 1, 43], text: ', { "id": "src", "paths": ["packages/a/src/**"] }' }] },
    ]);
    assert.deepEqual(fix('config/create-block', create, { 'archwright.jsonc': outer, 'packages/a/archwright.jsonc': outer }), [
      { path: 'packages/a/archwright.jsonc', edits: [{ span: [1, 43, 1, 43], text: ', { "id": "src", "paths": ["src/**"] }' }] },
    ]);
    assert.deepEqual(
      fix('config/create-block', { ...create, folder: 'packages/a', inside: '*' }, { 'packages/a/archwright.jsonc': outer })![0]!.edits[0]!.text,
      ', { "id": "src", "paths": ["*"] }',
    );
    assert.equal(
      fix('config/assign', { block: 'b', path: 'packages/a/x.ts' }, { 'archwright.jsonc': outer, 'packages/a/archwright.jsonc': '{}' })![0]!.path,
      'archwright.jsonc',
    );
    assert.equal(
      fix('config/assign', { block: 'b', path: 'packages/a/x.ts' }, { 'archwright.jsonc': '{}', 'packages/a/archwright.jsonc': '{}' })![0]!.path,
      'packages/a/archwright.jsonc',
    );
  });

  it('creates a missing folder, with a file that keeps it', () => {
    assert.deepEqual(fix('config/create-folder', { folder: 'src/data' }, {}), [{ path: 'src/data/.gitkeep', edits: [], create: true }]);
    assert.equal(fix('config/create-folder', { folder: 'src/data' }, {}, 'archwright.jsonc', ['/w/src/data']), null);
  });

  it('does not apply to an unreadable file, without a change, or without its data', () => {
    assert.equal(fix('config/allow', allow, { 'archwright.jsonc': '{ "rules": ' }), null);
    assert.equal(fix('config/severity', { rule: 'a/b', severity: 'off' }, { 'archwright.jsonc': '{ "rules": { "a/b": "off" } }' }), null);
    assert.equal(fix('config/allow', { rule: 'a/b' }, {}), null);
  });
});
