/**
 * The 100-point review. Pure: the same counts give the same number, whatever order they come in.
 *
 * What consumers may rely on:
 * - All dimensions and criteria are always listed, in the order of the formula (none when nothing
 *   could be measured).
 * - A criterion that does not apply has `max: 0` and `points: 0`, and its reason says so. Hence
 *   `total` is always 100 × the sum of points ÷ the sum of `max`, rounded to a tenth.
 * - A criterion whose evidence is missing keeps its `max`, gets at most half of that, and its reason
 *   says how to supply the evidence.
 * - Blockers are listed and prevent approval, in the baseline or not; a gate that ignores
 *   the baseline must look at the findings instead.
 */
import type { ReportCriterion, ReportDimension, ReportScore } from '../protocol/report.ts';
import { toTenth } from './curves.ts';
import { BAR, DIMENSIONS, FORMULA_VERSION, GRADES, NOTHING_MEASURED, UNREAD_COST, type CriterionFormula, type GradeBand } from './formula.ts';
import type { ScoreInput } from './input.ts';
import { measure } from './measure.ts';
import { capital, counted } from '../text/wording.ts';

/**
 * @param input counts of findings and sizes, see `count.ts` for how to obtain them
 * @returns the score; its total and grade are null when there is no code to judge
 */
export function score(input: ScoreInput): ReportScore {
  const blockers = countBlockers(input);
  if (input.totals.files === 0 || input.totals.codeLines === 0) {
    return { formulaVersion: FORMULA_VERSION, total: null, grade: null, action: NOTHING_MEASURED, approved: false, dimensions: [], blockers };
  }
  const dimensions = DIMENSIONS.map(({ id, criteria }): ReportDimension => {
    const judged = criteria.map((formula) => judge(formula, input));
    return { id, points: sumOf(judged, 'points'), max: sumOf(judged, 'max'), criteria: judged };
  });
  const total = toTenth((100 * sumOf(dimensions, 'points')) / sumOf(dimensions, 'max'));
  const band = bandOf(total);
  const blocked = blockers.length > 0;
  // A blocker must be fixed first, so the advice is never better than that for the bar.
  const action = blocked && total >= BAR ? bandOf(BAR).action : band.action;
  return { formulaVersion: FORMULA_VERSION, total, grade: band.grade, action, approved: total >= BAR && !blocked, dimensions, blockers };
}

/** The band of `review §6` that a total falls in. @param total 0 to 100 */
export function bandOf(total: number): GradeBand {
  const last = GRADES[GRADES.length - 1] as GradeBand;
  return GRADES.find(({ from }) => total >= from) ?? last;
}

function judge(formula: CriterionFormula, input: ScoreInput): ReportCriterion {
  const { marks, measured, reason } = measure(formula, input);
  if (marks === null) return { id: formula.id, points: 0, max: 0, measured, reason: capital(reason) };
  const { unreadFiles, totals } = input;
  if (unreadFiles === 0) return { id: formula.id, points: toTenth(formula.max * marks), max: formula.max, measured, reason: capital(reason) };
  // Unread is not clean: it costs its share and rules out full marks.
  const cost = (UNREAD_COST * unreadFiles) / (totals.files + unreadFiles);
  const points = Math.min(toTenth(formula.max * marks * (1 - cost)), toTenth(formula.max - 0.1));
  return { id: formula.id, points, max: formula.max, measured, reason: capital(`${reason}; ${counted(unreadFiles, 'file')} could not be read`) };
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
