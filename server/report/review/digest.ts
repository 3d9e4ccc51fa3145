/** What several reports tell alike: counts, order, and where points are to be gained. */
import { groupedBy } from '../../text/grouped-by.ts';
import type { JsonReport, ReportedSeverity, ReportFinding, ReportScore } from '../../protocol/report.ts';
import { DIMENSIONS } from '../../score/formula.ts';
import { toTenth } from '../../score/curves.ts';
import { compareText } from '../../text/compare.ts';
import { counted } from '../../text/wording.ts';
import type { RuleWords } from './rule-words.ts';

export const SEVERITIES: readonly ReportedSeverity[] = ['error', 'warning', 'info'];

/** Title of a dimension for people; its id when the formula does not know it. */
export function dimensionTitle(id: string): string {
  return DIMENSIONS.find((dimension) => dimension.id === id)?.title ?? id;
}

/** Title of a criterion for people; its id when the formula does not know it. */
export function criterionTitle(id: string): string {
  return DIMENSIONS.flatMap(({ criteria }) => criteria).find((criterion) => criterion.id === id)?.title ?? id;
}

/** Orders by path, place, rule, and message, so that reports do not depend on the order of work. */
export function inOrder(findings: readonly ReportFinding[]): ReportFinding[] {
  return [...findings].sort(
    (a, b) =>
      compareText(a.path, b.path) ||
      a.range.start.line - b.range.start.line ||
      a.range.start.column - b.range.start.column ||
      compareText(a.ruleId, b.ruleId) ||
      compareText(a.message, b.message),
  );
}

/** Findings by rule: blockers first, then by the gravest severity, then the most frequent. */
export function rulesByGravity(findings: readonly ReportFinding[]): [ruleId: string, findings: ReportFinding[]][] {
  const rank = (group: readonly ReportFinding[]): number =>
    group.some(({ blocker }) => blocker) ? -1 : Math.min(...group.map(({ severity }) => SEVERITIES.indexOf(severity)));
  return [...groupedBy(findings, ({ ruleId }) => ruleId)].sort(([a, one], [b, other]) => rank(one) - rank(other) || other.length - one.length || compareText(a, b));
}

export interface SeverityCounts {
  error: number;
  warning: number;
  info: number;
}

/** How many findings of each severity stand outside of the baseline. */
export function severityCounts(findings: readonly ReportFinding[]): SeverityCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** `2 errors, 1 warning`; `no findings` when there are none. */
export function severityWords(counts: SeverityCounts): string {
  const words = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) =>
    severity === 'info' ? `${counts.info} info` : counted(counts[severity], severity),
  );
  return words.length > 0 ? words.join(', ') : 'no findings';
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
export function gains(score: ReportScore, findings: readonly ReportFinding[], rules: ReadonlyMap<string, RuleWords>): Gain[] {
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

/** All files that were read. */
export function filesRead({ files }: JsonReport): number {
  return files.typescript + files.javascript + files.python + files.notebook;
}

/** `87.5`, or a dash when nothing was measured. */
export function pointsText(points: number | null): string {
  return points === null ? '–' : String(toTenth(points));
}
