/** Calls: what is called decides what happens to the data. */
import { combine } from '../domain/combine.ts';
import { firstTable, traceOf } from '../domain/flow.ts';
import type { ClassValue, FunctionValue, Model } from '../domain/kinds.ts';
import {
  become, blank, classOf, containerOf, functionOf, instanceOf, libraryOf, modelOf, ofModel, rowsOf, table, textOf, type Scope, type Value,
} from '../domain/value.ts';
import { lastPart } from '../knowledge/libraries.ts';
import { LEARNER_NAME, OWN_ANSWERS } from '../knowledge/patterns.ts';
import type { Light } from '../syntax/light-tree.ts';
import { argumentsOf, handed, type Arguments } from './arguments.ts';
import { attributeOf } from './attributes.ts';
import { callFunction, instantiate, methodOf } from './callables.ts';
import { chooseBest } from './choosing.ts';
import { containerMethod } from './containers.ts';
import { libraryCall } from './library-calls.ts';
import type { Machine } from './machine.ts';
import { askModel, modelMethod } from './model-methods.ts';
import { forecastFurther, fed, train, trainByStep } from './models.ts';
import { scored } from './statistics.ts';
import { tableMethod } from './table-methods.ts';
import { argumentsUsed } from './uses.ts';

export function evaluateCall(machine: Machine, node: Light, scope: Scope): Value {
  const callee = node.fields['function'];
  if (callee === undefined) return blank();
  if (callee.type === 'attribute') return methodCall(machine, node, callee, scope);
  const fn = machine.evaluate(callee, scope);
  const args = argumentsOf(machine, node, scope);
  machine.calling = node;
  return callValue(machine, node, fn, args);
}

/** @param fn what is called, of any kind */
function callValue(machine: Machine, node: Light, fn: Value, args: Arguments): Value {
  const [own, cls, model, instance, library] = [functionOf(fn), classOf(fn), modelOf(fn), instanceOf(fn), libraryOf(fn)];
  if (own !== null) return callFunction(machine, own, args);
  if (cls !== null) return instantiate(machine, cls, args);
  if (model?.role === 'loss') return lossOf(args);
  const counted = model?.role === 'unknown' ? counts(machine, args) : null;
  if (counted !== null) return counted;
  if (model !== null && firstTable(args.all) !== null) return askModel(machine, node, model, args, 'predict');
  const method = instance === null ? null : methodOf(instance, '__call__');
  if (method !== null) return callFunction(machine, { ...method, self: fn }, args);
  if (library !== null) return ofLibrary(machine, node, library, args);
  return model === null ? combine([fn, ...args.all]) : fn;
}

function ofLibrary(machine: Machine, node: Light, library: string, args: Arguments): Value {
  const name = lastPart(library);
  if (optimizes(machine, name, args)) return optimized(machine, args);
  chooseBest(machine, node, name, args.all);
  return libraryCall(machine, node, library, argumentsUsed(machine, name, args));
}

/** `accuracy(answers, labels)`, `metric.update(labels, answers)`: something that receives answers and the truth is a metric. */
function counts(machine: Machine, args: Arguments): Value | null {
  const { answers } = traceOf(args.positional);
  const truth = firstTable(args.positional.filter((each) => each.answers === null));
  return answers === null || truth === null ? null : scored(machine, answers, truth);
}

/** `fmin(objective)`: the function passed to it is called again and again. */
function optimizes({ libraries }: Machine, name: string, args: Arguments): boolean {
  return libraries.is(name, 'optimizes') && args.all.some((each) => functionOf(each) !== null);
}

function optimized(machine: Machine, args: Arguments): Value {
  machine.loops.push(machine.id());
  for (let turn = 0; turn < 2; turn++) for (const each of args.all) {
    const fn = functionOf(each);
    if (fn !== null) callFunction(machine, fn, handed([blank()]));
  }
  machine.loops.pop();
  return blank();
}

/** @returns the value as a model; its use shows that it is one */
function modelFor(machine: Machine, object: Value, name: string, role: Model['role']): Model {
  const known = modelOf(object);
  if (known !== null) return known;
  const model = machine.model(name, role);
  become(object, { kind: 'learner', model });
  return model;
}

/** TensorFlow's sessions: what is requested shows whether the fed rows train or test. */
function inSession(machine: Machine, node: Light, object: Value, args: Arguments): Value {
  const given = firstTable([args.named.get('feed_dict')!]);
  const data = given === null ? null : fed(given);
  if (given === null || data === null) return blank();
  const model = modelFor(machine, object, 'session', 'model');
  const asked = args.nodes[0] === undefined ? '' : machine.source(args.nodes[0]);
  if (!/train|optim|step|minimi[sz]e/i.test(asked)) return askModel(machine, node, model, handed([given], [given]), 'score');
  train(machine, node, model, data, given.learned, model.trains.length > 0);
  return blank();
}

/** A method of the file's own class. If the class trains and predicts with its own code, without a library, it is the model. */
function ownMethod(machine: Machine, node: Light, object: Value, cls: ClassValue, name: string, fn: FunctionValue, args: Arguments): Value {
  const { trains, tests } = machine.events;
  const [trained, tested] = [trains.length, tests.length];
  const result = callFunction(machine, fn, args);
  const answers = [...cls.methods.keys()].some((each) => OWN_ANSWERS.test(each));
  if (firstTable(args.all) === null || !answers || cls.bases.some((base) => machine.libraries.is(base, 'trainedOutside'))) return result;
  const model = modelOf(object);
  if (/^(fit|train)$/.test(name) && trains.length === trained) {
    modelMethod(machine, node, object, modelFor(machine, object, cls.name, 'model'), 'fit', args);
  } else if (OWN_ANSWERS.test(name) && tests.length === tested && model !== null) {
    return askModel(machine, node, model, args, /^(predict|classify)/.test(name) ? 'predict' : 'score');
  }
  return result;
}

/** What scikit-learn's mixin does for a class of the file. */
function fitAndTransform(machine: Machine, object: Value, cls: ClassValue, args: Arguments): Value {
  const [fit, transform] = ['fit', 'transform'].map((name) => methodOf(cls, name));
  if (fit) callFunction(machine, { ...fit, self: object }, args);
  return transform ? callFunction(machine, { ...transform, self: object }, { ...args, positional: args.positional.slice(0, 1) }) : combine(args.all);
}

/** A loss drives the training, and may decide when it ends. */
function lossOf(args: Arguments): Value {
  const { answers } = traceOf(args.all);
  return { ...blank(), answers, scores: answers };
}

function methodCall(machine: Machine, node: Light, callee: Light, scope: Scope): Value {
  const name = callee.fields['attribute']?.token ?? '';
  const object = fromElsewhere(machine, node, callee.fields['object'], scope, name) ?? machine.evaluate(callee.fields['object'], scope);
  const args = argumentsOf(machine, node, scope);
  machine.calling = node;
  const [library, cls] = [libraryOf(object), classOf(object)];
  if (modelOf(object)?.role === 'loss') return lossOf(args);
  const held = object.attributes?.get(name);
  if (held !== undefined) return callValue(machine, node, held, args);
  if (library !== null) return library === 'super' ? blank() : ofLibrary(machine, node, `${library}.${name}`, args);
  if (cls !== null) return callValue(machine, node, attributeOf(machine, callee, object, name), args);
  return ofInstance(machine, node, callee, object, name, args) ?? ofObject(machine, node, callee, object, name, args);
}

/** Methods of the file's own classes; null for methods inherited from elsewhere. */
function ofInstance(machine: Machine, node: Light, callee: Light, object: Value, name: string, args: Arguments): Value | null {
  const cls = instanceOf(object);
  if (cls === null) return null;
  const method = functionOf(attributeOf(machine, callee, object, name));
  if (method !== null) return ownMethod(machine, node, object, cls, name, method, args);
  return name === 'fit_transform' ? fitAndTransform(machine, object, cls, args) : null;
}

function ofObject(machine: Machine, node: Light, callee: Light, object: Value, name: string, args: Arguments): Value {
  const { libraries } = machine;
  if (optimizes(machine, name, args)) return optimized(machine, args);
  chooseBest(machine, node, name, [object]);
  if (name === 'run' && args.named.has('feed_dict')) return inSession(machine, node, object, args);
  const counted = libraries.is(name, 'countsBatches') && rowsOf(object) === null ? counts(machine, args) : null;
  if (counted !== null) return counted;
  if (libraries.is(name, 'backpropagates')) return trainByStep(machine, node, object);
  if (name === 'append' || name === 'extend') forecastFurther(object, args);
  const isModel = modelOf(object) !== null || isAsked(machine, name, object, args);
  const model = isModel ? modelFor(machine, object, lastWord(machine.source(callee.fields['object']!)), 'unknown') : null;
  const asked = rowsOf(object) === null || (['trainsInPlace', 'predicts', 'scores', 'asksModel'] as const).some((role) => libraries.is(name, role));
  if (model !== null && asked) return modelMethod(machine, node, object, model, name, args);
  const container = rowsOf(object) === null ? containerOf(object) : null;
  return (container === null ? null : containerMethod(machine, object, container, name, args)) ?? tableMethod(machine, node, object, name, args);
}

/** `scaler.fit(everything)` where the file defines neither name: their names tell what they are. */
function fromElsewhere(machine: Machine, node: Light, object: Light | undefined, scope: Scope, name: string): Value | null {
  if (object?.type !== 'identifier' || !/^fit(_transform)?$/.test(name) || !LEARNER_NAME.test(object.token) || scope.get(object.token) !== null) return null;
  const [given] = node.fields['arguments']?.children ?? [];
  if (given?.type === 'identifier' && scope.get(given.token) === null) machine.top.set(given.token, table(machine.rows.source()));
  const made = ofModel(machine.model(object.token, 'unknown'));
  machine.top.set(object.token, made);
  return made;
}

/** Only a model has this method, so this is one. */
function isAsked({ libraries }: Machine, name: string, object: Value, args: Arguments): boolean {
  if (!libraries.is(name, 'asksModel') || libraries.is(name, 'crossValidates')) return false;
  if (name === 'fit' && rowsOf(object) !== null) return true;
  return textOf(object) === null && firstTable(args.all) !== null && !(libraries.is(name, 'splits') && rowsOf(object) !== null);
}

function lastWord(written: string): string {
  return /(\w+)\W*$/.exec(written)?.[1] ?? written;
}
