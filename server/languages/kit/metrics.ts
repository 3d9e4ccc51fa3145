/** Counts of a file for the score, from the facts of any language. */
import type { ClassFact, FileFacts, FunctionFact } from '../../facts/file-facts.ts';
import type { FileMetrics } from '../../facts/module-facts.ts';
import { typesCanBeDemanded } from './signatures.ts';

export interface Counted {
  functions: readonly FunctionFact[];
  classes: readonly ClassFact[];
  lines: { total: number; code: number };
  tests: number;
  handlers: number;
  /** The file can contain types. */
  typesExpected: boolean;
  /** The compiler infers types of results, so a signature without one still counts as typed. */
  resultsInferred: boolean;
  machineLearning: boolean;
}

/** What a file contributes to the score, once its signatures have been checked. */
export function measure({ functions, classes, lines, tests, handlers, typesExpected, resultsInferred, machineLearning }: Counted): FileMetrics {
  const demanded = typesExpected ? functions.filter(typesCanBeDemanded) : [];
  const items = [...functions, ...classes].filter((each) => each.documentationDue === true);
  return {
    lines: lines.total,
    codeLines: lines.code,
    functions: demanded.length,
    typedFunctions: demanded.filter(({ missingTypes }) => missingTypes === undefined || (resultsInferred && missingTypes.params.length === 0)).length,
    publicItems: items.length,
    documentedItems: items.filter(({ doc }) => doc !== null && !doc.empty).length,
    handlers,
    classes: classes.filter((each) => each.kind === 'class').length,
    tests,
    machineLearning,
  };
}

/**
 * The classes of a file as other files and graph rules see them.
 * @param counts returns whether a method is one of the class's own choosing; by default all are
 */
export function summarize(
  classes: readonly ClassFact[], functions: readonly FunctionFact[], counts: (name: string) => boolean = () => true,
): FileFacts['classes'] {
  return classes.filter((each) => each.kind === 'class').map((each) => ({
    name: each.name, public: each.public, abstract: each.abstract, extends: each.extends, implements: each.implements, span: each.span,
    methods: each.methods.filter((method) => functions[method.function]?.kind === 'method' && counts(method.name)).length, fields: each.fields.length,
  }));
}
