import assert from 'node:assert/strict';
import { loadsOf, type BlockLoad } from '../../server/graph/bottlenecks.ts';
import type { Links } from './random-graphs.ts';

const marked = (links: Links): Pick<BlockLoad, 'block' | 'reasons'>[] =>
  [...loadsOf(links).blocks.values()].filter(({ reasons }) => reasons.length > 0).map(({ block, reasons }) => ({ block, reasons }));

/** `count` names that begin alike. */
const names = (prefix: string, count: number): string[] => Array.from({ length: count }, (_, at) => `${prefix}${at}`);
const leaves = (ids: readonly string[]): [string, string[]][] => ids.map((id) => [id, []]);

describe('bottlenecks', () => {
  it('are blocks that many of the shortest ways lead over', () => {
    const links: Links = new Map([['a', ['m']], ['b', ['m']], ['m', ['x', 'y']], ['x', []], ['y', []]]);
    assert.deepEqual(loadsOf(links).blocks.get('m'), { block: 'm', onWays: 4, usedBy: 2, uses: 2, instability: 0.5, reasons: ['ways'] });
    assert.deepEqual(marked(links), [{ block: 'm', reasons: ['ways'] }]);
  });

  it('are blocks that many use and that use many themselves, but not those that others only use', () => {
    const users = names('user', 8);
    const used = names('used', 4);
    const links: Links = new Map([...users.map((id): [string, string[]] => [id, ['hub', 'base']]), ['hub', used], ['base', []], ...leaves(used)]);
    assert.deepEqual(marked(links), [{ block: 'hub', reasons: ['ways', 'users'] }]);
    // One less, and what it uses is less than half of what uses it.
    const steadier: Links = new Map([...links, ['hub', used.slice(0, 3)]]);
    assert.deepEqual(marked(steadier), [{ block: 'hub', reasons: ['ways'] }]);
    assert.equal(loadsOf(links).blocks.get('base')?.instability, 0);
  });

  it('are none in a graph without ways, and of many alike the first by name', () => {
    assert.deepEqual(marked(new Map([['a', ['b']], ['b', []], ['c', []]])), []);
    assert.equal(loadsOf(new Map([['a', []]])).blocks.get('a')?.instability, null);
    const ring = names('r', 8);
    assert.deepEqual(marked(new Map(ring.map((id, at) => [id, [ring[(at + 1) % 8]!]]))).map(({ block }) => block), ['r0', 'r1', 'r2']);
  });
});
