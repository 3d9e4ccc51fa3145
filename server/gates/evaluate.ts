/** Evaluates a gate: each condition with its value, and whether it holds. */
import type { AskedCondition, AskedGate, GateCondition, GateResult, MetricValue } from '../protocol/gates.ts';

/** A metric as it was found: its value, or why there is none. */
export type Measured = { source: string } & ({ value: MetricValue } | { missing: string });

/** A condition that was evaluated. Its severity is not a part of the JSON. */
export interface EvaluatedCondition extends GateCondition {
  severity: AskedCondition['severity'];
}

export interface EvaluatedGate extends GateResult {
  conditions: EvaluatedCondition[];
}

/**
 * @param gate as it is asked for
 * @param measure gives the metric of a condition
 * @returns the gate, which fails when a blocking condition does not hold or has no value
 */
export function evaluateGate({ name, conditions }: AskedGate, measure: (condition: AskedCondition) => Measured): EvaluatedGate {
  const evaluated = conditions.map((condition) => evaluate(condition, measure(condition)));
  // A gate whose conditions are all switched off says nothing, and must not be taken for one that holds.
  const passed = evaluated.length > 0 && evaluated.every((each) => each.passed || each.severity === 'warning');
  return { name, passed, conditions: evaluated };
}

function evaluate({ metric, operator, threshold, severity }: AskedCondition, measured: Measured): EvaluatedCondition {
  const { source } = measured;
  const found = 'value' in measured ? comparable(measured.value, threshold) : { no: measured.missing };
  const told = (value: MetricValue | null, passed: boolean, reason: string): EvaluatedCondition => ({
    metric, operator, threshold, value, passed, source, reason: !passed && severity === 'warning' ? `${reason} (a warning)` : reason, severity,
  });
  if ('no' in found) return told('value' in measured ? shown(measured.value, threshold) : null, false, `${metric}: ${found.no}`);
  const value = shown(found.value, threshold);
  const stands = value === null ? 'is another text' : String(value);
  return told(value, holds(found.value, operator, threshold), `${metric} ${stands}, asked ${operator} ${String(threshold)}`);
}

/** Only values of the same kind are compared: the text "1" is no number, and what is no number at all never passes. */
function comparable(value: MetricValue, threshold: MetricValue): { value: MetricValue } | { no: string } {
  if (typeof value === 'number' && !Number.isFinite(value)) return { no: `is ${value}, which is no number to compare` };
  if (typeof value !== typeof threshold) return { no: `is ${kind(value)}, and ${kind(threshold)} was asked for` };
  return { value };
}

/**
 * JSON has no word for a number that is none. A text of a file is only shown when it is the one that was asked for:
 * any other may be a secret, which nothing around it would tell.
 */
function shown(value: MetricValue, threshold: MetricValue): MetricValue | null {
  if (typeof value === 'string') return value === threshold ? value : null;
  return typeof value === 'number' && !Number.isFinite(value) ? null : value;
}

function kind(value: MetricValue): string {
  return typeof value === 'number' ? 'a number' : typeof value === 'boolean' ? `${value}` : 'a text';
}

function holds(value: MetricValue, operator: AskedCondition['operator'], threshold: MetricValue): boolean {
  switch (operator) {
    case '>=': return value >= threshold;
    case '>': return value > threshold;
    case '<=': return value <= threshold;
    case '<': return value < threshold;
    case '==': return value === threshold;
    case '!=': return value !== threshold;
  }
}
