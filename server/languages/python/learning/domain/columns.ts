/** In which columns of a table knowledge is: what is put into one column goes when that column is left out. */
import type { Learn } from './events.ts';
import type { Value } from './values.ts';

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

/** What a copy of a table needs to know of the columns, for the knowledge that it takes over. */
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

/** Names of columns in a literal or a list of literals; null where they are not all known. */
export function columnNames(value: Value): string[] | null {
  const name = (each: Value): string | null => (each.literal !== null && /^[a-zA-Z]{0,2}['"]/.test(each.literal) ? each.literal.replace(/^[a-zA-Z]{0,2}(['"]{1,3})([\s\S]*)\1$/, '$2') : null);
  if (value.rows !== null || value.rest !== null) return null;
  const all = value.items === null ? [name(value)] : value.items.map(name);
  return value.keys === null && all.length > 0 && all.every((each) => each !== null) ? all : null;
}
