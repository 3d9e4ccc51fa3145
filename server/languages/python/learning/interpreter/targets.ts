/** Assignments: names, patterns, attributes, subscripts. */
import { absorb } from '../domain/combine.ts';
import { either } from '../domain/either.ts';
import { elementsOf, traceOf } from '../domain/flow.ts';
import type { Container } from '../domain/kinds.ts';
import { as, become, blank, containerOf, instanceOf, libraryOf, modelOf, rowsOf, table, textOf, type Value, type Scope } from '../domain/value.ts';
import { heldAs } from '../knowledge/part-names.ts';
import { purposeOf } from '../knowledge/patterns.ts';
import { unquoted, type Light } from '../syntax/light-tree.ts';
import { noteMark } from './joining.ts';
import type { Machine } from './machine.ts';
import { byLabel, columnsOf, selectorsOf, valueIn } from './subscripts.ts';
import { usedTo } from './uses.ts';

export function assign(machine: Machine, target: Light, value: Value, scope: Scope): void {
  switch (target.type) {
    case 'identifier':
      noteName(machine, target.token, value);
      scope.set(target.token, value);
      break;
    case 'pattern_list': case 'tuple_pattern': case 'list_pattern': case 'tuple': case 'list': unpack(machine, target.children, value, scope); break;
    case 'list_splat_pattern': case 'list_splat': case 'parenthesized_expression': case 'as_pattern_target':
      if (target.children[0] !== undefined) assign(machine, target.children[0], value, scope);
      break;
    case 'attribute':
      noteName(machine, target.fields['attribute']?.token ?? '', value);
      intoAttribute(machine, machine.evaluate(target.fields['object'], scope), target.fields['attribute']?.token ?? '', value);
      break;
    case 'subscript': intoSubscript(machine, target, value, scope); break;
    default: break;
  }
}

/** `X_val = …`: the author says what the rows are for, wherever they came from. Answers, conditions and positions are not rows of their own. */
function noteName(machine: Machine, name: string, value: Value): void {
  const [part, known] = [heldAs(name), as(value, 'table')];
  if (part !== null && known !== null && value.answers === null && known.mask === null && !known.index) machine.callPart(known.rows, part);
}

/** `X_train, X_test = prepare(df)` of a function that is not in the file: only the names tell that it splits. */
function byPurpose(machine: Machine, targets: readonly Light[], value: Value): Value[] | null {
  const known = as(value, 'table');
  if (containerOf(value) !== null || known?.index === true || known?.single === true || value.answers !== null) return null;
  const purposes = targets.map((each) => (each.type === 'identifier' ? purposeOf(each.token) : ''));
  if (!purposes.includes('0') || !(purposes.includes('1') || purposes.includes('2'))) return null;
  const [first, last] = [targets[0]!, targets.at(-1)!];
  const split = machine.split({ ...first, span: [first.span[0], first.span[1], last.span[2], last.span[3]], end: last.end }, new Set(purposes).size);
  const whole = known?.rows ?? machine.rows.source();
  machine.events.partings.push({ rows: whole, split });
  const key = `named ${first.start} ${machine.id()}`;
  return purposes.map((side) => (side === '' ? blank() : table(machine.rows.part(whole, key, side, split), value.learned)));
}

function unpack(machine: Machine, targets: readonly Light[], value: Value, scope: Scope): void {
  const container = containerOf(value);
  nameParts(targets, container);
  const parts = byPurpose(machine, targets, value) ?? container?.items ?? [];
  const splat = targets.findIndex((each) => each.type === 'list_splat_pattern');
  targets.forEach((target, index) => {
    let part: Value | undefined;
    if (parts.length > 0) part = parts[splat >= 0 && index > splat ? parts.length - (targets.length - index) : index] ?? container?.rest ?? blank();
    assign(machine, target, part ?? container?.rest ?? sharedOut(value), scope);
  });
}

/** `train, test = np.split(rows, [n])`: the names say what the parts are for. */
function nameParts(targets: readonly Light[], container: Container | null): void {
  const purposes = targets.map((each) => (each.type === 'identifier' ? purposeOf(each.token) : ''));
  if (container === null || !purposes.includes('0') || purposes.every((each) => each === '0' || each === '')) return;
  for (const each of container.items) {
    const rows = rowsOf(each);
    if (rows?.kind === 'part' && rows.split?.plain === true) rows.split.plain = false;
  }
}

/** Each name gets the rows of what is unpacked. */
function sharedOut(value: Value): Value {
  const known = as(value, 'table');
  return { ...table(known?.rows ?? null, value.learned, { single: known?.single ?? false, index: known?.index ?? false }), ...traceOf([value]) };
}

function intoAttribute({ libraries }: Machine, object: Value, name: string, value: Value): void {
  if (instanceOf(object) === null && rowsOf(object) !== null && modelOf(object) === null) {
    if (name !== 'columns' && !libraries.is(name, 'labels')) absorb(object, value, [name]);
  } else if (libraryOf(object) === null) (object.attributes ??= new Map()).set(name, value);
}

function intoSubscript(machine: Machine, target: Light, value: Value, scope: Scope): void {
  const base = machine.evaluate(target.fields['value'], scope);
  const selectors = selectorsOf(machine, target, scope);
  const label = byLabel(machine, target);
  const key = textOf(valueIn(selectors[0]));
  const container = containerOf(base);
  if (container !== null && !label) put(base, container, key, value);
  else if (base.attributes !== null || modelOf(base) !== null || instanceOf(base) !== null) {
    if (key !== null) (base.attributes ??= new Map()).set(`[${unquoted(key)}]`, value);
  } else {
    const [first] = selectors;
    const columns = columnsOf(selectors, label);
    // `df.loc[df.age.isna(), 'age'] = mean` fills some places with one number.
    const somewhere = selectors.some((each) => as(valueIn(each) ?? blank(), 'table')?.mask != null);
    if (!label || (first !== undefined && 'slice' in first && first.slice === ':')) noteMark(machine, base, columns, value);
    absorb(base, somewhere && rowsOf(value) === null ? usedTo(machine, 'fills', value) : value, columns);
  }
}

/** Into a list or dictionary, by a known key or somewhere. */
function put(target: Value, container: Container, key: string | null, value: Value): void {
  const { items, keys, rest } = container;
  if (key !== null && /^-?\d+$/.test(key) && keys === null) {
    const at = Number(key) < 0 ? items.length + Number(key) : Number(key);
    if (at >= 0 && at < items.length) {
      items[at] = value;
      return;
    }
  } else if (key !== null && (keys !== null || items.length === 0)) {
    putByKey(target, container, unquoted(key), value);
    return;
  }
  become(target, { ...container, rest: elementsOf(target).length === 0 || rest === null ? value : either(rest, value) });
}

function putByKey(target: Value, container: Container, key: string, value: Value): void {
  const { items } = container;
  const keys = container.keys ?? [];
  if (container.keys === null) become(target, { ...container, keys });
  const at = keys.indexOf(key);
  if (at >= 0) items[at] = value;
  else {
    keys.push(key);
    items.push(value);
  }
}
