import assert from 'node:assert/strict';
import { flowsOn } from '../../server/app/flows.ts';
import type { EdgeFlow, FlowName } from '../../server/protocol/answers.ts';
import { reviewInMemory } from '../kit/review-in-memory.ts';

const BLOCKS = JSON.stringify({ blocks: ['web', 'store', 'log'].map((id) => ({ id, paths: [`src/${id}/**`] })) });

async function flows(files: Record<string, string>, edges: [string, string][]): Promise<EdgeFlow[]> {
  const { workspace } = await reviewInMemory(new Map(Object.entries({ 'archwright.jsonc': BLOCKS, ...files })), []);
  return flowsOn({ state: workspace.model() }, edges);
}

/** Each list as `name×count path:line`. */
const words = (flow: EdgeFlow): Record<string, string | string[]> => Object.fromEntries(Object.entries<string | FlowName[]>({ ...flow }).map(([list, own]) =>
  [list, typeof own === 'string' ? own : own.map(({ name, count, path, range }) => `${name}×${count} ${path}:${range.start.line}`)]));

describe('what passes along the edges between blocks', () => {
  it('is told by name, those of most imports first, with the place of the first', async () => {
    const [toStore, toLog, ...others] = await flows({
      'src/store/index.ts': 'export function save(): void {}\nexport class Store {}\nexport class Base {}\nexport interface Row { id: string }\n'
        + 'export const LIMIT = 3;\n'
        + 'export interface Key { id: string }\nexport default function open(): void {}\n',
      'src/store/table.ts': 'export const name = 1;\n',
      'src/log/index.ts': 'export function write(): void {}\n',
      'src/web/a.ts': "import { save, Store, Base, LIMIT, type Row } from '../store/index.js';\nimport type { Key } from '../store/index.js';\n"
        + 'export class Own extends Base { store = new Store(); go(row: Row, key: Key, base: Base): void { save(); void [LIMIT, row, key, base]; } }\n',
      'src/web/b.ts': "import begin, { save, type Row } from '../store/index.js';\nimport * as table from '../store/table.js';\n"
        + 'export const row = (given: Row): unknown => [save(), begin(), given, table];\n',
      'src/web/c.ts': "import '../store/table.js';\n",
      'src/web/d.ts': "import { write } from '../log/index.js';\nwrite();\n",
    }, [['web', 'store'], ['store', 'web'], ['web', 'log'], ['web', 'nothing']]);
    assert.deepEqual(words(toStore!), {
      from: 'web', to: 'store', types: ['Row×2 src/web/a.ts:1', 'Base×1 src/web/a.ts:1', 'Key×1 src/web/a.ts:2'],
      values: ['LIMIT×1 src/web/a.ts:1', 'table×1 src/web/b.ts:2'], calls: ['save×2 src/web/a.ts:1', 'store×1 src/web/b.ts:1'],
      makes: ['Store×1 src/web/a.ts:1'],
    });
    assert.deepEqual(words(toLog!), { from: 'web', to: 'log', types: [], values: [], calls: ['write×1 src/web/d.ts:1'], makes: [] });
    assert.deepEqual(others, []);
  });

  it('is told of Python as of TypeScript', async () => {
    const [flow] = await flows({
      'src/store/rows.py': 'LIMIT = 3\n\ndef save():\n    return 1\n\nclass Store:\n    pass\n\nclass Row:\n    pass\n',
      'src/web/page.py': 'from src.store.rows import LIMIT, Row, Store, save\n\ndef page(row: Row) -> int:\n    store = Store()\n    return save() + LIMIT\n',
    }, [['web', 'store']]);
    assert.deepEqual(words(flow!), {
      from: 'web', to: 'store', types: ['Row×1 src/web/page.py:1'], values: ['LIMIT×1 src/web/page.py:1'], calls: ['save×1 src/web/page.py:1'],
      makes: ['Store×1 src/web/page.py:1'],
    });
  });

  it('is nothing before the first review', () => {
    assert.deepEqual(flowsOn({ state: null }, [['web', 'store']]), []);
  });
});
