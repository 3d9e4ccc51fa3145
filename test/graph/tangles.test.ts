/** Tangles of files or blocks, and the link that is cheapest to cut. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ImportFact } from '../../server/facts/module-facts.ts';
import { stronglyConnected } from '../../server/graph/components.ts';
import { costOf } from '../../server/graph/cycles.ts';
import { tanglesOf, type Link, type Tangle } from '../../server/graph/tangles.ts';
import { moduleFacts, named, type Import } from './modules.ts';
import { anyGraph } from './random-graphs.ts';

const link = (to: string, cost: number, erasable = false): Link => ({ to, cost, erasable });

function tangles(links: Record<string, Link[]>): Tangle[] {
  return tanglesOf(Object.keys(links), (node) => links[node]!);
}

/** What an import costs that is written as in `moduleFacts`. */
function cost(...written: Import[]): number[] {
  return moduleFacts('a', written).imports.map((fact: ImportFact) => costOf(fact));
}

describe('a tangle', () => {
  it('is cut where that costs least, and shown from there', () => {
    assert.deepEqual(tangles({ a: [link('b', 2)], b: [link('c', 1)], c: [link('a', 10)] }), [
      { members: ['a', 'b', 'c'], erasable: false, cut: { from: 'b', to: 'c' }, path: ['b', 'c', 'a'], isPlainCycle: true },
    ]);
  });

  it('is cut at types where that is enough, whatever it costs', () => {
    assert.deepEqual(tangles({ d: [link('e', 3)], e: [link('d', 9, true)] }), [
      { members: ['d', 'e'], erasable: true, cut: { from: 'e', to: 'd' }, path: ['e', 'd'], isPlainCycle: true },
    ]);
  });

  it('leaves out types that only lead into it, if a cycle remains without them', () => {
    assert.deepEqual(
      tangles({ a: [link('b', 3)], b: [link('a', 2)], c: [link('a', 1)] }).map(({ members, cut }) => ({ members, cut })),
      [{ members: ['a', 'b'], cut: { from: 'b', to: 'a' } }],
    );
    assert.deepEqual(tangles({ a: [link('b', 3), link('c', 1, true)], b: [link('a', 2)], c: [link('a', 1)] }).map(({ members }) => members), [['a', 'b']]);
  });

  it('is cut, among equals, where the fewest stay in cycles, then by name', () => {
    const hub = { hub: [link('a', 1), link('b', 1)], a: [link('hub', 2)], b: [link('a', 1)] };
    assert.deepEqual(tangles(hub).map(({ cut, isPlainCycle }) => ({ cut, isPlainCycle })), [{ cut: { from: 'b', to: 'a' }, isPlainCycle: false }]);
    // By name `a0 -> x` comes first, but `a0 -> y` leaves one file less in cycles.
    assert.deepEqual(tangles({ a0: [link('x', 1), link('y', 1)], x: [link('a0', 2)], y: [link('x', 1)] })[0]!.cut, { from: 'a0', to: 'y' });
    assert.deepEqual(tangles({ a: [link('c', 1), link('b', 1)], b: [link('a', 2)], c: [link('a', 2)] })[0]!.cut, { from: 'a', to: 'b' });
  });

  it('knows nothing of what lies outside, nor of links to itself, and names its members in order', () => {
    const links: Record<string, Link[]> = { b: [link('a', 2), link('z', 1), link('b', 1)], a: [link('b', 1)], z: [] };
    assert.deepEqual(tangles({ e: [link('d', 9, true)], d: [link('e', 3)] })[0]!.members, ['d', 'e']);
    assert.deepEqual(tanglesOf(['b', 'a'], (node) => links[node]!), [
      { members: ['a', 'b'], erasable: false, cut: { from: 'a', to: 'b' }, path: ['a', 'b'], isPlainCycle: true },
    ]);
  });

  it('is shown by the first of its shortest cycles by name', () => {
    const twoWays = { b: [link('d', 5), link('c', 5)], d: [link('a', 5)], c: [link('a', 5)], a: [link('b', 1)] };
    assert.deepEqual(tangles(twoWays)[0]!.path, ['a', 'b', 'c']);
  });

  it('is worked out anew when anything of it differs from one seen before, and only then', () => {
    const before = (): Record<string, Link[]> => ({ a: [link('b', 2), link('c', 2)], b: [link('a', 1)], c: [link('a', 3)] });
    const told = (links: Record<string, Link[]>): unknown =>
      tangles(links).map(({ members, erasable, cut }) => [members.join(''), erasable, `${cut.from}${cut.to}`]);
    const first = tangles(before());
    assert.equal(tangles(before())[0], first[0], 'the same tangle is not worked out again');
    assert.deepEqual(told(before()), [['abc', false, 'ba']]);
    // The cost alone.
    assert.deepEqual(told({ ...before(), b: [link('a', 5)], c: [link('a', 1)] }), [['abc', false, 'ca']]);
    // Where a link leads, at the same cost.
    assert.deepEqual(told({ ...before(), b: [link('c', 1)] }), [['abc', false, 'bc']]);
    // One link more.
    assert.deepEqual(told({ ...before(), c: [link('a', 3), link('b', 0)] }), [['abc', false, 'cb']]);
    // A link that only types need.
    assert.deepEqual(told({ ...before(), c: [link('a', 3, true)] }), [['ab', false, 'ba']]);
    // All links, which makes the whole erasable; then which of them, where the whole stays so.
    assert.deepEqual(told({ a: [link('b', 1, true)], b: [link('a', 2, true)] }), [['ab', true, 'ab']]);
    assert.deepEqual(told({ a: [link('b', 1)], b: [link('a', 2, true)] }), [['ab', true, 'ba']]);
    // Which member has which links.
    assert.deepEqual(told({ a: [link('b', 1, true)], b: [link('c', 2, true)], c: [link('a', 3, true)] }), [['abc', true, 'ab']]);
    assert.deepEqual(told({ c: [link('b', 1, true)], a: [link('c', 2, true)], b: [link('a', 3, true)] }), [['abc', true, 'cb']]);
    assert.deepEqual(told(before()), [['abc', false, 'ba']], 'and the first is still what it was');
  });

  it('is forgotten when many others came after it, and then worked out again', () => {
    const pair = (at: number): Record<string, Link[]> => ({ [`a${at}`]: [link(`b${at}`, 1)], [`b${at}`]: [link(`a${at}`, 2)] });
    const first = tangles(pair(0))[0];
    for (let at = 1; at < 100; at++) tangles(pair(at));
    const again = tangles(pair(0))[0];
    assert.deepEqual(again, first);
    assert.notEqual(again, first, 'what is kept is bounded');
  });

  it('holds on any graph: a cycle over links that are there, through the cut, within its members', () => {
    fc.assert(fc.property(anyGraph, (graph) => {
      const next = (node: string): string[] => graph.get(node)!.filter((to) => to !== node);
      for (const members of stronglyConnected({ nodes: [...graph.keys()], next }).filter((each) => each.length > 1)) {
        const found = tanglesOf(members, (node) => next(node).map((to) => link(to, to.length + node.length)));
        assert.equal(found.length, 1, 'a component without links of types is one tangle');
        const { members: own, path, cut } = found[0]!;
        assert.deepEqual(own, [...members].sort());
        assert.deepEqual([path[0], path[1]], [cut.from, cut.to]);
        assert.equal(new Set(path).size, path.length);
        path.forEach((from, at) => assert.ok(next(from).includes(path[(at + 1) % path.length]!), `${from} leads on`));
      }
    }));
  });
});

describe('what removing an import costs', () => {
  it('is its names, ten for a whole module, three for none, and nothing for types', () => {
    assert.deepEqual(cost({ specifier: 'b', names: [...named('x'), { ...named('T')[0]!, typeOnly: true }] }), [1]);
    assert.deepEqual(cost({ specifier: 'b', names: named('x', 'y') }, { specifier: 'b', names: named('*') }, { specifier: 'b' }), [2, 10, 3]);
  });
});
