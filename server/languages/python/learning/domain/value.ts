/**
 * What a name stands for. A value is an object with an identity, as in Python: two names of one table
 * see what happens to it, and what it is may become clear only when it is used.
 */
import type { Learn, Test } from './events.ts';
import type { ClassValue, Container, FunctionValue, Model, Shape, Single, Table } from './kinds.ts';
import type { RowSet } from './rows.ts';

export interface Value extends Trace {
  is: Shape;
  /** Set on it from outside: attributes of an object, keys of something unknown as `[key]`. */
  attributes: Map<string, Value> | null;
}

/** What has gone into a value of any kind. */
export interface Trace {
  learned: Set<Learn>;
  /** Columns that knowledge is in; knowledge that is not listed is in all of them. */
  where: Map<Learn, Set<string>> | null;
  /** Answers of models. */
  answers: Set<Test> | null;
  /** Results on these tests. */
  scores: Set<Test> | null;
  /** Answers compared with the truth: their average is a result. */
  compared: boolean;
  /** What it says about other rows when it is joined to them: a table of averages by group. */
  gist: Set<Learn> | null;
}

/** @param is the kind of thing @param learned what is known in it @returns a value with nothing else known about it */
export function valueOf(is: Shape, learned: Iterable<Learn> = []): Value {
  return { is, attributes: null, learned: new Set(learned), where: null, answers: null, scores: null, compared: false, gist: null };
}

const UNKNOWN: Single = { kind: 'unknown' };

/** @returns an unknown value */
export function blank(): Value {
  return valueOf(UNKNOWN);
}

/** Knowledge without rows: an average, a list of columns that were found good. */
export function knowledge(learned: Iterable<Learn>): Value {
  return valueOf(UNKNOWN, learned);
}

// Written out field by field: spreading defaults is several times slower, and tables are made all the time.
function tableOf(rows: RowSet, facts: TableFacts): Table {
  return {
    kind: 'table', rows, view: facts.view ?? null, column: facts.column ?? null, mask: facts.mask ?? null, index: facts.index === true,
    random: facts.random === true, single: facts.single === true, grouped: facts.grouped ?? null, windows: facts.windows === true,
    sequence: facts.sequence === true,
  };
}

/** What else may be known about a table besides its rows. */
export type TableFacts = Partial<Omit<Table, 'kind' | 'rows'>>;

/**
 * @param rows null gives a value without rows, which only carries what was learned
 * @param learned what is known in the rows
 * @param facts what else is known about the table
 * @returns a new table
 */
export function table(rows: RowSet | null, learned: Iterable<Learn> = [], facts: TableFacts = {}): Value {
  return valueOf(rows === null ? UNKNOWN : tableOf(rows, facts), learned);
}

/** @param text as written @returns a literal */
export function literal(text: string): Value {
  return valueOf({ kind: 'literal', text });
}

/** @param items elements in their order @param keys of a dictionary @param rest further elements @returns a container */
export function list(items: Value[], keys: (string | null)[] | null = null, rest: Value | null = null): Value {
  return valueOf({ kind: 'container', items, keys, rest });
}

/** @param name qualified @returns something of a library */
export function ofLibrary(name: string): Value {
  return valueOf({ kind: 'library', name });
}

/** @param fn a function of the file */
export function ofFunction(fn: FunctionValue): Value {
  return valueOf({ kind: 'function', fn });
}

/** @param model what learns */
export function ofModel(model: Model): Value {
  return valueOf({ kind: 'learner', model });
}

/** @param count rows that are counted, if known */
export function countOf(count: RowSet | null): Value {
  return count === null ? blank() : valueOf({ kind: 'count', of: count });
}

/** The value as one kind of thing, or null when it cannot be that. */
export function as<K extends Single['kind']>(value: Value, kind: K): Extract<Single, { kind: K }> | null {
  const { is } = value;
  if (is.kind === kind) return is as Extract<Single, { kind: K }>;
  return is.kind === 'choice' ? (is.possible.find((each) => each.kind === kind) as Extract<Single, { kind: K }> | undefined) ?? null : null;
}

export const rowsOf = (value: Value): RowSet | null => as(value, 'table')?.rows ?? null;
export const modelOf = (value: Value): Model | null => as(value, 'learner')?.model ?? null;
export const libraryOf = (value: Value): string | null => as(value, 'library')?.name ?? null;
export const functionOf = (value: Value): FunctionValue | null => as(value, 'function')?.fn ?? null;
export const classOf = (value: Value): ClassValue | null => as(value, 'class')?.cls ?? null;
export const instanceOf = (value: Value): ClassValue | null => as(value, 'instance')?.of ?? null;
export const containerOf = (value: Value): Container | null => as(value, 'container');
export const countedBy = (value: Value): RowSet | null => as(value, 'count')?.of ?? null;
/** Text of a literal as written, or null. */
export const textOf = (value: Value | null | undefined): string | null => (value == null ? null : as(value, 'literal')?.text ?? null);

/** @returns all that a value may be */
export function shapesOf({ is }: Value): readonly Single[] {
  return is.kind === 'choice' ? is.possible : is.kind === 'unknown' ? [] : [is];
}

/** @param shapes of different kinds @returns the only one of them, or a choice between them */
export function shapeFrom(shapes: readonly Single[]): Shape {
  return shapes.length > 1 ? { kind: 'choice', possible: shapes } : shapes[0] ?? UNKNOWN;
}

/** The use of a value shows what it is, or what else it may be. */
export function become(value: Value, shape: Single): void {
  const { kind } = value.is;
  value.is = kind === shape.kind || kind === 'unknown' ? shape : shapeFrom([...shapesOf(value).filter((each) => each.kind !== shape.kind), shape]);
}

/** Changes what is known of a table, in place; other values are left as they are. */
export function setTable(value: Value, facts: Partial<Table>): Value {
  const known = as(value, 'table');
  if (known !== null) become(value, { ...known, ...facts });
  return value;
}

/** @returns the value without its rows */
export function withoutRowsOf(value: Value): Value {
  return { ...value, is: shapeFrom(shapesOf(value).filter((each) => each.kind !== 'table')) };
}

/** @returns a copy that has these rows, as a table without further facts where it had none before */
export function withRows(value: Value, rows: RowSet): Value {
  const made = { ...value };
  become(made, tableOf(rows, as(value, 'table') ?? {}));
  return made;
}

/** Names of a function or file, and what they stand for. */
export class Scope {
  readonly names = new Map<string, Value>();
  /** Names declared `global`: assignments to them reach the outermost scope. */
  readonly globals = new Set<string>();

  constructor(readonly parent: Scope | null) {}

  get(name: string): Value | null {
    return this.names.get(name) ?? this.parent?.get(name) ?? null;
  }

  set(name: string, value: Value): void {
    if (this.parent !== null && this.globals.has(name)) this.outermost().names.set(name, value);
    else this.names.set(name, value);
  }

  private outermost(): Scope {
    return this.parent === null ? this : this.parent.outermost();
  }
}
