/** Which function a call is of, where the file leaves no doubt, and whether calling it only makes a coroutine. */
import { functionOf } from './names.ts';
import { parametersOf, type Scopes } from './scopes.ts';
import { around, boundNames, decorated, decoratorsOf, each, part, parts, some, unwrap, type Node, type Source } from './syntax.ts';

export interface AsyncFunctions {
  /** @returns whether the call is certain to give a coroutine, and does nothing else */
  makesCoroutine(call: Node): boolean;
  /** @returns the import by which another module gives the function that is called, or null */
  importedBy(call: Node): { specifier: string; imported: string } | null;
  /** @returns names of the functions of the top level of which every call gives a coroutine */
  ofTopLevel(): string[];
}

/** Leave what is called as it is. */
const HARMLESS = /^((\w+\.)*(staticmethod|classmethod|abstractmethod|override|final|no_type_check)|typing\.\w+)$/;
/** Leave the methods of the class as they are. */
const PLAIN_CLASS = /^(\w+\.)*(dataclass|define|attrs|frozen|final|runtime_checkable|total_ordering)$/;
/** Bases of a class that are followed. */
const MOST_BASES = 5;

interface Definitions {
  /** Of functions outside of classes, by name. */
  functions: Map<string, Node[]>;
  classes: Node[];
  /** Names that are given a value somewhere. */
  assigned: Set<string>;
}

/** @param source a file @param scopes of its names */
export function asyncFunctions(source: Source, scopes: Scopes): AsyncFunctions {
  const hasAny = /\basync\s+def\b/.test(source.text);
  let definitions: Definitions | null = null;
  const coroutines = new Map<Node, boolean>();
  const methods = new Map<Node, Map<string, Node[]>>();

  const definitionsOf = (): Definitions => (definitions ??= read());

  return {
    importedBy(call) {
      const callee = unwrap(functionOf(call));
      const declared = callee.type === 'identifier' ? scopes.lookup(source.textOf(callee), callee) : null;
      if (declared?.kind !== 'import' || declared.imported === '*') return null;
      return definitionsOf().assigned.has(source.textOf(callee)) ? null : { specifier: declared.specifier, imported: declared.imported };
    },
    ofTopLevel() {
      if (!hasAny) return [];
      const { functions } = definitionsOf();
      const isTop = (fn: Node): boolean => decorated(fn).parent === source.root;
      return [...functions].flatMap(([name, all]) => (all.some(isTop) && isCertain(name, all) ? name : []));
    },
    makesCoroutine(call) {
      if (!hasAny) return false;
      const callee = unwrap(functionOf(call));
      if (callee.type === 'identifier') return isNamedCoroutine(callee);
      const object = callee.type === 'attribute' ? part(callee, 'object') : null;
      return object?.type === 'identifier' && isOwnCoroutine(callee, object);
    },
  };

  function isNamedCoroutine(name: Node): boolean {
    const text = source.textOf(name);
    const declared = scopes.lookup(text, name);
    if (declared?.kind !== 'function' || part(declared.node, 'name') === null) return false;
    return isCoroutine(declared.node) && isCertain(text, definitionsOf().functions.get(text) ?? []);
  }

  /** Where the name also stands for a plain function or another value, nobody knows what is called. */
  function isCertain(name: string, all: readonly Node[]): boolean {
    return all.every(isCoroutine) && !definitionsOf().assigned.has(name);
  }

  /** `self.save()`, where the class itself, or a base class in this file, declares it. */
  function isOwnCoroutine(callee: Node, object: Node): boolean {
    const method = methodAround(object);
    let owner = method === null ? null : around(method, ({ type }) => type === 'class_definition');
    const name = source.textOf(part(callee, 'attribute')!);
    for (let steps = 0; owner !== null && steps < MOST_BASES; steps++) {
      if (!decoratorsOf(owner).every((each) => PLAIN_CLASS.test(source.textOf(each.type === 'call' ? functionOf(each) : each)))) return false;
      const found = methodsOf(owner).get(name);
      if (scopes.fieldsOf(owner).has(name)) return false;
      if (found !== undefined) return found.every(isCoroutine) && !isOverriddenPlainly(owner, name);
      owner = baseOf(owner);
    }
    return false;
  }

  /** The method whose first parameter the name is, which is no other name of an inner function. */
  function methodAround(self: Node): Node | null {
    const declared = scopes.lookup(source.textOf(self), self);
    if (declared?.kind !== 'parameter' || declared.owner.type !== 'function_definition') return null;
    const method = declared.owner;
    const holder = decorated(method).parent.parent;
    if (holder.type !== 'class_definition' || parametersOf(method)[0]?.node !== declared.node) return null;
    return decoratorsOf(method).some((each) => source.textOf(each) === 'staticmethod') ? null : method;
  }

  function baseOf(owner: Node): Node | null {
    const base = part(owner, 'superclasses')?.children[0];
    const declared = base?.type === 'identifier' ? scopes.lookup(source.textOf(base), base) : null;
    return declared?.kind === 'class' ? declared.node : null;
  }

  function methodsOf(owner: Node): Map<string, Node[]> {
    let table = methods.get(owner);
    if (table !== undefined) return table;
    methods.set(owner, (table = new Map<string, Node[]>()));
    const found = table;
    const visit = (node: Node): void => {
      if (node.type === 'class_definition') return;
      if (node.type === 'function_definition') return note(found, node);
      node.children.forEach(visit);
    };
    part(owner, 'body')?.children.forEach(visit);
    return found;
  }

  function note(table: Map<string, Node[]>, fn: Node): void {
    const name = source.textOf(part(fn, 'name') ?? fn);
    const known = table.get(name);
    if (known === undefined) table.set(name, [fn]);
    else known.push(fn);
  }

  /** A class of this file that derives from it has a plain function of the name. */
  function isOverriddenPlainly(owner: Node, name: string): boolean {
    const own = source.textOf(part(owner, 'name') ?? owner);
    return definitionsOf().classes.some((each) => (part(each, 'superclasses')?.children ?? []).some((base) => source.textOf(base) === own)
      && !(methodsOf(each).get(name) ?? []).every(isCoroutine));
  }

  function read(): Definitions {
    const found: Definitions = { functions: new Map(), classes: [], assigned: new Set() };
    each(source.root, (node) => {
      if (node.type === 'assignment') for (const name of boundNames(part(node, 'left') ?? node)) found.assigned.add(source.textOf(name));
      if (node.type === 'class_definition') found.classes.push(node);
      if (node.type === 'function_definition' && decorated(node).parent.parent.type !== 'class_definition') note(found.functions, node);
    });
    return found;
  }

  /** `async def` without `yield` and without a decorator that may change what a call does. */
  function isCoroutine(fn: Node): boolean {
    let known = coroutines.get(fn);
    if (known === undefined) {
      known = fn.tokens.includes('async') && decoratorsOf(fn).every((each) => HARMLESS.test(source.textOf(each)))
        && !parts(fn, 'body').some((body) => some(body, ({ type }) => type === 'yield', ({ type }) => type !== 'function_definition' && type !== 'lambda'));
      coroutines.set(fn, known);
    }
    return known;
  }
}
