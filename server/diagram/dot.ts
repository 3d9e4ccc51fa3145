/** The block graph in the language of Graphviz. */
import type { ReportGraph } from '../protocol/report.ts';
import { showable } from '../text/plain-text.ts';
import { PAPER } from './palette.ts';
import { planDiagram, type DiagramEdge, type DiagramNode } from './plan.ts';

/**
 * @param graph blocks and edges of a report
 * @param level `layer` joins all blocks of a layer into one box; blocks outside of every layer stay by themselves
 * @returns a digraph with a final line break: layers are clusters, cycles and forbidden edges are red, type-only edges dashed
 */
export function toDot(graph: ReportGraph, level: 'layer' | 'block' = 'block'): string {
  const layers = new Map(graph.layers.map(({ id }, at) => [id, at]));
  const { nodes, open, edges } = planDiagram(graph, { collapsed: level === 'layer' ? new Set(layers.keys()) : new Set() });
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const boxOfKey = (key: string): string => boxOf(byKey.get(key));
  // Groups that are no layers only help to close a picture that is too large.
  const clusters = open.filter(({ group }) => layers.has(group.id));
  const inside = new Set(clusters.flatMap((cluster) => cluster.nodes));
  return [
    'digraph architecture {',
    '  rankdir=TB;',
    '  node [shape=box, style="rounded,filled", fontname="Helvetica"];',
    '  edge [fontname="Helvetica", fontsize=10];',
    ...clusters.flatMap(({ group, nodes: keys }) => [
      `  subgraph cluster_${layers.get(group.id)} {`,
      `    label=${quoted(group.title)};`,
      `    style="rounded,filled"; color="${PAPER.layerStroke}"; fillcolor="${PAPER.layerFill}";`,
      ...keys.map((key) => `    ${boxOfKey(key)}`),
      '  }',
    ]),
    ...nodes.filter(({ key }) => !inside.has(key)).map(({ key }) => `  ${boxOfKey(key)}`),
    ...edges.map((edge) => `  ${arrowOf(edge, (key) => nameOf(byKey.get(key)))}`),
    '}',
    '',
  ].join('\n');
}

/** Text as a quoted id, in which only the quote and the backslash act. */
function quoted(text: string): string {
  return `"${showable(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** Boxes of layers have ids of their own, for a block may be called like a layer. */
function nameOf(node: DiagramNode | undefined): string {
  return quoted(node?.block?.id ?? `layer ${node?.group?.id ?? ''}`);
}

function boxOf(node: DiagramNode | undefined): string {
  const block = node?.block ?? null;
  if (block === null) return `${nameOf(node)} [label=${quoted(node?.group?.title ?? '')}, fillcolor="${PAPER.closed.fill}", color="${PAPER.closed.stroke}"];`;
  const { fill, stroke, text } = PAPER.states[block.state];
  const state = block.state === 'active' ? '' : `, tooltip=${quoted(`${block.id}: ${block.state}`)}`;
  return `${nameOf(node)} [fillcolor="${fill}", color="${stroke}", fontcolor="${text}"${state}];`;
}

function arrowOf({ from, to, imports, typeOnly, cyclic, violation }: DiagramEdge, nameOfKey: (key: string) => string): string {
  const wrong = cyclic || violation;
  const attributes = [`label="${imports}"`, typeOnly ? 'style=dashed' : '', `color="${wrong ? PAPER.wrong : PAPER.edge}"`, wrong ? 'penwidth=2' : ''];
  return `${nameOfKey(from)} -> ${nameOfKey(to)} [${attributes.filter((one) => one !== '').join(', ')}];`;
}
