/** Cycles between files and between blocks, and what it costs to remove an import. */
import type { ImportFact } from '../facts/module-facts.ts';
import { stronglyConnected } from './components.ts';
import { compareText } from '../text/order.ts';
import type { BlockCycle, BlockEdge, ModuleCycle, ModuleEdge } from './model.ts';
import { cycleThrough, rotate, shortestCycle } from './shortest-cycle.ts';

/** Cost of removing an import of everything (`import * as x`), counted in names. */
const WHOLE_MODULE = 10;
/** Cost of removing an import without names: it is there for its side effects. */
const SIDE_EFFECT = 3;

/**
 * Cycles over imports that run while modules load.
 * @param edgesFrom edges by importing file; every target must be a key
 * @returns one cycle for each strongly connected component, sorted by path
 */
export function findModuleCycles(edgesFrom: ReadonlyMap<string, readonly ModuleEdge[]>): ModuleCycle[] {
  const loading = new Map<string, string[]>();
  for (const [from, edges] of edgesFrom) {
    const targets: string[] = [];
    for (const edge of edges) if (edge.loading) targets.push(edge.to);
    loading.set(from, targets);
  }
  return cyclesOf(loading);
}

/**
 * Cycles over imports that exist at run time, including those inside functions.
 * @param blocks ids of all blocks
 * @param blockEdges edges between them
 * @returns one cycle for each strongly connected component, sorted by path
 */
export function findBlockCycles(blocks: readonly string[], blockEdges: readonly BlockEdge[]): BlockCycle[] {
  const links = runtimeLinks(blocks, blockEdges);
  return cyclesOf(links).map(({ path, members }) => ({ path, cycles: cyclesThrough(path, members, links), members }));
}

/**
 * @param blocks ids of all blocks
 * @param blockEdges edges between them
 * @returns for each block the blocks that it needs at run time
 */
export function runtimeLinks(blocks: readonly string[], blockEdges: readonly BlockEdge[]): Map<string, string[]> {
  const links = new Map<string, string[]>(blocks.map((id) => [id, []]));
  for (const edge of blockEdges) if (!edge.typeOnly) links.get(edge.from)?.push(edge.to);
  return links;
}

function cyclesOf(links: ReadonlyMap<string, readonly string[]>): { path: string[]; members: string[] }[] {
  const next = (node: string): readonly string[] => links.get(node) ?? [];
  return stronglyConnected({ nodes: [...links.keys()], next })
    .filter((members) => members.length > 1)
    .map((members) => ({ path: shortestCycle(members, next), members }))
    .sort((a, b) => compareText(a.path[0]!, b.path[0]!));
}

/** Members that a cycle before already names get none of their own. */
function cyclesThrough(path: string[], members: readonly string[], links: ReadonlyMap<string, readonly string[]>): string[][] {
  const inside = new Set(members);
  const next = new Map(members.map((member) => [member, links.get(member)!.filter((to) => inside.has(to)).sort()]));
  const cycles = [path];
  const named = new Set(path);
  for (const member of members) {
    if (named.has(member)) continue;
    const cycle = rotate(cycleThrough(member, next, Infinity, { steps: Infinity })!);
    cycles.push(cycle);
    for (const each of cycle) named.add(each);
  }
  return cycles;
}

/** The edges of a cycle as pairs, back to its start. @param path nodes without repeating the first */
export function steps(path: readonly string[]): [string, string][] {
  return path.map((from, at) => [from, path[(at + 1) % path.length]!]);
}

/** What it costs to remove an import while modules load, counted in names; only compared. */
export function costOf(fact: ImportFact): number {
  if (fact.names.length === 0) return SIDE_EFFECT;
  return sum(fact.names.filter((name) => !name.typeOnly).map((name) => (name.imported === '*' ? WHOLE_MODULE : 1)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
