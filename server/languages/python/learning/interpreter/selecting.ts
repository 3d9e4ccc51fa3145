/** Choosing rows, columns and elements: `X[:n]`, `df[df.year < 2015]`, `df.loc[rows, columns]`, `parts[0]`. */
import { keepColumns, placesOf } from '../domain/columns.ts';
import { gathered } from '../domain/combine.ts';
import { elementsOf, traceOf } from '../domain/flow.ts';
import type { Cut } from '../domain/joins.ts';
import type { Container, Table } from '../domain/kinds.ts';
import type { RowSet } from '../domain/rows.ts';
import { chosenRows, sliceOf } from '../domain/selections.ts';
import { as, containerOf, countOf, countedBy, list, literal, modelOf, rowsOf, setTable, table, textOf, type Value } from '../domain/value.ts';
import { unquoted } from '../syntax/light-tree.ts';
import type { Machine } from './machine.ts';
import { cutBack, cutByMask, cutBySlice, markedBy } from './joining.ts';
import { columnsOf, valueIn, type Selector } from './subscripts.ts';

/**
 * @param machine that follows the file
 * @param base what is chosen from
 * @param selectors what stands in the brackets
 * @param label rows are meant, not columns
 */
export function select(machine: Machine, base: Value, selectors: readonly Selector[], label: boolean): Value {
  const [first, ...further] = selectors;
  const whole = rowsOf(base) === null ? base : gathered(machine, base);
  if (first === undefined) return whole;
  const known = as(whole, 'table');
  if (known === null) return selectWithoutRows(whole, first);
  const { index, random, mask, single, grouped, windows } = known;
  const facts = { view: whole, index, random, mask, single, grouped, windows };
  const made: Value = { ...table(known.rows, whole.learned, facts), ...traceOf([whole]), gist: whole.gist };
  const rows = 'slice' in first ? sliceOf(machine.rows, known.rows, first.slice) : selectBy(machine, made, known, first.value, label);
  if ('slice' in first && rows.kind === 'part' && rows !== known.rows && machine.turnsBy(first.slice)) rows.turns = true;
  made.where = placesOf(whole);
  const chosen = columnsOf(selectors, label);
  if (chosen !== null) keepColumns(made, chosen);
  // Selecting columns by something learned changes what the columns say.
  for (const each of further) if (!('slice' in each)) addColumns(made, each.value);
  setTable(made, { rows, column: chosen?.length === 1 ? chosen[0]! : null, mask: rows === known.rows ? mask : null });
  return cutBack(machine, made, known.rows, cutBy(machine, first, label));
}

function cutBy(machine: Machine, first: Selector, label: boolean): Cut | null {
  if ('slice' in first) return cutBySlice(first);
  const text = textOf(first.value);
  if (text !== null) return label ? { by: 'label', label: unquoted(text) } : null;
  return cutByMask(as(first.value, 'table')?.mask ?? markedBy(machine, first.value));
}

/** Pieces of a data set by their names. */
const PIECE = /^(train|test|validation|valid|val|dev)\w*$/;

/** @returns the rows that a value in brackets chooses; knowledge in a choice of columns goes into the result */
function selectBy(machine: Machine, made: Value, { rows, index }: Table, by: Value, label: boolean): RowSet {
  const text = textOf(by);
  if (text !== null) {
    const piece = unquoted(text);
    if (rows.kind === 'source' && rows.role === 'pieces' && PIECE.test(piece)) return machine.rows.part(rows, 'piece', piece);
    if (label && machine.joins.piecesOf(rows)?.some((each) => each.label === piece) === true) return machine.rows.part(rows, `piece ${piece}`, 'in');
    return label && !index && /^-?\d+$/.test(text) ? machine.rows.part(rows, `at ${text}`, 'in') : rows;
  }
  const marked = markedBy(machine, by);
  if (marked !== null) return machine.rows.part(rows, marked.key, marked.side);
  const choice = as(by, 'table');
  if (choice !== null && (choice.mask !== null || choice.index)) return chosenRows(machine.rows, rows, by);
  if (containerOf(by) !== null || choice === null) addColumns(made, by);
  else if (label || choice.rows !== rows) return chosenRows(machine.rows, rows, by);
  return rows;
}

function addColumns(made: Value, columns: Value): void {
  if (rowsOf(columns) !== null && containerOf(columns) === null) return;
  for (const each of [columns, ...elementsOf(columns)]) if (rowsOf(each) === null) for (const learn of each.learned) made.learned.add(learn);
}

/** Elements of containers, keys of unknown things; one of several statistics is still a statistic. */
function selectWithoutRows(base: Value, first: Selector): Value {
  const by = valueIn(first);
  const container = containerOf(base);
  if (container !== null) return 'slice' in first ? slicedContainer(container, first.slice) : element(container, textOf(by));
  const text = textOf(by);
  const kept = text === null ? undefined : base.attributes?.get(`[${unquoted(text)}]`);
  if (kept !== undefined) return kept;
  const made: Value = { ...countOf(countedBy(base)), learned: new Set(base.learned), ...traceOf([base]) };
  const model = modelOf(base);
  for (const learn of model?.role === 'learner' ? model.knows : []) made.learned.add(learn);
  if (by !== null && rowsOf(by) === null) for (const learn of by.learned) made.learned.add(learn);
  return made;
}

function slicedContainer({ items, rest }: Container, slice: string): Value {
  const [from = '', to = ''] = slice.split(':');
  const border = (text: string, other: number): number => (/^-?\d+$/.test(text.trim()) ? Number(text) : other);
  return list(items.slice(border(from, 0), border(to, items.length)), null, rest);
}

/** @param key literal as written; null where it is not known: then any element may be meant */
function element({ items, keys, rest }: Container, key: string | null): Value {
  const at = key === null ? -1 : keys === null ? positionOf(key, items.length) : keys.lastIndexOf(unquoted(key));
  return items[at] ?? rest ?? items.at(-1) ?? literal('');
}

function positionOf(key: string, length: number): number {
  if (!/^-?\d+$/.test(key)) return -1;
  return Number(key) < 0 ? length + Number(key) : Number(key);
}
