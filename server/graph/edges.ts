/** Imports as edges: from file to file, and what they add up to between blocks. */
import { compareText } from '../text/compare.ts';
import type { FileRole, ImportFact, ModuleFacts } from '../facts/module-facts.ts';
import type { Resolver } from '../facts/adapter.ts';
import type { BlockEdge, ModuleEdge, ModuleNode, ResolvedImport } from './model.ts';

/** Files whose imports say nothing about how the product is built. */
const OUTSIDE: ReadonlySet<FileRole> = new Set(['test', 'fixture', 'example', 'docs']);

/** Whether what a file of this role imports counts as a dependency of its block. @param role the importing file's */
export function countsForBlocks(role: FileRole): boolean {
  return !OUTSIDE.has(role);
}

/** An import that runs while its module loads: neither erased nor inside of a function. @param fact any import */
export function loadsAtOnce(fact: ImportFact): boolean {
  return !fact.typeOnly && !fact.lazy;
}

/**
 * @param facts the importing file
 * @param resolver finds what each specifier means
 */
export function resolveImports(facts: ModuleFacts, resolver: Pick<Resolver, 'resolve'>): ResolvedImport[] {
  if (facts.language === 'python' || facts.language === 'notebook') return facts.imports.flatMap((fact) => withSubmodules(facts.path, fact, resolver));
  return facts.imports.map((fact) => ({ fact, to: resolver.resolve(facts.path, fact.specifier) }));
}

/** `from package import a, b` in Python: each of the names may be a module of the package, which then is what is imported. */
function withSubmodules(path: string, fact: ImportFact, resolver: Pick<Resolver, 'resolve'>): ResolvedImport[] {
  const found: ResolvedImport[] = [];
  const others = fact.names.filter((name) => {
    if (name.imported === '*' || fact.specifier === '__future__') return true;
    const specifier = `${fact.specifier}${fact.specifier.endsWith('.') ? '' : '.'}${name.imported}`;
    const to = resolver.resolve(path, specifier);
    if (to.kind === 'file') found.push({ fact: { ...fact, specifier, names: [{ ...name, imported: '*' }] }, to });
    return to.kind !== 'file';
  });
  // `from . import __version__` asks for what the package says of itself before it loads anything else;
  // `from . import _fast` without such a file for a compiled module.
  const beside = /^\.+$/.test(fact.specifier) ? /^_\w+$/ : /^__\w+__$/;
  if (others.length > 0 && others.every((name) => beside.test(name.imported))) return [...found, { fact: { ...fact, names: others }, to: { kind: 'package', name: fact.specifier } }];
  if (found.length === 0) return [{ fact, to: resolver.resolve(path, fact.specifier) }];
  return others.length === 0 ? found : [{ fact: { ...fact, names: others }, to: resolver.resolve(path, fact.specifier) }, ...found];
}

/**
 * Groups a file's imports by the file that they lead to, in order of the first import of each.
 * Imports of packages, of missing files and of the file itself make no edge.
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
 * Adds module edges up between blocks. Imports of tests, examples and the like are left out.
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

