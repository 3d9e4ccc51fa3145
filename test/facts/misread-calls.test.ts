/** Calls that do something else than they read, and those that are meant. */
import assert from 'node:assert/strict';
import { typescriptAdapter } from '../../server/languages/typescript/adapter.ts';

describe('misread calls', () => {
  before(() => typescriptAdapter.load());

  const found = (text: string): string[] =>
    (typescriptAdapter.extract({ path: 'a.ts', text, role: 'source' }).slips ?? []).map((each) => `${each.kind} ${each.text}`);

  it('finds rows that are all the same one, and are written to', () => {
    assert.deepEqual(found('function f(n) { const rows = Array(n).fill([]); rows[0].push(1); }'), ['shared-rows Array(n).fill([])']);
    assert.deepEqual(found('const rows = new Array(3).fill({});\nrows[1].name = 1;'), ['shared-rows new Array(3).fill({})']);
    assert.deepEqual(found('const rows = Array(3).fill(new Set());\nrows[1].add(1);'), ['shared-rows Array(3).fill(new Set())']);
    assert.deepEqual(found('const rows = Array(3).fill(Array(4).fill(0));\nfor (const i of a) rows[i][0]++;'), ['shared-rows Array(3).fill(Array(4).fill(0))']);
  });

  it('leaves rows alone that are only read, replaced, or made one by one', () => {
    assert.deepEqual(found('const rows = Array(3).fill([]);\nuse(rows[0].length, rows[1][2]);'), []);
    assert.deepEqual(found('const rows = Array(3).fill([]);\nrows[0] = [1];\nrows[0].push(2);'), []);
    assert.deepEqual(found('const rows = Array(3).fill(0);\nrows[0]++;'), []);
    assert.deepEqual(found('const rows = Array.from({ length: 3 }, () => []);\nrows[0].push(1);'), []);
    assert.deepEqual(found('const rows = Array(3).fill(null).map(() => []);\nrows[0].push(1);'), []);
    assert.deepEqual(found('const rows = list.fill([]);\nrows[0].push(1);'), []);
  });

  it('finds parseInt that is given positions, and lists of nothing that are mapped', () => {
    assert.deepEqual(found("['1', '2'].map(parseInt); a.map(Number.parseInt);"), [
      "parse-int-map ['1', '2'].map(parseInt)", 'parse-int-map a.map(Number.parseInt)']);
    assert.deepEqual(found('new Array(n).map(() => 0); Array(a.length).map((_, i) => i);'), [
      'empty-array-map new Array(n).map(() => 0)', 'empty-array-map Array(a.length).map((_, i) => i)',
    ]);
    assert.deepEqual(found('a.map((each) => parseInt(each, 10)); a.map(Number); [...Array(3)].map(() => 0); Array(1, 2).map(() => 0);'), []);
    assert.deepEqual(found('Array(3).fill(0).map(() => 0); new Array(...a).map(() => 0); new Array(list).map(() => 0);'), []);
  });
});
