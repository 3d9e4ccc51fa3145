/** Responses that a handler sends although it may have sent one already: a branch answers, does not return, and what follows answers again. */
import type { SecondResponseFact } from '../../../facts/file-facts.ts';
import { escapePattern } from '../../../text/escape-pattern.ts';
import { ts, isFunctionNode, unwrap, type FunctionNode, type Source } from '../syntax.ts';
import type { Collector } from '../walk.ts';

/** They end the answer. */
const ENDS = new Set(['send', 'json', 'jsonp', 'render', 'redirect', 'end', 'sendFile', 'sendStatus']);
/** They set headers, which a response that was sent does not allow; `end` does not. */
const THROWS = new Set(['send', 'json', 'jsonp', 'render', 'redirect', 'sendFile', 'sendStatus']);
/** They only prepare it. */
const PREPARES = new Set([
  'status', 'set', 'header', 'type', 'contentType', 'cookie', 'clearCookie', 'links', 'location', 'vary', 'append', 'attachment',
  'code',
]);

export interface SecondResponseCollector extends Collector {
  responses: SecondResponseFact[];
}

/** @param source a file */
export function secondResponseCollector(source: Source): SecondResponseCollector {
  const responses: SecondResponseFact[] = [];
  const functions = (node: FunctionNode): void => {
    const response = responseOf(node);
    if (response !== null) responses.push(...secondResponses(source, node, response));
  };
  return {
    responses,
    on: {
      [ts.SyntaxKind.FunctionDeclaration]: functions,
      [ts.SyntaxKind.FunctionExpression]: functions,
      [ts.SyntaxKind.ArrowFunction]: functions,
      [ts.SyntaxKind.MethodDeclaration]: functions,
    },
  };
}

/**
 * @param source the file
 * @param handler with a body
 * @param response name of its parameter
 * @returns the first response of each pair
 */
function secondResponses(source: Source, handler: FunctionNode, response: string): SecondResponseFact[] {
  const { body } = handler;
  if (body === undefined || !ts.isBlock(body)) return [];
  const found: SecondResponseFact[] = [];
  const inBlock = (statements: readonly ts.Statement[]): void => {
    statements.forEach((statement, index) => {
      const first = answeredBy(statement);
      const second = first === null ? null : answeredLater(statements.slice(index + 1), statement);
      if (first !== null && second !== null) {
        found.push({ text: source.shorten(first, 60), line: source.lineAt(second.getStart(source.file)) + 1, span: source.span(first) });
      }
      inside(statement);
    });
  };
  const inside = (statement: ts.Statement): void => {
    if (ts.isBlock(statement)) inBlock(statement.statements);
    else if (ts.isIfStatement(statement)) for (const each of branchesOf(statement)) inside(each);
    else if (ts.isTryStatement(statement)) {
      inBlock(statement.tryBlock.statements);
      if (statement.catchClause) inBlock(statement.catchClause.block.statements);
    }
  };
  inBlock(body.statements);
  return found;

  /** The response that a statement sends in one of its branches before it goes on to what follows. */
  function answeredBy(statement: ts.Statement): ts.Expression | null {
    if (ts.isExpressionStatement(statement)) return answer(statement.expression, ENDS);
    const branches = ts.isIfStatement(statement) ? branchesOf(statement)
      : ts.isTryStatement(statement) && statement.catchClause && !statement.finallyBlock ? [statement.catchClause.block] : [];
    for (const branch of branches) {
      const statements = ts.isBlock(branch) ? branch.statements : [branch];
      const sent = statements.map((each) => ts.isExpressionStatement(each) ? answer(each.expression, ENDS) : null);
      const at = sent.findIndex((each) => each !== null);
      // What stands behind it may leave.
      if (at >= 0 && !statements.some((each) => leaves(each))) return sent[at]!;
    }
    return null;
  }

  /** The response that statements send whatever happens, unless they ask before whether one was sent. */
  function answeredLater(statements: readonly ts.Statement[], first: ts.Statement): ts.Expression | null {
    for (const statement of statements) {
      const expression = ts.isExpressionStatement(statement) || ts.isReturnStatement(statement) ? statement.expression : undefined;
      const second = expression === undefined ? null : answer(expression, THROWS);
      if (second !== null) return second;
      if (ts.isReturnStatement(statement) || ts.isThrowStatement(statement) || ts.isBreakOrContinueStatement(statement)) return null;
      if (leaves(statement) && mayAskFor(statement, first)) return null;
    }
    return null;
  }

  /** `res.status(500).send(…)` */
  function answer(expression: ts.Expression, methods: ReadonlySet<string>): ts.Expression | null {
    const call = unwrap(ts.isVoidExpression(expression) ? expression.expression : expression);
    if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression) || !methods.has(call.expression.name.text)) return null;
    if (call.arguments.some((each) => isFunctionNode(each))) return null;
    let inner = unwrap(call.expression.expression);
    while (ts.isCallExpression(inner) && ts.isPropertyAccessExpression(inner.expression) && PREPARES.has(inner.expression.name.text)) {
      inner = unwrap(inner.expression.expression);
    }
    return ts.isIdentifier(inner) && inner.text === response ? call : null;
  }
}

/** The response of `(req, res)`, with an error before and the next handler behind. */
function responseOf(node: FunctionNode): string | null {
  if (node.body === undefined || !ts.isBlock(node.body)) return null;
  const names = node.parameters.map(({ name }) => ts.isIdentifier(name) ? name.text : '');
  const at = names.findIndex((name) => /^_*(req|request)$/.test(name));
  const response = at < 0 || at > 1 ? '' : names[at + 1] ?? '';
  return /^(res|resp|response)$/.test(response) ? response : null;
}

function branchesOf({ thenStatement, elseStatement }: ts.IfStatement): ts.Statement[] {
  if (elseStatement === undefined) return [thenStatement];
  return [thenStatement, ...ts.isIfStatement(elseStatement) ? branchesOf(elseStatement) : [elseStatement]];
}

/** Somewhere in it the function is left, or may be: calls that end the process. */
function leaves(root: ts.Node): boolean {
  if (isFunctionNode(root)) return false;
  if (ts.isReturnStatement(root) || ts.isThrowStatement(root) || ts.isBreakOrContinueStatement(root) || ts.isYieldExpression(root)) return true;
  if (ts.isCallExpression(root) && /(^|\.)(exit|abort|fail|never)$/.test(root.expression.getText())) return true;
  return ts.forEachChild(root, leaves) ?? false;
}

/** It leaves when a variable says so that the first statement sets, or when a response was sent, or on the same condition. */
function mayAskFor(statement: ts.Statement, first: ts.Statement): boolean {
  if (!ts.isIfStatement(statement)) return true;
  const condition = statement.expression.getText();
  if (/headersSent|finished|writableEnded|sent\b|ended\b/i.test(condition)) return true;
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(statement.expression);
  const text = (ts.isTryStatement(first) ? first.catchClause! : first).getText();
  return [...names].some((name) => name !== 'req' && name !== 'res' && isNamed(name, text));
}

function isNamed(name: string, text: string): boolean {
  return new RegExp(String.raw`(?<![\w$])${escapePattern(name)}(?![\w$])`).test(text);
}
