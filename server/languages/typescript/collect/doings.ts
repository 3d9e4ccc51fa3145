/** Lines on which functions do something, to tell logic from declarations where code is compared. */
import { calleeName } from '../names.ts';
import { ts, unwrap, type Source } from '../syntax.ts';
import type { Collector, Place } from '../walk.ts';

const ACTS = [
  ts.SyntaxKind.ReturnStatement, ts.SyntaxKind.IfStatement, ts.SyntaxKind.ForStatement, ts.SyntaxKind.ForOfStatement, ts.SyntaxKind.ForInStatement,
  ts.SyntaxKind.WhileStatement, ts.SyntaxKind.DoStatement, ts.SyntaxKind.SwitchStatement, ts.SyntaxKind.CaseClause, ts.SyntaxKind.ThrowStatement,
  ts.SyntaxKind.TryStatement, ts.SyntaxKind.CatchClause,
];
/** Only hand a value on: `this.size = size`, `const size = { … }`. */
const PLAIN: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.Identifier, ts.SyntaxKind.PropertyAccessExpression, ts.SyntaxKind.StringLiteral, ts.SyntaxKind.NumericLiteral, ts.SyntaxKind.TrueKeyword,
  ts.SyntaxKind.FalseKeyword, ts.SyntaxKind.NullKeyword, ts.SyntaxKind.ObjectLiteralExpression, ts.SyntaxKind.ArrayLiteralExpression,
  ts.SyntaxKind.NoSubstitutionTemplateLiteral, ts.SyntaxKind.JsxElement, ts.SyntaxKind.JsxSelfClosingElement, ts.SyntaxKind.JsxFragment,
]);

export interface DoingCollector extends Collector {
  /** In order. */
  lines: number[];
}

export function doingCollector(source: Source): DoingCollector {
  const lines: number[] = [];
  let before: { block: ts.Node; callee: string } | null = null;
  const add = (node: ts.Node, at: Place): void => {
    if (at.function >= 0) lines.push(source.lineAt(node.getStart(source.file)) + 1);
  };
  return {
    lines,
    on: {
      ...Object.fromEntries(ACTS.map((kind) => [kind, add])),
      [ts.SyntaxKind.VariableStatement]: (node: ts.VariableStatement, at: Place) => {
        if (node.declarationList.declarations.some(({ initializer }) => initializer !== undefined && !PLAIN.has(unwrap(initializer).kind))) add(node, at);
      },
      [ts.SyntaxKind.ExpressionStatement]: (node: ts.ExpressionStatement, at: Place) => { if (doesSomething(node)) add(node, at); },
    },
  };

  /** In a constructor, `this.size = sizeOf(…)` says what an object holds. */
  function declaresField({ left, parent }: ts.BinaryExpression): boolean {
    const isField = ts.isPropertyAccessExpression(left) && left.expression.kind === ts.SyntaxKind.ThisKeyword;
    return isField && parent.parent.parent !== undefined && ts.isConstructorDeclaration(parent.parent.parent);
  }

  function doesSomething(statement: ts.ExpressionStatement): boolean {
    const inner = unwrap(statement.expression);
    if (ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.EqualsToken)
      return !PLAIN.has(unwrap(inner.right).kind) && !declaresField(inner);
    if (!ts.isCallExpression(inner)) return true;
    // Calls of one function in a row are a table: `router.add(…)`.
    const callee = calleeName(source, inner.expression).text;
    const repeats = before !== null && before.block === statement.parent && before.callee === callee;
    before = { block: statement.parent, callee };
    return !repeats;
  }
}
