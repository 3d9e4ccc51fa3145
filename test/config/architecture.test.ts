import assert from 'node:assert/strict';
import { architectureOf } from '../../server/config/architecture.ts';
import type { Config } from '../../server/config/config.ts';
import { parseConfig } from '../../server/config/parse.ts';
import { block, layer } from '../graph/modules.ts';
import { registry } from './registry.ts';

const INFERRED = { layers: [layer('guessed', ['src/guess/**'], { inferred: true })], blocks: [block('seen', ['src/seen/**'], { inferred: true })] };

function architecture(texts: Record<string, unknown>) {
  const configs = new Map<string, Config>();
  for (const [dir, value] of Object.entries(texts)) configs.set(dir, parseConfig(JSON.stringify(value), registry).config!);
  const { layers, blocks, configured } = architectureOf(configs, INFERRED);
  return {
    layers: layers.map(({ id, paths, mayUse, scope }) => [id, paths, mayUse, scope]),
    blocks: blocks.map(({ id, paths, layer: of, face, dependsOn }) => [id, paths, of, face, dependsOn?.dependencies ?? null]),
    configured,
  };
}

describe('architectureOf', () => {
  it('is inferred when nothing is configured', () => {
    const expected = {
      layers: [['guessed', ['src/guess/**'], [], '']],
      blocks: [['seen', ['src/seen/**'], null, null, null]],
      configured: { layers: false, blocks: false },
    };
    assert.deepEqual(architecture({}), expected);
    assert.deepEqual(architecture({ '': { rules: {} }, 'packages/a': {} }), expected);
  });

  it('takes layers and blocks from the configuration, each on its own', () => {
    assert.deepEqual(architecture({ '': { layers: [{ id: 'top', paths: ['a/**'] }] } }), {
      layers: [['top', ['a/**'], [], '']], blocks: [['seen', ['src/seen/**'], null, null, null]], configured: { layers: true, blocks: false },
    });
    assert.deepEqual(architecture({ '': { blocks: [] } }), {
      layers: [['guessed', ['src/guess/**'], [], '']],
      blocks: [],
      configured: { layers: false, blocks: true },
    });
  });

  it('keeps outer layers and blocks out of a folder with its own', () => {
    const nested = {
      layers: [{ id: 'top', paths: ['./ui/**', '!ui/gen/**'], mayUse: ['low'] }, { id: 'low', paths: ['db/**'] }],
      blocks: [{ id: 'ui', paths: ['ui'], layer: 'top', face: ['ui/index.ts'], dependsOn: ['seen', 'db'] }, { id: 'db', paths: ['db'] }],
    };
    assert.deepEqual(architecture({ 'packages/a': nested }), {
      layers: [
        ['guessed', ['src/guess/**', '!packages/a/**'], [], ''],
        ['top', ['packages/a/ui/**', '!packages/a/ui/gen/**'], ['low'], 'packages/a'],
        ['low', ['packages/a/db/**'], [], 'packages/a'],
      ],
      blocks: [
        ['seen', ['src/seen/**', '!packages/a/**'], null, null, null],
        ['ui', ['packages/a/ui'], 'top', ['packages/a/ui/index.ts'], ['seen', 'db']],
        ['db', ['packages/a/db'], null, null, null],
      ],
      configured: { layers: true, blocks: true },
    });
  });

  it('prefixes ids that are taken with the folder, wherever they are used', () => {
    const same = {
      layers: [
        { id: 'top', paths: ['ui/**'], mayUse: ['low'] },
        { id: 'low', paths: ['db/**'] },
      ],
      blocks: [
        { id: 'ui', paths: ['ui'], layer: 'top', dependsOn: ['db'] },
        { id: 'db', paths: ['db'] },
      ],
    };
    assert.deepEqual(architecture({ '': same, 'p/[x]': same }), {
      layers: [
        ['top', ['ui/**', '!p/\\[x\\]/**'], ['low'], ''],
        ['low', ['db/**', '!p/\\[x\\]/**'], [], ''],
        ['p/[x]/top', ['p/\\[x\\]/ui/**'], ['p/[x]/low'], 'p/[x]'],
        ['p/[x]/low', ['p/\\[x\\]/db/**'], [], 'p/[x]'],
      ],
      blocks: [
        ['ui', ['ui', '!p/\\[x\\]/**'], 'top', null, ['db']],
        ['db', ['db', '!p/\\[x\\]/**'], null, null, null],
        ['p/[x]/ui', ['p/\\[x\\]/ui'], 'p/[x]/top', null, ['p/[x]/db']],
        ['p/[x]/db', ['p/\\[x\\]/db'], null, null, null],
      ],
      configured: { layers: true, blocks: true },
    });
  });
});
