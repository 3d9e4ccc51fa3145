/** The longest chain of blocks: a change at its end has the longest way to travel. */
import { stronglyConnected } from './components.ts';
import { compareText } from '../text/order.ts';

interface Place {
  members: string[];
  /** Number of steps on the longest chain that begins here, including this one. */
  length: number;
  /** The next step of this chain: from one of `members` to another component. */
  step: { from: string; to: string } | null;
}

/**
 * The longest path from user to used, where all blocks of a cycle count as one step. Between where it enters a cycle
 * and where it leaves, the path takes the shortest route. Of equally long paths the first by name is taken.
 * @param links the blocks that each block uses; every target must be a key
 * @returns ids in order, each using the next; empty when no block uses another
 */
export function criticalPath(links: ReadonlyMap<string, readonly string[]>): string[] {
  const places = longestChains(links);
  const longest = Math.max(0, ...[...places.values()].map((place) => place.length));
  if (longest < 2) return [];
  const starts = [...places].filter(([, place]) => place.length === longest).map(([id]) => id).sort(compareText);
  const path: string[] = [];
  for (let at: string | null = starts[0]!; at !== null; ) {
    const place: Place = places.get(at)!;
    path.push(...(place.step === null ? [at] : wayInside(at, place.step.from, place.members, links)));
    at = place.step?.to ?? null;
  }
  return path;
}

function longestChains(links: ReadonlyMap<string, readonly string[]>): Map<string, Place> {
  const next = (id: string): readonly string[] => links.get(id) ?? [];
  const places = new Map<string, Place>();
  // Used components come before their users, so the chains of the targets are already known.
  for (const members of stronglyConnected({ nodes: [...links.keys()], next })) {
    const place: Place = { members, length: 1, step: null };
    for (const from of members) {
      for (const to of [...next(from)].sort(compareText)) {
        const beyond = places.get(to);
        if (beyond === undefined || beyond.length + 1 < place.length) continue;
        const better = beyond.length + 1 > place.length || (place.step !== null && compareText(to, place.step.to) < 0);
        if (better) Object.assign(place, { length: beyond.length + 1, step: { from, to } });
      }
    }
    for (const member of members) places.set(member, place);
  }
  return places;
}

/** Shortest path from one member of a component to another, both included. */
function wayInside(from: string, to: string, members: readonly string[], links: ReadonlyMap<string, readonly string[]>): string[] {
  const parent = new Map<string, string>([[from, from]]);
  const queue = [from];
  for (const node of queue) {
    if (node === to) break;
    for (const target of [...(links.get(node) ?? [])].sort(compareText)) {
      if (parent.has(target) || !members.includes(target)) continue;
      parent.set(target, node);
      queue.push(target);
    }
  }
  const path = [to];
  for (let at = to; at !== from; path.push(at)) at = parent.get(at)!;
  return path.reverse();
}
