/** Rows that are in both training and test: the same ones, or rows made from each other. */
import type { LeakFact } from '../../../../facts/learning-facts.ts';
import type { Events, Repeat, Test, Train } from '../domain/events.ts';
import { commonOrigin, holds, mingles, repeatIn } from '../domain/row-relations.ts';
import { lineOf, type RowSet } from '../domain/rows.ts';
import { heldBack } from './held-back.ts';
import { copied, nameOf, parted, tested, trained, way } from './way.ts';

export function overlap(events: Events, train: Train, test: Test): LeakFact | null {
  const steps = [...parted(test.rows), trained(train), tested(test)];
  const repeat = heldBack(events, train, test) ? repeatBetween(train, test) : null;
  if (repeat !== null) return { kind: 'overlap', span: repeat.span, about: repeat.name, steps: way([copied(repeat), ...steps]) };
  if (test.how === 'inner') return null;
  if (!withinTraining(train, test) && !aroundTraining(events, train, test) && !mingles(train.rows, test.rows)) return null;
  return { kind: 'overlap', span: train.span, about: nameOf(train.model), steps: way(steps) };
}

/** Rows were repeated before they were split. */
function repeatBetween(train: Train, test: Test): Repeat | null {
  if (test.how === 'inner') return repeatIn(test.rows);
  const members = (rows: RowSet): readonly RowSet[] => (rows.kind === 'union' ? rows.members : [rows]);
  for (const a of members(train.rows)) for (const b of members(test.rows)) {
    const origin = commonOrigin(a, b);
    const repeat = origin === null ? null : repeatIn(origin);
    if (repeat !== null) return repeat;
  }
  return null;
}

/** Trained on rows that are used as a test: a part that was set aside, or one that is scored. */
function withinTraining({ rows }: Train, test: Test): boolean {
  if (!holds(rows, test.rows)) return false;
  if (rows === test.rows) return rows.kind === 'part' && rows.side === '1' && rows.split !== undefined && !rows.split.folds;
  if (test.how !== 'predict') return true;
  const between = lineOf(test.rows);
  const end = between.indexOf(rows);
  return between.slice(0, end < 0 ? undefined : end).some((each) => each.kind === 'part' && each.split !== undefined);
}

/** Scored on all rows, including those of the training, and on nothing else. */
function aroundTraining(events: Events, train: Train, test: Test): boolean {
  const { rows } = train;
  if (test.how !== 'score' || rows === test.rows || !holds(test.rows, rows) || rows.kind !== 'part' || rows.split === undefined) return false;
  return !events.tests.some((other) => other.model === test.model && other.trains.includes(train) && heldBack(events, train, other));
}
