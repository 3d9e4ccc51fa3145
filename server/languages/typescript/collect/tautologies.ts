/** Assertions that hold no matter what the code under test does. */
import { ts, unwrap } from '../syntax.ts';

const SAME = /^(toBe|toEqual|toStrictEqual|equal|equals|eql|eq|is|deepEqual|deepStrictEqual|strictEqual|same)$/;
const TRUTHY = /^(toBeTruthy|toBeDefined|isTrue|ok|isOk|true|exist|truthy|assert)$/;

/** An assertion that is true over literals alone, or that compares something with itself. */
export function isTautology(node: ts.CallExpression): boolean {
  const callee = node.expression;
  if (ts.isIdentifier(callee)) {
    if (callee.text === 'assert' || callee.text === 'ok') return isTrue(node.arguments[0]);
    return callee.text === 'expect' && endsInTruth(node);
  }
  if (!ts.isPropertyAccessExpression(callee)) return false;
  const matcher = callee.name.text;
  const subject = expectedSubject(callee);
  if (subject !== null) {
    if (SAME.test(matcher)) return isSame(subject, node.arguments[0]);
    return TRUTHY.test(matcher) && node.arguments.length === 0 && isTrue(subject);
  }
  if (!ts.isIdentifier(callee.expression) || !/^(assert|t|chai)$/.test(callee.expression.text)) return false;
  return SAME.test(matcher) ? isSame(node.arguments[0], node.arguments[1]) : TRUTHY.test(matcher) && isTrue(node.arguments[0]);
}

/** The argument of `expect`, for a chain without `not`. */
function expectedSubject(callee: ts.PropertyAccessExpression): ts.Expression | null {
  let object: ts.Expression = callee.expression;
  while (ts.isPropertyAccessExpression(object)) {
    if (object.name.text === 'not') return null;
    object = object.expression;
  }
  return ts.isCallExpression(object) && ts.isIdentifier(object.expression) && object.expression.text === 'expect' ? object.arguments[0] ?? null : null;
}

/** `expect(true).to.be.true`. */
function endsInTruth(node: ts.CallExpression): boolean {
  let outer: ts.Node = node;
  while (ts.isPropertyAccessExpression(outer.parent) && outer.parent.name.text !== 'not') outer = outer.parent;
  return outer !== node && ts.isPropertyAccessExpression(outer) && TRUTHY.test(outer.name.text)
    && (ts.isExpressionStatement(outer.parent) || ts.isArrowFunction(outer.parent)) && isTrue(node.arguments[0]);
}

function isTrue(node: ts.Expression | undefined): boolean {
  if (node === undefined) return false;
  const inner = unwrap(node);
  return inner.kind === ts.SyntaxKind.TrueKeyword || (ts.isNumericLiteral(inner) && inner.text !== '0') || (ts.isStringLiteralLike(inner) && inner.text !== '');
}

/** The same literal, or the same variable: a call may return another value each time. */
function isSame(a: ts.Expression | undefined, b: ts.Expression | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const left = unwrap(a);
  const right = unwrap(b);
  if (left.kind !== right.kind) return false;
  if (left.kind === ts.SyntaxKind.TrueKeyword || left.kind === ts.SyntaxKind.FalseKeyword || left.kind === ts.SyntaxKind.NullKeyword) return true;
  return (ts.isIdentifier(left) || ts.isStringLiteralLike(left) || ts.isNumericLiteral(left)) && left.text === (right as ts.Identifier).text;
}
