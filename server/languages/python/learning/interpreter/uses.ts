/** What a statistic is used for. A number that only fills gaps or only cuts a column says next to nothing about the rows it was computed over. */
import type { Learn } from '../domain/events.ts';
import { as, containerOf, type Value } from '../domain/value.ts';
import type { Arguments } from './arguments.ts';
import type { Machine } from './machine.ts';

/** @param value that goes in @returns the same, where the plain statistics in it are known to be used for this alone */
export function usedTo(machine: Machine, use: NonNullable<Learn['use']>, value: Value): Value {
  const container = containerOf(value);
  if (container !== null) {
    const [items, rest] = [container.items.map((each) => usedTo(machine, use, each)), container.rest === null ? null : usedTo(machine, use, container.rest)];
    return { ...value, is: { ...container, items, rest } };
  }
  // Not those of groups: an average of each class would tell the target.
  const isMeant = ({ name, use: known }: Learn): boolean => known === undefined && machine.libraries.is(name, 'plainStatistic');
  if (![...value.learned].some(isMeant)) return value;
  const changed = (learn: Learn): Learn => (isMeant(learn) ? machine.usedTo(learn, use) : learn);
  const where = value.where === null ? null : new Map([...value.where].map(([learn, columns]) => [changed(learn), columns]));
  return { ...value, learned: new Set([...value.learned].map(changed)), where };
}

/** Values that are compared: if one of them is a column, the result says on which side of a border each row is. */
export function compared(machine: Machine, values: readonly Value[]): Value[] {
  const cuts = values.some((each) => as(each, 'table')?.index === false);
  return cuts ? values.map((each) => usedTo(machine, 'cuts', each)) : [...values];
}

/** The same for the arguments of a function or method that fills gaps or cuts a column; for others they stay as they are. */
export function argumentsUsed(machine: Machine, name: string, args: Arguments): Arguments {
  const use = machine.libraries.is(name, 'fillsGaps') ? 'fills' : machine.libraries.is(name, 'cutsColumn') ? 'cuts' : null;
  if (use === null) return args;
  const changed = new Map([...args.positional, ...args.named.values()].map((each) => [each, usedTo(machine, use, each)]));
  const now = (each: Value): Value => changed.get(each) ?? each;
  const named = new Map([...args.named].map(([key, each]) => [key, now(each)]));
  return { ...args, positional: args.positional.map(now), named, all: args.all.map(now) };
}
