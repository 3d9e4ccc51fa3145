/**
 * The block graph as one SVG element. Colours come from classes, so that the surrounding page decides
 * on light and dark; everything colours say is also shown by marks, dashes or words.
 */
import { renderToStaticMarkup } from 'preact-render-to-string';
import type { ReportGraph } from '../protocol/report.ts';
import { columns, eachText, shortened, showable } from '../text/plain-text.ts';
import { counted, toTenth } from '../text/wording.ts';
import { initiallyCollapsed } from './groups.ts';
import { layOut, type PlacedBand, type PlacedBox, type PlacedEdge, type Point } from './layout.ts';
import { limitDiagram } from './limits.ts';
import { drawableText } from './mermaid-label.ts';
import { edgeRemark, type Diagram, type DiagramNode } from './plan.ts';

export interface GraphSvg {
  svg: string;
  /** What was left out to keep it readable; null when everything is drawn. */
  note: string | null;
}

const CHARACTER = 7.4;
const LONGEST_NAME = 24;
/** Below this scale names are unreadable, so a wider picture scrolls instead of shrinking. */
const SMALLEST = 0.72;

/** @returns the picture, or null when there is nothing to draw. A large graph is drawn by layers. */
export function toGraphSvg(given: ReportGraph, findings: ReadonlyMap<string, number> = new Map()): GraphSvg | null {
  if (given.blocks.length === 0) return null;
  const graph = eachText(given, showable);
  const { diagram, note } = limitDiagram(graph, { collapsed: initiallyCollapsed(graph), findings });
  return { svg: renderToStaticMarkup(<Picture diagram={diagram} graph={graph} />).replaceAll('<g', '\n<g'), note };
}

function Picture({ diagram, graph }: { diagram: Diagram; graph: ReportGraph }) {
  const byKey = new Map(diagram.nodes.map((node) => [node.key, node]));
  const { width, height, boxes, edges, bands } = layOut(diagram, graph, (key) => widthOf(byKey.get(key)));
  const [w, h] = [Math.ceil(width), Math.ceil(height)];
  const titled = bands.filter(({ title }) => title !== '');
  return (
    <svg
      class="graph"
      role="img"
      aria-label={describe(diagram, graph)}
      viewBox={`0 0 ${w} ${h}`}
      width={w}
      height={h}
      style={`min-width:${Math.round(w * SMALLEST)}px`}
      xmlns="http://www.w3.org/2000/svg"
    >
      <defs>
        {(['plain', 'critical', 'wrong'] as const).map((kind) => (
          <Arrow key={kind} kind={kind} />
        ))}
      </defs>
      {titled.map((band, at) => (
        <rect key={at} class="band" x="6" y={toTenth(band.y)} width={w - 12} height={toTenth(band.height)} rx="12" />
      ))}
      {/* Edges that break a rule are drawn last, on top of the others. */}
      {[...edges]
        .sort((a, b) => weight(a) - weight(b))
        .map((placed) => (
          <Edge key={placed.edge.key} placed={placed} nameOf={(key) => titleOf(byKey.get(key))} />
        ))}
      {titled.map((band, at) => (
        <BandTitle key={at} band={band} width={w} />
      ))}
      {boxes.map((box) => (
        <Box key={box.key} box={box} node={byKey.get(box.key)} />
      ))}
      {edges.map((placed) => (
        <Mark key={placed.edge.key} placed={placed} />
      ))}
    </svg>
  );
}

function titleOf(node: DiagramNode | undefined): string {
  return node?.block?.id ?? node?.group?.title ?? '';
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

function describe(diagram: Diagram, graph: ReportGraph): string {
  const wrong = diagram.edges.filter(({ violation }) => violation).length;
  return [
    `Dependencies of ${counted(graph.blocks.length, 'block')} in ${counted(graph.layers.length, 'layer')}`,
    graph.cycles.length > 0 ? counted(graph.cycles.length, 'cycle') : 'no cycles',
    wrong > 0 ? `${counted(wrong, 'dependency', 'dependencies')} against the layers` : 'none against the layers',
  ].join(', ');
}

function Arrow({ kind }: { kind: EdgeKind }) {
  return (
    <marker
      id={`arrow-${kind}`}
      class={`arrow ${kind}`}
      viewBox="0 0 8 8"
      refX="7"
      refY="4"
      markerWidth="7"
      markerHeight="7"
      markerUnits="userSpaceOnUse"
      orient="auto"
    >
      <path d="M0 0.5 8 4 0 7.5z" />
    </marker>
  );
}

function BandTitle({ band: { title, y }, width }: { band: PlacedBand; width: number }) {
  const room = Math.max(4, Math.floor((width - 40) / CHARACTER));
  return <text class="band-title" x="20" y={toTenth(y + 22)}>{shortened(title, room)}</text>;
}

function Box({ box: { x, y, width, height }, node }: { box: PlacedBox; node: DiagramNode | undefined }) {
  const classes = ['box', node?.block ? `is-${node.block.state}` : 'is-closed', node?.cyclic ? 'in-cycle' : '', node?.critical ? 'on-path' : ''].filter(
    (name) => name !== '',
  );
  const title = titleOf(node);
  const remark = remarkOf(node);
  const middle = toTenth(x + width / 2);
  return (
    <g class={classes.join(' ')}>
      <title>{`${title}: ${remark}${node?.cyclic ? ', in a cycle' : ''}`}</title>
      <rect x={toTenth(x)} y={toTenth(y)} width={toTenth(width)} height={height} rx="9" />
      <text class="name" x={middle} y={toTenth(y + 20)}>{drawableText(title, LONGEST_NAME)}</text>
      <text class="remark" x={middle} y={toTenth(y + 36)}>{remark}</text>
    </g>
  );
}

type EdgeKind = 'wrong' | 'critical' | 'plain';

function kindOf({ edge }: PlacedEdge): EdgeKind {
  return edge.violation || edge.cyclic ? 'wrong' : edge.critical ? 'critical' : 'plain';
}

function weight(placed: PlacedEdge): number {
  return { plain: 0, critical: 1, wrong: 2 }[kindOf(placed)];
}

function Edge({ placed, nameOf }: { placed: PlacedEdge; nameOf: (key: string) => string }) {
  const { edge, points } = placed;
  const kind = kindOf(placed);
  const remark = edgeRemark(edge);
  const words = `${nameOf(edge.from)} uses ${nameOf(edge.to)}: `
    + `${counted(edge.imports, 'import')}${edge.typeOnly ? ', types only' : ''}${remark === '' ? '' : `, ${remark}`}`;
  return (
    <g class={`edge ${kind}${edge.typeOnly ? ' types' : ''}`}>
      <title>{words}</title>
      <path d={curve(points)} marker-end={`url(#arrow-${kind})`} />
    </g>
  );
}

/** A mark on an edge that breaks a rule, because not everyone can rely on colour. */
function Mark({ placed: { edge, points } }: { placed: PlacedEdge }) {
  if (!edge.violation && !edge.cyclic) return null;
  const at = Math.max(0, Math.floor((points.length - 1) / 2));
  const [a, b] = [points[at], points[at + 1]];
  if (!a || !b) return null;
  // The two edges of a cycle run side by side, so each has its mark on its own half.
  const share = edge.cyclic ? 0.28 : 0.5;
  const x = toTenth(a.x + (b.x - a.x) * across(share));
  const y = toTenth(a.y + (b.y - a.y) * down(share));
  return (
    <g class="mark" aria-hidden="true">
      <circle cx={x} cy={y} r="8" />
      <text x={x} y={toTenth(y + 4)}>{edge.violation ? '✕' : '↻'}</text>
    </g>
  );
}

/** How far a curve of `curve` has moved, across and down, at a given fraction. */
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
  const parts = [`M${toTenth(first.x)} ${toTenth(first.y)}`];
  for (const to of rest) {
    const middle = toTenth((from.y + to.y) / 2);
    parts.push(from.x === to.x ? `V${toTenth(to.y)}` : `C${toTenth(from.x)} ${middle} ${toTenth(to.x)} ${middle} ${toTenth(to.x)} ${toTenth(to.y)}`);
    from = to;
  }
  return parts.join('');
}
