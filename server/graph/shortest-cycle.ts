/** The cycle shown for a whole strongly connected component: a shortest one, always the same. */

/**
 * Searching from every member is quadratic, and this runs between keystrokes. After this many steps the shortest
 * cycle found so far is used; the limit counts edges, not time, so that the answer does not depend on the machine.
 */
const STEP_LIMIT = 100_000;

/**
 * @param members nodes of one strongly connected component, at least two
 * @param next targets of a node; those outside the component are ignored
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
 * Breadth-first search from `start` until an edge leads back to it, over at most `limit` nodes.
 * @param start where the cycle begins and ends
 * @param next targets of each node
 * @param limit how many nodes to look at
 * @param budget decremented for each edge looked at; the caller decides what to do at zero
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

/** The same cycle, from its smallest node on. @param cycle without repeating the first */
export function rotate(cycle: readonly string[]): string[] {
  const smallest = cycle.reduce((least, node, at) => (node < cycle[least]! ? at : least), 0);
  return [...cycle.slice(smallest), ...cycle.slice(0, smallest)];
}
