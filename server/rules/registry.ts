/** All rules. Generated from the folder by `npm run generate`; do not edit. */
import type { Rule } from './kit/rule.ts';
import { rule as architectureBlockCycle } from './architecture/block-cycle.ts';
import { rule as architectureGodClass } from './architecture/god-class.ts';
import { rule as architectureHardcodedDependency } from './architecture/hardcoded-dependency.ts';
import { rule as architectureImportCycle } from './architecture/import-cycle.ts';
import { rule as architectureLayerCrossing } from './architecture/layer-crossing.ts';
import { rule as architectureLayout } from './architecture/layout.ts';
import { rule as architecturePrivateImport } from './architecture/private-import.ts';
import { rule as architectureUndeclaredDependency } from './architecture/undeclared-dependency.ts';
import { rule as privacyPersonalDataInLog } from './privacy/personal-data-in-log.ts';
import { rule as qualityComplexFunction } from './quality/complex-function.ts';
import { rule as qualityDeepNesting } from './quality/deep-nesting.ts';
import { rule as qualityLongFunction } from './quality/long-function.ts';
import { rule as qualitySwallowedError } from './quality/swallowed-error.ts';
import { rule as securityCodeInjection } from './security/code-injection.ts';
import { rule as securityCommandInjection } from './security/command-injection.ts';
import { rule as securityContainer } from './security/container.ts';
import { rule as securityHardcodedPath } from './security/hardcoded-path.ts';
import { rule as securityHardcodedSecret } from './security/hardcoded-secret.ts';
import { rule as securityHardcodedUrl } from './security/hardcoded-url.ts';
import { rule as securityInsecureTransport } from './security/insecure-transport.ts';
import { rule as securityPathTraversal } from './security/path-traversal.ts';
import { rule as securitySqlInjection } from './security/sql-injection.ts';
import { rule as securityUnsafeDeserialization } from './security/unsafe-deserialization.ts';
import { rule as securityWeakCrypto } from './security/weak-crypto.ts';
import { rule as sourceRuleFailure } from './source/rule-failure.ts';
import { rule as sourceSyntaxError } from './source/syntax-error.ts';
import { rule as suppressionMissingReason } from './suppression/missing-reason.ts';
import { rule as suppressionUnknownRule } from './suppression/unknown-rule.ts';
import { rule as suppressionUnused } from './suppression/unused.ts';
import { rule as testingFocusedTest } from './testing/focused-test.ts';
import { rule as testingMeaninglessTest } from './testing/meaningless-test.ts';

export const rules: readonly Rule[] = [
  architectureBlockCycle,
  architectureGodClass,
  architectureHardcodedDependency,
  architectureImportCycle,
  architectureLayerCrossing,
  architectureLayout,
  architecturePrivateImport,
  architectureUndeclaredDependency,
  privacyPersonalDataInLog,
  qualityComplexFunction,
  qualityDeepNesting,
  qualityLongFunction,
  qualitySwallowedError,
  securityCodeInjection,
  securityCommandInjection,
  securityContainer,
  securityHardcodedPath,
  securityHardcodedSecret,
  securityHardcodedUrl,
  securityInsecureTransport,
  securityPathTraversal,
  securitySqlInjection,
  securityUnsafeDeserialization,
  securityWeakCrypto,
  sourceRuleFailure,
  sourceSyntaxError,
  suppressionMissingReason,
  suppressionUnknownRule,
  suppressionUnused,
  testingFocusedTest,
  testingMeaninglessTest,
];
