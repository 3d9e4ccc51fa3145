/** Assembles the model of the workspace: files, layers, blocks, what they import, and the cycles among them. */
import type { FileRole, ModuleFacts } from '../facts/module-facts.ts';
import { GraphCache } from './cache.ts';
import { declaredBy, faceOf, nameMatcher, statedBy } from './contracts.ts';
import { criticalPath } from './critical-path.ts';
import { findBlockCycles, findModuleCycles, runtimeLinks } from './cycles.ts';
import { compareText } from '../text/order.ts';
import type { Steps } from '../text/steps.ts';
import { blockEdgesOf, type ImportResolver } from './edges.ts';
import { plainPath } from './globs.ts';
import type { Block, BlockDefinition, BlockEdge, Layer, LayerDefinition, ModuleEdge, ModuleNode, WorkspaceModel } from './model.ts';

export interface BuildInput {
  /** Facts of all files, in any order. An unchanged file keeps its object, so that its edges are not rebuilt. */
  modules: Iterable<ModuleFacts>;
  resolver: ImportResolver;
  /** The same array as before as long as nothing in it changed: compiled patterns are cached by it. */
  layers: readonly LayerDefinition[];
  blocks: readonly BlockDefinition[];
  /** Whether layers and blocks come from a configuration file. */
  configured: WorkspaceModel['configured'];
  /** Whether a folder, relative to the workspace, is there on purpose although it contains no source yet. */
  isKept?(folder: string): boolean;
  /** Files that are there and not reviewed on purpose, such as generated ones: a pattern that matches them is not empty. */
  leftOut?: readonly string[];
  /** Kept by the caller between builds; without it everything is rebuilt. */
  cache?: GraphCache;
}

/** Inferred definitions apply to what the product is built from, not to files beside it. */
const INFERRED_FOR: ReadonlySet<FileRole> = new Set(['source', 'declaration']);

const FIRST_VERSION = '0.1.0';

/**
 * Pure except for the cache: equal input gives an equal model, whatever the order of the files. Made in steps, one for each file and each part; after a
 * call of `forgetResolutions` of the cache it must not go on.
 * @param input facts, definitions and how imports resolve
 * @returns the model, all its collections in a fixed order
 */
export function* buildModel(input: BuildInput): Steps<WorkspaceModel> {
  const cache = input.cache ?? new GraphCache();
  const sorted = [...input.modules].sort((a, b) => compareText(a.path, b.path));
  const layerOf = membership(input.layers, cache);
  const blockOf = membership(input.blocks, cache);
  const layerOfBlock = statedLayers(input);

  const modules = new Map<string, ModuleNode>();
  const outgoing = new Map<string, ModuleEdge[]>();
  for (const facts of sorted) {
    const out = cache.outgoing(facts, input.resolver);
    const block = blockOf(facts);
    const layer = (block === null ? undefined : layerOfBlock.get(block)) ?? layerOf(facts);
    modules.set(facts.path, cache.node(facts.path, out, block, layer));
    outgoing.set(facts.path, out.edges);
    yield;
  }
  const { edgesFrom, edgesTo } = link(modules, outgoing);
  yield;
  const blockEdges = blockEdgesOf(modules, edgesFrom);
  yield;
  const blocks = describeBlocks(input.blocks, layerOfBlock, modules, blockEdges);
  yield;
  const moduleCycles = findModuleCycles(edgesFrom);
  yield;
  const ids = [...blocks.values()].filter((block) => !isLeftover(block)).map(({ id }) => id);
  return {
    modules,
    edgesFrom,
    edgesTo,
    layers: describeLayers(input.layers, modules),
    blocks,
    blockEdges,
    moduleCycles,
    blockCycles: findBlockCycles(ids, blockEdges),
    criticalPath: criticalPath(runtimeLinks(ids, blockEdges)),
    configured: input.configured,
    emptyPatterns: [...emptyPatterns('layer', input.layers, modules, input, cache), ...emptyPatterns('block', input.blocks, modules, input, cache)],
  };
}

function membership(definitions: readonly (LayerDefinition | BlockDefinition)[], cache: GraphCache): (facts: ModuleFacts) => string | null {
  const assigner = cache.assigner(definitions);
  const inferred = new Set(definitions.filter((definition) => definition.inferred).map((definition) => definition.id));
  return (facts) => {
    const id = assigner.idOf(facts.path);
    return id !== null && inferred.has(id) && !INFERRED_FOR.has(facts.role) ? null : id;
  };
}

/** What lies beside the folders that are blocks: nobody drew it, and that it uses and is used proves nothing. */
function isLeftover({ inferred, paths }: Block): boolean {
  return inferred && paths.every((path) => path === '*' || path.endsWith('/*') || path.startsWith('!'));
}

/** A block that names its layer puts all its files there, whatever folders they are in. */
function statedLayers({ blocks, layers }: BuildInput): Map<string, string> {
  const known = new Set(layers.map((layer) => layer.id));
  return new Map(blocks.flatMap(({ id, layer }) => (layer !== null && known.has(layer) ? [[id, layer] as const] : [])));
}

/** Removes edges to missing files, and also indexes the rest by target. */
function link(modules: ReadonlyMap<string, ModuleNode>, outgoing: ReadonlyMap<string, ModuleEdge[]>) {
  const edgesFrom = new Map<string, ModuleEdge[]>();
  const edgesTo = new Map<string, ModuleEdge[]>();
  for (const path of modules.keys()) edgesTo.set(path, []);
  for (const [path, edges] of outgoing) {
    let missing = false;
    for (const edge of edges) {
      const others = edgesTo.get(edge.to);
      if (others === undefined) missing = true;
      else others.push(edge);
    }
    edgesFrom.set(path, missing ? edges.filter((edge) => modules.has(edge.to)) : edges);
  }
  return { edgesFrom, edgesTo };
}

function describeLayers(definitions: readonly LayerDefinition[], modules: ReadonlyMap<string, ModuleNode>): Map<string, Layer> {
  const layers = new Map<string, Layer>();
  for (const { id, paths, mayUse, scope, sliced, inferred } of definitions) layers.set(id, { id, paths, mayUse, scope, sliced, files: [], inferred });
  for (const module of modules.values()) if (module.layer !== null) layers.get(module.layer)!.files.push(module.path);
  return layers;
}

function describeBlocks(
  definitions: readonly BlockDefinition[],
  statedLayer: ReadonlyMap<string, string>,
  modules: ReadonlyMap<string, ModuleNode>,
  blockEdges: readonly BlockEdge[],
): Map<string, Block> {
  const files = new Map<string, string[]>(definitions.map((definition) => [definition.id, []]));
  for (const module of modules.values()) if (module.block !== null) files.get(module.block)!.push(module.path);
  const names = nameMatcher(knownNames(files, modules));

  const blocks = new Map<string, Block>();
  for (const definition of [...definitions].sort((a, b) => compareText(a.id, b.id))) {
    const own = files.get(definition.id)!;
    const face = faceOf(definition, own, modules);
    blocks.set(definition.id, {
      id: definition.id,
      layer: statedLayer.get(definition.id) ?? commonLayer(own, modules),
      paths: definition.paths,
      files: own,
      state: definition.state ?? 'active',
      version: definition.version ?? FIRST_VERSION,
      ...(definition.budgets === undefined ? {} : { budgets: definition.budgets }),
      dependsOn: [],
      declared: declaredBy(definition, face, own, modules, names),
      contract: statedBy(definition, face, own, modules),
      face,
      faceConfigured: definition.face !== null,
      inferred: definition.inferred,
    });
  }
  for (const edge of blockEdges) blocks.get(edge.from)!.dependsOn.push(edge.to);
  return blocks;
}

/** Blocks by id, and by the name that a contract comment in one of their files gives them. */
function* knownNames(files: ReadonlyMap<string, readonly string[]>, modules: ReadonlyMap<string, ModuleNode>): Generator<readonly [string, string]> {
  for (const [id, paths] of files) {
    yield [id, id];
    for (const path of paths) {
      const name = modules.get(path)!.facts.contract?.block ?? null;
      if (name !== null) yield [name, id];
    }
  }
}

/** The layer that most files are in; null when most are in none. Ties go to the first by name. */
function commonLayer(paths: readonly string[], modules: ReadonlyMap<string, ModuleNode>): string | null {
  const counts = new Map<string | null, number>();
  for (const path of paths) {
    const { layer } = modules.get(path)!;
    counts.set(layer, (counts.get(layer) ?? 0) + 1);
  }
  const ranked = [...counts].sort(([a, first], [b, second]) => second - first || compareText(a ?? '', b ?? ''));
  return ranked[0]?.[0] ?? null;
}

function emptyPatterns(
  kind: 'layer' | 'block',
  definitions: readonly (LayerDefinition | BlockDefinition)[],
  modules: ReadonlyMap<string, ModuleNode>,
  { isKept, leftOut = [] }: Pick<BuildInput, 'isKept' | 'leftOut'>,
  cache: GraphCache,
): WorkspaceModel['emptyPatterns'] {
  const all = [...modules.keys(), ...leftOut];
  return definitions.flatMap(({ id, paths, places }) =>
    paths.flatMap((pattern, at) => {
      const place = places[at];
      if (place === undefined || cache.matchesAny(definitions, pattern, all)) return [];
      const folder = plainPath(pattern);
      return folder !== null && isKept?.(folder) ? [] : [{ kind, id, pattern, place }];
    }),
  );
}
