/**
 * The rows of the map and the order of the blocks in them. Both depend on names and layers only, never on edges,
 * so that a block stays in its place while imports come and go.
 */
import type { ReportBlock, ReportGraph } from '../../protocol/report.ts';
import { compareText } from '../../text/order.ts';
import { groupBlocks, groupByFolder, NO_LAYER, type DiagramGroup } from '../groups.ts';

/** A layer or folder, with the folders inside it when it holds too many blocks to look at. */
export interface Branch {
  id: string;
  /** Empty for the only row of a small graph without layers. */
  title: string;
  /** All blocks below, in order. */
  blocks: ReportBlock[];
  /** The folders inside it that are rows of their own. */
  branches: Branch[];
  /** Its blocks that lie in none of them. */
  loose: ReportBlock[];
}

/** A branch with more blocks than this is divided by folder. */
const MOST_BLOCKS = 48;
/** A folder with fewer blocks would be a row around next to nothing. */
const FEWEST_BLOCKS = 3;
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

/** Row of the folders that are too small for one of their own. */
const OTHERS = './';

/** The rows from top to bottom; blocks in no layer come last. */
export function outlineOf(graph: ReportGraph): Branch[] {
  const groups = gathered(groupBlocks(graph));
  if (groups.length === 0) return graph.blocks.length === 0 ? [] : [branchOf(NO_LAYER, '', graph.blocks)];
  const rank = new Map(layerOrder(graph).map((id, at) => [id, at]));
  const rankOf = (id: string): number => rank.get(id) ?? rank.size;
  return groups
    .sort((a, b) => rankOf(a.id) - rankOf(b.id) || Number(a.id === OTHERS) - Number(b.id === OTHERS) || compareNames(a.id, b.id))
    .map((group) => branchOf(group.id, group.title, group.blocks));
}

/** Small folders beside each other share a row; layers keep theirs. */
function gathered(groups: DiagramGroup[]): DiagramGroup[] {
  const small = groups.filter(({ id, blocks }) => id.endsWith('/') && blocks.length < FEWEST_BLOCKS);
  if (small.length < 2) return groups;
  if (small.length === groups.length) return [];
  return [...groups.filter((group) => !small.includes(group)), { id: OTHERS, title: 'other folders', blocks: small.flatMap(({ blocks }) => blocks) }];
}

function branchOf(id: string, title: string, blocks: readonly ReportBlock[]): Branch {
  const ordered = inNameOrder(blocks);
  const folders = ordered.length > MOST_BLOCKS ? groupByFolder(ordered) : [];
  const large = folders.length > 1 ? folders.filter(({ blocks: inside }) => inside.length >= FEWEST_BLOCKS) : [];
  const inLarge = new Set(large.flatMap(({ blocks: inside }) => inside));
  // Where they hold only a few of the blocks, it is the same picture with some clicks more.
  if (inLarge.size * 3 < ordered.length) return { id, title, blocks: ordered, branches: [], loose: ordered };
  const branches = large.sort((a, b) => compareNames(a.id, b.id)).map((folder) => branchOf(`${id} › ${folder.id}`, lastPart(folder.title), folder.blocks));
  return { id, title, blocks: ordered, branches, loose: ordered.filter((block) => !inLarge.has(block)) };
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
