/** A picture of one block with what uses it and what it uses, or of all ways from one block to another, in columns. */
import type { ReportBlock, ReportGraph } from '../../protocol/report.ts';
import { counted } from '../../text/wording.ts';
import { pair } from '../plan.ts';
import { BOX, type MapLayout, type PlacedBand, type PlacedBox, type Room } from './layout.ts';
import { compareNames, outlineOf } from './outline.ts';
import { blockKey, nodeMaker, sumEdges, type MapEdge, type MapNode } from './plan.ts';
import { reachedFrom, waysBetween, type Reached } from './reach.ts';

/** What the picture is about. */
export type Focus =
  | { kind: 'around'; block: string; depth: 1 | 2 | 'all'; direction: 'both' | 'users' | 'used' }
  | { kind: 'ways'; from: string; to: string };

export interface FocusPicture {
  layout: MapLayout;
  nodes: ReadonlyMap<string, MapNode>;
  edges: MapEdge[];
  /** Keys of the edges on the listed ways: those to draw when there are too many. */
  onWays: ReadonlySet<string>;
  /** Key of the node in the middle; of ways, where they begin. */
  centre: string;
  /** Blocks that are reached, with the way to each: from user to used. Of ways, the ways themselves. */
  ways: string[][];
  /** Not all ways are listed. */
  cut: boolean;
}

const COLUMN_GAP = 96;
const MARGIN = 20;
const TITLE = 32;
const PADDING = 10;
/** A column with more boxes than fit in the room is folded into several. */
const FEWEST_ROWS = 10;

interface Column {
  title: string;
  nodes: MapNode[];
}

/** The picture of a focus; null when a block of it does not exist. */
export function planFocus(graph: ReportGraph, focus: Focus, findings: ReadonlyMap<string, number>, room: Room): FocusPicture | null {
  const blocks = new Map(graph.blocks.map((block) => [block.id, block]));
  return focus.kind === 'around' ? around(graph, focus, blocks, findings, room) : between(graph, focus, blocks, findings, room);
}

type Blocks = ReadonlyMap<string, ReportBlock>;

function around(
  graph: ReportGraph, focus: Extract<Focus, { kind: 'around' }>, blocks: Blocks, findings: ReadonlyMap<string, number>, room: Room,
): FocusPicture | null {
  const own = blocks.get(focus.block);
  if (!own) return null;
  const make = nodeMaker(graph, findings).block;
  const inOrder = orderOf(graph);
  const depth = focus.depth === 'all' ? Infinity : focus.depth;
  const users = focus.direction === 'used' ? [] : reachedFrom(graph, focus.block, 'users', depth);
  const used = focus.direction === 'users' ? [] : reachedFrom(graph, focus.block, 'used', depth);
  // A block on both sides is drawn on both, because it is part of a cycle through the one in the middle.
  const columnsOf = (reached: readonly Reached[], side: 'users' | 'used', words: string): Column[] => {
    const farthest = Math.max(0, ...reached.map(({ distance }) => distance));
    return Array.from({ length: farthest }, (_, at): Column => {
      const nodes = inOrder(reached.filter(({ distance }) => distance === at + 1).map(({ block }) => block))
        .flatMap((id) => { const block = blocks.get(id); return block ? [{ ...make(block), key: `${side}:${id}` }] : []; });
      return { title: `${at === 0 ? words : `in ${at + 1} steps`} (${nodes.length})`, nodes };
    });
  };
  const centre = { ...make(own), key: blockKey(own.id) };
  const columns = [
    ...columnsOf(users, 'users', `uses ${own.id}`).reverse(), { title: own.id, nodes: [centre] }, ...columnsOf(used, 'used', `used by ${own.id}`),
  ];
  const edges = [...edgesOfSide(graph, users, 'users', own.id), ...edgesOfSide(graph, used, 'used', own.id)];
  const keyIn = (side: string) => (id: string): string => (id === own.id ? centre.key : `${side}:${id}`);
  const onWays = new Set([...users.flatMap(({ way }) => stepsOf(way, keyIn('users'))), ...used.flatMap(({ way }) => stepsOf(way, keyIn('used')))]);
  return { ...placeColumns(columns, room), edges, onWays, centre: centre.key, ways: [...users, ...used].map(({ way }) => way), cut: false };
}

function stepsOf(way: readonly string[], keyOf: (id: string) => string): string[] {
  return way.slice(1).map((id, at) => pair(keyOf(way[at] ?? ''), keyOf(id)));
}

/** From each distance to the next one only: an edge inside a column says nothing about the block in the middle. */
function edgesOfSide(graph: ReportGraph, reached: readonly Reached[], side: 'users' | 'used', centre: string): MapEdge[] {
  const distance = new Map([[centre, 0], ...reached.map((one): [string, number] => [one.block, one.distance])]);
  const keyOf = new Map([...distance.keys()].map((id) => [id, id === centre ? blockKey(id) : `${side}:${id}`]));
  const far = (id: string): number => distance.get(id) ?? NaN;
  const edges = graph.edges.filter(({ from, to }) => (side === 'used' ? far(to) - far(from) === 1 : far(from) - far(to) === 1));
  return sumEdges({ ...graph, edges }, keyOf);
}

function between(
  graph: ReportGraph, { from, to }: Extract<Focus, { kind: 'ways' }>, blocks: Blocks, findings: ReadonlyMap<string, number>, room: Room,
): FocusPicture | null {
  if (!blocks.has(from) || !blocks.has(to)) return null;
  const make = nodeMaker(graph, findings).block;
  const inOrder = orderOf(graph);
  const { ways, cut } = waysBetween(graph, from, to);
  const step = new Map<string, number>([[from, 0]]);
  // The longest way decides, so that most edges point to the right.
  for (const way of ways) way.forEach((id, at) => step.set(id, Math.max(step.get(id) ?? 0, at)));
  step.set(to, Math.max(1, ...step.values()));
  const last = step.get(to) ?? 1;
  const columns = Array.from({ length: last + 1 }, (_, at): Column => ({
    title: at === 0 ? 'from' : at === last ? 'to' : `step ${at}`,
    nodes: inOrder([...step].filter(([, own]) => own === at).map(([id]) => id)).flatMap((id) => { const block = blocks.get(id);
      return block ? [make(block)] : []; }),
  })).filter(({ nodes }) => nodes.length > 0);
  const used = new Set(ways.flatMap((way) => stepsOf(way, (id) => id)));
  const edges = graph.edges.filter((edge) => used.has(pair(edge.from, edge.to)));
  const keyOf = new Map([...step.keys()].map((id) => [id, blockKey(id)]));
  return { ...placeColumns(columns, room), edges: sumEdges({ ...graph, edges }, keyOf), onWays: new Set(ways.flatMap((way) => stepsOf(way, blockKey))),
    centre: blockKey(from), ways, cut };
}

/** Puts ids in the order of the map. */
function orderOf(graph: ReportGraph): (ids: readonly string[]) => string[] {
  const rank = new Map(outlineOf(graph).flatMap(({ blocks }) => blocks).map(({ id }, at) => [id, at]));
  return (ids) => [...ids].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0) || compareNames(a, b));
}

function placeColumns(columns: readonly Column[], room: Room): { layout: MapLayout; nodes: Map<string, MapNode> } {
  const fitting = Math.max(FEWEST_ROWS, Math.floor((room.height - TITLE - 2 * MARGIN) / (BOX.height + BOX.gap)));
  const boxes: PlacedBox[] = [];
  const bands: PlacedBand[] = [];
  let x = MARGIN;
  const folds = columns.map(({ nodes }) => {
    // Rather about square than ten screens high or wide.
    const rows = Math.max(fitting, Math.ceil(Math.sqrt(nodes.length * 3)));
    const across = Math.max(1, Math.ceil(nodes.length / rows));
    return { across, rows: Math.ceil(nodes.length / across) };
  });
  const tallest = Math.max(1, ...folds.map(({ rows }) => rows));
  const height = TITLE + tallest * (BOX.height + BOX.gap) - BOX.gap + 2 * PADDING;
  columns.forEach(({ title, nodes }, at) => {
    const { across, rows } = folds[at] ?? { across: 1, rows: 1 };
    const width = across * (BOX.width + BOX.gap) - BOX.gap;
    bands.push({ key: `column ${at}`, title, closable: false, blocks: nodes.length, x: x - PADDING, y: MARGIN, width: width + 2 * PADDING, height });
    const top = MARGIN + TITLE + ((tallest - rows) * (BOX.height + BOX.gap)) / 2;
    nodes.forEach(({ key }, index) => {
      boxes.push({
        key, isBar: false, width: BOX.width, height: BOX.height,
        x: x + Math.floor(index / rows) * (BOX.width + BOX.gap), y: top + (index % rows) * (BOX.height + BOX.gap),
      });
    });
    x += width + COLUMN_GAP;
  });
  const nodes = new Map(columns.flatMap((column) => column.nodes).map((node) => [node.key, node]));
  return { layout: { width: x - COLUMN_GAP + MARGIN, height: height + 2 * MARGIN, boxes, bands }, nodes };
}

/** What the focus shows, as a short sentence. */
export function focusWords(focus: Focus, picture: FocusPicture): string {
  if (focus.kind === 'ways') return picture.ways.length === 0 ? `${focus.from} does not use ${focus.to}, not even indirectly.`
    : `${picture.cut ? 'The first ' : ''}${counted(picture.ways.length, 'way')} from ${focus.from} to ${focus.to}.`;
  const reached = picture.ways.length;
  if (focus.direction === 'users') {
    return `A change of ${focus.block} can reach ${counted(reached, 'block')}${focus.depth === 'all' ? '' : ' within this depth'}.`;
  }
  return `${focus.block} with ${counted(reached, 'block')} around it.`;
}
