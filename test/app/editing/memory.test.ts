/** What an edited folder remembers does not grow with the number of edits. */
import assert from 'node:assert/strict';
import { EditorInProcess } from '../../kit/editing/in-process.ts';
import { removeTemporaryFolders, temporaryFolder } from '../../kit/temporary-folder.ts';

const TYPESCRIPT = '/** Doubles. */\nexport function double(given: number): number {\n  return given * 2;\n}\n';
const PYTHON = '"""Doubles."""\n\n\ndef double(given: int) -> int:\n    """Doubles."""\n    return given * 2\n';
/** Where `baseUrl` is set, only the compiler knows, and it looks in many places. */
const FILES = {
  ...Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`src/deep/in/folders/a${at}.ts`, TYPESCRIPT])),
  ...Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`lib/b${at}.py`, PYTHON])),
  'node_modules/present/index.d.ts': 'export declare const some: number;\n',
  'tsconfig.json': '{ "compilerOptions": { "baseUrl": "src" } }\n', 'package.json': '{ "name": "a", "version": "1.0.0" }\n',
};
const SOURCES = Object.keys(FILES).filter((path) => /\.(ts|py)$/.test(path));
/** Imports from packages that no edit named before. */
const named = (turn: number): string => ['one', 'two', 'three'].map((name) => `import { ${name} } from '@of${turn}/${name}/part';`).join('\n');
/** As in `disk-file-system.ts`, with room for what comes with one edit. */
const MOST_ANSWERS = 2000 + 200;

describe('what an edited folder remembers', () => {
  after(removeTemporaryFolders);

  it('is bounded, however many packages were named, in both languages', async () => {
    const editor = new EditorInProcess(temporaryFolder(FILES));
    const { edited } = editor;
    try {
      await edited.load('opened');
      await editor.rest();
      const { fileSystem, workspace } = edited.reading!.opened;
      const before = fileSystem.answers;
      let most = 0;
      let clears = 0;
      let last = before;
      for (let turn = 0; turn < 800; turn++) {
        const path = SOURCES[turn % SOURCES.length]!;
        await editor.take(path, path.endsWith('.py') ? `import package${turn}.part\n${PYTHON}` : `${named(turn)}\n${TYPESCRIPT}`);
        await edited.judged(path);
        if (fileSystem.answers < last) clears++;
        last = fileSystem.answers;
        most = Math.max(most, last);
      }
      // What was typed was looked for on disk, and forgotten; and not after each edit.
      assert.ok(most > before + 500 && most <= 2 * before + MOST_ANSWERS, `${before} answers, then up to ${most}`);
      assert.ok(clears >= 1 && clears < 12, `cleared ${clears} times, ${before} answers, then up to ${most}`);
      assert.ok(workspace.graphCache.resolutions <= 3 * SOURCES.length, `${workspace.graphCache.resolutions} resolutions`);
      for (const path of SOURCES) await editor.close(path);
      await editor.rest();
      assert.equal(workspace.graphCache.resolutions, 0);
    } finally {
      await edited.dispose();
    }
  });
});
