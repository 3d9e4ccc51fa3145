/**
 * Stretches of code that stand in two places, from the hashes that every file keeps. A hash covers
 * fifty tokens; equal code gives equal hashes in equal order, so that what is looked for are runs of
 * equal neighbours. One equal hash may be chance; several in a row are not.
 */
import type { Fingerprint } from '../../../facts/module-facts.ts';

export interface Stretch {
  path: string;
  from: number;
  to: number;
}

/** Two stretches of the same code. */
export interface Repeat {
  a: Stretch;
  b: Stretch;
  /** Equal neighbours in a row, or with short gaps between. */
  prints: number;
}

export interface RepeatInput {
  path: string;
  fingerprints: readonly Fingerprint[];
}

/** Equal hashes in more places than this are only compared with their neighbours: code that is everywhere would cost the square of its places. */
const CROWD = 24;
/** Lines that may differ between two runs of one copy. */
const GAP = 4;
/** Fewer equal neighbours than this are not looked at. */
const SHORTEST = 2;

/** All prints of all files in one row. */
interface Row {
  inputs: readonly RepeatInput[];
  /** By position: the hash, the file, and how many positions share the hash. */
  hashes: Uint32Array;
  files: Uint32Array;
  crowd: Uint32Array;
  /** By file: its first position. */
  starts: number[];
}

/**
 * @param inputs files with their hashes, in the order of the text
 * @returns pairs of stretches, `a` before `b`; overlapping ones of one file are cut short
 */
export function findRepeats(inputs: readonly RepeatInput[]): Repeat[] {
  const row = line(inputs);
  const runs = new Map<string, Run[]>();
  for (const group of groups(row)) {
    const crowded = group.length > CROWD;
    for (let i = 0; i < group.length; i++) {
      const last = crowded ? Math.min(i + 1, group.length - 1) : group.length - 1;
      for (let j = i + 1; j <= last; j++) {
        const run = runFrom(row, group[i]!, group[j]!);
        if (run === null) continue;
        const key = `${row.files[run.a]!} ${row.files[run.b]!}`;
        const known = runs.get(key);
        if (known === undefined) runs.set(key, [run]);
        else known.push(run);
      }
    }
  }
  return [...runs.values()].flatMap((each) => join(row, each));
}

interface Run {
  a: number;
  b: number;
  length: number;
}

function line(inputs: readonly RepeatInput[]): Row {
  const total = inputs.reduce((sum, each) => sum + each.fingerprints.length, 0);
  const row: Row = { inputs, hashes: new Uint32Array(total), files: new Uint32Array(total), crowd: new Uint32Array(total), starts: [] };
  let at = 0;
  inputs.forEach((input, file) => {
    row.starts.push(at);
    for (const [hash] of input.fingerprints) {
      row.hashes[at] = hash;
      row.files[at] = file;
      at++;
    }
  });
  return row;
}

/** Positions with the same hash, in the order of the row; only where there are several. */
function groups(row: Row): number[][] {
  const found: number[][] = [];
  let group: number[] = [];
  const close = (): void => {
    if (group.length < 2) return;
    found.push(group);
    for (const at of group) row.crowd[at] = group.length;
  };
  const width = row.hashes.length + 1;
  for (const keys of sortedKeys(row.hashes, width)) {
    let hash = -1;
    for (const key of keys) {
      const own = Math.floor(key / width);
      if (own !== hash) {
        close();
        group = [];
        hash = own;
      }
      group.push(key - own * width);
    }
    close();
    group = [];
  }
  return found;
}

/** Hashes are sorted in so many parts, by their first bits: what is left of them fits into one exact number with the position. */
const PARTS = 16;
const PART_BITS = 28;

/** One number for hash and position sorts fast, and keeps the order of the row. */
function sortedKeys(hashes: Uint32Array, width: number): Float64Array[] {
  const counts = new Uint32Array(PARTS);
  for (const hash of hashes) counts[hash >>> PART_BITS]!++;
  const parts = Array.from(counts, (count) => new Float64Array(count));
  const filled = new Uint32Array(PARTS);
  hashes.forEach((hash, at) => {
    const part = hash >>> PART_BITS;
    parts[part]![filled[part]!++] = (hash & ((1 << PART_BITS) - 1)) * width + at;
  });
  for (const keys of parts) keys.sort();
  return parts;
}

/** The run that begins with two equal prints, or null when it began before them or is too short. */
function runFrom(row: Row, a: number, b: number): Run | null {
  const { hashes, files, crowd } = row;
  const beginsBefore = a > 0 && files[a - 1] === files[a] && files[b - 1] === files[b] && hashes[a - 1] === hashes[b - 1] && crowd[a - 1]! <= CROWD;
  if (beginsBefore) return null;
  const limit = files[a] === files[b] ? b - a : Number.POSITIVE_INFINITY;
  let length = 1;
  while (
    length < limit &&
    b + length < hashes.length &&
    files[a + length] === files[a] &&
    files[b + length] === files[b] &&
    hashes[a + length] === hashes[b + length]
  )
    length++;
  return length >= SHORTEST ? { a, b, length } : null;
}

/** Runs of two files as stretches; those that follow each other closely in both are one copy that was changed in between. */
function join(row: Row, runs: readonly Run[]): Repeat[] {
  const stretches = runs.map((run) => ({ a: stretch(row, run.a, run.length), b: stretch(row, run.b, run.length), prints: run.length }))
    .filter(({ a, b }) => a.path !== b.path || a.to < b.from)
    .sort((x, y) => x.a.from - y.a.from || x.b.from - y.b.from);
  const joined: Repeat[] = [];
  for (const next of stretches) {
    const before = joined.findLast((each) => follows(each.a, next.a) && follows(each.b, next.b) && (next.a.path !== next.b.path || next.a.to < each.b.from));
    if (before === undefined) joined.push(next);
    else {
      before.a = { ...before.a, to: Math.max(before.a.to, next.a.to) };
      before.b = { ...before.b, to: Math.max(before.b.to, next.b.to) };
      before.prints += next.prints;
    }
  }
  return joined;
}

function follows(before: Stretch, next: Stretch): boolean {
  return next.from >= before.from && next.from <= before.to + GAP && next.to > before.to;
}

function stretch({ inputs, files, starts }: Row, at: number, length: number): Stretch {
  const file = files[at]!;
  const { path, fingerprints } = inputs[file]!;
  const first = at - starts[file]!;
  let to = 0;
  for (let index = first; index < first + length; index++) to = Math.max(to, fingerprints[index]![2]);
  return { path, from: fingerprints[first]![1], to };
}

/** Number of lines of a stretch. */
export function lines(stretch: Stretch): number {
  return stretch.to - stretch.from + 1;
}

/** @returns whether a place holds all of a stretch */
export function within(stretch: Stretch, place: Stretch): boolean {
  return stretch.path === place.path && place.from <= stretch.from && stretch.to <= place.to;
}

/** Number of lines that two stretches share. */
export function shared(one: Stretch, other: Stretch): number {
  return one.path === other.path ? Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from) + 1) : 0;
}
