/**
 * The block graph as one SVG element. Colours come from classes, so that the page around it decides
 * on light and dark; everything that colours say is also said by marks, dashes or words.
 */
import type { ReportGraph } from '../protocol/report.ts';
import { initiallyCollapsed } from './groups.ts';
import { limitDiagram } from './limits.ts';
import type { Diagram, DiagramNode } from './plan.ts';
import { layOut, type PlacedBand, type PlacedBox, type PlacedEdge, type Point } from './layout.ts';
import { drawableText } from './mermaid-label.ts';
import { edgeRemark } from './mermaid.ts';
import { columns, shortened, showable } from '../text/plain-text.ts';
import { counted } from '../text/wording.ts';
import { xmlText } from '../text/xml-text.ts';

export interface GraphSvg {
  svg: string;
  /** What was left out to keep it readable; null when all is drawn. */
  note: string | null;
}

const CHARACTER = 7.4;
const LONGEST_NAME = 24;
/** Below this scale names cannot be read, so a wider picture is scrolled instead of shrunk. */
const SMALLEST = 0.72;

/** @returns the picture, or null when there is nothing to draw. A large graph is drawn by layers. */
export function toGraphSvg(graph: ReportGraph, findings: ReadonlyMap<string, number> = new Map()): GraphSvg | null {
  if (graph.blocks.length === 0) return null;
  const { diagram, note } = limitDiagram(graph, { collapsed: initiallyCollapsed(graph), findings });
  const byKey = new Map(diagram.nodes.map((node) => [node.key, node]));
  const { width, height, boxes, edges, bands } = layOut(diagram, graph, (key) => widthOf(byKey.get(key)));
  const [w, h] = [Math.ceil(width), Math.ceil(height)];
  const names = nameOf(byKey);
  const svg = [
    `<svg class="graph" role="img" aria-label="${xmlText(describe(diagram, graph))}" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}" style="min-width:${Math.round(w * SMALLEST)}px" xmlns="http://www.w3.org/2000/svg">`,
    `<defs>${['plain', 'critical', 'wrong'].map(marker).join('')}</defs>`,
    ...bands.map((band) => bandShape(band, w)).filter((shape) => shape !== ''),
    // What is wrong is drawn last, above everything that it crosses.
    ...[...edges].sort((a, b) => weight(a) - weight(b)).map((edge) => edgeShape(edge, names)),
    ...bands.map((band) => bandTitle(band, w)).filter((title) => title !== ''),
    ...boxes.map((box) => boxShape(box, byKey.get(box.key))),
    ...edges.map(markShape).filter((mark) => mark !== ''),
    '</svg>',
  ];
  return { svg: svg.join('\n'), note };
}

function titleOf(node: DiagramNode | undefined): string {
  return showable(node?.block?.id ?? node?.group?.title ?? '');
}

function remarkOf(node: DiagramNode | undefined): string {
  if (!node) return '';
  const size = node.block ? counted(node.block.files, 'file') : counted(node.group?.blocks.length ?? 0, 'block');
  const state = node.block && node.block.state !== 'active' ? `, ${node.block.state}` : '';
  return `${size}${state}${node.findings > 0 ? `, ${counted(node.findings, 'finding')}` : ''}`;
}

function widthOf(node: DiagramNode | undefined): number {
  const name = columns(drawableText(titleOf(node), LONGEST_NAME)) * CHARACTER;
  const remark = columns(remarkOf(node)) * 6;
  return Math.round(Math.max(96, name + 28, remark + 28));
}

function nameOf(byKey: ReadonlyMap<string, DiagramNode>): (key: string) => string {
  return (key) => titleOf(byKey.get(key));
}

function describe(diagram: Diagram, graph: ReportGraph): string {
  const wrong = diagram.edges.filter(({ violation }) => violation).length;
  return [
    `Dependencies of ${counted(graph.blocks.length, 'block')} in ${counted(graph.layers.length, 'layer')}`,
    graph.cycles.length > 0 ? counted(graph.cycles.length, 'cycle') : 'no cycles',
    wrong > 0 ? `${wrong} ${wrong === 1 ? 'dependency' : 'dependencies'} against the layers` : 'none against the layers',
  ].join(', ');
}

function marker(kind: string): string {
  return `<marker id="arrow-${kind}" class="arrow ${kind}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0.5 8 4 0 7.5z"/></marker>`;
}

function bandShape({ title, y, height }: PlacedBand, width: number): string {
  if (title === '') return '';
  return `<rect class="band" x="6" y="${round(y)}" width="${width - 12}" height="${round(height)}" rx="12"/>`;
}

function bandTitle({ title, y }: PlacedBand, width: number): string {
  if (title === '') return '';
  const room = Math.max(4, Math.floor((width - 40) / CHARACTER));
  return `<text class="band-title" x="20" y="${round(y + 22)}">${xmlText(shortened(showable(title), room))}</text>`;
}

function boxShape({ x, y, width, height }: PlacedBox, node: DiagramNode | undefined): string {
  const classes = ['box', node?.block ? `is-${node.block.state}` : 'is-closed', node?.cyclic ? 'in-cycle' : '', node?.critical ? 'on-path' : ''].filter((name) => name !== '');
  const title = titleOf(node);
  const remark = remarkOf(node);
  const middle = round(x + width / 2);
  return `<g class="${classes.join(' ')}"><title>${xmlText(`${title}: ${remark}${node?.cyclic ? ', in a cycle' : ''}`)}</title>`
    + `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${height}" rx="9"/>`
    + `<text class="name" x="${middle}" y="${round(y + 20)}">${xmlText(drawableText(title, LONGEST_NAME))}</text>`
    + `<text class="remark" x="${middle}" y="${round(y + 36)}">${xmlText(remark)}</text></g>`;
}

function kindOf({ edge }: PlacedEdge): 'wrong' | 'critical' | 'plain' {
  return edge.violation || edge.cyclic ? 'wrong' : edge.critical ? 'critical' : 'plain';
}

function weight(placed: PlacedEdge): number {
  return { plain: 0, critical: 1, wrong: 2 }[kindOf(placed)];
}

function edgeShape(placed: PlacedEdge, names: (key: string) => string): string {
  const { edge, points } = placed;
  const kind = kindOf(placed);
  const remark = edgeRemark(edge);
  const words = `${names(edge.from)} uses ${names(edge.to)}: ${counted(edge.imports, 'import')}${edge.typeOnly ? ', types only' : ''}${remark === '' ? '' : `, ${remark}`}`;
  return `<g class="edge ${kind}${edge.typeOnly ? ' types' : ''}"><title>${xmlText(words)}</title><path d="${curve(points)}" marker-end="url(#arrow-${kind})"/></g>`;
}

/** A letter on an edge that breaks a rule, because colour alone does not reach everyone. */
function markShape({ edge, points }: PlacedEdge): string {
  if (!edge.violation && !edge.cyclic) return '';
  const at = Math.max(0, Math.floor((points.length - 1) / 2));
  const [a, b] = [points[at], points[at + 1]];
  if (!a || !b) return '';
  // Two edges of a cycle run side by side, so each carries its mark on its own half.
  const share = edge.cyclic ? 0.28 : 0.5;
  const x = round(a.x + (b.x - a.x) * across(share));
  const y = round(a.y + (b.y - a.y) * down(share));
  return `<g class="mark" aria-hidden="true"><circle cx="${x}" cy="${y}" r="8"/><text x="${x}" y="${round(y + 4)}">${edge.violation ? '✕' : '↻'}</text></g>`;
}

/** How far the curves of `curve` have come, across and down, at a share of their way. */
function across(share: number): number {
  return share * share * (3 - 2 * share);
}

function down(share: number): number {
  return 1.5 * share * (1 - share) + share ** 3;
}

function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let from = first;
  const parts = [`M${round(first.x)} ${round(first.y)}`];
  for (const to of rest) {
    const middle = round((from.y + to.y) / 2);
    parts.push(from.x === to.x ? `V${round(to.y)}` : `C${round(from.x)} ${middle} ${round(to.x)} ${middle} ${round(to.x)} ${round(to.y)}`);
    from = to;
  }
  return parts.join('');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
