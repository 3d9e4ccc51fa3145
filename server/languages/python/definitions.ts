/** The functions and classes that a file defines, by name, and which method a name belongs to as its object. */
import { parametersOf, type Scopes } from './scopes.ts';
import { boundNames, decorated, each, part, type Node, type Source } from './syntax.ts';

export interface Definitions {
  /** Of functions outside of classes, by name. */
  functions: ReadonlyMap<string, readonly Node[]>;
  classes: ReadonlyMap<string, readonly Node[]>;
  /** Names that are given a value somewhere. */
  assigned: ReadonlySet<string>;
  /** Names that a function declares as those of the module. */
  globals: ReadonlySet<string>;
  /** What classes derive from, as written. */
  bases: ReadonlySet<string>;
  /** @returns the methods of a class of this name; more than one where it is defined in branches */
  methodsOf(owner: Node, name: string): readonly Node[];
}

const none: readonly Node[] = [];
/** A file is read once for all who ask. */
const read = new WeakMap<Source, Definitions>();

/** @param source a file @returns what it defines */
export function definitionsOf(source: Source): Definitions {
  let known = read.get(source);
  if (known === undefined) read.set(source, (known = readDefinitions(source)));
  return known;
}

function readDefinitions(source: Source): Definitions {
  const functions = new Map<string, Node[]>();
  const classes = new Map<string, Node[]>();
  const assigned = new Set<string>();
  const globals = new Set<string>();
  const bases = new Set<string>();
  const methods = new Map<Node, Map<string, Node[]>>();
  each(source.root, (node) => {
    if (node.type === 'assignment') for (const name of boundNames(part(node, 'left') ?? node)) assigned.add(source.textOf(name));
    if (node.type === 'global_statement') for (const name of node.children) globals.add(source.textOf(name));
    if (node.type === 'class_definition') {
      note(classes, node);
      for (const base of part(node, 'superclasses')?.children ?? none) bases.add(source.textOf(base));
    }
    if (node.type === 'function_definition' && decorated(node).parent.parent.type !== 'class_definition') note(functions, node);
  });
  return {
    functions, classes, assigned, globals, bases,
    methodsOf(owner, name) {
      let table = methods.get(owner);
      if (table === undefined) methods.set(owner, (table = readMethods(owner)));
      return table.get(name) ?? none;
    },
  };

  function readMethods(owner: Node): Map<string, Node[]> {
    const table = new Map<string, Node[]>();
    const visit = (node: Node): void => {
      if (node.type === 'class_definition') return;
      if (node.type === 'function_definition') return note(table, node);
      node.children.forEach(visit);
    };
    part(owner, 'body')?.children.forEach(visit);
    return table;
  }

  function note(table: Map<string, Node[]>, definition: Node): void {
    const name = source.textOf(part(definition, 'name') ?? definition);
    const all = table.get(name);
    if (all === undefined) table.set(name, [definition]);
    else all.push(definition);
  }
}

/** @param object a name @returns the method of a class whose first parameter it is, which is no other name of an inner function; else null */
export function methodOfObject(source: Source, scopes: Scopes, object: Node): Node | null {
  const declared = object.type === 'identifier' ? scopes.lookup(source.textOf(object), object) : null;
  if (declared?.kind !== 'parameter' || declared.owner.type !== 'function_definition') return null;
  const method = declared.owner;
  return decorated(method).parent.parent.type === 'class_definition' && parametersOf(method)[0]?.node === declared.node ? method : null;
}
