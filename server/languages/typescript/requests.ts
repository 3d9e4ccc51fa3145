/** How to recognize a web request in code: by the usual names for it and its parts. */
import type { Origin } from '../../facts/file-facts.ts';
import type { calleeName } from './names.ts';
import type { Scopes } from './scopes.ts';
import { isFunctionNode, ts, unwrap, type Source } from './syntax.ts';

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

/**
 * Whether a parameter, or the part of it that a pattern names, comes with a request.
 * @param path of the part within the parameter; empty for the parameter itself
 */
export function isFromRequest(source: Source, parameter: ts.ParameterDeclaration, path: readonly string[]): boolean {
  if (path.some((step) => REQUEST_PARTS.has(step))) return isRequestPattern(parameter);
  const name = ts.isIdentifier(parameter.name) ? parameter.name.text : '';
  return isRequestByName(parameter, name) || isSentForm(source, parameter) || isSentToSocket(source, parameter);
}

/** A parameter called `req` or `request` that is not an item of a list: `list.forEach((request) => …)`. */
function isRequestByName(parameter: ts.ParameterDeclaration, name: string): boolean {
  return /^(req|request)$/.test(name) && !isItem(parameter);
}

/** One of many that the program already has. */
function isItem(parameter: ts.ParameterDeclaration): boolean {
  const call = parameter.parent.parent;
  return ts.isCallExpression(call) && ts.isPropertyAccessExpression(call.expression)
    && /^(forEach|map|flatMap|filter|find|findIndex|some|every|reduce|sort)$/.test(call.expression.name.text);
}

/** A destructured parameter that is a request: typed as one, or with two parts that only requests have. */
function isRequestPattern(parameter: ts.ParameterDeclaration): boolean {
  const { type } = parameter;
  // `{ url, init }: { url: string; init?: RequestInit }` lists what a function of one's own takes.
  if (type !== undefined) return !ts.isTypeLiteralNode(type) && /Request|Context|Event\b|NextPage|LoaderFunctionArgs|ActionFunctionArgs/.test(type.getText());
  return isBefore(parameter, /^(res|response|reply|next|\{)/);
}

/** `(incoming, res) => …`, whatever the first of both is called. */
export function isAnswered(parameter: ts.ParameterDeclaration): boolean {
  return isBefore(parameter, /^_?(res|response|reply)$/) && !/^(e|err|error)$/.test(parameter.name.getText());
}

function isBefore(parameter: ts.ParameterDeclaration, next: RegExp): boolean {
  const { parameters } = parameter.parent;
  return parameters[0] === parameter && parameters.length >= 2 && next.test(parameters[1]!.name.getText());
}

/** `server.on('connection', (socket) => socket.on('message', (data) => …))`. */
function isSentToSocket(source: Source, parameter: ts.ParameterDeclaration): boolean {
  const listener = parameter.parent;
  if (parameter !== listener.parameters[0] || !isListener(listener, /^(?!(error|close|disconnect\w*)$)/)) return false;
  for (let node: ts.Node = listener.parent; node !== source.file; node = node.parent)
    if (isListener(node, /^connect(ion)?$/)) return /['"](ws|socket\.io)['"]/.test(source.text);
  return false;
}

/** A function that is called for an event whose name is written down. */
function isListener(node: ts.Node, event: RegExp): boolean {
  const call = node.parent;
  return isFunctionNode(node) && ts.isCallExpression(call) && ts.isPropertyAccessExpression(call.expression) && call.expression.name.text === 'on'
    && call.arguments[1] === node && ts.isStringLiteralLike(call.arguments[0]!) && event.test(call.arguments[0].text);
}

/** Take a part out of an object that came with a request: `form.get('name')`. */
export const TAKES_PART = /^(get|getAll)$/;

/** A form that was sent to an action of the server: `async function save(form: FormData) { 'use server'; … }`. */
function isSentForm(source: Source, { type }: ts.ParameterDeclaration): boolean {
  return type !== undefined && ts.isTypeReferenceNode(type) && type.getText() === 'FormData' && /['"]use server['"]/.test(source.text);
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

/** Where the request itself went: the address of this server. */
const OWN_ORIGIN = /(^|\.)(url|nextUrl)\.origin$/;

/** @param text of a part of a request, as written @returns the mark of a value that nobody outside chooses, if it is one */
export function chosenHere(text: string): { bounded?: true } {
  return KEPT_UPLOAD.test(text) || OWN_ORIGIN.test(text) ? { bounded: true } : {};
}
