/** How a web request shows in code: the usual names of it and of its parts. */
import { ts, unwrap } from './syntax.ts';

export const REQUEST_ROOTS = /^(req|request|ctx|context|event|c)$/;
export const REQUEST_PARTS = new Set([
  'query', 'params', 'body', 'headers', 'cookies', 'url', 'queryStringParameters', 'pathParameters', 'searchParams',
  'files', 'file', 'param',
]);

/** The whole request, passed to a function that picks something out of it. */
export function isRequestItself(node: ts.Expression): boolean {
  const inner = unwrap(node);
  return ts.isIdentifier(inner) && /^(req|request)$/.test(inner.text);
}

/** A destructured parameter that is a request: typed as one, or with two parts that only requests have. */
export function isRequestPattern(parameter: ts.ParameterDeclaration): boolean {
  const type = parameter.type ? parameter.type.getText() : '';
  if (type !== '') return /Request|Context|Event\b|NextPage|LoaderFunctionArgs|ActionFunctionArgs/.test(type);
  const owner = parameter.parent;
  return owner.parameters[0] === parameter && owner.parameters.length >= 2 && /^(res|response|reply|next|\{)/.test(owner.parameters[1]!.name.getText());
}
