/** Every fix that edits TypeScript and JavaScript, by the name that rules use. */
import type { FixProvider } from '../../../facts/adapter.ts';
import { execFile } from './exec-file.ts';
import { addToContract, removeFromContract } from './contract.ts';
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
import { useUsing } from './use-using.ts';

export const fixes: Readonly<Record<string, FixProvider>> = {
  'typescript/exec-file': execFile,
  'typescript/constructor-parameter': constructorParameter,
  'typescript/contract-add': addToContract,
  'typescript/contract-remove': removeFromContract,
  'typescript/extract-interface': extractInterface,
  'typescript/import-from-face': importFromFace,
  'typescript/import-type': importType,
  'typescript/infer-type': inferType,
  'typescript/log-error': logError,
  'typescript/random-token': randomToken,
  'typescript/remove-property': removeProperty,
  'typescript/rethrow': rethrow,
  'typescript/secret-to-environment': secretToEnvironment,
  'typescript/unfocus-test': unfocusTest,
  'typescript/options-object': optionsObject,
  'typescript/unknown': writeUnknown,
  'typescript/use-logger': useLogger,
  'typescript/await-file': awaitFile,
  'typescript/hoist': hoist,
  'typescript/parallel-await': parallelAwait,
  'typescript/doc-skeleton': docSkeleton,
  'typescript/rename': rename,
  'typescript/sort-imports': sortImports,
  'typescript/close-in-finally': closeInFinally,
  'typescript/use-using': useUsing,
};
