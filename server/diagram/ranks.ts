/** Arranges the boxes of a diagram in rows: layers from top to bottom, and within a layer dependents above their dependencies. */
import type { ReportGraph } from '../protocol/report.ts';
import { NO_LAYER } from './groups.ts';
import type { Diagram, DiagramEdge } from './plan.ts';

/** A layer as drawn: a band with rows of boxes. */
export interface Band {
  /** Empty when the diagram has no groups. */
  title: string;
  /** Keys of nodes, row by row. */
  rows: string[][];
}

/** More boxes than this in a row would require scrolling. */
const WIDEST_ROW = 6;

/** The boxes of a diagram in rows, by layer and by dependency. */
export function bandsOf(diagram: Diagram, graph: ReportGraph): Band[] {
  const grouped = new Set(diagram.open.flatMap(({ nodes }) => nodes));
  const bands = inLayerOrder(diagram, graph).map(({ group, nodes }) => ({ title: group.title, rows: rowsOf(nodes, diagram.edges) }));
  const loose = diagram.nodes.map(({ key }) => key).filter((key) => !grouped.has(key));
  if (loose.length > 0) bands.push({ title: '', rows: rowsOf(loose, diagram.edges) });
  return bands;
}

/** Layers go above those they may use; blocks in no layer go on the side where fewer edges point upwards. */
function inLayerOrder({ open, edges }: Diagram, graph: ReportGraph): Diagram['open'] {
  const mayUse = new Map(graph.layers.map(({ id, mayUse: used }) => [id, used]));
  const byId = new Map(open.map((one) => [one.group.id, one]));
  const done = new Set<string>();
  const ordered: Diagram['open'] = [];
  const visit = (id: string): void => {
    if (done.has(id)) return;
    done.add(id);
    for (const used of mayUse.get(id) ?? []) visit(used);
    const one = byId.get(id);
    if (one) ordered.unshift(one);
  };
  // From last to first, because each is inserted before those it may use.
  for (const { group } of [...open].reverse()) if (group.id !== NO_LAYER) visit(group.id);
  const outside = byId.get(NO_LAYER);
  if (!outside) return ordered;
  const inside = new Set(outside.nodes);
  const uses = edges.filter(({ from, to }) => inside.has(from) && !inside.has(to)).length;
  const used = edges.filter(({ from, to }) => !inside.has(from) && inside.has(to)).length;
  return uses > used ? [outside, ...ordered] : [...ordered, outside];
}

function rowsOf(keys: readonly string[], edges: readonly DiagramEdge[]): string[][] {
  const inside = new Set(keys);
  const forward = withoutCycles(keys, edges.filter(({ from, to }) => inside.has(from) && inside.has(to)));
  const rank = new Map(keys.map((key) => [key, 0]));
  for (const key of forward.order) {
    for (const to of forward.targets.get(key) ?? []) rank.set(to, Math.max(rank.get(to) ?? 0, (rank.get(key) ?? 0) + 1));
  }
  const rows: string[][] = [];
  for (const key of keys) (rows[rank.get(key) ?? 0] ??= []).push(key);
  return rows.flatMap(inPieces);
}

/** Splits a row that is too wide into several of about equal width. */
function inPieces(row: string[]): string[][] {
  const pieces = Math.ceil(row.length / WIDEST_ROW);
  const width = Math.ceil(row.length / pieces);
  return Array.from({ length: pieces }, (_, at) => row.slice(at * width, (at + 1) * width));
}

/** Ignores edges that close a cycle, so that the rest can be ordered from dependents to dependencies. */
function withoutCycles(keys: readonly string[], edges: readonly DiagramEdge[]): { order: string[]; targets: Map<string, string[]> } {
  const outgoing = new Map<string, string[]>();
  for (const { from, to } of edges) outgoing.set(from, [...(outgoing.get(from) ?? []), to]);
  const state = new Map<string, 'open' | 'done'>();
  const targets = new Map<string, string[]>();
  const order: string[] = [];
  const visit = (key: string): void => {
    state.set(key, 'open');
    for (const to of outgoing.get(key) ?? []) {
      if (state.get(to) === 'open') continue;
      targets.set(key, [...(targets.get(key) ?? []), to]);
      if (!state.has(to)) visit(to);
    }
    state.set(key, 'done');
    order.unshift(key);
  };
  for (const key of keys) if (!state.has(key)) visit(key);
  return { order, targets };
}
