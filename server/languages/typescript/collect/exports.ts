/** What a file exports. */
import type { ExportFact, ExportKind } from '../../../facts/module-facts.ts';
import { ts, hasModifier, parseDiagnosticsOf, type Source } from '../syntax.ts';

export interface Exported {
  facts: ExportFact[];
  /** Local names that others can reach, including through `export { a }` and `export default a`. */
  locals: ReadonlySet<string>;
  /** All that others can have is among `facts`. */
  complete: boolean;
}

/** What changes the exports of a file while it runs. */
const COMMON_JS = /\bmodule\s*\.\s*exports\b|(^|[^.\w])exports\s*[.[,)]|\bmodule\s*\[/m;

/** Reads the exports of a file from its top-level statements. */
export function collectExports(source: Source): Exported {
  const facts: ExportFact[] = [];
  const locals = new Set<string>();
  const kinds = new Map<string, ExportKind>();
  for (const statement of source.file.statements) noteKinds(statement, kinds);

  const add = (name: string, kind: ExportKind, node: ts.Node, rest: Partial<ExportFact> = {}): void => {
    facts.push({ name, kind, typeOnly: kind === 'interface' || kind === 'type', from: null, imported: null, span: source.span(node), ...rest });
  };

  for (const statement of source.file.statements) {
    if (ts.isExportDeclaration(statement)) {
      exportDeclaration(statement);
    } else if (ts.isExportAssignment(statement)) {
      if (ts.isIdentifier(statement.expression)) locals.add(statement.expression.text);
      const { expression } = statement;
      add('default', ts.isIdentifier(expression) ? kinds.get(expression.text) ?? 'unknown' : 'unknown', statement, localName(expression));
    } else if (hasModifier(statement, ts.SyntaxKind.ExportKeyword)) {
      const isDefault = hasModifier(statement, ts.SyntaxKind.DefaultKeyword);
      for (const [name, kind, node] of declared(statement)) {
        locals.add(name);
        add(isDefault ? 'default' : name, kind, node, isDefault && name !== 'default' ? { local: name } : {});
      }
    } else commonJs(statement);
  }
  for (const object of objectsNamed(source.file.statements, locals)) addMembers(object);
  return { facts, locals, complete: isComplete(source) };

  /** `const api = { list, find: findOne }; module.exports = api;`: others reach the functions through the object. */
  function addMembers(object: ts.ObjectLiteralExpression): void {
    for (const property of object.properties) {
      if (ts.isShorthandPropertyAssignment(property)) locals.add(property.name.text);
      if (ts.isPropertyAssignment(property) && ts.isIdentifier(property.initializer)) locals.add(property.initializer.text);
    }
  }

  function exportDeclaration(statement: ts.ExportDeclaration): void {
    const from = statement.moduleSpecifier && ts.isStringLiteral(statement.moduleSpecifier) ? statement.moduleSpecifier.text : null;
    const clause = statement.exportClause;
    if (clause === undefined) return add('*', 're-export', statement, { from, imported: '*', typeOnly: statement.isTypeOnly });
    if (ts.isNamespaceExport(clause)) return add(clause.name.text, 're-export', statement, { from, imported: '*', typeOnly: statement.isTypeOnly });
    for (const element of clause.elements) {
      const imported = (element.propertyName ?? element.name).text;
      if (from === null) locals.add(imported);
      add(element.name.text, from === null ? kinds.get(imported) ?? 'unknown' : 're-export', element, {
        from, imported: from === null ? null : imported, typeOnly: statement.isTypeOnly || element.isTypeOnly,
        ...(from === null && imported !== element.name.text ? { local: imported } : {}),
      });
    }
  }

  /** `module.exports = …`, `exports.name = …`. */
  function commonJs(statement: ts.Statement): void {
    if (source.typescript || !ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) return;
    const { left, right, operatorToken } = statement.expression;
    if (operatorToken.kind !== ts.SyntaxKind.EqualsToken || !ts.isPropertyAccessExpression(left)) return;
    const target = source.shorten(left, 80);
    const named = /^(?:module\.)?exports\.(\w+)$/.exec(target)?.[1];
    if (target === 'module.exports') {
      if (ts.isIdentifier(right)) locals.add(right.text);
      add('default', 'unknown', statement, localName(right));
      if (ts.isObjectLiteralExpression(right)) {
        addMembers(right);
        for (const property of right.properties) {
          if (property.name === undefined || !(ts.isIdentifier(property.name) || ts.isStringLiteral(property.name))) continue;
          add(property.name.text, 'unknown', property, ts.isPropertyAssignment(property) ? localName(property.initializer, property.name.text) : {});
        }
      }
    } else if (named !== undefined) {
      if (ts.isIdentifier(right)) locals.add(right.text);
      add(named, ts.isFunctionExpression(right) || ts.isArrowFunction(right) ? 'function' : 'unknown', statement, localName(right, named));
    }
  }
}

/** @param value what is exported @param name it is exported under */
function localName(value: ts.Expression, name = 'default'): Pick<ExportFact, 'local'> {
  return ts.isIdentifier(value) && value.text !== name ? { local: value.text } : {};
}

/** The object literals that exported variables hold. */
function objectsNamed(statements: readonly ts.Statement[], names: ReadonlySet<string>): ts.ObjectLiteralExpression[] {
  const declarations = statements.filter(ts.isVariableStatement).flatMap(({ declarationList }) => declarationList.declarations);
  return declarations.flatMap(({ name, initializer }) => (
    initializer && ts.isObjectLiteralExpression(initializer) && ts.isIdentifier(name) && names.has(name.text) ? [initializer] : []));
}

function noteKinds(statement: ts.Statement, kinds: Map<string, ExportKind>): void {
  for (const [name, kind] of declared(statement)) kinds.set(name, kind);
}

function declared(statement: ts.Statement): [string, ExportKind, ts.Node][] {
  if (ts.isFunctionDeclaration(statement)) return [[statement.name?.text ?? 'default', 'function', statement.name ?? statement]];
  if (ts.isClassDeclaration(statement)) return [[statement.name?.text ?? 'default', 'class', statement.name ?? statement]];
  if (ts.isInterfaceDeclaration(statement)) return [[statement.name.text, 'interface', statement.name]];
  if (ts.isTypeAliasDeclaration(statement)) return [[statement.name.text, 'type', statement.name]];
  if (ts.isEnumDeclaration(statement)) return [[statement.name.text, 'enum', statement.name]];
  if (ts.isModuleDeclaration(statement)) return [[statement.name.text, 'namespace', statement.name]];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap((declaration) => bindingNames(declaration.name)
    .map((name): [string, ExportKind, ts.Node] => [name.text, 'variable', name]));
}

/** Every identifier that a binding name declares. */
export function bindingNames(name: ts.BindingName): ts.Identifier[] {
  if (ts.isIdentifier(name)) return [name];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : bindingNames(element.name)));
}

/** A module of the language's own kind: it says with keywords what it exports. */
function isComplete({ file, text, typescript, path }: Source): boolean {
  if (!ts.isExternalModule(file) || parseDiagnosticsOf(file).length > 0) return false;
  if (/\.d\.\w+$|\.d\.\w+\.ts$/.test(path) || /@flow\b/.test(text.slice(0, 1000))) return false;
  if (!typescript && COMMON_JS.test(text)) return false;
  return file.statements.every((each) => !(ts.isExportAssignment(each) && each.isExportEquals === true) && !ts.isImportEqualsDeclaration(each));
}
