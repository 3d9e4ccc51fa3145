/** Python for Archwright. */
import type { LanguageAdapter } from '../../facts/adapter.ts';
import { extract } from './extract.ts';
import { loadParser } from './parser.ts';
import { createPythonResolver } from './resolve.ts';

export const pythonAdapter: LanguageAdapter = {
  id: 'python',
  version: 2,
  extensions: ['.py', '.pyi'],
  load: loadParser,
  extract,
  createResolver: createPythonResolver,
  fixes: {},
};
