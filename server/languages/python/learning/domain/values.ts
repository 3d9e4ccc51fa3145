/** What a name may stand for. Tables and objects are mutable, as they are in Python: two names of one thing see what happens to it. */
import type { Learn, Split, Test, Train } from './events.ts';
import type { Light } from '../syntax/light-tree.ts';
import type { RowSet } from './rows.ts';
import type { Scope } from './scope.ts';

/** Something that can be trained, or that learns from data and changes other data by it. */
export interface Model {
  id: number;
  /** Last part of the class's name; empty when not known. */
  name: string;
  role: 'model' | 'learner' | 'stateless' | 'sampler' | 'splitter' | 'search' | 'loss' | 'unknown';
  /** Parts of a pipeline, the estimator of a search. */
  inner: Model[];
  version: number;
  /** What was trained from most lately. */
  trains: Train[];
  /** What a fitted transformer knows. */
  knows: Set<Learn>;
  /** Data that it was built with (statsmodels, Dataset). */
  data: Value | null;
  /** Keyword arguments that matter later, by name. */
  settings: Map<string, Value>;
  /** Trained step by step: calls of it are no new model. */
  stepwise: boolean;
  /** A pipeline whose last part is known to be a model. */
  answers: boolean;
}

export interface FunctionValue {
  name: string;
  node: Light;
  parameters: Light | null;
  body: Light;
  scope: Scope;
  /** Bound instance of a method. */
  self: Value | null;
}

export interface ClassValue {
  name: string;
  node: Light;
  scope: Scope;
  /** Last parts of the names of what it extends. */
  bases: string[];
  methods: Map<string, Light>;
}

/** Rows chosen by a condition: `mask` and `~mask` have one key and different sides. */
export interface Mask {
  key: string;
  side: string;
  /** Whose part the rows are, when they were put aside before. */
  split?: Split;
}

export interface Value {
  rows: RowSet | null;
  learned: Set<Learn>;
  /** Qualified name of something of a library: `sklearn.svm.SVC`. */
  lib: string | null;
  model: Model | null;
  fn: FunctionValue | null;
  cls: ClassValue | null;
  /** Attributes of an instance of a class of this file, or set on anything. */
  attributes: Map<string, Value> | null;
  instanceOf: ClassValue | null;
  /** Elements of a list, tuple or dictionary, as far as they are known. */
  items: Value[] | null;
  /** For a dictionary: keys beside the items. */
  keys: (string | null)[] | null;
  /** Any further elements: what was appended in loops. */
  rest: Value | null;
  /** Text of a literal. */
  literal: string | null;
  mask: Mask | null;
  /** Is a choice of rows of others: positions or labels. */
  index: boolean;
  /** The number of rows of something. */
  sizeOf: RowSet | null;
  /** The table that this is a column or view of: changes in place reach it. */
  view: Value | null;
  /** Answers of models that went into it. */
  answers: Set<Test> | null;
  /** Results on these tests went into it. */
  scores: Set<Test> | null;
  /** A random number for each row of something: compared, it parts the rows. */
  random: boolean;
  /** One row, or a window of rows: what is computed over it stays within it. */
  single: boolean;
  /** Grouped rows: what is computed over them is computed over all of them. */
  grouped: boolean;
  /** Windows over rows in their order: a statistic says one thing for each window. */
  windows: boolean;
  /** Columns that knowledge is in; what is not listed is in all of them. */
  where: Map<Learn, Set<string>> | null;
  /** Name of the one column that this is of its table. */
  column: string | null;
  /** A list made of a table: two of them are added one behind the other. */
  sequence: boolean;
  /** Answers set against the truth: an average of it is a result. */
  compared: boolean;
  /** What it tells of other rows when it is joined to them: a table of averages by group. */
  gist: Set<Learn> | null;
}

export function blank(): Value {
  return {
    rows: null, learned: new Set(), lib: null, model: null, fn: null, cls: null, attributes: null, instanceOf: null, items: null, keys: null, rest: null,
    literal: null, mask: null, index: false, sizeOf: null, view: null, answers: null, scores: null, random: false, single: false, grouped: false, windows: false, where: null, column: null, sequence: false, compared: false, gist: null,
  };
}

export function table(rows: RowSet | null, learned: Iterable<Learn> = []): Value {
  return { ...blank(), rows, learned: new Set(learned) };
}

export function literal(text: string): Value {
  return { ...blank(), literal: text };
}

export function list(items: Value[], keys: (string | null)[] | null = null): Value {
  return { ...blank(), items, keys };
}

/** All elements of a container that are known. */
export function elementsOf(value: Value): Value[] {
  return [...(value.items ?? []), ...(value.rest === null ? [] : [value.rest])];
}

/** What a container's elements are together; the value itself when it is none. */
export function flatten(value: Value, depth = 0): Value[] {
  if (value.items === null && value.rest === null) return [value];
  if (depth > 4) return [];
  const own = value.rows !== null || value.learned.size > 0 ? [value] : [];
  return [...own, ...elementsOf(value).flatMap((each) => flatten(each, depth + 1))];
}

/** Everything that was learned and went into the values. */
export function learnedOf(values: readonly Value[]): Set<Learn> {
  const all = new Set<Learn>();
  for (const value of values) for (const each of flatten(value)) for (const learn of each.learned) all.add(learn);
  return all;
}

/** The first table among values and the elements of lists. */
export function firstTable(values: readonly Value[]): Value | null {
  for (const value of values) for (const each of flatten(value)) if (each.rows !== null) return each;
  return null;
}

function joined<T>(a: Set<T> | null, b: Set<T> | null): Set<T> | null {
  return a === null ? b : b === null ? a : new Set([...a, ...b]);
}

/** What went into a result besides rows: answers of models and results on tests. */
export function traceOf(values: readonly Value[]): Pick<Value, 'answers' | 'scores'> {
  let answers: Set<Test> | null = null;
  let scores: Set<Test> | null = null;
  for (const value of values) for (const each of flatten(value)) {
    answers = joined(answers, each.answers);
    scores = joined(scores, each.scores);
  }
  return { answers, scores };
}

/** Two possible values of one name. Where they differ in kind, the first tells. */
export function either(a: Value, b: Value): Value {
  if (a === b || isNothing(b)) return a;
  if (isNothing(a)) return b;
  const items = a.items !== null && b.items !== null && a.items.length === b.items.length ? a.items.map((each, index) => either(each, b.items![index]!)) : a.items ?? b.items;
  return {
    rows: a.rows ?? b.rows, learned: new Set([...a.learned, ...b.learned]), lib: a.lib ?? b.lib, model: a.model ?? b.model, fn: a.fn ?? b.fn, cls: a.cls ?? b.cls,
    attributes: a.attributes ?? b.attributes, instanceOf: a.instanceOf ?? b.instanceOf, items, keys: a.items !== null ? a.keys : b.keys, rest: a.rest ?? b.rest,
    literal: a.literal ?? b.literal, mask: a.mask ?? b.mask, index: a.index || b.index, sizeOf: a.sizeOf ?? b.sizeOf, view: a.view ?? b.view,
    answers: joined(a.answers, b.answers), scores: joined(a.scores, b.scores), random: a.random || b.random,
    single: a.single || b.single, grouped: a.grouped || b.grouped, windows: a.windows || b.windows, where: null, column: null, sequence: a.sequence || b.sequence, compared: a.compared || b.compared, gist: joined(a.gist, b.gist),
  };
}

function isNothing(value: Value): boolean {
  return value.literal === 'None' || (value.rows === null && value.learned.size === 0 && value.lib === null && value.model === null && value.fn === null && value.cls === null
    && value.attributes === null && value.items === null && value.rest === null && value.literal === null && value.mask === null && value.sizeOf === null && value.answers === null && value.scores === null);
}
