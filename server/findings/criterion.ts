/** Where a finding counts in the score. */

export type CriterionId =
  | 'types-and-docs' | 'error-handling' | 'performance'
  | 'data-handling' | 'model-design' | 'reproducibility'
  | 'practices' | 'privacy'
  | 'coverage-and-quality'
  | 'layering' | 'cycles' | 'contracts-and-boundaries' | 'cohesion';
