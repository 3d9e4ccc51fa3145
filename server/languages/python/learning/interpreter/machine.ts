/** What a run of the analysis carries: the text, the events so far, and how much it may still do. */
import type { Span } from '../../../../facts/span.ts';
import type { Events, Learn, Repeat, Split } from '../domain/events.ts';
import { shortText, type Light } from '../syntax/light-tree.ts';
import { RowSets, type RowSet } from '../domain/rows.ts';
import type { Scope } from '../domain/scope.ts';
import { blank, type ClassValue, type FunctionValue, type Model, type Value } from '../domain/values.ts';

/** Ends the run; what was seen until then is judged. */
export class Exhausted extends Error {}

/** Nodes that may be looked at in one file, repetitions included. */
const STEPS = 250_000;

/** A call on the way: what has been returned so far. */
export interface Frame {
  returned: Value | null;
  name: string;
}

/** How code is read: expressions to values, statements for what they do. */
export interface Reading {
  evaluate(machine: Machine, node: Light | undefined, scope: Scope): Value;
  execute(machine: Machine, node: Light | undefined, scope: Scope): void;
}

export class Machine {
  readonly rows = new RowSets();
  readonly events: Events = { trains: [], tests: [], chooses: [], escapes: [], kept: [], partings: [] };
  readonly frames: Frame[] = [];
  /** Functions and classes of the file that were entered from somewhere. */
  readonly entered = new Set<Light>();
  readonly functions: FunctionValue[] = [];
  readonly classes: ClassValue[] = [];
  /** Models that the code writes to files, by the file's name as the code gives it. */
  readonly written = new Map<string, Value>();
  /** Loops around the place that is looked at. */
  loops = 0;
  /** In a comprehension that leaves one turn out: `[folds[i] for i in range(5) if i != turn]`. */
  excluding = 0;
  /** Rows that the loops around run over, innermost last. */
  readonly turning: RowSet[] = [];
  /** What runs when the file does; afterwards, what nobody in the file calls. */
  running = true;
  private count = 0;
  private steps = 0;
  private readonly learns = new Map<string, Learn>();
  private readonly splits = new Map<string, Split>();
  private readonly repeats = new Map<string, Repeat>();

  /**
   * @param text of the file
   * @param top names of the module
   * @param reading handed in, because what reads expressions and statements is made of parts that need the machine
   */
  constructor(readonly text: string, readonly top: Scope, private readonly reading: Reading) {}

  /** What an expression stands for. */
  evaluate(node: Light | undefined, scope: Scope): Value {
    return this.reading.evaluate(this, node, scope);
  }

  /** Does what a statement says. */
  execute(node: Light | undefined, scope: Scope): void {
    this.reading.execute(this, node, scope);
  }

  step(): void {
    if (++this.steps > STEPS) throw new Exhausted();
  }

  id(): number {
    return ++this.count;
  }

  source(node: Light): string {
    return this.text.slice(node.start, node.end);
  }

  at(node: Light): { id: number; span: Span; text: string; top: boolean } {
    return { id: this.id(), span: node.span, text: shortText(this.text, node), top: this.running };
  }

  /** One place that learns from the same rows again and again is one event. */
  learn(node: Light, name: string, rows: RowSet): Learn {
    const key = `${node.start}|${node.end}|${rows.id}`;
    const known = this.learns.get(key);
    if (known !== undefined) return known;
    const made: Learn = { ...this.at(node), name, rows };
    this.learns.set(key, made);
    return made;
  }

  split(node: Light, sides: number, folds = false): Split {
    const known = this.splits.get(`${node.start}|${node.end}`);
    if (known !== undefined) return known;
    const made: Split = { ...this.at(node), sides, folds, drawn: false };
    this.splits.set(`${node.start}|${node.end}`, made);
    return made;
  }

  repeat(node: Light, name: string, alone = false): Repeat {
    const known = this.repeats.get(`${node.start}|${node.end}`);
    if (known !== undefined) return known;
    const made: Repeat = { ...this.at(node), name, alone };
    this.repeats.set(`${node.start}|${node.end}`, made);
    return made;
  }

  model(name: string, role: Model['role']): Value {
    const model: Model = { id: this.id(), name, role, inner: [], version: 0, trains: [], knows: new Set(), data: null, settings: new Map(), stepwise: false, answers: false };
    return { ...blank(), model };
  }
}
