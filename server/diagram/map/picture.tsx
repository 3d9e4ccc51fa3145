/**
 * A placed map as SVG. All colours are attributes, so that the element is also a complete file. What colours say is
 * also said by marks, dashes or words. Boxes and titles carry `data-key`, edges `data-edge`; the panel makes them act.
 * Their names for screen readers are their titles, which say in full what the short texts in the picture say.
 */
import { counted, grouped, toTenth } from '../../text/wording.ts';
import { drawableText } from '../mermaid-label.ts';
import type { MapPalette } from '../palette.ts';
import { Box, CHARACTER, type BottleneckWords } from './box.tsx';
import { curvesOf, pointAt, type Curve, type Flow } from './curves.ts';
import { Label, namesLine, overlaps, placeLabels } from './labels.tsx';
import type { MapLayout, PlacedBand, Rect } from './layout.ts';
import { edgeWords, type MapEdge, type MapNode } from './plan.ts';

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
  /** What passes along edges, by their keys, where it is known and to be shown. An edge that passes nothing steps back. */
  names?: ReadonlyMap<string, readonly string[]> | undefined;
  /** What is said of bottlenecks, by key of their box. */
  bottlenecks?: ReadonlyMap<string, BottleneckWords> | undefined;
}

/** More marks than these hide what they stand on. */
const MOST_MARKS = 60;
/** More edges of a selection than these would hide the names of the boxes that they cross. */
const MOST_IN_FRONT = 16;

/** The picture, at its natural size. */
export function MapPicture(props: MapPictureProps) {
  const { layout, nodes, palette, selected, related, font } = props;
  const curves = curvesOf(props.edges.map(({ edge }) => edge), layout.boxes, props.flow);
  const relation = new Map(props.edges.map((one) => [one.edge.key, one.relation]));
  const [w, h] = [Math.ceil(layout.width), Math.ceil(layout.height)];
  // Later curves are drawn over earlier ones.
  const inOrder = [...curves].sort((a, b) => weight(a, relation) - weight(b, relation));
  const kinds = kindColours(palette);
  const written = layout.boxes.map(textOf);
  const marks = inOrder.length <= MOST_MARKS ? inOrder.flatMap((curve) => markOf(curve, nodes, written) ?? []) : [];
  const names = writtenNames(props, inOrder, relation, marks);
  const chosen = inOrder.filter(({ edge }) => relation.get(edge.key) !== 'none' || edge.key === props.selectedEdge);
  const inFront = chosen.length <= MOST_IN_FRONT ? chosen : chosen.filter(({ edge }) => edge.key === props.selectedEdge);
  // Beside an edge that is chosen the others of its cycle step back; else those that pass nothing, unless something is to be said of them.
  const isQuiet = ({ key, cyclic, violation, critical }: MapEdge): boolean => (props.selectedEdge !== null ? key !== props.selectedEdge
    : props.names?.get(key)?.length === 0 && !cyclic && !violation && !critical);
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
        <Edge key={curve.edge.key} curve={curve} colours={kinds} kind={kindOf(curve.edge, relation)} palette={palette}
          words={wordsOf(curve.edge, nodes, props.names?.get(curve.edge.key))} isQuiet={isQuiet(curve.edge)}
          isSelected={curve.edge.key === props.selectedEdge} />
      ))}
      {layout.boxes.map((box) => {
        const node = nodes.get(box.key);
        return node && (
          <Box
            key={box.key} box={box} node={node} palette={palette} isSelected={selected.has(box.key)} relation={related?.get(box.key) ?? null}
            faded={related !== null && !selected.has(box.key) && !related.has(box.key)} isCurrent={props.current === box.key}
            note={names.inBoxes.get(box.key) ?? null} bottleneck={props.bottlenecks?.get(box.key) ?? null}
          />
        );
      })}
      {/* Those of the selection are shown in full, as long as they are few. */}
      {inFront.map((curve) => (
        <Line key={curve.edge.key} curve={curve} colours={kinds} kind={kindOf(curve.edge, relation)} palette={palette} isQuiet={isQuiet(curve.edge)}
          isSelected={curve.edge.key === props.selectedEdge} />
      ))}
      {marks.map((mark) => <Mark key={mark.curve.edge.key} mark={mark} palette={palette} colour={kinds[kindOf(mark.curve.edge, relation)]} />)}
      {names.labels.map((label) => <Label key={label.curve.edge.key} label={label} palette={palette} colour={kinds[kindOf(label.curve.edge, relation)]} />)}
    </svg>
  );
}

interface Written {
  labels: ReturnType<typeof placeLabels>;
  /** By key of the box. */
  inBoxes: ReadonlyMap<string, string>;
}

/** Names along edges where there is room; of those that touch the selection, the others stand in the box at the other end. */
function writtenNames(props: MapPictureProps, inOrder: readonly Curve[], relation: ReadonlyMap<string, Relation>, marks: readonly EdgeMark[]): Written {
  const { names, layout, selected } = props;
  if (names === undefined) return { labels: [], inBoxes: new Map() };
  const first = [...inOrder].reverse();
  first.sort((a, b) => Number(b.edge.key === props.selectedEdge) - Number(a.edge.key === props.selectedEdge));
  const titles = layout.bands.filter(({ title }) => title !== '').map(({ x, y, title }): Rect => ({ x, y, width: title.length * CHARACTER + 40, height: 26 }));
  const labels = placeLabels(first, names, [...layout.boxes, ...titles, ...marks]);
  const along = new Set(labels.map(({ curve }) => curve.edge.key));
  const inBoxes = new Map<string, string>();
  for (const { edge } of first) {
    const own = names.get(edge.key) ?? [];
    const how = relation.get(edge.key) ?? 'none';
    if (own.length === 0 || how === 'none' || along.has(edge.key)) continue;
    const other = selected.has(edge.from) ? edge.to : selected.has(edge.to) ? edge.from : how === 'uses' ? edge.to : edge.from;
    if (!inBoxes.has(other)) inBoxes.set(other, namesLine(own, 1));
  }
  return { labels, inBoxes };
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

interface LineProps {
  curve: Curve;
  kind: Kind;
  colours: Record<Kind, string>;
  palette: MapPalette;
  isSelected: boolean;
  isQuiet: boolean;
}

/** An edge that can be pointed at: wider than it looks, so that it can be hit. */
function Edge({ words, ...line }: LineProps & { words: string }) {
  const { curve: { edge, path }, kind } = line;
  return (
    <g class={`map-edge map-edge-${kind}`} data-edge={edge.key}>
      <title>{words}</title>
      <path d={path} fill="none" stroke="transparent" stroke-width="12" />
      <Line {...line} />
    </g>
  );
}

/** The visible line of an edge, with its tip at the used end. */
function Line({ curve: { edge, path }, kind, colours, palette, isSelected, isQuiet }: LineProps) {
  const wide = isSelected ? 3.5 : kind === 'plain' ? 1.3 : 2;
  return (
    <g class={`map-line map-line-${kind}`} pointer-events="none" opacity={isQuiet ? 0.3 : undefined}>
      <path d={path} fill="none" stroke={palette.background} stroke-width={wide + 2.5} stroke-opacity="0.75" />
      <path
        d={path} fill="none" stroke={colours[kind]} stroke-width={wide} stroke-dasharray={edge.typeOnly ? '2 4' : undefined} marker-end={`url(#tip-${kind})`}
      />
    </g>
  );
}

/** More names than these are not said of an edge. */
const SAID = 12;

/** Which imports an edge stands for, in words, and what passes along it. */
function wordsOf(edge: MapEdge, nodes: ReadonlyMap<string, MapNode>, names: readonly string[] | undefined): string {
  const passes = names === undefined ? '' : names.length === 0 ? '; none of what is shown passes' : `; ${namesLine(names, SAID, 60)}`;
  return `${nodes.get(edge.from)?.title ?? ''} uses ${nodes.get(edge.to)?.title ?? ''}: ${edgeWords(edge)}${passes}`;
}

/** A short text in the middle of an edge. */
interface EdgeMark extends Rect {
  curve: Curve;
  text: string;
  isWrong: boolean;
}

/** Along the curve, the middle first, then rather where it begins; close together, because the gaps between boxes are narrow. */
const MARK_PLACES = Array.from({ length: 71 }, (_, step) => 0.5 + (step % 2 === 0 ? -step : step + 1) / 150);

/** What is written in a box, which leaves its rim free. */
function textOf({ x, y, width, height }: Rect): Rect {
  return { x: x + 8, y: y + 8, width: width - 16, height: height - 16 };
}

/** The count of an edge between closed rows, and what is wrong with an edge, because not everyone can rely on colour. */
function markOf(curve: Curve, nodes: ReadonlyMap<string, MapNode>, texts: readonly Rect[]): EdgeMark | null {
  const { edge } = curve;
  const sign = edge.violation ? '✕' : edge.cyclic ? '↻' : '';
  const isSum = nodes.get(edge.from)?.branch !== null || nodes.get(edge.to)?.branch !== null;
  const text = [sign, isSum ? grouped(edge.imports) : ''].filter((part) => part !== '').join(' ');
  const width = text.length * 7 + 9;
  if (text === '') return null;
  const at = (share: number): Rect => {
    const { x, y } = share === 0.5 ? curve : pointAt(curve, share);
    return { x: x - width / 2, y: y - 9, width, height: 18 };
  };
  // Beside the names on its way, where there is room.
  const place = MARK_PLACES.map(at).find((each) => !overlaps(each, texts)) ?? at(0.5);
  return { curve, text, isWrong: sign !== '', ...place };
}

function Mark({ mark: { curve, text, isWrong, x, y, width, height }, palette, colour }: { mark: EdgeMark; palette: MapPalette; colour: string }) {
  return (
    <g class="map-mark" data-edge={curve.edge.key} aria-hidden="true">
      <rect x={toTenth(x)} y={toTenth(y)} width={width} height={height} rx="9" fill={palette.background} stroke={colour} />
      <text x={toTenth(x + width / 2)} y={toTenth(y + 13)} text-anchor="middle" font-size="11.5" font-weight="600"
        fill={isWrong ? palette.wrong : palette.text}>{text}</text>
    </g>
  );
}
