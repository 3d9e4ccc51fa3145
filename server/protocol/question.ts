/** The questions about a folder, as they are checked when they come in. */
import * as z from 'zod';
import { GROUPINGS, LARGEST_PAGE, MOST_FLOWS, type Answers } from './answers.ts';

const text = z.string().max(4000);
const page = { offset: z.int().min(0), limit: z.int().min(1).max(LARGEST_PAGE) };
/** From when on code is new: since the branch left the default branch, since a commit, or since the beginning of a day. */
export const sinceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('base') }),
  /** A branch, tag or commit. */
  z.strictObject({ kind: z.literal('commit'), name: text }),
  /** In the time zone of the server. */
  z.strictObject({ kind: z.literal('day'), day: z.iso.date() }),
]);
export type Since = z.infer<typeof sinceSchema>;

const findingFilter = {
  /** Words in rule, message, path or block, in any case. */
  search: text.optional(),
  severity: z.enum(['error', 'warning', 'info']).optional(),
  rule: text.optional(),
  /** `architecture` of `architecture/block-cycle`. */
  category: text.optional(),
  /** Null for findings in no block. */
  block: text.nullable().optional(),
  path: text.optional(),
  /** Part of the message, in this case. */
  message: text.optional(),
  blocker: z.boolean().optional(),
  /** Whether they are in the baseline. */
  baseline: z.boolean().optional(),
  /** Only those in new code. */
  since: sinceSchema.optional(),
};
const logFilter = {
  search: text, rows: z.enum(['all', 'review', 'issue']),
  /** What every row has, or another field of issues. */
  sort: text, descending: z.boolean(),
  /** What is wanted of columns or further fields: a part of the text, or a condition such as `>=80`. */
  filters: z.array(z.strictObject({ column: text, wanted: text })).max(100).optional(),
  /** Gathers the rows under a header for each value of a column or field. */
  group: z.strictObject({
    by: text,
    /** Whether only the headers are shown. */
    folded: z.boolean(),
    /** Values of the groups for which it is the other way round. */
    except: z.array(text).max(500),
  }).optional(),
};
/** Further fields of issues that are shown. */
const fields = z.array(text).max(100);

export const questionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('origin') }),
  z.strictObject({ kind: z.literal('graph') }),
  z.strictObject({ kind: z.literal('figures') }),
  z.strictObject({ kind: z.literal('score') }),
  z.strictObject({ kind: z.literal('cuts') }),
  z.strictObject({ kind: z.literal('groups'), by: z.enum(GROUPINGS), ...findingFilter, ...page }),
  z.strictObject({ kind: z.literal('findings'), ...findingFilter, ...page }),
  z.strictObject({ kind: z.literal('log'), ...logFilter, fields, ...page }),
  z.strictObject({ kind: z.literal('log-table'), ...logFilter, fields }),
  z.strictObject({ kind: z.literal('log-place'), ...logFilter, row: text }),
  z.strictObject({ kind: z.literal('log-fields') }),
  z.strictObject({ kind: z.literal('trend') }),
  z.strictObject({ kind: z.literal('velocity') }),
  z.strictObject({ kind: z.literal('imports'), from: text, to: text }),
  /** About all blocks, or about one. */
  z.strictObject({ kind: z.literal('bottlenecks'), block: text.optional() }),
  /** What passes along these edges, from user to used. */
  z.strictObject({ kind: z.literal('flows'), edges: z.array(z.tuple([text, text])).max(MOST_FLOWS) }),
]);

/** The parameters of `archwright/ask`. */
export const askSchema = z.object({ folder: z.string(), question: questionSchema, known: z.string().optional() });

export type Question = z.infer<typeof questionSchema>;
export type QuestionOf<Kind extends Question['kind']> = Extract<Question, { kind: Kind }>;

/** Which findings are meant; without a field, all. */
export type FindingFilter = Omit<QuestionOf<'findings'>, 'kind' | 'offset' | 'limit'>;
/** Which rows of the log are meant, in what order, and with which further fields. */
export type LogFilter = Omit<QuestionOf<'log-table'>, 'kind'>;
/** How rows of the log are gathered. */
export type LogGrouping = NonNullable<LogFilter['group']>;

export type AnswerTo<Asked extends Question> = Answers[Asked['kind']];
