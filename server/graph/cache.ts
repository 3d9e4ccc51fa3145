/** What a rebuild of the model may reuse from the previous one. */
import type { Resolution, ResolvedImport } from '../facts/adapter.ts';
import type { ModuleFacts } from '../facts/module-facts.ts';
import type { Assigner } from './assign.ts';
import { createAssigner } from './assign.ts';
import { edgesOf, resolveImports, type ImportResolver } from './edges.ts';
import type { BlockDefinition, LayerDefinition, ModuleEdge, ModuleNode } from './model.ts';

type Definition = LayerDefinition | BlockDefinition;

/** What the imports of one file resolve to, valid as long as its facts are the same object. */
export interface Outgoing {
  facts: ModuleFacts;
  imports: ResolvedImport[];
  edges: ModuleEdge[];
}

/**
 * Keeps resolutions by file and specifier, a file's edges while its facts are the same object, compiled patterns
 * while the definitions are the same arrays, and nodes that did not change. The owner must call `forgetResolutions`
 * when a file is added or removed or the settings of module resolution change.
 */
export class GraphCache {
  readonly #resolutions = new Map<string, Map<string, Resolution>>();
  readonly #outgoing = new Map<string, Outgoing>();
  readonly #assigners = new WeakMap<readonly Definition[], Assigner>();
  readonly #nodes = new Map<string, ModuleNode>();
  #matching = new WeakMap<readonly Definition[], Map<string, boolean>>();

  /** How many answers of module resolution are kept. */
  get resolutions(): number {
    return [...this.#resolutions.values()].reduce((sum, asked) => sum + asked.size, 0);
  }

  /** Call when the set of files or the settings of module resolution changed. */
  forgetResolutions(): void {
    this.#resolutions.clear();
    this.#outgoing.clear();
    this.#nodes.clear();
    this.#matching = new WeakMap();
  }

  /**
   * @param facts of the importing file; a changed file has a new object
   * @param resolver called only for what is not cached
   */
  outgoing(facts: ModuleFacts, resolver: ImportResolver): Outgoing {
    const before = this.#outgoing.get(facts.path);
    if (before !== undefined && before.facts === facts) return before;
    // What the file no longer asks for is forgotten: whoever types an import asks for a hundred names.
    const known = this.#resolutions.get(facts.path);
    const asked = new Map<string, Resolution>();
    this.#resolutions.set(facts.path, asked);
    const resolve = (from: string, specifier: string): Resolution => {
      const resolution = asked.get(specifier) ?? known?.get(specifier) ?? resolver.resolve(from, specifier);
      asked.set(specifier, resolution);
      return resolution;
    };
    const imports = resolveImports(facts, {
      resolve,
      resolveImports: (from, all, resolve) => resolver.resolveImports?.(from, all, resolve),
    });
    const outgoing = { facts, imports, edges: edgesOf(facts.path, imports) };
    this.#outgoing.set(facts.path, outgoing);
    return outgoing;
  }

  /** @param definitions layers or blocks; compiled again only for a different array */
  assigner(definitions: readonly Definition[]): Assigner {
    const before = this.#assigners.get(definitions);
    if (before !== undefined) return before;
    const assigner = createAssigner(definitions);
    this.#assigners.set(definitions, assigner);
    return assigner;
  }

  /** @returns the node of the previous build when it is equal */
  node(path: string, outgoing: Outgoing, block: string | null, layer: string | null): ModuleNode {
    const before = this.#nodes.get(path);
    if (before !== undefined && before.imports === outgoing.imports && before.block === block && before.layer === layer) return before;
    const node = { path, facts: outgoing.facts, imports: outgoing.imports, block, layer };
    this.#nodes.set(path, node);
    return node;
  }

  /**
   * @param definitions that the pattern belongs to
   * @param pattern one of their globs
   * @param paths of all files
   * @returns whether it matches any
   */
  matchesAny(definitions: readonly Definition[], pattern: string, paths: Iterable<string>): boolean {
    let known = this.#matching.get(definitions);
    if (known === undefined) this.#matching.set(definitions, (known = new Map<string, boolean>()));
    let matches = known.get(pattern);
    if (matches === undefined) known.set(pattern, (matches = this.assigner(definitions).matchesAny(pattern, paths)));
    return matches;
  }
}
