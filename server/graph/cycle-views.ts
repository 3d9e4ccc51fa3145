/** A cycle as each of its members sees it: the path from that member round and back. */
import { stronglyConnected } from './components.ts';
import { cycleThrough } from './shortest-cycle.ts';

export interface Link {
  to: string;
  /** The link would disappear if its types were imported with `import type`. */
  erasable: boolean;
}

export interface CycleView {
  /** Starts at its own member, without repeating it at the end. */
  path: string[];
  /** Every cycle through the member uses an erasable link. */
  erasable: boolean;
}

/** Number of edges after which the shortest cycle is no longer searched for; counted, not timed, so that the answer is the same everywhere. */
const STEP_LIMIT = 1_000_000;

/**
 * @param members all nodes of one strongly connected component
 * @param linksOf targets of a node; those outside the component are ignored
 * @returns a cycle through each member, using only links that cannot be erased if possible
 */
export function cycleViews(members: readonly string[], linksOf: (node: string) => readonly Link[]): Map<string, CycleView> {
  const inside = new Set(members);
  const all = new Map<string, string[]>();
  const lasting = new Map<string, string[]>();
  for (const member of members) {
    const links = linksOf(member).filter((link) => link.to !== member && inside.has(link.to));
    all.set(member, targets(links));
    lasting.set(member, targets(links.filter((link) => !link.erasable)));
  }
  const views = new Map<string, CycleView>();
  const budget = { steps: STEP_LIMIT };
  for (const group of stronglyConnected({ nodes: members, next: (node) => lasting.get(node)! })) {
    const erasable = group.length === 1;
    const within = erasable ? all : restricted(lasting, group);
    const hub = erasable ? members[0]! : group[0]!;
    for (const member of group) {
      const path = (budget.steps > 0 ? cycleThrough(member, within, Infinity, budget) : null) ?? cycleOverHub(member, hub, within);
      views.set(member, { path, erasable });
    }
  }
  return views;
}

function targets(links: readonly Link[]): string[] {
  return links.map((link) => link.to).sort();
}

function restricted(links: ReadonlyMap<string, string[]>, group: readonly string[]): Map<string, string[]> {
  const inside = new Set(group);
  return new Map(group.map((node) => [node, links.get(node)!.filter((target) => inside.has(target))]));
}

/** To the hub and back, with detours removed: a cycle, though not always the shortest. */
function cycleOverHub(start: string, hub: string, links: ReadonlyMap<string, readonly string[]>): string[] {
  const through = start === hub ? links.get(start)![0]! : hub;
  const walk = [...wayTo(start, through, links), ...wayTo(through, start, links)];
  const path: string[] = [];
  for (const node of walk) {
    const before = path.indexOf(node);
    if (before >= 0) path.length = before;
    path.push(node);
  }
  return path;
}

/** Nodes from `start` up to but not including `end`. */
function wayTo(start: string, end: string, links: ReadonlyMap<string, readonly string[]>): string[] {
  const parent = new Map<string, string>([[start, start]]);
  const queue = [start];
  for (let at = 0; at < queue.length && !parent.has(end); at++) {
    for (const target of links.get(queue[at]!) ?? []) {
      if (parent.has(target)) continue;
      parent.set(target, queue[at]!);
      queue.push(target);
    }
  }
  const way: string[] = [];
  for (let node = parent.get(end); node !== undefined; node = node === start ? undefined : parent.get(node)) way.unshift(node);
  return way;
}
