/** Loops are run a few times: what the first turn leaves behind meets the second. */
import { blank, elementsOf, literal, table, traceOf, type Value } from '../domain/values.ts';

/** Lists of more elements than this are run with the first and the last ones. */
const LONGEST = 4;

/** @returns what the loop's variable stands for, turn by turn */
export function turnsOf(over: Value): Value[] {
  if (over.keys !== null && over.items !== null) return few(over.keys.map((key) => (key === null ? blank() : literal(`'${key}'`))));
  if (over.items !== null && over.items.length > 0) return few(elementsOf(over));
  if (over.rest !== null) return [over.rest, over.rest];
  if (over.rows !== null && !over.index) {
    const one = (): Value => ({ ...table(over.rows, over.learned), ...traceOf([over]), single: !over.grouped });
    return [one(), one()];
  }
  // What was found to be good, name by name; which values there are and how often is no knowledge of that kind.
  const one = (): Value => ({ ...blank(), learned: new Set([...over.learned].filter(({ name }) => name !== 'value_counts')), ...traceOf([over]) });
  return [one(), one()];
}

function few(values: Value[]): Value[] {
  if (values.length > LONGEST && values.every((each) => each.literal !== null)) return [blank(), blank()];
  return values.length <= LONGEST ? values : [...values.slice(0, 2), ...values.slice(-2)];
}
