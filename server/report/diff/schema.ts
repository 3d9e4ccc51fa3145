/** The schema of `diff --format json`, which is shipped for the programs that read it. */
import * as z from 'zod';
import type { JsonDiff } from '../../protocol/diff.ts';

const bump = z.enum(['none', 'patch', 'minor', 'major']);
const state = z.strictObject({ kind: z.enum(['folder', 'revision', 'snapshot']), name: z.string(), commit: z.string().nullable() });
const position = z.strictObject({ line: z.int().min(1), column: z.int().min(1) });
const change = z.strictObject({
  kind: z.string(), name: z.string(), path: z.string(), range: z.strictObject({ start: position, end: position }), effect: z.enum(['major', 'minor', 'patch']),
  certainty: z.enum(['proven', 'heuristic']), message: z.string(), before: z.string().nullable(), after: z.string().nullable(), proof: z.string().nullable(),
});
const block = z.strictObject({
  id: z.string(), renamedFrom: z.string().exactOptional(), change: z.enum(['unchanged', 'modified', 'new', 'breaking', 'deprecated', 'removed']), bump,
  version: z.strictObject({ from: z.string().nullable(), to: z.string().nullable(), proposed: z.string().nullable(), enough: z.boolean() }),
  interface: z.array(change), affected: z.array(z.string()),
});
const edges = z.array(z.strictObject({ from: z.string(), to: z.string(), imports: z.int().min(1), kind: z.enum(['value', 'type']) }));
const cycles = z.array(z.array(z.string()));
const layers = z.array(z.string());

/** Says the same as the types of the protocol, which the compiler checks. */
export const diffSchema = z.strictObject({
  schemaVersion: z.literal(1), from: state, to: state, bump, blocks: z.array(block),
  edges: z.strictObject({ added: edges, removed: edges }), cycles: z.strictObject({ added: cycles, removed: cycles }),
  layers: z.strictObject({ added: layers, removed: layers, changed: layers }),
  findings: z.strictObject({ added: z.int().min(0), removed: z.int().min(0) }),
  score: z.strictObject({ from: z.number().nullable(), to: z.number().nullable() }),
}) satisfies z.ZodType<JsonDiff>;

/** @returns the schema in the form that other programs read */
export function diffJsonSchema(): unknown {
  return z.toJSONSchema(diffSchema, { io: 'input' });
}
