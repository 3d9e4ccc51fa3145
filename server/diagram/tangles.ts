/** Blocks that all depend on each other, directly or not. */
import type { ReportGraph } from '../protocol/report.ts';
import { compareNames } from './map/outline.ts';
import { neighboursOf } from './map/reach.ts';

/**
 * The groups of blocks in which each can reach every other over imports that exist at run time. Tarjan's algorithm
 * without recursion, because a long chain of blocks would overflow the stack.
 * @returns the largest first, members in order of their names; blocks that are in none are left out
 */
export function tanglesOf(graph: Pick<ReportGraph, 'blocks' | 'edges' | 'cycles'>): string[][] {
  // Only blocks that the review found in a cycle: it leaves out imports of tests, and files that are no component of the product.
  const inCycle = new Set(graph.cycles.flat());
  const next = neighboursOf({ edges: graph.edges.filter(({ from, to, kind }) => kind === 'value' && inCycle.has(from) && inCycle.has(to)) }, 'used');
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const tangles: string[][] = [];
  for (const { id } of graph.blocks) {
    if (index.has(id)) continue;
    const work: { id: string; at: number }[] = [{ id, at: 0 }];
    while (work.length > 0) {
      const step = work.at(-1)!;
      if (step.at === 0) {
        index.set(step.id, index.size);
        low.set(step.id, index.get(step.id)!);
        open.push(step.id);
        isOpen.add(step.id);
      }
      const other = next.get(step.id)?.[step.at++];
      if (other !== undefined) {
        if (!index.has(other)) work.push({ id: other, at: 0 });
        else if (isOpen.has(other)) low.set(step.id, Math.min(low.get(step.id)!, index.get(other)!));
        continue;
      }
      work.pop();
      const parent = work.at(-1);
      if (parent) low.set(parent.id, Math.min(low.get(parent.id)!, low.get(step.id)!));
      if (low.get(step.id) !== index.get(step.id)) continue;
      const members = open.splice(open.lastIndexOf(step.id));
      for (const member of members) isOpen.delete(member);
      if (members.length > 1) tangles.push(members.sort(compareNames));
    }
  }
  return tangles.sort((a, b) => b.length - a.length || compareNames(a[0]!, b[0]!));
}
