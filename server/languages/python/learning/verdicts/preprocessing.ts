/** Knowledge of the test rows that reached the training through preprocessing. */
import type { LeakFact } from '../../../../facts/learning-facts.ts';
import type { Events, Learn, Test, Train } from '../domain/events.ts';
import { holds, related, splitOf, touches } from '../domain/row-relations.ts';
import { lineOf, type RowSet } from '../domain/rows.ts';
import { LIBRARIES } from '../knowledge/libraries.ts';
import { coversTest, heldBack, isFinalTest } from './held-back.ts';
import { learned, parted, slight, tested, trained, way } from './way.ts';

export function preprocessing(events: Events, train: Train, test: Test): LeakFact[] {
  if (!heldBack(events, train, test) && !coversTest(train, test)) return [];
  // A border that only says what is asked, such as "dearer than the average", is part of the question.
  const asks = (learn: Learn): boolean => learn.use === 'cuts' && train.ofTarget.has(learn);
  const leaks = (learn: Learn): boolean => touches(learn.rows, test.rows) && !asks(learn) && !onlyWatched(events, train, test, learn);
  return [...train.learned].filter(leaks).map((learn) => ({
    kind: 'preprocessing', span: learn.span, about: learn.name, steps: way([learned(learn), ...parted(test.rows), trained(train), tested(test)]),
    ...(LIBRARIES.is(learn.name, 'vocabulary') || onlyFolds(events, train, test, learn) ? { mild: true as const } : {}),
    ...slight(learn),
  }));
}

/** The folds of a cross-validation know about each other, while rows that were set aside before stay unseen. */
function onlyFolds({ tests }: Events, train: Train, test: Test, { rows }: Learn): boolean {
  const isFold = splitOf(test.rows)?.folds === true || lineOf(test.rows).some((each) => each.kind === 'part' && each.turns);
  if (test.how !== 'inner' && !isFold) return false;
  const isAside = (each: RowSet): boolean => (
    (each.kind === 'part' && each.split?.folds === false && each.side === '0') || (each.kind === 'source' && each.role === 'train'));
  // A model is also evaluated on other rows, whether their truth is known or not: rows of another source, or a test by its name.
  const isOther = (other: Test): boolean => (test.named === 'train' && other.named === 'test') || (!touches(rows, other.rows) && !related(rows, other.rows));
  const isAsked = (other: Test): boolean => other.how !== 'inner' && other.trains.some((each) => related(each.rows, train.rows));
  return lineOf(rows).some(isAside) || tests.some((other) => isOther(other) && isAsked(other));
}

/**
 * Rows of the training part only help to choose, by being watched while training or as a split within that
 * part; the final test is on others, which the step has not seen.
 */
function onlyWatched(events: Events, train: Train, test: Test, learn: Learn): boolean {
  if (isWithinTraining(learn.rows, test.rows)) return events.tests.some((other) => !touches(learn.rows, other.rows) && isFinalTest(other, train, test));
  const isFinal = (other: Test): boolean => (
    other.how === 'score' && other.trains.includes(train) && !touches(learn.rows, other.rows) && heldBack(events, train, other)
  );
  return test.how === 'validate' && events.tests.some(isFinal);
}

/** Both lie in one part that a split set aside for training. */
function isWithinTraining(seen: RowSet, tested: RowSet): boolean {
  return lineOf(tested).some(
    (each) => each.kind === 'part' && each.split !== undefined && !each.split.folds && each.side === '0' && holds(each, seen) && holds(seen, tested),
  );
}
