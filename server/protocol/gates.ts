/** The shape of `gate --format json`, version 1, and of the gate in the report of a review. */

/** How a value is compared with its threshold. */
export const OPERATORS = ['>=', '>', '<=', '<', '==', '!='] as const;
export type Operator = (typeof OPERATORS)[number];

/** What a metric can be. */
export type MetricValue = number | string | boolean;

/** One condition of a gate, and how things stand. */
export interface GateCondition {
  metric: string;
  operator: Operator;
  threshold: MetricValue;
  /** Null when the metric is unknown, missing or no usable value. */
  value: MetricValue | null;
  passed: boolean;
  /** Where the value comes from: `review`, `changed lines`, the path of a file or of a run. */
  source: string;
  /** How things stand, or why there is no value, in words. */
  reason: string;
}

/** A gate that was evaluated. */
export interface GateResult {
  name: string;
  /** A condition that only warns does not decide. */
  passed: boolean;
  conditions: GateCondition[];
}

export interface GateReport {
  schemaVersion: 1;
  passed: boolean;
  gates: GateResult[];
}

/** A condition as a gate asks for it. */
export interface AskedCondition {
  metric: string;
  operator: Operator;
  threshold: MetricValue;
  /** A failed condition of severity `warning` is told and decides nothing. */
  severity: 'blocking' | 'warning';
  /** Metrics file or run that holds the metric, relative to the folder; null when it is one of the review or its file is unknown. */
  file: string | null;
}

/** A gate as the configuration defines it. */
export interface AskedGate {
  name: string;
  conditions: readonly AskedCondition[];
}
