/**
 * What the types of a file's exports are made of: its text without what says nothing about them, and the imports that types come
 * through. Whatever is not known to say nothing stays in, so that equal surfaces have equal types wherever what they import has.
 */
import type { TypedSurface } from '../../../facts/module-facts.ts';
import { digestOf } from '../../../text/digest.ts';
import { hasModifier, parseDiagnosticsOf, ts, type Source } from '../syntax.ts';
import { typedText, type TypedText } from './typed-text.ts';

/** A comment that has a say in types: other files that are part of the program, the functions that markup stands for. */
const DIRECTIVE = /^\s*\/\/\/\s*<|@jsx/m;
/** A comment that the comparison of interfaces reads. */
const TOLD = /@deprecated|@internal/;

/** @returns null where the whole text counts, as in JavaScript, where anything can add to the types */
export function typedSurface(source: Source): TypedSurface | null {
  if (!source.typescript || parseDiagnosticsOf(source.file).length > 0 || DIRECTIVE.test(source.text)) return null;
  const top = topLevel(source.file);
  const found = surfaceOf(source, top, false);
  // What the compiler works out can depend on what was assigned or excluded before.
  return (found.isInferred ? surfaceOf(source, top, true) : found).surface;
}

/** Whether a file declares what holds in others that do not import it. */
export function isAmbient({ file, typescript }: Source): boolean {
  if (!typescript) return false;
  const declares = (statement: ts.Statement): boolean => namesOf(statement).length > 0;
  return ts.isExternalModule(file)
    ? file.statements.some((each) => ts.isModuleDeclaration(each) && (ts.isStringLiteral(each.name) || each.name.text === 'global'))
    : file.statements.some(declares);
}

interface TopLevel {
  /** Specifiers and imported names by local name. */
  imports: Map<string, { specifier: string; text: string }>;
  /** Of imports without names. */
  sideEffects: string[];
  /** What is exported, or holds everywhere. */
  roots: ts.Statement[];
  /** Declarations and assignments to their properties, by name. */
  declared: Map<string, ts.Statement[]>;
  /** All other statements. */
  others: ts.Statement[];
}

function topLevel(file: ts.SourceFile): TopLevel {
  const top: TopLevel = { imports: new Map(), sideEffects: [], roots: [], declared: new Map(), others: [] };
  for (const statement of file.statements) {
    if (ts.isImportDeclaration(statement)) readImport(statement, top);
    else if (isRoot(statement) || !ts.isExternalModule(file)) top.roots.push(statement);
    else {
      const names = namesOf(statement);
      for (const name of names) top.declared.set(name, [...top.declared.get(name) ?? [], statement]);
      if (names.length === 0) top.others.push(statement);
    }
  }
  return top;
}

function readImport({ importClause, moduleSpecifier }: ts.ImportDeclaration, top: TopLevel): void {
  const specifier = (moduleSpecifier as ts.StringLiteral).text;
  if (importClause === undefined) return void top.sideEffects.push(specifier);
  const add = (local: string, imported: string): void => void top.imports.set(local, { specifier, text: `${local} = ${imported} of ${specifier}` });
  if (importClause.name !== undefined) add(importClause.name.text, 'default');
  const bindings = importClause.namedBindings;
  if (bindings === undefined) return;
  if (ts.isNamespaceImport(bindings)) add(bindings.name.text, '*');
  else for (const { name, propertyName } of bindings.elements) add(name.text, (propertyName ?? name).text);
}

function isRoot(statement: ts.Statement): boolean {
  if (ts.isExportDeclaration(statement) || ts.isExportAssignment(statement) || ts.isNamespaceExportDeclaration(statement)) return true;
  if (ts.isModuleDeclaration(statement) && (ts.isStringLiteral(statement.name) || statement.name.text === 'global')) return true;
  return hasModifier(statement, ts.SyntaxKind.ExportKeyword);
}

/** The names that a statement declares, or adds properties to. */
function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap(({ name }) => boundBy(name));
  if (ts.isExpressionStatement(statement)) {
    let left: ts.Node = statement.expression;
    if (!ts.isBinaryExpression(left)) return [];
    for (left = left.left; ts.isPropertyAccessExpression(left) || ts.isElementAccessExpression(left);) left = left.expression;
    return ts.isIdentifier(left) ? [left.text] : [];
  }
  const { name } = statement as { name?: ts.Node };
  return name !== undefined && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? [name.text] : [];
}

function boundBy(name: ts.BindingName): string[] {
  return ts.isIdentifier(name) ? [name.text] : name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundBy(element.name) : []));
}

/** @param whole with statements that declare nothing, and with the values of variables that state their types */
function surfaceOf(source: Source, top: TopLevel, whole: boolean): { surface: TypedSurface; isInferred: boolean } {
  const { file, text } = source;
  const taken = new Map<ts.Statement, TypedText>();
  const names = new Set<string>();
  const specifiers = new Set(top.sideEffects);
  let isInferred = false;
  const queue: ts.Statement[] = [...top.roots, ...(whole ? top.others : [])];
  for (let statement = queue.pop(); statement !== undefined; statement = queue.pop()) {
    if (taken.has(statement)) continue;
    const own = typedText(statement, file, whole);
    taken.set(statement, own);
    isInferred ||= own.isInferred;
    for (const specifier of own.specifiers) specifiers.add(specifier);
    for (const name of own.names) {
      if (names.has(name)) continue;
      names.add(name);
      queue.push(...top.declared.get(name) ?? []);
    }
  }
  const used = [...top.imports].filter(([local]) => names.has(local)).map(([, each]) => each);
  for (const { specifier } of used) specifiers.add(specifier);
  const parts = [...taken].sort(([a], [b]) => a.pos - b.pos).map(([statement, own]) => {
    const comments = text.slice(statement.pos, statement.getStart(file));
    return (TOLD.test(comments) ? comments : '') + own.text;
  });
  const written = [...top.sideEffects, ...used.map((each) => each.text).sort(), ...parts].join('\0').replaceAll('\r\n', '\n');
  return { surface: { digest: digestOf(written), specifiers: [...specifiers].sort() }, isInferred };
}
