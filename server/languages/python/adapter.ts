/** Python for Archwright. */
import type { LanguageAdapter, LintCode } from '../../facts/adapter.ts';
import { extract } from './extract.ts';
import { fixes } from './fixes/index.ts';
import { pythonInterfaces } from './interface/comparer.ts';
import { lintTable } from './lint/lint-table.ts';
import { loadLinter } from './lint/linter.ts';
import { isProjectSetting, readProjectSettings } from './lint/project-settings.ts';
import { withLint } from './lint/with-lint.ts';
import { loadParser } from './parser.ts';
import { createPythonResolver } from './resolve.ts';

/**
 * @param codes ruff codes of the rules
 * @param ofPylint the rules by the names and codes of pylint's messages
 */
export function createPythonAdapter(codes: readonly LintCode[], ofPylint: ReadonlyMap<string, string>): LanguageAdapter {
  const table = lintTable(codes, ofPylint);
  return {
    id: 'python',
    extensions: ['.py', '.pyi'],
    projectSettings: { isFile: isProjectSetting, read: (texts) => readProjectSettings(texts, table) },
    load: async () => void await Promise.all([loadParser(), loadLinter()]),
    extract: (input) => withLint(input, extract(input), table),
    createResolver: createPythonResolver,
    interfaces: pythonInterfaces,
    fixIds: new Set(Object.keys(fixes)),
    ownFixes: fixes,
    fixes,
  };
}
