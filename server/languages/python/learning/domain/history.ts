/** What has happened so far while a file is followed: events, sets of rows, models. The same place doing the same thing again is one event. */
import type { Span } from '../../../../facts/span.ts';
import { shortText, type Light } from '../syntax/light-tree.ts';
import type { Events, Learn, PartName, Repeat, Split } from './events.ts';
import { Joins } from './joins.ts';
import type { Model, ModelRole } from './kinds.ts';
import { lineOf, RowSets, type RowSet } from './rows.ts';

export class History {
  readonly rows = new RowSets();
  readonly joins = new Joins();
  /** Rows of the table that an expression of columns will be passed to. */
  readonly open = this.rows.source('open');
  readonly events: Events = { trains: [], tests: [], chooses: [], escapes: [], kept: [], partings: [] };
  /** The current code runs when the file runs; false for functions that nothing in the file calls. */
  running = true;
  /** Calls of the file's functions around the current place, innermost last. */
  readonly calls: Light[] = [];
  /** Branches of called functions around the current place that may not be taken. */
  unsure = 0;
  /** What variables call the rows that they hold. */
  private readonly parts = new Map<RowSet, Set<PartName>>();
  private count = 0;
  private readonly learns = new Map<string, Learn>();
  private readonly splits = new Map<string, Split>();
  private readonly repeats = new Map<string, Repeat>();

  /** @param text of the file */
  constructor(readonly text: string) {}

  /** @returns a new number; later events have higher ones */
  id(): number {
    return ++this.count;
  }

  /** @returns the code of a node as written */
  source(node: Light): string {
    return this.text.slice(node.start, node.end);
  }

  /** @returns what all events have: a number, a place and its text */
  at(node: Light): { id: number; span: Span; text: string; top: boolean } {
    return { id: this.id(), span: node.span, text: shortText(this.text, node), top: this.running };
  }

  /** @param node that learns @param name of what learns @param rows it learns from */
  learn(node: Light, name: string, rows: RowSet): Learn {
    const key = `${node.start}|${node.end}|${rows.id}`;
    const known = this.learns.get(key);
    if (known !== undefined) return known;
    const calls = this.calls.map((call) => ({ span: call.span, text: shortText(this.text, call) }));
    const made: Learn = { ...this.at(node), name, rows, calls, ...(this.unsure > 0 ? { perhaps: true as const } : {}) };
    this.learns.set(key, made);
    return made;
  }

  /** @param learn something learned from rows that were not known then @param what these rows are now known to be */
  learnAgain(learn: Learn, rows: RowSet): Learn {
    const key = `again ${learn.id}|${rows.id}`;
    const made = this.learns.get(key) ?? { ...learn, id: this.id(), rows };
    this.learns.set(key, made);
    return made;
  }

  /** @param learn a statistic @param use that is made of it @returns the same, known to be used for that alone */
  usedTo(learn: Learn, use: NonNullable<Learn['use']>): Learn {
    const key = `${use} ${learn.id}`;
    const made = this.learns.get(key) ?? { ...learn, id: this.id(), use };
    this.learns.set(key, made);
    return made;
  }

  /** @param node that splits rows @param sides number of parts, 0 when not known @param folds new parts in each turn of a loop */
  split(node: Light, sides: number, folds = false): Split {
    const key = `${node.start}|${node.end}`;
    const known = this.splits.get(key);
    if (known !== undefined) return known;
    const made: Split = { ...this.at(node), sides, folds, drawn: false };
    this.splits.set(key, made);
    return made;
  }

  /** @param node that repeats rows @param name of what repeats them @param alone each row becomes one other */
  repeat(node: Light, name: string, alone = false): Repeat {
    const key = `${node.start}|${node.end}`;
    const known = this.repeats.get(key);
    if (known !== undefined) return known;
    const made: Repeat = { ...this.at(node), name, alone };
    this.repeats.set(key, made);
    return made;
  }

  /** @param rows that a variable holds @param part that its name says they are */
  callPart(rows: RowSet, part: PartName): void {
    this.parts.set(rows, new Set([...this.parts.get(rows) ?? [], part]));
  }

  /** @returns what variables call these rows, or the rows they were taken from without a further split; null for training rows and unknown ones */
  partOf(rows: RowSet): 'validation' | 'test' | null {
    for (const each of lineOf(rows)) {
      const names = this.parts.get(each);
      if (names !== undefined) return names.has('train') ? null : names.has('test') ? 'test' : 'validation';
      if (each.kind === 'part' && each.split !== undefined) break;
    }
    return null;
  }

  /** @returns a new model that was not trained yet */
  model(name: string, role: ModelRole): Model {
    return { ...untrained(name, role), id: this.id() };
  }
}

/** @returns a model without a number of its own */
export function untrained(name: string, role: ModelRole): Model {
  return { id: 0, name, role, inner: [], version: 0, trains: [], knows: new Set(), data: null, settings: new Map(), stepwise: false, answers: false };
}
