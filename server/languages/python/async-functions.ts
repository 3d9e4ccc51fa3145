/** Which function a call is of, where the file leaves no doubt, and whether calling it only makes a coroutine. */
import { definitionsOf, methodOfObject } from './definitions.ts';
import { functionOf } from './names.ts';
import type { Scopes } from './scopes.ts';
import { around, decorated, decoratorsOf, part, parts, some, unwrap, type Node, type Source } from './syntax.ts';

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

/** @param source a file @param scopes of its names */
export function asyncFunctions(source: Source, scopes: Scopes): AsyncFunctions {
  const hasAny = /\basync\s+def\b/.test(source.text);
  const coroutines = new Map<Node, boolean>();

  return {
    importedBy(call) {
      const callee = unwrap(functionOf(call));
      const declared = callee.type === 'identifier' ? scopes.lookup(source.textOf(callee), callee) : null;
      if (declared?.kind !== 'import' || declared.imported === '*') return null;
      return definitionsOf(source).assigned.has(source.textOf(callee)) ? null : { specifier: declared.specifier, imported: declared.imported };
    },
    ofTopLevel() {
      if (!hasAny) return [];
      const { functions } = definitionsOf(source);
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
    return isCoroutine(declared.node) && isCertain(text, definitionsOf(source).functions.get(text) ?? []);
  }

  /** Where the name also stands for a plain function or another value, nobody knows what is called. */
  function isCertain(name: string, all: readonly Node[]): boolean {
    return all.every(isCoroutine) && !definitionsOf(source).assigned.has(name);
  }

  /** `self.save()`, where the class itself, or a base class in this file, declares it. */
  function isOwnCoroutine(callee: Node, object: Node): boolean {
    const method = methodAround(object);
    let owner = method === null ? null : around(method, ({ type }) => type === 'class_definition');
    const name = source.textOf(part(callee, 'attribute')!);
    for (let steps = 0; owner !== null && steps < MOST_BASES; steps++) {
      if (!decoratorsOf(owner).every((each) => PLAIN_CLASS.test(source.textOf(each.type === 'call' ? functionOf(each) : each)))) return false;
      const found = definitionsOf(source).methodsOf(owner, name);
      if (scopes.fieldsOf(owner).has(name)) return false;
      if (found.length > 0) return found.every(isCoroutine) && !isOverriddenPlainly(owner, name);
      owner = baseOf(owner);
    }
    return false;
  }

  /** The method whose object the name is. */
  function methodAround(self: Node): Node | null {
    const method = methodOfObject(source, scopes, self);
    return method === null || decoratorsOf(method).some((each) => source.textOf(each) === 'staticmethod') ? null : method;
  }

  function baseOf(owner: Node): Node | null {
    const base = part(owner, 'superclasses')?.children[0];
    const declared = base?.type === 'identifier' ? scopes.lookup(source.textOf(base), base) : null;
    return declared?.kind === 'class' ? declared.node : null;
  }

  /** A class of this file that derives from it has a plain function of the name. */
  function isOverriddenPlainly(owner: Node, name: string): boolean {
    const own = source.textOf(part(owner, 'name') ?? owner);
    const { classes, methodsOf } = definitionsOf(source);
    return [...classes.values()].flat().some((each) => (part(each, 'superclasses')?.children ?? []).some((base) => source.textOf(base) === own)
      && !methodsOf(each, name).every(isCoroutine));
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
