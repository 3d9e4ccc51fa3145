/** Which of a finding's offers can be carried out. */
import type { LanguageAdapter } from '../facts/adapter.ts';
import type { Finding, FixOffer } from '../findings/finding.ts';
import { adapterFor } from './analyze-file.ts';

/** Fixes with these ids edit the configuration, whatever the language of the file. */
export const OF_CONFIGURATION = 'config/';

/**
 * @param finding with all that its rule can think of
 * @param adapters languages
 * @returns what the language of the file knows how to do, and what is done in the configuration
 */
export function offersOf({ path, fixes }: Finding, adapters: readonly LanguageAdapter[]): FixOffer[] {
  if (fixes.length === 0) return [];
  const known = adapterFor(adapters, path)?.fixIds;
  return fixes.filter(({ id }) => id.startsWith(OF_CONFIGURATION) || known?.has(id) === true);
}
