/** The schema of `rules --format json`. */
import * as z from 'zod';
import type { ListedRule } from '../../protocol/rules.ts';
import { schemaOf } from './shapes.ts';

export const rulesSchema = schemaOf<ListedRule[]>()(z.array(z.strictObject({
  id: z.string(), title: z.string(), severity: z.enum(['error', 'warning', 'info', 'off']), languages: z.array(z.string()), guidelines: z.array(z.string()),
  fixable: z.boolean(), blocker: z.boolean(),
})));
