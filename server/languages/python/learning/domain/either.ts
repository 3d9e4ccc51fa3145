/** Two values that one name may have: if their kinds differ, it may be either. */
import type { Container, Single, Table } from './kinds.ts';
import { joinedSets } from './flow.ts';
import { as, shapeFrom, shapesOf, textOf, type Value } from './value.ts';

/** @param a comes first: if two things of one kind cannot be combined, this one counts @param b the other */
export function either(a: Value, b: Value): Value {
  if (a === b || isNothing(b)) return a;
  if (isNothing(a)) return b;
  const [first, second] = [shapesOf(a), shapesOf(b)];
  const merged = first.map((each) => mergedShape(each, second.find(({ kind }) => kind === each.kind)));
  const others = second.filter(({ kind }) => !first.some((each) => each.kind === kind)).map((each) => mergedShape(each, undefined));
  return {
    is: shapeFrom([...merged, ...others]), attributes: a.attributes ?? b.attributes, learned: new Set([...a.learned, ...b.learned]), where: null,
    answers: joinedSets(a.answers, b.answers), scores: joinedSets(a.scores, b.scores), compared: a.compared || b.compared, gist: joinedSets(a.gist, b.gist),
  };
}

function mergedShape(a: Single, b: Single | undefined): Single {
  if (a.kind === 'table') return mergedTables(a, b?.kind === 'table' ? b : a);
  return a.kind === 'container' && b?.kind === 'container' ? mergedContainers(a, b) : a;
}

function mergedTables(a: Table, b: Table): Table {
  return {
    kind: 'table', rows: a.rows, view: a.view ?? b.view, column: null, mask: a.mask ?? b.mask, index: a.index || b.index, random: a.random || b.random,
    single: a.single || b.single, grouped: a.grouped ?? b.grouped, windows: a.windows || b.windows, sequence: a.sequence || b.sequence,
  };
}

function mergedContainers(a: Container, b: Container): Container {
  const items = a.items.length === b.items.length ? a.items.map((each, at) => either(each, b.items[at]!)) : a.items;
  return { kind: 'container', items, keys: a.keys, rest: a.rest ?? b.rest };
}

/** `None`, or an unknown value: the other one says more. */
function isNothing(value: Value): boolean {
  if (textOf(value) === 'None') return true;
  return as(value, 'unknown') !== null && value.attributes === null && value.learned.size === 0 && value.answers === null && value.scores === null;
}
