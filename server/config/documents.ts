/** Reads a JSON file of a team, which Archwright did not write: the value, or what is wrong with it and where. */
import { getNodeValue, parseTree, type ParseError } from 'jsonc-parser';
import type * as z from 'zod';
import type { ConfigProblem } from './config.ts';
import { SpanFinder } from './positions.ts';
import { problemsFrom, repeatedKeys, type Located } from './problems.ts';
import { keysAt } from './schema-keys.ts';
import { syntaxProblems } from './syntax-problems.ts';

/**
 * @param text of the file; comments and trailing commas are allowed
 * @param schema that it must fit
 * @returns never throws: every fault is a problem with its place, in the order of their places
 */
export function readDocument<Value>(text: string, schema: z.ZodType<Value>): { value: Value } | { problems: ConfigProblem[] } {
  // A byte order mark is not part of the document; a blank in its place keeps all offsets.
  const source = text.replace(/^\uFEFF/, ' ');
  const spans = new SpanFinder(source);
  const errors: ParseError[] = [];
  const root = parseTree(source, errors, { allowTrailingComma: true });
  if (root === undefined || errors.length > 0) return { problems: syntaxProblems(root === undefined ? [] : errors, spans) };
  const document: Located = { root, value: getNodeValue(root), spans, keysAt: (at) => keysAt(schema, at) };
  const checked = schema.safeParse(document.value);
  const problems = [...repeatedKeys(root, spans), ...(checked.success ? [] : problemsFrom(checked.error.issues, document))];
  problems.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
  return problems.length > 0 || !checked.success ? { problems } : { value: checked.data };
}
