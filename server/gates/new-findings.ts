/** New findings: those not in the baseline. Only they can fail the gate. */
import type { ReportFinding } from '../protocol/report.ts';

/** What the gate needs to know about a finding. */
export type GatedFinding = Pick<ReportFinding, 'severity' | 'blocker' | 'baseline'>;

/** @returns whether this finding alone fails the gate: a new error or a new blocker */
export function failsGate({ severity, blocker, baseline }: GatedFinding): boolean {
  return !baseline && (severity === 'error' || blocker);
}
