import assert from 'node:assert/strict';
import { fitOf } from '../../scripts/accuracy/levels.ts';
import { readFacts, readScoreGroups, type Level, type Levels } from '../../scripts/accuracy/score-facts.ts';

const level = (group: Level['group'], total: number | null, practices: number): Level => ({
  repository: 'a/b', commit: '', set: 'built-on', group, total, measuredMax: 100, blockers: 0, criteria: { practices: [practices, 10] },
});
const levels = (...all: Level[]): Levels => ({ formulaVersion: 0, date: '', levels: all });

describe('levels of the score', () => {
  it('are summed up by group', () => {
    const all = [level('kept', 90, 9), level('kept', 70, 7), level('broken', 80, 2), level('broken', 40, 0), level('broken', null, 1)];
    assert.deepEqual(fitOf(levels(...all), 'built-on'), {
      kept: { count: 2, median: 80, lowest: 70 },
      broken: { count: 2, median: 60, highest: 80 },
      auc: 0.75,
      practices: { kept: 8, keptLowest: 7, broken: 1 },
    });
  });

  it('say nothing about an empty group', () => assert.equal(fitOf(levels(level('kept', 90, 9)), 'built-on'), null));

  it('are recorded for every project, at its commit', () => {
    const groups = readScoreGroups();
    const wanted = (['built-on', 'held-out'] as const).flatMap((set) => (['kept', 'broken'] as const).flatMap(
      (group) => groups[set][group].map(({ repository, commit }) => `${set} ${group} ${repository} ${commit}`),
    ));
    const recorded = readFacts<Levels>('score-levels')!.levels.map(({ set, group, repository, commit }) => `${set} ${group} ${repository} ${commit}`);
    assert.deepEqual(recorded, wanted);
  });

  it('name no project twice', () => {
    const names = Object.values(readScoreGroups()).flatMap(({ kept, broken }) => [...kept, ...broken].map(({ repository }) => repository));
    assert.equal(new Set(names).size, names.length);
  });
});
