/** Facts of a file when only its lines and comments are read. */
import type { ExtractInput } from '../../facts/adapter.ts';
import type { FileFacts } from '../../facts/file-facts.ts';
import type { Language, ModuleFacts } from '../../facts/module-facts.ts';
import { readSuppression } from './suppression-comment.ts';

/**
 * @param input any text file
 * @param language of the file
 * @returns facts with nothing but the number of lines and the suppression comments
 */
export function bareFacts(input: ExtractInput, language: Language): FileFacts {
  const lines = input.text.split('\n').length;
  return {
    path: input.path,
    language,
    role: input.role === 'source' ? 'config' : input.role,
    typesExpected: false,
    imports: [],
    exports: [],
    classes: [],
    constructions: [],
    fingerprints: [],
    doings: [],
    settings: [],
    suppressions: suppressionsIn(input.text),
    contract: null,
    metrics: {
      lines,
      codeLines: 0,
      functions: 0,
      typedFunctions: 0,
      publicItems: 0,
      documentedItems: 0,
      handlers: 0,
      classes: 0,
      tests: 0,
      machineLearning: false,
    },
    testNames: [],
    syntaxProblems: [],
    functions: [],
    classFacts: [],
    calls: [],
    assignments: [],
    branches: [],
    loops: [],
    awaits: [],
    handlers: [],
    acquisitions: [],
    strings: [],
    anys: [],
    declarations: [],
    tests: [],
    longLines: [],
    secrets: [],
    lint: [],
    learning: null,
    container: null,
  };
}

/** Comments that suppress a rule, in files without a parser: YAML, TOML, `.env`, Dockerfiles, JSON with comments. */
function suppressionsIn(text: string): ModuleFacts['suppressions'] {
  if (!text.includes('archwright-ignore')) return [];
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const start = /^(\s*)(?:#|\/\/)\s*(?=archwright-ignore)/.exec(line);
    const written = start === null ? null : readSuppression(line.slice(start[0].length));
    if (start === null || written?.rules.length !== 1) return [];
    const [, indent = ''] = start;
    const { isFile: file, reason, rules: [ruleId = ''] } = written;
    return [{
      ruleId, reason, scope: file ? 'file' as const : 'next-line' as const, from: file ? 1 : index + 2, to: file ? lines.length : index + 2,
      span: [index + 1, indent.length + 1, index + 1, line.trimEnd().length + 1] as const,
    }];
  });
}
