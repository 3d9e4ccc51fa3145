/** Gates for the four things that are released: data, a model, a deployment, what runs in production. */
import type { AskedCondition } from '../protocol/gates.ts';

export const GATE_FAMILIES = ['data', 'model', 'deployment', 'production'] as const;
export type GateFamily = (typeof GATE_FAMILIES)[number];

/** A condition of a family, before a gate says which file holds its metric. */
export type FamilyCondition = Omit<AskedCondition, 'file'>;

function blocking(metric: string, operator: AskedCondition['operator'], threshold: AskedCondition['threshold']): FamilyCondition {
  return { metric, operator, threshold, severity: 'blocking' };
}

function warning(metric: string, operator: AskedCondition['operator'], threshold: AskedCondition['threshold']): FamilyCondition {
  return { ...blocking(metric, operator, threshold), severity: 'warning' };
}

/** Shares are from 0 to 1, coverage and rates of the review in percent. What only a person can say is true or false in the metrics file. */
export const FAMILY_CONDITIONS: Readonly<Record<GateFamily, readonly FamilyCondition[]>> = {
  data: [
    blocking('completeness', '>', 0.9), blocking('accuracy', '>=', 0.95), blocking('consistency', '>=', 0.98), blocking('critical_issues', '==', 0),
    blocking('schema_valid', '==', true), warning('lineage_documented', '==', true),
  ],
  model: [
    blocking('accuracy', '>=', 0.85), blocking('f1', '>=', 0.8), blocking('cross_validation_std', '<=', 0.05), blocking('bias', '<=', 0.1),
    blocking('bias_approved', '==', true), warning('interpretability_met', '==', true), blocking('new.security/*', '==', 0),
  ],
  deployment: [
    blocking('tests.total', '>', 0), blocking('tests.failed', '==', 0), blocking('coverage.lines', '>=', 90), blocking('performance_test_passed', '==', true),
    blocking('new.security/*', '==', 0), blocking('monitoring_configured', '==', true), blocking('rollback_tested', '==', true),
  ],
  production: [
    blocking('health_checks_passing', '==', true), blocking('latency_p95_ms', '<=', 500), blocking('error_rate', '<=', 0.01),
    blocking('critical_alerts_24h', '==', 0), warning('business_impact_positive', '==', true), blocking('stakeholder_approved', '==', true),
  ],
};
