/** Which columns of a table hold knowledge: knowledge in one column is gone when that column is dropped. */
import { isQuoted, unquoted } from '../syntax/light-tree.ts';
import type { Learn } from './events.ts';
import { containerOf, rowsOf, textOf, type Value } from './value.ts';

/** Adds knowledge to a table. @param columns null for all of them */
export function addKnowledge(to: Value, learn: Learn, columns: readonly string[] | null): void {
  const known = to.learned.has(learn);
  to.learned.add(learn);
  const places = to.where?.get(learn);
  if (columns === null) to.where?.delete(learn);
  else if (!known || places !== undefined) {
    to.where ??= new Map();
    to.where.set(learn, new Set([...(places ?? []), ...columns]));
  }
}

/** @returns where knowledge is, by column, for a copy of the table */
export function placesOf(from: Value): Map<Learn, Set<string>> | null {
  return from.where === null ? null : new Map([...from.where].map(([learn, columns]) => [learn, new Set(columns)]));
}

/** Leaves in a new table only the knowledge of the named columns. */
export function keepColumns(table: Value, names: readonly string[]): void {
  leave(table, (column) => names.includes(column));
}

/** Takes the knowledge of the named columns out of a new table. */
export function dropColumns(table: Value, names: readonly string[]): void {
  leave(table, (column) => !names.includes(column));
}

function leave(table: Value, stays: (column: string) => boolean): void {
  for (const [learn, columns] of table.where ?? []) {
    for (const column of [...columns]) if (!stays(column)) columns.delete(column);
    if (columns.size > 0) continue;
    table.where!.delete(learn);
    table.learned.delete(learn);
  }
}

/** @returns names of columns in a literal or a list of literals; null where one of them is not known */
export function columnNames(value: Value): string[] | null {
  const container = containerOf(value);
  if (rowsOf(value) !== null || container?.rest != null || container?.keys != null) return null;
  const texts = container === null ? [textOf(value)] : container.items.map(textOf);
  return texts.length > 0 && texts.every((each) => each !== null && isQuoted(each)) ? texts.map((each) => unquoted(each!)) : null;
}
