/**
 * Machine learning in a file: what is trained, on which data, and what it knew about the test data by then; and what
 * makes a run hard to reproduce. Plain JSON.
 */
import type { Span } from './span.ts';

/** A step on the path that data takes. */
export interface DataStep {
  span: Span;
  /** What happens there. */
  role: 'learns' | 'splits' | 'trains' | 'tests' | 'copies' | 'chooses';
  /** The call as written, shortened. */
  text: string;
}

/** Information about the test data that reached the training, with the path it took. */
export interface LeakFact {
  kind: 'preprocessing' | 'overlap' | 'multi-test';
  /** Where the finding is reported: what was fitted too early, what repeats rows, or the test that was run once too often. */
  span: Span;
  /** Name of what leaks: `StandardScaler`, `SMOTE`, `mean`. */
  about: string;
  steps: DataStep[];
  /** The author set the rows aside to choose by (a validation part); absent otherwise. */
  forChoosing?: true;
  /** The test rows were fitted on themselves, apart from the training rows; absent otherwise. */
  itself?: true;
  /** Of preprocessing: true, but no reason to distrust the final test, since only words were learned, or its rows stay unseen. Absent otherwise. */
  mild?: true;
  /** What was learned only fills gaps or cuts a column: true, but hardly any result is the better for it. Absent otherwise. */
  slight?: true;
}

/** A random draw that nothing in the file seeds. */
export interface UnseededFact {
  span: Span;
  /** `train_test_split`, `numpy.random`. */
  name: string;
  /** Argument that would seed it; null when a call seeds the whole library. */
  argument: string | null;
  /** The call that seeds the whole library: `numpy.random.seed`. */
  call: string;
  /** Happens when the file is run, not only when another file calls its functions. */
  runs: boolean;
}

/** Hyperparameters written directly into a call. */
export interface HardcodedFact {
  span: Span;
  /** `RandomForestClassifier`. */
  call: string;
  names: string[];
}

/** A place, with its code as written, shortened. */
export interface PlaceFact {
  span: Span;
  text: string;
}

/** A function that chooses among models by comparing a string. */
export interface FactoryFact {
  span: Span;
  name: string;
  /** Classes it creates. */
  classes: string[];
}

export interface LearningFacts {
  leaks: LeakFact[];
  unseeded: UnseededFact[];
  hardcoded: HardcodedFact[];
  /** The first training that the file runs and evaluates; null when there is none. */
  experiment: PlaceFact | null;
  /** Results are logged to a tracker such as MLflow or Weights & Biases. */
  tracked: boolean;
  /** Models saved to a path that contains no version. */
  unversioned: PlaceFact[];
  /** External data that a model is trained on without the file inspecting it first. */
  unchecked: PlaceFact | null;
  factories: FactoryFact[];
  /** Files that are read one by one and all kept in memory. */
  hoarded: PlaceFact[];
}
