/** Rules that exist for the configuration's tests alone. */
import { z } from 'zod';
import type { RuleEntry } from '../../server/config/config.ts';

const rule = (id: string, more: Partial<RuleEntry> = {}): RuleEntry => ({
  id,
  title: `Title of ${id}`,
  severity: 'warning',
  roles: {},
  docs: { what: `What ${id} finds.`, why: '', fix: '', limits: '' },
  ...more,
});

const range = z.strictObject({ min: z.number().default(1), max: z.number().int().positive().default(4) });

export const registry: readonly RuleEntry[] = [
  rule('architecture/layer-crossing', { severity: 'error', roles: { test: 'off' } }),
  rule('quality/deep-nesting', { options: range, roles: { test: 'info' } }),
  rule('quality/naming', { severity: 'info', options: z.strictObject({ style: z.enum(['camel', 'snake']).default('camel') }) }),
  rule('quality/range', { options: range.refine(({ min, max }) => min <= max, '"min" is more than "max".') }),
];
