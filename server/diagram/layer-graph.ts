/** The graph of layers: each layer as one block, without what lies in no layer. */
import type { ReportGraph } from '../protocol/report.ts';

/** @returns a graph whose blocks are the layers, with the imports between them added up */
export function layerGraph(graph: ReportGraph): ReportGraph {
  const layerOf = new Map(graph.blocks.map((block) => [block.id, block.layer]));
  const edges = new Map<string, ReportGraph['edges'][number]>();
  for (const edge of graph.edges) {
    const from = layerOf.get(edge.from) ?? null;
    const to = layerOf.get(edge.to) ?? null;
    if (from === null || to === null || from === to) continue;
    const key = JSON.stringify([from, to]);
    const sum = edges.get(key) ?? { from, to, imports: 0, kind: 'type' as const };
    edges.set(key, { from, to, imports: sum.imports + edge.imports, kind: edge.kind === 'value' ? 'value' : sum.kind });
  }
  return {
    layers: graph.layers,
    blocks: graph.layers.map((layer) => {
      const members = graph.blocks.filter((block) => block.layer === layer.id);
      return {
        id: layer.id, layer: layer.id, paths: layer.paths, files: members.reduce((sum, block) => sum + block.files, 0), state: 'active', version: '',
        dependsOn: [...edges.values()].filter((edge) => edge.from === layer.id).map((edge) => edge.to),
      };
    }),
    edges: [...edges.values()],
    cycles: [],
    criticalPath: [],
  };
}
