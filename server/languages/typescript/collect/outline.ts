/** The top level of a file: what each declaration there needs, and what runs while the file loads. */
import type { ImportFact } from '../../../facts/module-facts.ts';
import type { OutlineItem } from '../../../facts/outline.ts';
import { NeedSet, needsOf } from '../../kit/needs.ts';
import { hashText } from '../../kit/winnow.ts';
import type { Scopes } from '../scopes.ts';
import { ts, hasModifier, isFunctionNode, type FunctionNode, type Source } from '../syntax.ts';
import { bindingNames } from './exports.ts';
import { bodiesOf, isInert, outerFunctions } from './outline-bodies.ts';
import { noteCalls } from './outline-calls.ts';
import { definedMember, definersIn, ownerByKey } from './outline-members.ts';
import { needReader } from './outline-needs.ts';

const LOADING = { loading: true, deferred: false, handed: [] };
const KEPT = { loading: false, deferred: false, handed: [] };

/**
 * @param imports of the file: their names are followed like those of declarations
 * @param scopes of the file: a parameter or variable of a function hides a name of the top level
 */
export function readOutline(source: Source, imports: readonly ImportFact[], scopes: Scopes): OutlineItem[] {
  const items: OutlineItem[] = [];
  const linking: ts.Node[] = [];
  const declared = declaredNames(source.file.statements);
  const bound = new Set([...declared, ...imports.flatMap((each) => each.names.map((name) => name.local)), 'exports', 'module']);
  const definers = definersIn(source.file.statements);
  const plain = needReader(bound, scopes);
  const withTypes = needReader(bound, scopes, true);
  for (const statement of source.file.statements) readStatement(statement);
  if (linking.length > 0) items.push({ names: [], hash: hashOf(...linking), uses: '', runs: '*' });
  return items;

  function readStatement(statement: ts.Statement): void {
    const asDefault = hasModifier(statement, ts.SyntaxKind.DefaultKeyword) ? ['export:default'] : [];
    if (ts.isImportDeclaration(statement) || ts.isImportEqualsDeclaration(statement)) return void (isErased(statement) || linking.push(statement));
    if (ts.isExportDeclaration(statement)) return exportNames(statement);
    if (ts.isExportAssignment(statement)) return value([statement.isExportEquals === true ? 'export:*' : 'export:default'], statement.expression, statement);
    if (ts.isFunctionDeclaration(statement)) return functionItem([...nameOf(statement), ...asDefault], statement, statement);
    if (ts.isClassDeclaration(statement)) return classItems([...nameOf(statement), ...asDefault], statement, statement);
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
      const needs = new NeedSet();
      plain.read(statement, needs, KEPT);
      needs.types.delete(statement.name.text);
      return add([statement.name.text, ...asDefault], statement, needs, { erased: true });
    }
    if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.forEach((each) => variable(each, statement));
    if (ts.isEnumDeclaration(statement)) return general([statement.name.text], statement);
    if (ts.isExpressionStatement(statement)) return expression(statement);
    general([...declaredNames([statement])], statement);
  }

  function exportNames(statement: ts.ExportDeclaration): void {
    if (statement.moduleSpecifier !== undefined) return void (statement.isTypeOnly || linking.push(statement));
    if (statement.exportClause === undefined || !ts.isNamedExports(statement.exportClause)) return;
    for (const { name, propertyName } of statement.exportClause.elements) {
      if (propertyName === undefined || propertyName.text === name.text) continue;
      items.push({ names: [`export:${name.text}`], hash: hashText(0, propertyName.text), uses: propertyName.text });
    }
  }

  function variable(declaration: ts.VariableDeclaration, statement: ts.Statement): void {
    const names = bindingNames(declaration.name).map((name) => name.text);
    const { initializer } = declaration;
    if (initializer === undefined || ts.isIdentifier(declaration.name) && isClassOrFunction(initializer)) {
      if (initializer !== undefined && ts.isClassExpression(initializer)) return classItems(names, initializer, statement);
      if (initializer !== undefined) return functionItem(names, initializer as FunctionNode, statement);
      return general(names, statement);
    }
    if (isRequire(initializer)) linking.push(declaration);
    value([...names, ...assignedExports(initializer)], initializer, declaration);
  }

  /** `module.exports = …`, `exports.a = …`, `Orders.prototype.place = …`; anything else just runs. */
  function expression(statement: ts.ExpressionStatement): void {
    const member = definedMember(statement.expression, definers, declared);
    if (member !== null) return givenMember(member, statement);
    let right: ts.Expression = statement.expression;
    const names: string[] = [];
    while (ts.isBinaryExpression(right) && right.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      const name = targetName(right.left, declared);
      if (name === null) return general([], statement);
      names.push(...name);
      right = right.right;
    }
    if (names.length === 0) return general([], statement);
    if (names.includes('export:*') && ts.isObjectLiteralExpression(right)) return exportedObject(names, right);
    if (isFunctionNode(right)) return functionItem(names, right, statement);
    if (ts.isClassExpression(right)) return classItems(names, right, statement);
    value(names, right, statement);
  }

  /** A getter, or a value, that a call gives to an object. What it gives may be a function, of which nothing is known. */
  function givenMember(name: string, statement: ts.ExpressionStatement): void {
    const needs = new NeedSet();
    plain.read(statement.expression, needs, LOADING);
    add([name], statement, needs, { runs: needsOf(needs.runs) || '?' });
  }

  /** Others take its properties one by one. */
  function exportedObject(names: readonly string[], object: ts.ObjectLiteralExpression): void {
    const rest = new NeedSet();
    for (const property of object.properties) {
      const isNamed = property.name !== undefined && (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name));
      const needs = isNamed ? new NeedSet() : rest;
      plain.read(property, needs, LOADING);
      if (isNamed) add([`export:${(property.name as ts.Identifier).text}`], property, needs, isInert(property) ? {} : { runs: needsOf(needs.runs) || '?' });
    }
    const runs = rest.runs.size > 0 ? { runs: needsOf(rest.runs) } : {};
    items.push({ names: [...names], hash: hashWithout(object, object.properties), uses: needsOf(rest.uses), ...runs });
  }

  function value(names: readonly string[], initializer: ts.Expression, whole: ts.Node): void {
    const needs = new NeedSet();
    plain.read(initializer, needs, LOADING);
    if (ts.isVariableDeclaration(whole)) {
      if (whole.type) plain.read(whole.type, needs, KEPT);
      plain.read(whole.name, needs, KEPT);
    }
    const runs = isInert(initializer) ? {} : { runs: needsOf(needs.runs) || '?' };
    add(names, whole, needs, { ...runs, ...callsIn(initializer, needs) });
  }

  function functionItem(names: readonly string[], node: FunctionNode, whole: ts.Node): void {
    const needs = new NeedSet();
    ts.forEachChild(node, (child) => {
      if (child !== node.name) plain.read(child, needs, KEPT);
    });
    if (ts.isVariableStatement(whole)) for (const { type } of whole.declarationList.declarations) if (type) plain.read(type, needs, KEPT);
    noteCalls(node, needs, bound);
    add(names, whole, needs, { calls: needsOf(needs.calls), ...runsOnImport(names) });
  }

  /** Members that are added to something imported are there for all that load the file. */
  function runsOnImport(names: readonly string[]): { runs?: string } {
    return names.every((name) => name.includes('.') && !declared.has(name.split('.', 1)[0]!)) ? { runs: '*' } : {};
  }

  function classItems(names: readonly string[], node: ts.ClassLikeDeclaration, whole: ts.Node): void {
    const decorated = (ts.canHaveDecorators(node) && ts.getDecorators(node) !== undefined)
      || node.members.some((member) => ts.canHaveDecorators(member) && ts.getDecorators(member) !== undefined);
    const reader = decorated ? withTypes : plain;
    const head = new NeedSet();
    // Methods are named after their class, and this one may have no name here.
    const isNamed = names.some((name) => !name.startsWith('export:'));
    const methods = decorated || !isNamed ? [] : node.members.filter((member) => isMethod(member));
    for (const modifier of node.modifiers ?? []) reader.read(modifier, head, LOADING);
    for (const clause of node.heritageClauses ?? []) {
      const loads = clause.token === ts.SyntaxKind.ExtendsKeyword;
      for (const type of clause.types) {
        if (loads) reader.read(type.expression, head, LOADING);
        else if (ts.isIdentifier(type.expression) && bound.has(type.expression.text)) head.types.add(type.expression.text);
        type.typeArguments?.forEach((each) => reader.read(each, head, KEPT));
      }
    }
    for (const member of node.members) if (!methods.includes(member)) reader.read(member, head, isStatic(member) ? LOADING : KEPT);
    const bases = (node.heritageClauses ?? []).flatMap((clause) => clause.types.map(({ expression }) => (ts.isIdentifier(expression) ? expression.text : '?')));
    const runs = head.runs.size > 0 ? { runs: needsOf(head.runs) } : {};
    const stated = decorated ? ['?'] : bases;
    const bodies = node.members.flatMap((member) => (methods.includes(member) ? [member] : bodiesOf(member)));
    for (const name of names) head.uses.delete(name);
    items.push({
      names: [...names], hash: hashWithout(whole, methods), shape: hashWithout(whole, bodies), uses: needsOf(head.uses), ...typesOf(head), ...runs,
      ...(stated.length > 0 ? { bases: stated.join(' ') } : {}),
    });
    for (const method of methods) {
      const needs = new NeedSet();
      ts.forEachChild(method, (child) => {
        if (child !== method.name) reader.read(child, needs, KEPT);
      });
      add([`${names.find((each) => !each.startsWith('export:'))!}.${memberName(method)}`], method, needs);
    }
  }

  function general(names: readonly string[], statement: ts.Node): void {
    const needs = new NeedSet();
    plain.read(statement, needs, KEPT);
    add(names, statement, needs, { runs: '*' });
  }

  function add(names: readonly string[], whole: ts.Node, needs: NeedSet, more: Partial<OutlineItem> = {}): void {
    for (const name of names) needs.uses.delete(name);
    const bodies = bodiesOf(whole);
    const infers = source.typescript && bodies.some((body) => (body.parent as FunctionNode).type === undefined && !ts.isConstructorDeclaration(body.parent));
    items.push({
      names: [...names], hash: hashOf(whole), ...(bodies.length > 0 ? { shape: hashWithout(whole, bodies) } : {}),
      uses: needsOf(needs.uses), ...typesOf(needs), ...more, ...(infers ? { infers: true as const } : {}),
    });
  }

  function callsIn(initializer: ts.Node, needs: NeedSet): { calls?: string } {
    const functions = outerFunctions(initializer);
    if (functions.length === 0) return {};
    for (const each of functions) noteCalls(each, needs, bound);
    return { calls: needsOf(needs.calls) };
  }

  function hashOf(...nodes: readonly ts.Node[]): number {
    return nodes.reduce((hash, node) => hashText(hash, source.text.slice(node.getStart(source.file), node.end)), 0);
  }

  function hashWithout(whole: ts.Node, parts: readonly ts.Node[]): number {
    let at = whole.getStart(source.file);
    let hash = 0;
    for (const part of parts) {
      hash = hashText(hash, source.text.slice(at, part.getStart(source.file)));
      at = part.end;
    }
    return hashText(hash, source.text.slice(at, whole.end));
  }
}

function typesOf(needs: NeedSet): { types?: string } {
  const only = [...needs.types].filter((name) => !needs.uses.has(name));
  return only.length === 0 ? {} : { types: needsOf(only) };
}

function isErased(statement: ts.ImportDeclaration | ts.ImportEqualsDeclaration): boolean {
  return ts.isImportDeclaration(statement) ? statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword : statement.isTypeOnly;
}

function nameOf(node: ts.FunctionDeclaration | ts.ClassDeclaration): string[] {
  return node.name === undefined ? [] : [node.name.text];
}

function isClassOrFunction(node: ts.Expression): boolean {
  return isFunctionNode(node) || ts.isClassExpression(node);
}

function isStatic(member: ts.ClassElement): boolean {
  return ts.isClassStaticBlockDeclaration(member) || hasModifier(member, ts.SyntaxKind.StaticKeyword);
}

function isMethod(member: ts.ClassElement): boolean {
  if (member.name === undefined || !(ts.isIdentifier(member.name) || ts.isPrivateIdentifier(member.name))) return false;
  return ts.isMethodDeclaration(member) || ts.isGetAccessor(member) || ts.isSetAccessor(member)
    || (ts.isPropertyDeclaration(member) && member.initializer !== undefined && isFunctionNode(member.initializer));
}

function memberName(member: ts.ClassElement): string {
  return (member.name as ts.Identifier).text;
}

function isRequire(node: ts.Expression): boolean {
  return ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'require';
}

/** Exports that an initializer assigns as well: `const api = module.exports = {}`. */
function assignedExports(initializer: ts.Expression): string[] {
  if (!ts.isBinaryExpression(initializer) || initializer.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return [];
  return [...targetName(initializer.left, new Set()) ?? [], ...assignedExports(initializer.right)];
}

/** What an assignment at the top level declares; null for what only runs. */
function targetName(left: ts.Expression, declared: ReadonlySet<string>): string[] | null {
  if (ts.isIdentifier(left) && left.text === 'exports') return ['export:*'];
  if (ts.isElementAccessExpression(left)) return ownerByKey(left, declared);
  if (!ts.isPropertyAccessExpression(left)) return null;
  const { expression: inner, name } = left;
  if (ts.isIdentifier(inner)) {
    if (inner.text === 'module' && name.text === 'exports') return ['export:*'];
    if (inner.text === 'exports') return [`export:${name.text}`];
    return declared.has(inner.text) ? [`${inner.text}.${name.text}`] : null;
  }
  if (!ts.isPropertyAccessExpression(inner) || !ts.isIdentifier(inner.expression)) return null;
  if (inner.expression.text === 'module' && inner.name.text === 'exports') return [`export:${name.text}`];
  return inner.name.text === 'prototype' && declared.has(inner.expression.text) ? [`${inner.expression.text}.${name.text}`] : null;
}

/** Names that statements bind, `var` in branches included. */
function declaredNames(statements: readonly ts.Node[]): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node)) for (const name of bindingNames(node.name)) names.add(name.text);
    const named = ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) || ts.isEnumDeclaration(node) || ts.isModuleDeclaration(node)
      || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
    if (named && node.name !== undefined) names.add(node.name.text);
    if (named || isFunctionNode(node) || ts.isExpression(node)) return;
    ts.forEachChild(node, visit);
  };
  statements.forEach(visit);
  return names;
}
