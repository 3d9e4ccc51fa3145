import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stronglyConnected } from '../../server/graph/components.ts';
import { shortestCycle } from '../../server/graph/shortest-cycle.ts';
import { anyGraph, reachability, type Links } from './random-graphs.ts';

const components = (links: Links): string[][] => stronglyConnected({ nodes: [...links.keys()], next: (node) => links.get(node)! });

describe('stronglyConnected', () => {
  it('agrees with reachability in both directions', () => {
    fc.assert(fc.property(anyGraph, (links) => {
      const reaches = reachability(links);
      const expected = [...links.keys()].map((node) =>
        [...links.keys()].filter((other) => node === other || (reaches(node, other) && reaches(other, node))).sort(),
      );
      const unique = [...new Set(expected.map((members) => members.join()))].sort();
      assert.deepEqual(components(links).map((members) => members.join()).sort(), unique);
    }));
  });

  it('gives what is used before its users', () => {
    fc.assert(fc.property(anyGraph, (links) => {
      const order = components(links);
      const place = (node: string): number => order.findIndex((members) => members.includes(node));
      for (const [from, targets] of links) for (const to of targets) assert.ok(place(to) <= place(from), `${from} -> ${to}`);
    }));
  });

  it('goes 10,000 deep', () => {
    const size = 10_000;
    const node = (at: number): string => `n${at}`;
    const chain: Links = new Map(Array.from({ length: size }, (_, at) => [node(at), at + 1 < size ? [node(at + 1)] : []]));
    assert.equal(components(chain).length, size);
    chain.set(node(size - 1), [node(0)]);
    assert.deepEqual(components(chain).map((members) => members.length), [size]);
  });

  it('ignores targets that are not nodes', () => {
    assert.deepEqual(components(new Map([['a', ['gone']]])), [['a']]);
  });
});

describe('shortestCycle', () => {
  it('finds a shortest cycle, from its smallest node', () => {
    const links: Links = new Map([['a', ['b']], ['b', ['c']], ['c', ['d']], ['d', ['a', 'c']]]);
    assert.deepEqual(shortestCycle(['d', 'c', 'b', 'a'], (node) => links.get(node)!), ['c', 'd']);
  });

  it('keeps the shortest when it searches from other nodes', () => {
    const links: Links = new Map([['a', ['b', 'd']], ['b', ['c']], ['c', ['a']], ['d', ['e']], ['e', ['f']], ['f', ['a']]]);
    assert.deepEqual(shortestCycle([...links.keys()], (node) => links.get(node)!), ['a', 'b', 'c']);
  });

  it('is a cycle, and no cycle of the component is shorter', () => {
    fc.assert(fc.property(anyGraph, (links) => {
      for (const members of components(links).filter((each) => each.length > 1)) {
        const cycle = shortestCycle(members, (node) => links.get(node)!);
        cycle.forEach((node, at) => assert.ok(links.get(node)!.includes(cycle[(at + 1) % cycle.length]!), cycle.join(' -> ')));
        assert.equal(new Set(cycle).size, cycle.length);
        assert.equal(cycle[0], [...cycle].sort()[0]);
        assert.equal(cycle.length, Math.min(...members.map((member) => girth(links, member))));
      }
    }));
  });

  it('does not depend on the order of members and targets', () => {
    fc.assert(fc.property(anyGraph, (links) => {
      for (const members of components(links).filter((each) => each.length > 1)) {
        const forwards = shortestCycle(members, (node) => links.get(node)!);
        const backwards = shortestCycle([...members].reverse(), (node) => [...links.get(node)!].reverse());
        assert.deepEqual(backwards, forwards);
      }
    }));
  });

  it('finds a ring of 10,000', () => {
    const node = (at: number): string => `n${String(at % 10_000).padStart(5, '0')}`;
    const members = Array.from({ length: 10_000 }, (_, at) => node(at));
    assert.deepEqual(shortestCycle(members, (each) => [node(Number(each.slice(1)) + 1)]), members);
  });
});

/** Length of the shortest way from a node back to it, by widening a set. */
function girth(links: Links, start: string): number {
  let frontier = new Set(links.get(start)!.filter((each) => each !== start));
  for (let length = 2; length <= links.size; length++) {
    frontier = new Set([...frontier].flatMap((node) => links.get(node)!));
    if (frontier.has(start)) return length;
  }
  return Infinity;
}
