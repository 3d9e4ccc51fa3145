/** What several values hold in total: their elements, what was learned, answers and results. */
import type { Learn, Test } from './events.ts';
import { containerOf, rowsOf, type Trace, type Value } from './value.ts';
import type { RowSet } from './rows.ts';

/** Containers within containers are followed this far. */
const DEEPEST = 4;

/** @returns all elements of a container that are known */
export function elementsOf(value: Value): Value[] {
  const container = containerOf(value);
  return container === null ? [] : container.rest === null ? container.items : [...container.items, container.rest];
}

/** @returns the elements of a container and of the containers in it; the value itself when it is none */
export function flatten(value: Value, depth = 0): Value[] {
  const container = containerOf(value);
  if (container === null) return [value];
  if (depth > DEEPEST) return [];
  const own = rowsOf(value) !== null || value.learned.size > 0 ? [value] : [];
  return [...own, ...elementsOf(value).flatMap((each) => flatten(each, depth + 1))];
}

/** @returns the elements of all values, in the same way */
export function flattenAll(values: readonly Value[]): Value[] {
  const flat: Value[] = [];
  for (const value of values) {
    if (containerOf(value) === null) flat.push(value);
    else flat.push(...flatten(value));
  }
  return flat;
}

/** @returns everything learned that went into the values */
export function learnedOf(values: readonly Value[]): Set<Learn> {
  const all = new Set<Learn>();
  for (const each of flattenAll(values)) for (const learn of each.learned) all.add(learn);
  return all;
}

/** @returns the first table among values and the elements of lists */
export function firstTable(values: readonly Value[]): Value | null {
  return flattenAll(values).find((each) => rowsOf(each) !== null) ?? null;
}

/** @returns rows of the first table, or null */
export function firstRows(values: readonly Value[]): RowSet | null {
  const found = firstTable(values);
  return found === null ? null : rowsOf(found);
}

/** @returns the rows of all elements, in their order */
export function allRows(value: Value): RowSet[] {
  return flatten(value).flatMap((each) => rowsOf(each) ?? []);
}

/** @returns the members of both, or null where both are null */
export function joinedSets<T>(a: Set<T> | null, b: Set<T> | null): Set<T> | null {
  return a === null ? b : b === null ? a : new Set([...a, ...b]);
}

/** @returns answers of models and results on tests that went into the values */
export function traceOf(values: readonly Value[]): Pick<Trace, 'answers' | 'scores'> {
  return tracesIn(flattenAll(values));
}

/** The same for values that are flat already. */
export function tracesIn(values: readonly Value[]): Pick<Trace, 'answers' | 'scores'> {
  let answers: Set<Test> | null = null;
  let scores: Set<Test> | null = null;
  for (const each of values) {
    answers = joinedSets(answers, each.answers);
    scores = joinedSets(scores, each.scores);
  }
  return { answers, scores };
}
