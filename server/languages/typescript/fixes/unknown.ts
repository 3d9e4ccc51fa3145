/** Writes `unknown` for `any` where everything still compiles. */
import type { FixProvider } from '../../../facts/adapter.ts';
import { parse } from '../syntax.ts';
import { errorsOf, openProject } from './project.ts';
import { offsetAt } from './style.ts';

/** Applies to the keyword `any` at the request's span. */
export const writeUnknown: FixProvider = (request, context) => {
  const before = context.read(request.path);
  if (before === undefined) return null;
  const start = offsetAt(parse(request.path, before), request.span[0], request.span[1]);
  if (before.slice(start, start + 3) !== 'any') return null;
  // Files that use the interface must still compile too.
  const users = context.files().filter((path) => path !== request.path && context.facts(path)?.imports.some((fact) => {
    const to = context.resolve(path, fact.specifier);
    return to.kind === 'file' && to.path === request.path;
  })).slice(0, 40);
  const project = openProject(context, [request.path, ...users]);
  const known = new Set(errorsOf(project, [request.path, ...users]));
  project.getSourceFile(`/${request.path}`)?.replaceWithText(`${before.slice(0, start)}unknown${before.slice(start + 3)}`);
  if (errorsOf(project, [request.path, ...users]).some((error) => !known.has(error))) return null;
  return [{ path: request.path, edits: [{ span: request.span, text: 'unknown' }] }];
};
