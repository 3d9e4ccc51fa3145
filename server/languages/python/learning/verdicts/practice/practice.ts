/** Practice besides leaks: what makes a run hard to repeat. */
import type { LearningFacts } from '../../../../../facts/learning-facts.ts';
import type { Events } from '../../domain/events.ts';
import { holds } from '../../domain/row-relations.ts';
import type { Light } from '../../syntax/light-tree.ts';
import { hoardedIn, trackedIn, uncheckedIn, unversionedIn } from './data.ts';
import { unseededIn } from './seeds.ts';
import { factoriesIn, hardcodedIn } from './model-choices.ts';
import { habitsOf } from './walk.ts';

/** @param events of the file @param tree of it @param text of it */
export function practiceOf({ trains, tests }: Events, tree: Light, text: string): Omit<LearningFacts, 'leaks'> {
  const habits = habitsOf(tree, text);
  const measured = tests.find((test) => test.top && test.trains.some((train) => !holds(train.rows, test.rows) || test.how === 'inner'));
  const [first] = measured?.trains ?? [];
  return {
    unseeded: unseededIn(habits), hardcoded: hardcodedIn(habits), tracked: trackedIn(habits), unversioned: unversionedIn(habits),
    factories: factoriesIn(habits), hoarded: hoardedIn(habits),
    experiment: first === undefined ? null : { span: first.span, text: first.text },
    unchecked: uncheckedIn(habits, trains.some((train) => train.top)),
  };
}
