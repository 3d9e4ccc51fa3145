/** Members that a call at the top level gives to an object: `Object.defineProperty(request, 'host', …)`, also by a helper of the file that does just that. */
import { ts } from '../syntax.ts';

/** Which arguments of a function are the object and the name of the member. */
export interface Definer {
  object: number;
  member: number;
}

const OF_THE_LANGUAGE: Definer = { object: 0, member: 1 };

/** Functions of a file that do nothing but define a member of what they are handed, by name. @param statements of the top level */
export function definersIn(statements: readonly ts.Statement[]): Map<string, Definer> {
  const definers = new Map<string, Definer>();
  for (const statement of statements) {
    if (!ts.isFunctionDeclaration(statement) || statement.name === undefined || statement.body?.statements.length !== 1) continue;
    const only = statement.body.statements[0]!;
    const call = ts.isExpressionStatement(only) || ts.isReturnStatement(only) ? only.expression : undefined;
    if (call === undefined || !ts.isCallExpression(call) || !isDefineProperty(call)) continue;
    const parameters = statement.parameters.map(({ name }) => (ts.isIdentifier(name) ? name.text : null));
    const at = (argument: ts.Expression | undefined): number => (argument && ts.isIdentifier(argument) ? parameters.indexOf(argument.text) : -1);
    const definer = { object: at(call.arguments[0]), member: at(call.arguments[1]) };
    if (definer.object >= 0 && definer.member >= 0) definers.set(statement.name.text, definer);
  }
  return definers;
}

/**
 * @param call an expression at the top level
 * @param definers of the file
 * @param declared names of the top level
 * @returns the member's name in the outline, or null when the call does something else
 */
export function definedMember(call: ts.Expression, definers: ReadonlyMap<string, Definer>, declared: ReadonlySet<string>): string | null {
  if (!ts.isCallExpression(call)) return null;
  const helper = ts.isIdentifier(call.expression) ? definers.get(call.expression.text) : undefined;
  const definer = isDefineProperty(call) ? OF_THE_LANGUAGE : helper;
  if (definer === undefined) return null;
  const member = call.arguments[definer.member];
  const object = call.arguments[definer.object];
  if (member === undefined || object === undefined || !ts.isStringLiteralLike(member) || !/^[\w$]+$/.test(member.text)) return null;
  if (ts.isIdentifier(object)) return object.text === 'exports' ? `export:${member.text}` : declared.has(object.text) ? `${object.text}.${member.text}` : null;
  const owner = ts.isPropertyAccessExpression(object) && object.name.text === 'prototype' && ts.isIdentifier(object.expression) ? object.expression.text : '';
  return declared.has(owner) ? `${owner}.${member.text}` : null;
}

/**
 * `Orders.prototype['@@iterator'] = …` is a part of `Orders`: its key is no name that others ask for.
 * @param left what is assigned to
 * @param declared names of the top level
 * @returns names that it declares, or null where the owner is not declared here or the key is computed
 */
export function ownerByKey({ expression: object, argumentExpression: key }: ts.ElementAccessExpression, declared: ReadonlySet<string>): string[] | null {
  const owner = ts.isPropertyAccessExpression(object) && object.name.text === 'prototype' ? object.expression : object;
  return ts.isStringLiteralLike(key) && ts.isIdentifier(owner) && declared.has(owner.text) ? [owner.text] : null;
}

function isDefineProperty({ expression: callee }: ts.CallExpression): boolean {
  return ts.isPropertyAccessExpression(callee) && callee.name.text === 'defineProperty'
    && ts.isIdentifier(callee.expression) && /^(Object|Reflect)$/.test(callee.expression.text);
}
