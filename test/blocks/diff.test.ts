/** What lies between two states. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { block, diff, digest, state, states } from './states.ts';

describe('difference of two states', () => {
  it('is empty for a state and itself', () => {
    fc.assert(fc.property(states, (one) => {
      const { bump, blocks, edges, cycles, layers, findings } = diff(one, one);
      assert.equal(bump, 'none');
      assert.ok(blocks.every(({ change, interface: changes, affected }) => change === 'unchanged' && changes.length === 0 && affected.length === 0));
      assert.deepEqual({ edges, cycles, layers, findings }, {
        edges: { added: [], removed: [] }, cycles: { added: [], removed: [] }, layers: { added: [], removed: [], changed: [] },
        findings: { added: 0, removed: 0 },
      });
    }));
  });

  it('is mirrored when the states change places', () => {
    fc.assert(fc.property(states, states, (one, other) => {
      const [there, back] = [diff(one, other), diff(other, one)];
      // What was renamed is called as in the later state, which is another one from the other side.
      fc.pre(there.blocks.every(({ renamedFrom }) => renamedFrom === undefined));
      assert.deepEqual([there.edges.added, there.edges.removed], [back.edges.removed, back.edges.added]);
      assert.deepEqual([there.cycles.added, there.cycles.removed], [back.cycles.removed, back.cycles.added]);
      assert.deepEqual(there.findings, { added: back.findings.removed, removed: back.findings.added });
      const ids = (result: typeof there, change: string): string[] => result.blocks.filter((each) => each.change === change).map(({ id }) => id);
      assert.deepEqual(ids(there, 'new'), ids(back, 'removed'));
      assert.deepEqual(ids(there, 'unchanged'), ids(back, 'unchanged'));
    }));
  });

  it('holds every block of both states once, and its bump is the largest of theirs', () => {
    fc.assert(fc.property(states, states, (one, other) => {
      const { blocks, bump } = diff(one, other);
      const order = ['none', 'patch', 'minor', 'major'];
      assert.equal(bump, order[Math.max(0, ...blocks.map((each) => order.indexOf(each.bump)))]);
      const named = blocks.flatMap(({ id, renamedFrom }) => [id, renamedFrom ?? id]);
      assert.deepEqual([...new Set(named)].sort(), [...new Set([...one.blocks, ...other.blocks].map(({ id }) => id))].sort());
    }));
  });

  it('tells what breaks, what grew, who is affected through others, and which version is needed', () => {
    const uses = (to: string) => [{ to, imports: 1, kind: 'value' as const }];
    const web = block('web', [], { dependsOn: uses('orders') });
    const before = state([block('data', ['rows', 'find']), block('orders', ['place'], { dependsOn: uses('data') }), web]);
    const after = state([block('data', ['find']), block('orders', ['place', 'cancel'], { dependsOn: uses('data'), version: '1.1.0' }), web]);
    const { bump, blocks } = diff(before, after);
    assert.equal(bump, 'major');
    assert.deepEqual(blocks.map(({ id, change, bump: own, affected, version: { proposed, enough } }) => [id, change, own, affected, proposed, enough]), [
      ['data', 'breaking', 'major', ['orders', 'web'], '2.0.0', false],
      ['orders', 'modified', 'minor', ['web'], '1.1.0', true],
      ['web', 'unchanged', 'none', [], '1.0.0', true],
    ]);
    assert.deepEqual(blocks[0]!.interface.map(({ kind, name, effect, before: was, after: now }) => [kind, name, effect, was, now]), [
      ['export-removed', 'rows', 'major', 'function', null],
    ]);
  });

  it('knows a renamed block by its files, and its edges by their new names', () => {
    const files = (folder: string, texts: string[]) => texts.map((text, at) => ({ path: `${folder}/${at}.ts`, hash: digest(text) }));
    const user = (to: string) => block('web', ['page'], { dependsOn: [{ to, imports: 2, kind: 'value' }] });
    const before = state([block('order', ['a'], { files: files('src/order', ['x', 'y', 'z']) }), user('order')]);
    const after = state([block('orders', ['a'], { files: files('src/orders', ['x', 'y', 'changed']) }), user('orders')]);
    const { blocks, edges } = diff(before, after);
    assert.deepEqual(blocks.map(({ id, renamedFrom, change }) => [id, renamedFrom, change]), [
      ['orders', 'order', 'modified'], ['web', undefined, 'unchanged'],
    ]);
    assert.deepEqual(edges, { added: [], removed: [] });
    const other = state([block('orders', ['a'], { files: files('src/orders', ['k', 'l']) }), block('more', []), user('orders')]);
    assert.deepEqual(diff(state([block('stock', ['b'], { files: files('src/stock', ['q', 'r', 's', 't', 'u']) }), user('stock')]), other).blocks
      .map(({ id, change }) => [id, change]), [['more', 'new'], ['orders', 'new'], ['stock', 'removed'], ['web', 'unchanged']]);
  });

  it('takes a block that was deprecated as such, unless it also breaks', () => {
    const before = state([block('data', ['rows', 'find'])]);
    assert.equal(diff(before, state([block('data', ['rows', 'find'], { state: 'deprecated' })])).blocks[0]!.change, 'deprecated');
    assert.equal(diff(before, state([block('data', ['rows'], { state: 'deprecated' })])).blocks[0]!.change, 'breaking');
  });

  it('finds new cycles, but none among types', () => {
    const two = (kind: 'value' | 'type') => state([
      block('a', [], { dependsOn: [{ to: 'b', imports: 1, kind: 'value' }] }), block('b', [], { dependsOn: [{ to: 'a', imports: 1, kind }] }),
    ]);
    assert.deepEqual(diff(two('type'), two('value')).cycles, { added: [['a', 'b']], removed: [] });
    assert.deepEqual(diff(two('type'), two('value')).edges.added.map(({ from, to, kind }) => [from, to, kind]), [['b', 'a', 'value']]);
  });
});
