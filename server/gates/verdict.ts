/** The one verdict on a review: whether the gate passed, and every condition that failed. */
import { BAR } from '../score/formula.ts';
import type { ReportFinding } from '../protocol/report.ts';

/** What the gate needs to know about a finding. */
export type GatedFinding = Pick<ReportFinding, 'severity' | 'blocker' | 'baseline'>;

/** @returns whether this finding alone fails the gate: a new error or a new blocker */
export function failsGate({ severity, blocker, baseline }: GatedFinding): boolean {
  return !baseline && (severity === 'error' || blocker);
}

/** The score that a review must reach, and where that is set. */
export interface Bar {
  points: number;
  source: 'argument' | 'configuration' | 'default';
}

/** A condition that failed. */
export type GateReason =
  /** Errors that no baseline holds. */
  | { condition: 'errors'; count: number }
  /** Blockers that no baseline holds. */
  | { condition: 'blockers'; count: number }
  | { condition: 'score'; total: number; bar: Bar };

export interface Verdict {
  passed: boolean;
  /** Empty when the gate passed. */
  reasons: GateReason[];
}

/** What the verdict is based on. */
export interface Judged {
  findings: readonly GatedFinding[];
  /** The score; null when nothing could be measured, which does not fail the gate. */
  total: number | null;
}

/** Possible sources of a bar. */
export interface BarSources {
  /** Given with the command. */
  argument: number | undefined;
  /** `review.failUnder` of the configuration. */
  configured: number | null;
  hasBaseline: boolean;
}

/**
 * @returns the bar that applies: the command's, else the configuration's, else the bar for approval,
 *   or none if there is a baseline
 */
export function barOf({ argument, configured, hasBaseline }: BarSources): Bar | null {
  if (argument !== undefined) return { points: argument, source: 'argument' };
  if (configured !== null) return { points: configured, source: 'configuration' };
  return hasBaseline ? null : { points: BAR, source: 'default' };
}

/** @param bar null for no bar */
export function verdictOn({ findings, total }: Judged, bar: Bar | null): Verdict {
  const errors = findings.filter(({ baseline, severity }) => !baseline && severity === 'error').length;
  const blockers = findings.filter(({ baseline, blocker }) => !baseline && blocker).length;
  const reasons: GateReason[] = [];
  if (errors > 0) reasons.push({ condition: 'errors', count: errors });
  if (blockers > 0) reasons.push({ condition: 'blockers', count: blockers });
  if (bar !== null && total !== null && total < bar.points) reasons.push({ condition: 'score', total, bar });
  return { passed: reasons.length === 0, reasons };
}
