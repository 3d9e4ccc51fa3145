/** Positions of rows, and a random number for each row. */
import { combine } from '../domain/combine.ts';
import type { RowSet } from '../domain/rows.ts';
import { as, blank, containerOf, countedBy, table, textOf, withoutRowsOf, type Value } from '../domain/value.ts';
import type { Light } from '../syntax/light-tree.ts';
import type { Arguments } from './arguments.ts';
import type { Machine } from './machine.ts';
import { drawn } from './splits.ts';

/** A call of a function of a library. */
export interface Call {
  node: Light;
  /** Qualified name. */
  lib: string;
  args: Arguments;
  first: Value | undefined;
}

/** The rows whose positions are meant: those that are counted, or positions that were given. @param labelled other tables do not count */
function counted({ args, first }: Call, labelled = false): { rows: RowSet; index: boolean } | null {
  if (first === undefined) return null;
  const [size, known, second] = [countedBy(first), as(first, 'table'), args.positional[1]];
  const further = second === undefined ? null : countedBy(second);
  const rows = size ?? further ?? (known !== null && (known.index || !labelled) ? known.rows : null);
  return rows === null ? null : { rows, index: size !== null || known?.index === true || second !== undefined };
}

const positionsIn = ({ first }: Call, rows: RowSet, index: boolean): Value => table(rows, first!.learned, { index });

/** `range(len(df))` */
export function countUp(_: Machine, call: Call): Value | null {
  if (call.first === undefined) return null;
  const whole = counted(call, true);
  return whole === null ? combine(call.args.all.map(withoutRowsOf)) : positionsIn(call, whole.rows, whole.index);
}

/** All positions in another order. */
export function permute(_: Machine, call: Call): Value | null {
  const whole = counted(call);
  return whole === null ? null : positionsIn(call, whole.rows, whole.index);
}

/** Some positions. @param again the same one may be drawn twice, unless the call forbids it */
export function drawPositions(machine: Machine, call: Call, again: boolean): Value | null {
  const { node, args, first } = call;
  if (first === undefined && again) return randomNumbers(args);
  const whole = counted(call);
  if (first === undefined || whole === null) return null;
  if (again && args.all.some((each) => containerOf(each) !== null && each !== first)) return null;
  const twice = again && textOf(args.named.get('replace')) !== 'False' && countedBy(first) === null;
  const rows = twice ? machine.rows.copy(whole.rows, machine.repeat(node, 'choice')) : drawn(machine, node, whole.rows);
  return positionsIn(call, rows, whole.index);
}

/** `np.where(mask)`: positions of rows that meet a condition. */
export function whichRows(machine: Machine, { args, first }: Call): Value | null {
  if (first === undefined) return null;
  if (args.positional.length > 1) return combine(args.all);
  const known = as(first, 'table');
  return known?.mask == null ? combine([first]) : table(machine.rows.part(known.rows, known.mask.key, known.mask.side), [], { index: true });
}

/** `np.random.rand(len(df))` */
export function randomNumbers(args: Arguments): Value {
  const sizes = args.all.flatMap((each) => [countedBy(each), ...(containerOf(each)?.items ?? []).map(countedBy)]);
  const rows = sizes.find((size) => size !== null) ?? null;
  return rows === null ? blank() : table(rows, [], { random: true });
}
