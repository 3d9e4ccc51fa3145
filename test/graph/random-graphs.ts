/** Random graphs for property tests, small enough for oracles that look at everything. */
import fc from 'fast-check';

export type Links = Map<string, string[]>;

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** Up to eight nodes, any edges between different nodes, nodes in any order. */
export const anyGraph: fc.Arbitrary<Links> = fc
  .shuffledSubarray(NAMES, { minLength: 1 })
  .chain((nodes) =>
    fc.tuple(
      ...nodes.map((node) => fc.shuffledSubarray(nodes.filter((other) => other !== node)).map((targets) => [node, targets.slice(0, 3)] as [string, string[]])),
    ),
  )
  .map((entries) => new Map(entries));

/** The same without cycles: every edge leads to a later letter. */
export const acyclicGraph: fc.Arbitrary<Links> = anyGraph.map(
  (links) => new Map([...links].map(([from, targets]) => [from, targets.filter((to) => to > from)])),
);

/** Whether one node leads to another over at least one edge: the transitive closure, the slow way. */
export function reachability(links: Links): (from: string, to: string) => boolean {
  const reach = new Map([...links].map(([node, targets]) => [node, new Set(targets)]));
  for (const middle of links.keys()) for (const set of reach.values()) if (set.has(middle)) for (const to of reach.get(middle)!) set.add(to);
  return (from, to) => reach.get(from)!.has(to);
}
