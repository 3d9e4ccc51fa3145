/** What habits are read from: all calls of a file, with the names behind imports, and its functions. */
import { importedNames, type Light } from '../../syntax/light-tree.ts';

export interface Call {
  node: Light;
  /** Qualified where an import says how: `numpy.random.rand`; otherwise as written. */
  name: string;
  /** Last part of the name. */
  last: string;
  positional: Light[];
  named: ReadonlyMap<string, Light>;
  /** `**settings` is passed, whose contents are unknown. */
  open: boolean;
  /** Loops around it, innermost last. */
  loops: readonly Light[];
}

export interface Habits {
  text: string;
  calls: Call[];
  /** Qualified names that are imported. */
  imported: string[];
  functions: Light[];
  /** The file asserts or raises something. */
  asserts: boolean;
}

const LOOP = /^(for_statement|while_statement|generator_expression)$|comprehension$/;

/** @param tree of the file @param text of it */
export function habitsOf(tree: Light, text: string): Habits {
  const names = new Map<string, string>();
  const habits: Habits = { text, calls: [], imported: [], functions: [], asserts: false };
  const visit = (node: Light, loops: readonly Light[]): void => {
    if (node.type === 'import_statement' || node.type === 'import_from_statement') importedNames(node).forEach(([name, of]) => names.set(name, of));
    else if (node.type === 'function_definition') habits.functions.push(node);
    else if (node.type === 'assert_statement' || node.type === 'raise_statement') habits.asserts = true;
    else if (node.type === 'call') habits.calls.push(callOf(node, names, text, loops));
    const inside = LOOP.test(node.type) ? [...loops, node] : loops;
    for (const child of node.children) visit(child, inside);
  };
  visit(tree, []);
  habits.imported = [...names.values()];
  return habits;
}

function callOf(node: Light, names: ReadonlyMap<string, string>, text: string, loops: readonly Light[]): Call {
  const callee = node.fields['function'];
  const written = callee === undefined ? '' : text.slice(callee.start, callee.end).replace(/\s+/g, '');
  const root = /^\w+/.exec(written)?.[0] ?? '';
  const name = `${names.get(root) ?? root}${written.slice(root.length)}`;
  const positional: Light[] = [];
  const named = new Map<string, Light>();
  let open = false;
  for (const each of node.fields['arguments']?.children ?? []) {
    if (each.type === 'keyword_argument') named.set(each.fields['name']?.token ?? '', each.fields['value'] ?? each);
    else if (each.type === 'dictionary_splat') open = true;
    else positional.push(each);
  }
  return { node, name, last: name.slice(name.lastIndexOf('.') + 1), positional, named, open, loops };
}

export function isNumber({ type, children: [operand] }: Light): boolean {
  return type === 'integer' || type === 'float' || (type === 'unary_operator' && operand !== undefined && isNumber(operand));
}
