/** Says which of the events are leaks, and tells the way that the data took. */
import type { DataStep, LeakFact } from '../../../../facts/learning-facts.ts';
import type { Events, Learn, Repeat, Split, Test, Train } from '../domain/events.ts';
import { commonOrigin, holds, lineOf, mingles, nested, repeatIn, rootsOf, splitOf, touches, type RowSet } from '../domain/rows.ts';

/** Longer ways are not told in full. */
const STEPS = 8;

export function judge(events: Events): LeakFact[] {
  const leaks = new Map<string, LeakFact>();
  const add = (leak: LeakFact): void => {
    const key = `${leak.kind} ${leak.span.join(':')}`;
    if (!leaks.has(key)) leaks.set(key, leak);
  };
  for (const test of events.tests) {
    if (test.training) continue;
    for (const train of test.trains) {
      preprocessing(events, train, test).forEach(add);
      const found = overlap(events, train, test);
      if (found !== null) add(found);
    }
  }
  escaped(events).forEach(add);
  unapplied(events).forEach(add);
  multiTest(events).forEach(add);
  return [...leaks.values()].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

/** The test's rows are kept from the training. */
function heldBack(events: Events, train: Train, test: Test): boolean {
  if (test.how !== 'inner') return !holds(train.rows, test.rows) && !holds(test.rows, train.rows) && !nested(train.rows, test.rows);
  // Within the training part, or where another set with a known truth is left for the last word, this only chooses.
  const split = splitOf(train.rows);
  return (split === null || split.folds) && !events.tests.some((other) => other.how !== 'inner' && !other.training && (other.how === 'score' || splitOf(other.rows) !== null) && !holds(test.rows, other.rows)
    && other.trains.some((each) => !holds(each.rows, other.rows) && !holds(other.rows, each.rows) && related(each.rows, train.rows)));
}

function related(a: RowSet, b: RowSet): boolean {
  const roots = rootsOf(a);
  return [...rootsOf(b)].some((root) => roots.has(root));
}

function preprocessing(events: Events, train: Train, test: Test): LeakFact[] {
  if (!heldBack(events, train, test) && !coversTest(train, test)) return [];
  return [...train.learned].filter((learn) => touches(learn.rows, test.rows) && !onlyWatched(events, train, test, learn)).map((learn) => ({
    kind: 'preprocessing', span: learn.span, about: learn.name, steps: way([learned(learn), ...parted(test.rows), trained(train), tested(test)]),
  }));
}

/** Rows of the training part are watched while training, and the last word is had on others that nothing was learned from. */
function onlyWatched(events: Events, train: Train, test: Test, learn: Learn): boolean {
  return test.how === 'validate' && events.tests.some((other) => other.how === 'score' && other.trains.includes(train) && !touches(learn.rows, other.rows) && heldBack(events, train, other));
}

function overlap(events: Events, train: Train, test: Test): LeakFact | null {
  const repeat = heldBack(events, train, test) ? repeatBetween(train, test) : null;
  if (repeat !== null) return { kind: 'overlap', span: repeat.span, about: repeat.name, steps: way([copied(repeat), ...parted(test.rows), trained(train), tested(test)]) };
  if (test.how === 'inner') return null;
  if (!withinTraining(train, test) && !aroundTraining(events, train, test) && !mingles(train.rows, test.rows)) return null;
  return { kind: 'overlap', span: train.span, about: train.model.name === '' ? 'model' : train.model.name, steps: way([...parted(test.rows), trained(train), tested(test)]) };
}

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

/** Trained on rows that are then set as a test: a part that was put aside, or one that is scored. */
function withinTraining(train: Train, test: Test): boolean {
  if (!holds(train.rows, test.rows)) return false;
  if (train.rows === test.rows) return train.rows.kind === 'part' && train.rows.side === '1' && train.rows.split !== undefined && !train.rows.split.folds;
  if (test.how !== 'predict') return true;
  const between = lineOf(test.rows);
  const end = between.indexOf(train.rows);
  return between.slice(0, end < 0 ? undefined : end).some((each) => each.kind === 'part' && each.split !== undefined);
}

/** Scored on all rows, those of the training among them, and on nothing else. */
function aroundTraining(events: Events, train: Train, test: Test): boolean {
  if (test.how !== 'score' || train.rows === test.rows || !holds(test.rows, train.rows) || train.rows.kind !== 'part' || train.rows.split === undefined) return false;
  return !events.tests.some((other) => other.model === test.model && other.trains.includes(train) && heldBack(events, train, other));
}

/** Parts of one split that leave the file together, the one knowing of the other. */
function escaped({ escapes }: Events): LeakFact[] {
  const found: LeakFact[] = [];
  for (const { parts } of escapes) {
    for (const a of parts) for (const b of parts) {
      if (a.rows.kind !== 'part' || b.rows.kind !== 'part' || a.rows.side !== '0' || a.rows === b.rows || a.rows.parent !== b.rows.parent || a.rows.key !== b.rows.key || a.rows.split === undefined) continue;
      for (const learn of a.learned) if (touches(learn.rows, b.rows)) found.push({ kind: 'preprocessing', span: learn.span, about: learn.name, steps: way([learned(learn), ...parted(b.rows)]) });
      const repeat = repeatIn(a.rows.parent);
      if (repeat !== null) found.push({ kind: 'overlap', span: repeat.span, about: repeat.name, steps: way([copied(repeat), ...parted(b.rows)]) });
    }
  }
  return found;
}

/** Fitted on rows that are parted afterwards, and kept for a use that the file does not show. */
function unapplied({ kept, partings, trains, tests, escapes }: Events): LeakFact[] {
  return kept.flatMap((learn) => {
    const parting = partings.find(({ rows, split }) => split.id > learn.id && touches(learn.rows, rows));
    if (parting === undefined || [...trains, ...tests, ...escapes.flatMap(({ parts }) => parts)].some((each) => each.learned.has(learn))) return [];
    return [{ kind: 'preprocessing', span: learn.span, about: learn.name, steps: way([learned(learn), { span: parting.split.span, role: 'splits', text: parting.split.text }]) }];
  });
}

/** What counts as one model: put together from several, or trained once for each fold, it is one. */
function versionOf(test: Test): string {
  if (test.blend !== undefined && test.how === 'predict') return `blend ${test.blend}`;
  const fold = test.trains.find((train) => splitOf(train.rows)?.folds);
  return fold === undefined ? `${test.model.id} ${test.version}` : `folds ${fold.span.join()}`;
}

/** Sums by group and single rows, that answers are asked for in use. */
function isDigest(rows: RowSet): boolean {
  return rows.kind === 'part' && /^(groups|at) /.test(rows.key);
}

/** Rows of another file whose truth nobody looks at: they are answered, not tested on. */
function isAnswered(round: Round): boolean {
  return round.tests.every(({ how, trains }) => how === 'predict' && trains.every((train) => !related(train.rows, round.rows)));
}

/** Trained on everything, the rows that were put aside for the test among them: a fault of its own, and one more look at these rows. */
function coversTest(train: Train, test: Test): boolean {
  return test.rows.kind === 'part' && test.rows.split !== undefined && !test.rows.split.folds && test.rows.side !== '0' && train.rows !== test.rows && holds(train.rows, test.rows.parent);
}

interface Round { rows: RowSet; tests: Test[]; versions: Set<string> }

function multiTest(events: Events): LeakFact[] {
  const rounds = new Map<RowSet, Round>();
  for (const test of events.tests) {
    if (test.training || test.how === 'inner' || test.trains.length === 0 || !test.trains.every((train) => heldBack(events, train, test) || coversTest(train, test))) continue;
    if (splitOf(test.rows)?.folds) continue;
    const round = rounds.get(test.rows) ?? { rows: test.rows, tests: [], versions: new Set<string>() };
    round.tests.push(test);
    if (test.how !== 'validate') round.versions.add(versionOf(test));
    rounds.set(test.rows, round);
  }
  // Watched while it is trained, a model counts once, however often it is trained further.
  for (const round of rounds.values()) {
    const asked = new Set(round.tests.filter(({ how }) => how !== 'validate').map(({ model }) => model));
    for (const test of round.tests) if (!asked.has(test.model)) round.versions.add(test.trains.some((train) => splitOf(train.rows)?.folds) ? versionOf(test) : `watched ${test.model.id}`);
  }
  const chosen = new Set(events.chooses.filter(({ test }) => test?.training !== true).map((each) => each.rows));
  const used = [...rounds.values()].filter((round) => !isAnswered(round)).filter((round) => round.versions.size > 1 || (chosen.has(round.rows) && round.tests.some((test) => test.how !== 'validate')));
  // Rows that one model was tested on, once, have the last word; what is read back from a file may be one of those before.
  const untouched = [...rounds.values()].some((round) => !used.includes(round) && !isDigest(round.rows) && round.tests.some((test) => test.how !== 'validate') && used.every((other) => !holds(other.rows, round.rows) && !holds(round.rows, other.rows)
    && round.tests.some(({ trains }) => trains.some((train) => other.tests.some((each) => each.trains.some((before) => related(train.rows, before.rows)))))));
  const others = events.tests.filter((test) => test.trains.length === 0 && test.how === 'score' && test.training !== true);
  const byAnother = others.some((test) => used.every((round) => !holds(round.rows, test.rows) && !holds(test.rows, round.rows) && round.tests.every(({ trains }) => trains.every((train) => !holds(train.rows, test.rows)))));
  return untouched || byAnother ? [] : used.map((round) => leakOf(events, round));
}

function leakOf(events: Events, round: Round): LeakFact {
  const [first] = round.tests;
  const again = round.tests.find((test) => test.how !== 'validate' && versionOf(test) !== versionOf(first!)) ?? round.tests.at(-1)!;
  const choices = events.chooses.filter((each) => each.rows === round.rows).map((each): DataStep => ({ span: each.span, role: 'chooses', text: each.text }));
  return { kind: 'multi-test', span: again.span, about: again.model.name === '' ? 'model' : again.model.name, steps: way([...parted(round.rows), ...choices, ...round.tests.map(tested)]) };
}

const learned = (learn: Learn): DataStep => ({ span: learn.span, role: 'learns', text: learn.text });
const copied = (repeat: Repeat): DataStep => ({ span: repeat.span, role: 'copies', text: repeat.text });
const trained = (train: Train): DataStep => ({ span: train.span, role: 'trains', text: train.text });
const tested = (test: Test): DataStep => ({ span: test.span, role: 'tests', text: test.text });

function parted(rows: RowSet): DataStep[] {
  const split: Split | null = splitOf(rows);
  return split === null ? [] : [{ span: split.span, role: 'splits', text: split.text }];
}

/** Every place once, in the order given. */
function way(steps: readonly DataStep[]): DataStep[] {
  const seen = new Set<string>();
  return steps.filter(({ span, role }) => {
    const key = `${role} ${span.join(':')}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  }).slice(0, STEPS);
}
