/** All rules. Generated from the folder by `npm run generate`; do not edit. */
import type { Rule } from './kit/rule.ts';
import { rule as architectureLayerCrossing } from './architecture/layer-crossing.ts';
import { rule as qualityDeepNesting } from './quality/deep-nesting.ts';
import { rule as sourceRuleFailure } from './source/rule-failure.ts';
import { rule as sourceSyntaxError } from './source/syntax-error.ts';
import { rule as suppressionMissingReason } from './suppression/missing-reason.ts';
import { rule as suppressionUnknownRule } from './suppression/unknown-rule.ts';
import { rule as suppressionUnused } from './suppression/unused.ts';

export const rules: readonly Rule[] = [
  architectureLayerCrossing,
  qualityDeepNesting,
  sourceRuleFailure,
  sourceSyntaxError,
  suppressionMissingReason,
  suppressionUnknownRule,
  suppressionUnused,
];
