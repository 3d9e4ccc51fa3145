/** Test rows that several models were tested on, so that a choice may have been made by them. */
import type { DataStep, LeakFact } from '../../../../facts/learning-facts.ts';
import type { Events, Test } from '../domain/events.ts';
import { areApart, holds, related, splitOf } from '../domain/row-relations.ts';
import { lineOf, type RowSet } from '../domain/rows.ts';
import { coversTest, heldBack } from './held-back.ts';
import { chooses, nameOf, parted, tested, way } from './way.ts';

/** All tests on the same rows. */
interface Round { rows: RowSet; tests: Test[]; versions: Set<string> }

export function multiTest(events: Events): LeakFact[] {
  const rounds = roundsOf(events);
  const chosen = new Set(events.chooses.filter(({ test }) => test?.training !== true).map((each) => each.rows));
  const isUsed = (round: Round): boolean => round.versions.size > 1 || (chosen.has(round.rows) && round.tests.some(isAsked));
  const used = rounds.filter((round) => !isAnswered(round) && isUsed(round) && (isChosenBy(events, round) || !hasValidation(events, round)));
  if (used.length > 0 && used.every((round) => leavesTest(events, round))) return [];
  return rounds.some((round) => isUntouched(round, used)) || testedElsewhere(events, used) ? [] : together(worst(used)).map((round) => leakOf(events, round));
}

/** If a test is used to choose, reporting that is enough. */
function worst(rounds: readonly Round[]): readonly Round[] {
  const ofTests = rounds.filter((round) => !isForChoosing(round));
  return ofTests.length > 0 ? ofTests : rounds;
}

/** A model is evaluated on purpose, not only watched while it is trained. */
const isAsked = ({ how }: Test): boolean => how !== 'validate';
const inFolds = ({ trains }: Test): Test['trains'][number] | undefined => trains.find((train) => splitOf(train.rows)?.folds);

/** Rows and a part of them are one test: it is reported once, where the whole was tested. */
function together(rounds: readonly Round[]): Round[] {
  const isWithin = (inner: Round, outer: Round): boolean => inner !== outer && holds(outer.rows, inner.rows);
  return rounds.filter((round) => !rounds.some((other) => isWithin(round, other)))
    .map((round) => ({ ...round, tests: [...round.tests, ...rounds.filter((other) => isWithin(other, round)).flatMap(({ tests }) => tests)] }));
}

/** The code takes the best by these rows, or tries one model after the other on them. */
function isChosenBy({ chooses }: Events, { rows, tests }: Round): boolean {
  const loops = new Set(tests.filter(isAsked).flatMap((test) => test.loops));
  const models = (loop: number): Set<string> => new Set(tests.filter((test) => isAsked(test) && test.loops.includes(loop)).map(versionOf));
  return chooses.some((each) => each.rows === rows) || [...loops].some((loop) => models(loop).size > 1);
}

/** The same models are judged by a validation part or by shares of their training rows: these rows are left for the final test. */
function hasValidation(events: Events, round: Round): boolean {
  if (isForChoosing(round)) return false;
  const models = new Set(round.tests.map(({ model }) => model));
  return events.tests.some((test) => models.has(test.model) && test.training !== true && (
    test.how === 'inner' || (test.named === 'validation' && areApart(test.rows, round.rows))));
}

/** The author set these rows aside to choose by, and does not call them a test anywhere. */
function isForChoosing({ tests }: Round): boolean {
  return tests.some(({ named }) => named === 'validation') && !tests.some(({ named }) => named === 'test');
}

function roundsOf(events: Events): Round[] {
  const rounds = new Map<RowSet, Round>();
  for (const test of events.tests) {
    if (test.training || test.how === 'inner' || test.trains.length === 0) continue;
    if (!test.trains.every((train) => heldBack(events, train, test) || coversTest(train, test)) || splitOf(test.rows)?.folds) continue;
    const round = rounds.get(test.rows) ?? { rows: test.rows, tests: [], versions: new Set<string>() };
    round.tests.push(test);
    if (isAsked(test)) round.versions.add(versionOf(test));
    rounds.set(test.rows, round);
  }
  // A model that is only watched while it is trained counts once, however often it is trained further.
  for (const round of rounds.values()) {
    const asked = new Set(round.tests.filter(isAsked).map(({ model }) => model));
    for (const test of round.tests) if (!asked.has(test.model)) round.versions.add(inFolds(test) === undefined ? `watched ${test.model.id}` : versionOf(test));
  }
  return [...rounds.values()];
}

/** @returns what counts as one model: several combined, or one that is trained once for each fold */
function versionOf(test: Test): string {
  if (test.blend !== undefined && test.how === 'predict') return `blend ${test.blend}`;
  const fold = inFolds(test);
  return fold === undefined ? `${test.model.id} ${test.version}` : `folds ${fold.span.join()}`;
}

/** Rows of another file whose truth is never read: the model predicts them, and is not tested on them. */
function isAnswered(round: Round): boolean {
  return round.tests.every(({ how, trains }) => how === 'predict' && trains.every((train) => !related(train.rows, round.rows)));
}

/** Rows that one model was tested on, once, are the final test; what is read back from a file may be an earlier model. */
function isUntouched(round: Round, used: readonly Round[]): boolean {
  if (used.includes(round) || isDigest(round.rows) || !round.tests.some(isAsked)) return false;
  const trainedAlike = (other: Round): boolean => round.tests.some(({ trains }) => trains.some((train) => (
    other.tests.some((each) => each.trains.some((before) => related(train.rows, before.rows))))));
  return used.every((other) => areApart(other.rows, round.rows) && trainedAlike(other));
}

/** The rows lie in the training side of a split whose other side no model has been evaluated on: that side is the test. */
function leavesTest({ tests }: Events, { rows }: Round): boolean {
  return lineOf(rows).slice(1).some((each) => {
    if (each.kind !== 'part' || each.split?.sides !== 2 || each.split.folds || each.side !== '0') return false;
    return !tests.some((test) =>
      lineOf(test.rows).some((other) => other.kind === 'part' && other.key === each.key && other.parent === each.parent && other !== each),
    );
  });
}

/** Sums by group and single rows, which a model predicts in use. */
function isDigest(rows: RowSet): boolean {
  return rows.kind === 'part' && /^(groups|at) /.test(rows.key);
}

/** A model that the file does not train is scored on other rows: those are the final test. */
function testedElsewhere(events: Events, used: readonly Round[]): boolean {
  const others = events.tests.filter((test) => test.trains.length === 0 && test.how === 'score' && test.training !== true);
  const untrained = (round: Round, { rows }: Test): boolean => round.tests.every(({ trains }) => trains.every((train) => !holds(train.rows, rows)));
  return others.some((test) => used.every((round) => areApart(round.rows, test.rows) && untrained(round, test)));
}

function leakOf(events: Events, round: Round): LeakFact {
  const first = round.tests[0]!;
  const again = round.tests.find((test) => isAsked(test) && versionOf(test) !== versionOf(first)) ?? round.tests.at(-1)!;
  const choices = events.chooses.filter((each) => each.rows === round.rows).map((each): DataStep => chooses(each));
  return {
    kind: 'multi-test', span: again.span, about: nameOf(again.model), steps: way([...parted(round.rows), ...choices, ...round.tests.map(tested)]),
    ...(isForChoosing(round) ? { forChoosing: true as const } : {}),
  };
}
