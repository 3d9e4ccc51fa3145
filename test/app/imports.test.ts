import assert from 'node:assert/strict';
import { importsBetween } from '../../server/app/imports.ts';
import { reviewInMemory } from '../kit/review-in-memory.ts';

const FILES = new Map([
  ['archwright.jsonc', '{ "blocks": [{ "id": "web", "paths": ["src/web/**"] }, { "id": "store", "paths": ["src/store/**"] }] }'],
  ['src/store/index.ts', 'export const save = 1;\nexport interface Row { id: string }\n'],
  [
    'src/web/page.ts',
    "import { save } from '../store/index.js';\nimport type { Row } from '../store/index.js';\nexport const page = (row: Row) => [row, save];\n",
  ],
  ['src/web/app.ts', "import * as store from '../store/index.js';\nexport const app = store;\n"],
]);

describe('the imports between two blocks', () => {
  it('are listed with place, names and kind, by file', async () => {
    const { workspace } = await reviewInMemory(FILES, []);
    const imports = importsBetween({ state: workspace.model() }, 'web', 'store');
    assert.deepEqual(imports.map(({ path, range, to, names, typeOnly }) => [path, range.start.line, range.start.column, to, names, typeOnly]), [
      ['src/web/app.ts', 1, 24, 'src/store/index.ts', [], false],
      ['src/web/page.ts', 1, 22, 'src/store/index.ts', ['save'], false],
      ['src/web/page.ts', 2, 26, 'src/store/index.ts', ['Row'], true],
    ]);
    assert.deepEqual(importsBetween({ state: workspace.model() }, 'store', 'web'), []);
    assert.deepEqual(importsBetween({ state: null }, 'web', 'store'), []);
  });
});
