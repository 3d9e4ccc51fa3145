/** Tables that were stacked and later cut apart again: which rows a cut recovers. */
import type { Learn } from './events.ts';
import { lineOf, type RowSet } from './rows.ts';

/** One of the tables that were stacked. */
export interface Piece {
  rows: RowSet;
  /** What was known in it before. */
  learned: ReadonlySet<Learn>;
  /** Its label: `concat([a, b], keys=['a', 'b'])`. */
  label: string | null;
}

/** What a cut is based on: a border, or the value of a column that marks the tables. */
export type Cut =
  | { by: 'head' | 'tail'; border: RowSet | number; fromEnd: boolean }
  | { by: 'mark'; column: string; text: string; negated: boolean }
  | { by: 'label'; label: string };

/** What the cut gives: `sure` is false where it is only the usual practice. */
interface Found { pieces: readonly Piece[]; sure: boolean }

/** A table with an empty column has no answers in it. */
export const EMPTY = 'nan';

export class Joins {
  private readonly joined = new Map<RowSet, readonly Piece[]>();
  private readonly marks = new Map<RowSet, Map<string, string>>();

  /** @param whole all rows @param pieces tables in their order */
  note(whole: RowSet, pieces: readonly Piece[]): void {
    if (pieces.length > 1 && new Set(pieces.map(({ rows }) => rows)).size === pieces.length) this.joined.set(whole, pieces);
  }

  /** A column of a table gets one value for all rows. */
  mark(rows: RowSet, column: string, text: string): void {
    const known = this.marks.get(rows) ?? new Map<string, string>();
    this.marks.set(rows, known.set(column, plain(text)));
  }

  /** @returns the tables that rows were stacked from, including filters in between */
  piecesOf(rows: RowSet): readonly Piece[] | null {
    for (const each of lineOf(rows)) {
      const pieces = this.joined.get(each);
      if (pieces !== undefined) return pieces;
      if (each.kind !== 'part' || each.split !== undefined || each.like !== undefined) return null;
    }
    return null;
  }

  /** @param pieces that were stacked @param cut that takes some of their rows @returns the pieces that it recovers; null if that is unclear */
  find(pieces: readonly Piece[], cut: Cut): Found | null {
    if (cut.by === 'label') return chosen(pieces, ({ label }) => label === cut.label);
    if (cut.by === 'mark') return this.marked(pieces, cut);
    const at = borderOf(pieces, cut);
    return at === null ? null : { pieces: cut.by === 'head' ? pieces.slice(0, at) : pieces.slice(at), sure: true };
  }

  private marked(pieces: readonly Piece[], { column, text, negated }: Extract<Cut, { by: 'mark' }>): Found | null {
    const marks = pieces.map(({ rows }) => this.markOf(rows, column));
    const is = (at: number): boolean => (marks[at] === plain(text)) !== negated;
    if (marks.some((each) => each !== null) && (plain(text) === EMPTY || marks.every((each) => each !== null))) {
      return chosen(pieces, (piece) => is(pieces.indexOf(piece)));
    }
    // Rows whose target is known usually come first, those to predict last.
    return plain(text) === EMPTY && pieces.length === 2 ? { pieces: negated ? pieces.slice(0, 1) : pieces.slice(1), sure: false } : null;
  }

  /** @returns whether a column has a value of its own in each of the tables */
  isMark(pieces: readonly Piece[], column: string): boolean {
    return pieces.every(({ rows }) => this.markOf(rows, column) !== null);
  }

  private markOf(rows: RowSet, column: string): string | null {
    return lineOf(rows).map((each) => this.marks.get(each)?.get(column)).find((each) => each !== undefined) ?? null;
  }
}

/** A cut of up to this many rows is only for display. */
const PREVIEW = 20;

/** @returns how many of the pieces lie before a cut, or null */
function borderOf(pieces: readonly Piece[], { border, fromEnd }: Extract<Cut, { by: 'head' | 'tail' }>): number | null {
  const before = fromEnd ? pieces.length - 1 : 1;
  // If two tables were stacked and a number cuts them, it is the length of the first or of the last.
  if (typeof border === 'number') return pieces.length === 2 && border > PREVIEW ? 1 : null;
  return (fromEnd ? pieces.at(-1) : pieces[0])?.rows === border ? before : null;
}

const SAME: Readonly<Record<string, string>> = { None: EMPTY, True: '1', False: '0' };

/** `'a'` and `"a"`, `True` and `1` mark the same. */
const plain = (text: string): string => SAME[text] ?? text.replace(/^['"]|['"]$/g, '');

function chosen(pieces: readonly Piece[], is: (piece: Piece) => boolean): Found | null {
  const found = pieces.filter(is);
  return found.length === 0 || found.length === pieces.length ? null : { pieces: found, sure: true };
}
