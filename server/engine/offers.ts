/** Which of a finding's offered fixes can be applied. */
import type { LanguageAdapter } from '../facts/adapter.ts';
import type { Finding, FixOffer } from '../findings/finding.ts';
import { adapterFor } from './analyze-file.ts';

/** Fixes with these ids edit the configuration, whatever the language of the file. */
export const OF_CONFIGURATION = 'config/';

/**
 * @param finding with every fix its rule offers
 * @param adapters languages
 * @returns the fixes that the file's language implements, and those that edit the configuration
 */
export function offersOf({ path, fixes }: Finding, adapters: readonly LanguageAdapter[]): FixOffer[] {
  if (fixes.length === 0) return [];
  const known = adapterFor(adapters, path)?.fixIds;
  return fixes.filter(({ id }) => id.startsWith(OF_CONFIGURATION) || known?.has(id) === true);
}
