/** The interpreter's state while it follows one file: the history so far, what surrounds the current place, and how many steps are left. */
import { History } from '../domain/history.ts';
import type { ClassValue, FunctionValue } from '../domain/kinds.ts';
import type { RowSet } from '../domain/rows.ts';
import type { Value, Scope } from '../domain/value.ts';
import type { Libraries } from '../knowledge/libraries.ts';
import type { Light } from '../syntax/light-tree.ts';

/** Ends the run; what was seen by then is judged. */
export class Exhausted extends Error {}

/** Nodes that may be visited in one file, including repetitions. */
const STEPS = 250_000;

/** A call in progress: what has been returned so far. */
export interface Frame {
  returned: Value | null;
  name: string;
}

/** How code is read: expressions to values, statements for what they do. */
export interface Reading {
  evaluate(machine: Machine, node: Light | undefined, scope: Scope): Value;
  execute(machine: Machine, node: Light | undefined, scope: Scope): void;
}

export class Machine extends History {
  readonly frames: Frame[] = [];
  /** The call whose arguments are now known: the file's functions that it calls are called from there. */
  calling: Light | null = null;
  /** Functions and classes of the file that were called from somewhere. */
  readonly entered = new Set<Light>();
  readonly functions: FunctionValue[] = [];
  readonly classes: ClassValue[] = [];
  /** Models that the code writes to files, by the file's name as the code gives it. */
  readonly written = new Map<string, Value>();
  /** Rows by what was read: the same file read twice holds the same rows. */
  readonly sources = new Map<string, RowSet>();
  /** Loops around the current place, each with its own number, innermost last; 0 for those over rows. */
  readonly loops: number[] = [];
  /** Comprehensions around it that leave out one iteration: `[folds[i] for i in range(5) if i != turn]`. */
  excluding = 0;
  /** Rows that the enclosing loops run over, innermost last. */
  readonly turning: RowSet[] = [];
  /** Variables of the enclosing loops, each with the number of the iteration. */
  readonly variables = new Map<string, number>();
  private steps = 0;

  /**
   * @param text of the file
   * @param top names of the module
   * @param reading passed in, because the parts that read expressions and statements need the machine
   * @param libraries what is known about libraries
   */
  constructor(text: string, readonly top: Scope, private readonly reading: Reading, readonly libraries: Libraries) {
    super(text);
  }

  /** @returns what an expression stands for */
  evaluate(node: Light | undefined, scope: Scope): Value {
    return this.reading.evaluate(this, node, scope);
  }

  /** Does what a statement says. */
  execute(node: Light | undefined, scope: Scope): void {
    this.reading.execute(this, node, scope);
  }

  /** @param written what chooses rows @returns whether it names the variable of a loop */
  turnsBy(written: string): boolean {
    return (written.match(/[A-Za-z_]\w*/g) ?? []).some((word) => this.variables.has(word));
  }

  /** @param written what chooses rows @returns a key for them: a different one in each iteration of a loop whose variable it names */
  keyFor(written: string): string {
    if (this.variables.size === 0) return written;
    const turns = (written.match(/[A-Za-z_]\w*/g) ?? []).flatMap((word) => this.variables.get(word) ?? []);
    return turns.length === 0 ? written : `${written} in turn ${turns.join(' ')}`;
  }

  /** Counts one more node. @throws Exhausted when the budget is used up */
  step(): void {
    if (++this.steps > STEPS) throw new Exhausted();
  }
}
