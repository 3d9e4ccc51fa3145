/** What happens to data, in order. */
import type { Span } from '../../../../facts/span.ts';
import type { Model } from './kinds.ts';
import type { RowSet } from './rows.ts';

/** What rows are for, according to names. */
export type PartName = 'train' | 'validation' | 'test';

interface Event {
  id: number;
  span: Span;
  /** The call as written, shortened. */
  text: string;
  /** Happens when the file runs, not only when other files call its functions. */
  top: boolean;
}

/** Name of what is learned from groups, whatever the statistic. */
export const GROUP_STATISTIC = 'group statistic';

/** Something is learned from rows: a fit, a statistic over them. */
export interface Learn extends Event {
  /** `StandardScaler`, `mean`. */
  name: string;
  rows: RowSet;
  /** Calls of the file's own functions that led to it, outermost first. */
  calls: readonly Pick<Event, 'span' | 'text'>[];
  /** Its only use: it fills gaps, or cuts a column at a border. */
  use?: 'fills' | 'cuts';
  /** Happens in a branch of a function that may not be taken in each call. */
  perhaps?: true;
}

/** Rows are drawn again, or new ones are made to resemble others. */
export interface Repeat extends Event {
  name: string;
  /** Each row becomes one other row: a repetition only together with the rows they were made from. */
  alone: boolean;
}

export interface Split extends Event {
  /** Parts that it makes; 0 when not known. */
  sides: number;
  /** Rows were only drawn: this is a split once the other rows are used too. */
  drawn: boolean;
  /** Every iteration of a loop has new parts: cross-validation. */
  folds: boolean;
  /** People, devices or places are kept together: the parts need not be alike. */
  groups?: true;
  /** Cuts at places: for a test only where the names of the parts or their use say so. */
  plain?: boolean;
}

export interface Train extends Event {
  model: Model;
  /** How many times the model has been trained from the start. */
  version: number;
  rows: RowSet;
  learned: ReadonlySet<Learn>;
  /** What is known in the target that it learns to predict, and in none of the columns that it predicts from. */
  ofTarget: ReadonlySet<Learn>;
}

export interface Test extends Event {
  model: Model;
  version: number;
  rows: RowSet;
  learned: ReadonlySet<Learn>;
  /**
   * `predict`: an answer is asked for; `score`: it is compared with the truth; `validate`: watched
   * while training; `inner`: the call itself holds back parts of the training data.
   */
  how: 'predict' | 'score' | 'validate' | 'inner';
  /** What the author calls the rows; null when names do not tell. */
  named: PartName | null;
  /** Loops in which it happens, each with its own number, without those over rows. */
  loops: readonly number[];
  /** What the model had been trained on at that time. */
  trains: readonly Train[];
  /** Answers of several models that are combined before use share one number. */
  blend?: number;
  /** A forecast: its rows are known only once it is compared with the truth. */
  ahead?: true;
  /** The answer was only used to train further, or to forecast what comes after it. */
  training?: true;
}

/** Results on rows decide what is kept: early stopping, the best of several. */
export interface Choose extends Event {
  rows: RowSet;
  /** The test whose result decides; null where rows are watched while training. */
  test: Test | null;
}

/** Tables leave a function that nothing in the file calls. */
export interface Escape {
  parts: { rows: RowSet; learned: ReadonlySet<Learn> }[];
}

export interface Events {
  trains: Train[];
  tests: Test[];
  chooses: Choose[];
  escapes: Escape[];
  /** Something fitted and kept where its use cannot be seen: in a field, or under a name from elsewhere. */
  kept: Learn[];
  /** Rows, with the call that split them for training and test. */
  partings: { rows: RowSet; split: Split }[];
}
