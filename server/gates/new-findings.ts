/** Findings that are new: those that no baseline holds. Only they can fail the gate. */
import type { ReportFinding } from '../protocol/report.ts';

/** What the gate looks at of a finding. */
export type GatedFinding = Pick<ReportFinding, 'severity' | 'blocker' | 'baseline'>;

/** New findings by severity. */
export interface NewCounts {
  errors: number;
  warnings: number;
  infos: number;
}

/** @returns whether this finding alone fails the gate: a new error or a new blocker */
export function failsGate({ severity, blocker, baseline }: GatedFinding): boolean {
  return !baseline && (severity === 'error' || blocker);
}

/** Counts the findings that no baseline holds. */
export function countNew(findings: readonly GatedFinding[]): NewCounts {
  const count = (severity: GatedFinding['severity']): number => findings.filter((finding) => !finding.baseline && finding.severity === severity).length;
  return { errors: count('error'), warnings: count('warning'), infos: count('info') };
}
