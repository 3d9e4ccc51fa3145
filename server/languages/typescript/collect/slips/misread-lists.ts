/** Calls that do something else than they read: rows that are all the same one, `parseInt` given positions, lists of nothing that are mapped. */
import type { SlipFact } from '../../../../facts/file-facts.ts';
import { ts, isFunctionNode, unwrap } from '../../syntax.ts';
import type { Collector } from '../../walk.ts';
import type { AddSlip } from './slips.ts';

/** Methods that change what they are called on. */
const CHANGES = /^(push|pop|shift|unshift|splice|sort|reverse|fill|set|add|delete|clear|append)$/;
/** Names of numbers; `Array(list)` has that list for its only element. */
const NUMBERS = /^([a-z]|num\w*|.*(size|count|length|len|total|width|height|rows|cols|columns|max|min|amount|limit|capacity))$|^N_?[A-Z]*$/i;
/** In a longer function, uses of a variable are not looked for. */
const LONGEST = 40_000;

/** Records calls of lists whose elements are fewer, or other ones, than they seem. */
export function misreadLists(add: AddSlip): Collector {
  return {
    on: {
      [ts.SyntaxKind.CallExpression]: (call: ts.CallExpression) => {
        const kind = kindOf(call);
        if (kind !== null) add(kind, call);
      },
    },
  };
}

function kindOf(call: ts.CallExpression): SlipFact['kind'] | null {
  const { expression, arguments: given } = call;
  if (!ts.isPropertyAccessExpression(expression)) return null;
  const list = unwrap(expression.expression);
  const [first] = given;
  if (expression.name.text === 'fill') return given.length === 1 && isNewList(list) && isShared(unwrap(first!)) && isChanged(call) ? 'shared-rows' : null;
  if (expression.name.text !== 'map' || first === undefined) return null;
  if (ts.isIdentifier(first) && first.text === 'parseInt' && given.length === 1) return 'parse-int-map';
  if (ts.isPropertyAccessExpression(first) && first.getText() === 'Number.parseInt' && given.length === 1) return 'parse-int-map';
  return isNewList(list) && isFunctionNode(unwrap(first)) ? 'empty-array-map' : null;
}

/** `Array(n)` or `new Array(n)`, which has a length and no elements; one argument that is certainly a number. */
function isNewList(node: ts.Expression): boolean {
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return false;
  if (!ts.isIdentifier(node.expression) || node.expression.text !== 'Array' || node.arguments?.length !== 1) return false;
  const size = unwrap(node.arguments[0]!);
  const name = ts.isIdentifier(size) ? size.text : ts.isPropertyAccessExpression(size) ? size.name.text : '';
  return ts.isNumericLiteral(size) || NUMBERS.test(name)
    || (ts.isBinaryExpression(size) && size.operatorToken.kind >= ts.SyntaxKind.PlusToken && size.operatorToken.kind <= ts.SyntaxKind.PercentToken);
}

/** An object that is made once, and of which every element is then the same one. */
function isShared(node: ts.Expression): boolean {
  if (ts.isArrayLiteralExpression(node) || ts.isObjectLiteralExpression(node)) return true;
  if (ts.isNewExpression(node)) return ts.isIdentifier(node.expression) && /^(Map|Set|WeakMap|WeakSet|Array)$/.test(node.expression.text);
  return ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'fill'
    && isNewList(unwrap(node.expression.expression));
}

/** One of the elements is written to in the function around: `rows[i].push(…)`, `rows[i][j] = …`. */
function isChanged(call: ts.CallExpression): boolean {
  let made: ts.Node = call;
  while (ts.isParenthesizedExpression(made.parent) || ts.isAsExpression(made.parent)) made = made.parent;
  const { parent } = made;
  if (!ts.isVariableDeclaration(parent) || !ts.isIdentifier(parent.name)) return false;
  const rows = parent.name.text;
  let scope: ts.Node = parent;
  while (!isFunctionNode(scope) && !ts.isSourceFile(scope)) scope = scope.parent;
  if (scope.end - scope.pos > LONGEST) return false;
  let isWritten = false;
  let isReplaced = false;
  const visit = (node: ts.Node): void => {
    if (ts.isElementAccessExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === rows) {
      if (isTarget(node)) isReplaced = true;
      else isWritten ||= isWrittenInto(node);
    }
    if (ts.isIdentifier(node) && node.text === rows && isTarget(node)) isReplaced = true;
    ts.forEachChild(node, visit);
  };
  visit(scope);
  // Rows that are put in place of the shared one may be what is written to.
  return isWritten && !isReplaced;
}

function isWrittenInto(element: ts.ElementAccessExpression): boolean {
  let row: ts.Expression = element;
  while (ts.isNonNullExpression(row.parent) || ts.isParenthesizedExpression(row.parent)) row = row.parent;
  const { parent } = row;
  if (ts.isElementAccessExpression(parent) && parent.expression === row) return isTarget(parent);
  if (!ts.isPropertyAccessExpression(parent) || parent.expression !== row) return false;
  return isTarget(parent) || (ts.isCallExpression(parent.parent) && parent.parent.expression === parent && CHANGES.test(parent.name.text));
}

/** Something is assigned to it, or it is stepped. */
function isTarget(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isPostfixUnaryExpression(parent)) return true;
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.PlusPlusToken || parent.operator === ts.SyntaxKind.MinusMinusToken;
  return ts.isBinaryExpression(parent) && parent.left === node && parent.operatorToken.kind >= ts.SyntaxKind.FirstAssignment
    && parent.operatorToken.kind <= ts.SyntaxKind.LastAssignment;
}
