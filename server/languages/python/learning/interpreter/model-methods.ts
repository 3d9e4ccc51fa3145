/** Methods of models, transformers, samplers, splitters and searches. */
import type { Learn, Test } from '../domain/events.ts';
import { asTable, combine, gathered } from '../domain/combine.ts';
import { firstTable, learnedOf } from '../domain/flow.ts';
import type { Model } from '../domain/kinds.ts';
import { as, blank, knowledge, list, rowsOf, table, type Value } from '../domain/value.ts';
import { ROWS_AND_TARGETS, WATCHED_WHEN_MADE } from '../knowledge/arguments.ts';
import { LEARNER_NAME } from '../knowledge/patterns.ts';
import type { Light } from '../syntax/light-tree.ts';
import { allNamed, type Arguments } from './arguments.ts';
import type { Machine } from './machine.ts';
import { changed, dataOf, fed, knowledgeOf, learnFrom, otherMethod, test, testHeldBack, train, watch } from './models.ts';
import { sourceOf } from './readers.ts';
import { noteWriting } from './saved.ts';
import { foldsOf } from './splits.ts';

/** @param object the model as a value @param model that it is @param name of the method */
export function modelMethod(machine: Machine, node: Light, object: Value, model: Model, name: string, args: Arguments): Value {
  const roles = machine.libraries.rolesOf(name);
  const splits = roles.has('splits');
  if (model.role === 'splitter' || (splits && model.role === 'unknown')) return splits ? foldsOf(machine, node, model, args) : blank();
  if (roles.has('resamplesRows') || (model.role === 'sampler' && name === 'fit')) return resampled(machine, node, model, args);
  if (roles.has('predicts') || (name === 'test' && model.trains.length > 0)) return askModel(machine, node, model, args, 'predict');
  if (roles.has('scores')) return askModel(machine, node, model, args, 'score');
  if (roles.has('fits')) return fit(machine, node, object, model, args, roles.has('fitsFurther'));
  if (roles.has('searches')) return search(machine, node, object, model, args);
  if (roles.has('fitsAndTransforms')) return fitAndUse(machine, node, object, model, name, args);
  if (roles.has('transforms')) return transform(machine, node, model, args);
  if (roles.has('tellsKnowledge')) return knowledge(knowledgeOf(machine, node, model));
  if (roles.has('generatesRows')) return combine(args.all);
  if (roles.has('readsRows')) return sourceOf(machine, node, model.name, name, args) ?? blank();
  if (roles.has('savesItself')) {
    noteWriting(machine, name, object, args);
    return blank();
  }
  return roles.has('keepsModel') ? object : otherMethod(object, args);
}

function fit(machine: Machine, node: Light, object: Value, model: Model, args: Arguments, step: boolean): Value {
  if (model.role === 'learner' || model.role === 'stateless') {
    learnFrom(machine, node, model, args, false);
    if (/^self\./.test(machine.source(node))) machine.events.kept.push(...model.knows);
    return object;
  }
  if (model.data === null) asTable(machine, args.positional[0]);
  const given = dataOf(machine, model, args) ?? object;
  const data = fed(given);
  if (data === null) return object;
  // A pipeline of transformers only, or something unknown: it may change data later.
  if (model.role === 'unknown') {
    learnFrom(machine, node, model, args, false);
    machine.events.kept.push(...model.knows);
  }
  const learned = learnedOf([given, ...args.positional.slice(0, 2)]);
  const target = args.positional[1] ?? args.named.get('y');
  train(machine, node, model, data, learned, step || (model.stepwise && model.trains.length > 0), target === undefined ? undefined : onlyIn(target, given));
  watch(machine, node, model, args);
  testHeldBack(machine, node, model, data, args);
  return object;
}

/** @returns what is known in the target and in no other column */
function onlyIn(target: Value, given: Value): Set<Learn> {
  const others = learnedOf([given]);
  const isItself = (learn: Learn): boolean => {
    const [own, places] = [target.where?.get(learn), given.where?.get(learn)];
    return own !== undefined && places !== undefined && [...places].every((column) => own.has(column));
  };
  return new Set([...learnedOf([target])].filter((learn) => !others.has(learn) || isItself(learn)));
}

/** Many models are trained, and the best on the watched rows is kept. */
function search(machine: Machine, node: Light, object: Value, model: Model, args: Arguments): Value {
  fit(machine, node, object, model, args, false);
  const watched = machine.events.tests.filter((each) => each.model === model && each.how === 'validate');
  for (const { rows } of watched) machine.events.chooses.push({ ...machine.at(node), rows, test: null });
  return object;
}

function fitAndUse(machine: Machine, node: Light, object: Value, model: Model, name: string, args: Arguments): Value {
  if (machine.libraries.is(name, 'fitsAndPredicts') && model.role === 'model') {
    fit(machine, node, object, model, args, false);
    return askModel(machine, node, model, args, 'predict');
  }
  learnFrom(machine, node, model, args, true);
  return changed(machine, model, args);
}

function transform(machine: Machine, node: Light, model: Model, args: Arguments): Value {
  // A Spark model predicts by changing the table.
  const isPipeline = model.inner.length > 0 || /ipeline/.test(model.name);
  if (model.role === 'model' && model.trains.length > 0 && (!isPipeline || model.answers)) return askModel(machine, node, model, args, 'predict');
  // Something that was trained and now changes data is not a model, but it did learn from the data.
  if (model.role === 'unknown' && model.knows.size === 0 && LEARNER_NAME.test(model.name)) {
    for (const { id, span, text, top, rows } of model.trains) model.knows.add({ id, span, text, top, name: model.name, rows, calls: [] });
  }
  return changed(machine, model, args);
}

/** The model is asked for answers, or for a result on rows whose truth is known. */
export function askModel(machine: Machine, node: Light, model: Model, args: Arguments, how: Extract<Test['how'], 'predict' | 'score'>): Value {
  const watched = model.settings.get(WATCHED_WHEN_MADE);
  const given = args.all.length === 0 && how === 'score' && watched !== undefined ? gathered(machine, watched) : dataOf(machine, model, args);
  const data = given === null ? null : fed(given);
  if (given === null || data === null) return blank();
  // `predict(user, item)`: the arguments are not rows of a table.
  const [first] = args.positional;
  if (how === 'predict' && first !== undefined && firstTable([first]) === null && args.positional.length > 1) return blank();
  if (model.role === 'learner' || (model.inner.length > 0 && model.role === 'stateless')) return changed(machine, model, args);
  const asked = test(machine, node, model, data, how);
  if (how === 'predict' && given === model.data) asked.ahead = true;
  if (how === 'score') return { ...blank(), scores: new Set([asked]) };
  return { ...table(data.rows, data.learned, { single: as(given, 'table')?.single ?? false }), answers: new Set([asked]) };
}

/** Rows after a sampler: repeated ones, or only some of them. */
function resampled(machine: Machine, node: Light, model: Model, args: Arguments): Value {
  const data = dataOf(machine, model, args);
  const before = data === null ? null : rowsOf(data);
  if (before === null) return blank();
  const repeats = model.name === '' || machine.libraries.is(model.name, 'oversampler') || model.role === 'unknown';
  const rows = repeats ? machine.rows.copy(before, machine.repeat(node, model.name)) : machine.rows.some(before);
  const given = [...args.positional, ...allNamed(args, ROWS_AND_TARGETS)].filter((each) => firstTable([each]) !== null);
  return list(given.map((each) => table(rows, learnedOf([each]))));
}
