/**
 * The files of a revision, read from git's objects into memory. Nothing is checked out: the working tree stays as it is,
 * nothing is left behind when the program is interrupted, and a name that a hostile tree holds is never a path on the disk.
 */
import type { ResolutionFileSystem } from '../facts/adapter.ts';
import { diskFileSystem } from './disk-file-system.ts';
import { commitOf, git, gitBytes, GitError } from './git.ts';
import { readIgnoreRules } from './ignore-files.ts';
import type { FolderEntry, FolderReader } from './list-files.ts';
import { judgeBytes, mostBytes, type SourceRead } from './read-source.ts';

/** A folder as it is in a revision. Paths are relative to it. */
export interface RevisionTree {
  /** The whole name of the commit. */
  commit: string;
  /** Changes exactly when something in the folder does; empty when the revision does not have the folder. */
  id: string;
  reader: FolderReader;
  /** @returns the file as it would be read from the disk */
  read(path: string): SourceRead;
  /** @returns text of a file, or undefined when there is none */
  text(path: string): string | undefined;
  /** Packages and folders around this one are not part of a revision: they are those of the disk. */
  fileSystem: ResolutionFileSystem;
}

/** A revision that git knows, before its files are read. */
export interface KnownRevision {
  commit: string;
  /** See `RevisionTree`. */
  id: string;
}

/**
 * @param folder in a repository
 * @param revision a branch, tag or commit
 * @throws {GitError} when git does not know it
 */
export async function findRevision(folder: string, revision: string): Promise<KnownRevision> {
  const commit = await commitOf(folder, revision);
  return { commit, id: (await git(folder, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${commit}:./`).catch(() => '')).trim() };
}

interface Entry {
  mode: string;
  id: string;
  size: number;
  path: string;
}

const LINK = '120000';
const SUBMODULE = '160000';

/** What languages and configurations look at: code, declarations, settings. */
const READ = /(^|\/)(\.git(ignore|keep)|py\.typed)$|\.([cm]?[jt]sx?|pyi?|ipynb|jsonc?|toml|cfg|ini)$/i;

/** Bytes asked of git at once: all of its answer is held in memory. */
const ASKED_TOGETHER = 64 * 1024 * 1024;

/**
 * @param root absolute path of the folder, with `/`
 * @param known the revision
 * @param wants whether a file is read, besides those that languages look at by themselves
 * @throws {GitError} when its objects are missing
 */
export async function readRevision(root: string, known: KnownRevision, wants: (path: string) => boolean): Promise<RevisionTree> {
  const entries = known.id === '' ? [] : await entriesOf(root, known.commit);
  const files = entries.filter(({ mode }) => mode !== LINK && mode !== SUBMODULE);
  const blobs = await readBlobs(root, files.filter(({ path, size }) => size <= mostBytes(path) && (wants(path) || READ.test(path))));
  const byPath = new Map(files.map((entry) => [entry.path, entry]));
  const bytes = (path: string): Buffer | undefined => blobs.get(byPath.get(path)?.id ?? '');
  const text = (path: string): string | undefined => bytes(path)?.toString('utf8');
  const folders = foldersOf(entries);
  const fileSystem = treeFileSystem(root, byPath, folders, text);
  return {
    ...known,
    reader: {
      entries: (folder) => Promise.resolve(folders.get(folder) ?? []),
      judgeLink: (path, options) => Promise.resolve(options.wants(path) && options.included(path) ? { code: 'link' } : null),
      ignoreRules: () => readIgnoreRules(root, (file) => fileSystem.readFile(file.replaceAll('\\', '/'))),
    },
    read(path) {
      const found = bytes(path);
      if (found !== undefined) return judgeBytes(path, found);
      const size = byPath.get(path)?.size ?? 0;
      const most = mostBytes(path);
      if (size > most) return { skipped: { code: 'too-large', kilobytes: Math.round(size / 1024), most: Math.round(most / 1024) } };
      return { skipped: { code: 'vanished', what: 'file' } };
    },
    text,
    fileSystem,
  };
}

/** @returns paths of the submodules in a revision @throws {GitError} */
export async function submodulesOf(root: string, commit: string): Promise<string[]> {
  return (await entriesOf(root, commit)).filter(({ mode }) => mode === SUBMODULE).map(({ path }) => path);
}

async function entriesOf(root: string, commit: string): Promise<Entry[]> {
  const listed = await git(root, 'ls-tree', '-r', '-l', '-z', commit);
  return listed.split('\0').flatMap((line) => {
    const match = /^(\d+) \w+ ([\da-f]+) +(\d+|-)\t([^]+)$/.exec(line);
    return match === null ? [] : [{ mode: match[1]!, id: match[2]!, size: Number(match[3]) || 0, path: match[4]! }];
  });
}

function foldersOf(entries: readonly Entry[]): Map<string, FolderEntry[]> {
  const folders = new Map<string, FolderEntry[]>([['', []]]);
  const add = (path: string, kind: FolderEntry['kind']): void => {
    const at = path.lastIndexOf('/');
    const parent = path.slice(0, Math.max(0, at));
    if (!folders.has(parent)) {
      folders.set(parent, []);
      add(parent, 'folder');
    }
    folders.get(parent)!.push({ name: path.slice(at + 1), kind });
  };
  for (const { mode, path } of entries) add(path, mode === LINK ? 'link' : mode === SUBMODULE ? 'other' : 'file');
  return folders;
}

async function readBlobs(root: string, entries: readonly Entry[]): Promise<Map<string, Buffer>> {
  const sizes = new Map(entries.map(({ id, size }) => [id, size]));
  const blobs = new Map<string, Buffer>();
  let asked: string[] = [];
  let waiting = 0;
  const ask = async (): Promise<void> => {
    if (asked.length > 0) takeBlobs(await gitBytes(root, `${asked.join('\n')}\n`, 'cat-file', '--batch'), blobs);
    asked = [];
    waiting = 0;
  };
  for (const [id, size] of sizes) {
    if (waiting + size > ASKED_TOGETHER) await ask();
    asked.push(id);
    waiting += size;
  }
  await ask();
  return blobs;
}

/** Reads the answer of `git cat-file --batch`: for each object a line with its size and then its bytes, or that it is missing. */
function takeBlobs(answer: Buffer, blobs: Map<string, Buffer>): void {
  let at = 0;
  while (at < answer.length) {
    const end = answer.indexOf('\n', at);
    if (end < 0) throw new GitError('git cat-file ended in the middle of an answer');
    const [id = '', kind = '', size = ''] = answer.toString('latin1', at, end).split(' ');
    at = end + 1;
    // In a partial clone, objects may be on a server only; its files are named as skipped.
    if (kind !== 'blob') continue;
    blobs.set(id, answer.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
}

function treeFileSystem(
  root: string,
  files: ReadonlyMap<string, unknown>,
  folders: ReadonlyMap<string, unknown>,
  text: (path: string) => string | undefined,
): ResolutionFileSystem {
  const disk = diskFileSystem();
  const top = root.endsWith('/') ? root : `${root}/`;
  /** The path within the revision; null for what is not part of it. */
  const within = (path: string): string | null => {
    if (path === root) return '';
    if (!path.startsWith(top)) return null;
    const inside = path.slice(top.length);
    return inside.split('/').includes('node_modules') ? null : inside;
  };
  const answer = <Answer>(path: string, here: (inside: string) => Answer, there: (path: string) => Answer): Answer => {
    const inside = within(path);
    return inside === null ? there(path) : here(inside);
  };
  return {
    fileExists: (path) => answer(path, (inside) => files.has(inside), (outside) => disk.fileExists(outside)),
    directoryExists: (path) => answer(path, (inside) => folders.has(inside), (outside) => disk.directoryExists(outside)),
    readFile: (path) => answer(path, text, (outside) => disk.readFile(outside)),
    realpath: (path) => answer(path, () => path, (outside) => disk.realpath(outside)),
  };
}
