/** What a project installs decides where its imports lead, in the editor too as soon as it is written down. */
import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EditorInProcess } from '../../kit/editing/in-process.ts';
import { removeTemporaryFolders, temporaryFolder } from '../../kit/temporary-folder.ts';

const FILES = {
  'ranking/run.py': 'from parts.wheel import turn\n\n\ndef go():\n    return turn()\n',
  'tuning/setup.py': "from setuptools import setup\n\nsetup(name='tuning', package_dir={'': 'src'})\n",
  'tuning/src/parts/__init__.py': '',
  'tuning/src/parts/wheel.py': 'SIZE = 1\n',
};
const PINS = 'ranking/requirements.txt';

describe('an import of what a project installs', () => {
  after(removeTemporaryFolders);

  it('is no longer one of the copy in another project once the version is pinned, and is again when it is not', async () => {
    const root = temporaryFolder(FILES);
    const editor = new EditorInProcess(root);
    const missing = (): string[] => (editor.shown().get('ranking/run.py') ?? []).filter((line) => line.includes('has no "turn"'));
    try {
      await editor.edited.load('opened');
      await editor.rest();
      assert.equal(missing().length, 1);
      writeFileSync(join(root, PINS), 'parts==1.2\n');
      await editor.told([PINS]);
      await editor.rest();
      assert.deepEqual(missing(), []);
      writeFileSync(join(root, PINS), 'parts\n');
      await editor.told([PINS]);
      await editor.rest();
      assert.equal(missing().length, 1);
      rmSync(join(root, PINS));
      await editor.told([PINS]);
      await editor.rest();
      assert.equal(missing().length, 1);
    } finally {
      await editor.edited.dispose();
    }
  });
});
