/** The block graph in the language of Graphviz. */
import type { ReportBlock, ReportGraph } from '../protocol/report.ts';
import { PAPER } from './palette.ts';
import { crossesLayers } from './plan.ts';
import { showable } from '../text/plain-text.ts';

/**
 * @param graph blocks and edges of a report
 * @param level `layer` joins all blocks of a layer into one box; blocks outside of every layer stay by themselves
 * @returns a digraph with a final line break: layers are clusters, cycles and forbidden edges are red, type-only edges dashed
 */
export function toDot(graph: ReportGraph, level: 'layer' | 'block' = 'block'): string {
  const lines = ['digraph architecture {', '  rankdir=TB;', '  node [shape=box, style="rounded,filled", fontname="Helvetica"];', '  edge [fontname="Helvetica", fontsize=10];'];
  lines.push(...(level === 'layer' ? layerBoxes(graph) : blockBoxes(graph)), ...edgeLines(graph, level), '}', '');
  return lines.join('\n');
}

/** Text as a quoted id, in which only the quote and the backslash act. */
function quoted(text: string): string {
  return `"${showable(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

function blockBoxes(graph: ReportGraph): string[] {
  const clusters = graph.layers.flatMap((layer, at) => {
    const inside = graph.blocks.filter((block) => block.layer === layer.id);
    if (inside.length === 0) return [];
    return [`  subgraph cluster_${at} {`, `    label=${quoted(layer.id)};`, `    style="rounded,filled"; color="${PAPER.layerStroke}"; fillcolor="${PAPER.layerFill}";`, ...inside.map((block) => `  ${boxOf(block)}`), '  }'];
  });
  const known = new Set(graph.layers.map(({ id }) => id));
  return [...clusters, ...graph.blocks.filter(({ layer }) => layer === null || !known.has(layer)).map(boxOf)];
}

function boxOf({ id, state }: ReportBlock): string {
  const { fill, stroke, text } = PAPER.states[state];
  return `  ${quoted(id)} [fillcolor="${fill}", color="${stroke}", fontcolor="${text}"${state === 'active' ? '' : `, tooltip=${quoted(`${id}: ${state}`)}`}];`;
}

/** Boxes of layers have ids of their own, for a block may be called like a layer. */
function layerKey(layer: string): string {
  return `layer ${layer}`;
}

function layerBoxes(graph: ReportGraph): string[] {
  const layers = graph.layers
    .filter(({ id }) => graph.blocks.some(({ layer }) => layer === id))
    .map(({ id }) => `  ${quoted(layerKey(id))} [label=${quoted(id)}, fillcolor="${PAPER.closed.fill}", color="${PAPER.closed.stroke}"];`);
  return [...layers, ...graph.blocks.filter(({ layer }) => layer === null).map(boxOf)];
}

function edgeLines(graph: ReportGraph, level: 'layer' | 'block'): string[] {
  const layerOf = new Map(graph.blocks.map(({ id, layer }) => [id, layer]));
  const endOf = (block: string): string => {
    const layer = level === 'layer' ? layerOf.get(block) : null;
    return layer ? layerKey(layer) : block;
  };
  const cyclic = new Set(graph.cycles.flatMap((cycle) => cycle.map((from, at) => JSON.stringify([from, cycle[(at + 1) % cycle.length]]))));
  const forbidden = crossesLayers(graph);
  const joined = new Map<string, { from: string; to: string; imports: number; typeOnly: boolean; wrong: boolean }>();
  for (const edge of graph.edges) {
    const [from, to] = [endOf(edge.from), endOf(edge.to)];
    if (from === to) continue;
    const key = JSON.stringify([from, to]);
    const one = joined.get(key) ?? { from, to, imports: 0, typeOnly: true, wrong: false };
    one.imports += edge.imports;
    one.typeOnly &&= edge.kind === 'type';
    one.wrong ||= forbidden(edge) || cyclic.has(JSON.stringify([edge.from, edge.to]));
    joined.set(key, one);
  }
  return [...joined.values()].map(({ from, to, imports, typeOnly, wrong }) => {
    const attributes = [`label="${imports}"`, typeOnly ? 'style=dashed' : '', `color="${wrong ? PAPER.wrong : PAPER.edge}"`, wrong ? 'penwidth=2' : ''];
    return `  ${quoted(from)} -> ${quoted(to)} [${attributes.filter((one) => one !== '').join(', ')}];`;
  });
}
