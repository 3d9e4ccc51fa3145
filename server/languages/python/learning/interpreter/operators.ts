/** Operators: arithmetic, comparisons, logic. Comparisons of rows are masks. */
import { blend, combine } from '../domain/combine.ts';
import { either } from '../domain/either.ts';
import type { Mask } from '../domain/kinds.ts';
import { as, blank, containerOf, list, literal, setTable, textOf, withRows, type Value, type Scope } from '../domain/value.ts';
import { unquoted, type Light } from '../syntax/light-tree.ts';
import { comparedWithNone } from './branches.ts';
import { chooseBorder } from './choosing.ts';
import type { Machine } from './machine.ts';
import { compared } from './uses.ts';

/** How many elements are kept when lists are added. */
const LONGEST = 200;

/** `and`, `or` */
export function logic(machine: Machine, node: Light, scope: Scope): Value {
  const left = machine.evaluate(node.fields['left'], scope);
  const right = machine.evaluate(node.fields['right'], scope);
  const operator = node.fields['operator']?.token ?? '';
  const known = [left, right].find((each) => /^(True|False)$/.test(textOf(each) ?? ''));
  const other = known === left ? right : left;
  if (known !== undefined && (operator === 'and' || operator === 'or')) return (textOf(known) === 'True') === (operator === 'and') ? other : known;
  return either(left, right);
}

export function binary(machine: Machine, node: Light, scope: Scope): Value {
  const left = machine.evaluate(node.fields['left'], scope);
  const right = machine.evaluate(node.fields['right'], scope);
  const operator = node.fields['operator']?.token ?? '';
  const lists = ofLists(operator, left, right);
  if (lists !== null) return lists;
  const made = combine([left, right]);
  const [a, b] = [as(left, 'table'), as(right, 'table')];
  if (operator === '+' && a?.sequence === true && b?.sequence === true) {
    return setTable(withRows(made, machine.rows.union([a.rows, b.rows])), { sequence: true });
  }
  if (left.answers !== null && right.answers !== null && !left.compared && !right.compared) blend(machine, [...left.answers, ...right.answers]);
  if ((operator === '&' || operator === '|') && (a?.mask != null || b?.mask != null)) return setTable(made, { mask: maskOf(machine, node) });
  // `len(df) - 5` and `0.8 * len(df)` no longer count the rows.
  return made.is.kind === 'count' ? { ...made, is: blank().is } : made;
}

/** `[a] + [b]`, `[0] * 5` */
function ofLists(operator: string, left: Value, right: Value): Value | null {
  const [a, b] = [containerOf(left), containerOf(right)];
  if (a === null || a.keys !== null) return null;
  if (operator === '+' && b !== null) return list([...a.items, ...b.items].slice(0, LONGEST), null, a.rest ?? b.rest);
  if (operator !== '*' || textOf(right) === null) return null;
  return a.items.length === 1 ? list([a.items[0]!, a.items[0]!]) : left;
}

/** A condition as written, without spaces, names the rows that meet it. */
function maskOf(machine: Machine, node: Light): Mask {
  return { key: machine.keyFor(`where ${machine.source(node).replace(/[\s()]+/g, '')}`), side: 'yes' };
}

/** `phase == 'train'` where the loop names its phases: both texts are known. */
function decide([left, right]: readonly Value[], operator: string): boolean | null {
  const [a, b] = [textOf(left), textOf(right)];
  if (a === null || b === null || !/^['"]/.test(a) || !/^['"]/.test(b) || (operator !== '==' && operator !== '!=')) return null;
  return (unquoted(a) === unquoted(b)) === (operator === '==');
}

const OPPOSITE: Readonly<Record<string, string>> = { '>=': '<', '<=': '>', '!=': '==' };

export function comparison(machine: Machine, node: Light, scope: Scope): Value {
  const values = compared(machine, node.children.map((child) => machine.evaluate(child, scope)));
  const made = combine(values);
  const operator = node.fields['operators']?.token ?? '';
  const decided = decide(values, operator) ?? (machine.calls.length > 0 ? comparedWithNone(values, operator) : null);
  if (decided !== null) return literal(decided ? 'True' : 'False');
  chooseBorder(machine, node, values);
  const [left, right] = node.children;
  const known = as(made, 'table');
  // Choosing rows by a statistic puts no knowledge into the rows; keeping the comparison as a column does.
  if (known === null || left === undefined || right === undefined) return made;
  if (known.random) return setTable(made, { index: false, mask: { key: `random ${machine.id()}`, side: 'yes' } });
  const plain = (each: Light): string => machine.source(each).replace(/\s+/g, '');
  const key = machine.keyFor(`where ${plain(left)}${OPPOSITE[operator] ?? operator}${plain(right)}`);
  const [column, text] = [as(values[0]!, 'table')?.column ?? null, textOf(values[1])];
  const mark = column !== null && text !== null && /^[!=]=$/.test(operator) ? { mark: { column, text } } : {};
  return setTable(made, { index: false, mask: { key, side: operator in OPPOSITE ? 'no' : 'yes', ...mark } });
}

