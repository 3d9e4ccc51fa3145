/** What can be asked about who uses something, as it is checked when it comes in. */
import * as z from 'zod';

/** A block, what a file exports by a name, or names that the unsaved text of a file no longer exports. */
export const useSubjectSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('block') }),
  z.strictObject({ kind: z.literal('symbol'), name: z.string().max(1000) }),
  z.strictObject({ kind: z.literal('gone') }),
]);
export type UseSubject = z.infer<typeof useSubjectSchema>;

/** The parameters of `archwright/uses`, and the argument of the command `archwright.showUses`. */
export const usesSchema = z.object({
  /** Of the file that is used. */
  uri: z.string().max(10_000),
  /** In the file, counted from 0: where a client shows the uses. */
  position: z.object({ line: z.int().min(0), character: z.int().min(0) }),
  of: useSubjectSchema,
});
export type UsesParams = z.infer<typeof usesSchema>;
