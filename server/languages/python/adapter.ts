/** Python for Archwright. */
import type { LanguageAdapter } from '../../facts/adapter.ts';
import { extract } from './extract.ts';
import { loadParser } from './parser.ts';

export const pythonAdapter: LanguageAdapter = {
  id: 'python',
  version: 1,
  extensions: ['.py', '.pyi'],
  load: loadParser,
  extract,
  createResolver: () => ({ resolve: (_from, specifier) => ({ kind: 'package', name: specifier.split('.')[0]! }) }),
  fixes: {},
};
