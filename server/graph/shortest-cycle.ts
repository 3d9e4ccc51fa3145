/** The cycle that stands for a whole strongly connected component: a shortest one, always the same. */

/**
 * Looking from every member is quadratic, and a keystroke waits for it. Beyond this many steps the
 * shortest cycle found so far is taken; the number is counted in edges, not in time, so the answer
 * does not depend on the machine.
 */
const STEP_LIMIT = 100_000;

/**
 * @param members nodes of one strongly connected component, at least two
 * @param next where a node leads; targets outside of the component are passed over
 * @returns nodes in order, without repeating the first; starts at its smallest node
 */
export function shortestCycle(members: readonly string[], next: (node: string) => readonly string[]): string[] {
  const inside = new Set(members);
  const within = new Map<string, string[]>();
  for (const member of inside) within.set(member, next(member).filter((target) => target !== member && inside.has(target)).sort());

  let best: string[] | null = null;
  const budget = { steps: STEP_LIMIT };
  for (const start of [...inside].sort()) {
    const found = cycleThrough(start, within, best === null ? Infinity : best.length - 1, budget);
    if (found !== null) best = found;
    if (best !== null && (best.length === 2 || budget.steps <= 0)) break;
  }
  return rotate(best ?? []);
}

/**
 * Breadth first from `start` until an edge leads back to it, over at most `limit` nodes.
 * @param start where the cycle begins and ends
 * @param next where edges lead from each node
 * @param limit how many nodes are looked at
 * @param budget counts down by one for each edge looked at; the caller decides what to do at zero
 */
export function cycleThrough(start: string, next: ReadonlyMap<string, readonly string[]>, limit: number, budget: { steps: number }): string[] | null {
  const parent = new Map<string, string>();
  let frontier = [start];
  for (let length = 1; frontier.length > 0 && length <= limit; length++) {
    const following: string[] = [];
    for (const node of frontier) {
      for (const target of next.get(node) ?? []) {
        budget.steps--;
        if (target === start) return pathTo(node, start, parent);
        if (parent.has(target)) continue;
        parent.set(target, node);
        following.push(target);
      }
    }
    frontier = following;
  }
  return null;
}

function pathTo(node: string, start: string, parent: ReadonlyMap<string, string>): string[] {
  const path = [node];
  for (let at = node; at !== start; ) {
    at = parent.get(at)!;
    path.push(at);
  }
  return path.reverse();
}

function rotate(cycle: readonly string[]): string[] {
  const smallest = cycle.reduce((least, node, at) => (node < cycle[least]! ? at : least), 0);
  return [...cycle.slice(smallest), ...cycle.slice(0, smallest)];
}
