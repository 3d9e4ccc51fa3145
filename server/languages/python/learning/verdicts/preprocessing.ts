/** Knowledge of the test rows that reached the training through preprocessing. */
import type { LeakFact } from '../../../../facts/learning-facts.ts';
import type { Events, Learn, Test, Train } from '../domain/events.ts';
import { touches } from '../domain/row-relations.ts';
import { coversTest, heldBack } from './held-back.ts';
import { learned, parted, tested, trained, way } from './way.ts';

export function preprocessing(events: Events, train: Train, test: Test): LeakFact[] {
  if (!heldBack(events, train, test) && !coversTest(train, test)) return [];
  return [...train.learned].filter((learn) => touches(learn.rows, test.rows) && !onlyWatched(events, train, test, learn)).map((learn) => ({
    kind: 'preprocessing', span: learn.span, about: learn.name, steps: way([learned(learn), ...parted(test.rows), trained(train), tested(test)]),
  }));
}

/** Rows of the training part are only watched while training; the final test is on others that nothing was learned from. */
function onlyWatched(events: Events, train: Train, test: Test, learn: Learn): boolean {
  const isFinal = (other: Test): boolean => (
    other.how === 'score' && other.trains.includes(train) && !touches(learn.rows, other.rows) && heldBack(events, train, other)
  );
  return test.how === 'validate' && events.tests.some(isFinal);
}
