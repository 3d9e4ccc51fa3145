/** When a block need not be compared: nothing changed that the types of its interface are made of. */
import assert from 'node:assert/strict';
import { States } from '../../server/app/states.ts';
import type { StateInterface } from '../../server/blocks/state.ts';
import { removeTemporaryFolders, temporaryFolder } from '../kit/temporary-folder.ts';

const FILES = {
  'archwright.jsonc': JSON.stringify({ blocks: ['web', 'data', 'log'].map((id) => ({ id, paths: [`${id}/**`] })) }),
  'package.json': '{ "name": "shop", "version": "1.0.0" }',
  'web/index.ts': "import { load, type Row } from '../data/index';\nimport { log } from '../log/index';\n"
    + 'export function show(id: string): Row { log(id); return load(id); }\n',
  'data/index.ts': 'export interface Row { id: string }\nexport function load(id: string): Row { return { id }; }\n',
  'log/index.ts': 'export function log(text: string): void { console.log(text); }\n',
};

async function interfaces(over: Record<string, string>): Promise<Map<string, StateInterface>> {
  const root = temporaryFolder({ ...FILES, ...over });
  const { state } = await (await States.open({ root, cache: false })).folder(root, '.', 'graph');
  return new Map(state.blocks.map((block) => [block.id, block.interface]));
}

/** Blocks that differ in anything that they reach, and those that differ in their types. */
async function differing(over: Record<string, string>): Promise<{ texts: string[]; types: string[] }> {
  const [one, other] = [await interfaces({}), await interfaces(over)];
  const unlike = (key: 'reach' | 'surface'): string[] => [...one.keys()].filter((id) => one.get(id)![key] !== other.get(id)![key]).sort();
  return { texts: unlike('reach'), types: unlike('surface') };
}

describe('what the types of an interface are made of', () => {
  after(removeTemporaryFolders);

  it('is the same when only a body changed, here and in what uses it', async () => {
    const data = FILES['data/index.ts'].replace('{ id };', '{ id: id.trim() };');
    assert.deepEqual(await differing({ 'data/index.ts': data }), { texts: ['data', 'web'], types: [] });
  });

  it('is another one wherever a type is used that changed', async () => {
    assert.deepEqual(await differing({ 'data/index.ts': FILES['data/index.ts'].replace('id: string }', 'id: number }') }),
      { texts: ['data', 'web'], types: ['data', 'web'] });
  });

  it('does not hold what only bodies use', async () => {
    const log = FILES['log/index.ts'].replace('text: string', 'text: unknown');
    assert.deepEqual(await differing({ 'log/index.ts': log }), { texts: ['log', 'web'], types: ['log'] });
  });

  it('holds what is declared for all files, and how types are read', async () => {
    const all = ['data', 'log', 'web'];
    assert.deepEqual((await differing({ 'types.d.ts': 'declare const version: string;\n' })).types, all);
    assert.deepEqual((await differing({ 'tsconfig.json': '{ "compilerOptions": { "strict": false } }' })).types, all);
  });

  it('is not known where a type comes from something else than code', async () => {
    const found = await interfaces({ 'data/index.ts': "import table from './table.json';\nexport const rows = table;\n", 'data/table.json': '[1]' });
    assert.deepEqual(['data', 'web', 'log'].map((id) => found.get(id)!.surface === undefined), [true, true, false]);
  });
});
