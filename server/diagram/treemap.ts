/** A treemap: the area of a block is its size, and blocks of a layer or folder lie together. */
import type { ReportBlock, ReportGraph } from '../protocol/report.ts';
import type { Rect } from './map/layout.ts';
import { outlineOf } from './map/outline.ts';

export interface PlacedTile extends Rect {
  block: ReportBlock;
}

export interface PlacedRegion extends Rect {
  title: string;
}

export interface Treemap {
  tiles: PlacedTile[];
  regions: PlacedRegion[];
}

const TITLE = 20;
const GAP = 3;
/** A region that is lower than this has no room for its title. */
const LOWEST = 46;

/** Places all blocks in a rectangle of the given size. A block without files has the area of one file. */
export function layOutTreemap(graph: ReportGraph, width: number, height: number): Treemap {
  const branches = outlineOf(graph);
  const size = (block: ReportBlock): number => Math.max(1, block.files);
  const regions = squarify(branches.map((branch) => ({ item: branch, size: branch.blocks.reduce((sum, block) => sum + size(block), 0) })),
    { x: 0, y: 0, width, height });
  const map: Treemap = { tiles: [], regions: [] };
  for (const { item, rect } of regions) {
    const inner = inset(rect, GAP);
    const titled = item.title !== '' && inner.height >= LOWEST;
    const room = titled ? { ...inner, y: inner.y + TITLE, height: inner.height - TITLE } : inner;
    map.regions.push({ ...inner, title: titled ? item.title : '' });
    for (const { item: block, rect: own } of squarify(item.blocks.map((one) => ({ item: one, size: size(one) })), room)) map.tiles.push({ block, ...own });
  }
  return map;
}

function inset({ x, y, width, height }: Rect, by: number): Rect {
  return { x: x + by, y: y + by, width: Math.max(0, width - 2 * by), height: Math.max(0, height - 2 * by) };
}

interface Sized<Item> {
  item: Item;
  size: number;
}

/**
 * Squarified after Bruls, Huizing and van Wijk: rows along the shorter side, each filled as long as its
 * rectangles become squarer. Largest first; among equals the given order.
 */
function squarify<Item>(items: readonly Sized<Item>[], room: Rect): { item: Item; rect: Rect }[] {
  const left = items.map((one, at) => ({ ...one, at })).sort((a, b) => b.size - a.size || a.at - b.at);
  const placed: { item: Item; rect: Rect }[] = [];
  let { x, y, width, height } = room;
  let total = left.reduce((sum, { size }) => sum + size, 0);
  let start = 0;
  while (start < left.length) {
    const scale = total > 0 ? (width * height) / total : 0;
    const side = Math.min(width, height);
    let end = start + 1;
    let sum = left[start]!.size;
    while (end < left.length && worst(left, start, end + 1, sum + left[end]!.size, side, scale) <= worst(left, start, end, sum, side,
      scale)) sum += left[end++]!.size;
    const depth = side > 0 ? (sum * scale) / side : 0;
    let along = 0;
    for (let at = start; at < end; at++) {
      const length = sum > 0 ? (left[at]!.size / sum) * side : 0;
      const rect = width >= height ? { x, y: y + along, width: depth, height: length } : { x: x + along, y, width: length, height: depth };
      placed.push({ item: left[at]!.item, rect });
      along += length;
    }
    if (width >= height) [x, width] = [x + depth, Math.max(0, width - depth)];
    else [y, height] = [y + depth, Math.max(0, height - depth)];
    total -= sum;
    start = end;
  }
  return placed;
}

/** The largest ratio of sides in a row of these items. */
function worst(items: readonly { size: number }[], start: number, end: number, sum: number, side: number, scale: number): number {
  const depth = (sum * scale) / side;
  if (!(depth > 0)) return Infinity;
  // Sorted by size, so that one of the two ends is the worst.
  return Math.max(...[items[start]!.size,
    items[end - 1]!.size].map((size) => { const length = (size * scale) / depth; return Math.max(length / depth, depth / length); }));
}
