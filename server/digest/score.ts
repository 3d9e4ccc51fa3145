/** How the score is named, written and coloured wherever it is shown, and where points can be gained. */
import type { GateResult } from '../protocol/gates.ts';
import type { ReportCriterion, ReportDimension, ReportLoss, ReportScore } from '../protocol/report.ts';
import { BAR, DIMENSIONS, GRADES } from '../score/formula.ts';
import { compareText } from '../text/order.ts';
import { counted, grouped, listed, toTenth } from '../text/wording.ts';

/** What approval requires. */
export const APPROVAL = { points: BAR, words: `${BAR} points, no blocker, and complete evidence` } as const;

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

/** The criteria that apply and whose evidence is missing. */
export function unmeasuredIn(dimensions: readonly ReportDimension[]): ReportCriterion[] {
  return dimensions.flatMap(({ criteria }) => criteria).filter(({ measured, max }) => !measured && max > 0);
}

/** The points of a dimension that could be measured. */
export function measuredMax({ criteria }: ReportDimension): number {
  return criteria.filter(({ measured }) => measured).reduce((sum, { max }) => sum + max, 0);
}

/** Why a dimension or criterion has no points. @param max 0 when it does not apply */
export function withoutPoints({ max }: { max: number }): string {
  return max === 0 ? 'does not apply' : 'not measured';
}

/** `8 of 10`, of what could be measured, or why there are no points. */
export function dimensionPoints(dimension: ReportDimension): string {
  const most = measuredMax(dimension);
  return most === 0 ? withoutPoints(dimension) : `${pointsText(dimension.points)} of ${pointsText(most)}`;
}

/** `8 of 10`, or why there are no points. */
export function criterionPoints(criterion: ReportCriterion): string {
  return criterion.measured ? `${pointsText(criterion.points)} of ${pointsText(criterion.max)}` : withoutPoints(criterion);
}

/** What to do next, by the grade; a gate that failed comes first where the grade would have it approved. */
export function advice({ approved, action }: Pick<ReportScore, 'approved' | 'action'>, gate: GateResult | undefined): string {
  return approved && gate?.passed === false ? 'Meet the gate before it is merged' : action;
}

/** `54.2 of the 59 points that could be measured. Not measured: coverage and test quality`; empty without a score. */
export function measuredWords({ total, measuredMax: most, dimensions }: ReportScore): string {
  if (total === null) return '';
  const points = dimensions.reduce((sum, one) => sum + one.points, 0);
  const missing = unmeasuredIn(dimensions).map(({ id }) => criterionTitle(id).toLowerCase());
  return `${pointsText(points)} of the ${pointsText(most)} points that could be measured${missing.length > 0 ? `. Not measured: ${listed(missing)}` : ''}`;
}

export interface Gain {
  criterion: string;
  title: string;
  /** Points of the total that full marks here would add. */
  points: number;
  reason: string;
  /** What takes those points, in points of the total, largest first. */
  causes: ReportLoss[];
}

/** Where most points can be gained, largest first. */
export function gains({ measuredMax: most, dimensions }: ReportScore): Gain[] {
  if (most === 0) return [];
  const ofTotal = (points: number): number => toTenth((100 * points) / most);
  return dimensions
    .flatMap(({ criteria }) => criteria)
    .filter(({ measured }) => measured)
    .map(({ id, points, max, lost, reason }) => ({
      criterion: id,
      title: criterionTitle(id),
      points: ofTotal(max - points),
      reason,
      causes: lost.map((one) => ({ ...one, points: ofTotal(one.points) })),
    }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points || compareText(a.criterion, b.criterion));
}

/** What a cause that is no rule and no tool is called. */
const CAUSES: Readonly<Record<string, readonly [one: string, many: string]>> = {
  'no-tests': ['function without tests', 'functions without tests'],
  'failed-tests': ['failed test', 'failed tests'],
  'unread-files': ['unread file', 'unread files'],
};

/** `12 × quality/missing-type`, `3 failed tests`; without a number where the number says nothing. */
export function causeWords({ cause, count }: ReportLoss): string {
  const words = CAUSES[cause];
  if (words !== undefined) return counted(count, ...words);
  return count === 0 ? cause : `${grouped(count)} × ${cause}`;
}

/** One of the conditions for approval. */
export interface ApprovalCondition {
  met: boolean;
  /** What is so, as a sentence without a full stop. */
  words: string;
}

/** Each condition for approval with how things stand; none without a score. */
export function approvalConditions({ total, dimensions, blockers }: ReportScore): ApprovalCondition[] {
  if (total === null) return [];
  const blocking = blockers.reduce((sum, { count }) => sum + count, 0);
  const missing = unmeasuredIn(dimensions).map(({ id }) => criterionTitle(id).toLowerCase());
  return [
    { met: total >= BAR, words: `${pointsText(total)} points of the ${BAR} that approval needs` },
    { met: blocking === 0,
      words: blocking === 0 ? 'No blocker'
      : `${counted(blocking, 'finding')} of ${counted(blockers.length, 'rule')} ${blocking === 1 ? 'blocks' : 'block'} approval` },
    { met: missing.length === 0, words: missing.length === 0 ? 'All evidence is there' : `Not measured: ${listed(missing)}` },
  ];
}
