/** What is written along edges, as far as there is room: over no box, no mark and no other text. */
import { columns } from '../../text/plain-text.ts';
import { toTenth } from '../../text/wording.ts';
import { drawableText } from '../mermaid-label.ts';
import { pointAt, type Curve } from './curves.ts';
import type { Rect } from './layout.ts';
import type { MapPalette } from '../palette.ts';

export interface PlacedLabel extends Rect {
  curve: Curve;
  text: string;
}

const CHARACTER = 6.4;
const HEIGHT = 17;
const LONGEST_NAME = 24;
/** Along the curve, the middle first. */
const PLACES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];
const GAP = 2;

/**
 * @param curves the most important first: it takes the room of those that follow
 * @param names what passes along an edge, by its key, the most important first
 * @param taken what must stay visible
 * @returns a label for each edge that has room for one
 */
export function placeLabels(curves: readonly Curve[], names: ReadonlyMap<string, readonly string[]>, taken: readonly Rect[]): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  const isFree = (rect: Rect): boolean => !overlaps(rect, taken) && !overlaps(rect, placed);
  for (const curve of curves) {
    const own = names.get(curve.edge.key) ?? [];
    const found = shorter(own).flatMap((text) => PLACES.map((share) => labelAt(curve, text, share))).find(isFree);
    if (found !== undefined) placed.push(found);
  }
  return placed;
}

/** The names in one line, and how many more there are. @param most of them at most */
export function namesLine(names: readonly string[], most: number, longest = LONGEST_NAME): string {
  const rest = names.length - most;
  return `${names.slice(0, most).map((name) => drawableText(name, longest)).join(', ')}${rest > 0 ? ` +${rest}` : ''}`;
}

/** The longest text first. */
function shorter(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  return [...new Set([3, 2, 1].map((most) => namesLine(names, most))), namesLine(names, 1, 12)];
}

function labelAt(curve: Curve, text: string, share: number): PlacedLabel {
  const { x, y } = pointAt(curve, share);
  const width = columns(text) * CHARACTER + 10;
  return { curve, text, x: x - width / 2, y: y - HEIGHT / 2, width, height: HEIGHT };
}

/** Whether a rectangle covers one of the others, or comes too near. */
export function overlaps(rect: Rect, others: readonly Rect[]): boolean {
  return others.some((other) => rect.x < other.x + other.width + GAP && other.x < rect.x + rect.width + GAP
    && rect.y < other.y + other.height + GAP && other.y < rect.y + rect.height + GAP);
}

/** The text on its edge, in a frame of the edge's colour. */
export function Label({ label: { curve, text, x, y, width, height }, palette, colour }: { label: PlacedLabel; palette: MapPalette; colour: string }) {
  return (
    <g class="map-label" data-edge={curve.edge.key} aria-hidden="true">
      <rect x={toTenth(x)} y={toTenth(y)} width={toTenth(width)} height={height} rx="4" fill={palette.background} stroke={colour} stroke-width="0.8" />
      <text x={toTenth(x + width / 2)} y={toTenth(y + 12.5)} text-anchor="middle" font-size="11" fill={palette.text}>{text}</text>
    </g>
  );
}
