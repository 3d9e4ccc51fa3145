/** Faults of code that trains models or fills tables: each costs results without an error that would tell of it. */
import type { Span } from '../span.ts';

export interface TrainingFaultFact {
  /**
   * `unregistered-module`: layers in a plain list or dictionary of a module. `missing-zero-grad`: steps without gradients being cleared.
   * `retained-graph`: a loss is kept with its graph. `left-in-evaluation`: an epoch leaves the model in evaluation mode.
   * `constant-output`: softmax over one unit. `double-activation`: a loss that applies an activation is given one.
   * `chained-assignment`: a value is written into a copy of selected rows.
   */
  kind: 'unregistered-module' | 'missing-zero-grad' | 'retained-graph' | 'left-in-evaluation' | 'constant-output' | 'double-activation'
    | 'chained-assignment';
  /** What it is about, as written, shortened. */
  text: string;
  span: Span;
  /** What to use or write instead, or what it collides with; which of them depends on the kind. Empty where the kind says it all. */
  other: string;
}
