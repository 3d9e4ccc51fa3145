/** The text of a declaration without what its type does not depend on: the bodies of functions that state what they return, and the like. */
import { hasModifier, ts } from '../syntax.ts';

export interface TypedText {
  text: string;
  /** Identifiers that are mentioned in it, also those that name something else. */
  names: Set<string>;
  /** Specifiers that are written in it. */
  specifiers: Set<string>;
  /** A type has to be worked out from values that have names. */
  isInferred: boolean;
}

/**
 * @param statement at the top level of the file
 * @param whole keeps the values of variables that state their types
 */
export function typedText(statement: ts.Statement, file: ts.SourceFile, whole: boolean): TypedText {
  const found = { names: new Set<string>(), specifiers: new Set<string>(), isInferred: false };
  const holes: [start: number, end: number][] = [];
  const leaveOut = (node: ts.Node | undefined): void => {
    if (node !== undefined) holes.push([node.getStart(file), node.end]);
  };
  /** Within something whose type has to be worked out. */
  let inferring = false;
  const infer = (node: ts.Node): void => {
    const outer = inferring;
    inferring = true;
    visit(node);
    inferring = outer;
  };
  const visit = (node: ts.Node): void => {
    if (ts.isDecorator(node)) return;
    if (ts.isIdentifier(node)) {
      if (isOwnName(node)) return;
      found.names.add(node.text);
      found.isInferred ||= inferring;
    } else if (node.kind === ts.SyntaxKind.ThisKeyword) found.isInferred ||= inferring;
    else if (isFunction(node)) visitFunction(node);
    else if (ts.isPropertyDeclaration(node) || ts.isVariableDeclaration(node) || ts.isParameter(node)) visitValue(node);
    else if (ts.isExportAssignment(node)) infer(node.expression);
    // What is asked for is the type at this place, where something may have been excluded.
    else if (ts.isTypeQueryNode(node)) ts.forEachChild(node, infer);
    else {
      noteSpecifier(node);
      // The name of a member says nothing outside of what it is a member of.
      if (ts.isPropertyAccessExpression(node)) visit(node.expression);
      else if (ts.isQualifiedName(node)) visit(node.left);
      else ts.forEachChild(node, visit);
    }
  };
  const visitFunction = (node: ts.FunctionLikeDeclaration): void => {
    if (isHidden(node)) return leaveOutRest(node);
    const { body } = node;
    const isStated = node.type !== undefined || ts.isSetAccessor(node) || (ts.isConstructorDeclaration(node) && !hasBareField(node.parent));
    ts.forEachChild(node, (child) => {
      if (child !== body) visit(child);
      else if (isStated) leaveOut(body);
      else infer(child);
    });
  };
  const visitValue = (node: ts.PropertyDeclaration | ts.VariableDeclaration | ts.ParameterDeclaration): void => {
    if (ts.isPropertyDeclaration(node) && isHidden(node)) return leaveOutRest(node);
    const { initializer } = node;
    const isStated = node.type !== undefined && !(whole && ts.isVariableDeclaration(node));
    ts.forEachChild(node, (child) => {
      if (child !== initializer) visit(child);
      else if (isStated) leaveOut(initializer);
      else infer(child);
    });
  };
  const leaveOutRest = (node: ts.FunctionLikeDeclaration | ts.PropertyDeclaration): void => {
    visit(node.name!);
    holes.push([node.name!.end, node.end]);
  };
  const noteSpecifier = (node: ts.Node): void => {
    const literal = ts.isExportDeclaration(node) ? node.moduleSpecifier
      : ts.isExternalModuleReference(node) ? node.expression
        : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) ? node.argument.literal
          : ts.isCallExpression(node) && isImportCall(node) ? node.arguments[0] : undefined;
    if (literal !== undefined && ts.isStringLiteralLike(literal)) found.specifiers.add(literal.text);
  };
  visit(statement);
  return { ...found, text: without(file.text, statement.getStart(file), statement.end, holes) };
}

/** The name of a member or parameter, which nothing else at the top of the file can have. */
function isOwnName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (parent as { name?: ts.Node }).name === node && (ts.isClassElement(parent) || ts.isTypeElement(parent) || ts.isParameter(parent)
    || ts.isPropertyAssignment(parent) || ts.isEnumMember(parent));
}

function isFunction(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || ts.isConstructorDeclaration(node) || ts.isArrowFunction(node)
    || ts.isFunctionExpression(node) || ts.isGetAccessor(node) || ts.isSetAccessor(node);
}

function isImportCall({ expression }: ts.CallExpression): boolean {
  return expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(expression) && expression.text === 'require');
}

/** Private to a class whose own type parameters it cannot hold: others only notice that it is there. */
function isHidden(node: ts.FunctionLikeDeclaration | ts.PropertyDeclaration): boolean {
  if (!ts.isClassLike(node.parent) || node.name === undefined || node.parent.typeParameters !== undefined) return false;
  return ts.isPrivateIdentifier(node.name) || hasModifier(node, ts.SyntaxKind.PrivateKeyword);
}

/** A field without type and value gets its type from what the constructor assigns. */
function hasBareField(owner: ts.Node): boolean {
  return !ts.isClassLike(owner) || owner.members.some((member) => ts.isPropertyDeclaration(member) && member.type === undefined
    && member.initializer === undefined);
}

function without(text: string, start: number, end: number, holes: readonly (readonly [number, number])[]): string {
  let written = '';
  let at = start;
  for (const [from, to] of holes.toSorted(([a], [b]) => a - b)) {
    if (from < at) continue;
    written += text.slice(at, from);
    at = to;
  }
  return written + text.slice(at, end);
}
