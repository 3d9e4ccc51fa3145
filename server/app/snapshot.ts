/** Stores the architecture of a folder as it is now. */
import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { writeSnapshot } from '../blocks/snapshot.ts';
import { digestOf } from '../text/digest.ts';
import { shortHash } from '../text/short-hash.ts';
import { changedPaths, headOf } from '../host/git-history.ts';
import { withDescriptions } from './interface-changes.ts';
import { SNAPSHOTS, States, type StatesOptions } from './states.ts';
import { writeTextFile } from './write-file.ts';

export interface SnapshotOptions extends StatesOptions {
  /** Absolute path; by default a new file under `architecture/snapshots`. */
  file?: string | undefined;
  /** When it is taken. */
  now: Date;
}

export interface TakenSnapshot {
  /** Absolute path of the file. */
  file: string;
  blocks: number;
}

/** @throws {Failure} when the folder cannot be read or the file cannot be written */
export async function takeSnapshot({ file, now, ...options }: SnapshotOptions): Promise<TakenSnapshot> {
  const states = await States.open(options);
  const known = await states.folder(options.root, '.');
  const blocks = await withDescriptions(known.state.blocks, known, states);
  const commit = await headOf(options.root);
  // What Archwright itself writes does not make the architecture another one.
  const changed = commit !== null && (await changedPaths(options.root)).some((path) => !/(^|\/)architecture\//.test(path));
  const text = writeSnapshot({ origin: { at: now.toISOString(), commit, changed }, state: { ...known.state, blocks } }, digestOf);
  const target = file ?? freeName(join(options.root, SNAPSHOTS), now, commit);
  await writeTextFile(target, text);
  await states.cache.save();
  return { file: target, blocks: blocks.length };
}

/** Begins with the time, so that names sort as they were taken. */
function freeName(folder: string, now: Date, commit: string | null): string {
  const time = now.toISOString().slice(0, 19).replace(/:/g, '');
  const name = `${time}${commit === null ? '' : `-${shortHash(commit)}`}`;
  for (let count = 1; ; count++) {
    const file = join(folder, `${name}${count === 1 ? '' : `-${count}`}.json`);
    if (!existsSync(file)) return file;
  }
}

/** @returns the path as a user in the folder would write it */
export function shownPath(root: string, file: string): string {
  const inside = relative(root, file).split(sep).join('/');
  return inside.startsWith('..') ? file : inside;
}
