/** Whether the levels of the score fit: two groups of projects, and how far apart the score holds them. */
import type { CriterionId } from '../../server/findings/rule-meta.ts';
import { FORMULA_VERSION } from '../../server/score/formula.ts';
import { reviewCheckout } from './review-checkout.ts';
import { pointsOf, readScoreGroups, today, type GroupName, type Level, type Levels, type ScoreGroups } from './score-facts.ts';
import { areaUnderCurve, median } from './statistics.ts';

const SETS: readonly (keyof ScoreGroups)[] = ['built-on', 'held-out'];
const GROUPS: readonly GroupName[] = ['kept', 'broken'];

/** Reviews both groups. @param told receives each level as soon as it is known */
export function measureLevels(checkouts: string, told: (level: Level) => void): Levels {
  const groups = readScoreGroups();
  const levels = SETS.flatMap((set) => GROUPS.flatMap((group) => groups[set][group].map(({ repository, commit }): Level => {
    const report = reviewCheckout(checkouts, { repository, commit });
    const { total, measuredMax, blockers } = report.score;
    const level: Level = {
      repository, commit, set, group, total, measuredMax, blockers: blockers.reduce((sum, { count }) => sum + count, 0), criteria: pointsOf(report),
    };
    told(level);
    return level;
  })));
  return { formulaVersion: FORMULA_VERSION, date: today(), levels };
}

/** The figures that the levels are held against. */
export interface Fit {
  kept: { count: number; median: number; lowest: number };
  broken: { count: number; median: number; highest: number };
  /** How often a kept project lies above one of the others. */
  auc: number;
  /** Points for security practices: the median of both groups, and the lowest of the kept. */
  practices: { kept: number; keptLowest: number; broken: number };
}

/** @returns null when a group of this set is empty */
export function fitOf({ levels }: Levels, set: keyof ScoreGroups): Fit | null {
  const totals = (group: GroupName): number[] => levels.filter((each) => each.set === set && each.group === group).flatMap(({ total }) => total ?? []);
  const [kept, broken] = [totals('kept'), totals('broken')];
  const auc = areaUnderCurve(kept, broken);
  if (auc === null) return null;
  const practices = (group: GroupName): number[] => criterionIn(levels.filter((each) => each.set === set && each.group === group), 'practices');
  return {
    kept: { count: kept.length, median: median(kept), lowest: Math.min(...kept) },
    broken: { count: broken.length, median: median(broken), highest: Math.max(...broken) },
    auc,
    practices: { kept: median(practices('kept')), keptLowest: Math.min(...practices('kept')), broken: median(practices('broken')) },
  };
}

/** The points of a criterion wherever it was measured. */
export function criterionIn(levels: readonly Level[], criterion: CriterionId): number[] {
  return levels.flatMap(({ criteria }) => criteria[criterion]?.[0] ?? []);
}

/** One project on a line: its score, then the points of its criteria. */
export function levelText({ repository, group, total, measuredMax, blockers, criteria }: Level): string {
  const points = Object.entries(criteria).map(([id, [reached, max]]) => `${id} ${reached}/${max}`);
  return `${group.padEnd(6)} ${String(total ?? '-').padStart(5)} of ${measuredMax} points, ${blockers} blockers  ${repository}: ${points.join(', ')}`;
}

/** The figures as text. */
export function fitText({ kept, broken, auc, practices }: Fit): string {
  return [
    `kept (${kept.count}): median ${kept.median.toFixed(1)}, lowest ${kept.lowest.toFixed(1)}`,
    `broken (${broken.count}): median ${broken.median.toFixed(1)}, highest ${broken.highest.toFixed(1)}`,
    `area under the curve: ${auc.toFixed(3)}`,
    `security practices: kept median ${practices.kept.toFixed(1)}, lowest ${practices.keptLowest.toFixed(1)}; broken median ${practices.broken.toFixed(1)}`,
  ].join('\n');
}
