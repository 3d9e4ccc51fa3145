/** Notebooks of Python for Archwright: its facts with every place moved, its fixes within one cell. */
import type { LanguageAdapter } from '../../../facts/adapter.ts';
import { pythonAdapter } from '../adapter.ts';
import { cellFixes } from './cell-fixes.ts';
import { extractNotebook } from './extract-notebook.ts';

export const notebookAdapter: LanguageAdapter = {
  ...pythonAdapter,
  id: 'notebook',
  extensions: ['.ipynb'],
  extract: (input) => extractNotebook(input, (python) => pythonAdapter.extract(python)),
  fixes: cellFixes(pythonAdapter.fixes),
};
