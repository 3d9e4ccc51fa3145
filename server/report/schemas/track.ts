/** The schemas of `track done --format json` and `track maturity --format json`. */
import * as z from 'zod';
import { DONE_SOURCES, DONE_STATES, type DoneReport } from '../../protocol/done.ts';
import { MEASURES, type MaturityReport } from '../../protocol/maturity.ts';
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

const level = z.int().min(1).max(5).nullable();
const amount = z.number().min(0);

export const maturityReportSchema = schemaOf<MaturityReport>()(z.strictObject({
  schemaVersion: z.literal(1), file: text,
  assessments: z.array(z.strictObject({ date: z.iso.date(), by: z.string(), answered: count, average: z.number().min(1).max(5).nullable() })),
  areas: z.array(z.strictObject({
    id: z.string(), title: z.string(), level, why: z.string(), target: level, before: level, trend: z.array(level), proposed: level,
    measured: z.array(z.strictObject({
      id: z.enum(MEASURES), title: z.string(), part: amount, whole: amount, percent: z.number().min(0).max(100).nullable(),
    })),
  })),
  from: z.iso.date(), to: z.iso.date(), notes: texts,
}));
