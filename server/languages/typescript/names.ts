/** Names of callees: how they are written, which import they come from, how their root variable was created. */
import { ts, unwrap, nameText, type CalleeName, type Source } from './syntax.ts';
import type { Declared, Scopes } from './scopes.ts';

/** Splits a chain such as `a.b?.c`. Calls inside the chain end it. */
export function calleeName(source: Source, node: ts.Expression): CalleeName {
  const known = source.calleeNames.get(node);
  if (known !== undefined) return known;
  const name = readName(source, node);
  source.calleeNames.set(node, name);
  return name;
}

function readName(source: Source, node: ts.Expression): CalleeName {
  const path: string[] = [];
  let current: ts.Expression = unwrap(node);
  for (;;) {
    if (ts.isPropertyAccessExpression(current)) {
      path.unshift(current.name.text);
      current = unwrap(current.expression);
    } else if (ts.isElementAccessExpression(current)) {
      path.unshift(ts.isStringLiteralLike(current.argumentExpression) ? current.argumentExpression.text : '[]');
      current = unwrap(current.expression);
    } else break;
  }
  const join = (head: string): string => {
    const text = [head, ...path].join('.');
    return text.length > 120 ? `…${text.slice(-119)}` : text;
  };
  if (ts.isIdentifier(current)) return { text: join(current.text), root: current, path };
  if (current.kind === ts.SyntaxKind.ThisKeyword) return { text: join('this'), root: null, path };
  if (current.kind === ts.SyntaxKind.SuperKeyword) return { text: join('super'), root: null, path };
  if (current.kind === ts.SyntaxKind.ImportKeyword) return { text: 'import', root: null, path };
  if (ts.isCallExpression(current) || ts.isNewExpression(current)) {
    return { text: join(`${calleeName(source, current.expression).text}()`), root: null, path };
  }
  return { text: join(source.shorten(current, 30)), root: null, path };
}

export interface ImportTarget {
  module: string;
  member: string;
}

/** Where an imported name comes from: the module without `node:`, and the path inside it. */
export function importTarget(declared: Declared | null, path: readonly string[]): ImportTarget | null {
  if (declared?.kind !== 'import') return null;
  const module = declared.specifier.replace(/^node:/, '');
  const head = declared.imported === '*' || declared.imported === 'default' ? [] : [declared.imported];
  const member = [...head, ...path].join('.');
  return { module, member: member === '' ? 'default' : member };
}

/** How many aliases are followed: `const run = promisify(exec)`, `const { exec } = cp`, `const run = cp.exec`. */
const MAX_ALIASES = 3;

/**
 * Where a callee comes from, also through a variable that refers to it.
 * @returns null when it was not imported
 */
export function calleeTarget(source: Source, scopes: Scopes, node: ts.Expression, steps = MAX_ALIASES): ImportTarget | null {
  const name = calleeName(source, node);
  if (name.root === null) return requiredTarget(node, name.path);
  const declared = scopes.lookup(name.root.text, name.root);
  if (declared?.kind !== 'const' || !declared.node.initializer || steps === 0) return importTarget(declared, name.path);
  const value = unwrap(declared.node.initializer);
  const promised = ts.isCallExpression(value) && /(^|\.)promisify$/.test(calleeName(source, value.expression).text) ? value.arguments[0] : undefined;
  if (promised === undefined && !ts.isIdentifier(value) && !ts.isPropertyAccessExpression(value)) return null;
  const target = calleeTarget(source, scopes, promised ?? value, steps - 1);
  if (target === null) return null;
  const parts = [...(target.member === 'default' ? [] : [target.member]), ...declared.path, ...name.path];
  return { module: target.module, member: parts.join('.') || 'default' };
}

/** `require('child_process').exec`. */
function requiredTarget(node: ts.Expression, path: readonly string[]): ImportTarget | null {
  let root = unwrap(node);
  while (ts.isPropertyAccessExpression(root) || ts.isElementAccessExpression(root)) root = unwrap(root.expression);
  const argument = ts.isCallExpression(root) && ts.isIdentifier(root.expression) && root.expression.text === 'require' ? root.arguments[0] : undefined;
  if (path.length === 0 || argument === undefined || !ts.isStringLiteralLike(argument)) return null;
  return { module: argument.text.replace(/^node:/, ''), member: path.join('.') };
}

/**
 * How the object of a call was created, as far as the file shows: `new pg#Pool`, `pg#connect`, `type pg#Pool` for a
 * parameter, variable or field with a written type; null when unknown.
 */
export function receiverOf(source: Source, scopes: Scopes, node: ts.Expression): string | null {
  const callee = unwrap(node);
  if (!ts.isPropertyAccessExpression(callee)) return null;
  const object = unwrap(callee.expression);
  if (ts.isIdentifier(object)) return describe(source, scopes, scopes.lookup(object.text, object), object);
  if (ts.isPropertyAccessExpression(object) && object.expression.kind === ts.SyntaxKind.ThisKeyword) {
    return describeField(source, scopes, object);
  }
  if (ts.isCallExpression(object) || ts.isNewExpression(object)) return describeValue(source, scopes, object);
  return null;
}

function describe(source: Source, scopes: Scopes, declared: Declared | null, at: ts.Node): string | null {
  if (declared === null) return null;
  if (declared.kind === 'parameter') {
    if (declared.node.type && declared.path.length === 0) return describeType(scopes, declared.node.type);
    return null;
  }
  if (declared.kind === 'const' || declared.kind === 'let') {
    if (declared.path.length > 0) return null;
    if (declared.node.type) return describeType(scopes, declared.node.type);
    return declared.node.initializer && declared.node !== at ? describeValue(source, scopes, declared.node.initializer) : null;
  }
  return null;
}

function describeType(scopes: Scopes, type: ts.TypeNode): string | null {
  if (!ts.isTypeReferenceNode(type)) return null;
  const parts: string[] = [];
  let name: ts.EntityName = type.typeName;
  while (ts.isQualifiedName(name)) {
    parts.unshift(name.right.text);
    name = name.left;
  }
  return `type ${qualified(importTarget(scopes.lookup(name.text, type), parts), [name.text, ...parts].join('.'))}`;
}

function describeValue(source: Source, scopes: Scopes, value: ts.Expression): string | null {
  const inner = unwrap(value);
  if (!ts.isCallExpression(inner) && !ts.isNewExpression(inner)) return null;
  const name = calleeName(source, inner.expression);
  const target = name.root ? importTarget(scopes.lookup(name.root.text, name.root), name.path) : null;
  return `${ts.isNewExpression(inner) ? 'new ' : ''}${qualified(target, name.text)}`;
}

function qualified(target: ImportTarget | null, text: string): string {
  return target === null ? text : `${target.module}#${target.member}`;
}

/** A field's written type, initial value, or the constructor parameter of the same name. */
function describeField(source: Source, scopes: Scopes, access: ts.PropertyAccessExpression): string | null {
  let node: ts.Node | undefined = access;
  while (node && !ts.isClassLike(node)) node = node.parent;
  if (node === undefined) return null;
  for (const member of node.members) {
    if (ts.isPropertyDeclaration(member) && nameText(source, member.name) === access.name.text) {
      if (member.type) return describeType(scopes, member.type);
      return member.initializer ? describeValue(source, scopes, member.initializer) : null;
    }
    if (ts.isConstructorDeclaration(member)) {
      const parameter = member.parameters.find((each) => ts.isIdentifier(each.name) && each.name.text === access.name.text);
      if (parameter?.type && ts.isParameterPropertyDeclaration(parameter, member)) return describeType(scopes, parameter.type);
    }
  }
  return null;
}
