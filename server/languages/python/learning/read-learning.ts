/** Machine learning in one file: follows its data from where it comes to where it is tested. */
import type { Node } from 'web-tree-sitter';
import type { LearningFacts } from '../../../facts/learning-facts.ts';
import { bind, callFunction, instantiate, methodOf, parameterName } from './callables.ts';
import { judge } from './judge.ts';
import { lighten, type Light } from './light-tree.ts';
import { Exhausted, Machine } from './machine.ts';
import { Scope } from './scope.ts';
import { executeAll } from './statements.ts';
import { flatten, table, type FunctionValue, type Value } from './values.ts';

/** Files that name nothing of this are not looked at. */
const FIELD = /\b(sklearn|imblearn|keras|tensorflow|torch|xgboost|lightgbm|catboost|statsmodels|fastai|pyspark\.ml|train_test_split|\.fit\(|fit_transform)/;

/**
 * Never throws: what could not be followed is left out.
 * @param root of the parser's tree
 * @param text that it was parsed from
 * @returns null for files without machine learning
 */
export function readLearning(root: Node, text: string): LearningFacts | null {
  if (!FIELD.test(text)) return null;
  try {
    const tree = lighten(root, text);
    const machine = new Machine(text, new Scope(null));
    run(machine, tree);
    return { leaks: judge(machine.events) };
  } catch {
    return { leaks: [] };
  }
}

function run(machine: Machine, tree: Light): void {
  try {
    executeAll(machine, tree.children, machine.top);
    for (const cls of [...machine.classes]) if (!machine.entered.has(cls.node)) wholeClass(machine, cls);
    for (const fn of [...machine.functions]) if (!machine.entered.has(fn.node)) uncalled(machine, fn);
  } catch (error) {
    // What was seen until the budget ended, or the stack did, is judged all the same.
    if (!(error instanceof Exhausted) && !(error instanceof RangeError)) throw error;
  }
}

/** Parameters of what nobody in the file calls: tables of their own, or what their defaults say. */
function unknownArguments(machine: Machine, fn: FunctionValue): { positional: Value[]; named: Map<string, Value>; nodes: Light[]; all: Value[] } {
  const named = new Map<string, Value>();
  (fn.parameters?.children ?? []).forEach((parameter, at) => {
    const name = parameterName(parameter);
    if ((at === 0 && fn.self !== null) || parameter.fields['value'] !== undefined || /splat|separator/.test(parameter.type)) return;
    named.set(name, table(machine.rows.source()));
  });
  return { positional: [], named, nodes: [], all: [...named.values()] };
}

function uncalled(machine: Machine, fn: FunctionValue): void {
  escape(machine, [callFunction(machine, fn, unknownArguments(machine, fn))]);
}

/** A class that nobody makes: it is made, and its methods are called in their order. */
function wholeClass(machine: Machine, cls: Machine['classes'][number]): void {
  const init = methodOf(cls, '__init__');
  const self = instantiate(machine, cls, init === null ? { positional: [], named: new Map(), nodes: [], all: [] } : unknownArguments(machine, { ...init, self: table(null) }));
  const results: Value[] = [];
  for (const name of cls.methods.keys()) {
    const method = methodOf(cls, name);
    if (method === null || name === '__init__' || machine.entered.has(method.node)) continue;
    const bound = bind(self, method).fn!;
    results.push(callFunction(machine, bound, unknownArguments(machine, bound)));
  }
  escape(machine, [...results, ...(self.attributes?.values() ?? [])]);
}

function escape(machine: Machine, values: readonly Value[]): void {
  const parts = values.flatMap((value) => [...flatten(value), ...(value.attributes?.values() ?? [])]).flatMap((each) => (each.rows === null ? [] : [{ rows: each.rows, learned: each.learned }]));
  if (parts.length > 1) machine.events.escapes.push({ parts: parts.slice(0, 40) });
}
