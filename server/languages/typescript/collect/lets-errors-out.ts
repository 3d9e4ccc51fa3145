/** Whether the promise of an asynchronous function can be rejected, as far as its body shows. */
import { ts, isFunctionNode, unwrap, type FunctionNode } from '../syntax.ts';

/** Cannot fail. */
const PAUSES = /(^|\.)_?(sleep|delay|wait|pause|timeout|setTimeout|nextTick|tick)$/i;

/**
 * @param fn an asynchronous function
 * @returns false where each `await` and `throw` stands in a `try` that catches, and only pauses stand outside; and for one that runs until the
 *   program ends, for which nobody can wait
 */
export function letsErrorsOut(fn: FunctionNode): boolean {
  if (fn.body === undefined || (ts.isBlock(fn.body) && fn.body.statements.some(isEndless))) return false;
  return ts.isBlock(fn.body) ? letsOut(fn.body) : ts.isCallExpression(unwrap(fn.body)) || letsOut(fn.body);
}

/** `while (true)`, `for (;;)`, `while (!stopped)`. */
function isEndless(statement: ts.Statement): boolean {
  if (ts.isForStatement(statement)) return statement.condition === undefined;
  return ts.isWhileStatement(statement) && /^(true|1|!?[\w.]*(stop|abort|run|clos|cancel|destroy|dispos|active|alive|connected|live)\w*(\.current|\.value)?)$/i
    .test(statement.expression.getText());
}

function letsOut(node: ts.Node): boolean {
  if (isFunctionNode(node) || ts.isClassLike(node)) return false;
  if (ts.isThrowStatement(node) || (ts.isForOfStatement(node) && node.awaitModifier !== undefined)) return true;
  if (ts.isAwaitExpression(node) && !isHarmless(node.expression)) return true;
  if (ts.isTryStatement(node) && node.catchClause !== undefined)
    return letsOut(node.catchClause.block) || (node.finallyBlock !== undefined && letsOut(node.finallyBlock));
  return ts.forEachChild(node, (child) => letsOut(child) || undefined) ?? false;
}

/** A pause, a promise that is made in place and never rejected, or one with a handler of its own. */
function isHarmless(awaited: ts.Expression): boolean {
  const value = unwrap(awaited);
  if (ts.isNewExpression(value)) {
    const [executor] = value.arguments ?? [];
    return executor !== undefined && isFunctionNode(executor) && executor.parameters.length < 2;
  }
  if (!ts.isCallExpression(value)) return false;
  const callee = unwrap(value.expression);
  if (ts.isPropertyAccessExpression(callee)) return callee.name.text === 'catch' || callee.name.text === 'allSettled' || PAUSES.test(callee.name.text);
  return ts.isIdentifier(callee) && PAUSES.test(callee.text);
}
