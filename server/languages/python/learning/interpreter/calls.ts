/** Calls: who is called decides what becomes of the data. */
import { attributeOf } from './attributes.ts';
import { callFunction, instantiate, methodOf, type Arguments } from './callables.ts';
import { combine } from '../domain/combine.ts';
import { containerMethod } from './containers.ts';
import { CROSS_VALIDATION, LEARNER_NAME, PREDICT_CALLS, SCORE_CALLS, TRAIN_CALLS } from '../knowledge/names.ts';
import { libraryCall } from './library.ts';
import type { Light } from '../syntax/light-tree.ts';
import type { Machine } from './machine.ts';
import { askModel, modelMethod, train, trainByStep } from './models.ts';
import type { Scope } from '../domain/scope.ts';
import { scored, tableMethod } from './table-methods.ts';
import { blank, firstTable, table, traceOf, type FunctionValue, type Value } from '../domain/values.ts';

/** Say how large something is to be: nothing of them goes into the data. */
const MEASURES = /^(shape|size|maxlen|max_len|max_length|num_classes|n_classes|minlength|n_features|input_dim|input_shape|num_words|batch_size)$/;

export function argumentsOf(machine: Machine, node: Light, scope: Scope): Arguments {
  const positional: Value[] = [];
  const nodes: Light[] = [];
  const named = new Map<string, Value>();
  const given = node.fields['arguments'];
  // `f(x for x in y)` has the generator in the place of the list of arguments.
  for (const each of given === undefined ? [] : given.type === 'argument_list' ? given.children : [given]) {
    if (each.type === 'keyword_argument') named.set(each.fields['name']?.token ?? '', machine.evaluate(each.fields['value'], scope));
    else {
      const value = machine.evaluate(each, scope);
      if (each.type === 'list_splat' && value.items !== null) {
        positional.push(...value.items);
        nodes.push(...value.items.map(() => each));
      } else if (each.type === 'dictionary_splat' && value.items !== null) value.keys?.forEach((key, at) => (key === null ? null : named.set(key, value.items![at]!)));
      else {
        positional.push(value);
        nodes.push(each);
      }
    }
  }
  return { positional, named, nodes, all: [...positional, ...[...named].filter(([name]) => !MEASURES.test(name)).map(([, value]) => value)] };
}

export function evaluateCall(machine: Machine, node: Light, scope: Scope): Value {
  const callee = node.fields['function'];
  if (callee === undefined) return blank();
  if (callee.type === 'attribute') return methodCall(machine, node, callee, scope);
  const fn = machine.evaluate(callee, scope);
  const args = argumentsOf(machine, node, scope);
  return callValue(machine, node, fn, args);
}

export function callValue(machine: Machine, node: Light, fn: Value, args: Arguments): Value {
  if (fn.fn !== null) return callFunction(machine, fn.fn, args);
  if (fn.cls !== null) return instantiate(machine, fn.cls, args);
  if (fn.model?.role === 'loss') return lossOf(args);
  const counted = fn.model?.role === 'unknown' ? counts(machine, args) : null;
  if (counted !== null) return counted;
  if (fn.model !== null && firstTable(args.all) !== null) return askModel(machine, node, fn.model, args, 'predict');
  if (fn.instanceOf !== null) {
    const method = methodOf(fn.instanceOf, '__call__');
    if (method !== null) return callFunction(machine, { ...method, self: fn }, args);
  }
  if (fn.lib !== null && OPTIMIZERS.test(fn.lib.slice(fn.lib.lastIndexOf('.') + 1)) && args.all.some((each) => each.fn !== null)) return optimized(machine, args);
  if (fn.lib !== null) return libraryCall(machine, node, fn.lib, args);
  if (fn.model !== null) return fn;
  return combine([fn, ...args.all]);
}

/** `accuracy(answers, labels)`, `metric.update(labels, answers)`: something that is handed answers and the truth measures. */
function counts(machine: Machine, args: Arguments): Value | null {
  const { answers } = traceOf(args.positional);
  const truth = firstTable(args.positional.filter((each) => each.answers === null));
  return answers === null || truth === null ? null : scored(machine, answers, truth);
}

/** Call what they are given again and again, and keep the best. */
const OPTIMIZERS = /^(fmin|optimize|minimize|gp_minimize|forest_minimize|maximize)$/;

function optimized(machine: Machine, args: Arguments): Value {
  machine.loops++;
  for (let turn = 0; turn < 2; turn++) for (const each of args.all) if (each.fn !== null) callFunction(machine, each.fn, { positional: [blank()], named: new Map(), nodes: [], all: [] });
  machine.loops--;
  return blank();
}

/** TensorFlow's sessions: what is asked for tells whether the fed rows train or test. */
function inSession(machine: Machine, node: Light, object: Value, args: Arguments): Value {
  const fed = firstTable([args.named.get('feed_dict')!]);
  if (fed === null || fed.rows === null) return blank();
  object.model ??= machine.model('session', 'model').model;
  const model = object.model!;
  const asked = args.nodes[0] === undefined ? '' : machine.source(args.nodes[0]);
  const fedArgs: Arguments = { positional: [fed], named: new Map(), nodes: [], all: [fed] };
  if (/train|optim|step|minimi[sz]e/i.test(asked)) {
    train(machine, node, model, fed, fed.learned, model.trains.length > 0);
    return blank();
  }
  return askModel(machine, node, model, fedArgs, 'score');
}

/** What a class that trains by itself calls its answers and its results. */
const OWN_ANSWERS = /^(predict(_proba|_all|_one)?|classify|score|accuracy|evaluate|compute_accuracy|get_accuracy)$/;

/** A method of the file's own class. Where it trains and answers by itself, without a library, it is the model. */
function ownMethod(machine: Machine, node: Light, object: Value, name: string, fn: FunctionValue, args: Arguments): Value {
  const { trains, tests } = machine.events;
  const [trained, tested] = [trains.length, tests.length];
  const result = callFunction(machine, fn, args);
  const answers = [...object.instanceOf!.methods.keys()].some((each) => OWN_ANSWERS.test(each));
  if (firstTable(args.all) === null || !answers || object.instanceOf!.bases.some((base) => /Module|TransformerMixin/.test(base))) return result;
  if (/^(fit|train)$/.test(name) && trains.length === trained) {
    object.model ??= machine.model(object.instanceOf!.name, 'model').model;
    modelMethod(machine, node, object, 'fit', args);
  } else if (OWN_ANSWERS.test(name) && tests.length === tested && object.model !== null) return askModel(machine, node, object.model, args, /^(predict|classify)/.test(name) ? 'predict' : 'score');
  return result;
}

/** What scikit-learn's mixin does for a class of the file. */
function fitAndTransform(machine: Machine, object: Value, args: Arguments): Value {
  const [fit, transform] = ['fit', 'transform'].map((name) => methodOf(object.instanceOf!, name));
  if (fit) callFunction(machine, { ...fit, self: object }, args);
  return transform ? callFunction(machine, { ...transform, self: object }, { ...args, positional: args.positional.slice(0, 1) }) : combine(args.all);
}

/** What training goes by, and what may decide when it ends. */
function lossOf(args: Arguments): Value {
  const { answers } = traceOf(args.all);
  return { ...blank(), answers, scores: answers };
}

/** Names that only a model has: whatever is asked this is one. */
const ASKED = /^(fit|fit_generator|predict|predict_proba|predict_classes|score|evaluate|partial_fit|fit_transform|transform|fit_resample|fit_sample|split|train_on_batch|decision_function)$/;

function methodCall(machine: Machine, node: Light, callee: Light, scope: Scope): Value {
  const name = callee.fields['attribute']?.token ?? '';
  const object = fromElsewhere(machine, node, callee.fields['object'], scope, name) ?? machine.evaluate(callee.fields['object'], scope);
  const args = argumentsOf(machine, node, scope);
  if (object.model?.role === 'loss') return lossOf(args);
  const held = object.attributes?.get(name);
  if (held !== undefined) return callValue(machine, node, held, args);
  if (object.lib !== null && OPTIMIZERS.test(name) && args.all.some((each) => each.fn !== null)) return optimized(machine, args);
  if (object.lib !== null) return object.lib === 'super' ? blank() : libraryCall(machine, node, `${object.lib}.${name}`, args);
  if (object.cls !== null) return callValue(machine, node, attributeOf(machine, callee, object, name), args);
  if (object.instanceOf !== null) {
    const method = attributeOf(machine, callee, object, name);
    if (method.fn !== null) return ownMethod(machine, node, object, name, method.fn, args);
    if (name === 'fit_transform') return fitAndTransform(machine, object, args);
  }
  if (OPTIMIZERS.test(name) && args.all.some((each) => each.fn !== null)) return optimized(machine, args);
  if (name === 'run' && args.named.has('feed_dict')) return inSession(machine, node, object, args);
  const counted = /^(update|update_state|add_batch|compute)$/.test(name) && object.rows === null ? counts(machine, args) : null;
  if (counted !== null) return counted;
  if (name === 'backward') return trainByStep(machine, node, object);
  if (object.model === null && isAsked(name, object, args)) object.model = machine.model(lastName(machine.source(callee.fields['object']!)), 'unknown').model;
  if (object.model !== null && (object.rows === null || TRAIN_CALLS.has(name) || PREDICT_CALLS.has(name) || SCORE_CALLS.has(name) || ASKED.test(name))) return modelMethod(machine, node, object, name, args);
  if ((object.items !== null || object.rest !== null) && object.rows === null) {
    const made = containerMethod(machine, object, name, args);
    if (made !== null) return made;
  }
  return tableMethod(machine, node, object, name, args);
}

/** `scaler.fit(everything)`, where neither is a name of the file: what they are called tells what they are. */
function fromElsewhere(machine: Machine, node: Light, object: Light | undefined, scope: Scope, name: string): Value | null {
  if (object?.type !== 'identifier' || !/^fit(_transform)?$/.test(name) || !LEARNER_NAME.test(object.token) || scope.get(object.token) !== null) return null;
  const [given] = node.fields['arguments']?.children ?? [];
  if (given?.type === 'identifier' && scope.get(given.token) === null) machine.top.set(given.token, table(machine.rows.source()));
  const made = machine.model(object.token, 'unknown');
  machine.top.set(object.token, made);
  return made;
}

function isAsked(name: string, object: Value, args: Arguments): boolean {
  if (!ASKED.test(name) || CROSS_VALIDATION.has(name)) return false;
  if (name === 'fit' && object.rows !== null) return true;
  return object.literal === null && firstTable(args.all) !== null && !(name === 'split' && object.rows !== null);
}

function lastName(written: string): string {
  return /(\w+)\W*$/.exec(written)?.[1] ?? written;
}
