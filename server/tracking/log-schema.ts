/** The schema of `track list --format json`. */
import * as z from 'zod';
import type { JsonLog } from '../protocol/tracking.ts';
import { FIELDS, inJson, jsonName } from './fields.ts';

const issue = z.strictObject(Object.fromEntries(FIELDS.map((field) => [jsonName(field), inJson(field).exactOptional()])));
const problem = z.strictObject({ line: z.int().min(1), column: z.int().min(1).nullable(), field: z.string().nullable(), message: z.string() });

export const logSchema = z.strictObject({ schemaVersion: z.literal(1), issues: z.array(issue), problems: z.array(problem) }) as z.ZodType<JsonLog>;
