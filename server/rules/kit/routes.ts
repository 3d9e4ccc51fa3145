/** Where the routes of a web server are written, beside the code that answers or in another file. */
import type { CallFact, FileFacts, FunctionIndex } from '../../facts/file-facts.ts';
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
  return routesOf(file, at).length === 0;
}

/** The calls of the file that hand a function, or one around it, to a router: `app.get('/users/:id', show)`. */
function routesOf(file: FileFacts, at: FunctionIndex): CallFact[] {
  const around = [...enclosing(file, at)].flatMap((index) => file.functions[index] ?? []);
  return file.calls.filter(({ name, args }) => ROUTES.test(name) && args.some((argument) =>
    around.some((fn) => (fn.name !== '' && new RegExp(String.raw`\b${escapePattern(fn.name)}\b`).test(argument.text)) || contains(argument.span, fn.span))));
}

/**
 * Whether a value is a part of a route that its path has not, so that nothing is ever there: `req.params.id` behind `/users/:userId`.
 * @param file with the code
 * @param at the function that reads the value
 * @param origin what it reads
 */
export function isNoPartOfRoute(file: FileFacts, at: FunctionIndex, origin: string): boolean {
  const part = /\bparams\??\.([\w$]+)$/.exec(origin)?.[1];
  if (part === undefined || isPython(file) || file.calls.some(({ args }) => args.some(({ text }) => text.includes('mergeParams')))) return false;
  const routes = routesOf(file, at);
  return routes.length > 0 && routes.every(({ name, args: [path] }) => /^(get|post|put|patch|delete|del|all)$/.test(name)
    && path?.kind === 'string' && path.text.includes('/') && !new RegExp(String.raw`:${escapePattern(part)}\b`).test(path.text));
}

/**
 * Whether only a program sends such requests, never a browser that follows a link or sends a form: behind PUT, PATCH and DELETE.
 * @param file with the code
 * @param at the function that answers
 */
export function isForPrograms(file: FileFacts, at: FunctionIndex): boolean {
  const routes = isPython(file) ? [] : routesOf(file, at);
  return routes.length > 0 && routes.every(({ name }) => /^(put|patch|delete|del)$/.test(name));
}
