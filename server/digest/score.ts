/** How the score is named, written and coloured wherever it is shown, and where points can be gained. */
import type { ReportDimension, ReportFinding, ReportScore } from '../protocol/report.ts';
import { toTenth } from '../score/curves.ts';
import { BAR, DIMENSIONS, GRADES } from '../score/formula.ts';
import { compareText } from '../text/compare.ts';
import { groupedBy } from '../text/grouped-by.ts';

/** What approval requires. */
export const APPROVAL = { points: BAR, words: `${BAR} points and no blocker` } as const;

/** Where the second-lowest grade starts. */
const LAST_BAND = GRADES.at(-2)?.from ?? 0;
/** A part of the score is fair from this share of its points. */
const FAIR_SHARE = 0.6;

export type Tone = 'good' | 'fair' | 'bad';

/** The tone of a total: good from the approval bar, bad in the lowest grade. */
export function toneOfTotal(total: number): Tone {
  return total >= BAR ? 'good' : total >= LAST_BAND ? 'fair' : 'bad';
}

/** The tone of a dimension or criterion. @param share of its points, 0 to 1 */
export function toneOfShare(share: number): Tone {
  return share >= BAR / 100 ? 'good' : share >= FAIR_SHARE ? 'fair' : 'bad';
}

/** `87.5`, or a dash when nothing was measured. */
export function pointsText(points: number | null): string {
  return points === null ? '–' : String(toTenth(points));
}

/** Title of a dimension for people; its id when the formula does not know it. */
export function dimensionTitle(id: string): string {
  return DIMENSIONS.find((dimension) => dimension.id === id)?.title ?? id;
}

/** Title of a criterion for people; its id when the formula does not know it. */
export function criterionTitle(id: string): string {
  return DIMENSIONS.flatMap(({ criteria }) => criteria).find((criterion) => criterion.id === id)?.title ?? id;
}

/** How many criteria were not measured, including those that do not apply. */
export function unmeasuredIn(dimensions: readonly ReportDimension[]): number {
  return dimensions.flatMap(({ criteria }) => criteria).filter(({ measured }) => !measured).length;
}

export interface Gain {
  criterion: string;
  title: string;
  /** Points of the total that full marks here would add. */
  points: number;
  measured: boolean;
  reason: string;
  /** Rules with findings that count here, most frequent first. */
  rules: { id: string; count: number }[];
}

/**
 * Where most points can be gained, largest first.
 * @param score that was reached
 * @param findings of the whole report
 * @param rules give the criterion of each finding
 */
export function gains(score: ReportScore, findings: readonly ReportFinding[], rules: ReadonlyMap<string, { criterion: string | null }>): Gain[] {
  const max = score.dimensions.reduce((sum, dimension) => sum + dimension.max, 0);
  if (max === 0) return [];
  return score.dimensions
    .flatMap(({ criteria }) => criteria)
    .map(({ id, points, max: most, measured, reason }) => ({
      criterion: id,
      title: criterionTitle(id),
      points: toTenth((100 * (most - points)) / max),
      measured,
      reason,
      rules: rulesOf(findings.filter(({ ruleId }) => rules.get(ruleId)?.criterion === id)),
    }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points || compareText(a.criterion, b.criterion));
}

function rulesOf(findings: readonly ReportFinding[]): Gain['rules'] {
  return [...groupedBy(findings, ({ ruleId }) => ruleId)]
    .map(([id, group]) => ({ id, count: group.length }))
    .sort((a, b) => b.count - a.count || compareText(a.id, b.id));
}
