/**
 * Which rows a table holds, without knowing any of them: sources, parts of them, copies, unions. All
 * that the judgement asks is whether one set of rows lies within another, and whether two are apart.
 */
import type { Repeat, Split } from './events.ts';

export type RowSet = Source | Part | Copy | Union;

interface Source { kind: 'source'; id: number; /** Comes ready-made as one piece of a data set: `train`, `test`; `pieces`: holds them by name. */ role?: 'train' | 'test' | 'pieces' }

export interface Part {
  kind: 'part';
  id: number;
  parent: RowSet;
  /** Parts with the same key and different sides hold no row in common. */
  key: string;
  side: string;
  /** The call that parted the rows in order to keep some aside; absent for mere filters and slices. */
  split?: Split;
}

/** Rows drawn again, or made after the likeness of others. */
export interface Copy { kind: 'copy'; id: number; parent: RowSet; repeat: Repeat }

interface Union { kind: 'union'; id: number; members: readonly RowSet[] }

/** Longer chains are cut: loops that filter a table again and again. */
const DEEPEST = 60;

/** Makes row sets; equal parts of equal parents are one and the same object. */
export class RowSets {
  private count = 0;
  private readonly parts = new Map<string, Part>();
  private readonly copies = new Map<string, Copy>();
  private readonly unions = new Map<string, RowSet>();

  source(role?: 'train' | 'test' | 'pieces'): RowSet {
    return { kind: 'source', id: ++this.count, ...(role === undefined ? {} : { role }) };
  }

  part(parent: RowSet, key: string, side: string, split?: Split): RowSet {
    if (depthOf(parent) > DEEPEST) return parent;
    const name = `${parent.id}|${key}|${side}`;
    const known = this.parts.get(name);
    if (known !== undefined) {
      if (split !== undefined) known.split ??= split;
      return known;
    }
    const made: Part = { kind: 'part', id: ++this.count, parent, key, side, ...(split === undefined ? {} : { split }) };
    this.parts.set(name, made);
    return made;
  }

  /** A part that nothing is known of but that it is one. */
  some(parent: RowSet): RowSet {
    return this.part(parent, `some${++this.count}`, 'in');
  }

  copy(parent: RowSet, repeat: Repeat): RowSet {
    if (depthOf(parent) > DEEPEST) return parent;
    const name = `${parent.id}|${repeat.id}`;
    const made = this.copies.get(name) ?? { kind: 'copy', id: ++this.count, parent, repeat };
    this.copies.set(name, made);
    return made;
  }

  /** @param members may name the same rows twice: then the union holds them twice */
  union(members: readonly RowSet[]): RowSet {
    const flat = members.flatMap((each) => (each.kind === 'union' ? each.members : [each]));
    const known = [...new Set(flat)];
    if (known.length === 1) return known[0]!;
    const name = known.map((each) => each.id).sort((a, b) => a - b).join(' ');
    const whole = this.whole(known);
    const made = this.unions.get(name) ?? whole ?? { kind: 'union', id: ++this.count, members: known.slice(0, 40) };
    this.unions.set(name, made);
    return made;
  }

  /** Both sides of one split put together again are what was split. */
  private whole(members: readonly RowSet[]): RowSet | null {
    const [a, b] = members;
    if (members.length !== 2 || a?.kind !== 'part' || b?.kind !== 'part') return null;
    return a.parent === b.parent && a.key === b.key && a.side !== b.side && a.split !== undefined && a.split.sides === 2 ? a.parent : null;
  }
}

function depthOf(rows: RowSet): number {
  let depth = 0;
  for (let at: RowSet | null = rows; at !== null && depth <= DEEPEST; at = at.kind === 'part' || at.kind === 'copy' ? at.parent : null) depth++;
  return depth;
}

/** The rows and all that they were taken from, nearest first; a union ends the line. */
export function lineOf(rows: RowSet): RowSet[] {
  const line: RowSet[] = [];
  for (let at: RowSet | null = rows; at !== null; at = at.kind === 'part' || at.kind === 'copy' ? at.parent : null) line.push(at);
  return line;
}

/** Surely: every row of `inner` is one of `outer`, or made from one. */
export function holds(outer: RowSet, inner: RowSet): boolean {
  if (outer === inner) return true;
  if (outer.kind === 'union' && outer.members.some((each) => holds(each, inner))) return true;
  if (inner.kind === 'union') return inner.members.every((each) => holds(outer, each));
  return inner.kind !== 'source' && holds(outer, inner.parent);
}

/** Likely: some rows of `inner` are in `outer`, that something was learned from. */
export function touches(outer: RowSet, inner: RowSet): boolean {
  if (holds(outer, inner)) return true;
  if (inner.kind === 'union') return inner.members.some((each) => touches(outer, each));
  return outer.kind === 'union' ? outer.members.some((each) => touches(each, inner)) : crosses(outer, inner);
}

/** A choice by a condition and a part put aside by chance, both of the same rows: the one runs across the other. */
function crosses(chosen: RowSet, aside: RowSet): boolean {
  const [a, b] = [lineOf(chosen), lineOf(aside)];
  const meet = a.findIndex((each) => b.includes(each));
  if (meet <= 0) return false;
  const other = b[b.indexOf(a[meet]!) - 1];
  return a.slice(0, meet).every((step) => step.kind === 'copy' || (step.kind === 'part' && step.split === undefined && /^(where|query|dropna|some|groups|filter|drop_duplicates|cut)/.test(step.key))) && other?.kind === 'part' && other.split !== undefined;
}

/** Two beginnings, or two ends, of the same rows: the shorter lies within the longer. */
export function nested(a: RowSet, b: RowSet): boolean {
  return a.kind === 'part' && b.kind === 'part' && a.parent === b.parent && a.side === b.side && (a.side === 'head' || a.side === 'tail');
}

/** `cut 100` before and after, `where year<2015` and `where year>=2013`: what the borders say. */
function bordersOf(part: Part): { what: string; from: number | string; to: number | string } | null {
  const cut = /^cut (-?\d+)$/.exec(part.key);
  if (cut !== null) {
    // Positions from the end are told apart from those from the beginning.
    const what = cut[1]!.startsWith('-') ? 'end' : 'begin';
    return part.side === 'head' ? { what, from: -Infinity, to: Number(cut[1]) } : { what, from: Number(cut[1]), to: Infinity };
  }
  const condition = /^where (.+?)(<=|>=|<|>)(-?\d+(?:\.\d+)?|'[\d\-/: ]+'|"[\d\-/: ]+")$/.exec(part.key);
  if (condition === null) return null;
  const [, what, operator, border] = condition as unknown as [string, string, string, string];
  const at = /^['"]/.test(border) ? border.slice(1, -1) : Number(border);
  const below = operator.startsWith('<') === (part.side === 'yes');
  return below ? { what, from: -Infinity, to: at } : { what, from: at, to: Infinity };
}

/** Surely: two parts of the same rows, by borders that are written down, have rows in common. */
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

/** Rows of both sides are the same ones: the borders of two parts cross, or each was drawn from all. */
export function mingles(a: RowSet, b: RowSet): boolean {
  const [first, second] = [lineOf(a), lineOf(b)];
  return first.some((one) => one.kind === 'part' && second.some((other) => other.kind === 'part' && one !== other && one.parent === other.parent && (bordersCross(one, other) || drawnTwice(one, other))));
}

/** Sources that the rows come from in the end. */
export function rootsOf(rows: RowSet, depth = 0): Set<RowSet> {
  const root = lineOf(rows).at(-1)!;
  return root.kind !== 'union' || depth > 8 ? new Set([root]) : new Set(root.members.flatMap((each) => [...rootsOf(each, depth + 1)]));
}

/** The nearest rows that both were taken from, or null. */
export function commonOrigin(a: RowSet, b: RowSet): RowSet | null {
  const others = new Set(lineOf(b));
  return lineOf(a).find((each) => others.has(each)) ?? null;
}

/** The repetition that makes some of these rows likenesses of others of them, or null. */
export function repeatIn(rows: RowSet, seen = 0): Repeat | null {
  if (rows.kind === 'copy') return rows.repeat.alone ? repeatIn(rows.parent, seen + 1) : rows.repeat;
  if (rows.kind === 'part') return seen > DEEPEST ? null : repeatIn(rows.parent, seen + 1);
  if (rows.kind === 'source') return null;
  for (const each of rows.members) {
    const found = repeatIn(each, seen + 1);
    if (found !== null) return found;
    if (each.kind === 'copy' && rows.members.some((other) => other !== each && (holds(other, each) || (other.kind === 'copy' && other.parent === each.parent)))) return each.repeat;
  }
  return null;
}

/** The split that set these rows aside, nearest first, or null. */
export function splitOf(rows: RowSet): Split | null {
  for (const each of lineOf(rows)) {
    if (each.kind === 'part' && each.split !== undefined && !each.split.drawn) return each.split;
    if (each.kind === 'union') return each.members.map(splitOf).find((split) => split !== null) ?? null;
  }
  return null;
}
