/** Comparisons and choices whose sides are the same, or whose answer is known. */
import type { FixedConditionFact } from '../../../facts/file-facts.ts';
import { ts, unwrap } from '../syntax.ts';
import { hasEffects, isTested } from './expressions.ts';

type Kind = FixedConditionFact['kind'];

const SAME = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken, ts.SyntaxKind.BarBarToken, ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.LessThanToken, ts.SyntaxKind.GreaterThanToken, ts.SyntaxKind.LessThanEqualsToken, ts.SyntaxKind.GreaterThanEqualsToken,
]);

/** @param node two sides @returns its fault or null */
export function fixedComparison(node: ts.BinaryExpression): Kind | null {
  const [left, right] = [unwrap(node.left), unwrap(node.right)];
  const { kind } = node.operatorToken;
  if (isLength(left) && ts.isNumericLiteral(right) && right.text === '0') {
    if (kind === ts.SyntaxKind.LessThanToken || (kind === ts.SyntaxKind.GreaterThanEqualsToken && isWhole(node))) return 'length';
  }
  if (!SAME.has(kind) || left.getText() !== right.getText()) return null;
  const joins = kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken;
  // `x == x` asks for NaN; a value that is asked for or given back twice does no harm, and a literal was put there on purpose.
  const isMeant = joins ? !isTested(node) || !isQuestion(left) : !isMember(left);
  return isMeant || hasEffects(left) ? null : 'same-sides';
}

function isLength(node: ts.Expression): boolean {
  return ts.isPropertyAccessExpression(node) && node.name.text === 'length';
}

/** Nothing else is asked: beside other tests, and for what may be no list, it says only that there is one. */
function isWhole({ parent }: ts.BinaryExpression): boolean {
  return ts.isIfStatement(parent) || (ts.isCallExpression(parent) && /^(assert(\.ok)?|expect|ok)$/.test(parent.expression.getText()));
}

function isMember(node: ts.Expression): boolean {
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
}

function isQuestion(node: ts.Expression): boolean {
  return ts.isBinaryExpression(node) || ts.isPrefixUnaryExpression(node);
}

/** `case 'a' || 'b':`, which compares with the first alone. */
export function isCaseAlternative({ expression }: ts.CaseClause): boolean {
  const inner = unwrap(expression);
  return ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.BarBarToken
    && (ts.isStringLiteralLike(unwrap(inner.right)) || ts.isNumericLiteral(unwrap(inner.right)))
    && (ts.isStringLiteralLike(unwrap(inner.left)) || ts.isNumericLiteral(unwrap(inner.left)) || ts.isBinaryExpression(unwrap(inner.left)));
}
