/** The schema of `diff --format json`. */
import * as z from 'zod';
import type { JsonDiff } from '../../protocol/diff.ts';
import { blockChange, bump, count, edge, interfaceChange, schemaOf, texts } from './shapes.ts';

const state = z.strictObject({ kind: z.enum(['folder', 'revision', 'snapshot']), name: z.string(), commit: z.string().nullable() });
const block = z.strictObject({
  id: z.string(), renamedFrom: z.string().exactOptional(), change: blockChange, bump,
  version: z.strictObject({ from: z.string().nullable(), to: z.string().nullable(), proposed: z.string().nullable(), enough: z.boolean() }),
  interface: z.array(interfaceChange), affected: texts,
});
const edges = z.array(edge);
const cycles = z.array(texts);

export const diffSchema = schemaOf<JsonDiff>()(z.strictObject({
  schemaVersion: z.literal(1), from: state, to: state, bump, blocks: z.array(block),
  edges: z.strictObject({ added: edges, removed: edges }), cycles: z.strictObject({ added: cycles, removed: cycles }),
  layers: z.strictObject({ added: texts, removed: texts, changed: texts }),
  findings: z.strictObject({ added: count, removed: count }),
  score: z.strictObject({ from: z.number().nullable(), to: z.number().nullable() }),
}));
