/** The schemas of `gate --format json` and `track audit verify --format json`. */
import * as z from 'zod';
import type { AuditVerdict } from '../../protocol/audit.ts';
import { OPERATORS, type GateReport } from '../../protocol/gates.ts';
import { count, schemaOf } from './shapes.ts';

const value = z.union([z.number(), z.string(), z.boolean()]);
const condition = z.strictObject({
  metric: z.string(), operator: z.enum(OPERATORS), threshold: value, value: value.nullable(), passed: z.boolean(), source: z.string(), reason: z.string(),
});

export const gateResult = z.strictObject({ name: z.string(), passed: z.boolean(), conditions: z.array(condition) });

export const gateSchema = schemaOf<GateReport>()(z.strictObject({ schemaVersion: z.literal(1), passed: z.boolean(), gates: z.array(gateResult) }));

export const auditVerdictSchema = schemaOf<AuditVerdict>()(z.strictObject({
  schemaVersion: z.literal(1), intact: z.boolean(), entries: count, firstBad: z.strictObject({ index: count, reason: z.string() }).nullable(),
  checkpoints: z.array(z.strictObject({ size: count, root: z.string(), signedBy: z.string(), valid: z.boolean() })),
}));
