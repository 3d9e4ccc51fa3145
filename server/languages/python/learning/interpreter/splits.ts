/** Calls that part the rows in order to keep some of them aside. */
import type { Arguments } from './callables.ts';
import { placesOf } from '../domain/columns.ts';
import { asTable, gathered } from '../domain/combine.ts';
import type { Light } from '../syntax/light-tree.ts';
import type { Machine } from './machine.ts';
import type { RowSet } from '../domain/rows.ts';
import { firstTable, list, table, traceOf, type Model, type Value } from '../domain/values.ts';

/** The same split of the same rows gives the same parts again: its seed is written down. */
function keyOf(machine: Machine, node: Light, args: Arguments): string {
  const seed = args.named.get('random_state')?.literal ?? args.named.get('shuffle')?.literal;
  if (seed === undefined || seed === null || seed === 'None' || seed === 'True') return `split ${node.start} ${machine.id()}`;
  const size = ['test_size', 'train_size'].map((name) => `${name}=${args.named.get(name)?.literal ?? ''}`).join(' ');
  return `split ${size} ${seed}`;
}

const withRows = (whole: Value, rows: RowSet): Value => ({ ...table(rows, whole.learned), ...traceOf([whole]), where: placesOf(whole), index: whole.index });

/** `train_test_split(a, b)`: a part of each for training, a part of each for the test. */
export function trainTestSplit(machine: Machine, node: Light, args: Arguments): Value {
  const split = machine.split(node, 2);
  const key = keyOf(machine, node, args);
  const given = args.positional.length > 0 ? args.positional : ['X', 'y', 'arrays'].flatMap((name) => args.named.get(name) ?? []);
  for (const each of given) asTable(machine, each);
  const lead = given.map((each) => gathered(machine, each).rows).find((rows) => rows !== null) ?? machine.rows.source();
  machine.events.partings.push({ rows: lead, split });
  return list(given.flatMap((each) => {
    const whole = gathered(machine, each);
    const parent = whole.rows ?? lead;
    return ['0', '1'].map((side) => withRows(whole, machine.rows.part(parent, key, side, split)));
  }));
}

/** Two turns of a cross-validation, each with parts of its own. */
export function foldsOf(machine: Machine, node: Light, model: Model, args: Arguments): Value {
  const data = firstTable(args.all);
  const rows = data === null ? machine.rows.source() : gathered(machine, args.positional.find((each) => firstTable([each]) !== null) ?? data).rows!;
  const once = model.settings.get('n_splits')?.literal === '1';
  const split = machine.split(node, 2, !once);
  const turn = (): Value => {
    const key = `fold ${machine.id()}`;
    return list(['0', '1'].map((side) => ({ ...table(machine.rows.part(rows, key, side, split)), index: true })));
  };
  return list(once ? [turn()] : [turn(), turn()]);
}

/** Several parts in a list: `np.split`, `random_split`, `randomSplit`. */
export function severalParts(machine: Machine, node: Light, whole: Value, count: number): Value {
  const rows = gathered(machine, whole).rows;
  if (rows === null) return whole;
  const split = machine.split(node, count);
  const key = `split ${node.start} ${machine.id()}`;
  return list(Array.from({ length: count }, (_, side) => withRows(whole, machine.rows.part(rows, key, String(side), split))));
}

/** Some rows are drawn; the others can be had by leaving these out. */
export function drawn(machine: Machine, node: Light, rows: RowSet): RowSet {
  const split = machine.split(node, 2);
  split.drawn = true;
  return machine.rows.part(rows, `drawn ${node.start}${machine.loops > 0 ? ` ${machine.id()}` : ''}`, 'in', split);
}
