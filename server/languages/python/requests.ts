/** How to recognize what came with a web request in code: by the usual names, and by the classes that answer requests. */
import type { Origin } from '../../facts/file-facts.ts';
import { basesOf, type calleeName } from './names.ts';
import type { Scopes } from './scopes.ts';
import { around, type Node, type Source } from './syntax.ts';

type Name = ReturnType<typeof calleeName>;

export const REQUEST_ROOT = /^(request|req)$/;
const REQUEST_PARTS = new Set([
  'args', 'form', 'values', 'json', 'data', 'files', 'cookies', 'headers', 'GET', 'POST', 'FILES', 'COOKIES', 'META',
  'body', 'query_params', 'path_params', 'query', 'match_info', 'get_json', 'get_data', 'url', 'path', 'full_path',
  'query_string', 'rel_url', 'match_dict', 'params', 'query_arguments', 'post', 'text', 'read', 'media', 'get_media', 'get_param', 'get_param_as_list',
]);
/** What the handlers of `http.server` keep of a request on themselves. */
const HANDLER_PARTS = /^(path|headers|rfile|requestline|raw_requestline)$/;
/** What a gateway hands to a function in the cloud as `event`. */
const EVENT_PARTS = /^(body|queryStringParameters|multiValueQueryStringParameters|pathParameters|headers|rawQueryString|rawPath)$/;
/** Frameworks that keep the current request in a name of the module. */
const KEEPS_REQUEST = /^(flask|quart|bottle|sanic)$/;
/** How the handlers of tornado read an argument. */
const READS_ARGUMENT = /^get_(query_|body_)?arguments?$/;

/**
 * @param name of the access: `request.args`, `self.request.GET`, `self.path`, `event["body"]`
 * @param node the access itself
 * @returns where it comes from; null when it is no part of a request
 */
export function requestPart(source: Source, scopes: Scopes, { root, path, text }: Name, node: Node): Origin[] | null {
  if (root === null) return null;
  const whole = text.replace(/\.\[\]/g, '[…]');
  const object = source.textOf(root);
  const [first] = path;
  if (first === undefined) return null;
  if (object === 'self' && HANDLER_PARTS.test(first) && isHandler(source, node)) return [{ kind: 'request', text: whole }];
  if (object === 'event' && EVENT_PARTS.test(first) && scopes.lookup(object, root)?.kind === 'parameter') return [{ kind: 'request', text: whole }];
  const part = afterRequest(source, scopes, root, path)?.[0];
  return part === undefined ? null : [{ kind: REQUEST_PARTS.has(part) ? 'request' : 'this', text: whole }];
}

/**
 * `request.args.get('x')`, `self.request.GET.get('x')`, `request.get_json()`, wherever `request` comes from; `self.get_argument('x')`.
 * @param call the call
 * @param callee what is called
 * @returns where the value comes from; null when the call reads nothing from a request
 */
export function readFromRequest(source: Source, scopes: Scopes, call: Node, callee: Node, { root, path }: Name): Origin[] | null {
  const [first, second] = path;
  if (callee.type !== 'attribute' || root === null || first === undefined) return null;
  const part = afterRequest(source, scopes, root, path)?.[0];
  const reads = part === undefined
    ? source.textOf(root) === 'self' && (second === undefined ? READS_ARGUMENT.test(first) : HANDLER_PARTS.test(first) && isHandler(source, callee))
    : REQUEST_PARTS.has(part);
  return reads ? [{ kind: 'request', text: source.shorten(call, 60) }] : null;
}

/** What follows `request` or `self.request`; null where there is no request. */
function afterRequest(source: Source, scopes: Scopes, root: Node, path: readonly string[]): readonly string[] | null {
  const object = source.textOf(root);
  if (object === 'self') return path[0] === 'request' ? path.slice(1) : null;
  if (REQUEST_ROOT.test(object)) return path;
  // `from bottle import request as asked`
  const declared = REQUEST_PARTS.has(path[0] ?? '') ? scopes.lookup(object, root) : null;
  return declared?.kind === 'import' && declared.imported === 'request' && KEEPS_REQUEST.test(declared.specifier) ? path : null;
}

/** The class around it extends a handler of `http.server`. */
function isHandler(source: Source, node: Node): boolean {
  const owner = around(node, ({ type }) => type === 'class_definition');
  return owner !== null && basesOf(source, owner).some(({ name }) => name.endsWith('HTTPRequestHandler'));
}
