/**
 * Writes the block graph as a Mermaid flowchart. One writer for the terminal, Markdown reports
 * and the panel, so that all of them show the same picture.
 */
import type { ReportGraph } from '../protocol/report.ts';
import { groupBlocks } from './groups.ts';
import { limitDiagram, MAX_EDGES, MAX_TEXT, type DiagramLimits } from './limits.ts';
import { PAPER, type BoxColours, type DiagramPalette } from './palette.ts';
import { edgeRemark, nodeRemark, pair, type Diagram, type DiagramEdge, type DiagramNode } from './plan.ts';
import { encodeLabel, type LabelEncoding } from './mermaid-label.ts';

export interface MermaidOptions {
  /** `layer` collapses every group; `block` expands those not in `collapsed`. */
  level: 'layer' | 'block';
  /** Ids of the groups (layers, or folders if there are no layers) to collapse. */
  collapsed?: ReadonlySet<string>;
  /** Draws only this block, its dependencies and its dependents. */
  focus?: string;
  /** Number of findings by block id. */
  findings?: ReadonlyMap<string, number>;
  palette?: DiagramPalette;
  /** How names are escaped; `entities`, the default, is right for Markdown. */
  labels?: LabelEncoding;
  /** Tighter limits than Mermaid's own, for pictures that must be drawn quickly. */
  limits?: DiagramLimits;
  /** What passes along an edge, by `pair` of its blocks; written on the arrows between blocks where there are few. */
  names?: ReadonlyMap<string, readonly string[]> | undefined;
  /** Ids of the blocks that are marked as bottlenecks. */
  bottlenecks?: ReadonlySet<string> | undefined;
  /** Prefix for the titles of expanded and collapsed groups, where the reader can toggle them. */
  marks?: { open: string; closed: string };
}

export interface MermaidText {
  text: string;
  /** Id in the text → block id (`b…`) or group id (`g…`). */
  nodes: Map<string, string>;
  /** What was drawn, with the same keys as in the text. */
  diagram: Diagram;
  /** The collapsed groups, including those collapsed to fit. */
  collapsed: Set<string>;
  /** What had to be left out, as a sentence; null when everything is drawn. */
  note: string | null;
}

/** Writes the graph as Mermaid text within Mermaid's default limits on edges and characters. */
export function toMermaid(graph: ReportGraph, options: MermaidOptions): MermaidText {
  const collapsed = options.level === 'layer' ? new Set(groupBlocks(graph).map((group) => group.id)) : (options.collapsed ?? new Set<string>());
  for (let share = 1, longest = 60; ; share /= 2, longest = 24) {
    const limited = limitDiagram(graph, { collapsed, focus: options.focus, findings: options.findings }, options.limits, share);
    const text = writeText(limited.diagram, options, longest);
    if (text.length > MAX_TEXT && limited.diagram.nodes.length > 1) continue;
    return { ...limited, text, nodes: namesByKey(limited.diagram) };
  }
}

function namesByKey(diagram: Diagram): Map<string, string> {
  const nodes = new Map<string, string>();
  for (const { key, group } of diagram.open) nodes.set(key, group.id);
  for (const { key, block, group } of diagram.nodes) nodes.set(key, block?.id ?? group?.id ?? '');
  return nodes;
}

function writeText(diagram: Diagram, options: MermaidOptions, longest: number): string {
  const palette = options.palette ?? PAPER;
  const closedMark = options.marks?.closed ?? '';
  const write = (text: string): string => encodeLabel(text, options.labels ?? 'entities', longest);
  const byKey = new Map(diagram.nodes.map((node) => [node.key, node]));
  const grouped = new Set(diagram.open.flatMap((group) => group.nodes));
  const remarks = remarksOf(diagram, byKey, options);
  const isBottleneck = (node: DiagramNode): boolean => node.block !== null && options.bottlenecks?.has(node.block.id) === true;
  const nodeLines = (node: DiagramNode | undefined, indent: string): string[] =>
    (node === undefined ? [] : writeNode(node, [nodeRemark(node), isBottleneck(node) ? 'bottleneck' : ''], write, closedMark, indent));
  const lines = ['flowchart TB'];
  // Groups in layer order: Mermaid's layout keeps the order of the text.
  const place = (key: string): number => Number(key.slice(1));
  const closed = diagram.nodes.filter((node) => node.group !== null);
  for (const { key } of [...diagram.open, ...closed].sort((a, b) => place(a.key) - place(b.key))) {
    const opened = diagram.open.find((one) => one.key === key);
    if (!opened) {
      lines.push(...nodeLines(byKey.get(key), '  '));
      continue;
    }
    lines.push(`  subgraph ${key}["${options.marks?.open ?? ''}${write(opened.group.title)}"]`);
    for (const inside of opened.nodes) lines.push(...nodeLines(byKey.get(inside), '    '));
    lines.push('  end');
  }
  for (const node of diagram.nodes) if (node.block && !grouped.has(node.key)) lines.push(...nodeLines(node, '  '));
  for (const edge of diagram.edges) lines.push(writeEdge(edge, remarks.get(edge.key) ?? '', write));
  return [...lines, ...writeRows(diagram), ...writeStyles(diagram, palette, isBottleneck), ''].join('\n');
}

/** Boxes without arrows between them would all be in one row; invisible links wrap it. */
const ROW = 7;

function writeRows(diagram: Diagram): string[] {
  const lines: string[] = [];
  const groupOf = new Map(diagram.open.flatMap(({ key, nodes }) => nodes.map((node) => [node, key] as const)));
  const tied = new Set(diagram.edges.filter((edge) => groupOf.get(edge.from) === groupOf.get(edge.to)).flatMap((edge) => [edge.from, edge.to]));
  const outside = diagram.nodes.map((node) => node.key).filter((key) => !groupOf.has(key));
  for (const nodes of [...diagram.open.map((group) => group.nodes), outside]) {
    const free = nodes.filter((key) => !tied.has(key));
    free.slice(ROW).forEach((key, at) => lines.push(`  ${free[at]} ~~~ ${key}`));
  }
  return lines.slice(0, MAX_EDGES - diagram.edges.length);
}

function writeNode(node: DiagramNode, remarks: readonly string[], write: (text: string) => string, closedMark: string, indent: string): string[] {
  const remark = remarks.filter((one) => one !== '').join(', ');
  const label = `"${node.group ? closedMark : ''}${write(node.block?.id ?? node.group?.title ?? '')}${remark === '' ? '' : `<br/>${write(remark)}`}"`;
  return [`${indent}${node.key}${node.group ? `[[${label}]]` : `(${label})`}`];
}

/** More labels than this hide their arrows, so they are dropped; the colour remains. */
export const MAX_EDGE_LABELS = 40;
/** So many names of what passes stand on an arrow. */
const MOST_NAMES = 3;

/** What stands on arrows, by key of the edge: what is wrong with them, and what passes. */
function remarksOf(diagram: Diagram, byKey: ReadonlyMap<string, DiagramNode>, { names }: MermaidOptions): Map<string, string> {
  const wrong = diagram.edges.map((edge): [string, string] => [edge.key, edgeRemark(edge)]).filter(([, remark]) => remark !== '');
  const remarks = new Map(wrong.length <= MAX_EDGE_LABELS ? wrong : []);
  const passes = diagram.edges.flatMap(({ key, from, to }): [string, string][] => {
    const [user, used] = [byKey.get(from)?.block?.id, byKey.get(to)?.block?.id];
    const own = user === undefined || used === undefined ? [] : names?.get(pair(user, used)) ?? [];
    return own.length === 0 ? [] : [[key, `${own.slice(0, MOST_NAMES).join(', ')}${own.length > MOST_NAMES ? ` +${own.length - MOST_NAMES}` : ''}`]];
  });
  for (const [key, text] of passes.length <= MAX_EDGE_LABELS ? passes : []) {
    const remark = remarks.get(key);
    remarks.set(key, remark === undefined ? text : `${remark}: ${text}`);
  }
  return remarks;
}

function writeEdge(edge: DiagramEdge, remark: string, write: (text: string) => string): string {
  const arrow = edge.typeOnly ? '-.->' : edge.critical ? '==>' : '-->';
  return `  ${edge.from} ${edge.key}@${arrow}${remark === '' ? '' : `|"${write(remark)}"|`} ${edge.to}`;
}

function writeStyles(diagram: Diagram, palette: DiagramPalette, isBottleneck: (node: DiagramNode) => boolean): string[] {
  const lines: string[] = [];
  const box = (name: string, colours: BoxColours, extra = ''): string =>
    `  classDef ${name} fill:${colours.fill},stroke:${colours.stroke},color:${colours.text}${extra}`;
  const assign = (name: string, keys: string[], definition: string): void => {
    if (keys.length > 0) lines.push(definition, `  class ${keys.join(',')} ${name}`);
  };
  for (const [state, colours] of Object.entries(palette.states)) {
    const dashed = state === 'pending' || state === 'deprecated' ? ',stroke-dasharray:5 3' : '';
    assign(`is-${state}`, keysOf(diagram, (node) => node.block?.state === state), box(`is-${state}`, colours, dashed));
  }
  assign('is-closed', keysOf(diagram, (node) => node.group !== null), box('is-closed', palette.closed));
  assign('is-bottleneck', keysOf(diagram, isBottleneck), `  classDef is-bottleneck stroke:${palette.text},stroke-width:4px`);
  assign('is-critical', keysOf(diagram, (node) => node.critical && !node.group), `  classDef is-critical stroke:${palette.critical},stroke-width:3px`);
  assign('is-cyclic', keysOf(diagram, (node) => node.cyclic), `  classDef is-cyclic stroke:${palette.wrong},stroke-width:3px`);
  assign(
    'is-layer',
    diagram.open.map((group) => group.key),
    `  classDef is-layer fill:${palette.layerFill},stroke:${palette.layerStroke},color:${palette.text}`,
  );

  const wrong = edgesAt(diagram, (edge) => edge.violation || edge.cyclic);
  const critical = edgesAt(diagram, (edge) => edge.critical && !edge.violation && !edge.cyclic);
  if (wrong !== '') lines.push(`  linkStyle ${wrong} stroke:${palette.wrong},color:${palette.wrong},stroke-width:2.5px`);
  if (critical !== '') lines.push(`  linkStyle ${critical} stroke:${palette.critical},stroke-width:3px`);
  return lines;
}

function keysOf(diagram: Diagram, test: (node: DiagramNode) => boolean): string[] {
  return diagram.nodes.filter(test).map((node) => node.key);
}

function edgesAt(diagram: Diagram, test: (edge: DiagramEdge) => boolean): string {
  return diagram.edges.flatMap((edge, at) => (test(edge) ? [at] : [])).join(',');
}
