/** Comparisons and choices whose sides are the same, or whose answer is known. */
import type { FixedConditionFact } from '../../../facts/file-facts.ts';
import { ts, unwrap } from '../syntax.ts';

type Kind = FixedConditionFact['kind'];

const SAME = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken, ts.SyntaxKind.BarBarToken, ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.LessThanToken, ts.SyntaxKind.GreaterThanToken, ts.SyntaxKind.LessThanEqualsToken, ts.SyntaxKind.GreaterThanEqualsToken,
]);

/**
 * @param node two sides
 * @param asks whether an expression may do something or give something else the second time, and whether it decides about a branch
 * @returns its fault or null
 */
export function fixedComparison(
  node: ts.BinaryExpression, { hasEffects, isTested }: Record<'hasEffects' | 'isTested', (node: ts.Expression) => boolean>,
): Kind | null {
  const [left, right] = [unwrap(node.left), unwrap(node.right)];
  const { kind } = node.operatorToken;
  if (isLength(left) && ts.isNumericLiteral(right) && right.text === '0') {
    if (kind === ts.SyntaxKind.LessThanToken || kind === ts.SyntaxKind.GreaterThanEqualsToken) return 'length';
  }
  if (!SAME.has(kind) || !isWorthComparing(left) || left.getText() !== right.getText()) return null;
  const joins = kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken;
  // `x == x` asks for NaN; a value that is given back twice does no harm.
  return (joins ? !isTested(node) : ts.isIdentifier(left)) || hasEffects(left) ? null : 'same-sides';
}

function isLength(node: ts.Expression): boolean {
  return ts.isPropertyAccessExpression(node) && node.name.text === 'length';
}

/** Literals stand for something that was switched off or on. */
function isWorthComparing(node: ts.Expression): boolean {
  return ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node) || ts.isBinaryExpression(node)
    || ts.isPrefixUnaryExpression(node);
}

/** `case 'a' || 'b':`, which compares with the first alone. */
export function isCaseAlternative({ expression }: ts.CaseClause): boolean {
  const inner = unwrap(expression);
  return ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.BarBarToken
    && (ts.isStringLiteralLike(unwrap(inner.right)) || ts.isNumericLiteral(unwrap(inner.right)))
    && (ts.isStringLiteralLike(unwrap(inner.left)) || ts.isNumericLiteral(unwrap(inner.left)) || ts.isBinaryExpression(unwrap(inner.left)));
}
