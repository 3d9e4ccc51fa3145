/** What comes out when values go into an operation that nothing special is known of. */
import { addKnowledge } from './columns.ts';
import type { Learn, Test } from './events.ts';
import type { Machine } from '../interpreter/machine.ts';
import type { RowSet } from './rows.ts';
import { blank, either, elementsOf, flatten, learnedOf, traceOf, type Value } from './values.ts';

/**
 * The rows of the first table, and everything that was learned and went in.
 * @param values receiver first, then arguments
 */
export function combine(values: readonly Value[]): Value {
  const flat = values.flatMap((value) => flatten(value));
  const first = flat.find((each) => each.rows !== null) ?? null;
  const learned = learnedOf(values);
  if (first !== null) for (const each of flat) if (each.gist !== null && each.rows !== first.rows) for (const learn of each.gist) learned.add(learn);
  const sized = flat.find((each) => each.sizeOf !== null)?.sizeOf ?? null;
  const kept = values[0];
  const compared = flat.some((each) => each.compared) || (flat.some((each) => each.answers !== null) && flat.some((each) => each.rows !== null && each.answers === null));
  const where = new Map<Learn, Set<string>>();
  for (const [learn, columns] of first?.where ?? []) if (!flat.some((each) => each !== first && each.learned.has(learn) && each.where?.has(learn) !== true)) where.set(learn, new Set(columns));
  for (const each of flat) for (const [learn, columns] of each === first ? [] : each.where ?? []) if (where.has(learn) || first?.learned.has(learn) !== true) where.set(learn, new Set([...(where.get(learn) ?? []), ...columns]));
  return {
    ...blank(), ...traceOf(values), rows: first?.rows ?? null, learned, where: where.size > 0 ? where : null, sizeOf: first === null ? sized : null,
    index: first?.index ?? false, random: first?.random ?? false, single: first?.single ?? false, grouped: first?.grouped ?? false, compared, gist: first?.gist ?? kept?.gist ?? null,
  };
}

/** A container made into one table: the rows of all its elements. */
export function gathered(machine: Machine, value: Value): Value {
  if (value.items === null && value.rest === null) return value;
  const made = combine([value]);
  const rows = rowsOf(value);
  if (rows.length > 0) made.rows = machine.rows.union(rows);
  made.single = false;
  return made;
}

/** Rows of the elements, in their order. */
export function rowsOf(value: Value): RowSet[] {
  return flatten(value).flatMap((each) => (each.rows === null ? [] : [each.rows]));
}

/** Something is put into a table or object: it, and what it is a view of, then holds what was learned. */
export function absorb(target: Value, value: Value, columns: readonly string[] | null = null): void {
  const learned = learnedOf([value]);
  if (target.rows !== null) for (const each of elementsOf(value).length > 0 ? elementsOf(value) : [value]) if (each.gist !== null && each.rows !== target.rows) for (const learn of each.gist) learned.add(learn);
  const { answers } = traceOf([value]);
  const rows = flatten(value).find((each) => each.rows !== null)?.rows ?? null;
  let places = columns;
  for (let at: Value | null = target, depth = 0; at !== null && depth < 8; at = at.view, depth++) {
    for (const learn of learned) addKnowledge(at, learn, places);
    if (at.column !== null) places = [at.column];
    if (at.rows === null && at.lib === null && rows !== null) at.rows = rows;
    if (answers !== null) at.answers = new Set([...(at.answers ?? []), ...answers]);
  }
}

/** Knowledge without rows: an average, a list of columns that were found good. */
export function knowledge(learns: Iterable<Learn>): Value {
  return { ...blank(), learned: new Set(learns) };
}

/** Something that is treated as a table and came from where nothing is known of: its rows are its own. */
export function asTable(machine: Machine, value: Value | undefined): void {
  if (value === undefined || value.rows !== null || value.items !== null || value.rest !== null || value.literal !== null || value.lib !== null || value.model !== null || value.fn !== null || value.cls !== null || value.instanceOf !== null) return;
  value.rows = machine.rows.source();
}

/** Answers that are added up count as one, whatever they were put together with before. */
export function blend(machine: Machine, answers: readonly Test[]): void {
  if (new Set(answers.map((each) => each.model)).size < 2 && new Set(answers.map((each) => each.version)).size < 2) return;
  const number = answers.find((each) => each.blend !== undefined)?.blend ?? machine.id();
  for (const each of answers) if (each.how === 'predict') each.blend = number;
}

/** What is worked out for a row by what was learned belongs to that row, although nothing of it went in. */
export function ofTurn(machine: Machine, value: Value): Value {
  const rows = machine.turning.at(-1);
  return rows === undefined || value.rows !== null || value.learned.size === 0 || value.items !== null || value.model !== null ? value : { ...value, rows };
}

/** Elements of one list: their rows are put together. */
export function merge(machine: Machine, a: Value, b: Value): Value {
  const value = either(a, b);
  if (a.rows !== null && b.rows !== null && a.rows !== b.rows) value.rows = machine.rows.union([a.rows, b.rows]);
  return value;
}
