/**
 * The part of the compiler that reading files takes. The compiler's own file holds type checker, emitter and editor
 * services too, and each thread would read and keep all of it: 3.5 MB of text, 30 MB of memory, 130 ms.
 *
 * A bundler cannot leave them out by itself, because the compiler makes everything known through one object and fills
 * in its namespaces with calls. Here it is clear what those calls belong to, so that what nothing leads to can go.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'esbuild';
import { ts } from '@ts-morph/common';

/** Calls that only make known to the editor services what they pass. */
const REGISTERS: ReadonlySet<string> = new Set(['registerCodeFix', 'registerRefactor']);
/** Texts of all messages: objects whose members are kept one by one. */
const MESSAGES = 'Diagnostics';

/** A statement, a variable or a member of a namespace: what is kept or left out as a whole. */
type Part = ts.Node;

/**
 * @param sources folder with the modules that read files
 * @returns names of the compiler's members that they use; those in fixes and interfaces that take all of it (`ts-morph`) do not count
 * @throws when a module does more with the compiler than reading a member, because then nobody knows what it needs
 */
export function usedMembers(sources: string): Set<string> {
  const used = new Set<string>();
  for (const name of readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((each) => each.endsWith('.ts'))) {
    const file = ts.createSourceFile(name, readFileSync(path.join(sources, name), 'utf8'), ts.ScriptTarget.Latest, true);
    if (!file.statements.some(importsSmallCompiler)) continue;
    const visit = (node: ts.Node): void => {
      if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
      if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'ts') used.add(node.name.text);
      else if (ts.isIdentifier(node) && node.text === 'ts') throw new Error(`${name}: the compiler may only be used by its members`);
      else ts.forEachChild(node, visit);
    };
    ts.forEachChild(file, visit);
  }
  return used;
}

function importsSmallCompiler(statement: ts.Statement): boolean {
  if (!ts.isImportDeclaration(statement) || (statement.moduleSpecifier as ts.StringLiteral).text === 'ts-morph') return false;
  const bindings = statement.importClause?.namedBindings;
  return bindings !== undefined && ts.isNamedImports(bindings) && bindings.elements.some((element) => element.name.text === 'ts');
}

/**
 * @param text the compiler's own file
 * @param members of the compiler that must be there
 * @returns a module that exports them, with all that they lead to
 * @throws when the file is not laid out as expected
 */
export function smallCompiler(text: string, members: ReadonlySet<string>): string {
  const { statements } = wrapped(text);
  const namespaces = new Map(statements.map(namespaceOf).filter((each) => each !== null));
  const all = namespaces.get('typescript_exports');
  if (all === undefined) throw new Error('the compiler no longer lists what it exports');
  namespaces.delete('typescript_exports');
  const messages = membersOfMessages(statements);
  const exported = [...members].flatMap((name) => {
    const local = /=>\s*(\w+)$/.exec(all.get(name)?.getText() ?? '')?.[1];
    return local === undefined ? [] : [{ name, local }];
  });
  const kept = reached(statements, new Map([...namespaces, [MESSAGES, messages]]), exported.map(({ local }) => local));
  const written = statements.map((statement) => textOf(statement, kept)).join('');
  return `${written}\nexport { ${exported.map(({ name, local }) => `${local} as ${name}`).join(', ')} };\n`;
}

/** `var ts = {}; ((module) => { … })(…)`: what is inside. */
function wrapped(text: string): ts.Block {
  const file = ts.createSourceFile('typescript.js', text, ts.ScriptTarget.Latest, true);
  for (const statement of file.statements) {
    const call = ts.isExpressionStatement(statement) && ts.isCallExpression(statement.expression) ? statement.expression.expression : undefined;
    if (call !== undefined && ts.isParenthesizedExpression(call) && ts.isArrowFunction(call.expression) && ts.isBlock(call.expression.body))
      return call.expression.body;
  }
  throw new Error('the compiler is no longer wrapped in one function');
}

/** `__export(names, { a: () => a })`, by name of the member. */
function namespaceOf(statement: ts.Statement): [string, Map<string, Part>] | null {
  const call = ts.isExpressionStatement(statement) && ts.isCallExpression(statement.expression) ? statement.expression : undefined;
  if (call === undefined || !ts.isIdentifier(call.expression) || !call.expression.text.startsWith('__export')) return null;
  const [name, object] = call.arguments;
  return name !== undefined && ts.isIdentifier(name) && object !== undefined && ts.isObjectLiteralExpression(object) ? [name.text, membersOf(object)] : null;
}

function membersOf(object: ts.ObjectLiteralExpression): Map<string, Part> {
  return new Map(object.properties.map((property) => [(property.name as ts.Identifier).text, property]));
}

function membersOfMessages(statements: readonly ts.Statement[]): Map<string, Part> {
  const found = statements.flatMap(variablesOf).find(({ name }) => ts.isIdentifier(name) && name.text === MESSAGES)?.initializer;
  if (found === undefined || !ts.isObjectLiteralExpression(found)) throw new Error('the compiler no longer lists its messages');
  return membersOf(found);
}

function variablesOf(statement: ts.Statement): readonly ts.VariableDeclaration[] {
  return ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
}

/** The name that a statement or variable belongs to: without it, nobody sees what it does. Empty for one that always counts, null for one that never does. */
function ownersOf(part: Part): string[] | null {
  if (ts.isVariableDeclaration(part)) return boundNames(part.name);
  if (ts.isFunctionDeclaration(part) || ts.isClassDeclaration(part)) return [part.name!.text];
  if (!ts.isExpressionStatement(part)) return [];
  const { expression } = part;
  if (/\bmodule\.exports\b/.test(part.getText())) return null;
  if (ts.isBinaryExpression(expression)) return leftmost(expression.left);
  if (!ts.isCallExpression(expression)) return [];
  const [first] = expression.arguments;
  // `((Core) => { … })(Core || (Core = {}))` fills in a namespace.
  if (ts.isParenthesizedExpression(expression.expression)) return first !== undefined && ts.isBinaryExpression(first) ? leftmost(first.left) : [];
  if (!ts.isIdentifier(expression.expression)) return [];
  if (expression.expression.text.startsWith('__export')) return leftmost(first!);
  return REGISTERS.has(expression.expression.text) ? [expression.expression.text] : [];
}

function boundNames(name: ts.BindingName): string[] {
  return ts.isIdentifier(name) ? [name.text] : name.elements.flatMap((each) => (ts.isOmittedExpression(each) ? [] : boundNames(each.name)));
}

/** `a` of `a.b.c`. */
function leftmost(node: ts.Expression): string[] {
  let current = node;
  while (ts.isPropertyAccessExpression(current) || ts.isElementAccessExpression(current)) current = current.expression;
  return ts.isIdentifier(current) ? [current.text] : [];
}

/** Everything that names lead to, and what always counts. */
function reached(statements: readonly ts.Statement[], namespaces: ReadonlyMap<string, ReadonlyMap<string, Part>>, names: readonly string[]): Set<Part> {
  const byOwner = new Map<string, Part[]>();
  const waiting: Part[] = [];
  for (const part of statements.flatMap((each): readonly Part[] => (ts.isVariableStatement(each) ? variablesOf(each) : [each]))) {
    const owners = ownersOf(part);
    if (owners?.length === 0) waiting.push(part);
    for (const owner of owners ?? []) byOwner.set(owner, [...byOwner.get(owner) ?? [], part]);
  }
  const kept = new Set<Part>();
  const want = (name: string): void => {
    waiting.push(...byOwner.get(name) ?? []);
    byOwner.delete(name);
  };
  names.forEach(want);
  const visit = (node: ts.Node): void => {
    // Members of a namespace are wanted one by one, where it is not passed on as a whole.
    if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression) && namespaces.has(node.expression.text)) {
      want(node.expression.text);
      waiting.push(...[namespaces.get(node.expression.text)!.get(node.name.text)].filter((each) => each !== undefined));
    } else if (ts.isIdentifier(node) && namespaces.has(node.text)) {
      want(node.text);
      waiting.push(...namespaces.get(node.text)!.values());
    } else if (ts.isIdentifier(node)) want(node.text);
    else if (ts.isPropertyAccessExpression(node)) visit(node.expression);
    else if (ts.isPropertyAssignment(node)) [...(ts.isIdentifier(node.name) ? [] : [node.name]), node.initializer].forEach(visit);
    else ts.forEachChild(node, visit);
  };
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (kept.has(part)) continue;
    kept.add(part);
    if (isListed(part)) visitList(part, visit);
    else if (!ts.isVariableDeclaration(part)) visit(part);
    // Its own name leads nowhere.
    else if (part.initializer !== undefined) visit(part.initializer);
  }
  return kept;
}

/** Its members are kept one by one. */
function isListed(part: Part): boolean {
  return ts.isVariableDeclaration(part) ? ts.isIdentifier(part.name) && part.name.text === MESSAGES : ts.isStatement(part) && namespaceOf(part) !== null;
}

/** Of a listed part, only what all members share: the function that takes the list. */
function visitList(part: Part, visit: (node: ts.Node) => void): void {
  if (ts.isExpressionStatement(part) && ts.isCallExpression(part.expression)) visit(part.expression.expression);
}

function textOf(statement: ts.Statement, kept: ReadonlySet<Part>): string {
  if (ts.isVariableStatement(statement)) {
    const variables = variablesOf(statement).filter((each) => kept.has(each));
    const keyword = (statement.declarationList.flags & ts.NodeFlags.Let) === 0 ? 'var' : 'let';
    return variables.map((each) => `${keyword} ${isListed(each) ? `${MESSAGES} = ${listed(each.initializer as ts.ObjectLiteralExpression, kept)}`
      : each.getFullText()};\n`).join('');
  }
  if (!kept.has(statement)) return '';
  if (!isListed(statement)) return `${statement.getFullText()}\n`;
  const call = (statement as ts.ExpressionStatement).expression as ts.CallExpression;
  return `${call.expression.getText()}(${call.arguments[0]!.getText()}, ${listed(call.arguments[1] as ts.ObjectLiteralExpression, kept)});\n`;
}

function listed(object: ts.ObjectLiteralExpression, kept: ReadonlySet<Part>): string {
  return `{ ${object.properties.filter((each) => kept.has(each)).map((each) => each.getText()).join(', ')} }`;
}

/** For the bundle of the small compiler; `sources` as for `usedMembers`. */
export function onlyUsed(sources: string): Plugin {
  return {
    name: 'only-used',
    setup(bundle) {
      bundle.onLoad({ filter: /[\\/]@ts-morph[\\/]common[\\/]dist[\\/]typescript\.js$/ }, ({ path: file }) => ({
        contents: smallCompiler(readFileSync(file, 'utf8'), usedMembers(sources)),
      }));
    },
  };
}
