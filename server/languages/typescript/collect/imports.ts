/** Imports of a file, and whether each imported name is needed at run time or only as a type. */
import type { ImportFact, ImportedName } from '../../../facts/module-facts.ts';
import { ts, type Source } from '../syntax.ts';
import { importGroup } from '../conventions.ts';
import { bindingNames } from './exports.ts';
import { guardedIn } from './guarded-imports.ts';
import type { Scopes } from '../scopes.ts';
import type { Collector, Place } from '../walk.ts';

export interface ImportCollector extends Collector {
  finish(): ImportFact[];
}

/** Describes imports and how their names are used. */
export function importCollector(source: Source, scopes: Scopes): ImportCollector {
  const facts: ImportFact[] = [];
  const byLocal = new Map<string, ImportedName>();

  const isGuarded = guardedIn(source);
  const add = (fact: Omit<ImportFact, 'group' | 'couldBeTypeOnly'>, node: ts.Node): void => {
    facts.push({ ...fact, group: importGroup(fact.specifier), couldBeTypeOnly: false, ...(isGuarded(node, fact.specifier) ? { guarded: true } : {}) });
    if (fact.kind === 'static') for (const name of fact.names) byLocal.set(name.local, name);
  };
  const named = (imported: string, local: string, typeOnly: boolean, node: ts.Node): ImportedName =>
    ({ imported, local, typeOnly, usedAsValue: false, usedAsType: false, span: source.span(node) });

  /** By statement, for those that may be reordered with their neighbours. */
  const runs = new Map<ts.Node, number>();
  let run = 0;
  for (const statement of source.file.statements) {
    const movable = ts.isImportDeclaration(statement)
      ? statement.importClause !== undefined
      : ts.isVariableStatement(statement) && statement.declarationList.declarations.every((each) => isRequired(each.initializer));
    if (movable) runs.set(statement, run);
    else run++;
  }

  // Names must be known before their uses are visited, wherever the import is.
  for (const statement of source.file.statements) {
    if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)) staticImport(statement, statement.moduleSpecifier);
    else if (ts.isImportEqualsDeclaration(statement) && ts.isExternalModuleReference(statement.moduleReference)
        && ts.isStringLiteral(statement.moduleReference.expression)) {
      const specifier = statement.moduleReference.expression;
      add({
        specifier: specifier.text, kind: 'static', typeOnly: statement.isTypeOnly, lazy: false,
        names: [named('*', statement.name.text, statement.isTypeOnly, statement.name)], span: source.span(statement),
        specifierSpan: source.span(specifier),
      }, statement);
    } else if (ts.isExportDeclaration(statement) && statement.moduleSpecifier && ts.isStringLiteral(statement.moduleSpecifier))
      reExport(statement, statement.moduleSpecifier);
  }

  return {
    on: {
      [ts.SyntaxKind.Identifier]: (node: ts.Identifier) => noteUse(node),
      [ts.SyntaxKind.CallExpression]: (node: ts.CallExpression, at: Place) => callImport(node, at),
      [ts.SyntaxKind.ImportType]: (node: ts.ImportTypeNode) => {
        if (!ts.isLiteralTypeNode(node.argument) || !ts.isStringLiteral(node.argument.literal)) return;
        const specifier = node.argument.literal;
        add({
          specifier: specifier.text, kind: 'static', typeOnly: true, lazy: true, names: [], span: source.span(node),
          specifierSpan: source.span(specifier),
        }, node);
      },
    },
    finish() {
      for (const fact of facts) {
        fact.couldBeTypeOnly = source.typescript && fact.kind === 'static' && !fact.typeOnly && fact.names.length > 0
          && fact.names.every((name) => name.typeOnly || (!name.usedAsValue && name.usedAsType));
      }
      return facts;
    },
  };

  function staticImport(statement: ts.ImportDeclaration, specifier: ts.StringLiteral): void {
    const clause = statement.importClause;
    const names: ImportedName[] = [];
    const whole = clause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    if (clause?.name) names.push(named('default', clause.name.text, whole, clause.name));
    const bindings = clause?.namedBindings;
    if (bindings && ts.isNamespaceImport(bindings)) names.push(named('*', bindings.name.text, whole, bindings.name));
    else if (bindings) for (const element of bindings.elements)
      names.push(named((element.propertyName ?? element.name).text, element.name.text, whole || element.isTypeOnly, element));
    const typeOnly = whole || (names.length > 0 && names.every((name) => name.typeOnly));
    add({
      specifier: specifier.text, kind: clause ? 'static' : 'side-effect', typeOnly, lazy: false, names,
      span: source.span(statement), specifierSpan: source.span(specifier), ...runOf(statement),
    }, statement);
  }

  function runOf(statement: ts.Node): { run?: number } {
    const number = runs.get(statement);
    return number === undefined ? {} : { run: number };
  }

  function reExport(statement: ts.ExportDeclaration, specifier: ts.StringLiteral): void {
    const clause = statement.exportClause;
    const names = clause === undefined || ts.isNamespaceExport(clause)
      ? [named('*', '*', statement.isTypeOnly, statement)]
      : clause.elements.map((element) => named((element.propertyName ?? element.name).text, element.name.text, statement.isTypeOnly
        || element.isTypeOnly, element));
    const typeOnly = statement.isTypeOnly || (names.length > 0 && names.every((name) => name.typeOnly));
    add(
      { specifier: specifier.text, kind: 're-export', typeOnly, lazy: false, names, span: source.span(statement), specifierSpan: source.span(specifier) },
      statement,
    );
  }

  function callImport(node: ts.CallExpression, at: Place): void {
    const argument = node.arguments[0];
    if (argument === undefined || !ts.isStringLiteralLike(argument)) return;
    const dynamic = node.expression.kind === ts.SyntaxKind.ImportKeyword;
    const required = ts.isIdentifier(node.expression) && node.expression.text === 'require' && scopes.lookup('require', node) === null;
    if (!dynamic && !required) return;
    const names = boundNames(node);
    add({
      specifier: argument.text, kind: dynamic ? 'dynamic' : 'require', typeOnly: false,
      lazy: at.function !== -1 || dynamic, names, span: source.span(node), specifierSpan: source.span(argument),
      ...(required ? runOf(statementOf(node)) : {}),
    }, node);
  }

  /** Names bound by `const { a, b: c } = require('x')` and `const a = require('x').a`. */
  function boundNames(node: ts.CallExpression): ImportedName[] {
    const { holder, member } = requiredBy(node);
    if (!ts.isVariableDeclaration(holder)) return [];
    // What a member is taken apart into belongs to the member.
    if (member !== null) return bindingNames(holder.name).map((local) => ({ ...named(member, local.text, false, local), usedAsValue: true }));
    if (ts.isIdentifier(holder.name)) return [{ ...named('*', holder.name.text, false, holder.name), usedAsValue: true }];
    if (!ts.isObjectBindingPattern(holder.name)) return [];
    return holder.name.elements.flatMap((element) => bindingNames(element.name).map((local) => ({
      ...named(
        element.dotDotDotToken ? '*' : element.propertyName && ts.isIdentifier(element.propertyName) ? element.propertyName.text : local.text,
        local.text, false, element,
      ), usedAsValue: true,
    })));
  }

  function noteUse(node: ts.Identifier): void {
    const name = byLocal.get(node.text);
    if (name === undefined || isNameOnly(node)) return;
    if (name.usedAsValue && name.usedAsType) return;
    const declared = scopes.lookup(node.text, node);
    if (declared !== null && declared.kind !== 'import') return;
    if (isTypePosition(node)) name.usedAsType = true;
    else name.usedAsValue = true;
  }
}

/** `require('x')`, also when followed by a property or a call. */
function isRequired(node: ts.Expression | undefined): boolean {
  if (node === undefined) return false;
  if (ts.isPropertyAccessExpression(node)) return isRequired(node.expression);
  return ts.isCallExpression(node) && (ts.isIdentifier(node.expression) ? node.expression.text === 'require' : isRequired(node.expression));
}

/** What an import call is the value of, and the member that is taken of it. */
export function requiredBy(node: ts.CallExpression): { holder: ts.Node; member: string | null } {
  let value: ts.Node = node;
  let member: string | null = null;
  for (;;) {
    const { parent }: ts.Node = value;
    if (ts.isAwaitExpression(parent) || (ts.isParenthesizedExpression(parent) && ts.isAwaitExpression(value))) value = parent;
    else if (ts.isPropertyAccessExpression(parent) && parent.expression === value) {
      member ??= parent.name.text;
      value = parent;
    } else return { holder: parent, member };
  }
}

/** The statement that contains a node. */
function statementOf(node: ts.Node): ts.Node {
  let current = node;
  while (!ts.isStatement(current) && !ts.isSourceFile(current)) current = current.parent;
  return current;
}

/** The identifier only names a property, a declaration or an import: it is not a reference. */
function isNameOnly(node: ts.Identifier): boolean {
  const parent = node.parent;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isQualifiedName(parent)) return parent.right === node;
  if (ts.isImportSpecifier(parent) || ts.isImportClause(parent) || ts.isNamespaceImport(parent) || ts.isImportEqualsDeclaration(parent)) return true;
  if (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isPropertyDeclaration(parent)
    || ts.isMethodDeclaration(parent) || ts.isMethodSignature(parent)
    || ts.isEnumMember(parent) || ts.isGetAccessor(parent) || ts.isSetAccessor(parent) || ts.isJsxAttribute(parent)) return parent.name === node;
  if (ts.isParameter(parent) || ts.isVariableDeclaration(parent) || ts.isTypeParameterDeclaration(parent)) return parent.name === node;
  if (ts.isBindingElement(parent)) return parent.name === node || parent.propertyName === node;
  if (ts.isExportSpecifier(parent)) return parent.parent.parent.moduleSpecifier !== undefined || (parent.propertyName !== undefined && parent.name === node);
  return ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent) || ts.isNamedTupleMember(parent) && parent.name === node;
}

/** The identifier is erased at compile time. */
function isTypePosition(node: ts.Identifier): boolean {
  let current: ts.Node = node;
  while (ts.isQualifiedName(current.parent) || (ts.isPropertyAccessExpression(current.parent) && current.parent.expression === current))
    current = current.parent;
  const parent = current.parent;
  if (ts.isTypeReferenceNode(parent) || ts.isTypeQueryNode(parent) || ts.isTypePredicateNode(parent)) return true;
  if (ts.isExpressionWithTypeArguments(parent)) {
    const clause = parent.parent;
    return ts.isHeritageClause(clause) && (clause.token === ts.SyntaxKind.ImplementsKeyword || ts.isInterfaceDeclaration(clause.parent));
  }
  if (ts.isExportSpecifier(parent)) return parent.isTypeOnly || parent.parent.parent.isTypeOnly;
  return false;
}
