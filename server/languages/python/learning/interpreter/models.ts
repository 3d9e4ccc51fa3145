/** What is done with models, transformers, samplers, splitters and searches. */
import type { Arguments } from './callables.ts';
import { asTable, combine, gathered } from '../domain/combine.ts';
import type { Learn, Test, Train } from '../domain/events.ts';
import { isOversampler, LEARNER_NAME, PREDICT_CALLS, SCORE_CALLS, WATCHERS } from '../knowledge/names.ts';
import type { Light } from '../syntax/light-tree.ts';
import type { Machine } from './machine.ts';
import { sourceOf } from './readers.ts';
import { nameIn, noteWriting } from './saved.ts';
import { foldsOf } from './splits.ts';
import { blank, elementsOf, firstTable, flatten, learnedOf, list, table, traceOf, type ClassValue, type Model, type Value } from '../domain/values.ts';

export function modelMethod(machine: Machine, node: Light, object: Value, name: string, args: Arguments): Value {
  const model = object.model!;
  if (model.role === 'splitter' || (name === 'split' && model.role === 'unknown')) return name === 'split' ? foldsOf(machine, node, model, args) : blank();
  if (/^fit_(resample|sample)$/.test(name) || (model.role === 'sampler' && name === 'fit')) return resampled(machine, node, model, args);
  if (PREDICT_CALLS.has(name) || (name === 'test' && model.trains.length > 0)) return askModel(machine, node, model, args, 'predict');
  if (SCORE_CALLS.has(name)) return askModel(machine, node, model, args, 'score');
  switch (name) {
    case 'fit': case 'fit_generator': case 'partial_fit': case 'train_on_batch': case 'fit_on_texts': case 'adapt': case 'train': case 'build_vocab':
      return fit(machine, node, object, args, /^(partial_fit|train_on_batch)$/.test(name));
    case 'search':
      fit(machine, node, object, args, false);
      for (const each of machine.events.tests) if (each.model === model && each.how === 'validate') machine.events.chooses.push({ ...machine.at(node), rows: each.rows, test: null });
      return object;
    case 'fit_transform': case 'fit_predict':
      if (name === 'fit_predict' && model.role === 'model') {
        fit(machine, node, object, args, false);
        return askModel(machine, node, model, args, 'predict');
      }
      learnFrom(machine, node, model, args, true);
      return changed(machine, model, args);
    case 'transform': case 'inverse_transform': case 'texts_to_sequences': case 'texts_to_matrix': case 'wrap':
      // What Spark trains answers by changing the table.
      if (model.role === 'model' && model.trains.length > 0 && (model.inner.length === 0 && !/ipeline/.test(model.name) || model.answers)) return askModel(machine, node, model, args, 'predict');
      // Something that was trained and now changes data was no model, but learned of the data all the same.
      if (model.role === 'unknown' && model.knows.size === 0 && LEARNER_NAME.test(model.name)) for (const train of model.trains) model.knows.add({ id: train.id, span: train.span, text: train.text, top: train.top, name: model.name, rows: train.rows });
      return changed(machine, model, args);
    case 'get_support': case 'get_feature_names_out': case 'get_feature_names': case 'feature_importances': {
      return { ...blank(), learned: new Set(knowledgeOf(machine, node, model)) };
    }
    case 'flow': return combine(args.all);
    case 'flow_from_directory': case 'flow_from_dataframe': return sourceOf(machine, node, model.name, name, args) ?? blank();
    case 'save': case 'save_model': case 'save_weights': case 'save_pretrained':
      noteWriting(machine, name, object, args);
      return blank();
    case 'set_params': case 'to': case 'cuda': case 'cpu': case 'eval': case 'train_mode': case 'compile': case 'add': case 'load_state_dict': case 'copy': return object;
    default: return object.rows === null ? ownOrBlank(object, args) : combine([object, ...args.all]);
  }
}

/** Other methods: `dataset.batch(32)` of something that is data as well, `model.summary()` of a model. */
function ownOrBlank(object: Value, args: Arguments): Value {
  const given = firstTable(args.all);
  return given === null ? { ...blank(), ...traceOf([object]) } : combine(args.all);
}

/** The rows that a call names first, or those that the model was built with. */
function dataOf(machine: Machine, model: Model, args: Arguments): Value | null {
  const named = ['X', 'x', 'X_train', 'x_train', 'raw_documents', 'dataset', 'train_dataset', 'generator', 'data', 'df', 'train_dataloaders'].map((name) => args.named.get(name)).find((value) => value !== undefined);
  const given = named ?? args.positional.find((value) => firstTable([value]) !== null);
  if (given === undefined) return args.all.length === 0 || args.all.every((each) => each.literal !== null) ? model.data : null;
  const whole = gathered(machine, given);
  return whole.rows === null ? firstTable([given]) : whole;
}

/** What is known after training: for transformers their own, for models what they were trained on. */
export function knowledgeOf(machine: Machine, node: Light, model: Model): Set<Learn> {
  const all = new Set(model.knows);
  for (const train of model.trains) all.add(machine.learn(node, model.name === '' ? 'model' : model.name, train.rows));
  return all;
}

export function learnFrom(machine: Machine, node: Light, model: Model, args: Arguments, transforms: boolean): void {
  asTable(machine, args.positional[0]);
  const data = dataOf(machine, model, args);
  if (data?.rows === null || data === null || data.single) return;
  model.data = data;
  const name = learnerName(model, transforms);
  model.knows = name === null ? new Set() : new Set([machine.learn(node, name, data.rows)]);
}

/** Name of what learns from values in it, or null when nothing does. */
export function learnerName(model: Model, transforms: boolean): string | null {
  if (model.role === 'stateless' || model.role === 'sampler' || model.role === 'splitter') return null;
  if (model.inner.length > 0) return model.inner.map((each) => learnerName(each, transforms)).find((name) => name !== null) ?? null;
  if (model.role === 'learner') return model.name;
  if (model.role === 'unknown') return LEARNER_NAME.test(model.name) ? model.name : null;
  return transforms ? model.name : null;
}

function changed(machine: Machine, model: Model, args: Arguments): Value {
  const data = args.positional.length + args.named.size === 0 ? model.data : dataOf(machine, model, args);
  if (data === null) return blank();
  const made = { ...table(data.rows, data.learned), ...traceOf([data]), single: data.single };
  for (const learn of model.knows) made.learned.add(learn);
  return made;
}

function fit(machine: Machine, node: Light, object: Value, args: Arguments, step: boolean): Value {
  const model = object.model!;
  if (model.role === 'learner' || model.role === 'stateless') {
    learnFrom(machine, node, model, args, false);
    if (/^self\./.test(machine.source(node))) machine.events.kept.push(...model.knows);
    return object;
  }
  if (model.data === null) asTable(machine, args.positional[0]);
  const data = dataOf(machine, model, args) ?? (object.rows === null ? null : object);
  if (data === null || data.rows === null) return object;
  // A pipeline of transformers alone, or an unknown one: what it may do to data later.
  if (model.role === 'unknown') {
    learnFrom(machine, node, model, args, false);
    machine.events.kept.push(...model.knows);
  }
  const learned = learnedOf([data, ...args.positional.slice(0, 2)]);
  train(machine, node, model, data, learned, step || (model.stepwise && model.trains.length > 0));
  watch(machine, node, model, args);
  const part = args.named.get('validation_split') ?? args.named.get('validation_fraction');
  if (part !== undefined && part.literal !== '0' && part.literal !== '0.0') test(machine, node, model, data, 'inner');
  return object;
}

/**
 * @param machine that follows the file
 * @param node the call
 * @param model that is trained
 * @param data rows that it learns from
 * @param learned what was known in them
 * @param step goes on with what was trained before
 */
export function train(machine: Machine, node: Light, model: Model, data: Value, learned: ReadonlySet<Learn>, step: boolean): Train {
  if (!step || model.version === 0) {
    model.version++;
    model.trains = [];
  }
  const all = new Set([...learned, ...fromAnswers(machine, node, data)]);
  const known = step ? model.trains.find((each) => each.rows === data.rows && each.span === node.span) : undefined;
  const made: Train = known ?? { ...machine.at(node), model, version: model.version, rows: data.rows!, learned: all };
  if (known === undefined) {
    if (model.trains.length < 12) model.trains.push(made);
    machine.events.trains.push(made);
  }
  return made;
}

/** Answers of another model among what is learned from: they know of the rows that it was trained on. */
function fromAnswers(machine: Machine, node: Light, data: Value): Learn[] {
  const others = [...data.answers ?? []].filter(({ training }) => training !== true);
  return others.flatMap(({ model, trains }) => trains.map((each) => machine.learn(node, model.name === '' ? 'model' : model.name, each.rows)));
}

export function test(machine: Machine, node: Light, model: Model, data: Value, how: Test['how']): Test {
  const made: Test = { ...machine.at(node), model, version: model.version, rows: data.rows!, learned: new Set(data.learned), how, trains: [...model.trains] };
  machine.events.tests.push(made);
  return made;
}

/** Data that is watched while training, and whether what is seen there decides. */
export function watch(machine: Machine, node: Light, model: Model, args: Arguments): void {
  for (const each of flatten(args.named.get('callbacks') ?? blank())) {
    const file = each.model?.name === 'ModelCheckpoint' ? each.model.settings.get('filepath')?.literal ?? null : null;
    if (file !== null) machine.written.set(nameIn(file), { ...blank(), model });
  }
  const watched = ['validation_data', 'eval_set', 'valid_sets', 'evals', 'val_dataloaders', 'eval_dataset'].map((name) => args.named.get(name) ?? (name === 'eval_dataset' ? model.settings.get(name) : undefined)).find((value) => value !== undefined);
  if (watched === undefined) return;
  const decides = [args.named, model.settings].some((names) => (names.has('early_stopping_rounds') && names.get('early_stopping_rounds')?.literal !== 'None') || names.get('use_best_model')?.literal === 'True' || names.get('args')?.model?.settings.get('load_best_model_at_end')?.literal === 'True')
    || flatten(args.named.get('callbacks') ?? blank()).some((each) => (each.model !== null && WATCHERS.has(each.model.name) && !/^['"](loss|acc|accuracy)/.test(each.model.settings.get('monitor')?.literal ?? '')) || each.lib?.endsWith('.early_stopping') === true);
  const seen = new Set<unknown>();
  for (const each of flatten(watched)) {
    if (each.rows === null || seen.has(each.rows)) continue;
    seen.add(each.rows);
    test(machine, node, model, each, 'validate');
    if (decides) machine.events.chooses.push({ ...machine.at(node), rows: each.rows, test: null });
  }
}

export function askModel(machine: Machine, node: Light, model: Model, args: Arguments, how: 'predict' | 'score'): Value {
  const watched = model.settings.get('eval_dataset');
  const data = args.all.length === 0 && how === 'score' && watched !== undefined ? gathered(machine, watched) : dataOf(machine, model, args);
  if (data === null || data.rows === null) return blank();
  // `predict(user, item)`: what is asked about is no row of a table.
  const [first] = args.positional;
  if (how === 'predict' && first !== undefined && firstTable([first]) === null && args.positional.length > 1) return blank();
  if (model.role === 'learner' || (model.inner.length > 0 && model.role === 'stateless')) return changed(machine, model, args);
  const asked = test(machine, node, model, data, how);
  if (how === 'predict' && data === model.data) asked.ahead = true;
  const made = how === 'score' ? { ...blank(), scores: new Set([asked]) } : { ...table(data.rows, data.learned), answers: new Set([asked]), single: data.single };
  return how === 'score' ? { ...made, items: null } : made;
}

/** Results of a search's own cross-validation are read. */
export function innerTest(machine: Machine, node: Light, object: Value): Value {
  const model = object.model!;
  for (const each of model.role === 'search' ? model.trains.slice(0, 1) : []) test(machine, node, model, table(each.rows, each.learned), 'inner');
  return blank();
}

/** `loss.backward()`: the answers that went into the loss were asked for in order to learn. */
export function trainByStep(machine: Machine, node: Light, loss: Value): Value {
  for (const answer of loss.answers ?? []) {
    answer.training = true;
    answer.model.stepwise = true;
    train(machine, node, answer.model, table(answer.rows), answer.learned, answer.model.version > 0);
  }
  return blank();
}

function resampled(machine: Machine, node: Light, model: Model, args: Arguments): Value {
  const data = dataOf(machine, model, args);
  if (data === null || data.rows === null) return blank();
  const rows = model.name === '' || isOversampler(model.name) || model.role === 'unknown' ? machine.rows.copy(data.rows, machine.repeat(node, model.name)) : machine.rows.some(data.rows);
  return list([...args.positional, ...['X', 'y'].flatMap((name) => args.named.get(name) ?? [])].filter((each) => firstTable([each]) !== null).map((each) => table(rows, learnedOf([each]))));
}

/** A class of the file that answers, or only changes data. */
function ofClass(cls: ClassValue): Model {
  const role = cls.methods.has('predict') || cls.bases.some((base) => /Classifier|Regressor/.test(base)) ? 'model' : 'stateless';
  return { id: 0, name: cls.name, role, inner: [], version: 0, trains: [], knows: new Set(), data: null, settings: new Map(), stepwise: false, answers: true };
}

/** Models that a call is handed, for pipelines, searches and wrappers. */
export function modelsIn(values: readonly Value[]): Model[] {
  const found: Model[] = [];
  const visit = (value: Value, depth: number): void => {
    if (value.model !== null) found.push(value.model);
    else if (value.instanceOf !== null) found.push(ofClass(value.instanceOf));
    if (depth < 5) for (const each of elementsOf(value)) visit(each, depth + 1);
  };
  for (const value of values) visit(value, 0);
  return found;
}
