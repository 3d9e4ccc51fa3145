/** The part of a graph around some of its nodes. */
import type { ReportGraph } from '../protocol/report.ts';
import { reachedFrom } from './map/reach.ts';

/**
 * @param graph of blocks or files
 * @param starts ids of nodes in it
 * @param depth most steps
 * @returns these, what uses them and what they use, with all edges among them. A critical path that leaves this part is left out
 */
export function graphAround(graph: ReportGraph, starts: Iterable<string>, depth: number): ReportGraph {
  const kept = new Set(starts);
  for (const start of [...kept]) {
    for (const direction of ['users', 'used'] as const) for (const { block } of reachedFrom(graph, start, direction, depth)) kept.add(block);
  }
  const blocks = graph.blocks.filter(({ id }) => kept.has(id)).map((block) => ({ ...block, dependsOn: block.dependsOn.filter((id) => kept.has(id)) }));
  const layers = new Set(blocks.map(({ layer }) => layer));
  return {
    layers: graph.layers.filter(({ id }) => layers.has(id)),
    blocks,
    edges: graph.edges.filter(({ from, to }) => kept.has(from) && kept.has(to)),
    cycles: graph.cycles.filter((cycle) => cycle.every((id) => kept.has(id))),
    criticalPath: graph.criticalPath.every((id) => kept.has(id)) ? graph.criticalPath : [],
  };
}
