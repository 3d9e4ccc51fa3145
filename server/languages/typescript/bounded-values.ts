/** Values that are limited by their type or place, so that they carry no free text. */
import type { Origin } from '../../facts/file-facts.ts';
import type { Scopes } from './scopes.ts';
import { isFunctionNode, isKeywordLiteral, ts, unwrap } from './syntax.ts';

const BOUNDED = new Set([
  ts.SyntaxKind.NumberKeyword, ts.SyntaxKind.BooleanKeyword, ts.SyntaxKind.BigIntKeyword, ts.SyntaxKind.LiteralType,
  ts.SyntaxKind.UndefinedKeyword,
]);
/** Arithmetic and comparison; `+` may join text. */
const GIVES_NUMBER = new Set([
  ts.SyntaxKind.MinusToken, ts.SyntaxKind.AsteriskToken, ts.SyntaxKind.SlashToken, ts.SyntaxKind.PercentToken, ts.SyntaxKind.AsteriskAsteriskToken,
  ts.SyntaxKind.LessThanToken, ts.SyntaxKind.LessThanEqualsToken, ts.SyntaxKind.GreaterThanToken, ts.SyntaxKind.GreaterThanEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken, ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken,
]);
/** How many type names are followed. */
const MAX_NAMES = 4;

/** The written type allows only numbers, booleans, dates or a list of literals; or it is the index of an iteration. */
export function isBounded(parameter: ts.ParameterDeclaration, path: readonly string[]): boolean {
  const call = parameter.parent.parent;
  if (path.length === 0 && parameter.parent.parameters[1] === parameter && ts.isCallExpression(call) && ts.isPropertyAccessExpression(call.expression)
    && /^(map|forEach|flatMap|filter)$/.test(call.expression.name.text)) return true;
  if (parameter.type === undefined)
    return parameter.initializer !== undefined && path.length === 0 && (ts.isNumericLiteral(parameter.initializer) || isKeywordLiteral(parameter.initializer));
  const type = path.length === 0 ? parameter.type : path.length === 1 ? memberType(parameter.type, path[0]!) : undefined;
  return type !== undefined && isBoundedType(type, MAX_NAMES);
}

function isBoundedType(type: ts.TypeNode, names: number): boolean {
  if (BOUNDED.has(type.kind)) return true;
  if (ts.isUnionTypeNode(type)) return type.types.every((each) => isBoundedType(each, names));
  if (ts.isParenthesizedTypeNode(type)) return isBoundedType(type.type, names);
  // `keyof typeof COLUMNS`, `(typeof COLUMNS)[number]`: the names that a table lists.
  if (ts.isTypeOperatorNode(type)) return type.operator === ts.SyntaxKind.KeyOfKeyword && ts.isTypeQueryNode(bare(type.type));
  if (ts.isIndexedAccessTypeNode(type)) return ts.isTypeQueryNode(bare(type.objectType));
  if (!ts.isTypeReferenceNode(type) || !ts.isIdentifier(type.typeName) || names <= 0) return false;
  const declared = declarationOf(type.typeName);
  if (declared === undefined) return type.typeName.text === 'Date';
  return ts.isEnumDeclaration(declared) || (ts.isTypeAliasDeclaration(declared) && isBoundedType(declared.type, names - 1));
}

/** The type of a member, where the file shows it. */
function memberType(type: ts.TypeNode, name: string): ts.TypeNode | undefined {
  let members = ts.isTypeLiteralNode(type) ? type.members : undefined;
  if (ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName)) {
    const declared = declarationOf(type.typeName);
    if (declared !== undefined && ts.isInterfaceDeclaration(declared)) members = declared.members;
    else if (declared !== undefined && ts.isTypeAliasDeclaration(declared) && ts.isTypeLiteralNode(declared.type)) members = declared.type.members;
  }
  return members?.find((member): member is ts.PropertySignature => ts.isPropertySignature(member) && member.name.getText() === name)?.type;
}

function declarationOf(name: ts.Identifier): ts.InterfaceDeclaration | ts.TypeAliasDeclaration | ts.EnumDeclaration | undefined {
  return name.getSourceFile().statements.find((each): each is ts.InterfaceDeclaration | ts.TypeAliasDeclaration | ts.EnumDeclaration =>
    (ts.isInterfaceDeclaration(each) || ts.isTypeAliasDeclaration(each) || ts.isEnumDeclaration(each)) && each.name.text === name.text);
}

function bare(type: ts.TypeNode): ts.TypeNode {
  return ts.isParenthesizedTypeNode(type) ? bare(type.type) : type;
}

/** Used only where it equals a literal: inside `if (kind === 'a')`, in `case 'a':` of `switch (kind)`. */
export function isNarrowed(use: ts.Identifier): boolean {
  for (let node: ts.Node = use; node.parent !== undefined && !isFunctionNode(node); node = node.parent) {
    const { parent } = node;
    if (ts.isIfStatement(parent) && parent.thenStatement === node && isEqualToLiteral(parent.expression, use.text)) return true;
    if (ts.isConditionalExpression(parent) && parent.whenTrue === node && isEqualToLiteral(parent.condition, use.text)) return true;
    if (ts.isCaseClause(parent) && parent.expression !== node && ts.isStringLiteralLike(parent.expression)
      && isNamed(parent.parent.parent.expression, use.text)) return true;
  }
  return false;
}

function isEqualToLiteral(condition: ts.Expression, name: string): boolean {
  const inner = unwrap(condition);
  if (!ts.isBinaryExpression(inner)) return false;
  if (inner.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) return isEqualToLiteral(inner.left, name) || isEqualToLiteral(inner.right, name);
  return inner.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken && isNamed(inner.left, name) && ts.isStringLiteralLike(unwrap(inner.right));
}

/** `LIST.includes(name) ? name : 'a'`, `name in TABLE ? name : 'a'`. */
export function isListed({ condition, whenTrue }: ts.ConditionalExpression): boolean {
  const test = unwrap(condition);
  const chosen = unwrap(whenTrue).getText();
  if (ts.isBinaryExpression(test)) return test.operatorToken.kind === ts.SyntaxKind.InKeyword && unwrap(test.left).getText() === chosen;
  return ts.isCallExpression(test) && ts.isPropertyAccessExpression(test.expression) && /^(includes|has|hasOwn)$/.test(test.expression.name.text)
    && test.arguments.at(-1)?.getText() === chosen;
}

/** `TABLE[name] || name`, `TABLE[name] ?? name`: what the table does not contain stays as it is. */
export function isFallback({ left, right, operatorToken }: ts.BinaryExpression): boolean {
  if (operatorToken.kind !== ts.SyntaxKind.BarBarToken && operatorToken.kind !== ts.SyntaxKind.QuestionQuestionToken) return false;
  const looked = unwrap(left);
  const key = ts.isElementAccessExpression(looked)
    ? looked.argumentExpression
    : ts.isCallExpression(looked) && ts.isPropertyAccessExpression(looked.expression) && looked.expression.name.text === 'get'
      ? looked.arguments[0]
      : undefined;
  return key !== undefined && key.getText() === unwrap(right).getText();
}

function isNamed(node: ts.Expression, name: string): boolean {
  const inner = unwrap(node);
  return ts.isIdentifier(inner) && inner.text === name;
}

/**
 * `{ limit } = options` and `options.limit`, where the type of the parameter says that it is a number or one of a few names.
 * @param of what the member is read from
 * @param path names of the members, outermost first
 * @returns null when it is not bounded
 */
export function boundedMember(scopes: Scopes, of: ts.Expression | ts.Identifier | null, path: readonly string[]): Origin | null {
  const root = of === null ? null : unwrap(of);
  const declared = root !== null && ts.isIdentifier(root) ? scopes.lookup(root.text, root) : null;
  if (root === null || declared?.kind !== 'parameter' || !ts.isIdentifier(root)) return null;
  return isBounded(declared.node, [...declared.path, ...path]) ? { kind: 'parameter', text: [root.text, ...path].join('.'), bounded: true } : null;
}

/** Whether an operator gives a number or a boolean, no matter what its operands hold. */
export function givesNumber({ operatorToken }: ts.BinaryExpression): boolean {
  return GIVES_NUMBER.has(operatorToken.kind);
}
