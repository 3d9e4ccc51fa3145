/** A cycle as each of its members sees it. */
import assert from 'node:assert/strict';
import { cycleViews, type CycleView, type Link } from '../../server/graph/cycle-views.ts';

/** `a: 'b ?c'`: a lasting link to b and an erasable one to c. */
function views(written: Record<string, string>): Record<string, CycleView> {
  const linksOf = (node: string): Link[] => written[node]!.split(' ').filter(Boolean).map((to) => ({ to: to.replace('?', ''), erasable: to.startsWith('?') }));
  const members = Object.keys(written).filter((node) => written[node] !== '');
  return Object.fromEntries([...cycleViews(members, linksOf)].sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe('cycleViews', () => {
  it('begins at each member in turn', () => {
    assert.deepEqual(views({ a: 'b', b: 'c', c: 'a' }), { a: { path: ['a', 'b', 'c'], erasable: false }, b: { path: ['b', 'c', 'a'], erasable: false }, c: { path: ['c', 'a', 'b'], erasable: false } });
  });

  it('is the shortest through the member, the first by name among equals', () => {
    const seen = views({ a: 'd b', b: 'c a', c: 'a', d: 'a' });
    assert.deepEqual([seen['a']!.path, seen['b']!.path, seen['c']!.path, seen['d']!.path], [['a', 'b'], ['b', 'a'], ['c', 'a', 'b'], ['d', 'a']]);
  });

  it('ignores itself and what lies outside', () => {
    assert.deepEqual(views({ a: 'a outside b', b: 'b a', outside: '' }), { a: { path: ['a', 'b'], erasable: false }, b: { path: ['b', 'a'], erasable: false } });
  });

  it('is erasable where every way round uses a link that can be erased', () => {
    assert.deepEqual(views({ a: '?b', b: 'a' }), { a: { path: ['a', 'b'], erasable: true }, b: { path: ['b', 'a'], erasable: true } });
  });

  it('takes a longer way of lasting links before a shorter one that can be erased', () => {
    assert.deepEqual(views({ a: '?b c', b: 'a', c: 'd', d: 'a' }), {
      a: { path: ['a', 'c', 'd'], erasable: false }, b: { path: ['b', 'a'], erasable: true }, c: { path: ['c', 'd', 'a'], erasable: false }, d: { path: ['d', 'a', 'c'], erasable: false },
    });
  });

  it('keeps to the component of lasting links', () => {
    // a, b and c, d are two of them, joined by links that can be erased.
    assert.deepEqual(views({ a: 'b', b: 'a c', c: 'd', d: 'c ?a' }), {
      a: { path: ['a', 'b'], erasable: false }, b: { path: ['b', 'a'], erasable: false }, c: { path: ['c', 'd'], erasable: false }, d: { path: ['d', 'c'], erasable: false },
    });
  });

  it('is still a cycle through the member where the search for the shortest is given up', () => {
    // 1,500 nodes that all use the next and the first: each search is long, and the steps run out.
    const count = 1_500;
    const name = (at: number): string => `n${String(at).padStart(4, '0')}`;
    const members = Array.from({ length: count }, (_, at) => name(at));
    const links = new Map(members.map((node, at) => [node, [name((at + 1) % count), ...(at % 3 === 0 ? [name((at + 500) % count)] : [])]]));
    const seen = cycleViews(members, (node) => links.get(node)!.map((to) => ({ to, erasable: false })));
    assert.equal(seen.size, count);
    for (const [member, { path }] of seen) {
      assert.equal(path[0], member);
      assert.equal(new Set(path).size, path.length, member);
      assert.deepEqual(path.filter((node, at) => !links.get(node)!.includes(path[(at + 1) % path.length]!)), [], member);
    }
  });
});
