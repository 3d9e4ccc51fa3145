/** What the map shows: rows with blocks and closed branches, and the edges between them, added up. */
import type { ReportBlock, ReportGraph } from '../../protocol/report.ts';
import { counted } from '../../text/wording.ts';
import { crossesLayers, markedPairs, pair } from '../plan.ts';
import { outlineOf, type Branch } from './outline.ts';

export interface MapNode {
  /** The same as long as the block or branch has its name. */
  key: string;
  title: string;
  /** One of the two is null. */
  block: ReportBlock | null;
  branch: Branch | null;
  blocks: number;
  files: number;
  findings: number;
  /** The score of its files alone; of a branch, by number of files. Null when none could be judged. */
  health: number | null;
  /** In a cycle; of a branch, that it holds a whole one. */
  cyclic: boolean;
  critical: boolean;
}

export interface MapEdge {
  key: string;
  /** Keys of nodes. */
  from: string;
  to: string;
  imports: number;
  /** How many pairs of blocks it stands for. */
  pairs: number;
  typeOnly: boolean;
  cyclic: boolean;
  violation: boolean;
  critical: boolean;
}

/** A row: a closed one is one node, an open one has the nodes of its loose blocks, and rows of its own. */
export interface MapRow {
  key: string;
  branch: Branch;
  open: boolean;
  nodes: MapNode[];
  rows: MapRow[];
}

export interface MapPlan {
  rows: MapRow[];
  nodes: ReadonlyMap<string, MapNode>;
  edges: MapEdge[];
}

export const blockKey = (id: string): string => `b:${id}`;
export const branchKey = (id: string): string => `g:${id}`;

/**
 * @param graph of a report
 * @param closed ids of branches that are drawn as one box
 * @param findings number of findings by block id
 */
export function planMap(graph: ReportGraph, closed: ReadonlySet<string>, findings: ReadonlyMap<string, number>): MapPlan {
  const nodeOf = nodeMaker(graph, findings);
  const nodes = new Map<string, MapNode>();
  const keyOf = new Map<string, string>();
  const add = (node: MapNode, blocks: readonly ReportBlock[]): MapNode => {
    nodes.set(node.key, node);
    for (const { id } of blocks) keyOf.set(id, node.key);
    return node;
  };
  const rowOf = (branch: Branch): MapRow => {
    const row = { key: branchKey(branch.id), branch };
    if (closed.has(branch.id)) return { ...row, open: false, nodes: [add(nodeOf.branch(branch), branch.blocks)], rows: [] };
    return { ...row, open: true, nodes: branch.loose.map((block) => add(nodeOf.block(block), [block])), rows: branch.branches.map(rowOf) };
  };
  const rows = outlineOf(graph).map(rowOf);
  return { rows, nodes, edges: sumEdges(graph, keyOf) };
}

/** Makes the nodes of blocks and branches. */
export function nodeMaker(graph: ReportGraph, findings: ReadonlyMap<string, number>): { block(block: ReportBlock): MapNode; branch(branch: Branch): MapNode } {
  const inCycle = new Set(graph.cycles.flat());
  const onPath = new Set(graph.criticalPath);
  const count = (blocks: readonly ReportBlock[]): number => blocks.reduce((sum, { id }) => sum + (findings.get(id) ?? 0), 0);
  return {
    block: (block) => ({
      key: blockKey(block.id), title: block.id, block, branch: null, blocks: 1, files: block.files, findings: count([block]),
      health: block.health?.score ?? null, cyclic: inCycle.has(block.id), critical: onPath.has(block.id),
    }),
    branch: (branch) => {
      const ids = new Set(branch.blocks.map(({ id }) => id));
      return {
        key: branchKey(branch.id), title: branch.title, block: null, branch, blocks: branch.blocks.length,
        files: branch.blocks.reduce((sum, { files }) => sum + files, 0), findings: count(branch.blocks), health: meanHealth(branch.blocks),
        cyclic: graph.cycles.some((cycle) => cycle.every((id) => ids.has(id))), critical: branch.blocks.some(({ id }) => onPath.has(id)),
      };
    },
  };
}

/** The mean health of blocks, by number of files; null when none could be judged. */
export function meanHealth(blocks: readonly ReportBlock[]): number | null {
  let [sum, files] = [0, 0];
  for (const block of blocks) {
    const score = block.health?.score ?? null;
    if (score === null) continue;
    sum += score * Math.max(1, block.files);
    files += Math.max(1, block.files);
  }
  return files === 0 ? null : Math.round(sum / files);
}

/** Adds up the edges between the boxes that blocks are drawn in, in the order of their keys. */
export function sumEdges(graph: ReportGraph, keyOf: ReadonlyMap<string, string>): MapEdge[] {
  const violates = crossesLayers(graph);
  const marks = markedPairs(graph);
  const sums = new Map<string, MapEdge>();
  for (const edge of graph.edges) {
    const from = keyOf.get(edge.from);
    const to = keyOf.get(edge.to);
    if (from === undefined || to === undefined || from === to) continue;
    const key = pair(from, to);
    let sum = sums.get(key);
    if (!sum) sums.set(key, (sum = { key, from, to, imports: 0, pairs: 0, typeOnly: true, cyclic: false, violation: false, critical: false }));
    sum.imports += edge.imports;
    sum.pairs += 1;
    sum.typeOnly &&= edge.kind === 'type';
    sum.cyclic ||= marks.cyclic.has(pair(edge.from, edge.to));
    sum.violation ||= violates(edge);
    sum.critical ||= marks.critical.has(pair(edge.from, edge.to));
  }
  return [...sums.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Everything that the picture says about a node, in words. */
export function nodeWords(node: MapNode): string {
  return [
    node.block ? `Block ${node.title}` : `${node.title}, closed, ${counted(node.blocks, 'block')}`,
    counted(node.files, 'file'),
    node.findings > 0 ? counted(node.findings, 'finding') : '',
    node.health === null ? '' : `health ${Math.round(node.health)}`,
    node.block && node.block.state !== 'active' ? node.block.state : '',
    node.cyclic ? (node.block ? 'in a cycle' : 'cycle inside') : '',
    node.critical ? 'on the critical path' : '',
  ].filter((part) => part !== '').join(', ');
}

/** What is wrong with an edge and how large it is, in words. */
export function edgeWords(edge: Pick<MapEdge, 'imports' | 'pairs' | 'typeOnly' | 'cyclic' | 'violation'>): string {
  return [
    counted(edge.imports, 'import'), edge.pairs > 1 ? `between ${edge.pairs} pairs of blocks` : '', edge.typeOnly ? 'types only' : '',
    edge.cyclic ? 'part of a cycle' : '', edge.violation ? 'not allowed' : '',
  ].filter((part) => part !== '').join(', ');
}
