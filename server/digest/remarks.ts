/** Findings that say the same about many places of a block, summed up in one remark. */
import type { ReportedSeverity, ReportFinding } from '../protocol/report.ts';
import { groupedBy, compareText } from '../text/order.ts';
import { SEVERITIES } from './findings.ts';

/** Up to this many places of a block are listed one by one. */
const FEW = 5;

/** A rule that says the same of many places of a block. */
export interface Remark {
  ruleId: string;
  severity: ReportedSeverity;
  block: string | null;
  /** In the order that they were given in. */
  findings: readonly ReportFinding[];
}

/** Findings by rule, with the block that has most of them. */
export interface RuleSum {
  ruleId: string;
  count: number;
  /** In how many blocks. */
  blocks: number;
  most: { block: string | null; count: number };
}

/**
 * Blockers are always listed one by one, because each must be fixed.
 * @param findings in the order in which they are shown
 * @returns those to list one by one, and remarks for the others: the most severe first, then the most frequent
 */
export function remarksOf(findings: readonly ReportFinding[]): { single: ReportFinding[]; repeated: Remark[] } {
  const groups = [...groupedBy(findings, ({ ruleId, severity, block, blocker }) => JSON.stringify([ruleId, severity, block, blocker])).values()];
  const many = new Set(groups.filter((group) => group.length > FEW && !group[0]!.blocker));
  const repeated = [...many].map((group): Remark => ({ ruleId: group[0]!.ruleId, severity: group[0]!.severity, block: group[0]!.block, findings: group }));
  const told = new Set(repeated.flatMap((remark) => remark.findings));
  repeated.sort(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.findings.length - a.findings.length || compareText(a.ruleId, b.ruleId),
  );
  return { single: findings.filter((finding) => !told.has(finding)), repeated };
}

/** Sums by rule, the most frequent first. */
export function sumsByRule(findings: readonly ReportFinding[]): RuleSum[] {
  return [...groupedBy(findings, ({ ruleId }) => ruleId)]
    .map(([ruleId, group]): RuleSum => {
      const blocks = [...groupedBy(group, ({ block }) => block)].sort(([a, own], [b, other]) => other.length - own.length || compareText(a ?? '', b ?? ''));
      const [block, own] = blocks[0]!;
      return { ruleId, count: group.length, blocks: blocks.length, most: { block, count: own.length } };
    })
    .sort((a, b) => b.count - a.count || compareText(a.ruleId, b.ruleId));
}
