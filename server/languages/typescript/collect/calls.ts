/** Calls and constructions, with their arguments and what becomes of the result. */
import type { CallFact } from '../../../facts/file-facts.ts';
import type { ConstructionFact } from '../../../facts/module-facts.ts';
import { ts, nameText, type Source } from '../syntax.ts';
import { calleeName, importTarget, receiverOf } from '../names.ts';
import type { Scopes } from '../scopes.ts';
import type { Values } from '../values.ts';
import type { Collector, Place } from '../walk.ts';
import { enclosingFunction } from './functions.ts';

/** Arguments beyond these are not described. */
const MAX_ARGUMENTS = 8;

export interface CallCollector extends Collector {
  calls: CallFact[];
  constructions: ConstructionFact[];
}

export function callCollector(source: Source, scopes: Scopes, values: Values): CallCollector {
  const calls: CallFact[] = [];
  const constructions: ConstructionFact[] = [];

  const add = (node: ts.CallExpression | ts.NewExpression, at: Place): void => {
    const callee = calleeName(source, node.expression);
    const declared = callee.root ? scopes.lookup(callee.root.text, callee.root) : null;
    const target = importTarget(declared, callee.path);
    const { result, name, awaited } = useOf(source, node);
    calls.push({
      callee: callee.text,
      name: callee.path.at(-1) ?? callee.root?.text ?? callee.text,
      module: target?.module ?? null,
      member: target?.member ?? null,
      receiver: receiverOf(source, scopes, node.expression),
      new: ts.isNewExpression(node),
      span: source.span(node),
      calleeSpan: source.span(node.expression),
      args: (node.arguments ?? []).slice(0, MAX_ARGUMENTS).map((argument) => values.describe(ts.isSpreadElement(argument) ? argument.expression : argument)),
      function: at.function,
      loop: at.loop,
      awaited,
      result,
      target: name,
      guarded: at.guarded,
    });
    if (ts.isNewExpression(node) && declared?.kind === 'import' && callee.path.length === 0) {
      constructions.push(construction(node, callee.text, declared.specifier, declared.imported));
    }
  };

  return {
    calls,
    constructions,
    on: { [ts.SyntaxKind.CallExpression]: add, [ts.SyntaxKind.NewExpression]: add },
  };

  function construction(node: ts.NewExpression, name: string, specifier: string, imported: string): ConstructionFact {
    const holder = enclosingFunction(node);
    let enclosing: ts.Node | undefined = node.parent;
    while (enclosing && !ts.isClassLike(enclosing)) enclosing = enclosing.parent;
    const parent = ts.isParameter(node.parent) ? node.parent : null;
    const fallback = ts.isBinaryExpression(node.parent) && node.parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken && node.parent.right === node;
    return {
      name,
      specifier,
      imported,
      className: enclosing && ts.isClassLike(enclosing) ? enclosing.name?.text ?? '' : null,
      functionName: holder ? (ts.isConstructorDeclaration(holder) ? 'constructor' : nameText(source, holder.name)) : null,
      target: useOf(source, node).name,
      defaultOnly: parent !== null || fallback,
      span: source.span(node),
    };
  }
}

/** What becomes of the result of a call, and the name it is given. */
export function useOf(source: Source, node: ts.Expression): { result: CallFact['result']; name: string | null; awaited: boolean } {
  let value: ts.Expression = node;
  let awaited = false;
  while (ts.isParenthesizedExpression(value.parent) || ts.isAsExpression(value.parent) || ts.isNonNullExpression(value.parent) || ts.isAwaitExpression(value.parent) || ts.isSatisfiesExpression(value.parent)) {
    value = value.parent;
    if (ts.isAwaitExpression(value)) awaited = true;
  }
  const parent = value.parent;
  if (ts.isExpressionStatement(parent) || ts.isVoidExpression(parent)) return { result: 'unused', name: null, awaited };
  if (ts.isVariableDeclaration(parent)) return { result: 'assigned', name: nameText(source, parent.name), awaited };
  if (ts.isPropertyDeclaration(parent) || ts.isPropertyAssignment(parent)) return { result: 'assigned', name: nameText(source, parent.name), awaited };
  if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken && parent.right === value) {
    return { result: 'assigned', name: source.shorten(parent.left, 80), awaited };
  }
  if (ts.isReturnStatement(parent) || ts.isArrowFunction(parent) || ts.isYieldExpression(parent)) return { result: 'returned', name: null, awaited };
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return { result: parent.expression === value ? 'other' : 'argument', name: null, awaited };
  if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) return { result: 'member', name: null, awaited };
  if ((ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isConditionalExpression(parent)) && ('expression' in parent ? parent.expression : parent.condition) === value) return { result: 'condition', name: null, awaited };
  if (ts.isPrefixUnaryExpression(parent) && parent.operator === ts.SyntaxKind.ExclamationToken) return { result: 'condition', name: null, awaited };
  return { result: 'other', name: null, awaited };
}
