/** Methods of lists and dictionaries whose elements are known. */
import type { Arguments } from './callables.ts';
import { merge, ofTurn } from '../domain/combine.ts';
import type { Machine } from './machine.ts';
import { unquoted } from '../domain/selections.ts';
import { blank, elementsOf, list, literal, type Value } from '../domain/values.ts';

/** Lists keep so many elements apart; of more, only what they are together. */
const LONGEST = 12;

/** @returns null for methods that say nothing about the elements */
export function containerMethod(machine: Machine, object: Value, name: string, args: Arguments): Value | null {
  const [first] = args.positional;
  switch (name) {
    case 'append': case 'add': case 'insert': {
      const value = args.positional.at(-1);
      if (value !== undefined) push(machine, object, ofTurn(machine, value));
      return blank();
    }
    case 'extend': case 'update':
      if (first !== undefined) extend(machine, object, first);
      return blank();
    case 'items': return { ...list((object.items ?? []).map((each, at) => list([literal(`'${object.keys?.[at] ?? ''}'`), each]))), rest: object.rest === null ? null : list([blank(), object.rest]) };
    case 'values': case 'copy': return name === 'copy' ? { ...object } : { ...list(elementsOf(object)) };
    case 'keys': return list((object.keys ?? []).map((key) => (key === null ? blank() : literal(`'${key}'`))));
    case 'get': case 'pop': {
      const at = first?.literal === null || first === undefined || object.keys === null ? -1 : object.keys.indexOf(unquoted(first.literal));
      return at >= 0 ? object.items![at]! : elementsOf(object).at(-1) ?? blank();
    }
    case 'index': case 'count': case 'sort': case 'reverse': case 'clear': case 'remove': return blank();
    default: return null;
  }
}

function push(machine: Machine, object: Value, value: Value): void {
  const items = object.items ?? [];
  object.items = items;
  if (object.keys === null && machine.loops === 0 && items.length < LONGEST && object.rest === null) items.push(value);
  else if (object.keys === null && value.rows === null && value.items !== null && items.length < LONGEST) items.push(value);
  else object.rest = object.rest === null ? value : merge(machine, object.rest, value);
}

function extend(machine: Machine, object: Value, value: Value): void {
  if (object.keys !== null && value.keys !== null) {
    object.keys.push(...value.keys);
    object.items!.push(...(value.items ?? []));
    return;
  }
  for (const each of elementsOf(value).length > 0 ? elementsOf(value).slice(0, LONGEST) : [value]) push(machine, object, each);
}
