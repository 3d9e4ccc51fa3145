/** What is open in an editor and differs from the disk, where git looks. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChangedLines } from '../../facts/span.ts';

/** A text that was not saved. */
export interface UnsavedText {
  /** Null when there is no such file. */
  onDisk: string | null;
  open: string;
}

/** @param root of the folder @param texts that are open, by path relative to it @returns those that differ from the disk */
export async function unsavedIn(root: string, texts: ReadonlyMap<string, string>): Promise<Map<string, UnsavedText>> {
  const read = await Promise.all([...texts].map(async ([path, open]): Promise<[string, UnsavedText]> => {
    const onDisk = await readFile(join(root, path), 'utf8').then((text) => text.replace(/^\ufeff/, ''), () => null);
    return [path, { onDisk, open }];
  }));
  return new Map(read.filter(([, { onDisk, open }]) => onDisk !== open));
}

/** @param changed lines of what is on the disk @returns the same of what is open: what was typed since is changed too */
export function withUnsaved(changed: ChangedLines, unsaved: ReadonlyMap<string, UnsavedText>): ChangedLines {
  const all = new Map(changed);
  for (const [path, { onDisk, open }] of unsaved) {
    const lines = all.get(path) ?? new Set();
    if (lines !== 'all') all.set(path, onDisk === null ? 'all' : linesInOpen(lines, onDisk.split(/\r?\n/), open.split(/\r?\n/)));
  }
  return all;
}

/** The stretch outside which both texts have the same lines counts as typed. */
function linesInOpen(changed: ReadonlySet<number>, onDisk: readonly string[], open: readonly string[]): Set<number> {
  const shorter = Math.min(onDisk.length, open.length);
  let before = 0;
  while (before < shorter && onDisk[before] === open[before]) before++;
  let after = 0;
  while (after < shorter - before && onDisk[onDisk.length - 1 - after] === open[open.length - 1 - after]) after++;
  const lines = new Set<number>();
  for (let line = before + 1; line <= open.length - after; line++) lines.add(line);
  for (const line of changed) {
    if (line <= before) lines.add(line);
    else if (line > onDisk.length - after) lines.add(line + open.length - onDisk.length);
  }
  return lines;
}
