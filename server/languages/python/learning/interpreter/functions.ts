/** Library functions that do something special with rows, by their effect. */
import { combine, gathered } from '../domain/combine.ts';
import { allRows, elementsOf, firstTable, flattenAll, learnedOf, traceOf } from '../domain/flow.ts';
import type { RowSet } from '../domain/rows.ts';
import { chosenRows } from '../domain/selections.ts';
import { as, blank, containerOf, countOf, countedBy, list, modelOf, ofLibrary, ofModel, rowsOf, table, textOf, withRows, type Value } from '../domain/value.ts';
import { BOOSTED } from '../knowledge/arguments.ts';
import { lastPart } from '../knowledge/libraries.ts';
import type { Effect } from '../knowledge/roles.ts';
import type { Light } from '../syntax/light-tree.ts';
import { firstNamed, type Arguments } from './arguments.ts';
import { noteJoin } from './joining.ts';
import type { Machine } from './machine.ts';
import { fed, modelsIn, test, train, watch } from './models.ts';
import { countUp, drawPositions, permute, randomNumbers, whichRows, type Call } from './positions.ts';
import { drawn, joined, severalParts, trainTestSplit } from './splits.ts';

/** @returns null where the arguments are not those that the function takes, so that the call is treated like any other */
type Function = (machine: Machine, call: Call) => Value | null;

const FUNCTIONS: Readonly<Record<Effect, Function>> = {
  splitsInTwo: (machine, { node, args }) => trainTestSplit(machine, node, args),
  splitsByLengths: (machine, { node, args, first }) => {
    const lengths = args.positional[1] ?? args.named.get('lengths') ?? blank();
    return first === undefined ? null : severalParts(machine, node, first, Math.max(2, elementsOf(lengths).length));
  },
  splitsAt: (machine, { node, args, first }) => {
    const places = args.positional[1] === undefined ? null : containerOf(args.positional[1]);
    if (first === undefined) return null;
    machine.split(node, (places?.items.length ?? 1) + 1).plain ??= true;
    return severalParts(machine, node, first, (places?.items.length ?? 1) + 1);
  },
  choosesRows: (machine, { args, first }) => {
    const [rows, by] = [first === undefined ? null : rowsOf(first), args.positional[1]];
    return first === undefined || rows === null || by === undefined ? null : table(chosenRows(machine.rows, rows, by), first.learned);
  },
  stacks: (machine, call) => stack(machine, call),
  resamples: (machine, { node, args }) => again(machine, args, (rows) => {
    if (textOf(args.named.get('replace')) !== 'False') return machine.rows.copy(rows, machine.repeat(node, 'resample'));
    return args.named.has('n_samples') ? drawn(machine, node, rows) : rows;
  }),
  // How many are left is decided by counts of the labels, which teach the rows nothing.
  thins: (machine, { args }) => again(machine, args, (rows) => machine.rows.some(rows)),
  // `random.shuffle(rows)` changes its argument and returns nothing.
  reorders: (machine, { lib, args }) => again(machine, args, (rows) => (/random/.test(lib) ? null : rows)),
  repeatsAlongAxis: (machine, call) => ((textOf(call.args.named.get('axis')) ?? textOf(call.args.positional[2])) === '0' ? repeated(machine, call) : null),
  repeatsWhole: (machine, call) => repeated(machine, call),
  counts: (machine, { first }) => countOf(first === undefined ? null : rowsOf(gathered(machine, first))),
  countsUp: (machine, call) => countUp(machine, call),
  permutes: (machine, call) => permute(machine, call),
  draws: (machine, call) => drawPositions(machine, call, false),
  drawsAgain: (machine, call) => drawPositions(machine, call, true),
  whichRows: (machine, call) => whichRows(machine, call),
  randomNumbers: (_, { args }) => randomNumbers(args),
  randomOfSize: (_, { args, first }) => (first === undefined ? null : randomNumbers(args)),
  numpyGenerator: () => ofLibrary('numpy.random'),
  pythonGenerator: () => ofLibrary('random'),
  makesPlaces: (_, { first }) => {
    // An array with a place for each row: what is put there belongs to that row.
    const shape = first === undefined ? undefined : containerOf(first)?.items[0];
    const size = first === undefined ? null : countedBy(first) ?? (shape === undefined ? null : countedBy(shape));
    return size === null ? null : table(size);
  },
  makesPlacesLike: (_, { first }) => {
    const rows = first === undefined ? null : rowsOf(first);
    return rows === null ? null : table(rows);
  },
  clones: (machine, { first }) => copiedModel(machine, first, false),
  copies: (machine, { first }) => copiedModel(machine, first, true),
  trains: (machine, { node, lib, args }) => boosted(machine, node, lib, args),
};

/** @param lib qualified name @returns null for functions that do nothing special with rows */
export function effectCall(machine: Machine, node: Light, lib: string, args: Arguments): Value | null {
  const effect = machine.libraries.effectOf(lib);
  return effect === null ? null : FUNCTIONS[effect](machine, { node, lib, args, first: args.positional[0] });
}

/** Tables stacked, or side by side. */
function stack(machine: Machine, { node, lib, args }: Call): Value {
  const { libraries } = machine;
  const name = lastPart(lib);
  const parts = args.positional.length === 0 ? [args.named.get('objs') ?? blank()] : args.positional;
  const given = parts.map(textOf).find((text) => text !== null && /^-?\d$/.test(text));
  const across = textOf(args.named.get('axis')) ?? textOf(args.named.get('dim')) ?? given ?? '0';
  const made = combine(parts);
  const rows = parts.filter((each) => textOf(each) === null).flatMap((each) => allRows(each));
  if (textOf(args.named.get('how'))?.includes('horizontal') === true) return made;
  if (rows.length === 0 || !/^(0|'index'|'rows')$/.test(across)) return made;
  if (libraries.is(name, 'stacksAcross') && new Set(rows).size === 1) return made;
  // What is combined in a loop or a function is most likely the features of one row.
  const ofOneRow = libraries.is(name, 'stacksFeatures') && (machine.loops.length > 0 || machine.frames.length > 0);
  const whole = ofOneRow || as(made, 'table')?.single === true ? machine.rows.union(rows) : joined(machine, node, rows);
  noteJoin(machine, whole, flattenAll(parts), args.named.get('keys'));
  return { ...withRows(made, whole), gist: null };
}

/** The rows of all arguments in another order, or drawn again. @param changed null when nothing is returned */
function again(machine: Machine, args: Arguments, changed: (rows: RowSet) => RowSet | null): Value {
  const given = args.positional.filter((each) => firstTable([each]) !== null);
  const [lead] = given;
  const rows = lead === undefined ? null : changed(rowsOf(gathered(machine, lead))!);
  if (rows === null) return blank();
  const made = given.map((each): Value => ({ ...table(rows, learnedOf([each])), ...traceOf([each]) }));
  return made.length === 1 ? made[0]! : list(made);
}

function repeated(machine: Machine, { node, lib, first }: Call): Value | null {
  const rows = first === undefined ? null : rowsOf(first);
  return first === undefined || rows === null ? null : withRows(combine([first]), machine.rows.copy(rows, machine.repeat(node, lastPart(lib))));
}

/** @param trained the copy knows what the original knows */
function copiedModel(machine: Machine, original: Value | undefined, trained: boolean): Value | null {
  const model = original === undefined ? null : modelOf(original);
  if (model === null) return null;
  const { inner, settings, trains, version, id } = model;
  return ofModel({ ...machine.model(model.name, model.role), inner, settings, ...(trained ? { trains, version, id } : {}) });
}

/** The model is trained and tested on parts of the data, which the call makes itself. */
export function crossValidation(machine: Machine, node: Light, args: Arguments): Value {
  const [model] = modelsIn(args.all);
  const positional = args.positional.find((each) => modelOf(each) === null && firstTable([each]) !== null);
  const given = firstNamed(args, ['X', 'dtrain']) ?? positional ?? firstTable(args.all);
  const data = given === null ? null : fed(gathered(machine, given));
  if (data === null) return blank();
  const tried = machine.model(model?.name ?? 'model', 'model');
  train(machine, node, tried, data, data.learned, false);
  return { ...blank(), scores: new Set([test(machine, node, tried, data, 'inner')]) };
}

/** `xgb.train(settings, data)` makes a model and trains it. */
function boosted(machine: Machine, node: Light, lib: string, args: Arguments): Value {
  const model = machine.model(lib.split('.')[0]!, 'model');
  const given = firstNamed(args, BOOSTED) ?? firstTable(args.positional);
  const data = given === null ? null : fed(given);
  if (given === null || data === null) return ofModel(model);
  train(machine, node, model, data, given.learned, false);
  const further = args.positional.find((each) => containerOf(each) !== null && each !== given && firstTable([each]) !== null);
  const isNamed = further === undefined || args.named.has('evals') || args.named.has('valid_sets');
  watch(machine, node, model, isNamed ? args : { ...args, named: new Map([...args.named, ['evals', further]]) });
  return ofModel(model);
}

