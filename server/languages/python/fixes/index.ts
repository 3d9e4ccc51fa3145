/** Every fix that edits Python, by the name that rules use. */
import type { FixProvider } from '../../../facts/adapter.ts';
import { docSkeleton } from './doc-skeleton.ts';
import { fitAfterSplit } from './fit-after-split.ts';
import { lintFix } from './lint-fix.ts';
import { noneDefault } from './none-default.ts';
import { resampleAfterSplit } from './resample-after-split.ts';
import { secretToEnvironment } from './secret-to-environment.ts';
import { seedArgument } from './seed-argument.ts';
import { seedLibrary } from './seed-library.ts';
import { useWith } from './use-with.ts';
import { writeTypes } from './write-types.ts';

export const fixes: Readonly<Record<string, FixProvider>> = {
  'python/doc-skeleton': docSkeleton,
  'python/fit-after-split': fitAfterSplit,
  'python/lint-fix': lintFix,
  'python/none-default': noneDefault,
  'python/resample-after-split': resampleAfterSplit,
  'python/secret-to-environment': secretToEnvironment,
  'python/seed-argument': seedArgument,
  'python/seed-library': seedLibrary,
  'python/use-with': useWith,
  'python/write-types': writeTypes,
};
