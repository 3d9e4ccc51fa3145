/** What the interfaces of blocks are read from: the sources of their state, or the declarations that a snapshot keeps. */
import type { StateBlock } from '../blocks/state.ts';
import { tools } from '../compose/tools.ts';
import { adapterFor } from '../engine/analyze-file.ts';
import type { ResolutionFileSystem } from '../facts/adapter.ts';
import type { InterfaceComparer, InterfaceEntry, InterfaceState } from '../facts/interface.ts';
import { foldersOf } from '../text/folders.ts';
import { groupedBy } from '../text/order.ts';
import type { KnownState } from './states.ts';

/** Where the declarations of a snapshot stand; there is nothing on the disk. */
const SNAPSHOT_ROOT = '/snapshot';

/** The part of a block that one language compares. */
export interface BlockPart {
  /** Absent where the language has none. */
  comparer: InterfaceComparer | undefined;
  /** Of the entries. */
  paths: string[];
  isOwn(this: void, entry: { path: string }): boolean;
}

/** @returns the parts that the entries belong to */
export function partsOf(entries: readonly InterfaceEntry[]): BlockPart[] {
  return [...groupedBy(entries, ({ path }) => comparerOf(path))].map(([comparer, own]) => ({
    comparer, paths: own.map(({ path }) => path), isOwn: ({ path }) => comparerOf(path) === comparer,
  }));
}

function comparerOf(path: string): InterfaceComparer | undefined {
  return adapterFor(tools.adapters, path)?.interfaces;
}

/**
 * @param blocks that are to be read: they share what they are read from
 * @returns a part of a block of the state; null where nothing of it is left
 */
export function sidesOf({ sources }: KnownState, blocks: readonly StateBlock[]): (block: StateBlock, part: BlockPart) => Promise<InterfaceState | null> {
  let volumes: Map<StateBlock, ResolutionFileSystem> | null = null;
  return async (block, { isOwn }) => {
    const here = await sources();
    if (here !== null) return { ...here, entries: block.interface.entries.filter(isOwn) };
    const declarations = block.interface.declarations.filter(isOwn);
    if (declarations.length === 0) return null;
    volumes ??= volumesOf(blocks);
    return {
      root: SNAPSHOT_ROOT, files: declarations.map(({ path }) => path), // A file without a name is only imported by the others.
      entries: declarations.filter(({ name }) => name !== '').map(({ path, name }) => ({ path, name })),
      fileSystem: volumes.get(block)!,
    };
  };
}

/** @returns whether a path of the state stands for a source that a snapshot no longer has */
export function isInSnapshot({ root, files }: InterfaceState, path: string): boolean {
  return root === SNAPSHOT_ROOT && files.includes(path);
}

/** Blocks share a file system as far as they agree about the texts of the files they have in common. */
function volumesOf(blocks: readonly StateBlock[]): Map<StateBlock, ResolutionFileSystem> {
  const volumes: { files: Map<string, string>; fileSystem: ResolutionFileSystem }[] = [];
  return new Map(blocks.map((block) => {
    const own = block.interface.declarations.map(({ path, text }) => [`${SNAPSHOT_ROOT}/${path}`, text] as const);
    let volume = volumes.find(({ files }) => own.every(([path, text]) => (files.get(path) ?? text) === text));
    if (volume === undefined) {
      const files = new Map<string, string>();
      volumes.push(volume = { files, fileSystem: inMemory(files) });
    }
    for (const [path, text] of own) volume.files.set(path, text);
    return [block, volume.fileSystem];
  }));
}

/** @param files that may still come until the first is read */
function inMemory(files: ReadonlyMap<string, string>): ResolutionFileSystem {
  let folders: ReadonlySet<string> | null = null;
  return {
    fileExists: (path) => files.has(path),
    directoryExists: (path) => (folders ??= new Set(foldersOf([...files.keys()]))).has(path),
    readFile: (path) => files.get(path),
    realpath: (path) => path,
  };
}
