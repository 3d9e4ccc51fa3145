/** Error handling: `catch` clauses, callbacks for rejected promises, listeners for `error` events. */
import type { HandlerFact } from '../../../facts/file-facts.ts';
import { ts, isFunctionNode, unwrap, type Source } from '../syntax.ts';
import { calleeName } from '../names.ts';
import type { Collector, Place } from '../walk.ts';
import { bindingNames } from './exports.ts';
import { keywordSpan } from './functions.ts';

const LOGS = new RegExp(
  String.raw`(^|\.)(console|log|logger|logging|winston|pino|bunyan|sentry|newrelic|rollbar|bugsnag|honeybadger|telemetry|tracer|span|`
  + String.raw`reporter|debug)(\.|$|\()|(^|\.)(captureException|captureError|recordException|reportError|notifyError|logError|handleError|`
  + 'onError|warn|error|fail|abort|reject|next|done|callback|cb)$',
  'i',
);
/** A comment above the statement counts when it mentions failure. */
const SPEAKS_OF_FAILURE = new RegExp(
  'ignor|fail|error|throw|catch|swallow|best.?effort|optional|unhandled|might|may |not (be )?(available|supported|exist)|'
  + String.raw`already|does(n't| not) (matter|exist)|if (it|there|possible)`,
  'i',
);
/** Methods that may receive an error handler. */
const TAKES_HANDLERS: ReadonlySet<string> = new Set(['catch', 'then', 'on', 'once', 'addListener']);
const COMMENT = /\/\/\s*\S|\/\*/;
const NO_OPERATION = /^_?(noop|noOp|no_op|identity|ignore\w*|swallow\w*|emptyFunction)$/;

export interface HandlerCollector extends Collector {
  handlers: HandlerFact[];
}

type Described = Omit<HandlerFact, 'kind' | 'span' | 'keywordSpan' | 'function' | 'keptElsewhere'>;

/** Describes error handlers. */
export function handlerCollector(source: Source): HandlerCollector {
  const handlers: HandlerFact[] = [];
  return {
    handlers,
    on: {
      [ts.SyntaxKind.CatchClause]: (node: ts.CatchClause, at: Place) => {
        const names = node.variableDeclaration ? bindingNames(node.variableDeclaration.name).map((name) => name.text) : [];
        const statement = node.parent as ts.TryStatement;
        handlers.push({
          ...describe(node.block, names, statement.tryBlock, statement), kind: 'catch',
          ...(leaves(statement.tryBlock) && throwsAfter(statement) ? { raisesLater: true as const } : {}),
          ...(leaves(statement.tryBlock) || assignsOutside(statement.tryBlock) ? { tells: true as const } : {}),
          span: source.span(node), keywordSpan: keywordSpan(source, node), function: at.function,
        });
      },
      [ts.SyntaxKind.CallExpression]: (node: ts.CallExpression, at: Place) => {
        if (!ts.isPropertyAccessExpression(node.expression) || !TAKES_HANDLERS.has(node.expression.name.text)) return;
        const found = promiseCallback(node, node.expression) ?? errorListener(node, node.expression);
        if (found) handlers.push({ ...found, keywordSpan: source.span(node.expression.name), function: at.function });
      },
    },
  };

  /** `.catch(f)` and `.then(f, g)`. */
  function promiseCallback(node: ts.CallExpression, callee: ts.PropertyAccessExpression): Omit<HandlerFact, 'keywordSpan' | 'function'> | null {
    const position = callee.name.text === 'catch' && node.arguments.length === 1 ? 0 : callee.name.text === 'then' && node.arguments.length === 2 ? 1 : -1;
    if (position < 0) return null;
    const described = describeCallback(node.arguments[position]!, callee.expression, node);
    const object = unwrap(callee.expression);
    const kept = ts.isExpressionStatement(node.parent) && (ts.isIdentifier(object) || ts.isPropertyAccessExpression(object));
    const used = !ts.isExpressionStatement(ts.isAwaitExpression(node.parent) || ts.isVoidExpression(node.parent) ? node.parent.parent : node.parent);
    return described && { ...described, kind: 'promise-catch', ...(used ? { tells: true as const } : {}), ...(kept ? { keptElsewhere: true as const } : {}) };
  }

  /** `.on('error', f)`: an empty one keeps an error from ending the process, and hides it. */
  function errorListener(node: ts.CallExpression, callee: ts.PropertyAccessExpression): Omit<HandlerFact, 'keywordSpan' | 'function'> | null {
    if (callee.name.text === 'catch' || callee.name.text === 'then') return null;
    const [event, listener] = node.arguments;
    if (listener === undefined || !ts.isStringLiteralLike(event!) || event.text !== 'error') return null;
    // While something is being destroyed, nobody is left to notify; passing a named function is a deliberate choice.
    if (ts.isIdentifier(unwrap(listener)) || /\b(destroy|end|abort|close)\b/.test(statementText(node))) return null;
    const described = describeCallback(listener, callee.expression, node);
    return described && { ...described, kind: 'listener' };
  }

  function describeCallback(given: ts.Expression, guarded: ts.Expression, call: ts.CallExpression): (Described & { span: HandlerFact['span'] }) | null {
    const callback = unwrap(given);
    const span = source.span(callback);
    if (ts.isIdentifier(callback) && NO_OPERATION.test(callback.text)) {
      return {
        span, bodySpan: span, param: null, types: [], statements: 0, commented: commentBeside(call), usesError: false,
        rethrows: false, logs: false, recovers: false, guards: callsIn(guarded),
      };
    }
    if (!ts.isArrowFunction(callback) && !ts.isFunctionExpression(callback)) return null;
    const names = callback.parameters[0] ? bindingNames(callback.parameters[0].name).map((name) => name.text) : [];
    return { span, ...describe(callback.body, names, guarded, call) };
  }

  function describe(body: ts.Node, names: string[], guarded: ts.Node, whole: ts.Node): Described {
    const seen = { usesError: false, rethrows: false, logs: false };
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node) && names.includes(node.text) && !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node))
        seen.usesError = true;
      if (ts.isThrowStatement(node)) seen.rethrows = true;
      if (ts.isCallExpression(node)) {
        const callee = calleeName(source, node.expression).text;
        if (LOGS.test(callee)) seen.logs = true;
        if (/(^|\.)(reject|exit)$/.test(callee)) seen.rethrows = true;
      }
      ts.forEachChild(node, visit);
    };
    visit(body);
    const statements = ts.isBlock(body) ? body.statements : null;
    const only = statements?.length === 1 ? statements[0]! : null;
    const given = only && ts.isReturnStatement(only) ? only.expression : statements ? undefined : body as ts.Expression;
    const replacement = given && isFixed(given) ? source.shorten(given, 40) : undefined;
    return {
      bodySpan: source.span(body),
      param: names[0] ?? null,
      types: [],
      statements: statements ? statements.length : isNothing(body) ? 0 : 1,
      commented: holdsComment(body) || commentBeside(whole),
      ...seen,
      recovers: replacement !== undefined || (statements ? recovers(statements) : !isNothing(body)),
      ...(replacement === undefined ? {} : { replacement }),
      guards: callsIn(guarded),
    };
  }

  function statementText(node: ts.Node): string {
    let statement = node;
    while (!ts.isStatement(statement) && statement.parent) statement = statement.parent;
    return source.shorten(statement, 200);
  }

  function holdsComment(body: ts.Node): boolean {
    const inside = source.text.slice(body.getStart(source.file), body.end);
    return /\/\/\s*\S|\/\*/.test(inside.replace(/(['"`])(?:(?!\1)[^\\\n]|\\.)*\1/g, ''));
  }

  /** After it on the last line, or above the whole statement if it mentions failure. */
  function commentBeside(whole: ts.Node): boolean {
    let statement = whole;
    while (!ts.isStatement(statement) && statement.parent) statement = statement.parent;
    if (/^[^\n]*?\/[/*]\s*\S/.test(source.text.slice(whole.end, source.text.indexOf('\n', whole.end) >>> 0))) return true;
    const above = ts.getLeadingCommentRanges(source.text, statement.pos) ?? [];
    if (above.some((range) => SPEAKS_OF_FAILURE.test(source.text.slice(range.pos, range.end)))) return true;
    if (!ts.isTryStatement(whole) || whole.catchClause === undefined) return false;
    // At the head of the guarded block.
    const first = whole.tryBlock.statements[0];
    if (first !== undefined && COMMENT.test(source.text.slice(whole.tryBlock.getStart(source.file), first.getStart(source.file)))) return true;
    // Between the two blocks, and before the closing brace of the first.
    const between = source.text.slice(whole.tryBlock.statements.end, whole.catchClause.block.getStart(source.file));
    return COMMENT.test(between);
  }

  function callsIn(node: ts.Node): string[] {
    const found: string[] = [];
    const visit = (each: ts.Node): void => {
      if (found.length >= 12) return;
      if (ts.isCallExpression(each) || ts.isNewExpression(each)) found.push(calleeName(source, each.expression).text);
      ts.forEachChild(each, visit);
    };
    visit(node);
    return found;
  }
}

/** Success ends the function or the loop. */
function leaves(guarded: ts.Node): boolean {
  const visit = (node: ts.Node): boolean =>
    ts.isReturnStatement(node) || ts.isBreakStatement(node) || (!isFunctionNode(node) && (ts.forEachChild(node, visit) ?? false));
  return visit(guarded);
}

/** Assigns to something that existed before. */
function assignsOutside(guarded: ts.Node): boolean {
  const visit = (node: ts.Node): boolean => {
    if (isFunctionNode(node)) return false;
    const assigns =
      ts.isBinaryExpression(node) && node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment && node.operatorToken.kind <= ts.SyntaxKind.LastAssignment;
    return assigns || (ts.forEachChild(node, visit) ?? false);
  };
  return visit(guarded);
}

/** An error is thrown further down in the same function, on the level of the statement or around it. */
function throwsAfter(statement: ts.Node): boolean {
  for (let node = statement; !isFunctionNode(node) && !ts.isSourceFile(node); node = node.parent) {
    const siblings = ts.isBlock(node.parent) || ts.isSourceFile(node.parent) ? node.parent.statements : [];
    if (siblings.some((each) => each.pos >= node.end && ts.isThrowStatement(each))) return true;
  }
  return false;
}

/** The handler provides a substitute for what failed: a value, a flag, another way. */
function recovers(statements: readonly ts.Statement[]): boolean {
  return statements.some((statement) => {
    if (ts.isReturnStatement(statement)) return statement.expression !== undefined && !isNothing(statement.expression);
    if (ts.isExpressionStatement(statement)) {
      const expression = unwrap(statement.expression);
      return ts.isBinaryExpression(expression) || ts.isCallExpression(expression) || ts.isPostfixUnaryExpression(expression)
        || ts.isPrefixUnaryExpression(expression) || ts.isDeleteExpression(expression);
    }
    return ts.isIfStatement(statement) || ts.isIterationStatement(statement, false) || ts.isTryStatement(statement)
      || ts.isVariableStatement(statement) || ts.isSwitchStatement(statement);
  });
}

function isNothing(node: ts.Node): boolean {
  const inner = ts.isExpression(node) ? unwrap(node) : node;
  return (ts.isIdentifier(inner) && inner.text === 'undefined') || inner.kind === ts.SyntaxKind.VoidExpression
    || (ts.isBlock(inner) && inner.statements.length === 0);
}

/** A value that says nothing about the failure. */
function isFixed(node: ts.Expression): boolean {
  const inner = unwrap(node);
  if (ts.isIdentifier(inner)) return inner.text === 'undefined';
  switch (inner.kind) {
    case ts.SyntaxKind.NullKeyword:
    case ts.SyntaxKind.TrueKeyword:
    case ts.SyntaxKind.FalseKeyword:
    case ts.SyntaxKind.NumericLiteral:
      return true;
    case ts.SyntaxKind.StringLiteral:
      return (inner as ts.StringLiteral).text === '';
    case ts.SyntaxKind.ArrayLiteralExpression:
      return (inner as ts.ArrayLiteralExpression).elements.length === 0;
    case ts.SyntaxKind.ObjectLiteralExpression:
      return (inner as ts.ObjectLiteralExpression).properties.length === 0;
    default:
      return false;
  }
}
