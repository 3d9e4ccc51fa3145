/** Where the routes of a web server are written, beside the code that answers or in another file. */
import type { FileFacts, FunctionIndex } from '../../facts/file-facts.ts';
import { escapePattern } from '../../text/escape-pattern.ts';
import { contains } from '../../text/spans.ts';
import { enclosing } from './enclosing.ts';
import { isPython } from './python.ts';

const PART_OF_ROUTE = /\bparams\b/;
const ROUTES = /^(get|post|put|patch|delete|del|all|use|route|head|options|handle|register|add|on)$/;

/**
 * Whether a value is part of a route that another file writes down: there the framework can refuse it before this code runs.
 * @param file with the code
 * @param at the function that reads the value
 * @param origin what it reads: `req.params.name`
 */
export function isRoutedElsewhere(file: FileFacts, at: FunctionIndex, origin: string): boolean {
  if (isPython(file) || !PART_OF_ROUTE.test(origin)) return false;
  const around = [...enclosing(file, at)].flatMap((index) => file.functions[index] ?? []);
  return !file.calls.some(({ name, args }) => ROUTES.test(name) && args.some((argument) =>
    around.some((fn) => (fn.name !== '' && new RegExp(String.raw`\b${escapePattern(fn.name)}\b`).test(argument.text)) || contains(argument.span, fn.span))));
}
