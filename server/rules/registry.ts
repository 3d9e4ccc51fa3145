/** All rules. Generated from the folder by `npm run generate`; do not edit. */
import type { Rule } from './kit/rule.ts';
import { rule as architectureBlockCycle } from './architecture/block-cycle.ts';
import { rule as architectureContract } from './architecture/contract.ts';
import { rule as architectureGodClass } from './architecture/god-class.ts';
import { rule as architectureHardcodedDependency } from './architecture/hardcoded-dependency.ts';
import { rule as architectureImportCycle } from './architecture/import-cycle.ts';
import { rule as architectureLayerCrossing } from './architecture/layer-crossing.ts';
import { rule as architectureLayout } from './architecture/layout.ts';
import { rule as architecturePrivateImport } from './architecture/private-import.ts';
import { rule as architectureUndeclaredDependency } from './architecture/undeclared-dependency.ts';
import { rule as architectureVersion } from './architecture/version.ts';
import { rule as mlChainedAssignment } from './ml/chained-assignment.ts';
import { rule as mlConstantOutput } from './ml/constant-output.ts';
import { rule as mlDoubleActivation } from './ml/double-activation.ts';
import { rule as mlHardcodedFactory } from './ml/hardcoded-factory.ts';
import { rule as mlHardcodedHyperparameter } from './ml/hardcoded-hyperparameter.ts';
import { rule as mlInefficientLoading } from './ml/inefficient-loading.ts';
import { rule as mlLeftInEvaluation } from './ml/left-in-evaluation.ts';
import { rule as mlMissingSeed } from './ml/missing-seed.ts';
import { rule as mlMissingZeroGrad } from './ml/missing-zero-grad.ts';
import { rule as mlMultiTestLeakage } from './ml/multi-test-leakage.ts';
import { rule as mlOverlapLeakage } from './ml/overlap-leakage.ts';
import { rule as mlPreprocessingLeakage } from './ml/preprocessing-leakage.ts';
import { rule as mlRetainedGraph } from './ml/retained-graph.ts';
import { rule as mlUnregisteredModule } from './ml/unregistered-module.ts';
import { rule as mlUntrackedExperiment } from './ml/untracked-experiment.ts';
import { rule as mlUnvalidatedData } from './ml/unvalidated-data.ts';
import { rule as mlUnversionedModel } from './ml/unversioned-model.ts';
import { rule as performanceAwaitInLoop } from './performance/await-in-loop.ts';
import { rule as performanceExceededBudget } from './performance/exceeded-budget.ts';
import { rule as performanceQuadraticSearch } from './performance/quadratic-search.ts';
import { rule as performanceReadInLoop } from './performance/read-in-loop.ts';
import { rule as performanceRepeatedCall } from './performance/repeated-call.ts';
import { rule as performanceRowIteration } from './performance/row-iteration.ts';
import { rule as performanceSyncIoInAsync } from './performance/sync-io-in-async.ts';
import { rule as privacyPersonalDataInLog } from './privacy/personal-data-in-log.ts';
import { rule as qualityBareExcept } from './quality/bare-except.ts';
import { rule as qualityBrokenException } from './quality/broken-exception.ts';
import { rule as qualityCallArguments } from './quality/call-arguments.ts';
import { rule as qualityChangedWhileIterated } from './quality/changed-while-iterated.ts';
import { rule as qualityComplexFunction } from './quality/complex-function.ts';
import { rule as qualityConstantCondition } from './quality/constant-condition.ts';
import { rule as qualityDeepNesting } from './quality/deep-nesting.ts';
import { rule as qualityDuplicateCode } from './quality/duplicate-code.ts';
import { rule as qualityExplicitAny } from './quality/explicit-any.ts';
import { rule as qualityFormatMismatch } from './quality/format-mismatch.ts';
import { rule as qualityImportOrder } from './quality/import-order.ts';
import { rule as qualityLineLength } from './quality/line-length.ts';
import { rule as qualityLongFunction } from './quality/long-function.ts';
import { rule as qualityLongParameterList } from './quality/long-parameter-list.ts';
import { rule as qualityMisreadCall } from './quality/misread-call.ts';
import { rule as qualityMissingAwait } from './quality/missing-await.ts';
import { rule as qualityMissingDocstring } from './quality/missing-docstring.ts';
import { rule as qualityMissingInterpolation } from './quality/missing-interpolation.ts';
import { rule as qualityMissingType } from './quality/missing-type.ts';
import { rule as qualityMutableDefault } from './quality/mutable-default.ts';
import { rule as qualityNaming } from './quality/naming.ts';
import { rule as qualityNoEffect } from './quality/no-effect.ts';
import { rule as qualityOverwrittenDefinition } from './quality/overwritten-definition.ts';
import { rule as qualityPrintLogging } from './quality/print-logging.ts';
import { rule as qualityResourceLeak } from './quality/resource-leak.ts';
import { rule as qualitySecondResponse } from './quality/second-response.ts';
import { rule as qualitySwallowedError } from './quality/swallowed-error.ts';
import { rule as qualityUnknownMember } from './quality/unknown-member.ts';
import { rule as qualityUnreachableHandler } from './quality/unreachable-handler.ts';
import { rule as securityArchiveEscape } from './security/archive-escape.ts';
import { rule as securityCodeInjection } from './security/code-injection.ts';
import { rule as securityCommandInjection } from './security/command-injection.ts';
import { rule as securityContainer } from './security/container.ts';
import { rule as securityDebugMode } from './security/debug-mode.ts';
import { rule as securityHardcodedPath } from './security/hardcoded-path.ts';
import { rule as securityHardcodedSecret } from './security/hardcoded-secret.ts';
import { rule as securityHardcodedUrl } from './security/hardcoded-url.ts';
import { rule as securityInsecureCookie } from './security/insecure-cookie.ts';
import { rule as securityInsecureTransport } from './security/insecure-transport.ts';
import { rule as securityLoosePermissions } from './security/loose-permissions.ts';
import { rule as securityMissingTimeout } from './security/missing-timeout.ts';
import { rule as securityOpenRedirect } from './security/open-redirect.ts';
import { rule as securityPathTraversal } from './security/path-traversal.ts';
import { rule as securityPrototypePollution } from './security/prototype-pollution.ts';
import { rule as securityServerSideRequest } from './security/server-side-request.ts';
import { rule as securitySlowRegex } from './security/slow-regex.ts';
import { rule as securitySqlInjection } from './security/sql-injection.ts';
import { rule as securityUnescapedMarkup } from './security/unescaped-markup.ts';
import { rule as securityUnsafeDeserialization } from './security/unsafe-deserialization.ts';
import { rule as securityUnsafeTemporaryFile } from './security/unsafe-temporary-file.ts';
import { rule as securityWeakCrypto } from './security/weak-crypto.ts';
import { rule as securityXmlEntities } from './security/xml-entities.ts';
import { rule as sourceRuleFailure } from './source/rule-failure.ts';
import { rule as sourceSyntaxError } from './source/syntax-error.ts';
import { rule as sourceUndeclaredName } from './source/undeclared-name.ts';
import { rule as sourceUndefinedName } from './source/undefined-name.ts';
import { rule as sourceUnresolvedImport } from './source/unresolved-import.ts';
import { rule as suppressionMissingReason } from './suppression/missing-reason.ts';
import { rule as suppressionUnknownRule } from './suppression/unknown-rule.ts';
import { rule as suppressionUnused } from './suppression/unused.ts';
import { rule as testingFocusedTest } from './testing/focused-test.ts';
import { rule as testingLowCoverage } from './testing/low-coverage.ts';
import { rule as testingMeaninglessTest } from './testing/meaningless-test.ts';
import { rule as testingUntestedBlock } from './testing/untested-block.ts';

export const rules: readonly Rule[] = [
  architectureBlockCycle,
  architectureContract,
  architectureGodClass,
  architectureHardcodedDependency,
  architectureImportCycle,
  architectureLayerCrossing,
  architectureLayout,
  architecturePrivateImport,
  architectureUndeclaredDependency,
  architectureVersion,
  mlChainedAssignment,
  mlConstantOutput,
  mlDoubleActivation,
  mlHardcodedFactory,
  mlHardcodedHyperparameter,
  mlInefficientLoading,
  mlLeftInEvaluation,
  mlMissingSeed,
  mlMissingZeroGrad,
  mlMultiTestLeakage,
  mlOverlapLeakage,
  mlPreprocessingLeakage,
  mlRetainedGraph,
  mlUnregisteredModule,
  mlUntrackedExperiment,
  mlUnvalidatedData,
  mlUnversionedModel,
  performanceAwaitInLoop,
  performanceExceededBudget,
  performanceQuadraticSearch,
  performanceReadInLoop,
  performanceRepeatedCall,
  performanceRowIteration,
  performanceSyncIoInAsync,
  privacyPersonalDataInLog,
  qualityBareExcept,
  qualityBrokenException,
  qualityCallArguments,
  qualityChangedWhileIterated,
  qualityComplexFunction,
  qualityConstantCondition,
  qualityDeepNesting,
  qualityDuplicateCode,
  qualityExplicitAny,
  qualityFormatMismatch,
  qualityImportOrder,
  qualityLineLength,
  qualityLongFunction,
  qualityLongParameterList,
  qualityMisreadCall,
  qualityMissingAwait,
  qualityMissingDocstring,
  qualityMissingInterpolation,
  qualityMissingType,
  qualityMutableDefault,
  qualityNaming,
  qualityNoEffect,
  qualityOverwrittenDefinition,
  qualityPrintLogging,
  qualityResourceLeak,
  qualitySecondResponse,
  qualitySwallowedError,
  qualityUnknownMember,
  qualityUnreachableHandler,
  securityArchiveEscape,
  securityCodeInjection,
  securityCommandInjection,
  securityContainer,
  securityDebugMode,
  securityHardcodedPath,
  securityHardcodedSecret,
  securityHardcodedUrl,
  securityInsecureCookie,
  securityInsecureTransport,
  securityLoosePermissions,
  securityMissingTimeout,
  securityOpenRedirect,
  securityPathTraversal,
  securityPrototypePollution,
  securityServerSideRequest,
  securitySlowRegex,
  securitySqlInjection,
  securityUnescapedMarkup,
  securityUnsafeDeserialization,
  securityUnsafeTemporaryFile,
  securityWeakCrypto,
  securityXmlEntities,
  sourceRuleFailure,
  sourceSyntaxError,
  sourceUndeclaredName,
  sourceUndefinedName,
  sourceUnresolvedImport,
  suppressionMissingReason,
  suppressionUnknownRule,
  suppressionUnused,
  testingFocusedTest,
  testingLowCoverage,
  testingMeaninglessTest,
  testingUntestedBlock,
];
