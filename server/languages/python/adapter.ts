/** Python for Archwright. */
import type { LanguageAdapter } from '../../facts/adapter.ts';
import { extract } from './extract.ts';
import { fixes } from './fixes/index.ts';
import { loadLinter } from './lint/linter.ts';
import { isProjectSetting, readProjectSettings } from './lint/project-settings.ts';
import { withLint } from './lint/with-lint.ts';
import { loadParser } from './parser.ts';
import { createPythonResolver } from './resolve.ts';

export const pythonAdapter: LanguageAdapter = {
  id: 'python',
  version: 3,
  extensions: ['.py', '.pyi'],
  projectSettings: { isFile: isProjectSetting, read: readProjectSettings },
  load: async () => void await Promise.all([loadParser(), loadLinter()]),
  extract: (input) => withLint(input, extract(input)),
  createResolver: createPythonResolver,
  fixes,
};
