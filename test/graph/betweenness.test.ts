import assert from 'node:assert/strict';
import fc from 'fast-check';
import { betweenness } from '../../server/graph/betweenness.ts';
import { anyGraph, type Links } from './random-graphs.ts';

/** All shortest paths between two nodes, found by trying every path without repetition. */
function shortestPaths(links: Links, from: string, to: string): string[][] {
  const paths: string[][] = [];
  const follow = (path: string[]): void => {
    const last = path.at(-1)!;
    if (last === to) paths.push(path);
    else for (const next of links.get(last)!) if (!path.includes(next)) follow([...path, next]);
  };
  follow([from]);
  const shortest = Math.min(...paths.map(({ length }) => length));
  return paths.filter(({ length }) => length === shortest);
}

/** The definition, word for word. */
function counted(links: Links): { onWays: Map<string, number>; pairs: number } {
  const onWays = new Map([...links.keys()].map((id) => [id, 0]));
  let pairs = 0;
  for (const from of links.keys()) {
    for (const to of links.keys()) {
      const paths = from === to ? [] : shortestPaths(links, from, to);
      if (paths.length > 0) pairs += 1;
      for (const path of paths) for (const id of path.slice(1, -1)) onWays.set(id, onWays.get(id)! + 1 / paths.length);
    }
  }
  return { onWays, pairs };
}

describe('betweenness', () => {
  it('counts the pairs whose shortest way leads over a node, and shares those that have several ways', () => {
    // From a to d over b or c; e is only reached over d.
    const { onWays, pairs, sources } = betweenness(new Map([['a', ['b', 'c']], ['b', ['d']], ['c', ['d']], ['d', ['e']], ['e', []]]));
    assert.deepEqual([...onWays], [['a', 0], ['b', 1], ['c', 1], ['d', 3], ['e', 0]]);
    assert.equal(pairs, 9);
    assert.equal(sources, 5);
  });

  it('is what a count of all shortest paths gives', () => {
    fc.assert(fc.property(anyGraph, (links) => {
      const [fast, slow] = [betweenness(links), counted(links)];
      assert.equal(fast.pairs, slow.pairs);
      for (const [id, count] of slow.onWays) assert.ok(Math.abs(fast.onWays.get(id)! - count) < 1e-9, `${id}: ${fast.onWays.get(id)} and not ${count}`);
      assert.equal(fast.onWays.size, slow.onWays.size);
    }));
  });

  it('is estimated from some of the nodes where a count from all takes too many steps, close enough to find the middle', () => {
    // 600 users of one block, which uses 600 others: every way leads over it.
    const names = Array.from({ length: 600 }, (_, at) => String(at));
    const links: Links = new Map([...names.map((name): [string, string[]] => [`user${name}`, ['middle']]), ['middle', names.map((name) => `used${name}`)],
      ...names.map((name): [string, string[]] => [`used${name}`, []])]);
    const exact = betweenness(links);
    assert.equal(exact.sources, 1201);
    assert.equal(exact.onWays.get('middle'), 360_000);
    const estimate = betweenness(links, 400_000);
    assert.equal(estimate.sources, 166);
    assert.ok(Math.abs(estimate.onWays.get('middle')! / 360_000 - 1) < 0.05, String(estimate.onWays.get('middle')));
    assert.ok([...estimate.onWays].every(([id, count]) => id === 'middle' || count === 0));
  });

  it('has nothing to say of an empty graph', () => {
    assert.deepEqual(betweenness(new Map()), { onWays: new Map(), pairs: 0, sources: 0 });
  });
});
