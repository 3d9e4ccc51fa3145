/**
 * Machine learning as a file does it: what learns, from which data, and what was known of the test
 * data by then. Plain JSON.
 */
import type { Span } from './span.ts';

/** A place on the way that data took. */
export interface DataStep {
  span: Span;
  /** What happens there, in a few words without code: `is split`, `learns`. */
  role: 'learns' | 'splits' | 'trains' | 'tests' | 'copies' | 'chooses';
  /** The call as written, shortened. */
  text: string;
}

/** Knowledge of the test data that reached the training, with the way it took. */
export interface LeakFact {
  kind: 'preprocessing' | 'overlap' | 'multi-test';
  /** Where the finding stands: what learned too early, what repeats rows, the test that came too often. */
  span: Span;
  /** Name of what leaks: `StandardScaler`, `SMOTE`, a variable. */
  about: string;
  steps: DataStep[];
}

export interface LearningFacts {
  leaks: LeakFact[];
}
