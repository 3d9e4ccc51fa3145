/** Python notebooks for Archwright: Python's facts with every place moved, and its fixes within one cell. */
import type { LanguageAdapter } from '../../../facts/adapter.ts';
import { cellFixes } from './cell-fixes.ts';
import { extractNotebook } from './extract-notebook.ts';

/** @param python the Python adapter, which reads the code of the cells */
export function createNotebookAdapter(python: LanguageAdapter): LanguageAdapter {
  const fixes = cellFixes(python.fixes);
  return {
    ...python,
    id: 'notebook',
    extensions: ['.ipynb'],
    extract: (input) => extractNotebook(input, (cells) => python.extract(cells)),
    fixes,
    ownFixes: fixes,
  };
}
