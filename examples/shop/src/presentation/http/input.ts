/** Reads what came in a request, and trusts none of it. */
import { BadRequest } from './routing.ts';

/**
 * A text of a request's body.
 * @param body as it came
 * @param name of the field
 * @returns the text
 * @throws {BadRequest} when there is none
 */
export function textOf(body: unknown, name: string): string {
  const value = fieldOf(body, name);
  if (typeof value !== 'string') throw new BadRequest(`"${name}" has to be a text.`);
  return value;
}

/**
 * A table of counts of a request's body.
 * @param body as it came
 * @param name of the field
 * @returns counts by name
 * @throws {BadRequest} when it is something else
 */
export function countsOf(body: unknown, name: string): Map<string, number> {
  const value = fieldOf(body, name);
  if (typeof value !== 'object' || value === null) throw new BadRequest(`"${name}" is missing.`);
  return new Map(Object.entries(value).map(([key, count]) => [key, Number(count)]));
}

function fieldOf(body: unknown, name: string): unknown {
  if (typeof body !== 'object' || body === null) return undefined;
  return (body as Record<string, unknown>)[name];
}
