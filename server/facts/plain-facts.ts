/** Facts of a file that is not source code: a configuration file that may hold secrets. */
import type { ExtractInput } from './adapter.ts';
import type { FileFacts } from './file-facts.ts';
import type { ModuleFacts } from './module-facts.ts';

/**
 * @param input any file of text
 * @returns no facts but its lines and the comments that switch rules off
 */
export function plainFacts(input: ExtractInput): FileFacts {
  const lines = input.text.split('\n').length;
  return {
    path: input.path, language: 'javascript', role: input.role === 'source' ? 'config' : input.role, typesExpected: false,
    imports: [], exports: [], classes: [], constructions: [], fingerprints: [], settings: [], suppressions: plainSuppressions(input.text), contract: null,
    metrics: { lines, codeLines: 0, functions: 0, typedFunctions: 0, publicItems: 0, documentedItems: 0, handlers: 0, classes: 0, tests: 0, machineLearning: false },
    testNames: [], syntaxProblems: [], functions: [], classFacts: [], calls: [], assignments: [], loops: [], awaits: [], handlers: [], acquisitions: [],
    strings: [], anys: [], declarations: [], tests: [], longLines: [], secrets: [], lint: [], learning: null, container: null,
  };
}

/** `# archwright-ignore rule -- reason` in files without a parser: YAML, TOML, `.env`, Dockerfiles, JSON with comments. */
function plainSuppressions(text: string): ModuleFacts['suppressions'] {
  if (!text.includes('archwright-ignore')) return [];
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const match = /^(\s*)(?:#|\/\/)\s*archwright-ignore(-file)?\s+([\w/*-]+)(?:\s*--\s*(.*?))?\s*$/.exec(line);
    if (match === null) return [];
    const [, indent = '', file, ruleId = '', reason = ''] = match;
    return [{
      ruleId, reason, scope: file ? 'file' as const : 'next-line' as const, from: file ? 1 : index + 2, to: file ? lines.length : index + 2,
      span: [index + 1, indent.length + 1, index + 1, line.trimEnd().length + 1] as const,
    }];
  });
}
