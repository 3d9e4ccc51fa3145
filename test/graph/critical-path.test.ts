import assert from 'node:assert/strict';
import fc from 'fast-check';
import { criticalPath } from '../../server/graph/critical-path.ts';
import { acyclicGraph, anyGraph, type Links } from './random-graphs.ts';

const isPath = (links: Links, path: readonly string[]): boolean => path.every((node, at) => at === 0 || links.get(path[at - 1]!)!.includes(node));

describe('criticalPath', () => {
  it('is the longest chain, from user to used', () => {
    assert.deepEqual(criticalPath(new Map([['ui', ['core', 'db']], ['core', ['db']], ['db', []], ['log', []]])), ['ui', 'core', 'db']);
  });

  it('is empty when nothing uses anything', () => {
    assert.deepEqual(criticalPath(new Map([['a', []], ['b', []]])), []);
  });

  it('counts a cycle as one step and crosses it the shortest way', () => {
    const links: Links = new Map([['a', ['b']], ['b', ['c']], ['c', ['d', 'b']], ['d', []], ['x', ['y']], ['y', ['z']], ['z', []]]);
    assert.deepEqual(criticalPath(links), ['a', 'b', 'c', 'd']);
    // a, {b c}, d are three places, and so are w, x, y; the one that comes first by name is taken.
    assert.deepEqual(criticalPath(new Map([['w', ['x']], ['x', ['y']], ['y', []], ['z', ['b']], ['b', ['c']], ['c', ['b', 'd']], ['d', []]])), ['w', 'x', 'y']);
  });

  it('takes the shortest way through a cycle, the first by name, and never leaves it on the way', () => {
    // Enters at b and leaves at e: over c, over d, over f and g, or out by x, which comes back nowhere.
    assert.deepEqual(
      criticalPath(
        new Map([
          ['a', ['b']],
          ['b', ['f', 'x', 'd', 'c']],
          ['c', ['e']],
          ['d', ['e']],
          ['f', ['g']],
          ['g', ['e']],
          ['e', ['b', 'z']],
          ['x', []],
          ['z', ['y']],
          ['y', []],
        ]),
      ),
      ['a', 'b', 'c', 'e', 'z', 'y'],
    );
    // Enters where it leaves.
    assert.deepEqual(criticalPath(new Map([['a', ['b']], ['b', ['c', 'd']], ['c', ['b']], ['d', []]])), ['a', 'b', 'd']);
  });

  it('takes the first by name among equally long paths', () => {
    assert.deepEqual(criticalPath(new Map([['a', ['z', 'c', 'd']], ['c', ['y', 'x']], ['d', ['x']], ['z', ['x']], ['x', []], ['y', []]])), ['a', 'c', 'x']);
  });

  it('is a path, and in a graph without cycles none is longer', () => {
    fc.assert(fc.property(acyclicGraph, (links) => {
      const path = criticalPath(links);
      const longest = Math.max(...[...links.keys()].map((node) => longestFrom(links, node)));
      assert.ok(isPath(links, path), path.join(' -> '));
      assert.equal(path.length, longest < 2 ? 0 : longest);
    }));
  });

  it('never repeats a node in any graph, and does not depend on the order', () => {
    fc.assert(fc.property(anyGraph, (links) => {
      const path = criticalPath(links);
      const shuffled: Links = new Map([...links].reverse().map(([node, targets]) => [node, [...targets].reverse()]));
      assert.ok(isPath(links, path), path.join(' -> '));
      assert.equal(new Set(path).size, path.length);
      assert.deepEqual(criticalPath(shuffled), path);
    }));
  });
});

function longestFrom(links: Links, node: string): number {
  return 1 + Math.max(0, ...links.get(node)!.map((next) => longestFrom(links, next)));
}
