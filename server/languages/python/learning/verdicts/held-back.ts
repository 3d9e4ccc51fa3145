/** Whether the rows of a test were kept out of the training. */
import type { Events, Test, Train } from '../domain/events.ts';
import { areApart, holds, nested, related, splitOf } from '../domain/row-relations.ts';

/** The test's rows are kept out of the training. */
export function heldBack(events: Events, train: Train, test: Test): boolean {
  if (test.how !== 'inner') return areApart(train.rows, test.rows) && !nested(train.rows, test.rows);
  // Within the training part, or where another set with a known truth is left for the final test, this only chooses.
  const split = splitOf(train.rows);
  return (split === null || split.folds) && !events.tests.some((other) => isFinalTest(other, train, test));
}

/** Another set with a known truth, also kept out of the training, is left for the final test. */
export function isFinalTest(other: Test, train: Train, test: Test): boolean {
  if (other.how === 'inner' || other.training === true || holds(test.rows, other.rows)) return false;
  const knowsTruth = other.how === 'score' || splitOf(other.rows) !== null;
  return knowsTruth && other.trains.some((each) => areApart(each.rows, other.rows) && related(each.rows, train.rows));
}

/** Trained on everything, including the rows set aside for the test: a fault of its own, and one more use of these rows. */
export function coversTest(train: Train, test: Test): boolean {
  const { rows } = test;
  return rows.kind === 'part' && rows.split !== undefined && !rows.split.folds && rows.side !== '0' && train.rows !== rows && holds(train.rows, rows.parent);
}
