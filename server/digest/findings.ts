/** How findings are counted, ordered and grouped wherever they are shown. */
import type { FindingGroup, Grouping } from '../protocol/answers.ts';
import type { FindingFilter } from '../protocol/question.ts';
import type { JsonReport, ReportedSeverity, ReportFinding } from '../protocol/report.ts';
import { groupedBy, compareText } from '../text/order.ts';
import { counted } from '../text/wording.ts';

/** Most severe first. */
export const SEVERITIES: readonly ReportedSeverity[] = ['error', 'warning', 'info'];

/** How many findings there are of each severity. */
export type SeverityCounts = Record<ReportedSeverity, number>;

/** All findings of one rule. */
export interface RuleFindings {
  ruleId: string;
  /** The most severe among the findings. */
  severity: ReportedSeverity;
  guideline: string;
  /** True when one of the findings is a blocker. */
  blocker: boolean;
  findings: ReportFinding[];
}

/** The findings outside the baseline. */
export function freshOf(findings: readonly ReportFinding[]): ReportFinding[] {
  return findings.filter(({ baseline }) => !baseline);
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

/** Findings by rule: blockers first, then by highest severity, then by count. */
export function byRule(findings: readonly ReportFinding[]): RuleFindings[] {
  const rules = [...groupedBy(findings, ({ ruleId }) => ruleId)].map(([ruleId, group]): RuleFindings => ({
    ruleId,
    severity: gravest(group),
    guideline: group[0]?.guideline ?? '',
    blocker: group.some(({ blocker }) => blocker),
    findings: group,
  }));
  return rules.sort(
    (a, b) =>
      Number(b.blocker) - Number(a.blocker) ||
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      b.findings.length - a.findings.length ||
      compareText(a.ruleId, b.ruleId),
  );
}

function gravest(findings: readonly ReportFinding[]): ReportedSeverity {
  return SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity)) ?? 'info';
}

/** Counts findings by severity. */
export function severityCounts(findings: readonly ReportFinding[]): SeverityCounts {
  const counts: SeverityCounts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** `1 error`, `2 warnings`, `3 info` */
export function severityCount(severity: ReportedSeverity, count: number): string {
  return severity === 'info' ? `${count} info` : counted(count, severity);
}

/** `2 errors, 1 warning`; `no findings` when there are none. */
export function severityWords(counts: SeverityCounts): string {
  const words = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => severityCount(severity, counts[severity]));
  return words.length > 0 ? words.join(', ') : 'no findings';
}

/** The same for a whole report, which may be about nothing: without a file that was read, there is no word of findings. */
export function findingsWords(report: Pick<JsonReport, 'files'>, counts: SeverityCounts): string {
  const none = SEVERITIES.every((severity) => counts[severity] === 0);
  return none && filesRead(report) === 0 ? 'nothing was reviewed' : severityWords(counts);
}

/** Number of findings by block; blocks without findings are left out. */
export function findingsByBlock(findings: readonly ReportFinding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { block } of findings) if (block !== null) counts.set(block, (counts.get(block) ?? 0) + 1);
  return counts;
}

/** All files that were read. */
export function filesRead({ files }: { files: Omit<JsonReport['files'], 'skipped'> & { skipped?: unknown } }): number {
  const { skipped: _, ...byLanguage } = files;
  return Object.values(byLanguage).reduce((sum, count) => sum + count, 0);
}

/** The findings that a filter lets through, in their order. */
export function matchingFindings(findings: readonly ReportFinding[], filter: FindingFilter): ReportFinding[] {
  const wanted = (filter.search ?? '').trim().toLowerCase();
  const category = filter.category === undefined ? '' : `${filter.category}/`;
  return findings.filter((finding) =>
    (filter.severity === undefined || finding.severity === filter.severity)
    && (filter.rule === undefined || finding.ruleId === filter.rule)
    && (filter.block === undefined || finding.block === filter.block)
    && (filter.path === undefined || finding.path === filter.path)
    && (filter.blocker === undefined || finding.blocker === filter.blocker)
    && (filter.baseline === undefined || finding.baseline === filter.baseline)
    && finding.ruleId.startsWith(category)
    && finding.message.includes(filter.message ?? '')
    && (wanted === '' || `${finding.ruleId}\n${finding.message}\n${finding.path}\n${finding.block ?? ''}`.toLowerCase().includes(wanted)));
}

/** Groups findings: those with blockers first, then by highest severity, then by count. */
export function groupFindings(findings: readonly ReportFinding[], by: Grouping): FindingGroup[] {
  const keyOf = { rule: ({ ruleId }: ReportFinding) => ruleId, block: ({ block }: ReportFinding) => block ?? '', file: ({ path }: ReportFinding) => path }[by];
  return [...groupedBy(findings, keyOf)]
    .map(([id, group]): FindingGroup => ({
      id, severity: gravest(group), blocking: group.filter(({ blocker }) => blocker).length, guideline: by === 'rule' ? (group[0]?.guideline ?? '') : '',
      count: group.length,
    }))
    .sort(
      (a, b) =>
        Number(b.blocking > 0) - Number(a.blocking > 0) ||
        SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
        b.count - a.count ||
        compareText(a.id, b.id),
    );
}
