/** Python for Archwright. */
import type { LanguageAdapter } from '../../facts/adapter.ts';
import { extract } from './extract.ts';
import { lintFix } from './fixes/lint-fix.ts';
import { loadLinter } from './lint/linter.ts';
import { isProjectSetting, readProjectSettings } from './lint/project-settings.ts';
import { withLint } from './lint/with-lint.ts';
import { loadParser } from './parser.ts';

export const pythonAdapter: LanguageAdapter = {
  id: 'python',
  version: 1,
  extensions: ['.py', '.pyi'],
  projectSettings: { isFile: isProjectSetting, read: readProjectSettings },
  load: async () => void await Promise.all([loadParser(), loadLinter()]),
  extract: (input) => withLint(input, extract(input)),
  createResolver: () => ({ resolve: (_from, specifier) => ({ kind: 'package', name: specifier.split('.')[0]! }) }),
  fixes: { 'python/lint-fix': lintFix },
};
