/**
 * Machine learning as a file does it: what learns, from which data, and what was known of the test
 * data by then; and what makes a run hard to repeat. Plain JSON.
 */
import type { Span } from './span.ts';

/** A place on the way that data took. */
export interface DataStep {
  span: Span;
  /** What happens there. */
  role: 'learns' | 'splits' | 'trains' | 'tests' | 'copies' | 'chooses';
  /** The call as written, shortened. */
  text: string;
}

/** Knowledge of the test data that reached the training, with the way it took. */
export interface LeakFact {
  kind: 'preprocessing' | 'overlap' | 'multi-test';
  /** Where the finding stands: what learned too early, what repeats rows, the test that came too often. */
  span: Span;
  /** Name of what leaks: `StandardScaler`, `SMOTE`, `mean`. */
  about: string;
  steps: DataStep[];
}

/** Something that draws at random, and that nothing in the file seeds. */
export interface UnseededFact {
  span: Span;
  /** `train_test_split`, `numpy.random`. */
  name: string;
  /** Argument that would seed it; null where a call seeds the whole library. */
  argument: string | null;
  /** The call that seeds everything of its kind: `numpy.random.seed`. */
  call: string;
}

/** Numbers that steer the training, written into a call. */
export interface HardcodedFact {
  span: Span;
  /** `RandomForestClassifier`. */
  call: string;
  names: string[];
}

/** A place with the code as written, shortened. */
export interface PlaceFact {
  span: Span;
  text: string;
}

/** A function that picks among models by comparing a word. */
export interface FactoryFact {
  span: Span;
  name: string;
  /** Classes that it makes. */
  classes: string[];
}

export interface LearningFacts {
  leaks: LeakFact[];
  unseeded: UnseededFact[];
  hardcoded: HardcodedFact[];
  /** A training that the file runs and measures, the first one; null when it runs none. */
  experiment: PlaceFact | null;
  /** Results go to a tracker: MLflow, Weights & Biases and the like. */
  tracked: boolean;
  /** Models that are written to a place whose name says no version. */
  unversioned: PlaceFact[];
  /** Data from outside that a model is trained on, where nothing in the file looks at it first. */
  unchecked: PlaceFact | null;
  factories: FactoryFact[];
  /** Files that are read one by one and all kept in memory. */
  hoarded: PlaceFact[];
}
