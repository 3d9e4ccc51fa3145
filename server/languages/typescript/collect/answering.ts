/** Handlers of Express and its like: those that it never calls as meant, and those that answer twice. */
import type { IgnoredHandlerFact, SecondResponseFact } from '../../../facts/file-facts.ts';
import type { Scopes } from '../scopes.ts';
import { ts, unwrap, type FunctionNode, type Source } from '../syntax.ts';
import type { Collector } from '../walk.ts';
import { secondResponses } from './second-responses.ts';

export interface AnsweringCollector extends Collector {
  ignored: IgnoredHandlerFact[];
  responses: SecondResponseFact[];
}

const ERROR = /^_?(err|error|e|ex|exc|exception)$/;
const REQUEST = /^_*(req|request)?$/;
const RESPONSE = /^_*(res|resp|response|reply)?$/;
const EXPRESS = /^(express|connect|@feathersjs\/express|express-promise-router|@types\/express)$/;
/** What Express calls are made on, where the file is given it. */
const APP = /^(app|server|router|api|express)$|(App|Router)$/;

/** @param source a file @param scopes of its names */
export function answeringCollector(source: Source, scopes: Scopes): AnsweringCollector {
  const ignored: IgnoredHandlerFact[] = [];
  const responses: SecondResponseFact[] = [];
  const usesExpress = /\bexpress\b|\bconnect\b/.test(source.text);
  const functions = (node: FunctionNode): void => {
    const response = responseOf(node);
    if (response !== null) responses.push(...secondResponses(source, node, response));
  };
  return {
    ignored,
    responses,
    on: {
      [ts.SyntaxKind.CallExpression]: (call: ts.CallExpression) => {
        const handler = usesExpress ? errorHandlerOf(call) : null;
        if (handler === null) return;
        ignored.push({ text: handler.parameters.map(({ name }) => name.getText()).join(', '), span: source.span(placeOf(call, handler)) });
      },
      [ts.SyntaxKind.FunctionDeclaration]: functions,
      [ts.SyntaxKind.FunctionExpression]: functions,
      [ts.SyntaxKind.ArrowFunction]: functions,
      [ts.SyntaxKind.MethodDeclaration]: functions,
    },
  };

  /** `app.use((err, req, res) => …)`, of which Express takes the first parameter for the request. */
  function errorHandlerOf({ expression, arguments: given }: ts.CallExpression): FunctionNode | null {
    if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== 'use' || !isApp(expression.expression)) return null;
    const last = given.at(-1);
    const handler = last === undefined ? null : functionOf(last);
    if (handler?.parameters.length !== 3) return null;
    if (handler.parameters.some(({ name, dotDotDotToken }) => !ts.isIdentifier(name) || dotDotDotToken !== undefined)) return null;
    const [error, request, response] = handler.parameters.map(({ name }) => name.getText()) as [string, string, string];
    return ERROR.test(error) && REQUEST.test(request) && RESPONSE.test(response) ? handler : null;
  }

  function functionOf(node: ts.Expression): FunctionNode | null {
    const inner = unwrap(node);
    if (ts.isArrowFunction(inner) || ts.isFunctionExpression(inner)) return inner;
    if (!ts.isIdentifier(inner)) return null;
    const found = scopes.lookup(inner.text, inner);
    if (found?.kind === 'function' && ts.isFunctionDeclaration(found.node)) return found.node;
    if (found?.kind !== 'const' || found.path.length > 0 || found.node.initializer === undefined) return null;
    const value = unwrap(found.node.initializer);
    return ts.isArrowFunction(value) || ts.isFunctionExpression(value) ? value : null;
  }

  function isApp(node: ts.Expression): boolean {
    const inner = unwrap(node);
    if (ts.isPropertyAccessExpression(inner)) return APP.test(inner.name.text);
    if (!ts.isIdentifier(inner)) return ts.isCallExpression(inner) && ts.isPropertyAccessExpression(inner.expression) && isApp(inner.expression.expression);
    const found = scopes.lookup(inner.text, inner);
    if (found?.kind === 'const' || found?.kind === 'let') {
      const made = found.node.initializer;
      if (made !== undefined && ts.isCallExpression(made)) {
        const of = scopes.lookup(made.expression.getText().split('.')[0]!, made);
        if (of?.kind === 'import') return EXPRESS.test(of.specifier);
      }
    }
    return APP.test(inner.text);
  }
}

/** The handler's parameters, or its name where it stands elsewhere. */
function placeOf(call: ts.CallExpression, handler: FunctionNode): ts.Node {
  return handler.pos >= call.pos && handler.end <= call.end ? handler.parameters[0]! : call.arguments.at(-1)!;
}

/** The response of `(req, res)`, with an error before and the next handler behind. */
function responseOf(node: FunctionNode): string | null {
  if (node.body === undefined || !ts.isBlock(node.body)) return null;
  const names = node.parameters.map(({ name }) => ts.isIdentifier(name) ? name.text : '');
  const at = names.findIndex((name) => /^_*(req|request)$/.test(name));
  const response = at < 0 || at > 1 ? '' : names[at + 1] ?? '';
  return /^(res|resp|response)$/.test(response) ? response : null;
}
