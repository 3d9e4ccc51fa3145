/** Calls that split rows to set some of them aside. */
import { placesOf } from '../domain/columns.ts';
import { asTable, gathered } from '../domain/combine.ts';
import { firstTable, traceOf } from '../domain/flow.ts';
import type { Model } from '../domain/kinds.ts';
import { holds } from '../domain/row-relations.ts';
import type { RowSet } from '../domain/rows.ts';
import { as, list, rowsOf, table, textOf, type Value } from '../domain/value.ts';
import { ROWS_AND_TARGETS } from '../knowledge/arguments.ts';
import type { Light } from '../syntax/light-tree.ts';
import { allNamed, type Arguments } from './arguments.ts';
import type { Machine } from './machine.ts';

/** The same split of the same rows gives the same parts again if its seed is a literal. */
function keyOf(machine: Machine, node: Light, args: Arguments): string {
  const given = args.named.get('random_state');
  const seed = textOf(given) ?? textOf(args.named.get('shuffle'));
  if (seed === null || seed === 'None' || seed === 'True') return `split ${node.start} ${machine.id()}`;
  const size = ['test_size', 'train_size'].map((name) => `${name}=${textOf(args.named.get(name)) ?? ''}`).join(' ');
  return `split ${size} ${seed}`;
}

/** @returns a part of a table */
const partOf = (whole: Value, rows: RowSet): Value => ({
  ...table(rows, whole.learned, { index: as(whole, 'table')?.index ?? false }), ...traceOf([whole]), where: placesOf(whole),
});

/** `train_test_split(a, b)`: a part of each for training, a part of each for the test. */
export function trainTestSplit(machine: Machine, node: Light, args: Arguments): Value {
  const split = machine.split(node, 2);
  const key = keyOf(machine, node, args);
  const given = args.positional.length > 0 ? args.positional : allNamed(args, [...ROWS_AND_TARGETS, 'arrays']);
  for (const each of given) asTable(machine, each);
  const lead = given.map((each) => rowsOf(gathered(machine, each))).find((rows) => rows !== null) ?? machine.rows.source();
  machine.events.partings.push({ rows: lead, split });
  return list(given.flatMap((each) => {
    const whole = gathered(machine, each);
    const parent = rowsOf(whole) ?? lead;
    return ['0', '1'].map((side) => partOf(whole, machine.rows.part(parent, key, side, split)));
  }));
}

/** @returns two iterations of a cross-validation, each with its own parts */
export function foldsOf(machine: Machine, node: Light, model: Model, args: Arguments): Value {
  const data = firstTable(args.all);
  const given = data === null ? null : args.positional.find((each) => firstTable([each]) !== null) ?? data;
  const rows = given === null ? machine.rows.source() : rowsOf(gathered(machine, given))!;
  const once = textOf(model.settings.get('n_splits')) === '1';
  const split = machine.split(node, 2, !once);
  // `split(X, y, groups)`: whole people or devices are left out.
  if (/Group/.test(model.name) || args.named.has('groups') || args.positional.length > 2) split.groups = true;
  const turn = (): Value => {
    const key = `fold ${machine.id()}`;
    return list(['0', '1'].map((side) => table(machine.rows.part(rows, key, side, split), [], { index: true })));
  };
  return list(once ? [turn()] : [turn(), turn()]);
}

/** @returns several parts in a list: `np.split`, `random_split`, `randomSplit` */
export function severalParts(machine: Machine, node: Light, whole: Value, count: number): Value {
  const rows = rowsOf(gathered(machine, whole));
  if (rows === null) return whole;
  const split = machine.split(node, count);
  const key = `split ${node.start} ${machine.id()}`;
  return list(Array.from({ length: count }, (_, side) => partOf(whole, machine.rows.part(rows, key, String(side), split))));
}

/** @returns some rows, drawn from all; leaving them out gives the others */
export function drawn(machine: Machine, node: Light, rows: RowSet): RowSet {
  const split = machine.split(node, 2);
  split.drawn = true;
  return machine.rows.part(rows, `drawn ${node.start}${machine.loops.length > 0 ? ` ${machine.id()}` : ''}`, 'in', split);
}

/** @returns stacked tables; the same one twice is a repetition, unless the iterations of a loop take it piece by piece */
export function joined(machine: Machine, node: Light, rows: readonly RowSet[]): RowSet {
  const made = machine.rows.union(rows);
  const twice =
    rows.length <= 12 && rows.some((each, at) => rows.some((other, index) => index !== at && !machine.turning.includes(other) && holds(each, other)));
  return twice ? machine.rows.copy(made, machine.repeat(node, 'concat')) : made;
}
