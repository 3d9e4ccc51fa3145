/** Notebooks of Python for Archwright. Without fixes: those of Python edit its text, which the file holds as JSON. */
import type { LanguageAdapter } from '../../../facts/adapter.ts';
import { pythonAdapter } from '../adapter.ts';
import { extractNotebook } from './extract-notebook.ts';

export const notebookAdapter: LanguageAdapter = {
  ...pythonAdapter,
  id: 'notebook',
  extensions: ['.ipynb'],
  extract: (input) => extractNotebook(input, (python) => pythonAdapter.extract(python)),
  fixes: {},
};
