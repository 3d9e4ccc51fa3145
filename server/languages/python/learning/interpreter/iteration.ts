/** Loops are run a few times: the second iteration sees what the first left. */
import { elementsOf, traceOf } from '../domain/flow.ts';
import { as, blank, containerOf, knowledge, literal, modelOf, rowsOf, table, textOf, withRows, type Value } from '../domain/value.ts';
import type { Machine } from './machine.ts';

/** Lists of more elements than this are run with the first and the last ones. */
const LONGEST = 4;

/** @param over what the loop runs over @returns what its variable stands for, by iteration */
export function turnsOf(over: Value): Value[] {
  const container = containerOf(over);
  if (container !== null && container.keys !== null) return few(container.keys.map((key) => (key === null ? blank() : literal(`'${key}'`))));
  if (container !== null && container.items.length > 0) return few(elementsOf(over));
  if (container !== null && container.rest !== null) return [container.rest, container.rest];
  const known = as(over, 'table');
  if (known !== null && !known.index) {
    const one = (): Value => ({ ...table(known.rows, over.learned, { single: known.grouped === null }), ...traceOf([over]) });
    return [one(), one()];
  }
  // What was found to be good, name by name; which values there are, and how often, does not count as that.
  const one = (): Value => ({ ...knowledge([...over.learned].filter(({ name }) => name !== 'value_counts')), ...traceOf([over]) });
  return [one(), one()];
}

function few(values: Value[]): Value[] {
  if (values.length > LONGEST && values.every((each) => textOf(each) !== null)) return [blank(), blank()];
  return values.length <= LONGEST ? values : [...values.slice(0, 2), ...values.slice(-2)];
}

/** What is computed for a row from what was learned belongs to that row, although nothing from the row went in. */
export function ofTurn(machine: Machine, value: Value): Value {
  const rows = machine.turning.at(-1);
  if (rows === undefined || value.learned.size === 0) return value;
  return rowsOf(value) !== null || containerOf(value) !== null || modelOf(value) !== null ? value : withRows(value, rows);
}
