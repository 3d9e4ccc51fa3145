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

/** About literals alone: `expect(true).toBe(true)`, and not `expect(expected).toBe(expected)`. */
export function isAboutLiterals(node: ts.CallExpression): boolean {
  const callee = node.expression;
  const subject = ts.isPropertyAccessExpression(callee) ? expectedSubject(callee) ?? node.arguments[0] : node.arguments[0];
  return subject !== undefined && !ts.isIdentifier(unwrap(subject));
}

/** A message behind what is compared: `assert.ok(true, 'nothing to check yet')`, `expect(true, 'later').toBe(true)`. */
export function givesReason(node: ts.CallExpression): boolean {
  const callee = node.expression;
  const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText();
  const subject = ts.isPropertyAccessExpression(callee) ? headOfChain(callee) : name === 'expect' ? node : null;
  const reason = subject === null ? node.arguments[SAME.test(name) ? 2 : 1] : subject.arguments[1];
  return reason !== undefined && ts.isStringLiteralLike(reason) && reason.text.trim() !== '';
}

/** The call of `expect` that a chain begins with. */
function headOfChain(callee: ts.PropertyAccessExpression): ts.CallExpression | null {
  let object: ts.Expression = callee.expression;
  while (ts.isPropertyAccessExpression(object)) object = object.expression;
  return ts.isCallExpression(object) && ts.isIdentifier(object.expression) && object.expression.text === 'expect' ? object : null;
}

/** The argument of `expect`, for a chain without `not`. */
function expectedSubject(callee: ts.PropertyAccessExpression): ts.Expression | null {
  for (let object: ts.Expression = callee.expression; ts.isPropertyAccessExpression(object); object = object.expression) {
    if (object.name.text === 'not') return null;
  }
  return headOfChain(callee)?.arguments[0] ?? null;
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
  // What is waited for twice may be different the second time.
  if (a === undefined || b === undefined || ts.isAwaitExpression(a)) return false;
  const left = unwrap(a);
  const right = unwrap(b);
  if (left.kind !== right.kind) return false;
  if (left.kind === ts.SyntaxKind.TrueKeyword || left.kind === ts.SyntaxKind.FalseKeyword || left.kind === ts.SyntaxKind.NullKeyword) return true;
  return (ts.isIdentifier(left) || ts.isStringLiteralLike(left) || ts.isNumericLiteral(left)) && left.text === (right as ts.Identifier).text;
}
