/** Folders in which scripts are played. */
import { generatePythonWorkspace } from '../../../scripts/bench/python-workspace.ts';
import { generateWorkspace } from '../../../scripts/bench/workspace.ts';
import { notebookFile } from '../notebook-in-editor.ts';
import { temporaryFolder, writeIn } from '../temporary-folder.ts';
import { pieceFor } from './pieces.ts';

/** A small project in TypeScript, Python and notebooks, without a configuration. @returns its folder */
export function smallProject(): string {
  const scripts = Array.from({ length: 24 }, (_, at) => `src/${['ui', 'domain', 'data', 'domain/deep'][at % 4]!}/file${at}.ts`);
  const modules = Array.from({ length: 8 }, (_, at) => `app/${['core', 'learn'][at % 2]!}/part${at}.py`);
  const files: Record<string, string> = { 'package.json': '{ "name": "small" }\n' };
  for (const folder of ['app', 'app/core', 'app/learn']) files[`${folder}/__init__.py`] = '';
  for (const [at, path] of scripts.entries()) files[path] = text(path, at, scripts);
  for (const [at, path] of modules.entries()) files[path] = text(path, at, modules);
  files['test/one.test.ts'] = "import * as m from '../src/ui/file0';\n\nit('is', () => {\n  if (m === null) throw new Error('none');\n});\n";
  for (const at of [0, 1]) {
    const path = `notebooks/look${at}.ipynb`;
    files[path] = notebookFile([{ text: pieceFor(path, 11, path) }, { text: pieceFor(path, 2, path) }, { text: pieceFor(path, 5, path) }]);
  }
  return temporaryFolder(files);
}

function text(path: string, at: number, others: readonly string[]): string {
  return [3, 0, 2 + at % 4].map((piece) => pieceFor(path, piece, others[(at * 3 + 1) % others.length]!)).join('\n');
}

/** About 2,500 files. @returns its folder */
export function largeProject(): string {
  const root = temporaryFolder();
  generatePythonWorkspace(root, 700, 1_400_000);
  generateWorkspace(root, 1800, 4_500_000);
  for (let at = 0; at < 10; at++) {
    const path = `notebooks/look${at}.ipynb`;
    writeIn(root, path, notebookFile([{ text: pieceFor(path, 11, path) }, { text: pieceFor(path, 2, path) }]));
  }
  return root;
}
