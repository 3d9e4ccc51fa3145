/** Every fix that edits Python, by the name that rules use. */
import type { FixProvider } from '../../../facts/adapter.ts';
import { docSkeleton } from './doc-skeleton.ts';
import { lintFix } from './lint-fix.ts';

export const fixes: Readonly<Record<string, FixProvider>> = {
  'python/doc-skeleton': docSkeleton,
  'python/lint-fix': lintFix,
};
