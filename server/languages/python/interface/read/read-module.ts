/** The names of a module, with every branch that binds them. */
import { importedNames } from '../../scopes.ts';
import { part, type Node, type Source } from '../../syntax.ts';
import type { Binding, ModuleModel } from '../model.ts';
import { readAll } from './read-all.ts';
import { bindAssignment } from './bind-assignment.ts';
import { bindClass, bindFunction } from './bind-definition.ts';
import { put, type Scope } from './scope.ts';

/**
 * @param source of the module
 * @param name its dotted name
 */
export function readModule(source: Source, name: string): ModuleModel {
  const module: ModuleModel = {
    path: source.path, name, isPackage: /(^|\/)__init__\.pyi?$/.test(source.path), isStub: source.path.endsWith('.pyi'), source,
    names: new Map(), all: null, allIsOpen: false, stars: [], isLazy: false,
  };
  readStatements(source.root.children, { module, owner: null, names: module.names }, '');
  module.isLazy = module.names.has('__getattr__');
  module.names.delete('__getattr__');
  return module;
}

/** Reads the statements of a module or of a class's body. */
export function readStatements(statements: readonly Node[], scope: Scope, condition: string): void {
  for (const statement of statements) readStatement(statement, scope, condition);
}

function readStatement(node: Node, scope: Scope, condition: string): void {
  const { source } = scope.module;
  switch (node.type) {
    case 'function_definition': return bindFunction(node, scope, condition);
    case 'class_definition': return bindClass(node, scope, condition, (body, inside) => readStatements(body, inside, ''));
    case 'decorated_definition': { const inner = part(node, 'definition'); if (inner) readStatement(inner, scope, condition); return; }
    case 'assignment': case 'type_alias_statement':
      if (scope.owner === null && readAll(node, scope.module)) return;
      return bindAssignment(node, scope, condition);
    case 'augmented_assignment': case 'call':
      if (scope.owner === null) readAll(node, scope.module);
      return;
    case 'expression_statement':
      // A name alone in a stub or a dataclass, `x: int`, is an assignment too.
      return readStatements(node.children, scope, condition);
    case 'delete_statement': {
      const removed = node.children.flatMap((child) => (child.type === 'expression_list' ? child.children : [child]));
      if (condition === '') for (const each of removed) scope.names.delete(source.textOf(each));
      return;
    }
    case 'import_statement': case 'import_from_statement': case 'future_import_statement': return readImport(node, scope, condition);
    case 'if_statement': return readBranches(node, scope, condition);
    case 'try_statement': return readTry(node, scope, condition);
    case 'for_statement': case 'while_statement': {
      // What a loop counts with is no interface; what it defines is.
      const names = new Map(scope.names);
      readStatements(node.children.filter(({ type, field }) => type === 'block' || field === 'body'), { ...scope, names }, condition);
      for (const [name, bound] of names) if (!scope.names.has(name) && bound.some(({ kind }) => kind !== 'variable')) scope.names.set(name, bound);
      return;
    }
    case 'with_statement': case 'block': case 'match_statement': case 'case_clause': case 'else_clause':
      return readStatements(node.children.filter(({ type, field }) => type !== 'with_clause' && field !== 'left' && field !== 'right'), scope, condition);
    default:
  }
}

/** Both branches are read, so that a name of any supported version and platform is known. */
function readBranches(node: Node, scope: Scope, condition: string): void {
  const { source } = scope.module;
  let passed = '';
  for (const clause of node.children) {
    if (clause.field !== 'consequence' && clause.field !== 'alternative') continue;
    const test = clause.field === 'consequence' ? part(node, 'condition') : part(clause, 'condition');
    const text = test === null ? '' : source.textOf(test).replace(/\s+/g, '').replace(/^(\w+\.)+(TYPE_CHECKING)$/, '$2');
    const body = clause.field === 'consequence' ? clause : part(clause, 'consequence') ?? part(clause, 'body');
    const never = text === 'False' || text === '0';
    // What type checkers see is the interface; the other branch only counts for names that they do not see.
    const inside = text === 'TYPE_CHECKING' || text === 'True' ? condition : `${condition}${passed}[${text}]`;
    if (body && !never && !/^__name__==/.test(text)) readStatements(body.children, text === 'TYPE_CHECKING' ? { ...scope, isTypeOnly: true } : scope, inside);
    passed += text === 'TYPE_CHECKING' ? '[run time]' : `[not ${text}]`;
  }
}

function readTry(node: Node, scope: Scope, condition: string): void {
  for (const clause of node.children) {
    if (clause.field === 'body') readStatements(clause.children, scope, `${condition}[try]`);
    else if (clause.type === 'except_clause' || clause.type === 'except_group_clause')
      readStatements(clause.children.filter((child) => child.type === 'block').flatMap((child) => child.children), scope, `${condition}[except]`);
    else readStatements(clause.children, scope, clause.type === 'finally_clause' ? condition : `${condition}[try]`);
  }
}

function readImport(node: Node, scope: Scope, condition: string): void {
  const { module, owner, names, isTypeOnly = false } = scope;
  const { source } = module;
  if (node.children.some((child) => child.type === 'wildcard_import')) {
    const from = part(node, 'module_name');
    if (from && owner === null) module.stars.push(source.textOf(from).replace(/\s+/g, ''));
    return;
  }
  for (const each of importedNames(source, node)) {
    const name = source.textOf(each.node);
    const binding: Binding = {
      kind: 'import', name, node: each.node, condition, module, owner, isTypeOnly, specifier: each.specifier,
      imported: each.imported === '*' ? null : each.imported, isPassedOn: each.node.field === 'alias' && lastPart(each) === name,
    };
    put(names, binding);
  }
}

/** `import x as x` passes on; `import a.x as x` only shortens. */
function lastPart({ specifier, imported }: { specifier: string; imported: string | null }): string {
  return imported === null || imported === '*' ? specifier : imported;
}
