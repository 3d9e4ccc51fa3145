/**
 * Places boxes and edges of a diagram, in pixels: rows from top to bottom, an edge over several rows
 * routed through gaps between boxes, connected boxes close to each other. The same input always
 * gives the same picture.
 */
import type { ReportGraph } from '../protocol/report.ts';
import type { Diagram, DiagramEdge } from './plan.ts';
import { bandsOf } from './ranks.ts';

export interface PlacedBox {
  key: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

export interface PlacedEdge {
  edge: DiagramEdge;
  /** From start to end; curves leave and enter these points vertically. */
  points: Point[];
}

export interface PlacedBand {
  title: string;
  y: number;
  height: number;
}

export interface GraphLayout {
  width: number;
  height: number;
  boxes: PlacedBox[];
  edges: PlacedEdge[];
  bands: PlacedBand[];
}

export const BOX_HEIGHT = 46;
/** Between two boxes, and between an edge and its neighbour. */
const BOX_GAP = 26;
const EDGE_GAP = 13;
const ROW_GAP = 52;
const BAND_PADDING = 18;
const BAND_TITLE = 22;
const MARGIN = 16;
const EDGE_WIDTH = 4;
const SWEEPS = 24;

/** A slot in a row: a box, or a gap for an edge passing through. */
interface Slot {
  key: string;
  width: number;
  /** Centre. */
  x: number;
  row: number;
}

/**
 * @param diagram boxes and their contents
 * @param graph the edges between them
 * @param widthOf gives the width of a box by key
 */
export function layOut(diagram: Diagram, graph: ReportGraph, widthOf: (key: string) => number): GraphLayout {
  const bands = bandsOf(diagram, graph);
  const rows = bands.flatMap((band) => band.rows);
  const rowOf = new Map(rows.flatMap((row, at) => row.map((key): [string, number] => [key, at])));
  const slots = rows.map((row, at) => row.map((key): Slot => ({ key, width: widthOf(key), x: 0, row: at })));
  const chains = diagram.edges.map((edge) => chainOf(edge, rowOf, slots));
  const links = linksOf(chains);
  arrange(slots, links);
  const { tops, placed, height } = stack(bands);
  const left = Math.min(...slots.flat().map(({ x, width }) => x - width / 2)) - MARGIN - BAND_PADDING;
  const right = Math.max(...slots.flat().map(({ x, width }) => x + width / 2)) + MARGIN + BAND_PADDING;
  for (const slot of slots.flat()) slot.x -= left;
  const boxes = slots
    .flat()
    .filter(({ key }) => rowOf.has(key))
    .map(({ key, x, width, row }) => ({ key, x: x - width / 2, y: tops[row] ?? 0, width, height: BOX_HEIGHT }));
  return { width: right - left, height, boxes, bands: placed, edges: route(diagram.edges, chains, tops) };
}

/** The slots an edge runs through, from its upper to its lower end; adds gaps to the rows in between. */
function chainOf(edge: DiagramEdge, rowOf: ReadonlyMap<string, number>, slots: Slot[][]): Slot[] {
  const [fromRow, toRow] = [rowOf.get(edge.from) ?? 0, rowOf.get(edge.to) ?? 0];
  const [upper, lower] = fromRow <= toRow ? [edge.from, edge.to] : [edge.to, edge.from];
  const [top, bottom] = [Math.min(fromRow, toRow), Math.max(fromRow, toRow)];
  const slotOf = (key: string, row: number): Slot => slots[row]?.find((slot) => slot.key === key) ?? { key, width: 0, x: 0, row };
  const gaps = Array.from({ length: Math.max(0, bottom - top - 1) }, (_, at): Slot => {
    const gap = { key: `${edge.key} through ${top + 1 + at}`, width: EDGE_WIDTH, x: 0, row: top + 1 + at };
    slots[gap.row]?.push(gap);
    return gap;
  });
  return [slotOf(upper, top), ...gaps, slotOf(lower, bottom)];
}

function linksOf(chains: readonly Slot[][]): Map<Slot, Slot[]> {
  const links = new Map<Slot, Slot[]>();
  const add = (from: Slot, to: Slot): void => void links.set(from, [...(links.get(from) ?? []), to]);
  for (const chain of chains) {
    chain.slice(1).forEach((slot, at) => {
      const before = chain[at];
      if (!before) return;
      add(before, slot);
      add(slot, before);
    });
  }
  return links;
}

/** Orders each row by the position of its neighbours, alternately above and below, and moves slots towards them. */
function arrange(slots: Slot[][], links: ReadonlyMap<Slot, Slot[]>): void {
  for (const row of slots) spread(row, row.map(() => 0));
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const down = sweep % 2 === 0;
    const rows = down ? slots : [...slots].reverse();
    for (const row of rows) {
      const wanted = new Map(row.map((slot) => {
        const near = (links.get(slot) ?? []).filter((other) => (down ? other.row < slot.row : other.row > slot.row));
        return [slot, near.length > 0 ? near.reduce((sum, { x }) => sum + x, 0) / near.length : slot.x];
      }));
      // In the last sweeps the order is fixed, and only positions are refined.
      if (sweep < SWEEPS - 4) row.sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0) || (a.key < b.key ? -1 : 1));
      spread(row, row.map((slot) => wanted.get(slot) ?? slot.x));
    }
  }
}

/** Places slots as close as possible to the wanted centres without overlap: the mean of pushing right and pushing left. */
function spread(row: Slot[], wanted: readonly number[]): void {
  const distance = (at: number): number => {
    const [left, right] = [row[at - 1], row[at]];
    if (!left || !right) return 0;
    return (left.width + right.width) / 2 + (left.width > EDGE_WIDTH && right.width > EDGE_WIDTH ? BOX_GAP : EDGE_GAP);
  };
  const rightward = [...wanted];
  for (let at = 1; at < row.length; at++) rightward[at] = Math.max(rightward[at] ?? 0, (rightward[at - 1] ?? 0) + distance(at));
  const leftward = [...wanted];
  for (let at = row.length - 2; at >= 0; at--) leftward[at] = Math.min(leftward[at] ?? 0, (leftward[at + 1] ?? 0) - distance(at + 1));
  row.forEach((slot, at) => {
    slot.x = ((rightward[at] ?? 0) + (leftward[at] ?? 0)) / 2;
  });
}

/** Heights: where each row starts, and each band. */
function stack(bands: readonly { title: string; rows: string[][] }[]): { tops: number[]; placed: PlacedBand[]; height: number } {
  const tops: number[] = [];
  const placed: PlacedBand[] = [];
  let y = MARGIN;
  for (const { title, rows } of bands) {
    const start = y;
    y += BAND_PADDING + (title === '' ? 0 : BAND_TITLE);
    rows.forEach((_, at) => {
      tops.push(y);
      y += BOX_HEIGHT + (at < rows.length - 1 ? ROW_GAP : 0);
    });
    y += BAND_PADDING;
    placed.push({ title, y: start, height: y - start });
    y += ROW_GAP - BAND_PADDING;
  }
  return { tops, placed, height: y - (ROW_GAP - BAND_PADDING) + MARGIN };
}

/** Edges leave and enter a box side by side, ordered by direction, so that they never overlap. */
function route(edges: readonly DiagramEdge[], chains: readonly Slot[][], tops: readonly number[]): PlacedEdge[] {
  const ports = new Map<string, { chain: number; towards: number }[]>();
  const portKey = (slot: Slot, side: 'top' | 'bottom'): string => `${side} ${slot.row} ${slot.key}`;
  const want = (key: string, chain: number, towards: number): void => void ports.set(key, [...(ports.get(key) ?? []), { chain, towards }]);
  chains.forEach((chain, at) => {
    const [first, last] = [chain[0], chain.at(-1)];
    if (!first || !last) return;
    want(portKey(first, 'bottom'), at, chain[1]?.x ?? first.x);
    want(portKey(last, 'top'), at, chain.at(-2)?.x ?? last.x);
  });
  const portOf = (slot: Slot, side: 'top' | 'bottom', chain: number): number => {
    const all = [...(ports.get(portKey(slot, side)) ?? [])].sort((a, b) => a.towards - b.towards || a.chain - b.chain);
    const step = Math.min(18, (slot.width * 0.8) / Math.max(1, all.length));
    return slot.x + (all.findIndex((port) => port.chain === chain) - (all.length - 1) / 2) * step;
  };
  return edges.map((edge, at) => {
    const chain = chains[at] ?? [];
    const [first, last] = [chain[0], chain.at(-1)];
    if (!first || !last) return { edge, points: [] };
    const through = chain.slice(1, -1).flatMap(({ x, row }) => [{ x, y: tops[row] ?? 0 }, { x, y: (tops[row] ?? 0) + BOX_HEIGHT }]);
    const points = [
      { x: portOf(first, 'bottom', at), y: (tops[first.row] ?? 0) + BOX_HEIGHT }, ...through, { x: portOf(last, 'top', at), y: tops[last.row] ?? 0 },
    ];
    return { edge, points: first.key === edge.from ? points : points.reverse() };
  });
}
