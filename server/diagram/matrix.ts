/**
 * The dependency matrix: a row and a column for each block in the same order, users before what they use, so that
 * an import stands above the diagonal, and what stands below it goes backwards.
 */
import type { ReportBlock, ReportGraph } from '../protocol/report.ts';
import { groupedBy } from '../text/order.ts';
import { compareNames, layerOrder } from './map/outline.ts';
import { crossesLayers, markedPairs, pair } from './plan.ts';
import { tanglesOf } from './tangles.ts';

export interface MatrixCell {
  /** Index of the block that imports. */
  row: number;
  /** Index of the block that is imported. */
  column: number;
  imports: number;
  typeOnly: boolean;
  cyclic: boolean;
  violation: boolean;
  /** Below the diagonal. */
  backwards: boolean;
}

export interface Matrix {
  blocks: ReportBlock[];
  /** Layers: from the first to before the last index. One without a title where there are no layers. */
  bands: { title: string; start: number; end: number }[];
  /** Cells of each row, by column. */
  rows: MatrixCell[][];
  /** Blocks that all depend on each other and stand together, from the first to before the last. */
  squares: { start: number; end: number }[];
  backwards: number;
}

type Uses = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Orders the blocks of a graph and puts its edges into cells. */
export function planMatrix(graph: ReportGraph): Matrix {
  const uses = usesOf(graph);
  const tangleOf = new Map(tanglesOf(graph).flatMap((members, at) => members.map((id): [string, number] => [id, at])));
  const byLayer = groupedBy(graph.blocks, ({ layer }) => layer ?? '');
  const ids = [...layerOrder(graph), ''].filter((id) => byLayer.has(id));
  // Layers that the graph does not declare have no order but their names.
  const others = [...byLayer.keys()].filter((id) => !ids.includes(id)).sort(compareNames);
  const layered = graph.blocks.some(({ layer }) => layer !== null);
  const blocks: ReportBlock[] = [];
  const bands: Matrix['bands'] = [];
  for (const layer of [...ids, ...others]) {
    const start = blocks.length;
    blocks.push(...inOrderOfUse(byLayer.get(layer) ?? [], uses, tangleOf));
    bands.push({ title: layered ? layer || 'no layer' : '', start, end: blocks.length });
  }
  const rows = cellsOf(graph, blocks);
  return { blocks, bands, rows, squares: squaresOf(blocks, bands, tangleOf), backwards: rows.flat().filter(({ backwards }) => backwards).length };
}

function usesOf(graph: ReportGraph): Uses {
  const uses = new Map<string, Map<string, number>>();
  for (const { from, to, imports } of graph.edges) {
    const own = uses.get(from) ?? new Map<string, number>();
    uses.set(from, own.set(to, (own.get(to) ?? 0) + imports));
  }
  return uses;
}

/** Users before used. Blocks of a tangle stay together, in the order with the least imports backwards. */
function inOrderOfUse(blocks: readonly ReportBlock[], uses: Uses, tangleOf: ReadonlyMap<string, number>): ReportBlock[] {
  const groups = groupedBy(blocks, ({ id }) => { const tangle = tangleOf.get(id); return tangle === undefined ? `block ${id}` : `tangle ${tangle}`; });
  const keyOf = new Map([...groups].flatMap(([key, members]) => members.map(({ id }): [string, string] => [id, key])));
  const between = new Map<string, Map<string, number>>();
  for (const [id, key] of keyOf) {
    for (const [to, imports] of uses.get(id) ?? []) {
      const other = keyOf.get(to);
      if (other === undefined || other === key) continue;
      const own = between.get(key) ?? new Map<string, number>();
      between.set(key, own.set(other, (own.get(other) ?? 0) + imports));
    }
  }
  const nameOf = (key: string): string => groups.get(key)?.[0]?.id ?? key;
  return leastBackwards([...groups.keys()].sort((a, b) => compareNames(nameOf(a), nameOf(b))), between).flatMap((key) => {
    const members = groups.get(key) ?? [];
    const byId = new Map(members.map((block) => [block.id, block]));
    return leastBackwards([...byId.keys()].sort(compareNames), uses).flatMap((id) => byId.get(id) ?? []);
  });
}

/**
 * An order with few backward imports, after Eades, Lin and Smyth: what nothing uses goes first, what uses nothing
 * goes last, and otherwise first what uses most and is used least. Exact where there are no cycles.
 */
function leastBackwards(keys: readonly string[], uses: Uses): string[] {
  const left = new Set(keys);
  const used = new Map<string, Map<string, number>>();
  const balance = new Map(keys.map((key) => [key, { out: 0, in: 0 }]));
  for (const from of keys) {
    for (const [to, imports] of uses.get(from) ?? []) {
      if (!left.has(to) || to === from) continue;
      used.set(to, (used.get(to) ?? new Map<string, number>()).set(from, imports));
      balance.get(from)!.out += imports;
      balance.get(to)!.in += imports;
    }
  }
  const [head, tail]: [string[], string[]] = [[], []];
  const take = (key: string): void => {
    left.delete(key);
    for (const [to, imports] of uses.get(key) ?? []) if (left.has(to)) balance.get(to)!.in -= imports;
    for (const [from, imports] of used.get(key) ?? []) if (left.has(from)) balance.get(from)!.out -= imports;
  };
  while (left.size > 0) {
    let best: string | null = null;
    let found = false;
    for (const key of left) {
      const { out, in: into } = balance.get(key)!;
      if (into === 0) {
        head.push(key);
        take(key);
        found = true;
      } else if (out === 0) {
        tail.unshift(key);
        take(key);
        found = true;
      } else if (best === null || out - into > balance.get(best)!.out - balance.get(best)!.in) best = key;
    }
    if (found || best === null) continue;
    head.push(best);
    take(best);
  }
  return improved([...head, ...tail], uses);
}

/** With more keys than this the improvement would take too long, and nobody would see it. */
const MOST_IMPROVED = 400;
const MOST_PASSES = 8;

/** Moves each key to the place with the fewest imports backwards, until nothing gets better. */
function improved(order: string[], uses: Uses): string[] {
  if (order.length > MOST_IMPROVED) return order;
  const weight = (from: string, to: string): number => uses.get(from)?.get(to) ?? 0;
  for (let pass = 0, moved = true; moved && pass < MOST_PASSES; pass++) {
    moved = false;
    for (const key of [...order]) {
      const at = order.indexOf(key);
      let best = { at, gain: 0 };
      for (const step of [-1, 1]) {
        let gain = 0;
        for (let other = at + step; other >= 0 && other < order.length; other += step) {
          const passed = order[other]!;
          gain += step * (weight(passed, key) - weight(key, passed));
          if (gain > best.gain) best = { at: other, gain };
        }
      }
      if (best.at === at) continue;
      order.splice(at, 1);
      order.splice(best.at, 0, key);
      moved = true;
    }
  }
  return order;
}

function cellsOf(graph: ReportGraph, blocks: readonly ReportBlock[]): MatrixCell[][] {
  const index = new Map(blocks.map(({ id }, at) => [id, at]));
  const violates = crossesLayers(graph);
  const { cyclic } = markedPairs(graph);
  const rows: MatrixCell[][] = blocks.map(() => []);
  for (const edge of graph.edges) {
    const [row, column] = [index.get(edge.from), index.get(edge.to)];
    if (row === undefined || column === undefined || row === column) continue;
    rows[row]!.push({
      row, column, imports: edge.imports, typeOnly: edge.kind === 'type', cyclic: cyclic.has(pair(edge.from, edge.to)), violation: violates(edge),
      backwards: column < row,
    });
  }
  for (const row of rows) row.sort((a, b) => a.column - b.column);
  return rows;
}

function squaresOf(blocks: readonly ReportBlock[], bands: Matrix['bands'], tangleOf: ReadonlyMap<string, number>): Matrix['squares'] {
  const squares: Matrix['squares'] = [];
  for (const band of bands) {
    for (let start = band.start; start < band.end;) {
      const tangle = tangleOf.get(blocks[start]?.id ?? '');
      let end = start + 1;
      while (tangle !== undefined && end < band.end && tangleOf.get(blocks[end]?.id ?? '') === tangle) end++;
      if (end - start > 1) squares.push({ start, end });
      start = end;
    }
  }
  return squares;
}

/** What a cell says, in words. */
export function cellWords(matrix: Matrix, row: number, column: number): string {
  const [from, to] = [matrix.blocks[row]?.id ?? '', matrix.blocks[column]?.id ?? ''];
  if (row === column) return from;
  const cell = cellAt(matrix, row, column);
  if (!cell) return `${from} does not use ${to}`;
  const { imports, typeOnly, cyclic, violation, backwards } = cell;
  const facts = [typeOnly ? 'types only' : '', cyclic ? 'part of a cycle' : '', violation ? 'not allowed' : backwards && !cyclic ? 'backwards' : ''];
  return [`${from} uses ${to}: ${imports} ${imports === 1 ? 'import' : 'imports'}`, ...facts].filter((part) => part !== '').join(', ');
}

/** The cell of a row and a column, if there is an import. */
export function cellAt(matrix: Matrix, row: number, column: number): MatrixCell | undefined {
  return matrix.rows[row]?.find((cell) => cell.column === column);
}
