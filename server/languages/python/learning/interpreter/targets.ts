/** Assignments: names, patterns, attributes, subscripts. */
import { absorb } from '../domain/combine.ts';
import { byLabel, selectorsOf } from './subscripts.ts';
import type { Light } from '../syntax/light-tree.ts';
import type { Machine } from './machine.ts';
import type { Scope } from '../domain/scope.ts';
import { columnsOf, unquoted } from '../domain/selections.ts';
import { blank, either, elementsOf, table, traceOf, type Value } from '../domain/values.ts';

export function assign(machine: Machine, target: Light, value: Value, scope: Scope): void {
  switch (target.type) {
    case 'identifier': scope.set(target.token, value); break;
    case 'pattern_list': case 'tuple_pattern': case 'list_pattern': case 'tuple': case 'list': unpack(machine, target.children, value, scope); break;
    case 'list_splat_pattern': case 'list_splat': case 'parenthesized_expression': case 'as_pattern_target':
      if (target.children[0] !== undefined) assign(machine, target.children[0], value, scope);
      break;
    case 'attribute': intoAttribute(machine.evaluate(target.fields['object'], scope), target.fields['attribute']?.token ?? '', value); break;
    case 'subscript': intoSubscript(machine, target, value, scope); break;
    default: break;
  }
}

/** What a part is for, by the name that it is given. */
function purposeOf(name: string): string {
  return /te?st/i.test(name) ? '1' : /val|dev/i.test(name) ? '2' : /tr(ai)?n/i.test(name) ? '0' : '';
}

/** `X_train, X_test = prepare(df)` of a function that is not in the file: only the names tell that it splits. */
function byPurpose(machine: Machine, targets: readonly Light[], value: Value): Value[] | null {
  if (value.items !== null || value.rest !== null || value.index || value.single || value.answers !== null) return null;
  const purposes = targets.map((each) => (each.type === 'identifier' ? purposeOf(each.token) : ''));
  if (!purposes.includes('0') || !(purposes.includes('1') || purposes.includes('2'))) return null;
  const split = machine.split({ ...targets[0]!, span: [targets[0]!.span[0], targets[0]!.span[1], targets.at(-1)!.span[2], targets.at(-1)!.span[3]], end: targets.at(-1)!.end }, new Set(purposes).size);
  const whole = value.rows ?? machine.rows.source();
  machine.events.partings.push({ rows: whole, split });
  const key = `named ${targets[0]!.start} ${machine.id()}`;
  return purposes.map((side) => (side === '' ? blank() : table(machine.rows.part(whole, key, side, split), value.learned)));
}

function unpack(machine: Machine, targets: readonly Light[], value: Value, scope: Scope): void {
  const parts = byPurpose(machine, targets, value) ?? value.items;
  const splat = targets.findIndex((each) => each.type === 'list_splat_pattern');
  targets.forEach((target, index) => {
    let part: Value;
    if (parts !== null && parts.length > 0) {
      const at = splat >= 0 && index > splat ? parts.length - (targets.length - index) : index;
      part = parts[at] ?? value.rest ?? blank();
    } else if (value.rest !== null) part = value.rest;
    else part = { ...table(value.rows, value.learned), ...traceOf([value]), single: value.single, index: value.index };
    assign(machine, target, part, scope);
  });
}

export function intoAttribute(object: Value, name: string, value: Value): void {
  if (object.instanceOf === null && object.rows !== null && object.model === null) {
    if (name !== 'columns' && name !== 'index') absorb(object, value, [name]);
    return;
  }
  if (object.lib !== null) return;
  object.attributes ??= new Map();
  object.attributes.set(name, value);
}

function intoSubscript(machine: Machine, target: Light, value: Value, scope: Scope): void {
  const base = machine.evaluate(target.fields['value'], scope);
  const selectors = selectorsOf(machine, target, scope);
  const [first] = selectors;
  if (base.items !== null && !byLabel(target)) {
    const key = first !== undefined && 'value' in first ? first.value.literal : null;
    put(base, key, value);
    return;
  }
  if (base.attributes !== null || base.model !== null || base.instanceOf !== null) {
    if (first !== undefined && 'value' in first && first.value.literal !== null) (base.attributes ??= new Map()).set(`[${unquoted(first.value.literal)}]`, value);
    return;
  }
  absorb(base, value, columnsOf(selectors, byLabel(target)));
}

/** Into a list or dictionary, by a known key or somewhere. */
function put(container: Value, key: string | null, value: Value): void {
  const items = container.items!;
  if (key !== null && /^-?\d+$/.test(key) && container.keys === null) {
    const at = Number(key) < 0 ? items.length + Number(key) : Number(key);
    if (at >= 0 && at < items.length) {
      items[at] = value;
      return;
    }
  } else if (key !== null && (container.keys !== null || items.length === 0)) {
    container.keys ??= [];
    const at = container.keys.indexOf(unquoted(key));
    if (at >= 0) items[at] = value;
    else {
      container.keys.push(unquoted(key));
      items.push(value);
    }
    return;
  }
  container.rest = elementsOf(container).length === 0 || container.rest === null ? value : either(container.rest, value);
}
