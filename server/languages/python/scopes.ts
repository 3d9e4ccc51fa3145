/** What a name refers to where it is used: Python's scopes, one table per scope, built on first use. */
import { boundNames, each, isComprehension, isFunction, part, parts, type Node, type Source } from './syntax.ts';

export interface Given {
  value: Node | null;
  /** The name stands for the whole value; false when it is one of several unpacked from it. */
  whole: boolean;
  /** `+=`. */
  appends: boolean;
  at: Node;
}

export type Declared =
  | { kind: 'import'; specifier: string; imported: string; node: Node }
  | { kind: 'parameter'; node: Node; owner: Node; type: Node | null; default: Node | null }
  | { kind: 'variable'; node: Node; scope: Node; type: Node | null; values: Given[] }
  | { kind: 'loop'; node: Node; iterable: Node | null }
  | { kind: 'with'; node: Node; value: Node }
  | { kind: 'catch'; node: Node }
  | { kind: 'function'; node: Node }
  | { kind: 'class'; node: Node }
  | { kind: 'other'; node: Node };

type Table = Map<string, Declared>;

export interface Scopes {
  /** @returns null for names that the file does not bind: builtins, and those from a star import */
  lookup(name: string, at: Node): Declared | null;
  /** Fields of a class, as far as seen: in its body, and `self.x = …` in its methods. */
  fieldsOf(owner: Node): ReadonlyMap<string, { value: Node | null; type: Node | null; node: Node }>;
}

export function createScopes(source: Source): Scopes {
  const tables = new Map<Node, Table>();
  const fields = new Map<Node, Map<string, { value: Node | null; type: Node | null; node: Node }>>();
  const answers = new Map<Node, Map<string, Declared | null>>();
  const tableOf = (scope: Node): Table => {
    let table = tables.get(scope);
    if (table === undefined) tables.set(scope, (table = declareIn(source, scope)));
    return table;
  };
  const search = (name: string, innermost: Node): Declared | null => {
    let throughFunction = false;
    for (let scope = innermost; ; scope = scope.parent) {
      if (isScope(scope)) {
        // A class's own names are not visible in its methods.
        if (scope.type !== 'class_definition' || !throughFunction) {
          const found = tableOf(scope).get(name);
          if (found !== undefined) return found;
        }
        if (isFunction(scope)) throughFunction = true;
      }
      if (scope.parent === scope) return null;
    }
  };
  return {
    lookup(name, at) {
      let scope = startOf(at);
      while (!isScope(scope)) scope = scope.parent;
      let known = answers.get(scope);
      if (known === undefined) answers.set(scope, (known = new Map<string, Declared | null>()));
      let answer = known.get(name);
      if (answer === undefined) known.set(name, (answer = search(name, scope)));
      return answer;
    },
    fieldsOf(owner) {
      let found = fields.get(owner);
      if (found === undefined) fields.set(owner, (found = readFields(source, owner)));
      return found;
    },
  };
}

/** Decorators, defaults and types are evaluated outside their function, bases outside their class. */
function startOf(at: Node): Node {
  for (let node = at; node.parent !== node; node = node.parent) {
    const { parent } = node;
    if (parent.type === 'default_parameter' || parent.type === 'typed_default_parameter') {
      if (node.field === 'value' && parent.parent.parent !== parent) return parent.parent.parent.parent;
    }
    if ((parent.type === 'class_definition' && node.field === 'superclasses') || (parent.type === 'function_definition' && node.field === 'return_type'))
      return parent.parent;
    if (node.type === 'block') return at;
  }
  return at;
}

/** The root node of any type: the parser calls it an error if the whole file is broken. */
function isScope(node: Node): boolean {
  return node.parent === node || node.type === 'class_definition' || isFunction(node) || isComprehension(node);
}

function declareIn(source: Source, scope: Node): Table {
  const table: Table = new Map();
  const elsewhere = new Set<string>();
  const text = (node: Node): string => source.textOf(node);
  const set = (name: Node, declared: Declared): void => {
    const key = text(name);
    if (elsewhere.has(key)) return;
    const known = table.get(key);
    // After `except ImportError: X = None` it is still an import.
    if (known?.kind === 'import' && declared.kind === 'variable') return;
    table.set(key, declared);
  };
  const give = (name: Node, given: Given, type: Node | null = null): void => {
    const key = text(name);
    const known = table.get(key);
    if (known?.kind === 'variable') {
      known.values.push(given);
      known.type ??= type;
    } else if (known?.kind === 'parameter') {
      // A parameter that is reassigned still counts as the caller's value.
    } else set(name, { kind: 'variable', node: name, scope, type, values: [given] });
  };
  const assign = (node: Node): void => {
    const left = part(node, 'left');
    const right = part(node, 'right');
    if (left === null) return;
    // `a = b = value` assigns to both.
    let value = right;
    while (value?.type === 'assignment') value = part(value, 'right');
    const whole = left.type === 'identifier';
    for (const name of boundNames(left)) give(name, { value: value ?? null, whole, appends: false, at: node }, part(node, 'type'));
  };
  const visit = (node: Node): void => {
    switch (node.type) {
      case 'assignment': assign(node); break;
      case 'augmented_assignment': {
        const left = part(node, 'left');
        if (left?.type === 'identifier') give(left, { value: part(node, 'right'), whole: true, appends: true, at: node });
        break;
      }
      case 'named_expression': {
        const name = part(node, 'name');
        if (name) give(name, { value: part(node, 'value'), whole: true, appends: false, at: node });
        break;
      }
      case 'for_statement': for (const name of boundNames(part(node, 'left') ?? node)) set(name, { kind: 'loop', node, iterable: part(node, 'right') }); break;
      case 'as_pattern': declareAlias(node); break;
      case 'function_definition': { const name = part(node, 'name'); if (name) set(name, { kind: 'function', node }); return; }
      case 'class_definition': { const name = part(node, 'name'); if (name) set(name, { kind: 'class', node }); return; }
      case 'lambda': return;
      case 'list_comprehension': case 'set_comprehension': case 'dictionary_comprehension': case 'generator_expression': return;
      case 'import_statement': case 'import_from_statement': case 'future_import_statement':
        for (const each of importedNames(source, node)) set(each.node, { kind: 'import', specifier: each.specifier, imported: each.imported, node: each.node });
        return;
      case 'global_statement': case 'nonlocal_statement': for (const child of node.children) { elsewhere.add(text(child)); table.delete(text(child)); } return;
      case 'delete_statement': return;
      case 'case_pattern': for (const child of node.children)
        if (child.type === 'dotted_name' && child.children.length === 1) set(child.children[0]!, { kind: 'other', node: child }); break;
      default: break;
    }
    for (const child of node.children) visit(child);
  };
  const declareAlias = (node: Node): void => {
    const [value] = node.children;
    const target = part(node, 'alias');
    if (value === undefined || target === null) return;
    const caught = node.parent.type === 'except_clause';
    for (const name of boundNames(target))
      set(name, caught ? { kind: 'catch', node } : node.parent.type === 'with_item' ? { kind: 'with', node, value } : { kind: 'other', node });
  };
  if (isFunction(scope)) {
    for (const { name, node, type, value } of parametersOf(scope)) set(name, { kind: 'parameter', node, owner: scope, type, default: value });
    const body = part(scope, 'body');
    if (scope.type === 'function_definition' && body) for (const child of body.children) visit(child);
  } else if (isComprehension(scope)) {
    for (const clause of scope.children) if (clause.type === 'for_in_clause')
      for (const name of boundNames(part(clause, 'left') ?? clause)) set(name, { kind: 'loop', node: clause, iterable: part(clause, 'right') });
  } else for (const child of scope.type === 'class_definition' ? part(scope, 'body')?.children ?? [] : scope.children) visit(child);
  return table;
}

export interface ParameterNode {
  name: Node;
  node: Node;
  type: Node | null;
  value: Node | null;
  rest: boolean;
  /** After a `*`: keyword-only. */
  named: boolean;
}

/** Parameters of a function or lambda, without the separators `/` and `*`. */
export function parametersOf(fn: Node): ParameterNode[] {
  const list = part(fn, 'parameters');
  let named = false;
  return (list?.children ?? []).flatMap((node): ParameterNode[] => {
    const declaration = node.type === 'typed_parameter' ? node.children[0]! : part(node, 'name') ?? node;
    const rest = declaration.type === 'list_splat_pattern' || declaration.type === 'dictionary_splat_pattern';
    const name = rest ? declaration.children[0] : declaration;
    const behind = named;
    if (declaration.type === 'list_splat_pattern' || node.type === 'keyword_separator') named = true;
    if (name?.type !== 'identifier') return [];
    return [{ name, node, type: part(node, 'type'), value: part(node, 'value'), rest, named: behind && !rest }];
  });
}

export interface BoundImport {
  /** Module as written; for `import a.b` without an alias the first part, which is what is bound. */
  specifier: string;
  imported: string;
  node: Node;
}

/** Names bound by an import statement, and what they refer to. */
export function importedNames(source: Source, node: Node): BoundImport[] {
  const text = (each: Node): string => source.textOf(each).replace(/\s+/g, '');
  if (node.type === 'import_statement') {
    return parts(node, 'name').map((each) => {
      const alias = part(each, 'alias');
      if (alias) return { specifier: text(part(each, 'name')!), imported: '*', node: alias };
      return { specifier: text(each.children[0] ?? each), imported: '*', node: each.children[0] ?? each };
    });
  }
  const specifier = node.type === 'future_import_statement' ? '__future__' : text(part(node, 'module_name') ?? node);
  return parts(node, 'name').map((each) => {
    const alias = part(each, 'alias');
    const name = alias ? part(each, 'name')! : each;
    return { specifier, imported: text(name), node: alias ?? name.children[0] ?? name };
  });
}

function readFields(source: Source, owner: Node): Map<string, { value: Node | null; type: Node | null; node: Node }> {
  const found = new Map<string, { value: Node | null; type: Node | null; node: Node }>();
  const note = (name: string, node: Node, assignment: Node): void => {
    const known = found.get(name);
    const value = part(assignment, 'right');
    // The first informative value: not `self.x = None`.
    if (known === undefined || (known.value?.type === 'none' && value !== null && known.type === null))
      found.set(name, { value, type: part(assignment, 'type'), node });
  };
  for (const statement of part(owner, 'body')?.children ?? []) {
    const assignment = statement.children[0];
    const left = assignment?.type === 'assignment' ? part(assignment, 'left') : null;
    if (left?.type === 'identifier') note(source.textOf(left), left, assignment!);
    const method = statement.type === 'decorated_definition' ? part(statement, 'definition') : statement;
    if (method?.type !== 'function_definition') continue;
    const self = parametersOf(method)[0]?.name;
    if (self === undefined) continue;
    each(method, (node) => {
      const target = node.type === 'assignment' ? part(node, 'left') : null;
      if (target?.type !== 'attribute' || source.textOf(part(target, 'object')!) !== source.textOf(self)) return;
      const name = part(target, 'attribute')!;
      note(source.textOf(name), name, node);
    });
  }
  return found;
}

/** From the last plain value on: earlier values are overwritten, unless the assignment is in a branch. */
export function lastOf(values: readonly Given[]): Given[] {
  for (let at = values.length - 1; at > 0; at--) {
    const given = values[at]!;
    if (!given.appends && given.at.parent.parent === values[0]!.at.parent.parent) return values.slice(at);
  }
  return values.slice(0, 12);
}
