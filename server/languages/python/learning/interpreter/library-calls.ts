/** Calls of libraries: what is known about the name decides what happens to the data. */
import { columnNames } from '../domain/columns.ts';
import { combine, gathered, traceAlone, turned } from '../domain/combine.ts';
import { firstTable, traceOf } from '../domain/flow.ts';
import { blank, functionOf, ofModel, rowsOf, setTable, valueOf, type Value } from '../domain/value.ts';
import { lastPart } from '../knowledge/libraries.ts';
import { PICTURED } from '../knowledge/patterns.ts';
import type { Light } from '../syntax/light-tree.ts';
import { handed, type Arguments } from './arguments.ts';
import { builtinCall } from './builtins.ts';
import { callFunction } from './callables.ts';
import { columnCall, openColumn } from './column-expressions.ts';
import { composite, construct } from './constructing.ts';
import { crossValidation, effectCall } from './functions.ts';
import type { Machine } from './machine.ts';
import { fed, modelsIn, test } from './models.ts';
import { sourceOf } from './readers.ts';
import { noteWriting, readBack } from './saved.ts';
import { scored, spread, statistic } from './statistics.ts';

/** Random numbers. */
const DISTRIBUTION = /^numpy\.random\.(multivariate_normal|normal|standard_normal|randn|poisson|exponential|gamma|lognormal)$/;

/** @param lib qualified name of what is called */
export function libraryCall(machine: Machine, node: Light, lib: string, args: Arguments): Value {
  const name = lastPart(lib);
  const { libraries } = machine;
  noteWriting(machine, name, null, args);
  const own = readBack(machine, name, args) ?? effectCall(machine, node, lib, args) ?? builtinCall(machine, lib, name, args);
  if (own !== null) return own;
  const column = columnCall(machine, lib, args);
  if (column !== null) return column;
  if (libraries.isPretrained(lib)) return ofModel(machine.model(name, 'model'));
  if (libraries.does(lib, 'crossValidates')) return crossValidation(machine, node, args);
  if (DISTRIBUTION.test(lib) && firstTable(args.all) === null) return valueOf({ kind: 'unknown', random: true });
  const found = measuring(machine, node, lib, name, args) ?? ofRows(machine, node, lib, name, args) ?? making(machine, node, name, args);
  return found ?? passing(machine, name, args);
}

/** Measures of models, and what is only drawn or logged. */
function measuring(machine: Machine, node: Light, lib: string, name: string, args: Arguments): Value | null {
  const { libraries } = machine;
  const [first] = args.positional;
  // Hits that are counted are a result.
  if (libraries.is(name, 'averages') && first?.compared === true && first.answers !== null) return scored(machine, first.answers);
  if (libraries.is(name, 'metric') && !PICTURED.test(lib)) return measured(machine, node, args);
  return libraries.isMute(lib) && !libraries.is(name, 'reader') ? traceAlone(args.all) : null;
}

/** A measure of answers, or of a model on a table: `precision_at_k(model, known, held_back)`. */
function measured(machine: Machine, node: Light, args: Arguments): Value {
  const { answers } = traceOf(args.all);
  if (answers !== null) return scored(machine, answers, firstTable(args.all.filter((each) => each.answers === null)));
  const [model] = args.positional[0] === undefined ? [] : modelsIn([args.positional[0]]);
  const given = args.positional.slice(1).findLast((each) => rowsOf(each) !== null);
  const data = given === undefined ? null : fed(given);
  if (model === undefined || data === null || model.trains.length === 0) return traceAlone(args.all);
  return { ...blank(), scores: new Set([test(machine, node, model, data, 'score')]) };
}

/** Functions that compute or change something from all rows, or return new ones. */
function ofRows(machine: Machine, node: Light, lib: string, name: string, args: Arguments): Value | null {
  const { libraries } = machine;
  const [first] = args.positional;
  if (libraries.is(name, 'spreads') && first !== undefined) return spread(machine, node, gathered(machine, first), name);
  // `pl.mean('age')` is short for `pl.col('age').mean()`.
  const named = libraries.does(lib, 'ofNamedColumn') && first !== undefined ? columnNames(first) : null;
  if (named !== null) return statistic(machine, node, openColumn(machine, named[0] ?? null), name, { ...args, positional: args.positional.slice(1) });
  // The bare name of a statistic may be anything; that of a test of features is not.
  const tells = libraries.is(name, 'statistic') && (lib.includes('.') || libraries.is(name, 'featureTest'));
  // `np.mean(X, axis=1)` has the table first; a method does not.
  if (tells && first !== undefined) return statistic(machine, node, gathered(machine, first), name, { ...args, positional: args.positional.slice(1) });
  return libraries.is(name, 'likeness') ? likeness(machine, node, name, args) : sourceOf(machine, node, lib, name, args);
}

function likeness(machine: Machine, node: Light, name: string, args: Arguments): Value {
  const made = combine(args.all);
  const rows = rowsOf(made);
  return rows === null ? made : setTable(made, { rows: machine.rows.copy(rows, machine.repeat(node, name, true)) });
}

/** Models, transformers and pipelines. */
function making(machine: Machine, node: Light, name: string, args: Arguments): Value | null {
  if (/^[A-Z]/.test(name)) return construct(machine, node, name, args);
  return machine.libraries.is(name, 'composite') ? composite(machine, name, args) : null;
}

/** An unknown function: a function passed to it is called with the data, and everything that goes in may come out. */
function passing(machine: Machine, name: string, args: Arguments): Value {
  const by = args.positional.find((each) => functionOf(each) !== null);
  if (by !== undefined) {
    const data = firstTable(args.all);
    const result = callFunction(machine, functionOf(by)!, handed(data === null ? [] : [setTable({ ...data }, { single: true })]));
    return combine([...args.all.filter((each) => each !== by), result]);
  }
  const [only, ...further] = args.all;
  if (only === undefined || further.length > 0) return combine(args.all.map((each) => gathered(machine, each)));
  return converted(machine, name, args.positional[0] ?? only);
}

/** One argument: a conversion, most likely. Lists keep their elements where the function only copies them. */
function converted({ libraries, rows: sets }: Machine, name: string, value: Value): Value {
  if (libraries.is(name, 'turns')) return turned(value);
  if (!libraries.is(name, 'keepsElements')) return combine([gathered({ rows: sets }, value)]);
  return rowsOf(value) !== null && name === 'list' ? setTable({ ...value, learned: new Set(value.learned) }, { sequence: true }) : value;
}

