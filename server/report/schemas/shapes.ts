/** Shapes that several outputs share. */
import * as z from 'zod';

type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? unknown : never) : never;

/** @returns a check by the compiler that a schema accepts what a type of the protocol allows, and nothing else */
export function schemaOf<Shape>() {
  return <Schema extends z.ZodType>(schema: Schema & Same<z.infer<Schema>, Shape>): z.ZodType<Shape> => schema as unknown as z.ZodType<Shape>;
}

export const count = z.int().min(0);
export const texts = z.array(z.string());
const position = z.strictObject({ line: z.int().min(1), column: z.int().min(1) });
export const range = z.strictObject({ start: position, end: position });
export const bump = z.enum(['none', 'patch', 'minor', 'major']);
export const blockChange = z.enum(['unchanged', 'modified', 'new', 'breaking', 'deprecated', 'removed']);
export const blockState = z.enum(['pending', 'active', 'completed', 'failed', 'modified', 'deprecated']);
export const edge = z.strictObject({ from: z.string(), to: z.string(), imports: z.int().min(1), kind: z.enum(['value', 'type']) });
export const interfaceChange = z.strictObject({
  kind: z.string(), name: z.string(), path: z.string(), range, effect: z.enum(['major', 'minor', 'patch']), certainty: z.enum(['proven', 'heuristic']),
  message: z.string(), before: z.string().nullable(), after: z.string().nullable(), proof: z.string().nullable(),
});
