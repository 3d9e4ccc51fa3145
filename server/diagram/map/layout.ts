/**
 * Places the rows of the map in a grid, in pixels: every box has the same size, and its place depends on its name and
 * the room that there is. What is drawn over it cannot move it.
 */
import type { MapPlan, MapRow } from './plan.ts';

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PlacedBox extends Rect {
  key: string;
  /** A closed row: as wide as the map, with the edges to other closed rows beside it. */
  isBar: boolean;
}

/** An open row, or a column of a focused picture. */
export interface PlacedBand extends Rect {
  key: string;
  title: string;
  /** Where a click on the title closes it. */
  closable: boolean;
  blocks: number;
}

export interface MapLayout {
  width: number;
  height: number;
  boxes: PlacedBox[];
  bands: PlacedBand[];
}

export interface Room {
  width: number;
  height: number;
}

export const BOX = { width: 172, height: 44, gap: 12 } as const;
const BAR_HEIGHT = 52;
const ROW_GAP = 16;
const PADDING = 12;
const TITLE = 30;
const MARGIN = 20;
/** How far an edge between closed rows runs beside them, for each row that it passes. */
export const ARC_STEP = 26;
const BARS_WIDTH = 380;
const MOST_COLUMNS = 24;
/** Below this scale names are hard to read: the picture is rather scrolled. */
export const READABLE = 0.72;
const LARGEST = 1.15;

/**
 * @param plan what to place
 * @param room that the picture will have; decides on the number of columns alone
 */
export function layOutMap(plan: MapPlan, room: Room): MapLayout {
  const bars = plan.rows.filter(({ open }) => !open).length;
  const side = bars > 1 ? MARGIN + 34 + ARC_STEP * Math.min(bars, 9) : MARGIN;
  if (bars === plan.rows.length) return place(plan, 0, BARS_WIDTH, side);
  let best: { columns: number; scale: number } = { columns: 1, scale: 0 };
  let readable = 1;
  for (let columns = 2; columns <= MOST_COLUMNS; columns++) {
    const { width, height } = place(plan, columns, widthOf(columns), side);
    const scale = Math.min(room.width / width, room.height / height, LARGEST);
    if (scale > best.scale + 0.01) best = { columns, scale };
    if (room.width / width >= READABLE) readable = columns;
  }
  const columns = best.scale < READABLE ? readable : best.columns;
  return place(plan, columns, widthOf(columns), side);
}

function widthOf(columns: number): number {
  return columns * (BOX.width + BOX.gap) - BOX.gap + 2 * PADDING;
}

function place(plan: MapPlan, columns: number, width: number, side: number): MapLayout {
  const boxes: PlacedBox[] = [];
  const bands: PlacedBand[] = [];
  let bottom = MARGIN;
  for (const row of plan.rows) bottom = placeRow(row, { x: side, y: bottom, width }, columns, boxes, bands, true) + ROW_GAP;
  return { width: width + 2 * side, height: bottom - ROW_GAP + MARGIN, boxes, bands };
}

/** @returns the lower end of the row */
function placeRow(
  row: MapRow, at: { x: number; y: number; width: number }, columns: number, boxes: PlacedBox[], bands: PlacedBand[], isOuter: boolean,
): number {
  if (!row.open && isOuter) {
    for (const { key } of row.nodes) boxes.push({ key, ...at, height: BAR_HEIGHT, isBar: true });
    return at.y + BAR_HEIGHT;
  }
  const titled = row.branch.title !== '';
  const band: PlacedBand = { key: row.key, title: row.branch.title, closable: titled, blocks: row.branch.blocks.length, ...at, height: 0 };
  bands.push(band);
  const top = at.y + (titled ? TITLE : PADDING);
  const inside = [...row.nodes, ...row.rows.filter(({ open }) => !open).flatMap(({ nodes }) => nodes)];
  let bottom = placeGrid(inside.map(({ key }) => key), { x: at.x + PADDING, y: top }, columns, boxes);
  for (const inner of row.rows.filter(({ open }) => open)) {
    bottom = placeRow(inner, { x: at.x + 4, y: bottom + (bottom === top ? 0 : BOX.gap), width: at.width - 8 }, columns, boxes, bands, false);
  }
  band.height = bottom + PADDING - at.y;
  return at.y + band.height;
}

function placeGrid(keys: readonly string[], { x, y }: { x: number; y: number }, columns: number, boxes: PlacedBox[]): number {
  const most = Math.max(1, columns);
  keys.forEach((key, at) => {
    boxes.push({
      key, x: x + (at % most) * (BOX.width + BOX.gap), y: y + Math.floor(at / most) * (BOX.height + BOX.gap),
      width: BOX.width, height: BOX.height, isBar: false,
    });
  });
  return keys.length === 0 ? y : y + Math.ceil(keys.length / most) * (BOX.height + BOX.gap) - BOX.gap;
}
