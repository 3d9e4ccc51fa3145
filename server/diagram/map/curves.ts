/** The lines of edges over a placed map. The two directions between a pair of boxes never run on the same line. */
import { toTenth } from '../../text/wording.ts';
import { ARC_STEP, type PlacedBox } from './layout.ts';
import type { MapEdge } from './plan.ts';

export interface Curve {
  edge: MapEdge;
  /** Path data, from the user to the used. */
  path: string;
  /** Where a mark or a count stands. */
  x: number;
  y: number;
  /** The ends of the curve with the two points that bend it. */
  points: readonly [Point, Point, Point, Point];
}

export interface Point {
  x: number;
  y: number;
}

/** A point of a curve. @param share of the way, from 0 at the user to 1 at the used */
export function pointAt({ points: [a, b, c, d] }: Pick<Curve, 'points'>, share: number): Point {
  const rest = 1 - share;
  const [wa, wb, wc, wd] = [rest ** 3, 3 * rest ** 2 * share, 3 * rest * share ** 2, share ** 3];
  return { x: wa * a.x + wb * b.x + wc * c.x + wd * d.x, y: wa * a.y + wb * b.y + wc * c.y + wd * d.y };
}

/** How the boxes of a picture stand: below each other, or in columns with users on the left. */
export type Flow = 'rows' | 'columns';

/** Lines for edges, in the given order; an edge whose box is missing is left out. */
export function curvesOf(edges: readonly MapEdge[], boxes: readonly PlacedBox[], flow: Flow): Curve[] {
  const byKey = new Map(boxes.map((box) => [box.key, box]));
  const bars = boxes.filter(({ isBar }) => isBar).sort((a, b) => a.y - b.y);
  const rank = new Map(bars.map(({ key }, at) => [key, at]));
  const ports = portsOf(edges, byKey, rank);
  return edges.flatMap((edge): Curve[] => {
    const [from, to] = [byKey.get(edge.from), byKey.get(edge.to)];
    if (!from || !to) return [];
    if (from.isBar && to.isBar) return [arc(edge, from, to, Math.abs((rank.get(from.key) ?? 0) - (rank.get(to.key) ?? 0)), ports)];
    return [flow === 'columns' ? across(edge, from, to) : between(edge, from, to)];
  });
}

/** Beside closed rows: downwards on the right, as layers allow it, upwards on the left. */
function arc(edge: MapEdge, from: PlacedBox, to: PlacedBox, distance: number, ports: ReadonlyMap<string, number>): Curve {
  const down = to.y > from.y;
  const reach = 22 + ARC_STEP * Math.min(distance, 9);
  const [x, out] = down ? [from.x + from.width, reach] : [from.x, -reach];
  const start = ports.get(`${edge.key} start`) ?? from.y + from.height / 2;
  const end = ports.get(`${edge.key} end`) ?? to.y + to.height / 2;
  const bend = x + out * 1.3;
  return curve(edge, { x, y: start }, { x: bend, y: start }, { x: bend, y: end }, { x, y: end });
}

/** Where the edges of closed rows begin and end: side by side, in the order in which they do not cross. */
function portsOf(edges: readonly MapEdge[], boxes: ReadonlyMap<string, PlacedBox>, rank: ReadonlyMap<string, number>): Map<string, number> {
  const sides = new Map<string, { key: string; other: number; own: number }[]>();
  for (const edge of edges) {
    const [from, to] = [rank.get(edge.from), rank.get(edge.to)];
    if (from === undefined || to === undefined) continue;
    const side = to > from ? 'right' : 'left';
    for (const [box, key, own, other] of [[edge.from, `${edge.key} start`, from, to], [edge.to, `${edge.key} end`, to, from]] as const) {
      const place = `${side} ${box}`;
      sides.set(place, [...(sides.get(place) ?? []), { key, own, other }]);
    }
  }
  const ports = new Map<string, number>();
  for (const [place, all] of sides) {
    const box = boxes.get(place.slice(place.indexOf(' ') + 1));
    if (!box) continue;
    // Those that go up leave above those that go down; of each, the nearest is the outermost of the two.
    const order = (one: { own: number; other: number }): number => (one.other < one.own ? one.own - one.other : 1000 - (one.other - one.own));
    all.sort((a, b) => order(a) - order(b)).forEach(({ key }, at) => ports.set(key, box.y + (box.height * (at + 1)) / (all.length + 1)));
  }
  return ports;
}

/** Over open rows: from the side that faces the other box; upwards left of the middle, downwards right of it. */
function between(edge: MapEdge, from: PlacedBox, to: PlacedBox): Curve {
  const [a, b] = [middle(from), middle(to)];
  if (Math.abs(a.y - b.y) < Math.min(from.height, to.height) / 2) {
    const toRight = b.x > a.x;
    const up = toRight ? -1 : 1;
    const y = toRight ? Math.min(from.y, to.y) : Math.max(from.y + from.height, to.y + to.height);
    const lift = up * Math.min(60, 14 + Math.abs(b.x - a.x) * 0.09);
    const [x1, x2] = [a.x + (toRight ? 1 : -1) * from.width * 0.2, b.x - (toRight ? 1 : -1) * to.width * 0.2];
    return curve(edge, { x: x1, y }, { x: x1, y: y + lift }, { x: x2, y: y + lift }, { x: x2, y });
  }
  const down = b.y > a.y;
  const shift = (box: PlacedBox): number => (down ? 1 : -1) * Math.min(26, box.width * 0.15);
  const start = { x: a.x + shift(from), y: down ? from.y + from.height : from.y };
  const end = { x: b.x + shift(to), y: down ? to.y : to.y + to.height };
  const bend = Math.max(18, Math.abs(end.y - start.y) * 0.45) * (down ? 1 : -1);
  return curve(edge, start, { x: start.x, y: start.y + bend }, { x: end.x, y: end.y - bend }, end);
}

/** In columns: from the right side of the user to the left side of the used; backwards in an arch. */
function across(edge: MapEdge, from: PlacedBox, to: PlacedBox): Curve {
  const forward = to.x >= from.x + from.width;
  if (!forward && to.x + to.width > from.x) return between(edge, from, to);
  const start = { x: forward ? from.x + from.width : from.x, y: middle(from).y + (forward ? -5 : 5) };
  const end = { x: forward ? to.x : to.x + to.width, y: middle(to).y + (forward ? -5 : 5) };
  const bend = Math.max(24, Math.abs(end.x - start.x) * 0.5) * (forward ? 1 : -1);
  return curve(edge, start, { x: start.x + bend, y: start.y }, { x: end.x - bend, y: end.y }, end);
}

function middle(box: PlacedBox): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

function curve(edge: MapEdge, a: Point, b: Point, c: Point, d: Point): Curve {
  const text = ({ x, y }: Point): string => `${toTenth(x)} ${toTenth(y)}`;
  const points = [a, b, c, d] as const;
  return { edge, path: `M${text(a)}C${text(b)} ${text(c)} ${text(d)}`, ...pointAt({ points }, 0.5), points };
}
