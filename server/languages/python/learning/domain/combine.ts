/** How values combine: in an operation, in a container, by being put into a table. */
import { addKnowledge } from './columns.ts';
import { either } from './either.ts';
import type { Learn, Test } from './events.ts';
import { allRows, elementsOf, firstRows, flattenAll, learnedOf, traceOf, tracesIn } from './flow.ts';
import type { History } from './history.ts';
import type { Table } from './kinds.ts';
import type { RowSet } from './rows.ts';
import { as, become, blank, containerOf, countOf, countedBy, libraryOf, rowsOf, setTable, table, withRows, type Value } from './value.ts';

/**
 * The result of an operation about which nothing special is known: the rows of the first table, and
 * everything learned that went in.
 * @param values receiver first, then arguments
 */
export function combine(values: readonly Value[]): Value {
  const flat = flattenAll(values);
  const first = flat.find((each) => rowsOf(each) !== null) ?? null;
  const learned = new Set<Learn>();
  for (const each of flat) for (const learn of each.learned) learned.add(learn);
  const kind = first === null ? null : as(first, 'table');
  if (kind !== null)
    for (const each of flat) if (each.gist !== null && !isOfSameGroups(rowsOf(each), kind.rows)) for (const learn of each.gist) learned.add(learn);
  const { answers, scores } = tracesIn(flat);
  const against = flat.some((each) => each.answers !== null) && flat.some((each) => rowsOf(each) !== null && each.answers === null);
  const where = placesIn(flat, first);
  return {
    is: shapeOf(kind, flat), attributes: null, learned, where: where.size > 0 ? where : null, answers, scores,
    compared: against || flat.some((each) => each.compared), gist: first?.gist ?? values[0]?.gist ?? null,
  };
}

/** Two tables of one row per customer: what they say about a customer belongs to that row. */
function isOfSameGroups(a: RowSet | null, b: RowSet): boolean {
  return a === b || (a?.kind === 'part' && b.kind === 'part' && a.key === b.key && a.key.startsWith('groups '));
}

function shapeOf(first: Table | null, flat: readonly Value[]): Value['is'] {
  if (first === null) return countOf(flat.map(countedBy).find((each) => each !== null) ?? null).is;
  const { rows, index, random, single, grouped } = first;
  return table(rows, [], { index, random, single, grouped }).is;
}

function placesIn(flat: readonly Value[], first: Value | null): Map<Learn, Set<string>> {
  const where = new Map<Learn, Set<string>>();
  for (const [learn, columns] of first?.where ?? []) {
    if (!flat.some((each) => each !== first && each.learned.has(learn) && each.where?.has(learn) !== true)) where.set(learn, new Set(columns));
  }
  for (const each of flat) for (const [learn, columns] of each === first ? [] : each.where ?? []) {
    if (where.has(learn) || first?.learned.has(learn) !== true) where.set(learn, new Set([...(where.get(learn) ?? []), ...columns]));
  }
  return where;
}

/** @returns a container made into one table, with the rows of all its elements; other values as they are */
export function gathered({ rows: sets }: Pick<History, 'rows'>, value: Value): Value {
  if (containerOf(value) === null) return value;
  const made = combine([value]);
  const rows = allRows(value);
  return setTable(rows.length > 0 ? withRows(made, sets.union(rows)) : made, { single: false });
}

/**
 * Something is put into a table or object: the object, and the table that it is a view of, then hold what was learned.
 * @param columns that the value is put into; null when that is not known
 */
export function absorb(target: Value, value: Value, columns: readonly string[] | null = null): void {
  const learned = learnedOf([value]);
  const own = rowsOf(target);
  const elements = elementsOf(value);
  if (own !== null) for (const each of elements.length > 0 ? elements : [value]) {
    if (each.gist !== null && !isOfSameGroups(rowsOf(each), own)) for (const learn of each.gist) learned.add(learn);
  }
  const { answers } = traceOf([value]);
  const rows = firstRows([value]);
  let places = columns;
  for (let at: Value | null = target, depth = 0; at !== null && depth < 8; depth++) {
    for (const learn of learned) addKnowledge(at, learn, places);
    const known: Table | null = as(at, 'table');
    if (known !== null && known.column !== null) places = [known.column];
    if (known === null && libraryOf(at) === null && rows !== null) at.is = withRows(at, rows).is;
    if (answers !== null) at.answers = new Set([...(at.answers ?? []), ...answers]);
    at = known?.view ?? null;
  }
}

/** `vstack((a, b)).T`: columns of the same rows that were stacked are side by side again. */
export function turned(value: Value): Value {
  const rows = rowsOf(value);
  return rows?.kind === 'copy' && rows.repeat.name === 'concat' ? withRows(value, rows.parent) : value;
}

/** Something unknown is treated as a table: it gets rows of its own. */
export function asTable({ rows }: Pick<History, 'rows'>, value: Value | undefined): void {
  if (value !== undefined && (value.is.kind === 'unknown' || value.is.kind === 'count'))
    become(value, as(table(rows.source(value.is.kind === 'unknown' && value.is.random ? 'made' : undefined)), 'table')!);
}

/** Answers that are added up count as one, no matter what they were combined with before. */
export function blend(history: Pick<History, 'id'>, answers: readonly Test[]): void {
  if (new Set(answers.map((each) => each.model)).size < 2 && new Set(answers.map((each) => each.version)).size < 2) return;
  const number = answers.find((each) => each.blend !== undefined)?.blend ?? history.id();
  for (const each of answers) if (each.how === 'predict') each.blend = number;
}

/** @returns two elements of one list as one, with the rows of both */
export function merge({ rows: sets }: Pick<History, 'rows'>, a: Value, b: Value): Value {
  const [first, second] = [rowsOf(a), rowsOf(b)];
  const value = either(a, b);
  return first !== null && second !== null && first !== second ? withRows(value, sets.union([first, second])) : value;
}

/** @returns a value that carries only answers and results */
export function traceAlone(values: readonly Value[]): Value {
  return { ...blank(), ...traceOf(values) };
}
