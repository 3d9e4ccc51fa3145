/** Filters findings and groups them by rule. */
import type { ReportedSeverity, ReportFinding } from '../../server/protocol/report.ts';
import type { ScoreState } from '../state.ts';

export interface RuleFindings {
  ruleId: string;
  /** The worst severity among its findings. */
  severity: ReportedSeverity;
  guideline: string;
  blocker: boolean;
  findings: ReportFinding[];
}

const WEIGHT: Record<ReportedSeverity, number> = { error: 0, warning: 1, info: 2 };

/** The findings that match, by rule: blockers first, then by severity, then the most frequent. */
export function groupByRule(findings: readonly ReportFinding[], { search, severity }: Pick<ScoreState, 'search' | 'severity'>): RuleFindings[] {
  const wanted = search.trim().toLowerCase();
  const rules = new Map<string, RuleFindings>();
  for (const finding of findings) {
    if (severity !== 'all' && finding.severity !== severity) continue;
    if (wanted !== '' && !`${finding.ruleId}\n${finding.message}\n${finding.path}\n${finding.block ?? ''}`.toLowerCase().includes(wanted)) continue;
    const rule = rules.get(finding.ruleId) ?? { ruleId: finding.ruleId, severity: finding.severity, guideline: finding.guideline, blocker: false, findings: [] };
    if (WEIGHT[finding.severity] < WEIGHT[rule.severity]) rule.severity = finding.severity;
    rule.blocker ||= finding.blocker;
    rule.findings.push(finding);
    rules.set(finding.ruleId, rule);
  }
  return [...rules.values()].sort(
    (a, b) =>
      Number(b.blocker) - Number(a.blocker) ||
      WEIGHT[a.severity] - WEIGHT[b.severity] ||
      b.findings.length - a.findings.length ||
      a.ruleId.localeCompare(b.ruleId),
  );
}
