/** Comprehensions: run like loops, with a container as the result. */
import { gathered, merge } from '../domain/combine.ts';
import { GROUP_STATISTIC } from '../domain/events.ts';
import { list, rowsOf, textOf, Scope, type Value } from '../domain/value.ts';
import { unquoted, type Light } from '../syntax/light-tree.ts';
import { ofTurn, turnsOf } from './iteration.ts';
import type { Machine } from './machine.ts';
import { assign } from './targets.ts';

/** Iterations of each loop: the second sees what the first left. */
const TURNS = 2;

/** What a comprehension has collected so far. */
interface Made {
  /** All elements as one value. */
  element: Value | null;
  /** What a dictionary holds by name; null once one name is not known. */
  pairs: [string, Value][] | null;
}

export function comprehension(machine: Machine, node: Light, scope: Scope): Value {
  const inner = new Scope(scope);
  const made: Made = { element: null, pairs: [] };
  const excludes = node.children.some((child) => child.type === 'if_clause' && /!=|\bnot\b|<>/.test(machine.source(child)));
  machine.loops.push(machine.id());
  if (excludes) machine.excluding++;
  loop(machine, node, node.children.filter((child) => child.type === 'for_in_clause'), inner, made);
  if (excludes) machine.excluding--;
  machine.loops.pop();
  const { element, pairs } = made;
  if (node.type === 'dictionary_comprehension' && pairs !== null && pairs.length > 0) return list(pairs.map(([, value]) => value), pairs.map(([key]) => key));
  return list([], null, element);
}

function loop(machine: Machine, node: Light, [clause, ...further]: readonly Light[], scope: Scope, made: Made): void {
  if (clause === undefined) {
    add(machine, node, scope, made);
    return;
  }
  const over = machine.evaluate(clause.fields['right'], scope);
  const rows = rowsOf(gathered(machine, over));
  if (rows !== null) machine.turning.push(rows);
  for (const turn of turnsOf(over).slice(0, TURNS)) {
    if (clause.fields['left'] !== undefined) assign(machine, clause.fields['left'], turn, scope);
    loop(machine, node, further, scope, made);
  }
  if (rows !== null) machine.turning.pop();
}

function add(machine: Machine, node: Light, scope: Scope, made: Made): void {
  const body = node.fields['body'];
  const chosenBy = node.children.filter((child) => child.type === 'if_clause')
    .flatMap((child) => child.children.flatMap((condition) => [...machine.evaluate(condition, scope).learned].filter(({ name }) => !isPlain(machine, name))));
  const value = ofTurn(machine, machine.evaluate(body?.type === 'pair' ? body.fields['value'] : body, scope));
  for (const learn of chosenBy) value.learned.add(learn);
  const key = body?.type === 'pair' ? textOf(machine.evaluate(body.fields['key'], scope)) : null;
  if (key !== null && made.pairs !== null) made.pairs.push([unquoted(key), value]);
  else made.pairs = null;
  made.element = made.element === null ? value : merge(machine, made.element, value);
}

/** Selecting by these depends on the size of values, not on how they relate to the target. */
function isPlain({ libraries }: Machine, statistic: string): boolean {
  return statistic === GROUP_STATISTIC || libraries.is(statistic, 'plainStatistic');
}
