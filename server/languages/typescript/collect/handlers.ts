/** Error handling: `catch` clauses, callbacks for rejected promises, listeners for `error` events. */
import type { HandlerFact } from '../../../facts/file-facts.ts';
import { ts, unwrap, type Source } from '../syntax.ts';
import type { Collector, Place } from '../walk.ts';
import { bindingNames } from './exports.ts';
import { HandlerOnDemand, type HandlerNodes } from './handler-on-demand.ts';

/** Methods that may receive an error handler. */
const TAKES_HANDLERS: ReadonlySet<string> = new Set(['catch', 'then', 'on', 'once', 'addListener']);
const NO_OPERATION = /^_?(noop|noOp|no_op|identity|ignore\w*|swallow\w*|emptyFunction)$/;

export interface HandlerCollector extends Collector {
  handlers: HandlerFact[];
}

/** Describes error handlers. */
export function handlerCollector(source: Source): HandlerCollector {
  const handlers: HandlerFact[] = [];
  return {
    handlers,
    on: {
      [ts.SyntaxKind.CatchClause]: (node: ts.CatchClause, at: Place) => {
        const names = node.variableDeclaration ? bindingNames(node.variableDeclaration.name).map((name) => name.text) : [];
        const statement = node.parent as ts.TryStatement;
        const nodes = { node, body: node.block, names, guarded: statement.tryBlock, whole: statement };
        handlers.push(new HandlerOnDemand(source, nodes, { kind: 'catch', function: at.function }));
      },
      [ts.SyntaxKind.CallExpression]: (node: ts.CallExpression, at: Place) => {
        if (!ts.isPropertyAccessExpression(node.expression) || !TAKES_HANDLERS.has(node.expression.name.text)) return;
        const found = promiseCallback(node, node.expression, at) ?? errorListener(node, node.expression, at);
        if (found) handlers.push(found);
      },
    },
  };

  /** `.catch(f)` and `.then(f, g)`. */
  function promiseCallback(node: ts.CallExpression, callee: ts.PropertyAccessExpression, at: Place): HandlerFact | null {
    const position = callee.name.text === 'catch' && node.arguments.length === 1 ? 0 : callee.name.text === 'then' && node.arguments.length === 2 ? 1 : -1;
    const nodes = position < 0 ? null : nodesOf(node.arguments[position]!, callee, node);
    if (nodes === null) return null;
    const object = unwrap(callee.expression);
    const kept = ts.isExpressionStatement(node.parent) && (ts.isIdentifier(object) || ts.isPropertyAccessExpression(object));
    const used = !ts.isExpressionStatement(ts.isAwaitExpression(node.parent) || ts.isVoidExpression(node.parent) ? node.parent.parent : node.parent);
    return new HandlerOnDemand(source, nodes, { kind: 'promise-catch', function: at.function, used, ...(kept ? { keptElsewhere: true as const } : {}) });
  }

  /** `.on('error', f)`: an empty one keeps an error from ending the process, and hides it. */
  function errorListener(node: ts.CallExpression, callee: ts.PropertyAccessExpression, at: Place): HandlerFact | null {
    if (callee.name.text === 'catch' || callee.name.text === 'then') return null;
    const [event, listener] = node.arguments;
    if (listener === undefined || !ts.isStringLiteralLike(event!) || event.text !== 'error') return null;
    // While something is being destroyed, nobody is left to notify; passing a named function is a deliberate choice.
    if (ts.isIdentifier(unwrap(listener)) || /\b(destroy|end|abort|close)\b/.test(statementText(node))) return null;
    const nodes = nodesOf(listener, callee, node);
    return nodes && new HandlerOnDemand(source, nodes, { kind: 'listener', function: at.function });
  }

  function statementText(node: ts.Node): string {
    let statement = node;
    while (!ts.isStatement(statement) && statement.parent) statement = statement.parent;
    return source.shorten(statement, 200);
  }
}

/** Null for a function that is passed by its name and may do anything. */
function nodesOf(given: ts.Expression, callee: ts.PropertyAccessExpression, call: ts.CallExpression): HandlerNodes | null {
  const callback = unwrap(given);
  const around = { node: callback, guarded: callee.expression, whole: call, keyword: callee.name };
  if (ts.isIdentifier(callback) && NO_OPERATION.test(callback.text)) return { ...around, body: null, names: [] };
  if (!ts.isArrowFunction(callback) && !ts.isFunctionExpression(callback)) return null;
  const names = callback.parameters[0] ? bindingNames(callback.parameters[0].name).map((name) => name.text) : [];
  return { ...around, body: callback.body, names };
}
