/**
 * Which group each block is drawn in: its layer, or, in a large graph without layers, the first
 * folder that distinguishes blocks.
 */
import type { ReportBlock, ReportGraph } from '../protocol/report.ts';

/** With more blocks than this a picture is hard to read, so it starts collapsed. */
export const READABLE_BLOCKS = 40;

/** Group of the blocks outside all layers. No layer can have this id, because it is empty. */
export const NO_LAYER = '';

export interface DiagramGroup {
  /** Layer id or folder; empty for blocks outside all layers. */
  id: string;
  title: string;
  blocks: ReportBlock[];
}

/** The non-empty groups in layer order; none for a small graph without layers. */
export function groupBlocks(graph: ReportGraph): DiagramGroup[] {
  const layered = graph.blocks.some((block) => block.layer !== null);
  if (!layered) return graph.blocks.length <= READABLE_BLOCKS ? [] : groupByFolder(graph.blocks);
  const empty = graph.layers.map(({ id }): [string, DiagramGroup] => [id, { id, title: id, blocks: [] }]);
  return gather(graph.blocks, (block) => block.layer ?? NO_LAYER, new Map(empty)).filter((group) => group.blocks.length > 0);
}

/** Groups blocks by the first folder in which they differ, in order of their first blocks. */
export function groupByFolder(blocks: readonly ReportBlock[]): DiagramGroup[] {
  const depth = sharedDepth(blocks);
  return gather(blocks, (block) => folderOf(block, depth), new Map());
}

function gather(blocks: readonly ReportBlock[], idOf: (block: ReportBlock) => string, groups: Map<string, DiagramGroup>): DiagramGroup[] {
  for (const block of blocks) {
    const id = idOf(block);
    let group = groups.get(id);
    if (!group) groups.set(id, (group = { id, title: id === NO_LAYER ? 'no layer' : id, blocks: [] }));
    group.blocks.push(block);
  }
  return [...groups.values()];
}

/** The groups to collapse initially: all of them when the graph is too large to read. */
export function initiallyCollapsed(graph: ReportGraph): Set<string> {
  if (graph.blocks.length <= READABLE_BLOCKS) return new Set();
  return new Set(groupBlocks(graph).map((group) => group.id));
}

/** The leading folders of a block's first pattern, before any wildcard: `src/a/**` gives `src`, `a`. */
function foldersOf(block: ReportBlock): string[] {
  const parts = (block.paths[0] ?? '').split('/').filter((part) => part !== '' && part !== '.');
  const wild = parts.findIndex((part) => /[*?{[]/.test(part));
  return wild < 0 ? parts : parts.slice(0, wild);
}

/** How many leading folders all blocks share; grouping by those would put every block in one group. */
function sharedDepth(blocks: readonly ReportBlock[]): number {
  const all = blocks.map(foldersOf);
  const first = all[0] ?? [];
  let depth = 0;
  while (depth < first.length - 1 && all.every((folders) => folders.length > depth + 1 && folders[depth] === first[depth])) depth++;
  return depth;
}

function folderOf(block: ReportBlock, depth: number): string {
  const folders = foldersOf(block).slice(0, depth + 1);
  return folders.length === 0 ? './' : `${folders.join('/')}/`;
}
