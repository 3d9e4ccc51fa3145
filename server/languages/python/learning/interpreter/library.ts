/** Functions and classes of libraries, by the last part of their name. */
import { callFunction, type Arguments } from './callables.ts';
import { combine, gathered, rowsOf } from '../domain/combine.ts';
import { CROSS_VALIDATION, LIKENESS, METRIC, MUTE, READERS, SPREADING, STATISTICS, isComposite, roleOfClass } from '../knowledge/names.ts';
import type { Light } from '../syntax/light-tree.ts';
import type { Machine } from './machine.ts';
import { learnerName, modelsIn, test, train, watch } from './models.ts';
import { sourceOf } from './readers.ts';
import { noteWriting, readBack } from './saved.ts';
import { chosenRows } from '../domain/selections.ts';
import { drawn, severalParts, trainTestSplit } from './splits.ts';
import { joined, scored, spread, statistic } from './table-methods.ts';
import { blank, either, elementsOf, firstTable, learnedOf, list, table, traceOf, type Value } from '../domain/values.ts';

/** Make a table of what they are given, and nothing else. */
const WRAPS = /^(DataFrame|Series|DataLoader|TensorDataset|Tensor|DMatrix|QuantileDMatrix|Dataset|Pool|Variable|Image|Index|Path|Counter|OrderedDict|TimeseriesGenerator|StringIO|BytesIO|GroupBy|SparseTensor|AnnData|H2OFrame)$/;

/** Functions that hand out networks, with weights or without. */
const FROM_A_ZOO = /(^|\.)(torchvision\.)?models\.[a-z]\w*$|\bmodel_zoo\.(\w+\.)*[a-z]\w*$|(^|\.)(timm|hub|smp|pretrainedmodels)\.(create_model|load|[A-Z]\w+)$|\bAutoModel\w*\.from_pretrained$|(^|\.)(EfficientNet|\w+For(Sequence|Token|Image)Classification|BertModel)\.from_pretrained$/;

export function libraryCall(machine: Machine, node: Light, lib: string, args: Arguments): Value {
  const name = lib.slice(lib.lastIndexOf('.') + 1);
  const [first] = args.positional;
  noteWriting(machine, name, null, args);
  const known = readBack(machine, name, args) ?? byName(machine, node, lib, name, args);
  if (known !== null) return known;
  if (FROM_A_ZOO.test(lib)) return machine.model(name, 'model');
  if (CROSS_VALIDATION.has(name)) return crossValidation(machine, node, args);
  const trace = traceOf(args.all);
  // Hits that are counted are a result.
  if (/^(sum|mean|average|count_nonzero)$/.test(name) && first?.compared === true && first.answers !== null) return scored(machine, first.answers);
  if (METRIC.test(name) && !/(DecisionBoundary|PartialDependence|LearningCurve|ValidationCurve)Display\./.test(lib)) return measured(machine, node, args);
  if (MUTE.test(lib) && !READERS.test(name)) return /^(joblib|pickle|json|os|time)\b/.test(lib) && /^(load|loads)$/.test(name) ? blank() : { ...blank(), ...trace };
  if (SPREADING.has(name) && first !== undefined) return spread(machine, node, gathered(machine, first), name);
  if (STATISTICS.has(name) && lib.includes('.') && first !== undefined) return statistic(machine, node, gathered(machine, first), name, shifted(args));
  if (STATISTICS.has(name) && /^(chi2|f_classif|f_regression|mutual_info_\w+|pearsonr|spearmanr)$/.test(name) && first !== undefined) return statistic(machine, node, gathered(machine, first), name, shifted(args));
  if (LIKENESS.has(name)) return likeness(machine, node, name, args);
  const source = sourceOf(machine, node, lib, name, args);
  if (source !== null) return source;
  if (/^[A-Z]/.test(name)) return construct(machine, node, name, args);
  if (isComposite(name)) return composite(machine, name, args);
  const handed = args.positional.find((each) => each.fn !== null);
  if (handed?.fn !== undefined && handed.fn !== null) {
    const data = firstTable(args.all);
    const result = callFunction(machine, handed.fn, { positional: data === null ? [] : [{ ...data, single: true }], named: new Map(), nodes: [], all: [] });
    return combine([...args.all.filter((each) => each !== handed), result]);
  }
  return args.all.length === 1 ? passed(machine, name, first ?? args.all[0]!) : combine(args.all.map((each) => gathered(machine, each)));
}

/** A measure of answers, or of a model on a table: `precision_at_k(model, known, held_back)`. */
function measured(machine: Machine, node: Light, args: Arguments): Value {
  const trace = traceOf(args.all);
  if (trace.answers !== null) return scored(machine, trace.answers, firstTable(args.all.filter((each) => each.answers === null)));
  const [model] = args.positional[0] === undefined ? [] : modelsIn([args.positional[0]]);
  const data = args.positional.slice(1).findLast((each) => each.rows !== null);
  if (model === undefined || data === undefined || model.trains.length === 0) return { ...blank(), ...trace };
  return { ...blank(), scores: new Set([test(machine, node, model, data, 'score')]) };
}

/** `np.mean(X, axis=1)` has the table first; a method does not. */
function shifted(args: Arguments): Arguments {
  return { ...args, positional: args.positional.slice(1) };
}

/** One argument: a conversion, most likely. Lists keep their elements where the function only copies them. */
function passed(machine: Machine, name: string, value: Value): Value {
  if (/^(list|tuple|sorted|set|reversed|iter|deepcopy|copy|tqdm|trange|display|squeeze)$/.test(name)) return value.rows !== null && name === 'list' ? { ...value, learned: new Set(value.learned), sequence: true } : value;
  return combine([gathered(machine, value)]);
}

/** Functions that do something of their own with rows; null for the others. */
function byName(machine: Machine, node: Light, lib: string, name: string, args: Arguments): Value | null {
  const [first, second] = args.positional;
  switch (name) {
    case 'train_test_split': case 'random_train_test_split': case 'iterative_train_test_split': return trainTestSplit(machine, node, args);
    case 'concat': case 'concatenate': case 'vstack': case 'hstack': case 'row_stack': case 'ConcatDataset': case 'append': case 'cat': return below(machine, node, name, args);
    case 'random_split': return first === undefined ? null : severalParts(machine, node, first, Math.max(2, elementsOf(second ?? args.named.get('lengths') ?? blank()).length));
    case 'split': case 'array_split': return !/^(np|numpy|tf|tensorflow|torch)\b/.test(lib) || first === undefined ? null : severalParts(machine, node, first, (second?.items?.length ?? 1) + 1);
    case 'Subset': return first?.rows === null || first === undefined || second === undefined ? null : table(chosenRows(machine, first.rows, second), first.learned);
    case 'resample': case 'shuffle': return again(machine, node, lib, name, args);
    case 'RandomState': case 'default_rng': case 'Generator': return { ...blank(), lib: 'numpy.random' };
    case 'Random': return lib === 'random.Random' ? { ...blank(), lib: 'random' } : null;
    case 'len': case 'range': case 'arange': case 'permutation': case 'sample': case 'choice': case 'choices': case 'rand': case 'uniform': case 'random': case 'random_sample': case 'nonzero': case 'argwhere': case 'where': case 'randperm':
      return positions(machine, node, lib, name, args);
    case 'repeat': case 'tile': {
      const axis = args.named.get('axis')?.literal ?? args.positional[2]?.literal ?? null;
      return !/^(np|numpy)\b/.test(lib) || first === undefined || first.rows === null || (axis !== '0' && name === 'repeat') ? null : { ...combine([first]), rows: machine.rows.copy(first.rows, machine.repeat(node, name)) };
    }
    case 'enumerate': return list(turns(first).map((each) => list([blank(), each])));
    case 'zip': return zipped(args);
    case 'list': case 'set': return first === undefined ? list([]) : null;
    case 'dict': return first !== undefined && args.named.size === 0 ? { ...list([]), rest: combine([first]) } : list([...args.named.values()], [...args.named.keys()]);
    case 'map': case 'filter': return first?.fn === null || first === undefined || second === undefined ? null : { ...combine([second, callFunction(machine, first.fn, { positional: [{ ...combine([second]), single: true }], named: new Map(), nodes: [], all: [] })]), single: false };
    case 'clone': case 'clone_model': case 'deepcopy': {
      if (first?.model === null || first === undefined) return null;
      const made = machine.model(first.model.name, first.model.role);
      Object.assign(made.model!, { inner: first.model.inner, settings: first.model.settings, ...(name === 'deepcopy' ? { trains: first.model.trains, version: first.model.version, id: first.model.id } : {}) });
      return made;
    }
    case 'train': return /^(xgb|xgboost|lgb|lightgbm|catboost)\b/.test(lib) ? trained(machine, node, lib, args) : null;
    case 'cv': return /^(xgb|xgboost|lgb|lightgbm|catboost)\b/.test(lib) ? crossValidation(machine, node, args) : null;
    case 'next': return first === undefined ? blank() : elementsOf(first)[0] ?? combine([first]);
    case 'print': case 'isinstance': case 'type': case 'hasattr': case 'str': case 'repr': case 'id': case 'input': case 'exec': case 'help': return { ...blank(), ...traceOf(args.all) };
    case 'max': case 'min':
      if (lib === name && first !== undefined && args.named.has('key')) return bestOf(first);
      return lib === name ? { ...combine(args.all), rows: null } : null;
    case 'sum': case 'int': case 'float': case 'round': case 'abs': case 'bool': case 'any': case 'all':
      return lib === name ? { ...combine(args.all), rows: name === 'abs' || name === 'round' ? firstTable(args.all)?.rows ?? null : null } : null;
    case 'zeros': case 'ones': case 'empty': case 'full': {
      // An array with a place for each row: what is put there belongs to that row.
      const size = first?.sizeOf ?? first?.items?.[0]?.sizeOf ?? null;
      return size === null || !/^(np|numpy|torch)\b/.test(lib) ? null : table(size);
    }
    case 'zeros_like': case 'ones_like': case 'full_like': case 'empty_like': return first?.rows === undefined || first.rows === null ? null : table(first.rows);
    default: return null;
  }
}

/** One element of a container: any of them may be it. */
function bestOf(container: Value): Value {
  const elements = elementsOf(container);
  return elements.length === 0 ? { ...combine([container]), rows: null } : elements.reduce((best, each) => either(best, each));
}

function turns(value: Value | undefined): Value[] {
  if (value === undefined) return [blank(), blank()];
  const known = elementsOf(value);
  if (known.length > 0 && value.keys === null) return known;
  if (value.rows === null) {
    const one = (): Value => ({ ...blank(), learned: new Set(value.learned) });
    return [one(), one()];
  }
  return [{ ...combine([value]), single: true }, { ...combine([value]), single: true }];
}

function zipped(args: Arguments): Value {
  const lanes = args.positional.map((each) => turns(each));
  const length = Math.max(0, Math.min(6, ...lanes.map((lane, at) => (args.positional[at]!.rows === null ? lane.length : 2))));
  return list(Array.from({ length }, (_, at) => list(lanes.map((lane) => lane[Math.min(at, lane.length - 1)] ?? blank()))));
}

/** Tables one below the other, or side by side. */
function below(machine: Machine, node: Light, name: string, args: Arguments): Value | null {
  const parts = args.positional.length === 0 ? [args.named.get('objs') ?? blank()] : args.positional;
  const across = args.named.get('axis')?.literal ?? args.named.get('dim')?.literal ?? parts.find((each) => each.literal !== null && /^-?\d$/.test(each.literal))?.literal ?? '0';
  const made = combine(parts);
  const rows = parts.filter((each) => each.literal === null).flatMap((each) => rowsOf(each));
  if (rows.length === 0) return made;
  if (across !== '0' && across !== "'index'" && across !== "'rows'") return made;
  if (name === 'hstack' && new Set(rows).size === 1) return made;
  // What numpy puts together in a loop or a function are the features of one row, most likely.
  const ofOneRow = /^(concatenate|hstack|cat)$/.test(name) && (machine.loops > 0 || machine.frames.length > 0);
  made.rows = made.single || ofOneRow ? machine.rows.union(rows) : joined(machine, node, rows);
  made.gist = null;
  return made;
}

/** `resample` draws with replacement unless told otherwise; `shuffle` only changes the order. */
function again(machine: Machine, node: Light, lib: string, name: string, args: Arguments): Value | null {
  const given = args.positional.filter((each) => firstTable([each]) !== null);
  if (given.length === 0) return blank();
  if (name === 'shuffle' && /random/.test(lib)) return blank();
  const first = gathered(machine, given[0]!);
  const drawnAgain = name === 'resample' && args.named.get('replace')?.literal !== 'False';
  const rows = drawnAgain ? machine.rows.copy(first.rows!, machine.repeat(node, 'resample')) : name === 'resample' && args.named.has('n_samples') ? drawn(machine, node, first.rows!) : first.rows;
  const made = given.map((each) => ({ ...table(rows, learnedOf([each])), ...traceOf([each]) }));
  return made.length === 1 ? made[0]! : list(made);
}

/** Numbers of rows, positions of rows, a random number for each row. */
function positions(machine: Machine, node: Light, lib: string, name: string, args: Arguments): Value | null {
  const [first] = args.positional;
  if (first === undefined) return /^(rand|uniform|random|choice)$/.test(name) ? blankRandom(args) : name === 'len' ? blank() : null;
  if (name === 'len') return { ...blank(), sizeOf: gathered(machine, first).rows };
  if (name === 'where' || name === 'nonzero' || name === 'argwhere') {
    if (args.positional.length > 1) return combine(args.all);
    return first.mask !== null && first.rows !== null ? { ...table(machine.rows.part(first.rows, first.mask.key, first.mask.side)), index: true } : combine([first]);
  }
  if (/^(rand|uniform|random|random_sample)$/.test(name)) return blankRandom(args);
  const whole = first.sizeOf ?? args.positional[1]?.sizeOf ?? (first.rows !== null && (first.index || name !== 'arange') ? first.rows : null);
  if (whole === null) return name === 'range' || name === 'arange' ? combine(args.all.map((each) => ({ ...each, rows: null }))) : null;
  if (name === 'choice' && args.all.some((each) => each.items !== null && each !== first)) return null;
  const index = first.sizeOf !== null || first.index || args.positional[1]?.sizeOf !== undefined;
  const some = name === 'choice' || (name === 'sample' && /random|^sample$/.test(lib));
  const repeated = name === 'choice' && args.named.get('replace')?.literal !== 'False' && first.sizeOf === null;
  const rows = repeated ? machine.rows.copy(whole, machine.repeat(node, 'choice')) : some || name === 'choices' ? drawn(machine, node, whole) : whole;
  return { ...table(rows, first.learned), index };
}

function blankRandom(args: Arguments): Value {
  const sized = [...args.all].find((each) => each.sizeOf !== null || each.items?.some((item) => item.sizeOf !== null));
  const rows = sized?.sizeOf ?? sized?.items?.find((item) => item.sizeOf !== null)?.sizeOf ?? null;
  return rows === null ? blank() : { ...table(rows), random: true };
}

function likeness(machine: Machine, node: Light, name: string, args: Arguments): Value {
  const made = combine(args.all);
  if (made.rows !== null) made.rows = machine.rows.copy(made.rows, machine.repeat(node, name, true));
  return made;
}

/** A class of a library is made: a model, a transformer, or a table around what it is given. */
function construct(machine: Machine, node: Light, name: string, args: Arguments): Value {
  const [first] = args.positional;
  const data = firstTable(args.all);
  const sampler = args.named.get('sampler');
  if (name === 'DataLoader' && data?.rows !== undefined && data.rows !== null && sampler?.rows !== undefined && sampler.rows !== null) return table(chosenRows(machine, data.rows, sampler), data.learned);
  if (WRAPS.test(name)) return combine(args.all.map((each) => (each.items !== null && each.keys !== null ? each : gathered(machine, each))));
  if (isComposite(name)) return composite(machine, name, args);
  if (/Trainer$/.test(name) && args.named.has('train_dataset')) return trainerOf(machine, name, args);
  const role = roleOfClass(name);
  const made = machine.model(name, role);
  const model = made.model!;
  model.settings = args.named;
  // The file that it writes to may be the first argument.
  if (name === 'ModelCheckpoint' && first !== undefined && !args.named.has('filepath')) model.settings = new Map([...args.named, ['filepath', first]]);
  model.inner = role === 'search' || role === 'model' ? [] : modelsIn(args.all).filter(() => role === 'unknown' && /Transformer|Mapper|Union/.test(name));
  if (data === null) return made;
  model.data = { ...gathered(machine, data), learned: learnedOf(args.all) };
  // Learns from what it is made with: `Word2Vec(sentences)`.
  if (role === 'learner' && /^(Word2Vec|Doc2Vec|FastText|TfidfModel|LdaModel)$/.test(name)) model.knows.add(machine.learn(node, name, model.data.rows!));
  return role === 'unknown' ? { ...combine(args.all), model } : made;
}

/** Trains a network on one set of data, watches it on another: what is asked of it is asked of the network. */
function trainerOf(machine: Machine, name: string, args: Arguments): Value {
  const made = machine.model(name, 'model');
  made.model!.settings = args.named;
  made.model!.data = gathered(machine, args.named.get('train_dataset')!);
  return made;
}

/** A pipeline is a model when something in it can be trained to answer, and a transformer otherwise. */
function composite(machine: Machine, name: string, args: Arguments): Value {
  const inner = modelsIn(args.all);
  const last = inner.at(-1);
  const isModel = /^(Pipeline|make_pipeline|make_imb_pipeline|TransformedTargetRegressor)$/.test(name) && last !== undefined && learnerName(last, false) === null && (last.role === 'model' || last.role === 'search' || last.role === 'unknown');
  const learns = inner.some((each) => learnerName(each, false) !== null);
  const made = machine.model(name, isModel || inner.length === 0 ? 'model' : learns ? 'learner' : 'stateless');
  made.model!.inner = isModel ? [] : inner;
  made.model!.answers = isModel && last.role === 'model';
  return made;
}

/** The model is trained and tested on parts of what it is given, which the call makes itself. */
function crossValidation(machine: Machine, node: Light, args: Arguments): Value {
  const [model] = modelsIn(args.all);
  const data = args.named.get('X') ?? args.named.get('dtrain') ?? args.positional.find((each) => each.model === null && firstTable([each]) !== null) ?? firstTable(args.all);
  if (data === null || data === undefined) return blank();
  const whole = gathered(machine, data);
  if (whole.rows === null) return blank();
  const tried = machine.model(model?.name ?? 'model', 'model').model!;
  train(machine, node, tried, whole, whole.learned, false);
  const tested = test(machine, node, tried, whole, 'inner');
  return { ...blank(), scores: new Set([tested]) };
}

function trained(machine: Machine, node: Light, lib: string, args: Arguments): Value {
  const made = machine.model(lib.split('.')[0]!, 'model');
  const data = ['dtrain', 'train_set', 'pool'].map((name) => args.named.get(name)).find((value) => value !== undefined) ?? firstTable(args.positional);
  if (data?.rows === undefined || data.rows === null) return made;
  train(machine, node, made.model!, data, data.learned, false);
  const further = args.positional.find((each) => each.items !== null && each !== data && firstTable([each]) !== null);
  watch(machine, node, made.model!, further === undefined || args.named.has('evals') || args.named.has('valid_sets') ? args : { ...args, named: new Map([...args.named, ['evals', further]]) });
  return made;
}
