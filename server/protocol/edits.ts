/** Changes of the tracking log by hand, as clients ask for them. */
import * as z from 'zod';

const text = z.string().max(100_000);

/** Of one field; the texts are those of its cell. */
const issueChange = z.strictObject({
  /** Name in the log. */
  field: z.string().max(100),
  /** What the client shows. When the log holds something else by now, nothing is changed. */
  before: text,
  after: text,
});
export type IssueChange = z.infer<typeof issueChange>;

/** The parameters of `archwright/editIssue`. */
export const editIssueSchema = z.object({ folder: z.string(), issue: z.string().max(1000), changes: z.array(issueChange).min(1).max(100) });
export type EditIssueParams = z.infer<typeof editIssueSchema>;

export type EditIssueResult =
  /** What was changed, with what follows from it; the other way round, it is taken back. Empty when all was so already. */
  | { changes: IssueChange[] }
  /** Nothing was changed, because somebody else has changed one of the fields: said as a sentence, and what the field holds now. */
  | { conflict: string; field: string; now: string };
