/** Facts of files that are only as real as graph tests need them. */
import type { Resolver } from '../../server/facts/adapter.ts';
import type { ImportFact, ModuleFacts } from '../../server/facts/module-facts.ts';
import { isFace as isPackageFace } from '../../server/languages/python/conventions.ts';
import { isFace as isIndexFace } from '../../server/languages/typescript/conventions.ts';
import type { Span } from '../../server/facts/span.ts';
import type { BlockDefinition, LayerDefinition } from '../../server/graph/model.ts';

export const SPAN: Span = [1, 1, 1, 2];

/** An import as a test writes it: a path, or a path with what is special about it. */
export type Import = string | (Partial<ImportFact> & { specifier: string });

/** @param written the specifier (here: the path itself), or more of the fact */
export function importFact(written: Import): ImportFact {
  const given = typeof written === 'string' ? { specifier: written } : written;
  return { group: 'relative', kind: 'static', typeOnly: false, couldBeTypeOnly: false, lazy: false, names: [], span: SPAN, specifierSpan: SPAN, ...given };
}

/** @param names what an import names, all of them used as values */
export function named(...names: string[]): ImportFact['names'] {
  return names.map((name) => ({ imported: name, local: name, typeOnly: false, usedAsValue: true, usedAsType: false, span: SPAN }));
}

/** @param path of the file @param imports in order @param more facts that differ from an ordinary source file */
export function moduleFacts(path: string, imports: readonly Import[] = [], more: Partial<ModuleFacts> = {}): ModuleFacts {
  const facts: ModuleFacts = {
    path,
    language: 'typescript',
    role: 'source',
    imports: imports.map(importFact),
    exports: [],
    classes: [],
    constructions: [],
    fingerprints: [],
    doings: [],
    settings: [],
    suppressions: [],
    contract: null,
    metrics: {
      lines: 1, codeLines: 1, functions: 0, typedFunctions: 0, publicItems: 0, documentedItems: 0,
      handlers: 0, classes: 0, tests: 0, machineLearning: false,
    },
    testNames: [],
    syntaxProblems: [],
    ...more,
  };
  return isIndexFace(facts) || isPackageFace(facts) ? { ...facts, face: true } : facts;
}

/** Specifiers are paths already; `package:x` and `missing:x` lead out of the workspace and nowhere. */
export const asWritten: Pick<Resolver, 'resolve'> = {
  resolve(_, specifier) {
    if (specifier.startsWith('package:')) return { kind: 'package', name: specifier.slice('package:'.length) };
    if (specifier.startsWith('missing:')) return { kind: 'missing' };
    return { kind: 'file', path: specifier };
  },
};

export function layer(id: string, paths: string[], more: Partial<LayerDefinition> = {}): LayerDefinition {
  return { id, paths, mayUse: [], scope: '', sliced: false, inferred: false, places: [], ...more };
}

export function block(id: string, paths: string[], more: Partial<BlockDefinition> = {}): BlockDefinition {
  return { id, paths, layer: null, face: null, dependsOn: null, stated: null, state: null, version: null, inferred: false, places: [], ...more };
}
