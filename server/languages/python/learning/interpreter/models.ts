/** Training, testing and learning, written down as events. */
import { asTable, combine, gathered } from '../domain/combine.ts';
import { elementsOf, firstTable, flatten, traceOf } from '../domain/flow.ts';
import { untrained } from '../domain/history.ts';
import type { ClassValue, Model } from '../domain/kinds.ts';
import type { Learn, Test, Train } from '../domain/events.ts';
import { holds } from '../domain/row-relations.ts';
import type { RowSet } from '../domain/rows.ts';
import { as, blank, instanceOf, libraryOf, modelOf, ofModel, rowsOf, table, textOf, type Value } from '../domain/value.ts';
import { HELD_BACK, ROWS, WATCHED, WATCHED_WHEN_MADE } from '../knowledge/arguments.ts';
import { partNamed } from '../knowledge/part-names.ts';
import { FILLS_GAPS, LEARNER_NAME } from '../knowledge/patterns.ts';
import type { Light } from '../syntax/light-tree.ts';
import { firstNamed, type Arguments } from './arguments.ts';
import type { Machine } from './machine.ts';
import { nameIn } from './saved.ts';

/** How many trainings of one model are kept apart. */
const MOST_TRAININGS = 12;

/** Rows that a model is trained or tested on. */
export interface Fed {
  rows: RowSet;
  learned: Set<Learn>;
  answers: Set<Test> | null;
}

/** @returns the rows of a value with what is known in them; null when it has none */
export function fed(value: Value): Fed | null {
  const rows = rowsOf(value);
  return rows === null ? null : { rows, learned: value.learned, answers: value.answers };
}

/** @returns the rows that a call names first, or those that the model was built with */
export function dataOf(machine: Machine, model: Model, args: Arguments): Value | null {
  const given = firstNamed(args, ROWS) ?? args.positional.find((value) => firstTable([value]) !== null);
  if (given === undefined) return args.all.every((each) => textOf(each) !== null) ? model.data : null;
  const whole = gathered(machine, given);
  return rowsOf(whole) === null ? firstTable([given]) : whole;
}

/** @returns what is known after training: for transformers their own knowledge, for models what they were trained on */
export function knowledgeOf(machine: Machine, node: Light, model: Model): Set<Learn> {
  const all = new Set(model.knows);
  for (const train of model.trains) all.add(machine.learn(node, named(model), train.rows));
  return all;
}

const named = ({ name }: Model): string => (name === '' ? 'model' : name);

/** A transformer learns from rows. @param transforms the call also changes the rows */
export function learnFrom(machine: Machine, node: Light, model: Model, args: Arguments, transforms: boolean): void {
  asTable(machine, args.positional[0]);
  const data = dataOf(machine, model, args);
  const known = data === null ? null : as(data, 'table');
  if (known === null || known.single) return;
  model.data = data;
  const name = learnerName(model, transforms);
  const learn = name === null ? null : machine.learn(node, name, known.rows);
  model.knows = new Set(learn === null ? [] : [FILLS_GAPS.test(learn.name) ? machine.usedTo(learn, 'fills') : learn]);
}

/** @returns the name of what learns from values in it, or null when nothing does */
export function learnerName(model: Model, transforms: boolean): string | null {
  if (model.role === 'stateless' || model.role === 'sampler' || model.role === 'splitter') return null;
  if (model.inner.length > 0) {
    const names = model.inner.flatMap((each) => learnerName(each, transforms) ?? []);
    // What learns more than a number for filling gaps says more.
    return names.find((each) => !FILLS_GAPS.test(each)) ?? names[0] ?? null;
  }
  if (model.role === 'learner') return model.name;
  if (model.role === 'unknown') return LEARNER_NAME.test(model.name) ? model.name : null;
  return transforms ? model.name : null;
}

/** @returns rows after a transformer has changed them: they hold what it knows */
export function changed(machine: Machine, model: Model, args: Arguments): Value {
  const data = args.positional.length + args.named.size === 0 ? model.data : dataOf(machine, model, args);
  if (data === null) return blank();
  const made = { ...table(rowsOf(data), data.learned, { single: as(data, 'table')?.single ?? false }), ...traceOf([data]) };
  for (const learn of model.knows) made.learned.add(learn);
  return made;
}

/**
 * @param machine that follows the file
 * @param node the call
 * @param model that is trained
 * @param data rows that it learns from
 * @param learned what was known in them
 * @param step continues the training before
 * @param ofTarget what was known in the answers alone
 */
export function train(
  machine: Machine, node: Light, model: Model, data: Fed, learned: ReadonlySet<Learn>, step: boolean, ofTarget: ReadonlySet<Learn> = new Set(),
): Train {
  if (!step || model.version === 0) {
    model.version++;
    model.trains = [];
  }
  const all = new Set([...learned, ...fromAnswers(machine, node, data)]);
  const known = step ? model.trains.find((each) => each.rows === data.rows && each.span === node.span) : undefined;
  if (known !== undefined) return known;
  const made: Train = { ...machine.at(node), model, version: model.version, rows: data.rows, learned: all, ofTarget };
  if (model.trains.length < MOST_TRAININGS) model.trains.push(made);
  machine.events.trains.push(made);
  return made;
}

/** Answers of another model in the training data: they know about the rows that model was trained on. */
function fromAnswers(machine: Machine, node: Light, { answers }: Fed): Learn[] {
  const others = [...answers ?? []].filter(({ training }) => training !== true);
  return others.flatMap(({ model, trains }) => trains.map((each) => machine.learn(node, named(model), each.rows)));
}

export function test(machine: Machine, node: Light, model: Model, data: Fed, how: Test['how']): Test {
  const made: Test = {
    ...machine.at(node), model, version: model.version, rows: data.rows, learned: new Set(data.learned), how, trains: [...model.trains],
    named: machine.partOf(data.rows) ?? partNamed(machine.source(node), machine.text), loops: machine.loops.filter((each) => each > 0),
  };
  machine.events.tests.push(made);
  return made;
}

/** Training may hold back a share of its rows by itself. */
export function testHeldBack(machine: Machine, node: Light, model: Model, data: Fed, args: Arguments): void {
  const share = firstNamed(args, HELD_BACK);
  if (share !== undefined && textOf(share) !== '0' && textOf(share) !== '0.0') test(machine, node, model, data, 'inner');
}

/** Data that is watched while training, and whether the result there decides anything. */
export function watch(machine: Machine, node: Light, model: Model, args: Arguments): void {
  const callbacks = flatten(args.named.get('callbacks') ?? blank());
  for (const each of callbacks) {
    const callback = modelOf(each);
    const file = callback !== null && machine.libraries.is(callback.name, 'checkpoint') ? textOf(callback.settings.get('filepath')) : null;
    if (file !== null) machine.written.set(nameIn(file), ofModel(model));
  }
  const watched = firstNamed(args, WATCHED) ?? model.settings.get(WATCHED_WHEN_MADE);
  if (watched === undefined) return;
  const decides = [args.named, model.settings].some(decide) || callbacks.some((each) => keepsBest(machine, each));
  const seen = new Set<RowSet>();
  for (const each of flatten(watched)) {
    const data = fed(each);
    if (data === null || seen.has(data.rows)) continue;
    seen.add(data.rows);
    test(machine, node, model, data, 'validate');
    if (decides) machine.events.chooses.push({ ...machine.at(node), rows: data.rows, test: null });
  }
}

/** Settings by which the best round of training is kept. */
function decide(settings: ReadonlyMap<string, Value>): boolean {
  const [rounds, further] = [settings.get('early_stopping_rounds'), settings.get('args')];
  if (rounds !== undefined && textOf(rounds) !== 'None') return true;
  const atEnd = further === undefined ? undefined : modelOf(further)?.settings.get('load_best_model_at_end');
  return textOf(settings.get('use_best_model')) === 'True' || textOf(atEnd) === 'True';
}

/** A callback that watches a result on held-back rows: not the loss of the training itself. */
function keepsBest({ libraries }: Machine, callback: Value): boolean {
  const model = modelOf(callback);
  const watches = model !== null && libraries.is(model.name, 'watcher') && !/^['"](loss|acc|accuracy)/.test(textOf(model.settings.get('monitor')) ?? '');
  return watches || libraryOf(callback)?.endsWith('.early_stopping') === true;
}

/** Results of a search's own cross-validation are read. */
export function innerTest(machine: Machine, node: Light, model: Model): Value {
  const [first] = model.role === 'search' ? model.trains : [];
  if (first !== undefined) test(machine, node, model, { rows: first.rows, learned: new Set(first.learned), answers: null }, 'inner');
  return blank();
}

/** `loss.backward()`: the answers that went into the loss were requested for training. */
export function trainByStep(machine: Machine, node: Light, loss: Value): Value {
  for (const answer of loss.answers ?? []) {
    answer.training = true;
    answer.model.stepwise = true;
    train(machine, node, answer.model, { rows: answer.rows, learned: new Set(), answers: null }, answer.learned, answer.model.version > 0);
  }
  return blank();
}

/** `window.append(model(window[-12:]))`: a forecast goes on from its own answers, and tests nothing until they are compared with the truth. */
export function forecastFurther(object: Value, args: Arguments): void {
  const rows = rowsOf(object);
  if (rows === null) return;
  for (const answer of args.positional.flatMap(({ answers }) => [...answers ?? []])) {
    if (!holds(rows, answer.rows)) continue;
    Object.assign(answer, { ahead: true, training: true });
    object.answers = new Set([...object.answers ?? [], answer]);
  }
}

/** A class of the file as a model: one that predicts, or one that only changes data. */
function ofClass(cls: ClassValue): Model {
  const role = cls.methods.has('predict') || cls.bases.some((base) => /Classifier|Regressor/.test(base)) ? 'model' : 'stateless';
  return { ...untrained(cls.name, role), answers: true };
}

/** @returns models passed to a call, for pipelines, searches and wrappers */
export function modelsIn(values: readonly Value[]): Model[] {
  const found: Model[] = [];
  const visit = (value: Value, depth: number): void => {
    const [model, cls] = [modelOf(value), instanceOf(value)];
    if (model !== null) found.push(model);
    else if (cls !== null) found.push(ofClass(cls));
    if (depth < 5) for (const each of elementsOf(value)) visit(each, depth + 1);
  };
  for (const value of values) visit(value, 0);
  return found;
}

/** Other methods: `dataset.batch(32)` of something that is also data, `model.summary()` of a model. */
export function otherMethod(object: Value, args: Arguments): Value {
  if (rowsOf(object) !== null) return combine([object, ...args.all]);
  return firstTable(args.all) === null ? { ...blank(), ...traceOf([object]) } : combine(args.all);
}
