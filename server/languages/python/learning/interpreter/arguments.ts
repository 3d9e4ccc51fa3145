/** Arguments of a call: evaluated once, in their order. */
import { containerOf, type Value, type Scope } from '../domain/value.ts';
import { SIZES } from '../knowledge/arguments.ts';
import type { Light } from '../syntax/light-tree.ts';
import type { Machine } from './machine.ts';

export interface Arguments {
  positional: Value[];
  named: Map<string, Value>;
  /** Positional arguments as written. */
  nodes: Light[];
  /** All values but sizes, for operations that take them together. */
  all: Value[];
}

/** @param positional values @returns a call with only these, for functions that are passed to others */
export function handed(positional: Value[], all: Value[] = []): Arguments {
  return { positional, named: new Map(), nodes: [], all };
}

export function argumentsOf(machine: Machine, node: Light, scope: Scope): Arguments {
  const positional: Value[] = [];
  const nodes: Light[] = [];
  const named = new Map<string, Value>();
  const given = node.fields['arguments'];
  // `f(x for x in y)` has the generator in place of the argument list.
  for (const each of given === undefined ? [] : given.type === 'argument_list' ? given.children : [given]) {
    if (each.type === 'keyword_argument') {
      named.set(each.fields['name']?.token ?? '', machine.evaluate(each.fields['value'], scope));
      continue;
    }
    const value = machine.evaluate(each, scope);
    const container = containerOf(value);
    if (each.type === 'list_splat' && container !== null) {
      positional.push(...container.items);
      nodes.push(...container.items.map(() => each));
    } else if (each.type === 'dictionary_splat' && container !== null) {
      container.keys?.forEach((key, at) => (key === null ? null : named.set(key, container.items[at]!)));
    } else {
      positional.push(value);
      nodes.push(each);
    }
  }
  return { positional, named, nodes, all: [...positional, ...[...named].filter(([name]) => !SIZES.test(name)).map(([, value]) => value)] };
}

/** @param names of keyword arguments @returns the first of them that is given */
export function firstNamed(args: Arguments, names: readonly string[]): Value | undefined {
  return names.map((name) => args.named.get(name)).find((value) => value !== undefined);
}

/** @param names of keyword arguments @returns those that are given, in the order of the names */
export function allNamed(args: Arguments, names: readonly string[]): Value[] {
  return names.flatMap((name) => args.named.get(name) ?? []);
}
