/** Which rows a table holds, without knowing any of them: sources, parts of them, copies, unions. */
import type { Repeat, Split } from './events.ts';

export type RowSet = Source | Part | Copy | Union;

/**
 * `train` and `test` come ready-made as one piece of a data set; `pieces` holds such pieces by name; `made` is random; `open` stands for the
 * rows of the table that an expression of columns is later passed to.
 */
export type SourceRole = 'train' | 'test' | 'pieces' | 'made' | 'open';

interface Source {
  kind: 'source';
  id: number;
  role?: SourceRole;
  /** What the name of the file calls them. */
  called?: 'train' | 'test';
}

export interface Part {
  kind: 'part';
  id: number;
  parent: RowSet;
  /** Parts with the same key and different sides have no row in common. */
  key: string;
  side: string;
  /** The call that split the rows to set some of them aside; absent for plain filters and slices. */
  split?: Split;
  /** The original tables that it equals again after they were stacked with others; not `sure`: only once the other side is used too. */
  like?: { rows: RowSet; sure: boolean };
  /** Another side of the same division is used too. */
  paired?: true;
  /** Each iteration of a loop takes another piece. */
  turns?: true;
}

/** Rows drawn again, or made to resemble others. */
interface Copy { kind: 'copy'; id: number; parent: RowSet; repeat: Repeat }

interface Union { kind: 'union'; id: number; members: readonly RowSet[] }

/** Longer chains are cut: loops that filter a table again and again. */
export const DEEPEST = 60;
/** A union has at most this many members. */
const MOST_MEMBERS = 40;

/** Makes row sets; equal parts of equal parents are the same object. */
export class RowSets {
  private count = 0;
  private readonly parts = new Map<string, Part>();
  private readonly divisions = new Map<string, Part[]>();
  private readonly copies = new Map<string, Copy>();
  private readonly unions = new Map<string, RowSet>();

  /** @param called what the name of the file calls them @returns rows unrelated to any others */
  source(role?: SourceRole, called?: 'train' | 'test' | null): RowSet {
    return { kind: 'source', id: ++this.count, ...(role === undefined ? {} : { role }), ...(called == null ? {} : { called }) };
  }

  /** @param parent rows that are divided @param key of the division @param side of it @param split the call that sets rows aside, if any */
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
    this.pair(made);
    return made;
  }

  private pair(made: Part): void {
    const division = `${made.parent.id}|${made.key}`;
    const sides = this.divisions.get(division) ?? [];
    this.divisions.set(division, [...sides, made]);
    if (sides.length > 0) for (const each of [...sides, made]) each.paired = true;
  }

  /** @returns a part of which nothing else is known */
  some(parent: RowSet): RowSet {
    return this.part(parent, `some${++this.count}`, 'in');
  }

  /** @param parent rows that are repeated @param repeat the call that repeats them */
  copy(parent: RowSet, repeat: Repeat): RowSet {
    if (depthOf(parent) > DEEPEST) return parent;
    const name = `${parent.id}|${repeat.id}`;
    const made = this.copies.get(name) ?? { kind: 'copy', id: ++this.count, parent, repeat };
    this.copies.set(name, made);
    return made;
  }

  /** @param members may name the same rows several times @returns all of their rows, each once */
  union(members: readonly RowSet[]): RowSet {
    const flat = members.flatMap((each) => (each.kind === 'union' ? each.members : [each]));
    const known = [...new Set(flat)];
    if (known.length === 1) return known[0]!;
    const name = known.map((each) => each.id).sort((a, b) => a - b).join(' ');
    const whole = this.whole(known);
    const made = this.unions.get(name) ?? whole ?? { kind: 'union', id: ++this.count, members: known.slice(0, MOST_MEMBERS) };
    this.unions.set(name, made);
    return made;
  }

  /** Both sides of one split combined again are the rows that were split. */
  private whole(members: readonly RowSet[]): RowSet | null {
    const [a, b] = members;
    if (members.length !== 2 || a?.kind !== 'part' || b?.kind !== 'part') return null;
    return a.parent === b.parent && a.key === b.key && a.side !== b.side && a.split !== undefined && a.split.sides === 2 ? a.parent : null;
  }
}

function depthOf(rows: RowSet): number {
  let depth = 0;
  for (let at: RowSet | null = rows; at !== null && depth <= DEEPEST; at = parentOf(at)) depth++;
  return depth;
}

/** @returns whether the rows are made up, not measured */
export function isMadeUp(rows: RowSet): boolean {
  const root = lineOf(rows).at(-1)!;
  return root.kind === 'union' ? root.members.every(isMadeUp) : root.kind === 'source' && root.role === 'made';
}

const parentOf = (rows: RowSet): RowSet | null => (rows.kind === 'part' || rows.kind === 'copy' ? rows.parent : null);

/** @returns the original tables that these rows equal after stacking and cutting; null if they do not */
export function likeOf(rows: RowSet): RowSet | null {
  for (const each of lineOf(rows)) if (each.kind === 'part' && each.like !== undefined && (each.like.sure || each.paired === true)) return each.like.rows;
  return null;
}

/** @returns the rows and all that they were taken from, nearest first; a union ends the line */
export function lineOf(rows: RowSet): RowSet[] {
  const line: RowSet[] = [];
  for (let at: RowSet | null = rows; at !== null; at = parentOf(at)) line.push(at);
  return line;
}
