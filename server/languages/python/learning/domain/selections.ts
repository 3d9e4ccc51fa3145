/** Choosing rows and columns: `X[:n]`, `df[df.year < 2015]`, `df.loc[rows, columns]`, `~mask`. */
import { columnNames, keepColumns, placesOf } from './columns.ts';
import type { Light } from '../syntax/light-tree.ts';
import type { Machine } from '../interpreter/machine.ts';
import { holds, type RowSet } from './rows.ts';
import { blank, elementsOf, list, literal, table, traceOf, type Mask, type Value } from './values.ts';

/** One part of a subscript: a slice as written, or a value. */
export type Selector = { slice: string } | { value: Value; node: Light };

/** Both halves of a cut have one key, so that they are known to be apart. */
export function sliceOf(machine: Machine, rows: RowSet, written: string): RowSet {
  const text = written.replace(/\s+/g, '');
  const [from = '', to = '', step] = topLevelColons(text);
  if (step !== undefined && step !== '' && step !== '1') return from === '' && to === '' && step === '-1' ? rows : machine.rows.part(rows, `every ${step}`, from);
  if ((from === '' || from === '0') && to === '') return rows;
  if (from === '' || from === '0') return machine.rows.part(rows, `cut ${to}`, 'head');
  if (to === '') return machine.rows.part(rows, `cut ${from}`, 'tail');
  return machine.rows.part(rows, `range ${from}:${to}`, 'in');
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

/** The side of a split where the rows are that are not on this one. */
export function otherSide(side: string): string {
  return OTHER[side] ?? `not ${side}`;
}

export function invert(mask: Mask): Mask {
  return { ...mask, side: otherSide(mask.side) };
}

/** The rows of `whole` without those of `taken`. */
export function withoutRows(machine: Machine, whole: RowSet, taken: RowSet): RowSet {
  if (taken.kind === 'part' && taken.split !== undefined) taken.split.drawn = false;
  if (taken.kind === 'part' && holds(whole, taken)) return machine.rows.part(taken.parent, taken.key, otherSide(taken.side), taken.split);
  if (taken.kind === 'part') return machine.rows.part(whole, `as ${taken.parent.id} ${taken.key}`, otherSide(taken.side), taken.split);
  if (whole.kind === 'union' && whole.members.includes(taken)) return machine.rows.union(whole.members.filter((each) => each !== taken));
  return machine.rows.some(whole);
}

/** Rows that stand in a mask or a list of positions. */
export function chosenRows(machine: Machine, rows: RowSet, by: Value): RowSet {
  if (by.mask !== null && /^(out|1)$/.test(by.mask.side) && by.mask.split !== undefined) by.mask.split.drawn = false;
  if (by.mask !== null) return machine.rows.part(rows, by.mask.key, by.mask.side, by.mask.split);
  if (by.rows === null) return machine.rows.some(rows);
  if (by.rows === rows || holds(rows, by.rows)) return by.rows;
  // Positions in something of the same length: its parts are parts of this one too.
  if (by.rows.kind === 'part') return machine.rows.part(rows, `as ${by.rows.parent.id} ${by.rows.key}`, by.rows.side, by.rows.split);
  return by.index ? machine.rows.part(rows, `at ${by.rows.id}`, 'in') : rows;
}

/**
 * @param machine that follows the file
 * @param base not a container with known elements, unless no element is meant
 * @param selectors what stands in the brackets
 * @param label rows are meant, not columns
 */
export function select(machine: Machine, base: Value, selectors: readonly Selector[], label: boolean): Value {
  const [first, ...further] = selectors;
  if (first === undefined) return base;
  if (base.rows === null) return selectFromKnowledge(base, selectors);
  const made = table(base.rows, base.learned);
  Object.assign(made, traceOf([base]), { view: base, index: base.index, random: base.random, mask: base.mask, single: base.single, grouped: base.grouped, windows: base.windows, gist: base.gist });
  if ('slice' in first) made.rows = sliceOf(machine, base.rows, first.slice);
  else selectBy(machine, made, base, first.value, label);
  made.where = placesOf(base);
  const chosen = columnsOf(selectors, label);
  if (chosen !== null) {
    keepColumns(made, chosen);
    if (chosen.length === 1) made.column = chosen[0]!;
  }
  // A choice of columns that was learned changes what the columns tell.
  for (const each of further) if (!('slice' in each)) addColumns(made, each.value);
  if (made.rows !== base.rows) made.mask = null;
  return made;
}

/** Columns that a subscript names, or null. */
export function columnsOf(selectors: readonly Selector[], label: boolean): string[] | null {
  const by = label ? selectors[1] : selectors.length === 1 ? selectors[0] : undefined;
  return by === undefined || 'slice' in by ? null : columnNames(by.value);
}

function selectBy(machine: Machine, made: Value, base: Value, by: Value, label: boolean): void {
  if (by.literal !== null) {
    const piece = unquoted(by.literal);
    if (base.rows!.kind === 'source' && base.rows!.role === 'pieces' && /^(train|test|validation|valid|val|dev)\w*$/.test(piece)) made.rows = machine.rows.part(base.rows!, 'piece', piece);
    if (base.index || !/^-?\d+$/.test(by.literal)) return;
    if (label) made.rows = machine.rows.part(base.rows!, `at ${by.literal}`, 'in');
    return;
  }
  if (by.mask !== null || by.index) made.rows = chosenRows(machine, base.rows!, by);
  else if (by.items !== null) addColumns(made, by);
  else if (by.rows === null) addColumns(made, by);
  else if (label || by.rows !== base.rows) made.rows = chosenRows(machine, base.rows!, by);
}

function addColumns(made: Value, columns: Value): void {
  if (columns.rows !== null && columns.items === null) return;
  for (const each of [columns, ...elementsOf(columns)]) if (each.rows === null) for (const learn of each.learned) made.learned.add(learn);
}

/** Statistics stay what they are when one of them is taken out. */
function selectFromKnowledge(base: Value, selectors: readonly Selector[]): Value {
  const first = selectors[0]!;
  if (base.items !== null || base.rest !== null) return element(base, 'value' in first ? first.value : null, 'slice' in first ? first.slice : null);
  if (base.attributes !== null && 'value' in first && first.value.literal !== null) {
    const kept = base.attributes.get(`[${unquoted(first.value.literal)}]`);
    if (kept !== undefined) return kept;
  }
  const made = { ...blank(), learned: new Set(base.learned), sizeOf: base.sizeOf, ...traceOf([base]) };
  for (const learn of base.model?.role === 'learner' ? base.model.knows : []) made.learned.add(learn);
  if ('value' in first) for (const learn of first.value.learned) if (first.value.rows === null) made.learned.add(learn);
  return made;
}

export function unquoted(text: string): string {
  return text.replace(/^[a-zA-Z]{0,2}(['"]{1,3})([\s\S]*)\1$/, '$2');
}

/** An element of a list, tuple or dictionary. */
export function element(base: Value, key: Value | null, slice: string | null): Value {
  const items = base.items ?? [];
  if (slice !== null) {
    const [from = '', to = ''] = slice.split(':');
    const range = (text: string, other: number): number => (/^-?\d+$/.test(text.trim()) ? Number(text) : other);
    return { ...list(items.slice(range(from, 0), range(to, items.length))), rest: base.rest };
  }
  if (key?.literal !== null && key !== null) {
    if (base.keys !== null) {
      const at = base.keys.lastIndexOf(unquoted(key.literal));
      if (at >= 0) return items[at]!;
    } else if (/^-?\d+$/.test(key.literal)) {
      const found = items.at(Number(key.literal));
      if (found !== undefined) return found;
    }
  }
  return base.rest ?? items.at(-1) ?? literal('');
}
