/** Which rows a slice, a mask or a list of positions chooses, and which ones are left. */
import type { Mask } from './kinds.ts';
import { holds } from './row-relations.ts';
import type { RowSet, RowSets } from './rows.ts';
import { as, type Value } from './value.ts';

/** @param rows that are cut @param written the slice; both halves of a cut have one key, so that they are known to be apart */
export function sliceOf(sets: RowSets, rows: RowSet, written: string): RowSet {
  const text = written.replace(/\s+/g, '');
  const [from = '', to = '', step] = topLevelColons(text);
  if (step !== undefined && step !== '' && step !== '1') return from === '' && to === '' && step === '-1' ? rows : sets.part(rows, `every ${step}`, from);
  if ((from === '' || from === '0') && to === '') return rows;
  if (from === '' || from === '0') return sets.part(rows, `cut ${to}`, 'head');
  if (to === '') return sets.part(rows, `cut ${from}`, 'tail');
  return sets.part(rows, `range ${from}:${to}`, 'in');
}

function topLevelColons(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const char of text) {
    if ('([{'.includes(char)) depth++;
    else if (')]}'.includes(char)) depth--;
    if (char === ':' && depth === 0) parts.push('');
    else parts[parts.length - 1] += char;
  }
  return parts;
}

const OTHER: Readonly<Record<string, string>> = { yes: 'no', no: 'yes', head: 'tail', tail: 'head', in: 'out', out: 'in', 0: '1', 1: '0' };

const otherSide = (side: string): string => OTHER[side] ?? `not ${side}`;

/** `~mask` */
export function invert(mask: Mask): Mask {
  return { ...mask, side: otherSide(mask.side) };
}

/** @returns the rows of `whole` without those of `taken` */
export function withoutRows(sets: RowSets, whole: RowSet, taken: RowSet): RowSet {
  if (taken.kind === 'part' && taken.split !== undefined) taken.split.drawn = false;
  if (taken.kind === 'part' && holds(whole, taken)) return sets.part(taken.parent, taken.key, otherSide(taken.side), taken.split);
  if (taken.kind === 'part') return sets.part(whole, `as ${taken.parent.id} ${taken.key}`, otherSide(taken.side), taken.split);
  if (whole.kind === 'union' && whole.members.includes(taken)) return sets.union(whole.members.filter((each) => each !== taken));
  return sets.some(whole);
}

/** @param by a mask or a list of positions @returns the rows that it chooses */
export function chosenRows(sets: RowSets, rows: RowSet, by: Value): RowSet {
  const choice = as(by, 'table');
  if (choice === null) return sets.some(rows);
  const { mask } = choice;
  if (mask !== null && /^(out|1)$/.test(mask.side) && mask.split !== undefined) mask.split.drawn = false;
  if (mask !== null) return sets.part(rows, mask.key, mask.side, mask.split);
  if (choice.rows === rows || holds(rows, choice.rows)) return choice.rows;
  // Positions in something of the same length: its parts are parts of this one too.
  if (choice.rows.kind === 'part') return sets.part(rows, `as ${choice.rows.parent.id} ${choice.rows.key}`, choice.rows.side, choice.rows.split);
  return choice.index ? sets.part(rows, `at ${choice.rows.id}`, 'in') : rows;
}
