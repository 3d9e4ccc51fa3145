/** Where nothing is on the disk, and nothing will be. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { vacantBelow } from '../../server/host/vacant.ts';

const FILES: Readonly<Record<string, string>> = {
  '.gitmodules': '[submodule "charts"]\n  path = lib/charts\n  url = ../charts\n',
  '.gitignore': '/src/local*\nmade-here/\n',
  'package.json': '{ "scripts": { "words": "collect > src/words.json" } }',
  'src/main.ts': '',
  'src/view.vue': '',
  'src/price.test.ts': '',
  'src/fast.cpython-312-x86_64-linux-gnu.so': '',
  'src/parts/readme.txt': '',
};

describe('what is not on the disk', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'vacant-'));
  before(() => {
    for (const [name, text] of Object.entries(FILES)) {
      mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      writeFileSync(path.join(root, name), text);
    }
  });
  after(() => rmSync(root, { recursive: true }));

  it('is vacant only if nothing has the name, whatever its ending, and nothing puts it there', () => {
    const isVacant = vacantBelow(root);
    const asked = [
      'src/gone', 'src/gone.js', 'src/price', 'other/gone', 'Src/main',
      'src/main', 'src/main.js', 'src/view', 'src/fast', 'src/parts', 'src/local-settings', 'src/made-here', 'made-here/x', 'src/words', 'lib/charts/bar',
      'lib/charts', 'src/generated/api', 'src/api.gen', 'src/orders_pb2', 'dist/main', 'node_modules/x', '',
    ];
    assert.deepEqual(asked.filter(isVacant), ['src/gone', 'src/gone.js', 'src/price', 'other/gone', 'Src/main']);
  });
});
