/** Functions that are tested instead of called, and positions that are tested as if not being found were 0. */
import type { FixedConditionFact } from '../../../facts/file-facts.ts';
import { escapePattern } from '../../../text/escape-pattern.ts';
import type { Scopes } from '../scopes.ts';
import { ts, hasModifier, unwrap, type Source } from '../syntax.ts';

type Kind = FixedConditionFact['kind'];

/**
 * @param source a file
 * @param scopes of its names
 * @returns the kind of fault of a condition or of a part of it, or null
 */
export function uncalledIn(source: Source, scopes: Scopes): (part: ts.Expression, uses: readonly ts.Node[]) => Kind | null {
  return (part, uses) => {
    const isNegated = ts.isPrefixUnaryExpression(part) && part.operator === ts.SyntaxKind.ExclamationToken;
    const inner = unwrap(isNegated ? part.operand : part);
    if (ts.isIdentifier(inner)) return isFunction(inner) && !isUsed(inner.text, uses) ? 'uncalled' : null;
    if (ts.isPropertyAccessExpression(inner) && inner.expression.kind === ts.SyntaxKind.ThisKeyword && !inner.questionDotToken) {
      return isMethod(inner) && !isUsed(inner.name.text, uses) ? 'uncalled' : null;
    }
    return !isNegated && isPosition(inner) ? 'position' : null;
  };

  /** Declared once, as a function, and never given another value. */
  function isFunction(node: ts.Identifier): boolean {
    const found = scopes.lookup(node.text, node);
    if (found === null) return false;
    const isDeclared = found.kind === 'function' ? ts.isFunctionDeclaration(found.node) && found.node.body !== undefined && isAlwaysDeclared(found.node)
      : found.kind === 'const' && found.path.length === 0 && ts.isIdentifier(found.node.name) && isFunctionValue(found.node.initializer);
    return isDeclared && !new RegExp(String.raw`(?<![\w$.])${escapePattern(node.text)}\s*=(?![=>])`).test(withoutDeclaration(found.node));
  }

  function withoutDeclaration(node: ts.Node): string {
    if (!ts.isVariableDeclaration(node)) return source.text;
    return source.text.slice(0, node.getStart(source.file)) + source.text.slice(node.initializer!.getStart(source.file));
  }

  /** An ordinary method of the class around, which nothing in the file replaces. */
  function isMethod({ name, expression }: ts.PropertyAccessExpression): boolean {
    let holder: ts.Node = expression;
    while (!ts.isClassLike(holder)) {
      // `this` of another function.
      if (ts.isFunctionExpression(holder) || ts.isFunctionDeclaration(holder) || ts.isObjectLiteralExpression(holder)) return false;
      if (ts.isSourceFile(holder)) return false;
      holder = holder.parent;
    }
    const members = holder.members.filter((each) => each.name !== undefined && each.name.getText(source.file) === name.text);
    const [method] = members;
    if (members.length !== 1 || !ts.isMethodDeclaration(method!) || method.body === undefined || method.questionToken !== undefined) return false;
    if (hasModifier(method, ts.SyntaxKind.StaticKeyword) || (ts.getDecorators(method) ?? []).length > 0) return false;
    return !new RegExp(String.raw`\.${escapePattern(name.text)}\s*=(?![=>])|delete [\w.]+\.${escapePattern(name.text)}\b`).test(source.text);
  }
}

function isFunctionValue(node: ts.Expression | undefined): boolean {
  return node !== undefined && (ts.isArrowFunction(unwrap(node)) || ts.isFunctionExpression(unwrap(node)));
}

/** Not within a branch, where it may not be reached. */
function isAlwaysDeclared({ parent }: ts.FunctionDeclaration): boolean {
  return ts.isSourceFile(parent) || (ts.isBlock(parent) && !ts.isIfStatement(parent.parent));
}

/** What the test decides about uses the name: it may be there or not. */
function isUsed(name: string, uses: readonly ts.Node[]): boolean {
  const word = new RegExp(String.raw`(?<![\w$])${escapePattern(name)}(?![\w$])`);
  return uses.some((use) => word.test(use.getText()));
}

/** `list.indexOf(x)`, which is -1 where nothing is found. */
function isPosition(node: ts.Expression): boolean {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression) || node.arguments.length === 0) return false;
  const [first] = node.arguments;
  const method = node.expression.name.text;
  if (/^(indexOf|lastIndexOf)$/.test(method)) return true;
  if (/^(findIndex|findLastIndex)$/.test(method)) return ts.isArrowFunction(first!) || ts.isFunctionExpression(first!);
  return method === 'search' && ts.isRegularExpressionLiteral(first!);
}
