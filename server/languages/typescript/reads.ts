/** What an identifier does in the tree: whether its value is read, whether it is written. */
import { ts } from './syntax.ts';

export type Use = 'read' | 'write' | 'tested' | 'none';

/** @param node an identifier @returns what happens to the variable of this name there; `none` for keys, labels, types and declarations */
export function useOf(node: ts.Identifier): Use {
  const { parent } = node;
  switch (parent.kind) {
    case ts.SyntaxKind.PropertyAccessExpression:
      return (parent as ts.PropertyAccessExpression).expression === node ? 'read' : 'none';
    case ts.SyntaxKind.TypeOfExpression:
      return 'tested';
    case ts.SyntaxKind.BinaryExpression:
      return ofBinary(node, parent as ts.BinaryExpression);
    case ts.SyntaxKind.PrefixUnaryExpression:
    case ts.SyntaxKind.PostfixUnaryExpression:
      return isStep(parent as ts.PrefixUnaryExpression) ? 'write' : 'read';
    case ts.SyntaxKind.ForOfStatement:
    case ts.SyntaxKind.ForInStatement:
      return (parent as ts.ForOfStatement).initializer === node ? 'write' : 'read';
    case ts.SyntaxKind.ArrayLiteralExpression:
    case ts.SyntaxKind.ShorthandPropertyAssignment:
    case ts.SyntaxKind.SpreadElement:
    case ts.SyntaxKind.SpreadAssignment:
      return isTarget(node) ? 'write' : 'read';
    case ts.SyntaxKind.PropertyAssignment:
      if ((parent as ts.PropertyAssignment).initializer !== node) return 'none';
      return isTarget(node) ? 'write' : 'read';
    case ts.SyntaxKind.VariableDeclaration:
    case ts.SyntaxKind.BindingElement:
    case ts.SyntaxKind.Parameter:
    case ts.SyntaxKind.PropertyDeclaration:
      return (parent as ts.VariableDeclaration).initializer === node ? 'read' : 'none';
    case ts.SyntaxKind.ArrowFunction:
      return (parent as ts.ArrowFunction).body === node ? 'read' : 'none';
    case ts.SyntaxKind.JsxOpeningElement:
    case ts.SyntaxKind.JsxSelfClosingElement:
      return /^[A-Z]/.test(node.text) ? 'read' : 'none';
    case ts.SyntaxKind.ExpressionWithTypeArguments:
      return ts.isHeritageClause(parent.parent) && parent.parent.token === ts.SyntaxKind.ExtendsKeyword
        && ts.isClassLike(parent.parent.parent) ? 'read' : 'none';
    default:
      return READS.has(parent.kind) ? 'read' : 'none';
  }
}

const READS = new Set([
  ts.SyntaxKind.ElementAccessExpression, ts.SyntaxKind.CallExpression, ts.SyntaxKind.NewExpression, ts.SyntaxKind.TaggedTemplateExpression,
  ts.SyntaxKind.ConditionalExpression, ts.SyntaxKind.ParenthesizedExpression, ts.SyntaxKind.AwaitExpression, ts.SyntaxKind.YieldExpression,
  ts.SyntaxKind.ReturnStatement, ts.SyntaxKind.ThrowStatement, ts.SyntaxKind.IfStatement, ts.SyntaxKind.WhileStatement, ts.SyntaxKind.DoStatement,
  ts.SyntaxKind.ForStatement, ts.SyntaxKind.SwitchStatement, ts.SyntaxKind.CaseClause, ts.SyntaxKind.ExpressionStatement, ts.SyntaxKind.TemplateSpan,
  ts.SyntaxKind.NonNullExpression, ts.SyntaxKind.SatisfiesExpression, ts.SyntaxKind.JsxExpression, ts.SyntaxKind.JsxSpreadAttribute,
  ts.SyntaxKind.ComputedPropertyName, ts.SyntaxKind.VoidExpression, ts.SyntaxKind.AsExpression,
]);

function isStep({ operator }: ts.PrefixUnaryExpression): boolean {
  return operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken;
}

function ofBinary(node: ts.Identifier, { left, operatorToken: { kind } }: ts.BinaryExpression): Use {
  return left === node && kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment ? 'write' : 'read';
}

/** Within a pattern that is assigned to: `[a, b] = …`, `({ a } = …)`. */
function isTarget(node: ts.Node): boolean {
  let inner = node;
  while (ts.isArrayLiteralExpression(inner.parent) || ts.isObjectLiteralExpression(inner.parent) || ts.isShorthandPropertyAssignment(inner.parent)
    || ts.isSpreadElement(inner.parent) || ts.isSpreadAssignment(inner.parent)
    || (ts.isPropertyAssignment(inner.parent) && inner.parent.initializer === inner)) inner = inner.parent;
  const { parent } = inner;
  if (ts.isForOfStatement(parent) || ts.isForInStatement(parent)) return parent.initializer === inner;
  return ts.isBinaryExpression(parent) && parent.left === inner && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
}
