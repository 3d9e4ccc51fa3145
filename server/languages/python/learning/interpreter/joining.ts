/** Tables that are stacked, and which of them a later cut recovers. */
import { EMPTY, type Cut, type Piece } from '../domain/joins.ts';
import type { Mask } from '../domain/kinds.ts';
import type { RowSet } from '../domain/rows.ts';
import { as, containerOf, countedBy, libraryOf, rowsOf, textOf, type Value } from '../domain/value.ts';
import { unquoted } from '../syntax/light-tree.ts';
import type { Machine } from './machine.ts';
import type { Selector } from './subscripts.ts';

/** @param whole rows of all @param tables in their order @param keys labels of the tables, if the call gives any */
export function noteJoin(machine: Machine, whole: RowSet, tables: readonly Value[], keys?: Value): void {
  const labels = keys === undefined ? [] : (containerOf(keys)?.items ?? []).map(textOf);
  machine.joins.note(whole, tables.flatMap((each, at): Piece[] => {
    const rows = rowsOf(each);
    const label = labels[at];
    return rows === null ? [] : [{ rows, learned: new Set(each.learned), label: label == null ? null : unquoted(label) }];
  }));
}

/**
 * @param machine that follows the file
 * @param made rows of a table; it loses what is known only about tables that the cut leaves out
 * @param whole rows that they were cut from
 * @param cut what the cut is based on; null where only the rows tell
 * @returns the same value
 */
export function cutBack(machine: Machine, made: Value, whole: RowSet, cut: Cut | null): Value {
  const pieces = machine.joins.piecesOf(whole);
  const rows = rowsOf(made);
  if (pieces === null || rows === null || rows === whole) return made;
  const own = pieces.filter((piece) => piece.rows === rows);
  const found = own.length > 0 ? { pieces: own, sure: true } : cut === null ? null : machine.joins.find(pieces, cut);
  if (found === null) return made;
  if (rows.kind === 'part' && own.length === 0) rows.like ??= { rows: machine.rows.union(found.pieces.map((piece) => piece.rows)), sure: found.sure };
  const others = pieces.filter((piece) => !found.pieces.includes(piece));
  for (const learn of [...made.learned]) {
    if (!others.some(({ learned }) => learned.has(learn)) || found.pieces.some(({ learned }) => learned.has(learn))) continue;
    made.learned.delete(learn);
    made.where?.delete(learn);
  }
  return made;
}

/** @param mask that chose the rows */
export function cutByMask(mask: Mask | null | undefined): Cut | null {
  return mask?.mark === undefined ? null : { by: 'mark', ...mask.mark, negated: mask.side === 'no' };
}

/** @param written a slice @param borders values of what stands in it */
export function cutBySlice({ slice, borders }: Extract<Selector, { slice: string }>): Cut | null {
  const text = slice.replace(/\s+/g, '');
  const isHead = /^0?:/.test(text);
  const [border] = borders.filter((each) => textOf(each) !== '0');
  if (border === undefined || (!isHead && !text.endsWith(':'))) return null;
  return cutAt(isHead ? 'head' : 'tail', border, /^0?:?-/.test(text));
}

/** @param by which side is taken @param border value of the border @param fromEnd rows are counted from the end */
export function cutAt(by: 'head' | 'tail', border: Value | undefined, fromEnd: boolean): Cut | null {
  if (border === undefined) return null;
  const count = countedBy(border);
  const number = Number(textOf(border) ?? NaN);
  if (count !== null) return { by, border: count, fromEnd };
  return Number.isInteger(number) ? { by, border: Math.abs(number), fromEnd } : null;
}

/** `both.query('part == 1')` */
export function cutByQuery(query: Value | undefined): Cut | null {
  const [, column, operator, text] = /^\s*`?(\w+)`?\s*(==|!=)\s*([\w'".-]+)\s*$/.exec(unquoted(textOf(query) ?? '')) ?? [];
  return column === undefined || text === undefined ? null : { by: 'mark', column, text, negated: operator === '!=' };
}

/** A column of a table gets one value for all rows: `table['part'] = 1`. */
export function noteMark(machine: Machine, table: Value, columns: readonly string[] | null, value: Value | undefined): void {
  const rows = rowsOf(table);
  const text = textOf(value) ?? (/\b(nan|NaN|NA)$/.test(value === undefined ? '' : libraryOf(value) ?? '') ? EMPTY : null);
  if (rows !== null && text !== null) for (const column of columns ?? []) machine.joins.mark(rows, column, text);
}

/** `both[both['is_known']]` where that column marks the tables @returns the condition that it is */
export function markedBy({ joins }: Machine, by: Value): Mask | null {
  const choice = as(by, 'table');
  if (choice === null || choice.mask !== null || choice.column === null) return null;
  const pieces = joins.piecesOf(choice.rows);
  if (pieces === null || !joins.isMark(pieces, choice.column)) return null;
  return { key: `where ${choice.column}`, side: 'yes', mark: { column: choice.column, text: 'True' } };
}
