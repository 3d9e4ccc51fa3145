/** The block graph as Graphviz DOT. */
import type { ReportGraph } from '../protocol/report.ts';
import { showable } from '../text/plain-text.ts';
import { PAPER } from './palette.ts';
import { planDiagram, type DiagramEdge, type DiagramNode } from './plan.ts';

/**
 * @param graph blocks and edges of a report
 * @param level `layer` joins all blocks of a layer into one box; blocks outside all layers stay separate
 * @returns a digraph with a final line break: layers are clusters, cycles and forbidden edges are red, type-only edges dashed
 */
export function toDot(graph: ReportGraph, level: 'layer' | 'block' = 'block'): string {
  const layers = new Map(graph.layers.map(({ id }, at) => [id, at]));
  const { nodes, open, edges } = planDiagram(graph, { collapsed: level === 'layer' ? new Set(layers.keys()) : new Set() });
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const boxOfKey = (key: string): string => boxOf(byKey.get(key));
  // Groups other than layers exist only to collapse pictures that are too large.
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

/** Text as a quoted id, in which only quotes and backslashes need escaping. */
function quoted(text: string): string {
  return `"${showable(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** Boxes of layers have their own ids, because a block may have the same name as a layer. */
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
