/** Classes of libraries: an object is a model, a transformer, or a table made from its arguments. */
import { combine, gathered } from '../domain/combine.ts';
import { firstRows, firstTable, learnedOf } from '../domain/flow.ts';
import type { Model, ModelRole } from '../domain/kinds.ts';
import { chosenRows } from '../domain/selections.ts';
import { become, containerOf, ofModel, rowsOf, table, type Value } from '../domain/value.ts';
import type { Light } from '../syntax/light-tree.ts';
import type { Arguments } from './arguments.ts';
import type { Machine } from './machine.ts';
import { learnerName, modelsIn } from './models.ts';

/** @param name last part of the class's name */
export function construct(machine: Machine, node: Light, name: string, args: Arguments): Value {
  const { libraries } = machine;
  const loaded = libraries.is(name, 'loader') ? sampledRows(machine, args) : null;
  if (loaded !== null) return loaded;
  // A dictionary of columns is one table; the elements of a list are combined.
  if (libraries.is(name, 'holdsRows')) return combine(args.all.map((each) => (containerOf(each)?.keys != null ? each : gathered(machine, each))));
  if (libraries.is(name, 'composite')) return composite(machine, name, args);
  if (libraries.is(name, 'trainer') && args.named.has('train_dataset')) return trainerOf(machine, name, args);
  const role = libraries.roleOf(name);
  const model = machine.model(name, role);
  model.settings = settingsOf(machine, name, args);
  model.inner = role === 'unknown' && /Transformer|Mapper|Union/.test(name) ? modelsIn(args.all) : [];
  const data = firstTable(args.all);
  if (data === null) return ofModel(model);
  model.data = { ...gathered(machine, data), learned: learnedOf(args.all) };
  const rows = rowsOf(model.data);
  if (role === 'learner' && rows !== null && libraries.is(name, 'learnsWhenMade')) model.knows.add(machine.learn(node, name, rows));
  if (role !== 'unknown') return ofModel(model);
  // An unknown class may also be data.
  const made = combine(args.all);
  become(made, { kind: 'learner', model });
  return made;
}

/** `DataLoader(data, sampler=…)` */
function sampledRows(machine: Machine, args: Arguments): Value | null {
  const data = firstTable(args.all);
  const [rows, sampler] = [firstRows(args.all), args.named.get('sampler')];
  if (data === null || rows === null || sampler === undefined || rowsOf(sampler) === null) return null;
  return table(chosenRows(machine.rows, rows, sampler), data.learned);
}

/** Keyword arguments; the file that a checkpoint writes to may be given first, without its name. */
function settingsOf({ libraries }: Machine, name: string, { named, positional: [first] }: Arguments): ReadonlyMap<string, Value> {
  return libraries.is(name, 'checkpoint') && first !== undefined && !named.has('filepath') ? new Map([...named, ['filepath', first]]) : named;
}

/** Trains a network on one data set and watches it on another: calls on it are calls on the network. */
function trainerOf(machine: Machine, name: string, args: Arguments): Value {
  const model = machine.model(name, 'model');
  model.settings = args.named;
  model.data = gathered(machine, args.named.get('train_dataset')!);
  return ofModel(model);
}

/** A pipeline is a model when something in it can be trained to answer, and a transformer otherwise. */
export function composite(machine: Machine, name: string, args: Arguments): Value {
  const inner = modelsIn(args.all);
  const last = inner.at(-1);
  const isModel = machine.libraries.is(name, 'pipeline') && last !== undefined && mayAnswer(last);
  const learns = inner.some((each) => learnerName(each, false) !== null);
  const role: ModelRole = isModel || inner.length === 0 ? 'model' : learns ? 'learner' : 'stateless';
  return ofModel({ ...machine.model(name, role), inner: isModel ? [] : inner, answers: isModel && last.role === 'model' });
}

function mayAnswer(model: Model): boolean {
  return learnerName(model, false) === null && (model.role === 'model' || model.role === 'search' || model.role === 'unknown');
}
