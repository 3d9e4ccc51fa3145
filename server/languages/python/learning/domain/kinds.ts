/** The kinds of things that a value can be. Each kind has its own fields, so that the compiler knows what may be read. */
import type { Light } from '../syntax/light-tree.ts';
import type { Learn, Split, Train } from './events.ts';
import type { RowSet } from './rows.ts';
import type { Value, Scope } from './value.ts';

/** Nothing is known about it, or only that it is random. */
export interface Unknown { kind: 'unknown'; random?: true }

/** Rows of data: a table, a column, an array, a data set, a list of positions. */
export interface Table {
  kind: 'table';
  rows: RowSet;
  /** The table that this is a column or view of: changes in place reach it. */
  view: Value | null;
  /** Name of the one column of its table that this is. */
  column: string | null;
  mask: Mask | null;
  /** Chooses rows of other tables, by position or label. */
  index: boolean;
  /** A random number for each row: comparing it splits the rows. */
  random: boolean;
  /** One row, or a window of rows: what is computed over it stays within it. */
  single: boolean;
  /** What rows are grouped by, as written; null when they are not. What is computed over a group is computed over all rows. */
  grouped: string | null;
  /** Windows over rows in their order: a statistic gives one result for each window. */
  windows: boolean;
  /** A list made from a table: `+` appends another such list instead of adding numbers. */
  sequence: boolean;
}

/** Rows chosen by a condition: `mask` and `~mask` have the same key and opposite sides. */
export interface Mask {
  key: string;
  side: string;
  /** It compares a column with a fixed value, `nan` for an empty one. */
  mark?: { column: string; text: string };
  /** The split that set these rows aside, when one did. */
  split?: Split;
}

/** The number of rows of something. */
export interface Count { kind: 'count'; of: RowSet }

/** An object that learns: a model, a transformer, a pipeline, a splitter. */
export interface Learner { kind: 'learner'; model: Model }

/** A module, function or class of a library, by its qualified name: `sklearn.svm.SVC`. */
export interface Library { kind: 'library'; name: string }

/** A function of the file. */
export interface Callable { kind: 'function'; fn: FunctionValue }

/** A class of the file. */
export interface OwnClass { kind: 'class'; cls: ClassValue }

/** An object of a class of the file; its attributes are kept with the value. */
export interface Instance { kind: 'instance'; of: ClassValue }

/** A list, tuple, set or dictionary, as far as its elements are known. */
export interface Container {
  kind: 'container';
  items: Value[];
  /** For a dictionary: the keys, in the order of the items; null for an unknown key. */
  keys: (string | null)[] | null;
  /** All further elements as one value, such as those appended in loops. */
  rest: Value | null;
}

/** A literal as written. */
export interface Literal { kind: 'literal'; text: string }

export type Single = Unknown | Table | Count | Learner | Library | Callable | OwnClass | Instance | Container | Literal;

/** One of several things, each of a different kind: assigned in two branches, or a class of a library that may be data or a model. */
export interface Choice { kind: 'choice'; possible: readonly Single[] }

export type Shape = Single | Choice;

/** Something that can be trained, or that learns from data and uses that to change other data. */
export interface Model {
  id: number;
  /** Last part of the class's name; empty when not known. */
  name: string;
  role: ModelRole;
  /** Parts of a pipeline, the estimator of a search. */
  inner: Model[];
  version: number;
  /** The current training: what it was last trained on. */
  trains: Train[];
  /** What a fitted transformer knows. */
  knows: Set<Learn>;
  /** Data that it was built with (statsmodels, Dataset). */
  data: Value | null;
  /** Keyword arguments that matter later, by name. */
  settings: ReadonlyMap<string, Value>;
  /** Trained step by step: training it again does not start a new model. */
  stepwise: boolean;
  /** A pipeline whose last step is known to be a model. */
  answers: boolean;
}

export type ModelRole = 'model' | 'learner' | 'stateless' | 'sampler' | 'splitter' | 'search' | 'loss' | 'unknown';

export interface FunctionValue {
  name: string;
  node: Light;
  parameters: Light | null;
  body: Light;
  scope: Scope;
  /** The object that a method is bound to. */
  self: Value | null;
}

export interface ClassValue {
  name: string;
  node: Light;
  scope: Scope;
  /** Last parts of the names of its base classes. */
  bases: string[];
  methods: Map<string, Light>;
}
