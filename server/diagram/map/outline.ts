/**
 * The rows of the map and the order of the blocks in them. Both depend on names and layers only, never on edges,
 * so that a block stays in its place while imports come and go.
 */
import type { ReportBlock, ReportGraph } from '../../protocol/report.ts';
import { compareText } from '../../text/order.ts';
import { groupBlocks, groupByFolder, NO_LAYER } from '../groups.ts';

/** A layer or folder, with the folders inside it when it holds too many blocks to look at. */
export interface Branch {
  id: string;
  /** Empty for the only row of a small graph without layers. */
  title: string;
  /** All blocks below, in order. */
  blocks: ReportBlock[];
  branches: Branch[];
}

/** A branch with more blocks than this is divided by folder. */
const MOST_BLOCKS = 48;
/** A graph with more blocks than this starts with its rows closed. */
const MOST_OPEN = 120;

const collator = new Intl.Collator('en', { numeric: true });

/** Orders names as people do: `b2` before `b10`. */
export function compareNames(a: string, b: string): number {
  return collator.compare(a, b) || compareText(a, b);
}

/** Ids of the layers: each above those it may use; where that leaves a choice, as configured. */
export function layerOrder(graph: ReportGraph): string[] {
  const mayUse = new Map(graph.layers.map(({ id, mayUse: used }) => [id, used]));
  const done = new Set<string>();
  const ordered: string[] = [];
  const visit = (id: string): void => {
    if (done.has(id) || !mayUse.has(id)) return;
    done.add(id);
    for (const used of [...(mayUse.get(id) ?? [])].reverse()) visit(used);
    ordered.unshift(id);
  };
  for (const { id } of [...graph.layers].reverse()) visit(id);
  return ordered;
}

/** The rows from top to bottom; blocks in no layer come last. */
export function outlineOf(graph: ReportGraph): Branch[] {
  const groups = groupBlocks(graph);
  if (groups.length === 0) return graph.blocks.length === 0 ? [] : [{ id: NO_LAYER, title: '', blocks: inNameOrder(graph.blocks), branches: [] }];
  const rank = new Map(layerOrder(graph).map((id, at) => [id, at]));
  const rankOf = (id: string): number => rank.get(id) ?? rank.size;
  return groups
    .sort((a, b) => rankOf(a.id) - rankOf(b.id) || compareNames(a.id, b.id))
    .map((group) => branchOf(group.id, group.title, group.blocks));
}

function branchOf(id: string, title: string, blocks: readonly ReportBlock[]): Branch {
  const ordered = inNameOrder(blocks);
  const folders = ordered.length > MOST_BLOCKS ? groupByFolder(ordered) : [];
  // As many folders as blocks would be the same picture with one click more.
  const divided = folders.length > 1 && folders.length <= ordered.length / 2;
  const branches = divided
    ? folders.sort((a, b) => compareNames(a.id, b.id)).map((folder) => branchOf(`${id} › ${folder.id}`, lastPart(folder.title), folder.blocks))
    : [];
  return { id, title, blocks: ordered, branches };
}

/** `src/domain/orders/` → `orders/`: what comes before is the same for all folders beside it. */
function lastPart(folder: string): string {
  return /[^/]+\/?$/.exec(folder)?.[0] ?? folder;
}

function inNameOrder(blocks: readonly ReportBlock[]): ReportBlock[] {
  return [...blocks].sort((a, b) => compareNames(a.id, b.id));
}

/** Every branch, outer ones first. */
export function allBranches(branches: readonly Branch[]): Branch[] {
  return branches.flatMap((branch) => [branch, ...allBranches(branch.branches)]);
}

/** The branches that are closed at first: all of them in a large graph. */
export function initiallyClosed(graph: ReportGraph): Set<string> {
  if (graph.blocks.length <= MOST_OPEN) return new Set();
  return new Set(allBranches(outlineOf(graph)).map(({ id }) => id));
}

/** The branches that hold a block, outer ones first. */
export function branchesAround(branches: readonly Branch[], block: string): Branch[] {
  for (const branch of branches) if (branch.blocks.some(({ id }) => id === block)) return [branch, ...branchesAround(branch.branches, block)];
  return [];
}
