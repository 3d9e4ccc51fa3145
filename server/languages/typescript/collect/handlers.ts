/** What is done with caught errors: `catch` clauses and `.catch()` callbacks. */
import type { HandlerFact } from '../../../facts/file-facts.ts';
import { ts, unwrap, type Source } from '../syntax.ts';
import { calleeName } from '../names.ts';
import type { Collector, Place } from '../walk.ts';
import { bindingNames } from './exports.ts';
import { keywordSpan } from './functions.ts';

const LOGS = /(^|\.)(console|log|logger|logging|winston|pino|bunyan|sentry|newrelic|rollbar|bugsnag|honeybadger|telemetry|tracer|span|reporter|debug)(\.|$|\()|(^|\.)(captureException|captureError|recordException|reportError|notifyError|logError|handleError|onError|warn|error|fail|abort|reject|next|done|callback|cb)$/i;

export interface HandlerCollector extends Collector {
  handlers: HandlerFact[];
}

export function handlerCollector(source: Source): HandlerCollector {
  const handlers: HandlerFact[] = [];
  return {
    handlers,
    on: {
      [ts.SyntaxKind.CatchClause]: (node: ts.CatchClause, at: Place) => {
        const names = node.variableDeclaration ? bindingNames(node.variableDeclaration.name).map((name) => name.text) : [];
        const guarded = (node.parent as ts.TryStatement).tryBlock;
        handlers.push({ ...describe(node.block, names, guarded), kind: 'catch', span: source.span(node), keywordSpan: keywordSpan(source, node), function: at.function });
      },
      [ts.SyntaxKind.CallExpression]: (node: ts.CallExpression, at: Place) => {
        if (!ts.isPropertyAccessExpression(node.expression) || node.expression.name.text !== 'catch' || node.arguments.length !== 1) return;
        const callback = unwrap(node.arguments[0]!);
        if (!ts.isArrowFunction(callback) && !ts.isFunctionExpression(callback)) return;
        const names = callback.parameters[0] ? bindingNames(callback.parameters[0].name).map((name) => name.text) : [];
        handlers.push({
          ...describe(callback.body, names, node.expression.expression),
          kind: 'promise-catch', span: source.span(callback), keywordSpan: source.span(node.expression.name), function: at.function,
        });
      },
    },
  };

  function describe(body: ts.Node, names: string[], guarded: ts.Node): Omit<HandlerFact, 'kind' | 'span' | 'keywordSpan' | 'function'> {
    const seen = { usesError: false, rethrows: false, logs: false };
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node) && names.includes(node.text) && !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node)) seen.usesError = true;
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
    return {
      bodySpan: source.span(body),
      param: names[0] ?? null,
      types: [],
      statements: statements ? statements.length : 1,
      commented: holdsComment(body),
      ...seen,
      recovers: statements ? recovers(statements) : !isNothing(body),
      guards: callsIn(guarded),
    };
  }

  function holdsComment(body: ts.Node): boolean {
    const inside = source.text.slice(body.getStart(source.file), body.end);
    return /\/\/\s*\S|\/\*/.test(inside.replace(/(['"`])(?:(?!\1)[^\\\n]|\\.)*\1/g, ''));
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

/** The handler puts something in the place of what failed: a value, a flag, another way. */
function recovers(statements: readonly ts.Statement[]): boolean {
  return statements.some((statement) => {
    if (ts.isReturnStatement(statement)) return statement.expression !== undefined && !isNothing(statement.expression);
    if (ts.isExpressionStatement(statement)) {
      const expression = unwrap(statement.expression);
      return ts.isBinaryExpression(expression) || ts.isCallExpression(expression) || ts.isPostfixUnaryExpression(expression);
    }
    return ts.isIfStatement(statement) || ts.isForOfStatement(statement) || ts.isTryStatement(statement) || ts.isVariableStatement(statement) || ts.isSwitchStatement(statement);
  });
}

function isNothing(node: ts.Node): boolean {
  return (ts.isIdentifier(node) && node.text === 'undefined') || node.kind === ts.SyntaxKind.VoidExpression
    || (ts.isBlock(node) && node.statements.length === 0);
}
