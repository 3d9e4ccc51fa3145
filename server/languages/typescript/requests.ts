/** How to recognize a web request in code: by the usual names for it and its parts. */
import type { Origin } from '../../facts/file-facts.ts';
import type { calleeName } from './names.ts';
import type { Scopes } from './scopes.ts';
import { ts, unwrap, type Source } from './syntax.ts';

export const REQUEST_ROOTS = /^(req|request|ctx|context|event|c)$/;
export const REQUEST_PARTS = new Set([
  'query', 'params', 'body', 'headers', 'cookies', 'url', 'queryStringParameters', 'pathParameters', 'searchParams',
  'files', 'file', 'param',
]);

/** The whole request, passed to a function that takes something out of it. */
export function isRequestItself(node: ts.Expression): boolean {
  const inner = unwrap(node);
  return ts.isIdentifier(inner) && /^(req|request)$/.test(inner.text);
}

/** A parameter called `req` or `request` that is not an item of a list: `list.forEach((request) => …)`. */
export function isRequestByName(parameter: ts.ParameterDeclaration, name: string): boolean {
  return /^(req|request)$/.test(name) && !isItem(parameter);
}

/** One of many that the program already has. */
function isItem(parameter: ts.ParameterDeclaration): boolean {
  const call = parameter.parent.parent;
  return ts.isCallExpression(call) && ts.isPropertyAccessExpression(call.expression)
    && /^(forEach|map|flatMap|filter|find|findIndex|some|every|reduce|sort)$/.test(call.expression.name.text);
}

/** A destructured parameter that is a request: typed as one, or with two parts that only requests have. */
export function isRequestPattern(parameter: ts.ParameterDeclaration): boolean {
  const type = parameter.type ? parameter.type.getText() : '';
  if (type !== '') return /Request|Context|Event\b|NextPage|LoaderFunctionArgs|ActionFunctionArgs/.test(type);
  const owner = parameter.parent;
  return owner.parameters[0] === parameter && owner.parameters.length >= 2 && /^(res|response|reply|next|\{)/.test(owner.parameters[1]!.name.getText());
}

/**
 * `c.req.param('id')`, `req.get('host')`, `await request.json()`.
 * @param call a call, what it calls, and the last part of that name
 * @returns null when it does not read a request
 */
export function readsRequest(
  source: Source, scopes: Scopes, { node, name, last }: { node: ts.CallExpression | ts.NewExpression; name: ReturnType<typeof calleeName>; last: string },
): Origin[] | null {
  if (!/^(query|queries|param|header|get|getAll|json|text|formData|parseBody)$/.test(last) || !name.root
    || !REQUEST_ROOTS.test(name.root.text) || name.path.length > 3) return null;
  // `context.get('x')` reads anything; `context.req.query('x')` and `request.get('x')` read a request.
  const certain = /^(req|request)$/.test(name.root.text)
    || name.path.some((step) => /^(req|request|searchParams|nextUrl|headers|cookies)$/.test(step)) || /^(param|parseBody)$/.test(last);
  if (!certain) return null;
  const declared = scopes.lookup(name.root.text, name.root);
  return declared?.kind === 'import' || (declared?.kind === 'const' && isAnswer(declared.node.initializer))
    ? null
    : [{ kind: 'request', text: source.shorten(node, 60) }];
}

/** What another server has answered, whatever it is called: `const request = await fetch(…)`. */
function isAnswer(value: ts.Expression | undefined): boolean {
  const call = value === undefined ? undefined : unwrap(value);
  const sent = call !== undefined && ts.isAwaitExpression(call) ? unwrap(call.expression) : call;
  return sent !== undefined && ts.isCallExpression(sent) && ts.isIdentifier(sent.expression) && /^(fetch|axios|got|ky)$/.test(sent.expression.text);
}

/** Where multer and formidable keep an upload: under a name that the server has made up. The client chooses `originalname` and `name`. */
const KEPT_UPLOAD = /\.files?(?:\.?\[[^\]]*\]|\.\w+)?\.(?:path|filename|filepath|destination|tempFilePath)$/;

/** @param text of a part of a request, as written @returns the mark of a value that nobody outside chooses, if it is one */
export function keptUpload(text: string): { bounded?: true } {
  return KEPT_UPLOAD.test(text) ? { bounded: true } : {};
}
