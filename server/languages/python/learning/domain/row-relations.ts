/** What can be said about two sets of rows: whether one lies within the other, whether they share rows, where they come from. */
import type { Repeat, Split } from './events.ts';
import { DEEPEST, likeOf, lineOf, type Part, type RowSet } from './rows.ts';

/** Certain: every row of `inner` is one of `outer`, or made from one. */
export function holds(outer: RowSet, inner: RowSet): boolean {
  if (outer === inner) return true;
  if (outer.kind === 'union' && outer.members.some((each) => holds(each, inner))) return true;
  if (inner.kind === 'union') return inner.members.every((each) => holds(outer, each));
  return inner.kind !== 'source' && holds(outer, inner.parent);
}

/** Neither holds the other. */
export function areApart(a: RowSet, b: RowSet): boolean {
  return !holds(a, b) && !holds(b, a);
}

/** Likely: some rows of `inner` are among `outer`, from which something was learned. */
export function touches(outer: RowSet, inner: RowSet): boolean {
  if (holds(outer, inner)) return true;
  const before = likeOf(inner);
  if (before !== null && touches(outer, before)) return true;
  if (inner.kind === 'union') return inner.members.some((each) => touches(outer, each));
  return outer.kind === 'union' ? outer.members.some((each) => touches(each, inner)) : crosses(outer, inner);
}

/** Keys of parts that are chosen by what is in the rows. */
const CHOSEN = /^(where|query|dropna|some|groups|filter|drop_duplicates|cut)/;

/** Rows chosen by a condition and rows set aside at random, both from the same table: the two overlap. */
function crosses(chosen: RowSet, aside: RowSet): boolean {
  const [a, b] = [lineOf(chosen), lineOf(aside)];
  const meet = a.findIndex((each) => b.includes(each));
  if (meet <= 0) return false;
  const other = b[b.indexOf(a[meet]!) - 1];
  const byCondition = a.slice(0, meet).every((step) => step.kind === 'copy' || (step.kind === 'part' && step.split === undefined && CHOSEN.test(step.key)));
  return byCondition && other?.kind === 'part' && other.split !== undefined;
}

/** Two beginnings or two ends of the same rows: the shorter one lies within the longer one. */
export function nested(a: RowSet, b: RowSet): boolean {
  return a.kind === 'part' && b.kind === 'part' && a.parent === b.parent && a.side === b.side && (a.side === 'head' || a.side === 'tail');
}

interface Borders { what: string; from: number | string; to: number | string }

const CUT = /^cut (-?\d+)$/;
const CONDITION = /^where (.+?)(<=|>=|<|>)(-?\d+(?:\.\d+)?|'[\d\-/: ]+'|"[\d\-/: ]+")$/;

/** `cut 100` before and after, `where year<2015` and `where year>=2013`: the borders between which the rows lie. */
function bordersOf(part: Part): Borders | null {
  const cut = CUT.exec(part.key);
  if (cut !== null) {
    // Positions counted from the end cannot be compared with those from the beginning.
    const what = cut[1]!.startsWith('-') ? 'end' : 'begin';
    return part.side === 'head' ? { what, from: -Infinity, to: Number(cut[1]) } : { what, from: Number(cut[1]), to: Infinity };
  }
  const condition = CONDITION.exec(part.key);
  if (condition === null) return null;
  const [, what, operator, border] = condition as unknown as [string, string, string, string];
  const at = /^['"]/.test(border) ? border.slice(1, -1) : Number(border);
  const below = operator.startsWith('<') === (part.side === 'yes');
  return below ? { what, from: -Infinity, to: at } : { what, from: at, to: Infinity };
}

/** Certain: two parts of the same rows with fixed borders have rows in common. */
function bordersCross(a: Part, b: Part): boolean {
  const [one, other] = [bordersOf(a), bordersOf(b)];
  if (one === null || other === null || one.what !== other.what) return false;
  const [lower, upper] = one.from === -Infinity ? [one, other] : [other, one];
  return lower.from === -Infinity && upper.to === Infinity && typeof lower.to === typeof upper.from && upper.from < lower.to;
}

/** Drawn twice from the same rows, the second time from all of them. */
function drawnTwice(a: Part, b: Part): boolean {
  return a.split?.drawn === true && b.split?.drawn === true && a.split !== b.split;
}

/** Both sides have some of the same rows: the borders of two parts cross, or each was drawn from all rows. */
export function mingles(a: RowSet, b: RowSet): boolean {
  const [first, second] = [lineOf(a), lineOf(b)];
  const share = (one: Part, other: Part): boolean => one !== other && one.parent === other.parent && (bordersCross(one, other) || drawnTwice(one, other));
  return first.some((one) => one.kind === 'part' && second.some((other) => other.kind === 'part' && share(one, other)));
}

/** @returns the sources that the rows ultimately come from */
export function rootsOf(rows: RowSet, depth = 0): Set<RowSet> {
  const before = likeOf(rows);
  if (before !== null && depth <= 8) return rootsOf(before, depth + 1);
  const root = lineOf(rows).at(-1)!;
  return root.kind !== 'union' || depth > 8 ? new Set([root]) : new Set(root.members.flatMap((each) => [...rootsOf(each, depth + 1)]));
}

/** Some of the rows come from the same source. */
export function related(a: RowSet, b: RowSet): boolean {
  const roots = rootsOf(a);
  return [...rootsOf(b)].some((root) => roots.has(root));
}

/** @returns the nearest rows that both were taken from, or null */
export function commonOrigin(a: RowSet, b: RowSet): RowSet | null {
  const others = new Set(lineOf(b));
  return lineOf(a).find((each) => others.has(each)) ?? null;
}

const isTwin = (other: RowSet, parent: RowSet): boolean => other.kind === 'copy' && other.parent === parent;

/** @returns the repetition that makes some of these rows resemble others of them, or null */
export function repeatIn(rows: RowSet, seen = 0): Repeat | null {
  if (rows.kind === 'copy') return rows.repeat.alone ? repeatIn(rows.parent, seen + 1) : rows.repeat;
  if (rows.kind === 'part') return seen > DEEPEST ? null : repeatIn(rows.parent, seen + 1);
  if (rows.kind === 'source') return null;
  for (const each of rows.members) {
    const found = repeatIn(each, seen + 1);
    if (found !== null) return found;
    if (each.kind === 'copy' && rows.members.some((other) => other !== each && (holds(other, each) || isTwin(other, each.parent)))) return each.repeat;
  }
  return null;
}

/** @returns the split that set these rows aside, nearest first, or null */
export function splitOf(rows: RowSet): Split | null {
  for (const each of lineOf(rows)) {
    if (each.kind === 'part' && each.split !== undefined && !each.split.drawn) return each.split;
    if (each.kind === 'union') return each.members.map(splitOf).find((split) => split !== null) ?? null;
  }
  return null;
}
