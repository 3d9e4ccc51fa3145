/** The schema by which editors complete and explain `archwright.jsonc`. */
import * as z from 'zod';
import type { RuleEntry } from './config.ts';
import { configSchema } from './schema.ts';

/**
 * @param registry all rules
 * @returns a JSON schema (draft 7, which VS Code reads) with a description for every key
 */
export function configJsonSchema(registry: readonly RuleEntry[]): Record<string, unknown> {
  const schema = z.toJSONSchema(configSchema(registry), { target: 'draft-7', io: 'input', unrepresentable: 'any' });
  return { ...schema, title: 'Archwright', allowComments: true, allowTrailingCommas: true };
}
