/** Machine learning in one file: follows its data from where it comes to where it is tested. */
import type { LearningFacts } from '../../../facts/learning-facts.ts';
import { bind, callFunction, instantiate, methodOf, parameterName } from './interpreter/callables.ts';
import { evaluate } from './interpreter/expressions.ts';
import { judge } from './verdicts/judge.ts';
import { lighten, type Light } from './syntax/light-tree.ts';
import { Exhausted, Machine } from './interpreter/machine.ts';
import { hoardedIn, trackedIn, uncheckedIn, unversionedIn } from './verdicts/practice/data.ts';
import { unseededIn } from './verdicts/practice/seeds.ts';
import { factoriesIn, hardcodedIn } from './verdicts/practice/settings.ts';
import { habitsOf } from './verdicts/practice/walk.ts';
import { holds } from './domain/rows.ts';
import { Scope } from './domain/scope.ts';
import { execute, executeAll } from './interpreter/statements.ts';
import type { Source } from '../syntax.ts';
import { flatten, table, type FunctionValue, type Value } from './domain/values.ts';

/** Files that name nothing of this are not looked at. */
const FIELD = /\b(sklearn|imblearn|keras|tensorflow|torch|xgboost|lightgbm|catboost|statsmodels|fastai|pyspark\.ml|mxnet|implicit|surprise|transformers|lightning|pycaret|h2o|jax|train_test_split|\.fit\(|fit_transform|pandas|read_(csv|parquet|excel|json)|\w*(Forest|SVM|Classifier|Regressor)\()/;

/**
 * Never throws: what could not be followed is left out.
 * @param source a file with its tree
 * @param onFault told of what broke down; what was seen until then is judged all the same
 * @returns null for files without machine learning
 */
export function readLearning(source: Source, onFault: (error: unknown) => void = () => undefined): LearningFacts | null {
  const { text } = source;
  if (!FIELD.test(text)) return null;
  const machine = new Machine(text, new Scope(null), { evaluate, execute });
  const tree = lighten(source);
  try {
    run(machine, tree);
  } catch (error) {
    // The budget ended, or the stack did; anything else is a fault of ours and no reason to say nothing of the file.
    if (!(error instanceof Exhausted) && !(error instanceof RangeError)) onFault(error);
  }
  try {
    return { leaks: judge(machine.events), ...practice(machine, tree, text) };
  } catch (error) {
    onFault(error);
    return NOTHING;
  }
}

const NOTHING: LearningFacts = { leaks: [], unseeded: [], hardcoded: [], experiment: null, tracked: false, unversioned: [], unchecked: null, factories: [], hoarded: [] };

/** What makes a run hard to repeat, besides leaks. */
function practice(machine: Machine, tree: Light, text: string): Omit<LearningFacts, 'leaks'> {
  const habits = habitsOf(tree, text);
  const { trains, tests } = machine.events;
  const measured = tests.find((test) => test.top && test.trains.some((train) => !holds(train.rows, test.rows) || test.how === 'inner'));
  const [first] = measured?.trains ?? [];
  return {
    unseeded: unseededIn(habits), hardcoded: hardcodedIn(habits), tracked: trackedIn(habits), unversioned: unversionedIn(habits), factories: factoriesIn(habits), hoarded: hoardedIn(habits),
    experiment: first === undefined ? null : { span: first.span, text: first.text },
    unchecked: uncheckedIn(habits, trains.some((train) => train.top)),
  };
}

function run(machine: Machine, tree: Light): void {
  executeAll(machine, tree.children, machine.top);
  machine.running = false;
  for (const cls of [...machine.classes]) if (!machine.entered.has(cls.node)) wholeClass(machine, cls);
  for (const fn of [...machine.functions]) if (!machine.entered.has(fn.node)) uncalled(machine, fn);
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
