/** Conditions that always have the same result, whatever the values in them are. */
import type { FixedConditionFact } from '../../../facts/file-facts.ts';
import type { Scopes } from '../scopes.ts';
import { ts, unwrap, type Source } from '../syntax.ts';
import type { Collector } from '../walk.ts';
import { hasEffects, isTested } from './expressions.ts';
import { fixedComparison, isCaseAlternative } from './fixed-comparisons.ts';
import { uncalledIn } from './uncalled.ts';

export interface ConditionCollector extends Collector {
  conditions: FixedConditionFact[];
}

/** What `typeof` gives; `unknown` came from old versions of Internet Explorer. */
const TYPES = new Set(['undefined', 'unknown', 'object', 'boolean', 'number', 'bigint', 'string', 'symbol', 'function']);
const EQUALITY = new Set([
  ts.SyntaxKind.EqualsEqualsToken, ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken,
]);
const ORDER = new Set([
  ts.SyntaxKind.LessThanToken, ts.SyntaxKind.LessThanEqualsToken, ts.SyntaxKind.GreaterThanToken, ts.SyntaxKind.GreaterThanEqualsToken,
]);

/** Records comparisons that cannot come out differently, and tests whose operator binds otherwise than it reads. */
export function conditionCollector(source: Source, scopes: Scopes): ConditionCollector {
  const conditions: FixedConditionFact[] = [];
  const add = (kind: FixedConditionFact['kind'], node: ts.Node): void => void conditions.push({ kind, text: source.shorten(node), span: source.span(node) });
  const uncalled = uncalledIn(source, scopes);
  const test = (condition: ts.Expression, uses: readonly (ts.Node | undefined)[]): void => {
    const parts = partsOf(condition);
    parts.forEach((part, index) => {
      const kind = uncalled(part, [...parts.slice(0, index), ...parts.slice(index + 1), ...uses.filter((use) => use !== undefined)]);
      if (kind !== null) add(kind, part);
    });
  };
  return {
    conditions,
    on: {
      [ts.SyntaxKind.BinaryExpression]: (node: ts.BinaryExpression) => {
        const kind = comparison(node) ?? membership(node) ?? alternative(node) ?? fixedComparison(node);
        if (kind !== null) add(kind, node);
      },
      [ts.SyntaxKind.ConditionalExpression]: ({ condition, whenTrue, whenFalse }: ts.ConditionalExpression) => {
        test(condition, [whenTrue, whenFalse]);
        if (isPreferredConstant(condition)) add('preferred', condition);
      },
      [ts.SyntaxKind.IfStatement]: (node: ts.IfStatement) => {
        if (isAskedBefore(node)) add('asked-before', node.expression);
        test(node.expression, [node.thenStatement, node.elseStatement]);
      },
      [ts.SyntaxKind.WhileStatement]: ({ expression, statement }: ts.WhileStatement) => test(expression, [statement]),
      [ts.SyntaxKind.CaseClause]: (node: ts.CaseClause) => {
        if (isCaseAlternative(node)) add('case-alternative', node.expression);
      },
    },
  };
}

function comparison({ left, right, operatorToken: { kind } }: ts.BinaryExpression): FixedConditionFact['kind'] | null {
  const [one, other] = [unwrap(left), unwrap(right)];
  const equality = EQUALITY.has(kind);
  if (!equality && !ORDER.has(kind)) return null;
  if (isNaNName(one) || isNaNName(other)) return 'nan';
  if (equality && (isFresh(one) || isFresh(other))) return 'fresh-object';
  if (equality && (isWrongType(one, other) || isWrongType(other, one))) return 'unknown-type';
  return null;
}

function isNaNName(node: ts.Expression): boolean {
  return (ts.isIdentifier(node) && node.text === 'NaN') || (ts.isPropertyAccessExpression(node) && node.getText() === 'Number.NaN');
}

/** An object that is made here is equal to nothing but itself. With `==`, a list is compared by its text. */
function isFresh(node: ts.Expression): boolean {
  const { parent } = node;
  const strict = ts.isBinaryExpression(parent) && /^[=!]==$/.test(parent.operatorToken.getText());
  return ts.isObjectLiteralExpression(node) ? strict : strict && (ts.isArrayLiteralExpression(node) || ts.isRegularExpressionLiteral(node)
    || ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isClassExpression(node));
}

function isWrongType(one: ts.Expression, other: ts.Expression): boolean {
  return ts.isTypeOfExpression(one) && ts.isStringLiteralLike(other) && !TYPES.has(other.text);
}

/** `!key in object` asks for the key `false` or `true`. */
function membership({ left, operatorToken: { kind } }: ts.BinaryExpression): FixedConditionFact['kind'] | null {
  if (kind !== ts.SyntaxKind.InKeyword && kind !== ts.SyntaxKind.InstanceOfKeyword) return null;
  return ts.isPrefixUnaryExpression(left) && left.operator === ts.SyntaxKind.ExclamationToken ? 'negated-left' : null;
}

/** `kind === 'a' || 'b'` in a test: the second text is always true. */
function alternative(node: ts.BinaryExpression): FixedConditionFact['kind'] | null {
  if (node.operatorToken.kind !== ts.SyntaxKind.BarBarToken || !isTextual(unwrap(node.right)) || !isTested(node)) return null;
  let first = unwrap(node.left);
  while (ts.isBinaryExpression(first) && first.operatorToken.kind === ts.SyntaxKind.BarBarToken) first = unwrap(first.left);
  return ts.isBinaryExpression(first) && EQUALITY.has(first.operatorToken.kind) ? 'always-true-part' : null;
}

function isTextual(node: ts.Expression): boolean {
  return (ts.isStringLiteralLike(node) && node.text !== '') || (ts.isNumericLiteral(node) && Number(node.text) !== 0);
}

/** What `&&` and `||` join in a condition. */
function partsOf(condition: ts.Expression): ts.Expression[] {
  const inner = ts.isParenthesizedExpression(condition) ? condition.expression : condition;
  if (inner !== condition) return partsOf(inner);
  if (!ts.isBinaryExpression(inner)) return [inner];
  const { kind } = inner.operatorToken;
  return kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken ? [...partsOf(inner.left), ...partsOf(inner.right)] : [inner];
}

/** `a ?? 'x' ? b : c` tests `a ?? 'x'`, which reads as a choice between the three. */
function isPreferredConstant(condition: ts.Expression): boolean {
  return ts.isBinaryExpression(condition) && condition.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken && isTextual(unwrap(condition.right));
}

/** The same test stands above in the same chain of `else if`; calls may answer differently the second time. */
function isAskedBefore(node: ts.IfStatement): boolean {
  const text = node.expression.getText();
  if (hasEffects(node.expression)) return false;
  let inner = node;
  for (let steps = 0; steps < 50 && ts.isIfStatement(inner.parent) && inner.parent.elseStatement === inner; steps++) {
    inner = inner.parent;
    if (inner.expression.getText() === text) return true;
  }
  return false;
}
