/** The keys that an object in the document may have, for suggestions. */
import * as z from 'zod';
import type { JsonPath } from './positions.ts';

/**
 * @param schema of the whole document
 * @param path of an object in it
 * @returns its keys; empty when the schema has no object there
 */
export function keysAt(schema: z.ZodType, path: JsonPath): string[] {
  let at: z.ZodType | undefined = objectOrList(schema);
  for (const step of path) {
    if (at instanceof z.ZodObject) at = at.shape[step] as z.ZodType | undefined;
    else if (at instanceof z.ZodArray) at = at.element as z.ZodType;
    else if (at instanceof z.ZodRecord) at = at.valueType as z.ZodType;
    else return [];
    at = at === undefined ? undefined : objectOrList(at);
  }
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

/** The object, list or record behind optional values and unions. */
function objectOrList(schema: z.ZodType): z.ZodType {
  const isWrapper = schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodNullable;
  if (isWrapper) return objectOrList(schema.unwrap() as z.ZodType);
  if (!(schema instanceof z.ZodUnion)) return schema;
  const options = (schema.options as z.ZodType[]).map(objectOrList);
  return options.find((option) => option instanceof z.ZodObject || option instanceof z.ZodArray || option instanceof z.ZodRecord) ?? schema;
}
