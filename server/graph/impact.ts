/** Who is affected by a change: everything that imports what changed, and what imports that, and so on. */
import type { FileRole } from '../facts/module-facts.ts';
import { compareText } from '../text/compare.ts';
import type { ModuleNode, WorkspaceModel } from './model.ts';

export interface ImpactInput {
  /** Changed files, relative to the workspace. Those that the model does not know are passed over. */
  files?: Iterable<string>;
  /** Ids of changed blocks: all their files count as changed. */
  blocks?: Iterable<string>;
  /** How many steps from block to block are followed; all when left out. */
  depth?: number;
}

export interface AffectedModule {
  path: string;
  block: string | null;
  /** Steps from block to block on the way; 0 for what changed itself and what is affected inside of its block. */
  distance: number;
  /** From this file to the changed one, each importing the next. */
  via: string[];
}

export interface AffectedBlock {
  id: string;
  distance: number;
  /** From this block to a changed one. */
  via: string[];
}

export interface Impact {
  /** Changed files that the model knows, sorted. */
  changed: string[];
  /** Affected files besides them, nearest first, then by path. Tests are among them. */
  modules: AffectedModule[];
  /** Affected blocks, those that hold changed files with distance 0 included; nearest first, then by id. */
  blocks: AffectedBlock[];
  /** Test files to run: changed ones and affected ones, sorted. */
  tests: string[];
}

/** Going from a file to a test of it is no step into another block. */
const BESIDE: ReadonlySet<FileRole> = new Set(['test', 'fixture']);

interface Reached {
  distance: number;
  /** The imported file through which it was reached; null for what changed itself. */
  through: string | null;
}

/**
 * Type-only imports count: what compiles against a change is affected by it.
 * @param model of the workspace
 * @param input what changed and how far to look
 */
export function impactOf(model: WorkspaceModel, input: ImpactInput): Impact {
  const changed = changedFiles(model, input);
  const reached = reach(model, changed, input.depth ?? Infinity);
  const modules = [...reached]
    .filter(([, { through }]) => through !== null)
    .map(([path, { distance }]) => ({ path, block: model.modules.get(path)!.block, distance, via: wayFrom(path, reached) }))
    .sort((a, b) => a.distance - b.distance || compareText(a.path, b.path));
  return {
    changed,
    modules,
    blocks: affectedBlocks(model, reached),
    tests: [...reached.keys()].filter((path) => model.modules.get(path)!.facts.role === 'test').sort(compareText),
  };
}

function changedFiles(model: WorkspaceModel, { files = [], blocks = [] }: ImpactInput): string[] {
  const ofBlocks = [...blocks].flatMap((id) => model.blocks.get(id)?.files ?? []);
  return [...new Set([...files, ...ofBlocks])].filter((path) => model.modules.has(path)).sort(compareText);
}

/** Ring by ring: first all that can be reached without leaving the block, then one step further. */
function reach(model: WorkspaceModel, changed: readonly string[], depth: number): Map<string, Reached> {
  const reached = new Map<string, Reached>(changed.map((path) => [path, { distance: 0, through: null }]));
  let ring: string[] = [...changed];
  for (let distance = 0; ring.length > 0; distance++) {
    const next = new Map<string, string>();
    // The ring grows while it is walked: what lies in the same block belongs to the same ring.
    for (const path of ring) {
      const module = model.modules.get(path)!;
      for (const { from } of model.edgesTo.get(path) ?? []) {
        if (reached.has(from)) continue;
        if (isBeside(model.modules.get(from)!, module)) {
          reached.set(from, { distance, through: path });
          ring.push(from);
        } else if (!next.has(from)) next.set(from, path);
      }
    }
    if (distance >= depth) break;
    ring = [...next].filter(([path]) => !reached.has(path)).map(([path, through]) => {
      reached.set(path, { distance: distance + 1, through });
      return path;
    });
  }
  return reached;
}

function isBeside(importer: ModuleNode, imported: ModuleNode): boolean {
  return BESIDE.has(importer.facts.role) || (importer.block !== null && importer.block === imported.block);
}

function wayFrom(path: string, reached: ReadonlyMap<string, Reached>): string[] {
  const way = [path];
  for (let at = reached.get(path)!.through; at !== null; at = reached.get(at)!.through) way.push(at);
  return way;
}

function affectedBlocks(model: WorkspaceModel, reached: ReadonlyMap<string, Reached>): AffectedBlock[] {
  const blocks = new Map<string, AffectedBlock>();
  const nearestFirst = [...reached].sort(([a, one], [b, other]) => one.distance - other.distance || compareText(a, b));
  for (const [path, { distance }] of nearestFirst) {
    const id = model.modules.get(path)!.block;
    if (id === null || blocks.has(id)) continue;
    const ids = wayFrom(path, reached).map((each) => model.modules.get(each)!.block).filter((each) => each !== null);
    blocks.set(id, { id, distance, via: ids.filter((each, at) => each !== ids[at - 1]) });
  }
  return [...blocks.values()].sort((a, b) => a.distance - b.distance || compareText(a.id, b.id));
}
