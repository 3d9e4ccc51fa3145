/** Who imports a name that a file exports, also by way of files that hand it on. */
import type { ImportFact, ModuleFacts } from '../facts/module-facts.ts';
import type { Span } from '../facts/span.ts';
import { countsForBlocks } from './edges.ts';
import type { Place, WorkspaceModel } from './model.ts';

export interface SymbolUses {
  /** Where the name is imported, by itself. */
  named: Place[];
  /** Where all of a file is imported that gives the name: whether it is used then is not known. */
  whole: Place[];
}

/**
 * A pure look at the imports of those who may reach the file; it need not export the name any more.
 * @param model the workspace
 * @param path of the file
 * @param name as the file exports it
 * @returns both in order of discovery: direct imports first
 */
export function usesOf(model: WorkspaceModel, path: string, name: string): SymbolUses {
  const uses: SymbolUses = { named: [], whole: [] };
  for (const given of waysTo(model, path, name)) {
    for (const edge of model.edgesTo.get(given.path) ?? []) for (const fact of edge.imports) collect(uses, edge.from, fact, given.name);
  }
  return uses;
}

/** @returns each file and name by which others can import what a file exports: its own first, then those of files that hand it on */
export function waysTo(model: WorkspaceModel, path: string, name: string): { path: string; name: string }[] {
  const seen = new Set([`${path}\n${name}`]);
  const ways = [{ path, name }];
  for (const way of ways) {
    for (const edge of model.edgesTo.get(way.path) ?? []) {
      const { facts } = model.modules.get(edge.from)!;
      for (const handed of edge.imports.flatMap((fact) => handedOn(facts, fact, way.name))) {
        const key = `${facts.path}\n${handed}`;
        if (!seen.has(key)) ways.push({ path: facts.path, name: handed });
        seen.add(key);
      }
    }
  }
  return ways;
}

/** @returns ids of the other blocks of the product that the places are in, in the order of the places @param own id of the block that is used */
export function blocksOf(model: WorkspaceModel, places: readonly Pick<Place, 'path'>[], own: string | null): string[] {
  const blocks = places.flatMap(({ path }) => {
    const { block, facts } = model.modules.get(path)!;
    return block !== null && block !== own && countsForBlocks(facts.role) ? [block] : [];
  });
  return [...new Set(blocks)];
}

function collect({ named, whole }: SymbolUses, path: string, fact: ImportFact, name: string): void {
  const at = (list: Place[], span: Span): unknown => list.push({ path, span });
  if (fact.names.length === 0 && fact.kind !== 'side-effect') at(whole, fact.specifierSpan);
  for (const each of fact.names) {
    if (each.imported === name) at(named, each.span);
    // What a file only hands on is looked for where it arrives.
    else if (each.imported === '*' && fact.kind !== 're-export') at(whole, each.span);
  }
}

/** Names under which the importing file gives the name to others. */
function handedOn({ exports }: ModuleFacts, fact: ImportFact, name: string): string[] {
  const locals = new Set(fact.names.filter(({ imported }) => imported === name).map(({ local }) => local));
  return exports.flatMap((each) => {
    if (each.from === null) return locals.has(each.local ?? each.name) ? [each.name] : [];
    if (each.from !== fact.specifier) return [];
    // The default export of a file is not among what `export *` hands on.
    if (each.name === '*') return name === 'default' ? [] : [name];
    return each.imported === name ? [each.name] : [];
  });
}
