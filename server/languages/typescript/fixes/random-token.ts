/** Replaces a token made from `Math.random` with one that cannot be predicted. */
import type { FixProvider } from '../../../facts/adapter.ts';
import { createScopes } from '../scopes.ts';
import { ts } from '../syntax.ts';
import { nodeAround, offsetAt, openSource } from './style.ts';

/** Applies to `Math.random().toString(36)`, with or without a slice; other uses of the number are left alone. */
export const randomToken: FixProvider = (request, context) => {
  const source = openSource(request.path, context);
  if (source === null) return null;
  const from = offsetAt(source, request.span[0], request.span[1]);
  const call = nodeAround(source, from, offsetAt(source, request.span[2], request.span[3]), ts.isCallExpression);
  if (call === undefined) return null;
  const written = methodOf(call);
  if (written?.name !== 'toString') return null;
  let whole: ts.CallExpression = written.call;
  for (let next = methodOf(whole); next !== null && /^(slice|substring|substr)$/.test(next.name); next = methodOf(whole)) whole = next.call;
  // As part of a longer text, its length may matter.
  if (!ts.isVariableDeclaration(whole.parent) && !ts.isPropertyAssignment(whole.parent) && !ts.isReturnStatement(whole.parent)) return null;
  const declared = createScopes().lookup('crypto', whole);
  if (declared !== null && !(declared.kind === 'import' && /^(node:)?crypto$/.test(declared.specifier))) return null;
  return [{ path: request.path, edits: [{ span: source.spanBetween(whole.getStart(source.file), whole.end), text: 'crypto.randomUUID()' }] }];
};

/** The method call on the result of `call`, or null. */
function methodOf(call: ts.CallExpression): { name: string; call: ts.CallExpression } | null {
  const access = call.parent;
  if (!ts.isPropertyAccessExpression(access) || !ts.isCallExpression(access.parent) || access.parent.expression !== access) return null;
  return { name: access.name.text, call: access.parent };
}
