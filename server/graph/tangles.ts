/** Tangles: nodes that all lead to each other, with the link that is cheapest to cut and a cycle through it. */
import { compareText } from '../text/order.ts';
import { nodesInCycles, numbered, stronglyConnected } from './components.ts';
import { cycleThrough } from './shortest-cycle.ts';

export interface Link {
  to: string;
  /** It would be gone if its types were imported as types. */
  erasable: boolean;
  /** What it costs to cut; only compared. */
  cost: number;
}

export interface Tangle {
  /** Sorted. */
  members: readonly string[];
  /** Every cycle in it runs over a link that is erasable. */
  erasable: boolean;
  cut: { from: string; to: string };
  /** The shortest cycle through the cut; starts at `cut.from`, which is not repeated. */
  path: readonly string[];
  /** The path is all there is. */
  isPlainCycle: boolean;
}

/** Links to look at before the best of several equally cheap cuts is no longer searched for; counted, not timed, so that the answer is the same everywhere. */
const STEP_LIMIT = 500_000;

type Links = ReadonlyMap<string, readonly Link[]>;

/**
 * @param members all nodes of one strongly connected component
 * @param linksOf where a node leads; targets outside of the component are ignored
 * @returns one tangle for each group that links which cannot be erased hold together; the whole component where there is no such group
 */
export function tanglesOf(members: readonly string[], linksOf: (node: string) => readonly Link[]): Tangle[] {
  const all = within(members, new Map(members.map((member) => [member, linksOf(member)])));
  const lasting = new Map([...all].map(([node, links]) => [node, links.filter((link) => !link.erasable)]));
  const groups = cyclic(members, lasting);
  if (groups.length === 0) return [tangle(members, all, true)];
  return groups.map((group) => tangle(group, within(group, lasting), false));
}

function within(members: readonly string[], links: Links): Links {
  const inside = new Set(members);
  return new Map(members.map((node) => [node, links.get(node)!.filter(({ to }) => to !== node && inside.has(to))]));
}

function cyclic(members: readonly string[], links: Links): string[][] {
  return stronglyConnected({ nodes: members, next: (node) => links.get(node)!.map(({ to }) => to) }).filter((group) => group.length > 1);
}

/** How many tangles are kept. A folder has few, and an edit goes back and forth between few states of one. */
const MOST_KEPT = 32;
const kept = new Map<string, Tangle>();

/** The same tangle is asked for after each edit, and most edits change no link of it: it is worked out once, by content. */
function tangle(members: readonly string[], links: Links, erasable: boolean): Tangle {
  const key = JSON.stringify([erasable, members.map((node) => [node, links.get(node)!.map(({ to, cost, erasable: soft }) => [to, cost, soft])])]);
  const found = kept.get(key) ?? workedOut(members, links, erasable);
  kept.delete(key);
  kept.set(key, found);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
  return found;
}

function workedOut(members: readonly string[], links: Links, erasable: boolean): Tangle {
  const cut = cheapestCut(members, links, erasable);
  const next = new Map([...links].map(([node, each]) => [node, each.map(({ to }) => to).sort()]));
  const path = cycleThrough(cut.from, next.set(cut.from, [cut.to]), Infinity, { steps: Infinity })!;
  const count = [...links.values()].reduce((sum, each) => sum + each.length, 0);
  return { members: [...members].sort(), erasable, cut, path, isPlainCycle: count === path.length && path.length === members.length };
}

/** Of the cheapest links the one that leaves the fewest nodes in cycles; among equals the first by name. */
function cheapestCut(members: readonly string[], links: Links, erasable: boolean): { from: string; to: string } {
  const all = [...links].flatMap(([from, each]) => each.map((link) => ({ from, ...link })));
  const candidates = all.filter((link) => link.erasable === erasable);
  const least = candidates.reduce((cost, link) => Math.min(cost, link.cost), Infinity);
  const cheapest = candidates.filter((link) => link.cost === least).sort((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to));
  let best = cheapest[0]!;
  if (cheapest.length === 1) return { from: best.from, to: best.to };
  let fewest = Infinity;
  const targets = numbered({ nodes: members, next: (node) => links.get(node)!.map(({ to }) => to) });
  const numbers = new Map(members.map((member, at) => [member, at]));
  for (const link of cheapest.slice(0, Math.ceil(STEP_LIMIT / all.length))) {
    const [from, to] = [numbers.get(link.from)!, numbers.get(link.to)!];
    const whole = targets[from]!;
    targets[from] = whole.filter((target) => target !== to);
    const left = nodesInCycles(targets);
    targets[from] = whole;
    if (left < fewest) [best, fewest] = [link, left];
  }
  return { from: best.from, to: best.to };
}
