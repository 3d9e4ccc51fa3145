/**
 * Decides what a picture of the block graph shows: nodes (blocks and collapsed groups), edges between
 * them, and what is wrong with each. Independent of Mermaid.
 */
import type { ReportBlock, ReportEdge, ReportGraph } from '../protocol/report.ts';
import { counted } from '../text/wording.ts';
import { groupBlocks, type DiagramGroup } from './groups.ts';

export interface DiagramNode {
  /** Generated, safe in any syntax: `b3` for a block, `g1` for a collapsed group. */
  key: string;
  block: ReportBlock | null;
  group: DiagramGroup | null;
  findings: number;
  /** True for a block in a cycle, and for a collapsed group that contains a whole cycle. */
  cyclic: boolean;
  critical: boolean;
}

export interface DiagramEdge {
  key: string;
  from: string;
  to: string;
  imports: number;
  typeOnly: boolean;
  cyclic: boolean;
  violation: boolean;
  critical: boolean;
}

export interface Diagram {
  /** Expanded groups, with the keys of their nodes. */
  open: { key: string; group: DiagramGroup; nodes: string[] }[];
  nodes: DiagramNode[];
  edges: DiagramEdge[];
}

export interface DiagramChoice {
  collapsed: ReadonlySet<string>;
  /** Only this block and its neighbours. */
  focus?: string | undefined;
  findings?: ReadonlyMap<string, number> | undefined;
}

/** The key of a pair of blocks or boxes. */
export const pair = (from: string, to: string): string => JSON.stringify([from, to]);

/** Pairs of blocks that follow each other in a cycle, and on the critical path. */
export function markedPairs(graph: ReportGraph): { cyclic: Set<string>; critical: Set<string> } {
  const cyclic = new Set<string>();
  for (const cycle of graph.cycles) {
    cycle.forEach((from, at) => cyclic.add(pair(from, cycle[(at + 1) % cycle.length] ?? from)));
  }
  const critical = new Set<string>();
  graph.criticalPath.slice(1).forEach((to, at) => critical.add(pair(graph.criticalPath[at] ?? to, to)));
  return { cyclic, critical };
}

/** Tells whether the layers forbid this edge. Blocks outside all layers are not judged. */
export function crossesLayers(graph: ReportGraph): (edge: ReportEdge) => boolean {
  const layerOf = new Map(graph.blocks.map((block) => [block.id, block.layer]));
  const allowed = new Map(graph.layers.map((layer) => [layer.id, new Set(layer.mayUse)]));
  return (edge) => {
    const from = layerOf.get(edge.from);
    const to = layerOf.get(edge.to);
    if (!from || !to || from === to) return false;
    return allowed.has(from) && !allowed.get(from)?.has(to);
  };
}

/** What to draw of a graph. Self-edges and edges inside a collapsed group are left out. */
export function planDiagram(graph: ReportGraph, choice: DiagramChoice): Diagram {
  const shown = choice.focus === undefined ? null : neighbourhood(graph, choice.focus);
  const marks = markedPairs(graph);
  const inCycle = new Set(graph.cycles.flat());
  const onPath = new Set(graph.criticalPath);
  const keyOf = new Map<string, string>();
  const nodes: DiagramNode[] = [];
  const groups = groupBlocks(graph);
  const blockKeys = new Map(graph.blocks.map((block, at) => [block.id, `b${at}`]));
  const count = (block: ReportBlock): number => choice.findings?.get(block.id) ?? 0;

  const addBlock = (block: ReportBlock): string[] => {
    if (shown && !shown.has(block.id)) return [];
    const key = blockKeys.get(block.id) ?? '';
    keyOf.set(block.id, key);
    nodes.push({ key, block, group: null, findings: count(block), cyclic: inCycle.has(block.id), critical: onPath.has(block.id) });
    return [key];
  };

  const open: Diagram['open'] = [];
  groups.forEach((group, at) => {
    const key = `g${at}`;
    if (!choice.collapsed.has(group.id) || shown) {
      const inside = group.blocks.flatMap(addBlock);
      if (inside.length > 0) open.push({ key, group, nodes: inside });
      return;
    }
    const ids = new Set(group.blocks.map((block) => block.id));
    for (const id of ids) keyOf.set(id, key);
    nodes.push({
      key,
      block: null,
      group,
      findings: group.blocks.reduce((sum, block) => sum + count(block), 0),
      cyclic: graph.cycles.some((cycle) => cycle.every((id) => ids.has(id))),
      critical: group.blocks.some((block) => onPath.has(block.id)),
    });
  });
  if (groups.length === 0) graph.blocks.forEach(addBlock);

  return { open, nodes, edges: joinEdges(graph, keyOf, marks) };
}

function joinEdges(graph: ReportGraph, keyOf: Map<string, string>, marks: ReturnType<typeof markedPairs>): DiagramEdge[] {
  const violates = crossesLayers(graph);
  const joined = new Map<string, DiagramEdge>();
  for (const edge of graph.edges) {
    const from = keyOf.get(edge.from);
    const to = keyOf.get(edge.to);
    if (!from || !to || from === to) continue;
    const found = joined.get(pair(from, to));
    const one: DiagramEdge = found ?? {
      key: `e${joined.size}`, from, to, imports: 0, typeOnly: true, cyclic: false, violation: false, critical: false,
    };
    one.imports += edge.imports;
    one.typeOnly &&= edge.kind === 'type';
    one.cyclic ||= marks.cyclic.has(pair(edge.from, edge.to));
    one.violation ||= violates(edge);
    one.critical ||= marks.critical.has(pair(edge.from, edge.to));
    joined.set(pair(from, to), one);
  }
  // Later arrows are drawn over earlier ones, so the important ones come last.
  return [...joined.values()].sort((a, b) => prominence(a) - prominence(b));
}

function prominence(edge: DiagramEdge): number {
  return edge.violation || edge.cyclic ? 2 : edge.critical ? 1 : 0;
}

function neighbourhood(graph: ReportGraph, focus: string): Set<string> {
  const near = new Set([focus]);
  for (const edge of graph.edges) {
    if (edge.from === focus) near.add(edge.to);
    if (edge.to === focus) near.add(edge.from);
  }
  return near;
}

/** The second line of a label: everything the colours say, in words. */
export function nodeRemark(node: DiagramNode): string {
  const said: string[] = [];
  if (node.group) said.push(counted(node.group.blocks.length, 'block'));
  if (node.block && node.block.state !== 'active') said.push(node.block.state);
  if (node.group && node.cyclic) said.push('cycle inside');
  if (node.findings > 0) said.push(counted(node.findings, 'finding'));
  return said.join(', ');
}

/** What an edge's label says; empty for an ordinary edge. */
export function edgeRemark(edge: DiagramEdge): string {
  return [edge.cyclic ? 'cycle' : '', edge.violation ? 'not allowed' : ''].filter((word) => word !== '').join(', ');
}
