/**
 * Inverts a dependency: what a file really uses of an imported class or interface becomes an interface of its own,
 * and the import is removed. Types are structural, so callers that pass the object need not change. Applies only when
 * the compiler reports nothing new.
 */
import { posix } from 'node:path';
import { Node, type ImportDeclaration, type SourceFile, type Symbol as TypeSymbol } from 'ts-morph';
import type { FixContext, FixProvider } from '../../../facts/adapter.ts';
import { contains } from '../../../text/spans.ts';
import { ts, parse } from '../syntax.ts';
import { errorsOf, openProject } from './project.ts';
import { styleOf, type Style } from './style.ts';

/** With more types than this the fix would copy the other layer instead of naming what is needed. */
const MAX_TYPES = 5;
/** Number of files importing this one that are compiled too. */
const MAX_USERS = 30;

/** Applies to an import that is used only for types. */
export const extractInterface: FixProvider = (request, context) => {
  const { path } = request;
  const text = context.read(path);
  if (text === undefined) return null;
  const source = parse(path, text);
  const statement = source.file.statements.find((each) => contains(source.span(each), request.span));
  if (statement === undefined || !ts.isImportDeclaration(statement)) return null;
  const affected = [path, ...usersOf(context, path)];
  const project = openProject(context, affected);
  const before = new Set(errorsOf(project, affected));
  const file = project.getSourceFileOrThrow(`/${path}`);
  const style = styleOf(source);
  for (const everything of [false, true]) {
    const written = interfacesFor(file, statement.getStart(source.file), everything, style);
    if (written === null) return null;
    const after = withInterfaces(text, source.file, statement, written, style);
    const trial = openProject({ ...context, read: (each) => (each === path ? after.text : context.read(each)) }, affected);
    if (errorsOf(trial, affected).every((error) => before.has(error))) {
      return [{ path, edits: after.edits.map((edit) => ({ span: source.spanBetween(edit.from, edit.to), text: edit.text })) }];
    }
  }
  return null;
};

function usersOf(context: FixContext, path: string): string[] {
  const users: string[] = [];
  for (const other of context.files()) {
    if (users.length >= MAX_USERS) break;
    const uses = context.facts(other)?.imports.some((fact) => {
      const to = context.resolve(other, fact.specifier);
      return to.kind === 'file' && to.path === path;
    });
    if (uses === true && other !== path) users.push(other);
  }
  return users;
}

/** Text of the interfaces that replace an import's names, or null when that is not possible. */
function interfacesFor(file: SourceFile, start: number, everything: boolean, style: Style): string[] | null {
  const declaration = file.getImportDeclarations().find((each) => each.getStart() === start);
  const wanted = declaration === undefined ? null : importedTypes(declaration);
  if (wanted === null) return null;
  const names = new Map(wanted);
  const written: string[] = [];
  // Types mentioned by the members are added as they are found, and written in turn.
  for (const [name, symbol] of names) {
    const isOwn = wanted.has(name);
    const used = everything || !isOwn ? null : membersUsed(file, symbol);
    const text = names.size > MAX_TYPES ? null : interfaceText(file, name, symbol, used, names, style);
    if (text === null) return null;
    written.push(text);
  }
  return written;
}

/** The declared types behind an import, by their local names. */
function importedTypes(declaration: ImportDeclaration): Map<string, TypeSymbol> | null {
  const identifiers = [declaration.getDefaultImport(), ...declaration.getNamedImports().map((each) => each.getAliasNode() ?? each.getNameNode())];
  if (declaration.getNamespaceImport() !== undefined) return null;
  const found = new Map<string, TypeSymbol>();
  for (const identifier of identifiers) {
    if (identifier === undefined) continue;
    const symbol = identifier.getSymbol()?.getAliasedSymbol();
    const usable = symbol?.getDeclarations().every((each) => Node.isClassDeclaration(each) || Node.isInterfaceDeclaration(each)) ?? false;
    const generic = symbol?.getDeclarations()
      .some((each) => (Node.isClassDeclaration(each) || Node.isInterfaceDeclaration(each)) && each.getTypeParameters().length > 0) ?? false;
    if (symbol === undefined || !usable || generic) return null;
    found.set(identifier.getText(), symbol);
  }
  return found.size === 0 ? null : found;
}

/** Members of a type that the file reads, calls or destructures. */
function membersUsed(file: SourceFile, symbol: TypeSymbol): Set<string> {
  const used = new Set<string>();
  const isIt = (node: Node): boolean => {
    const type = node.getType().getNonNullableType();
    return [type, ...type.getUnionTypes()].some((each) => each.getSymbol() === symbol);
  };
  for (const node of file.getDescendants()) {
    if (Node.isPropertyAccessExpression(node) && isIt(node.getExpression())) used.add(node.getName());
    else if (Node.isElementAccessExpression(node)
      && isIt(node.getExpression())) used.add(node.getArgumentExpression()?.getText().replace(/^['"]|['"]$/g, '') ?? '');
    else if (Node.isObjectBindingPattern(node) && isIt(node))
      for (const element of node.getElements()) used.add(element.getPropertyNameNode()?.getText() ?? element.getName());
  }
  return used;
}

function interfaceText(
  file: SourceFile, name: string, symbol: TypeSymbol, used: ReadonlySet<string> | null, names: Map<string, TypeSymbol>,
  style: Style,
): string | null {
  const lines: string[] = [];
  for (const property of symbol.getDeclaredType().getProperties()) {
    const declaration = property.getValueDeclaration() ?? property.getDeclarations()[0];
    if (declaration === undefined || (used !== null && !used.has(property.getName()))) continue;
    if (Node.isModifierable(declaration) && (declaration.hasModifier('private') || declaration.hasModifier('protected'))) continue;
    if (property.getName().startsWith('#') || property.getName().startsWith('__#')) continue;
    const type = property.getTypeAtLocation(file);
    const optional = property.isOptional() ? '?' : '';
    const signatures = Node.isMethodDeclaration(declaration) || Node.isMethodSignature(declaration) ? type.getNonNullableType().getCallSignatures() : [];
    for (const signature of signatures) {
      if (signature.getTypeParameters().length > 0) return null;
      const parameters = signature.getParameters().map((parameter) => {
        const node = parameter.getValueDeclaration();
        const rest = Node.isParameterDeclaration(node) && node.isRestParameter() ? '...' : '';
        const mark = Node.isParameterDeclaration(node) && node.isOptional() && rest === '' ? '?' : '';
        const of = parameter.getTypeAtLocation(file);
        return `${rest}${parameter.getName()}${mark}: ${typeText(mark === '' ? of : of.getNonNullableType(), file)}`;
      });
      lines.push(`${property.getName()}${optional}(${parameters.join(', ')}): ${typeText(signature.getReturnType(), file)}`);
    }
    if (signatures.length > 0) continue;
    const readonly = (Node.isReadonlyable(declaration) && declaration.isReadonly()) || Node.isGetAccessorDeclaration(declaration) ? 'readonly ' : '';
    lines.push(`${readonly}${property.getName()}${optional}: ${typeText(optional === '' ? type : type.getNonNullableType(), file)}`);
  }
  const members = lines.map((line) => withLocalNames(line, file, names));
  if (members.includes(null)) return null;
  const head = `export interface ${name} {`;
  const end = style.semicolon === '' ? '' : ';';
  return [head, ...members.map((line) => `${style.indent}${line}${end}`), '}'].join(style.newline);
}

function typeText(type: ReturnType<Node['getType']>, file: SourceFile): string {
  return type.getText(file, ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseSingleQuotesForStringLiteralType);
}

/** `import("../a").Name` becomes `Name`, which is then declared here too; null for a type that cannot be declared here. */
function withLocalNames(line: string, file: SourceFile, names: Map<string, TypeSymbol>): string | null {
  let possible = true;
  const folder = posix.dirname(file.getFilePath());
  const text = line.replace(/import\((['"])([^'"]+)\1\)\.(\w+)(?![\w.])/g, (_, __, path: string, name: string) => {
    const project = file.getProject();
    const home = ['.ts', '.tsx', '.mts', '.cts', ''].map((ending) => project.getSourceFile(posix.resolve(folder, path) + ending))
      .find((each) => each !== undefined);
    const declaration = home?.getInterface(name) ?? home?.getClass(name);
    const symbol = declaration?.getSymbol();
    const known = names.get(name);
    const taken = known === undefined ? file.getLocal(name) !== undefined : known !== symbol;
    if (symbol === undefined || declaration === undefined || declaration.getTypeParameters().length > 0 || taken) possible = false;
    else names.set(name, symbol);
    return name;
  });
  return possible && !text.includes('import(') ? text : null;
}

interface Cut {
  from: number;
  to: number;
  text: string;
}

/** Removes the import and puts the interfaces after the remaining imports. */
function withInterfaces(
  text: string, file: ts.SourceFile, statement: ts.ImportDeclaration, written: readonly string[], { newline }: Style,
): { text: string; edits: Cut[] } {
  const others = file.statements.filter((each) => ts.isImportDeclaration(each) && each !== statement);
  const last = others.at(-1);
  const block = written.join(newline + newline);
  const start = statement.getStart(file);
  const lineEnd = text.startsWith(newline, statement.end) ? statement.end + newline.length : statement.end;
  const edits: Cut[] = last === undefined || last.end < start
    ? [{ from: start, to: lineEnd, text: last === undefined ? block + newline : newline + block + newline }]
    : [{ from: start, to: lineEnd, text: '' }, { from: last.end, to: last.end, text: newline + newline + block }];
  const after = [...edits].sort((a, b) => b.from - a.from).reduce((result, edit) => result.slice(0, edit.from) + edit.text + result.slice(edit.to), text);
  return { text: after, edits };
}
