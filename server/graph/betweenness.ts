/**
 * How many shortest ways lead over a block: Ulrik Brandes, "A faster algorithm for betweenness centrality", Journal of
 * Mathematical Sociology 25(2), 2001, for a directed graph whose edges all have the same length. Where the graph is too large to begin
 * at each block, it begins at some and scales up, as Brandes and Pich do in "Centrality estimation in large networks" (2007).
 */
import { compareText } from '../text/order.ts';

export interface Betweenness {
  /** For each block the pairs of two others whose shortest way leads over it; where several are equally short, the share of them that does. */
  onWays: Map<string, number>;
  /** Ordered pairs of different blocks of which one reaches the other. */
  pairs: number;
  /** At how many blocks ways were begun: all, or fewer where the counts are estimates. */
  sources: number;
}

/** Visits of blocks and edges: about a fifth of a second. It counts steps, not time, so that the answer is the same on every machine. */
const MOST_STEPS = 10_000_000;
/** Fewer are not begun at, however large the graph is. */
const FEWEST_SOURCES = 50;

/**
 * @param links the blocks that each block uses, none of them twice; every target must be a key
 * @param mostSteps where a count from all blocks takes more steps, it is estimated
 */
export function betweenness(links: ReadonlyMap<string, readonly string[]>, mostSteps = MOST_STEPS): Betweenness {
  const ids = [...links.keys()].sort(compareText);
  const { starts, targets } = adjacency(ids, links);
  const sources = Math.min(ids.length, Math.max(FEWEST_SOURCES, Math.floor(mostSteps / (ids.length + targets.length + 1))));
  const scale = sources === 0 ? 0 : ids.length / sources;
  const count = new Float64Array(ids.length);
  const search = newSearch(ids.length);
  let pairs = 0;
  // Spread evenly over the names: the same blocks each time, and not all of one folder.
  for (let at = 0; at < sources; at++) pairs += addFrom(Math.floor(at * scale), starts, targets, search, count);
  return { onWays: new Map(ids.map((id, at) => [id, count[at]! * scale])), pairs: Math.round(pairs * scale), sources };
}

/** The targets of block `at` stand in `targets` from `starts[at]` to before `starts[at + 1]`. */
function adjacency(ids: readonly string[], links: ReadonlyMap<string, readonly string[]>): { starts: Int32Array; targets: Int32Array } {
  const index = new Map(ids.map((id, at) => [id, at]));
  const starts = new Int32Array(ids.length + 1);
  ids.forEach((id, at) => { starts[at + 1] = starts[at]! + links.get(id)!.length; });
  return { starts, targets: Int32Array.from(ids.flatMap((id) => links.get(id)!.map((target) => index.get(target)!))) };
}

/** What one search needs, kept for the next. */
interface Search {
  /** Steps from the source; -1 for what is not reached. */
  distance: Int32Array;
  /** How many shortest ways lead here. */
  ways: Float64Array;
  /** Of the ways to what lies behind, those that lead over this. */
  dependency: Float64Array;
  /** What is reached, nearest first. */
  order: Int32Array;
}

function newSearch(size: number): Search {
  return { distance: new Int32Array(size), ways: new Float64Array(size), dependency: new Float64Array(size), order: new Int32Array(size) };
}

/** Adds to `count` what lies on the shortest ways from `source`. @returns how many others it reaches */
function addFrom(source: number, starts: Int32Array, targets: Int32Array, { distance, ways, dependency, order }: Search, count: Float64Array): number {
  distance.fill(-1);
  ways.fill(0);
  dependency.fill(0);
  distance[source] = 0;
  ways[source] = 1;
  order[0] = source;
  let reached = 1;
  for (let next = 0; next < reached; next++) {
    const at = order[next]!;
    for (let edge = starts[at]!; edge < starts[at + 1]!; edge++) {
      const to = targets[edge]!;
      if (distance[to] === -1) {
        distance[to] = distance[at]! + 1;
        order[reached++] = to;
      }
      if (distance[to] === distance[at]! + 1) ways[to]! += ways[at]!;
    }
  }
  // From the farthest back: what lies behind a block is known before the block itself.
  for (let next = reached - 1; next > 0; next--) {
    const at = order[next]!;
    for (let edge = starts[at]!; edge < starts[at + 1]!; edge++) {
      const to = targets[edge]!;
      if (distance[to] === distance[at]! + 1) dependency[at]! += (ways[at]! / ways[to]!) * (1 + dependency[to]!);
    }
    count[at]! += dependency[at]!;
  }
  return reached - 1;
}
