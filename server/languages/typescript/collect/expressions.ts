/** What an expression decides, and whether asking it twice is the same as once. */
import { ts } from '../syntax.ts';

/** @returns whether an expression decides about a branch */
export function isTested(node: ts.Expression): boolean {
  let inner: ts.Node = node;
  while (ts.isParenthesizedExpression(inner.parent) || (ts.isBinaryExpression(inner.parent)
    && (inner.parent.operatorToken.kind === ts.SyntaxKind.BarBarToken || inner.parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken)
    && inner.parent.left === inner)) inner = inner.parent;
  const { parent } = inner;
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent)) return parent.expression === inner;
  return ts.isConditionalExpression(parent) && parent.condition === inner;
}

const MOST_LOOKED_AT = 100;

/** @returns whether an expression may do something, or give something else the second time */
export function hasEffects(root: ts.Expression): boolean {
  const open: ts.Node[] = [root];
  for (let looked = 0; open.length > 0; looked++) {
    const node = open.pop()!;
    if (looked > MOST_LOOKED_AT || ts.isCallExpression(node) || ts.isNewExpression(node)) return true;
    if (ts.isAwaitExpression(node) || ts.isYieldExpression(node)) return true;
    if (ts.isPostfixUnaryExpression(node) || ts.isTaggedTemplateExpression(node) || ts.isFunctionLike(node)) return true;
    if (ts.isPrefixUnaryExpression(node) && (node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken)) return true;
    if (ts.isBinaryExpression(node) && /^[^=!<>]*=$/.test(node.operatorToken.getText())) return true;
    ts.forEachChild(node, (child) => void open.push(child));
  }
  return false;
}
