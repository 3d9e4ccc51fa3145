/** Follows a whole file: first what runs when the file does, then what nothing in the file calls. */
import { flatten } from '../domain/flow.ts';
import type { ClassValue, FunctionValue } from '../domain/kinds.ts';
import { blank, rowsOf, table, type Value } from '../domain/value.ts';
import type { Light } from '../syntax/light-tree.ts';
import { handed, type Arguments } from './arguments.ts';
import { bind, callFunction, instantiate, methodOf, parameterName } from './callables.ts';
import type { Machine } from './machine.ts';
import { executeAll } from './statements.ts';

/** How many tables that leave a function together are compared: if any leak, some of these do. */
const MOST_ESCAPES = 40;

/** @param machine writes down what happens @param tree of the file */
export function followFile(machine: Machine, tree: Light): void {
  executeAll(machine, tree.children, machine.top);
  machine.running = false;
  machine.calling = null;
  for (const cls of [...machine.classes]) if (!machine.entered.has(cls.node)) wholeClass(machine, cls);
  for (const fn of [...machine.functions]) if (!machine.entered.has(fn.node)) escape(machine, [callFunction(machine, fn, unknownArguments(machine, fn))]);
}

/** Parameters of what nothing in the file calls: separate tables, or their defaults. */
function unknownArguments(machine: Machine, fn: FunctionValue): Arguments {
  const named = new Map<string, Value>();
  (fn.parameters?.children ?? []).forEach((parameter, at) => {
    const name = parameterName(parameter);
    if ((at === 0 && fn.self !== null) || parameter.fields['value'] !== undefined || /splat|separator/.test(parameter.type)) return;
    named.set(name, table(machine.rows.source()));
  });
  return { ...handed([], [...named.values()]), named };
}

/** A class that nothing in the file instantiates: one object is made, and its methods are called in order. */
function wholeClass(machine: Machine, cls: ClassValue): void {
  const init = methodOf(cls, '__init__');
  const self = instantiate(machine, cls, init === null ? handed([]) : unknownArguments(machine, { ...init, self: blank() }));
  const results: Value[] = [];
  for (const name of cls.methods.keys()) {
    const method = methodOf(cls, name);
    if (method === null || name === '__init__' || machine.entered.has(method.node)) continue;
    const fn = bind(self, method);
    results.push(callFunction(machine, fn, unknownArguments(machine, fn)));
  }
  escape(machine, [...results, ...(self.attributes?.values() ?? [])]);
}

/** Tables that leave the file together: one may contain knowledge of the rows of another. */
function escape(machine: Machine, values: readonly Value[]): void {
  const parts = values.flatMap((value) => [...flatten(value), ...(value.attributes?.values() ?? [])]).flatMap((each) => {
    const rows = rowsOf(each);
    return rows === null ? [] : [{ rows, learned: each.learned }];
  });
  if (parts.length > 1) machine.events.escapes.push({ parts: parts.slice(0, MOST_ESCAPES) });
}
