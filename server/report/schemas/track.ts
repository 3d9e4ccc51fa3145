/** The schema of `track done --format json`. */
import * as z from 'zod';
import { DONE_SOURCES, DONE_STATES, type DoneReport } from '../../protocol/done.ts';
import { count, schemaOf, texts } from './shapes.ts';

const text = z.string().nullable();

export const doneSchema = schemaOf<DoneReport>()(z.strictObject({
  schemaVersion: z.literal(1), issue: z.strictObject({ key: z.string(), summary: z.string(), status: z.string() }), list: text, done: z.boolean(),
  counts: z.strictObject({ met: count, notMet: count, notSeen: count }),
  items: z.array(z.strictObject({
    id: z.string(), group: z.string(), title: z.string(), state: z.enum(DONE_STATES), evidence: z.string(), source: z.enum(DONE_SOURCES).nullable(),
    by: text, at: z.iso.date().nullable(), expired: z.boolean(),
  })),
  work: z.strictObject({ commits: count, files: count }).nullable(), notes: texts,
}));
