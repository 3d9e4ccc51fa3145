import assert from 'node:assert/strict';
import fc from 'fast-check';
import { evolutionOf } from '../../server/blocks/health/evolution.ts';
import type { Commit } from '../../server/facts/commit.ts';

const DAY = 24 * 60 * 60;
const NOW = 1_800_000_000;
const commit = (author: string, daysAgo: number, files: Record<string, [number, number]>): Commit => ({
  hash: `${author}${daysAgo}`, author, time: NOW - daysAgo * DAY,
  files: Object.entries(files).map(([path, [added, deleted]]) => ({ path, added, deleted })),
});
const BLOCKS = [
  { id: 'a', files: ['a/1.ts', 'a/2.ts'], codeLines: 100 }, { id: 'b', files: ['b/1.ts'], codeLines: 10 }, { id: 'c', files: ['c/1.ts'], codeLines: 1 },
];

describe('how blocks change', () => {
  it('counts the year up to the newest commit, and authors of all commits', () => {
    const found = evolutionOf(BLOCKS, [
      commit('Ada', 0, { 'a/1.ts': [5, 1], 'a/2.ts': [1, 0], 'elsewhere.ts': [9, 9] }),
      commit('Bob', 364, { 'a/1.ts': [2, 2] }),
      commit('Cy', 366, { 'a/1.ts': [7, 7], 'b/1.ts': [3, 0] }),
    ]);
    assert.deepEqual(found.get('a'), { churn: 11, revisions: 2, hotspot: 100, busFactor: 2, changedAt: NOW, changesWith: [] });
    assert.deepEqual(found.get('b'), { churn: 0, revisions: 0, hotspot: 0, busFactor: 1, changedAt: NOW - 366 * DAY, changesWith: [] });
    assert.deepEqual(found.get('c'), { churn: 0, revisions: 0, hotspot: 0, busFactor: 0, changedAt: null, changesWith: [] });
  });

  it('finds blocks that change together by the degree of coupling, and leaves out large commits', () => {
    const both = { 'a/1.ts': [1, 0], 'b/1.ts': [1, 0] } as Record<string, [number, number]>;
    const paths = ['c/1.ts', 'a/2.ts', ...Array.from({ length: 40 }, (_, at) => `x/${at}.ts`)];
    const large = Object.fromEntries(paths.map((path) => [path, [1, 0] as [number, number]]));
    const commits = [
      ...Array.from({ length: 6 }, (_, at) => commit('Ada', at, both)), ...Array.from({ length: 4 }, (_, at) => commit('Ada', at, { 'a/1.ts': [1, 0] })),
      ...Array.from({ length: 9 }, (_, at) => commit('Ada', at, large)),
    ];
    const found = evolutionOf(BLOCKS, commits);
    // 6 common commits; a has 10 besides the large ones, b has 6.
    assert.deepEqual(found.get('a')!.changesWith, [{ block: 'b', degree: 75 }]);
    assert.deepEqual(found.get('b')!.changesWith, [{ block: 'a', degree: 75 }]);
    assert.deepEqual(found.get('c')!.changesWith, []);
  });

  it('does not depend on how lines are spread over the files of a block', () => {
    const edit = fc.record({ author: fc.constantFrom('Ada', 'Bob'), days: fc.nat(800), lines: fc.nat(50), first: fc.boolean() });
    fc.assert(fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
      const sorted = [...edits].sort((x, y) => x.days - y.days);
      const spread = sorted.map(({ author, days, lines, first }) => commit(author, days, { [first ? 'a/1.ts' : 'a/2.ts']: [lines, 0] }));
      const gathered = sorted.map(({ author, days, lines }) => commit(author, days, { 'a/1.ts': [lines, 0] }));
      assert.deepEqual(evolutionOf(BLOCKS, spread), evolutionOf(BLOCKS, gathered));
    }));
  });
});
