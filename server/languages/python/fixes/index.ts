/** Every fix for Python, by the id that rules use. */
import type { FixProvider } from '../../../facts/adapter.ts';
import { addToContract, removeFromContract } from '../../kit/contract-edit.ts';
import { docSkeleton } from './doc-skeleton.ts';
import { fitAfterSplit } from './fit-after-split.ts';
import { lintFix } from './lint-fix.ts';
import { noneDefault } from './none-default.ts';
import { resampleAfterSplit } from './resample-after-split.ts';
import { scopedResource } from './scoped-resource.ts';
import { secretToEnvironment } from './secret-to-environment.ts';
import { seedArgument } from './seed-argument.ts';
import { seedLibrary } from './seed-library.ts';
import { writeTypes } from './write-types.ts';

export const fixes: Readonly<Record<string, FixProvider>> = {
  'contract-add': addToContract,
  'contract-remove': removeFromContract,
  'doc-skeleton': docSkeleton,
  'fit-after-split': fitAfterSplit,
  'lint-fix': lintFix,
  'none-default': noneDefault,
  'resample-after-split': resampleAfterSplit,
  'scoped-resource': scopedResource,
  'secret-to-environment': secretToEnvironment,
  'seed-argument': seedArgument,
  'seed-library': seedLibrary,
  'write-types': writeTypes,
};
