/** What can be reached from a block over the edges of a graph, and by which way. */
import type { ReportGraph } from '../../protocol/report.ts';
import { compareNames } from './outline.ts';

/** A block that is reached, and a shortest way to it, from user to used, with both ends. */
export interface Reached {
  block: string;
  distance: number;
  way: string[];
}

/** More ways than these nobody reads. */
const MOST_WAYS = 60;
/** Steps after which the search for ways ends, so that it cannot hang. */
const MOST_STEPS = 60_000;

/** Neighbours of each block, in order of their names. @param direction `used`: what it uses; `users`: what uses it */
export function neighboursOf(graph: Pick<ReportGraph, 'edges'>, direction: 'users' | 'used'): Map<string, string[]> {
  const next = new Map<string, string[]>();
  for (const { from, to } of graph.edges) {
    if (from === to) continue;
    const [key, value] = direction === 'used' ? [from, to] : [to, from];
    const all = next.get(key);
    if (all) all.push(value);
    else next.set(key, [value]);
  }
  for (const all of next.values()) all.sort(compareNames);
  return next;
}

/**
 * @param start id of a block, which is not part of the result
 * @param direction `users`: what uses it, directly or not; `used`: what it uses
 * @param depth most steps
 * @returns nearest first
 */
export function reachedFrom(graph: ReportGraph, start: string, direction: 'users' | 'used', depth: number): Reached[] {
  const next = neighboursOf(graph, direction);
  const before = new Map<string, string>();
  const distance = new Map([[start, 0]]);
  const queue = [start];
  for (const block of queue) {
    const own = distance.get(block) ?? 0;
    if (own >= depth) continue;
    for (const other of next.get(block) ?? []) {
      if (distance.has(other)) continue;
      distance.set(other, own + 1);
      before.set(other, block);
      queue.push(other);
    }
  }
  return queue.slice(1).map((block) => {
    const way = [block];
    for (let at = before.get(block); at !== undefined; at = before.get(at)) way.push(at);
    return { block, distance: distance.get(block) ?? 0, way: direction === 'users' ? way : way.reverse() };
  });
}

/**
 * All ways from one block to another that pass no block twice, shortest first.
 * @returns `cut` when there are more than are listed
 */
export function waysBetween(graph: ReportGraph, from: string, to: string): { ways: string[][]; cut: boolean } {
  const next = neighboursOf(graph, 'used');
  // Steps that are left to the goal at least: a branch that cannot arrive is not entered.
  const left = new Map([[to, 0], ...reachedFrom(graph, to, 'users', Infinity).map((one): [string, number] => [one.block, one.distance])]);
  const ways: string[][] = [];
  if (!left.has(from) || from === to) return { ways, cut: false };
  let steps = 0;
  let deeper = true;
  const way = [from];
  const onWay = new Set(way);
  const walk = (length: number): void => {
    const here = way.at(-1) ?? from;
    if (here === to) {
      if (way.length - 1 === length) ways.push([...way]);
      return;
    }
    for (const other of next.get(here) ?? []) {
      const rest = left.get(other);
      if (rest === undefined || onWay.has(other)) continue;
      if (way.length + rest > length) {
        deeper = true;
        continue;
      }
      if (++steps > MOST_STEPS || ways.length >= MOST_WAYS) return;
      way.push(other);
      onWay.add(other);
      walk(length);
      way.pop();
      onWay.delete(other);
    }
  };
  for (let length = left.get(from) ?? 1; deeper && length <= left.size; length++) {
    deeper = false;
    walk(length);
    if (steps > MOST_STEPS || ways.length >= MOST_WAYS) return { ways, cut: true };
  }
  return { ways, cut: false };
}
