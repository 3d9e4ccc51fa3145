/** Removes a property from an object, with its comma. */
import type { FixProvider } from '../../../facts/adapter.ts';
import { ts, parse } from '../syntax.ts';
import { nodeAround, offsetAt } from './style.ts';

/** Applies to the property that the request's span covers. */
export const removeProperty: FixProvider = (request, context) => {
  const text = context.read(request.path);
  if (text === undefined) return null;
  const source = parse(request.path, text);
  const from = offsetAt(source, request.span[0], request.span[1]);
  const property = nodeAround(source, from, offsetAt(source, request.span[2], request.span[3]), ts.isPropertyAssignment);
  if (property === undefined || property.getStart(source.file) !== from || !ts.isObjectLiteralExpression(property.parent)) return null;
  const all = property.parent.properties;
  const index = all.indexOf(property);
  const next = all[index + 1];
  const before = all[index - 1];
  if (next !== undefined) return edit(from, next.getStart(source.file));
  if (before !== undefined) return edit(before.end, property.end);
  return edit(property.parent.getStart(source.file) + 1, property.parent.end - 1);

  function edit(start: number, end: number) {
    return [{ path: request.path, edits: [{ span: source.spanBetween(start, end), text: '' }] }];
  }
};
