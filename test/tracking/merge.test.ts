/** Two versions of the log brought together: what either side changed is kept, what both changed differently is told. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FIELDS, type Cells } from '../../server/tracking/fields.ts';
import { cellsOf, changeLog, issuesOf, readLog, writeLog } from '../../server/tracking/log.ts';
import { mergeLogs } from '../../server/tracking/merge.ts';

type Issues = ReadonlyMap<string, Partial<Cells>>;

const textOf = (...changes: Issues[]): string => writeLog(changes.reduce((log, each) => changeLog(log, each), readLog('')));
const one = (key: string, cells: Partial<Cells>): Issues => new Map([[key, cells]]);
const START = one('SHOP-1', { 'Summary': 'Pay', 'Status': 'To Do', 'Labels': 'a,b', 'Updated Date': '2026-01-01 10:00:00' });

function merged(base: readonly Issues[], ours: readonly Issues[], theirs: readonly Issues[]) {
  const result = mergeLogs({ base: textOf(...base), ours: textOf(...base, ...ours), theirs: textOf(...base, ...theirs) });
  assert.ok(result);
  return { ...result, cells: (key: string) => cellsOf(readLog(result.ours), key) };
}

const key = fc.constantFrom('SHOP-1', 'SHOP-2', 'SHOP-3', 'ML-7');
const cell = fc.constantFrom('', 'x', 'y', 'a,b', 'b,c', '3', 'two\nlines', '2026-02-03', '2026-02-04 10:00:00');
const fields = FIELDS.filter((field) => field !== 'Issue Key');
const cells = fc.dictionary(fc.constantFrom(...fields.slice(0, 12), ...fields.slice(-8)), cell, { noNullPrototype: true, maxKeys: 5 });
const issues: fc.Arbitrary<Issues> = fc.uniqueArray(fc.tuple(key, cells), { maxLength: 4, selector: ([each]) => each })
  .map((entries) => new Map(entries as [string, Partial<Cells>][]));

describe('two versions of the log', () => {
  it('are one when only one side changed anything', () => {
    fc.assert(fc.property(issues, issues, (base, change) => {
      const changed = textOf(base, change);
      const both = mergeLogs({ base: textOf(base), ours: changed, theirs: textOf(base) })!;
      const other = mergeLogs({ base: textOf(base), ours: textOf(base), theirs: changed })!;
      for (const result of [both, other]) {
        assert.deepEqual(result.conflicts, []);
        assert.deepEqual(issuesOf(readLog(result.ours)), issuesOf(readLog(changed)));
      }
    }), { numRuns: 300 });
  });

  it('keep every cell that one side alone changed, and tell of each that both changed, whichever side is ours', () => {
    fc.assert(fc.property(issues, issues, issues, (base, ours, theirs) => {
      const [was, mine, other] = [textOf(base), textOf(base, ours), textOf(base, theirs)];
      const result = mergeLogs({ base: was, ours: mine, theirs: other })!;
      const turned = mergeLogs({ base: was, ours: other, theirs: mine })!;
      assert.deepEqual(turned.conflicts, result.conflicts);
      const conflicts = new Set(result.conflicts.flatMap((each) => each.columns.map((column) => `${each.key} ${column}`)));
      const log = readLog(result.ours);
      for (const name of new Set([...ours.keys(), ...theirs.keys(), ...base.keys()])) {
        const [before, a, b, after] = [was, mine, other].map((text) => cellsOf(readLog(text), name)).concat(cellsOf(log, name));
        for (const field of fields) {
          const start = before?.[field] ?? '';
          const [left, right] = [a?.[field] ?? start, b?.[field] ?? start];
          if (left === start) assert.equal(after?.[field] ?? '', right, `${name} ${field}`);
          else if (right === start || left === right) assert.equal(after?.[field] ?? '', left, `${name} ${field}`);
          else if (!conflicts.has(`${name} ${field}`)) assert.notEqual(after, undefined);
        }
      }
    }), { numRuns: 300 });
  });

  it('add to lists and take from them on both sides, and take what was measured last', () => {
    const { conflicts, cells: cellsIn } = merged(
      [START],
      [one('SHOP-1', { 'Labels': 'b,c', 'Code Coverage': '80', 'Updated Date': '2026-01-03 10:00:00' })],
      [one('SHOP-1', { 'Labels': 'a,b,d', 'Code Coverage': '70', 'Status': 'Done', 'Updated Date': '2026-01-02 10:00:00' }), one('SHOP-2', { Summary: 'New' })],
    );
    assert.deepEqual(conflicts, []);
    const { Labels, Status, 'Code Coverage': coverage, 'Updated Date': updated } = cellsIn('SHOP-1')!;
    assert.deepEqual([Labels, Status, coverage, updated, cellsIn('SHOP-2')?.Summary], ['b,c,d', 'Done', '80', '2026-01-03 10:00:00', 'New']);
  });

  it('differ only in what both sides changed in different ways', () => {
    const result = merged(
      [START, one('SHOP-2', { Summary: 'Other' })],
      [one('SHOP-1', { Status: 'Done' }), one('SHOP-2', { Summary: 'Ours' })],
      [one('SHOP-1', { Status: 'Blocked', Assignee: 'ada' })],
    );
    assert.deepEqual(result.conflicts, [{ key: 'SHOP-1', columns: ['Status'] }]);
    const rows = (['base', 'ours', 'theirs'] as const).map((side) => issuesOf(readLog(result[side])).map((each) => [each.Status, each.Assignee, each.Summary]));
    assert.deepEqual(rows, [
      [['To Do', 'ada', 'Pay'], ['', '', 'Ours']], [['Done', 'ada', 'Pay'], ['', '', 'Ours']], [['Blocked', 'ada', 'Pay'], ['', '', 'Ours']],
    ]);
  });

  it('lose an issue that one side took out, unless the other changed it', () => {
    const base = 'Issue Key,Summary,Team\nA-1,one,\nA-2,two,\nA-3,three,\n';
    const ours = 'Issue Key,Summary,Team\nA-3,three,red\n';
    const theirs = 'Issue Key,Summary,Team\nA-1,one,\nA-2,two and more,\nA-3,three,\n';
    assert.equal(mergeLogs({ base, ours, theirs })!.ours, 'Issue Key,Summary,Team\nA-2,two and more,\nA-3,three,red\n');
  });

  it('keep further columns, lose those that a side took out and nobody filled, and stay as our side is written', () => {
    const base = 'Issue Key,Summary,Old,Kept\nA-1,one,,x\n';
    const ours = '\ufeffSummary;Issue Key\r\none;A-1\r\n';
    const theirs = 'Issue Key,Summary,Old,Kept,New\nA-1,one,,x,y\n';
    assert.equal(mergeLogs({ base, ours, theirs })!.ours, '\ufeffSummary;Issue Key;Kept;New\r\none;A-1;x;y\r\n');
  });

  it('are left to git where rows and columns are not plain', () => {
    const plain = 'Issue Key,Summary\nA-1,one\n';
    const odds = ['Issue Key,Summary\nA-1,one\nA-1,two\n', 'Issue Key,Summary\n,one\n', 'Issue Key,Issue Key\nA-1,A-1\n', 'Issue Key,Summary\nA-1,"one\n'];
    for (const odd of odds) {
      for (const side of ['base', 'ours', 'theirs']) assert.equal(mergeLogs({ base: plain, ours: plain, theirs: plain, [side]: odd }), null, `${side} ${odd}`);
    }
  });
});
