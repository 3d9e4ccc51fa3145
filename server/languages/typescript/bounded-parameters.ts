/** Parameters whose values are limited by their type or place, so that they carry no free text. */
import { isKeywordLiteral, ts } from './syntax.ts';

const BOUNDED = new Set([
  ts.SyntaxKind.NumberKeyword, ts.SyntaxKind.BooleanKeyword, ts.SyntaxKind.BigIntKeyword, ts.SyntaxKind.LiteralType,
  ts.SyntaxKind.UndefinedKeyword,
]);

/** The written type allows only numbers, booleans or a list of literals; or it is the index of an iteration. */
export function isBounded(parameter: ts.ParameterDeclaration, path: readonly string[]): boolean {
  const call = parameter.parent.parent;
  if (parameter.parent.parameters[1] === parameter && ts.isCallExpression(call) && ts.isPropertyAccessExpression(call.expression)
    && /^(map|forEach|flatMap|filter)$/.test(call.expression.name.text)) return true;
  let type = parameter.type;
  if (type !== undefined && path.length === 1 && ts.isTypeLiteralNode(type)) {
    type = type.members.find((member): member is ts.PropertySignature => ts.isPropertySignature(member) && member.name.getText() === path[0])?.type;
  } else if (path.length > 0) return false;
  if (type === undefined)
    return parameter.initializer !== undefined && path.length === 0 && (ts.isNumericLiteral(parameter.initializer) || isKeywordLiteral(parameter.initializer));
  return ts.isUnionTypeNode(type) ? type.types.every((each) => BOUNDED.has(each.kind)) : BOUNDED.has(type.kind);
}
