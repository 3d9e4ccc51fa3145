/**
 * The 100-point review. Pure: the same counts give the same number, whatever order they come in.
 *
 * What consumers may rely on:
 * - All dimensions and criteria are always listed, in the order of the formula (none when nothing
 *   could be measured).
 * - A criterion that does not apply has `max: 0` and `points: 0`, and its reason says so.
 * - A criterion whose evidence is missing has `measured: false` and `points: 0`, keeps its `max`, and its
 *   reason says how to supply the evidence. It takes no part in the total, and prevents approval.
 * - `measuredMax` is the sum of `max` over the measured criteria, and `total` is always 100 × the sum of
 *   points ÷ `measuredMax`, rounded to a tenth.
 * - Blockers are listed and prevent approval, in the baseline or not; a gate that ignores
 *   the baseline must look at the findings instead.
 */
import type { ReportCriterion, ReportDimension, ReportScore } from '../protocol/report.ts';

/** The score of a project or of a part of it. */
export type Score = Omit<ReportScore, 'worstFiles'>;
import { provenBy } from './coverage.ts';
import { BAR, DIMENSIONS, EVIDENCE_FIRST, FORMULA_VERSION, GRADES, NOTHING_MEASURED, UNREAD_COST, type CriterionFormula, type GradeBand } from './formula.ts';
import type { ScoreInput } from './input.ts';
import { lossesOf } from './losses.ts';
import { measure } from './measure.ts';
import type { Measured } from './losses.ts';
import { capital, counted, percent, toTenth } from '../text/wording.ts';

/**
 * @param input counts of findings and sizes, see `count.ts` for how to obtain them
 * @returns the score; its total and grade are null when there is no code to judge
 */
export function score(input: ScoreInput): Score {
  const blockers = countBlockers(input);
  if (!hasCode(input)) {
    return { formulaVersion: FORMULA_VERSION, total: null, measuredMax: 0, grade: null, action: NOTHING_MEASURED, approved: false, dimensions: [], blockers };
  }
  const dimensions = DIMENSIONS.map(({ id, criteria }): ReportDimension => {
    const judged = criteria.map((formula) => judge(formula, input));
    return { id, points: sumOf(judged, 'points'), max: sumOf(judged, 'max'), criteria: judged };
  });
  const applied = dimensions.flatMap(({ criteria }) => criteria).filter(({ max }) => max > 0);
  const measuredMax = sumOf(applied.filter(({ measured }) => measured), 'max');
  if (measuredMax === 0)
    return { formulaVersion: FORMULA_VERSION, total: null, measuredMax, grade: null, action: EVIDENCE_FIRST, approved: false, dimensions, blockers };
  const total = outOf100(sumOf(dimensions, 'points'), measuredMax);
  const blocked = blockers.length > 0;
  const complete = applied.every(({ measured }) => measured);
  return {
    formulaVersion: FORMULA_VERSION, total, measuredMax, grade: bandOf(total).grade, action: actionFor(total, blocked, complete),
    approved: total >= BAR && !blocked && complete, dimensions, blockers,
  };
}

/** A blocker must be fixed first, so the advice is never better than that for the bar. */
function actionFor(total: number, blocked: boolean, complete: boolean): string {
  if (total < BAR) return bandOf(total).action;
  if (blocked) return bandOf(BAR).action;
  return complete ? bandOf(total).action : EVIDENCE_FIRST;
}

/** The band of `review §6` that a total falls in. @param total 0 to 100 */
export function bandOf(total: number): GradeBand {
  const last = GRADES[GRADES.length - 1] as GradeBand;
  return GRADES.find(({ from }) => total >= from) ?? last;
}

/** The total of `score` alone, for parts whose criteria nobody reads. @returns null when nothing could be measured */
export function totalScore(input: ScoreInput): number | null {
  if (!hasCode(input)) return null;
  const measured = DIMENSIONS.flatMap(({ criteria }) => criteria)
    .map((formula) => ({ formula, found: measure(formula, input) })).filter(({ found }) => found.kind === 'measured')
    .map(({ formula, found }) => ({ points: pointsFor(formula, found, input), max: formula.max }));
  return measured.length === 0 ? null : outOf100(sumOf(measured, 'points'), sumOf(measured, 'max'));
}

function hasCode({ totals }: ScoreInput): boolean {
  return totals.files > 0 && totals.codeLines > 0;
}

function outOf100(points: number, max: number): number {
  return toTenth((100 * points) / max);
}

function judge(formula: CriterionFormula, input: ScoreInput): ReportCriterion {
  const found = measure(formula, input);
  const { id, max } = formula;
  if (found.kind !== 'measured')
    return { id, points: 0, max: found.kind === 'unapplied' ? 0 : max, measured: false, lost: [], reason: capital(found.reason()) };
  const points = pointsFor(formula, found, input);
  const { unreadFiles } = input;
  const proven = provenShare(formula, input);
  const untested = { cause: 'no-tests', count: input.totals.functions, marks: found.marks * (1 - proven) };
  const unread = { cause: 'unread-files', count: unreadFiles, marks: Math.max(found.marks * proven * unreadCost(input), 0.1 / max) };
  const causes = [...found.causes, ...(proven < 1 ? [untested] : []), ...(unreadFiles > 0 ? [unread] : [])];
  const besides = `${proven < 1 ? `; ${percent(1 - proven, 1)} less, because hardly anything is tested` : ''}`
    + `${unreadFiles === 0 ? '' : `; ${counted(unreadFiles, 'file')} could not be read`}`;
  return { id, points, max, measured: true, lost: lossesOf(toTenth(max - points), causes), reason: capital(`${found.reason()}${besides}`) };
}

/** Unread is not clean: it costs its share and rules out full marks. Untested is not known to work. */
function pointsFor(formula: CriterionFormula, { marks }: Measured, input: ScoreInput): number {
  const { max } = formula;
  const points = toTenth(max * marks * provenShare(formula, input) * (1 - unreadCost(input)));
  return input.unreadFiles === 0 ? points : Math.min(points, toTenth(max - 0.1));
}

/** What is left of a criterion where tests are missing, which have a criterion of their own. */
function provenShare({ measure: how }: CriterionFormula, input: ScoreInput): number {
  return how === 'coverage' ? 1 : provenBy(input);
}

/** The share of its marks that each criterion loses by files that could not be read. */
function unreadCost({ unreadFiles, totals }: ScoreInput): number {
  return (UNREAD_COST * unreadFiles) / (totals.files + unreadFiles);
}

/** Adds in tenths, where sums are exact. */
function sumOf(parts: readonly { points: number; max: number }[], key: 'points' | 'max'): number {
  return parts.reduce((sum, part) => sum + Math.round(part[key] * 10), 0) / 10;
}

function countBlockers({ findings }: ScoreInput): ReportScore['blockers'] {
  const counts = new Map<string, number>();
  for (const { ruleId, blocker, count } of findings) {
    if (blocker && count > 0) counts.set(ruleId, (counts.get(ruleId) ?? 0) + count);
  }
  return [...counts].map(([ruleId, count]) => ({ ruleId, count })).sort((a, b) => (a.ruleId < b.ruleId ? -1 : 1));
}
