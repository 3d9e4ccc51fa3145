/**
 * A placed map as SVG. All colours are attributes, so that the element is also a complete file. What colours say is
 * also said by marks, dashes or words. Boxes and titles carry `data-key`, edges `data-edge`; the panel makes them act.
 * Their names for screen readers are their titles, which say in full what the short texts in the picture say.
 */
import { columns } from '../../text/plain-text.ts';
import { counted, grouped, toTenth } from '../../text/wording.ts';
import { drawableText } from '../mermaid-label.ts';
import type { BoxColours, MapPalette } from '../palette.ts';
import { curvesOf, type Curve, type Flow } from './curves.ts';
import { healthColours } from './health.ts';
import type { MapLayout, PlacedBand, PlacedBox } from './layout.ts';
import { edgeWords, nodeWords, type MapEdge, type MapNode } from './plan.ts';

/** What an edge is to the selected box, which decides on its colour. */
export type Relation = 'uses' | 'usedBy' | 'none';

export interface MapPictureProps {
  layout: MapLayout;
  nodes: ReadonlyMap<string, MapNode>;
  /** Those to draw, each with what it is to the selection. */
  edges: readonly { edge: MapEdge; relation: Relation }[];
  flow: Flow;
  palette: MapPalette;
  font: string;
  /** Keys of the selected boxes; of others that belong to the selection, how. Boxes that are neither step back. */
  selected: ReadonlySet<string>;
  related: ReadonlyMap<string, 'uses' | 'usedBy' | 'both'> | null;
  /** Key of the edge whose imports are listed. */
  selectedEdge: string | null;
  /** Key of the box that is in the tab order. */
  current: string | null;
}

const CHARACTER = 7.3;
const BOLD = 8.1;
/** More marks than these hide what they stand on. */
const MOST_MARKS = 60;

/** The picture, at its natural size. */
export function MapPicture(props: MapPictureProps) {
  const { layout, nodes, palette, selected, related, font } = props;
  const curves = curvesOf(props.edges.map(({ edge }) => edge), layout.boxes, props.flow);
  const relation = new Map(props.edges.map((one) => [one.edge.key, one.relation]));
  const [w, h] = [Math.ceil(layout.width), Math.ceil(layout.height)];
  // Later curves are drawn over earlier ones.
  const inOrder = [...curves].sort((a, b) => weight(a, relation) - weight(b, relation));
  const kinds = kindColours(palette);
  return (
    <svg class="map" xmlns="http://www.w3.org/2000/svg" role="group" aria-label="Block graph" viewBox={`0 0 ${w} ${h}`} width={w} height={h}
      font-family={font} font-size="13">
      <defs>
        {Object.entries(kinds).map(([kind, colour]) => (
          <marker key={kind} id={`tip-${kind}`} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto">
            <path d="M0 0.5 8 4 0 7.5z" fill={colour} />
          </marker>
        ))}
      </defs>
      {layout.bands.map((band) => <Band key={band.key} band={band} palette={palette} isCurrent={props.current === band.key} />)}
      {/* Edges lie behind the boxes, so that they neither hide names nor catch clicks. */}
      {inOrder.map((curve) => (
        <Edge key={curve.edge.key} curve={curve} colours={kinds} kind={kindOf(curve.edge, relation)} palette={palette} nodes={nodes}
          isSelected={curve.edge.key === props.selectedEdge} />
      ))}
      {layout.boxes.map((box) => {
        const node = nodes.get(box.key);
        return node && (
          <Box
            key={box.key} box={box} node={node} palette={palette} isSelected={selected.has(box.key)} relation={related?.get(box.key) ?? null}
            faded={related !== null && !selected.has(box.key) && !related.has(box.key)} isCurrent={props.current === box.key}
          />
        );
      })}
      {/* Those of the selection are shown in full. */}
      {inOrder.filter(({ edge }) => relation.get(edge.key) !== 'none' || edge.key === props.selectedEdge).map((curve) => (
        <Line key={curve.edge.key} curve={curve} colours={kinds} kind={kindOf(curve.edge, relation)} palette={palette}
          isSelected={curve.edge.key === props.selectedEdge} />
      ))}
      {inOrder.length <= MOST_MARKS && inOrder.map((curve) => <Mark key={curve.edge.key} curve={curve} palette={palette} nodes={nodes}
        colour={kinds[kindOf(curve.edge, relation)]} />)}
    </svg>
  );
}

type Kind = 'wrong' | 'critical' | 'plain' | 'uses' | 'usedBy';

function kindColours(palette: MapPalette): Record<Kind, string> {
  return { wrong: palette.wrong, critical: palette.critical, plain: palette.edge, uses: palette.uses, usedBy: palette.usedBy };
}

function kindOf(edge: MapEdge, relation: ReadonlyMap<string, Relation>): Kind {
  const own = relation.get(edge.key) ?? 'none';
  if (own !== 'none') return own;
  return edge.violation || edge.cyclic ? 'wrong' : edge.critical ? 'critical' : 'plain';
}

function weight({ edge }: Curve, relation: ReadonlyMap<string, Relation>): number {
  return (relation.get(edge.key) === 'none' ? 0 : 4) + (edge.violation || edge.cyclic ? 2 : edge.critical ? 1 : 0);
}

function Band({ band, palette, isCurrent }: { band: PlacedBand; palette: MapPalette; isCurrent: boolean }) {
  const { x, y, width, height, title, closable, blocks } = band;
  const room = Math.max(4, Math.floor((width - (closable ? 130 : 24)) / CHARACTER));
  const text = drawableText(title, room);
  return (
    <g>
      <rect x={toTenth(x)} y={toTenth(y)} width={toTenth(width)} height={toTenth(height)} rx="10" fill={palette.layerFill} stroke={palette.layerStroke} />
      {title !== '' && (closable ? (
        <g
          class="band-title" data-key={band.key} role="button" tabindex={isCurrent ? 0 : -1} aria-expanded="true"
          data-title={`${title}, open, ${counted(blocks, 'block')}`}
        >
          <title>{`${title}, open, ${counted(blocks, 'block')}`}</title>
          <rect x={toTenth(x + 6)} y={toTenth(y + 4)} width={toTenth(width - 12)} height="23" rx="5" fill="transparent" />
          <text x={toTenth(x + 14)} y={toTenth(y + 20)} fill={palette.text} font-weight="600">{`▾ ${text}`}</text>
          <text x={toTenth(x + width - 14)} y={toTenth(y + 20)} fill={palette.text} text-anchor="end" font-size="12">{counted(blocks, 'block')}</text>
        </g>
      ) : (
        <text x={toTenth(x + 12)} y={toTenth(y + 20)} fill={palette.text} font-weight="600" font-size="12.5"><title>{title}</title>{text}</text>
      ))}
    </g>
  );
}

interface BoxProps {
  box: PlacedBox;
  node: MapNode;
  palette: MapPalette;
  isSelected: boolean;
  relation: 'uses' | 'usedBy' | 'both' | null;
  faded: boolean;
  isCurrent: boolean;
}

function Box({ box: { key, x, y, width, height, isBar }, node, palette, isSelected, relation, faded, isCurrent }: BoxProps) {
  const own = node.block ? palette.states[node.block.state] : palette.closed;
  // What does not belong to the selection steps back, but stays legible.
  const colours = faded ? { fill: palette.background, stroke: palette.layerStroke, text: palette.text } : own;
  const dashed = node.block?.state === 'pending' || node.block?.state === 'deprecated';
  const stroke = faded ? colours.stroke : node.cyclic ? palette.wrong : node.critical ? palette.critical : colours.stroke;
  const words = nodeWords(node);
  const side = { uses: palette.uses, usedBy: palette.usedBy, both: palette.wrong, none: '' }[relation ?? 'none'];
  const name = drawableText(`${node.branch ? '▸ ' : ''}${node.title}`, Math.floor((width - (node.health === null ? 22 : 50)) / (isBar ? CHARACTER : BOLD)));
  // Letters of some scripts are two columns wide.
  const shown = columns(name) * CHARACTER > width ? drawableText(name, 9) : name;
  return (
    <g
      class={`map-box${isSelected ? ' is-selected' : ''}${faded ? ' is-faded' : ''}`} data-key={key} role="button" tabindex={isCurrent ? 0 : -1}
      data-title={words} aria-pressed={node.block ? isSelected : undefined} aria-expanded={node.block ? undefined : false}
    >
      <title>{words}</title>
      {relation !== null && <rect x={x - 4} y={y - 4} width={width + 8} height={height + 8} rx="10" fill="none" stroke={side} stroke-width="2.5" />}
      {node.branch !== null && !isBar && <rect x={x + 4} y={y + 4} width={width} height={height} rx="7" fill={colours.fill} stroke={colours.stroke} />}
      <rect
        class="map-face" x={x} y={y} width={width} height={height} rx="7" fill={colours.fill} stroke={stroke}
          stroke-width={node.cyclic || node.critical ? 2.5 : 1.2}
        stroke-dasharray={dashed ? '5 3' : undefined}
      />
      {isSelected && <rect class="map-ring" x={x - 5} y={y - 5} width={width + 10} height={height + 10} rx="11" fill="none" stroke={palette.text}
        stroke-width="3" />}
      <text x={toTenth(x + 11)} y={toTenth(y + height / 2 - 3)} fill={colours.text} font-weight="600">{shown}</text>
      <text x={toTenth(x + 11)} y={toTenth(y + height / 2 + 13)} fill={colours.text} font-size="11">{shortWords(node)}</text>
      {node.health !== null && !faded && <Health x={x + width - 8} y={y + 7} score={node.health} colours={healthColours(palette, node.health)} />}
      {node.cyclic && <text x={x + width - 12} y={toTenth(y + height - 7)} text-anchor="end" fill={palette.wrong} font-weight="700" font-size="13">↻</text>}
    </g>
  );
}

function Health({ x, y, score, colours }: { x: number; y: number; score: number; colours: BoxColours }) {
  return (
    <>
      <rect x={x - 28} y={y} width="28" height="15" rx="7.5" fill={colours.fill} stroke={colours.stroke} stroke-width="0.8" />
      <text x={x - 14} y={y + 11.5} text-anchor="middle" font-size="10.5" font-weight="600" fill={colours.text}>{Math.round(score)}</text>
    </>
  );
}

/** The second line of a box. */
function shortWords({ block, blocks, files, findings }: MapNode): string {
  const size = block ? counted(files, 'file') : counted(blocks, 'block');
  const state = block && block.state !== 'active' ? block.state : '';
  return [size, state, findings > 0 ? counted(findings, 'finding') : ''].filter((part) => part !== '').slice(0, 2).join(' · ');
}

interface LineProps {
  curve: Curve;
  kind: Kind;
  colours: Record<Kind, string>;
  palette: MapPalette;
  isSelected: boolean;
}

/** An edge that can be pointed at: wider than it looks, so that it can be hit. */
function Edge({ nodes, ...line }: LineProps & { nodes: ReadonlyMap<string, MapNode> }) {
  const { curve: { edge, path }, kind } = line;
  return (
    <g class={`map-edge map-edge-${kind}`} data-edge={edge.key}>
      <title>{wordsOf(edge, nodes)}</title>
      <path d={path} fill="none" stroke="transparent" stroke-width="12" />
      <Line {...line} />
    </g>
  );
}

/** The visible line of an edge, with its tip at the used end. */
function Line({ curve: { edge, path }, kind, colours, palette, isSelected }: LineProps) {
  const wide = isSelected ? 3.5 : kind === 'plain' ? 1.3 : 2;
  return (
    <g class={`map-line map-line-${kind}`} pointer-events="none">
      <path d={path} fill="none" stroke={palette.background} stroke-width={wide + 2.5} stroke-opacity="0.75" />
      <path
        d={path} fill="none" stroke={colours[kind]} stroke-width={wide} stroke-dasharray={edge.typeOnly ? '2 4' : undefined} marker-end={`url(#tip-${kind})`}
      />
    </g>
  );
}

/** Which imports an edge stands for, in words. */
export function wordsOf(edge: MapEdge, nodes: ReadonlyMap<string, MapNode>): string {
  return `${nodes.get(edge.from)?.title ?? ''} uses ${nodes.get(edge.to)?.title ?? ''}: ${edgeWords(edge)}`;
}

/** The count of an edge between closed rows, and what is wrong with an edge, because not everyone can rely on colour. */
function Mark({ curve: { edge, x, y }, palette, nodes, colour }: { curve: Curve; palette: MapPalette; nodes: ReadonlyMap<string, MapNode>; colour: string }) {
  const sign = edge.violation ? '✕' : edge.cyclic ? '↻' : '';
  const isSum = nodes.get(edge.from)?.branch !== null || nodes.get(edge.to)?.branch !== null;
  const text = [sign, isSum ? grouped(edge.imports) : ''].filter((part) => part !== '').join(' ');
  if (text === '') return null;
  const width = text.length * 7 + 9;
  return (
    <g class="map-mark" data-edge={edge.key} aria-hidden="true">
      <rect x={toTenth(x - width / 2)} y={toTenth(y - 9)} width={width} height="18" rx="9" fill={palette.background} stroke={colour} />
      <text x={toTenth(x)} y={toTenth(y + 4)} text-anchor="middle" font-size="11.5" font-weight="600"
        fill={sign === '' ? palette.text : palette.wrong}>{text}</text>
    </g>
  );
}
