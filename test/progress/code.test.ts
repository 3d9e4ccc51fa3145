/** What the history says of files, by the published definitions. */
import assert from 'node:assert/strict';
import { changeCoupling, USUAL_THRESHOLDS } from '../../server/blocks/health/change-coupling.ts';
import { coupling, hotspots, ownership } from '../../server/progress/code.ts';
import type { Commit } from '../../server/facts/commit.ts';
import { Calendar } from '../../server/text/calendar.ts';

const DAY = 24 * 60 * 60;
const NOW = 1_800_000_000;
const all = { minRevs: 1, minSharedRevs: 1, minCoupling: 1, maxCoupling: 100, maxChangesetSize: 30 };
const change = (...entities: string[]): { entities: string[]; size: number } => ({ entities, size: entities.length });
const commit = (author: string, daysAgo: number, files: Record<string, number>): Commit => ({
  hash: `${author}${daysAgo}`, author, time: NOW - daysAgo * DAY, files: Object.entries(files).map(([path, added]) => ({ path, added, deleted: 0 })),
});

describe('change coupling', () => {
  it('is the share of common revisions in the average revisions', () => {
    const { pairs, sums } = changeCoupling([change('A', 'B', 'C'), change('B', 'A'), change('A')], all);
    assert.deepEqual(pairs, [
      { first: 'A', second: 'B', shared: 2, averageRevs: 3, degree: 80 }, { first: 'B', second: 'C', shared: 1, averageRevs: 2, degree: 66 },
      { first: 'A', second: 'C', shared: 1, averageRevs: 2, degree: 50 },
    ]);
    assert.deepEqual([...sums], [['A', 3], ['B', 3], ['C', 2]]);
  });

  it('holds to its thresholds, each at its edge', () => {
    const five = Array.from({ length: 5 }, () => change('A', 'B'));
    assert.deepEqual(USUAL_THRESHOLDS, { minRevs: 5, minSharedRevs: 5, minCoupling: 30, maxCoupling: 100, maxChangesetSize: 30 });
    assert.equal(changeCoupling(five).pairs.length, 1);
    assert.equal(changeCoupling(five.slice(1)).pairs.length, 0);
    const alone = (count: number) => Array.from({ length: count }, () => change('A'));
    // 5 of (5 + n) / 2 revisions on average: 30% at 28.33 revisions of A.
    assert.deepEqual([changeCoupling([...five, ...alone(23)]).pairs.length, changeCoupling([...five, ...alone(24)]).pairs.length], [1, 0]);
    assert.equal(changeCoupling(five, { ...USUAL_THRESHOLDS, maxCoupling: 99 }).pairs.length, 0);
  });

  it('counts large commits nowhere', () => {
    const large = { entities: ['A', 'B'], size: 31 };
    const { pairs, sums } = changeCoupling([change('A', 'B'), large, { ...large, size: 30 }], all);
    assert.deepEqual(pairs, [{ first: 'A', second: 'B', shared: 2, averageRevs: 2, degree: 100 }]);
    assert.equal(sums.get('A'), 2);
  });
});

describe('files in the history', () => {
  const commits = [
    commit('Ada', 0, { 'src/a.ts': 10, 'gone.ts': 5 }), commit('Ada', 40, { 'src/a.ts': 10 }), commit('Bob', 400, { 'src/a.ts': 10, 'src/b.ts': 30 }),
  ];
  const input = { commits, lines: new Map([['src/a.ts', 100], ['src/b.ts', 200], ['src/new.ts', 1]]), calendar: new Calendar('UTC'), now: NOW * 1000 };

  it('are hot where work meets code, and as old as their last change', () => {
    const made = hotspots(input);
    assert.deepEqual(made.hotspots, [{ path: 'src/a.ts', revisions: 2, lines: 100, churn: 20, hotspot: 100, ageMonths: 0 }]);
    assert.deepEqual(made.age.map(({ files }) => files), [1, 0, 1, 0, 0]);
    assert.deepEqual([made.commits, made.from, made.to], [3, '2025-12-11', '2027-01-15']);
  });

  it('belong to those who wrote most of them', () => {
    const made = ownership(input);
    assert.deepEqual([made.files, made.busFactor, made.ofOneAuthor, made.ofAbsentAuthors], [2, 1, 1, 1]);
    assert.deepEqual(made.authors.map(({ author, added, share, files }) => [author, added, share, files]), [['Bob', 40, 66.7, 1], ['Ada', 20, 33.3, 1]]);
    assert.deepEqual(made.entities, [
      { path: 'src/b.ts', mainAuthor: 'Bob', share: 100, authors: 1, busFactor: 1, absent: true },
      { path: 'src/a.ts', mainAuthor: 'Ada', share: 66.7, authors: 2, busFactor: 1, absent: false },
    ]);
  });

  it('of a history without commits are told as such', () => {
    const nothing = { ...input, commits: [] };
    assert.deepEqual([hotspots(nothing).hotspots, coupling(nothing).pairs, ownership(nothing).entities], [[], [], []]);
    assert.deepEqual([ownership(nothing).busFactor, hotspots(nothing).from], [0, null]);
  });
});
