/** The score as all who show it name, write and colour it, and where points are to be gained. */
import type { ReportDimension, ReportFinding, ReportScore } from '../protocol/report.ts';
import { toTenth } from '../score/curves.ts';
import { BAR, DIMENSIONS, GRADES } from '../score/formula.ts';
import { compareText } from '../text/compare.ts';
import { groupedBy } from '../text/grouped-by.ts';

/** What approval takes. */
export const APPROVAL = { points: BAR, words: `${BAR} points and no blocker` } as const;

/** Where the last grade but one starts. */
const LAST_BAND = GRADES.at(-2)?.from ?? 0;
/** From this share of its points on, a part of the score is fair. */
const FAIR_SHARE = 0.6;

export type Tone = 'good' | 'fair' | 'bad';

/** The tone of a total: good from the bar of approval on, bad in the last grade. */
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

/** How many criteria could not be measured; those that do not apply included. */
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
 * Where most points are to be gained, largest first.
 * @param score what was reached
 * @param findings of the whole report
 * @param rules say which criterion a finding counts for
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
