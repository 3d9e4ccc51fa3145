/** Test rows that are fitted on themselves: the training part was fitted in its own way, so the two are on different scales. */
import type { LeakFact } from '../../../../facts/learning-facts.ts';
import { GROUP_STATISTIC, type Events, type Learn, type Test, type Train } from '../domain/events.ts';
import { commonOrigin, rootsOf, touches } from '../domain/row-relations.ts';
import { lineOf, type Part, type RowSet } from '../domain/rows.ts';
import { LIBRARIES } from '../knowledge/libraries.ts';
import { dividesAlike } from '../knowledge/part-names.ts';
import { heldBack } from './held-back.ts';
import { learned, parted, tested, trained, way } from './way.ts';

/** Rows with what is known in them. */
interface Known { rows: RowSet; learned: ReadonlySet<Learn> }

/** A step, or a call on the way to it. */
type Place = Pick<Learn, 'span' | 'text'>;

/** A model is evaluated on rows that were fitted on themselves. */
export function ownFit(events: Events, train: Train, test: Test): LeakFact[] {
  if (test.how === 'inner' || !heldBack(events, train, test)) return [];
  return fitsApart(train, test).map(({ own, twin }) => leakOf(own, twin, [...parted(test.rows), trained(train), tested(test)]));
}

/** The same of two parts that leave the file together. */
export function ownFitOf(one: Known, other: Known): LeakFact[] {
  return fitsApart(one, other).map(({ own, twin }) => leakOf(own, twin, parted(other.rows)));
}

/** What was learned from the test part alone, each with what was learned from the training part alone. */
function fitsApart(train: Known, test: Known): { own: Learn; twin: Learn }[] {
  const twins = [...train.learned].filter((learn) => touches(learn.rows, train.rows) && !touches(learn.rows, test.rows) && counts(learn));
  return [...test.learned].flatMap((own) => {
    if (!touches(own.rows, test.rows) || touches(own.rows, train.rows) || !counts(own)) return [];
    const alike = twins.filter((each) => areComparable(each, own));
    const named = alike.filter(({ name }) => name === own.name);
    // Transformed by what was fitted on the training part as well: a function chooses between the two.
    if (named.some((each) => test.learned.has(each))) return [];
    const twin = named.find(({ span }) => span.join() === own.span.join()) ?? named[0] ?? alike[0];
    return twin === undefined || (own.perhaps === true && twin.span.join() === own.span.join()) ? [] : [{ own, twin }];
  });
}

/** Groups may lie within one part, and each person or device may have its own scale; words have no scale. */
const counts = ({ name }: Learn): boolean => name !== GROUP_STATISTIC && !LIBRARIES.is(name, 'vocabulary');

/** Rows of two tables are compared only if nothing suggests that each has its own scale or vocabulary. */
function areComparable(twin: Learn, own: Learn): boolean {
  if (!areAlike(twin.rows, own.rows)) return false;
  if (commonOrigin(twin.rows, own.rows) !== null) return true;
  // Another corpus has its own words, and the largest value of a picture is the same everywhere.
  return !LIBRARIES.is(own.name, 'corpus') && !/^a?(max|min)$/.test(own.name);
}

/** The place where the path to the test part's fit departs from the path to the other one: a function is called for each part. */
function leakOf(own: Learn, twin: Learn, steps: LeakFact['steps']): LeakFact {
  const [mine, other] = [own, twin].map((each) => [...each.calls, each]) as [Place[], Place[]];
  const at = mine.find(({ span }, depth) => other[depth]?.span.join() !== span.join()) ?? own;
  const fittedAlike: LeakFact['steps'] = [{ span: at.span, role: 'learns', text: at.text }, learned(twin)];
  return { kind: 'preprocessing', span: at.span, about: own.name, itself: true, steps: way([...fittedAlike, ...steps]) };
}

/** Two parts that one scale should fit: one table was cut into them at random, by position or by time, or their files are named so. */
function areAlike(a: RowSet, b: RowSet): boolean {
  if (a.kind === 'union') return a.members.some((each) => areAlike(each, b));
  if (b.kind === 'union') return b.members.some((each) => areAlike(a, each));
  const origin = commonOrigin(a, b);
  if (origin === null) return isCalled(a, 'train') && isCalled(b, 'test');
  const [one, other] = [a, b].map((each) => childOf(origin, each));
  return one?.kind === 'part' && other?.kind === 'part' && isPlainCut(one) && isPlainCut(other);
}

/** @returns what was taken from the origin on the way to the rows */
function childOf(origin: RowSet, rows: RowSet): RowSet | undefined {
  const line = lineOf(rows);
  return line[line.indexOf(origin) - 1];
}

function isPlainCut({ key, split }: Part): boolean {
  // Chosen by parts of another table: people or places that were already divided.
  if (split?.groups === true || key.startsWith('as ')) return false;
  if (split !== undefined) return true;
  return /^(where|query)/.test(key) ? dividesAlike(key) : /^(cut|range|piece)/.test(key);
}

function isCalled(rows: RowSet, part: 'train' | 'test'): boolean {
  return [...rootsOf(rows)].every((root) => root.kind === 'source' && (root.role === part || root.called === part));
}
