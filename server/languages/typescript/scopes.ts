/** Finds the declaration of an identifier by searching the enclosing scopes from the inside out. */
import { ts, isFunctionNode } from './syntax.ts';

export type Declared =
  | { kind: 'import'; specifier: string; imported: string; node: ts.Node }
  | { kind: 'parameter'; node: ts.ParameterDeclaration; path: string[] }
  | { kind: 'const' | 'let'; node: ts.VariableDeclaration; path: string[] }
  | { kind: 'loop' | 'catch' | 'function' | 'class' | 'enum' | 'other'; node: ts.Node };

type Table = Map<string, Declared>;

export interface Scopes {
  /** What `name` refers to at the node `at`; null for a global or an unknown name. */
  lookup(name: string, at: ts.Node): Declared | null;
}

/** Scopes of one file; tables are built on first use. */
export function createScopes(): Scopes {
  const tables = new Map<ts.Node, Table>();
  const tableOf = (scope: ts.Node): Table => {
    let table = tables.get(scope);
    if (table === undefined) {
      table = new Map();
      declareIn(scope, table);
      tables.set(scope, table);
    }
    return table;
  };
  /** Results by the innermost scope: the same names are looked up again and again. */
  const answers = new Map<ts.Node, Map<string, Declared | null>>();
  const search = (name: string, innermost: ts.Node): Declared | null => {
    for (let node: ts.Node | undefined = innermost; node !== undefined; node = node.parent) {
      if (!isScope(node)) continue;
      const found = tableOf(node).get(name);
      if (found !== undefined) return found;
    }
    return null;
  };
  return {
    lookup(name, at) {
      let scope = at;
      while (!isScope(scope)) scope = scope.parent;
      let known = answers.get(scope);
      if (known === undefined) answers.set(scope, (known = new Map<string, Declared | null>()));
      let answer = known.get(name);
      if (answer === undefined) known.set(name, (answer = search(name, scope)));
      return answer;
    },
  };
}

function isScope(node: ts.Node): boolean {
  switch (node.kind) {
    case ts.SyntaxKind.SourceFile:
    case ts.SyntaxKind.Block:
    case ts.SyntaxKind.ModuleBlock:
    case ts.SyntaxKind.CaseBlock:
    case ts.SyntaxKind.ForStatement:
    case ts.SyntaxKind.ForOfStatement:
    case ts.SyntaxKind.ForInStatement:
    case ts.SyntaxKind.CatchClause:
    case ts.SyntaxKind.ClassExpression:
      return true;
    default:
      return isFunctionNode(node);
  }
}

function declareIn(scope: ts.Node, table: Table): void {
  if (isFunctionNode(scope)) {
    for (const parameter of scope.parameters) declarePattern(parameter.name, table, [], (path) => ({ kind: 'parameter', node: parameter, path }));
    if (ts.isFunctionExpression(scope) && scope.name) table.set(scope.name.text, { kind: 'function', node: scope });
    return;
  }
  if (ts.isSourceFile(scope) || ts.isBlock(scope) || ts.isModuleBlock(scope)) {
    for (const statement of scope.statements) declareStatement(statement, table);
  } else if (ts.isCaseBlock(scope)) {
    for (const clause of scope.clauses) for (const statement of clause.statements) declareStatement(statement, table);
  } else if (ts.isForStatement(scope) || ts.isForOfStatement(scope) || ts.isForInStatement(scope)) {
    const initializer = scope.initializer;
    if (initializer && ts.isVariableDeclarationList(initializer)) {
      for (const declaration of initializer.declarations) declarePattern(declaration.name, table, [], () => ({ kind: 'loop', node: declaration }));
    }
  } else if (ts.isCatchClause(scope)) {
    const variable = scope.variableDeclaration;
    if (variable) declarePattern(variable.name, table, [], () => ({ kind: 'catch', node: variable }));
  } else if (ts.isClassExpression(scope) && scope.name) {
    table.set(scope.name.text, { kind: 'class', node: scope });
  }
}

function declareStatement(statement: ts.Statement, table: Table): void {
  if (ts.isVariableStatement(statement)) {
    const constant = (statement.declarationList.flags & ts.NodeFlags.BlockScoped) === ts.NodeFlags.Const;
    for (const declaration of statement.declarationList.declarations) declareVariable(declaration, constant, table);
  } else if (ts.isImportDeclaration(statement)) {
    declareImport(statement, table);
  } else if (ts.isImportEqualsDeclaration(statement)) {
    const reference = statement.moduleReference;
    const specifier = ts.isExternalModuleReference(reference) && ts.isStringLiteralLike(reference.expression) ? reference.expression.text : null;
    table.set(statement.name.text, specifier === null ? { kind: 'other', node: statement } : { kind: 'import', specifier, imported: '*', node: statement });
  } else if (ts.isFunctionDeclaration(statement) && statement.name) {
    table.set(statement.name.text, { kind: 'function', node: statement });
  } else if (ts.isClassDeclaration(statement) && statement.name) {
    table.set(statement.name.text, { kind: 'class', node: statement });
  } else if (ts.isEnumDeclaration(statement)) {
    table.set(statement.name.text, { kind: 'enum', node: statement });
  } else if (ts.isModuleDeclaration(statement) && ts.isIdentifier(statement.name)) {
    table.set(statement.name.text, { kind: 'other', node: statement });
  }
}

function declareVariable(declaration: ts.VariableDeclaration, constant: boolean, table: Table): void {
  const specifier = requiredSpecifier(declaration.initializer);
  if (specifier !== null) {
    declarePattern(declaration.name, table, [], (path) => ({ kind: 'import', specifier, imported: path.length > 0 ? path.join('.') : '*', node: declaration }));
    return;
  }
  declarePattern(declaration.name, table, [], (path) => ({ kind: constant ? 'const' : 'let', node: declaration, path }));
}

/** The specifier of `require('x')` or `await import('x')`, not when a property follows (`require('x').y`). */
export function requiredSpecifier(node: ts.Expression | undefined): string | null {
  if (node === undefined) return null;
  const inner = ts.isAwaitExpression(node) ? node.expression : node;
  if (!ts.isCallExpression(inner)) return null;
  const isRequire = ts.isIdentifier(inner.expression) && inner.expression.text === 'require';
  const isImport = inner.expression.kind === ts.SyntaxKind.ImportKeyword && ts.isAwaitExpression(node);
  const argument = inner.arguments[0];
  return (isRequire || isImport) && argument !== undefined && ts.isStringLiteralLike(argument) ? argument.text : null;
}

function declareImport(statement: ts.ImportDeclaration, table: Table): void {
  if (!ts.isStringLiteral(statement.moduleSpecifier) || !statement.importClause) return;
  const specifier = statement.moduleSpecifier.text;
  const clause = statement.importClause;
  if (clause.name) table.set(clause.name.text, { kind: 'import', specifier, imported: 'default', node: clause });
  const bindings = clause.namedBindings;
  if (bindings === undefined) return;
  if (ts.isNamespaceImport(bindings)) {
    table.set(bindings.name.text, { kind: 'import', specifier, imported: '*', node: bindings });
    return;
  }
  for (const element of bindings.elements) {
    table.set(element.name.text, { kind: 'import', specifier, imported: (element.propertyName ?? element.name).text, node: element });
  }
}

/** Declares every name of a binding pattern; `path` holds the property names that lead to it. */
function declarePattern(name: ts.BindingName, table: Table, path: string[], make: (path: string[]) => Declared): void {
  if (ts.isIdentifier(name)) {
    table.set(name.text, make(path));
    return;
  }
  for (const element of name.elements) {
    if (ts.isOmittedExpression(element)) continue;
    const key = element.propertyName ?? element.name;
    const step = ts.isIdentifier(key) || ts.isStringLiteralLike(key) ? key.text : '?';
    declarePattern(element.name, table, [...path, step], make);
  }
}
