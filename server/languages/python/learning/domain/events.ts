/** What happens to data on its way, in the order in which it happens. */
import type { Span } from '../../../../facts/span.ts';
import type { RowSet } from './rows.ts';
import type { Model } from './values.ts';

interface Event {
  id: number;
  span: Span;
  /** The call as written, shortened. */
  text: string;
  /** Happens when the file is run, not only when others call its functions. */
  top: boolean;
}

/** Something is learned from rows: a fit, a statistic over them. */
export interface Learn extends Event {
  /** `StandardScaler`, `mean`. */
  name: string;
  rows: RowSet;
}

/** Rows are drawn again or made after the likeness of others. */
export interface Repeat extends Event {
  name: string;
  /** Each row becomes one other: only together with what it was made of is it a repetition. */
  alone: boolean;
}

export interface Split extends Event {
  /** Parts that it makes; 0 when not known. */
  sides: number;
  /** Rows were only drawn: a split when the others are used too. */
  drawn: boolean;
  /** Parts come anew in every turn of a loop: cross-validation. */
  folds: boolean;
}

export interface Train extends Event {
  model: Model;
  /** Counts the times that the model was trained anew. */
  version: number;
  rows: RowSet;
  learned: ReadonlySet<Learn>;
}

export interface Test extends Event {
  model: Model;
  version: number;
  rows: RowSet;
  learned: ReadonlySet<Learn>;
  /**
   * `predict`: an answer is asked for; `score`: it is compared with the truth; `validate`: watched
   * while training; `inner`: parts of the training data are held back by the call itself.
   */
  how: 'predict' | 'score' | 'validate' | 'inner';
  /** What the model was trained on by then. */
  trains: readonly Train[];
  /** Answers of several models that are put together before anybody looks at them have one number. */
  blend?: number;
  /** A forecast: its rows are known only once it is set against the truth. */
  ahead?: true;
  /** The answer was only used to train further. */
  training?: true;
}

/** Results on rows decide what is kept: early stopping, the best of several. */
export interface Choose extends Event {
  rows: RowSet;
  /** The test whose result decides; null where rows are watched while training. */
  test: Test | null;
}

/** A table leaves a function that nobody in the file calls. */
export interface Escape {
  parts: { rows: RowSet; learned: ReadonlySet<Learn> }[];
}

export interface Events {
  trains: Train[];
  tests: Test[];
  chooses: Choose[];
  escapes: Escape[];
  /** What was fitted and is kept where its use is not seen: in a field, or under a name from elsewhere. */
  kept: Learn[];
  /** Rows with the call that parted them for training and test. */
  partings: { rows: RowSet; split: Split }[];
}
