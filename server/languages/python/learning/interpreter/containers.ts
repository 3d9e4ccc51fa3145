/** Methods of lists and dictionaries whose elements are known. */
import { merge } from '../domain/combine.ts';
import { elementsOf } from '../domain/flow.ts';
import type { Container } from '../domain/kinds.ts';
import { become, blank, containerOf, list, literal, rowsOf, textOf, type Value } from '../domain/value.ts';
import { unquoted } from '../syntax/light-tree.ts';
import type { Arguments } from './arguments.ts';
import { ofTurn } from './iteration.ts';
import type { Machine } from './machine.ts';

/** How many elements of a list are kept apart; more are kept as one value. */
const LONGEST = 12;

/** @returns null for methods that do not concern the elements */
export function containerMethod(machine: Machine, object: Value, container: Container, name: string, args: Arguments): Value | null {
  const [first] = args.positional;
  const { items, keys, rest } = container;
  switch (name) {
    case 'append': case 'add': case 'insert': {
      const value = args.positional.at(-1);
      if (value !== undefined) push(machine, object, ofTurn(machine, value));
      return blank();
    }
    case 'extend': case 'update':
      if (first !== undefined) extend(machine, object, container, first);
      return blank();
    case 'items': return list(items.map((each, at) => list([literal(`'${keys?.[at] ?? ''}'`), each])), null, rest === null ? null : list([blank(), rest]));
    case 'copy': return { ...object };
    case 'values': return list(elementsOf(object));
    case 'keys': return list((keys ?? []).map((key) => (key === null ? blank() : literal(`'${key}'`))));
    case 'get': case 'pop': {
      const key = textOf(first);
      const at = key === null || keys === null ? -1 : keys.indexOf(unquoted(key));
      return items[at] ?? elementsOf(object).at(-1) ?? blank();
    }
    case 'index': case 'count': case 'sort': case 'reverse': case 'clear': case 'remove': return blank();
    default: return null;
  }
}

function push(machine: Machine, object: Value, value: Value): void {
  const container = containerOf(object)!;
  const { items, keys, rest } = container;
  const apart = machine.loops.length === 0 && rest === null;
  const holdsParts = rowsOf(value) === null && containerOf(value) !== null;
  if (keys === null && items.length < LONGEST && (apart || holdsParts)) items.push(value);
  else become(object, { ...container, rest: rest === null ? value : merge(machine, rest, value) });
}

function extend(machine: Machine, object: Value, container: Container, value: Value): void {
  const other = containerOf(value);
  if (container.keys !== null && other !== null && other.keys !== null) {
    container.keys.push(...other.keys);
    container.items.push(...other.items);
    return;
  }
  const elements = elementsOf(value);
  for (const each of elements.length > 0 ? elements.slice(0, LONGEST) : [value]) push(machine, object, each);
}
