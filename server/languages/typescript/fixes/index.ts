/** Every fix for TypeScript and JavaScript, by the id that rules use. */
import type { FixProvider } from '../../../facts/adapter.ts';
import type { FIX_IDS } from '../fix-ids.ts';
import { execFile } from './exec-file.ts';
import { addToContract, removeFromContract } from '../../kit/contract-edit.ts';
import { constructorParameter } from './constructor-parameter.ts';
import { extractInterface } from './extract-interface.ts';
import { importFromFace } from './import-from-face.ts';
import { importType } from './import-type.ts';
import { inferType } from './infer-type.ts';
import { logError } from './log-error.ts';
import { randomToken } from './random-token.ts';
import { removeProperty } from './remove-property.ts';
import { rethrow } from './rethrow.ts';
import { secretToEnvironment } from './secret-to-environment.ts';
import { unfocusTest } from './unfocus-test.ts';
import { optionsObject } from './options-object.ts';
import { writeUnknown } from './unknown.ts';
import { useLogger } from './use-logger.ts';
import { awaitFile } from './await-file.ts';
import { hoist } from './hoist.ts';
import { parallelAwait } from './parallel-await.ts';
import { docSkeleton } from './doc-skeleton.ts';
import { rename } from './rename.ts';
import { sortImports } from './sort-imports.ts';
import { closeInFinally } from './close-in-finally.ts';
import { scopedResource } from './scoped-resource.ts';

export const fixes: Readonly<Record<(typeof FIX_IDS)[number], FixProvider>> = {
  'exec-file': execFile,
  'constructor-parameter': constructorParameter,
  'contract-add': addToContract,
  'contract-remove': removeFromContract,
  'extract-interface': extractInterface,
  'import-from-face': importFromFace,
  'import-type': importType,
  'infer-type': inferType,
  'log-error': logError,
  'random-token': randomToken,
  'remove-property': removeProperty,
  rethrow: rethrow,
  'secret-to-environment': secretToEnvironment,
  'unfocus-test': unfocusTest,
  'options-object': optionsObject,
  unknown: writeUnknown,
  'use-logger': useLogger,
  'await-file': awaitFile,
  hoist: hoist,
  'parallel-await': parallelAwait,
  'doc-skeleton': docSkeleton,
  rename: rename,
  'sort-imports': sortImports,
  'close-in-finally': closeInFinally,
  'scoped-resource': scopedResource,
};
