/** Imports as edges: from file to file, and summed up between blocks. */
import { compareText } from '../text/order.ts';
import type { FileRole, ImportFact, ModuleFacts } from '../facts/module-facts.ts';
import type { Resolution, ResolvedImport, Resolver } from '../facts/adapter.ts';
import type { BlockEdge, ModuleEdge, ModuleNode } from './model.ts';

/** The part of a resolver that edges need. */
export type ImportResolver = Pick<Resolver, 'resolve' | 'resolveImports'>;

/** Files whose imports say nothing about how the product is structured. */
const OUTSIDE: ReadonlySet<FileRole> = new Set(['test', 'fixture', 'example', 'docs']);

/** Whether the imports of a file with this role count as dependencies of its block. @param role the importing file's */
export function countsForBlocks(role: FileRole): boolean {
  return !OUTSIDE.has(role);
}

/** An import that runs while its module loads: neither erased nor inside a function. @param fact any import */
export function loadsAtOnce(fact: ImportFact): boolean {
  return !fact.typeOnly && !fact.lazy;
}

/**
 * @param facts the importing file
 * @param resolver resolves each import
 */
export function resolveImports(facts: ModuleFacts, resolver: ImportResolver): ResolvedImport[] {
  const { path, imports } = facts;
  const resolve = (specifier: string): Resolution => resolver.resolve(path, specifier);
  return resolver.resolveImports?.(path, imports, resolve) ?? imports.map((fact) => ({ fact, to: resolve(fact.specifier) }));
}

/**
 * Groups a file's imports by the file they resolve to, in order of first appearance. Imports of packages, of missing
 * files and of the file itself make no edge.
 * @param from path of the importing file
 * @param imports its resolved imports
 */
export function edgesOf(from: string, imports: readonly ResolvedImport[]): ModuleEdge[] {
  const byTarget = new Map<string, ImportFact[]>();
  for (const { fact, to } of imports) {
    if (to.kind !== 'file' || to.path === from) continue;
    const group = byTarget.get(to.path);
    if (group === undefined) byTarget.set(to.path, [fact]);
    else group.push(fact);
  }
  return [...byTarget].map(([to, facts]) => ({
    from,
    to,
    imports: facts,
    typeOnly: facts.every((fact) => fact.typeOnly),
    lazy: facts.every((fact) => fact.lazy),
    loading: facts.some(loadsAtOnce),
  }));
}

/**
 * Sums up module edges between blocks. Imports of tests, examples and the like are left out.
 * @param modules all files with their blocks
 * @param edgesFrom edges by importing file, for each of the modules and leading to modules only
 * @returns sorted by `from`, then `to`
 */
export function blockEdgesOf(modules: ReadonlyMap<string, ModuleNode>, edgesFrom: ReadonlyMap<string, ModuleEdge[]>): BlockEdge[] {
  const byBlocks = new Map<string, Map<string, ModuleEdge[]>>();
  for (const { path, block, facts } of modules.values()) {
    if (block === null || !countsForBlocks(facts.role)) continue;
    let targets = byBlocks.get(block);
    if (targets === undefined) byBlocks.set(block, (targets = new Map<string, ModuleEdge[]>()));
    for (const edge of edgesFrom.get(path)!) {
      const to = modules.get(edge.to)!.block;
      if (to === null || to === block) continue;
      const group = targets.get(to);
      if (group === undefined) targets.set(to, [edge]);
      else group.push(edge);
    }
  }
  return [...byBlocks]
    .flatMap(([from, targets]) => [...targets].map(([to, edges]) => blockEdge(from, to, edges)))
    .sort((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to));
}

function blockEdge(from: string, to: string, edges: ModuleEdge[]): BlockEdge {
  return {
    from,
    to,
    edges,
    imports: edges.reduce((sum, edge) => sum + edge.imports.length, 0),
    typeOnly: edges.every((edge) => edge.typeOnly),
  };
}

