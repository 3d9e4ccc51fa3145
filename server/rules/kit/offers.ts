/** Fixes that several rules offer. */
import type { FixOffer } from '../../findings/finding.ts';

/**
 * Allows one dependency in the configuration. The entry must be what the finding is about.
 * @param rule id of the rule
 * @param from the importing file or block
 * @param to the imported one
 */
export function allowOffer(rule: string, from: string, to: string): FixOffer {
  return { id: 'config/allow', title: 'Allow this import in archwright.jsonc', data: { rule, entry: `${from} -> ${to}` } };
}
