/**
 * Starts all iterations of a loop at once: `for (const x of xs) list.push(await f(x))` after `const list = []`
 * becomes `const list = await Promise.all(Array.from(xs, (x) => f(x)))`.
 */
import type { FixProvider } from '../../../facts/adapter.ts';
import { ts, isFunctionNode } from '../syntax.ts';
import { nodeAround, offsetAt, openSource } from './style.ts';

/** Starts all iterations of a loop and awaits them together. */
export const parallelAwait: FixProvider = ({ path, span }, context) => {
  const source = openSource(path, context);
  if (source === null) return null;
  const { text } = source;
  const loop = nodeAround(source, offsetAt(source, span[0], span[1]), offsetAt(source, span[2], span[3]), ts.isForOfStatement);
  const parts = loop && partsOf(loop);
  if (!loop || !parts) return null;
  const { list, variable, awaited } = parts;
  const code = (node: ts.Node): string => text.slice(node.getStart(source.file), node.end);
  const body = ts.isObjectLiteralExpression(awaited) ? `(${code(awaited)})` : code(awaited);
  const parameter = `(${code(variable)})`;
  const value = `await Promise.all(Array.from(${code(loop.expression)}, ${parameter} => ${body}))`;
  return [{
    path,
    edits: [
      { span: source.span(list.initializer!), text: value },
      { span: source.spanBetween(list.parent.parent.end, loop.end), text: '' },
    ],
  }];
};

/** The declaration of the empty list, the loop variable and the awaited expression; null for any other form of loop. */
function partsOf(loop: ts.ForOfStatement): { list: ts.VariableDeclaration; variable: ts.BindingName; awaited: ts.Expression } | null {
  const statement = ts.isBlock(loop.statement) ? (loop.statement.statements.length === 1 ? loop.statement.statements[0]! : null) : loop.statement;
  const call = statement && ts.isExpressionStatement(statement) && ts.isCallExpression(statement.expression) ? statement.expression : null;
  const [given] = call?.arguments ?? [];
  if (call?.arguments.length !== 1 || !given || !ts.isAwaitExpression(given) || loop.awaitModifier) return null;
  const target = call.expression;
  if (!ts.isPropertyAccessExpression(target) || target.name.text !== 'push' || !ts.isIdentifier(target.expression) || waits(given.expression)) return null;
  const variable = ts.isVariableDeclarationList(loop.initializer) ? loop.initializer.declarations[0]?.name : undefined;
  const list = emptyListBefore(loop, target.expression.text);
  if (variable === undefined || list === null || mentions(given.expression, target.expression.text)) return null;
  return { list, variable, awaited: given.expression };
}

function emptyListBefore(loop: ts.ForOfStatement, name: string): ts.VariableDeclaration | null {
  const siblings: readonly ts.Statement[] = ts.isBlock(loop.parent) || ts.isSourceFile(loop.parent) ? loop.parent.statements : [];
  const before = siblings[siblings.indexOf(loop) - 1];
  if (before === undefined || !ts.isVariableStatement(before) || before.declarationList.declarations.length !== 1) return null;
  const [declaration] = before.declarationList.declarations;
  const { initializer } = declaration!;
  const empty = initializer !== undefined && ts.isArrayLiteralExpression(initializer) && initializer.elements.length === 0;
  return empty && ts.isIdentifier(declaration!.name) && declaration!.name.text === name ? declaration! : null;
}

/** Another `await` or `yield` inside would not be allowed in the new callback. */
function waits(node: ts.Node): boolean {
  if (isFunctionNode(node)) return false;
  return ts.isAwaitExpression(node) || ts.isYieldExpression(node) || (ts.forEachChild(node, waits) ?? false);
}

function mentions(node: ts.Node, name: string): boolean {
  return (ts.isIdentifier(node) && node.text === name) || (ts.forEachChild(node, (child) => mentions(child, name)) ?? false);
}
