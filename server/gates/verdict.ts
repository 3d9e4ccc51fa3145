/** The one verdict on a review: each condition of its gate, and whether the gate passed. */
import { BAR } from '../score/formula.ts';
import type { GateCondition, GateResult } from '../protocol/gates.ts';
import type { ReportFinding } from '../protocol/report.ts';
import { counted } from '../text/wording.ts';

/** What the gate needs to know about a finding. */
export type GatedFinding = Pick<ReportFinding, 'severity' | 'blocker' | 'baseline'>;

/** The name of a review's own gate. */
export const REVIEW_GATE = 'review';

/** @returns whether this finding alone fails the gate: a new error or a new blocker */
export function failsGate({ severity, blocker, baseline }: GatedFinding): boolean {
  return !baseline && (severity === 'error' || blocker);
}

/** The score that a review must reach, and where that is set. */
export interface Bar {
  points: number;
  source: 'argument' | 'configuration' | 'default';
}

const ASKED: Readonly<Record<Bar['source'], string>> = { argument: 'by --fail-under', configuration: 'by the configuration', default: 'for approval' };

/** What the verdict is based on. */
export interface Judged {
  findings: readonly GatedFinding[];
  /** The score; null when nothing could be measured, which does not fail the gate. */
  total: number | null;
  /** Whether the findings are those of changed lines only. */
  ofChange?: boolean;
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

/** @param bar null for no bar, and then no condition on the score @returns the gate with all its conditions, passed ones included */
export function verdictOn({ findings, total, ofChange = false }: Judged, bar: Bar | null): GateResult {
  const fresh = findings.filter(({ baseline }) => !baseline);
  const frozen = fresh.length < findings.length ? ' outside the baseline' : '';
  const source = ofChange ? 'changed lines' : REVIEW_GATE;
  const none = (metric: string, noun: string, count: number): GateCondition =>
    ({ metric, operator: '==', threshold: 0, value: count, passed: count === 0, source, reason: `${counted(count, noun)}${frozen}` });
  const conditions = [
    ...(bar === null ? [] : [scoreCondition(total, bar)]),
    none('new.errors', 'error', fresh.filter(({ severity }) => severity === 'error').length),
    none('new.blockers', 'blocker', fresh.filter(({ blocker }) => blocker).length),
  ];
  return { name: REVIEW_GATE, passed: conditions.every(({ passed }) => passed), conditions };
}

function scoreCondition(total: number | null, { points, source }: Bar): GateCondition {
  const asked = `asked ${points} ${ASKED[source]}`;
  return {
    metric: 'score.total', operator: '>=', threshold: points, value: total, passed: total === null || total >= points, source: REVIEW_GATE,
    reason: total === null ? `no score, because nothing could be measured; ${asked}` : `score ${total}, ${asked}`,
  };
}
