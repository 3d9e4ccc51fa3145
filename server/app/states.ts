/** States of the architecture by name: a folder, a git revision, or a file that `snapshot` wrote. */
import { existsSync, statSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { readSnapshot, type Snapshot } from '../blocks/snapshot.ts';
import type { ArchitectureState } from '../blocks/state.ts';
import type { StateSources } from '../compose/sources.ts';
import { readState } from '../compose/state.ts';
import { digestOf } from '../text/digest.ts';
import { openStateCache, type StateCache } from '../compose/state-cache.ts';
import { isRead } from '../compose/survey.ts';
import { CONFIG_FILE } from '../config/config.ts';
import { branchPoint } from '../host/git-history.ts';
import { GitError } from '../host/git.ts';
import { findRevision, readRevision, submodulesOf, type KnownRevision } from '../host/revision-tree.ts';
import type { DiffState } from '../protocol/diff.ts';
import { readConfiguration, toProblem, type NamedConfiguration } from './configuration.ts';
import { Failure } from './failure.ts';

/** Where `snapshot` writes, relative to the folder. */
export const SNAPSHOTS = 'architecture/snapshots';

export interface StatesOptions {
  /** Absolute path with `/`: the folder that revisions are of. */
  root: string;
  /** From the command line: counts for every state. */
  configuration?: NamedConfiguration | undefined;
  /** The configuration of the folder as it is; absent to read it from the disk. */
  today?: NamedConfiguration | null;
  /** Texts of the folder that are open in an editor, by path relative to it. */
  buffers?: ReadonlyMap<string, string>;
  /** False to read everything again. */
  cache: boolean;
  progress?(done: number, total: number): void;
}

/** A state that was read. */
export interface KnownState {
  name: DiffState;
  state: ArchitectureState;
  /** What its interfaces are made of; null where only the snapshot is left. */
  sources(): Promise<StateSources | null>;
}

/** How much of a state is wanted: everything, or only blocks, edges and interfaces. */
export type StateDepth = 'judged' | 'graph';

/** Reads states of one folder, and keeps what it read for the next time. */
export class States {
  /** Sentences about what was not right and did not stop the work. */
  readonly remarks: string[] = [];
  readonly cache: StateCache;
  readonly #options: StatesOptions;

  private constructor(options: StatesOptions, cache: StateCache) {
    this.#options = options;
    this.cache = cache;
  }

  static async open(options: StatesOptions): Promise<States> {
    return new States(options, await openStateCache(options.root, options.cache));
  }

  get root(): string {
    return this.#options.root;
  }

  /**
   * @param name a path that is there, else a revision
   * @param besides the other state of a comparison, if it is a revision: submodules, which a revision only names, are left out here too
   * @throws {Failure} when it cannot be read
   */
  async read(name: string, depth: StateDepth = 'judged', besides?: string): Promise<KnownState> {
    const path = resolve(name);
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.isFile()) return readSnapshotFile(path, name);
    if (found?.isDirectory()) return this.folder(path.split(sep).join('/'), name, depth, besides);
    return this.revision(name, depth);
  }

  /** @param root absolute path with `/` @param name as the user wrote it */
  async folder(root: string, name: string, depth: StateDepth = 'judged', besides?: string): Promise<KnownState> {
    const left = besides === undefined || root !== this.root || pathKind(besides) !== null ? [] : await this.submodules(besides);
    const { configuration, buffers, progress } = this.#options;
    const { state, sources, problems } = await readState({
      root, configuration, judged: depth === 'judged', results: this.cache.results, ...(progress ? { progress } : {}),
      buffers: root === this.root ? buffers : undefined,
      leavesOut: left.length === 0 ? undefined : (path) => left.some((folder) => path.startsWith(`${folder}/`)),
    }).catch((error: unknown) => {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EACCES' || code === 'EPERM') throw new Failure(`No permission to read "${root}".`);
      throw error;
    });
    for (const problem of problems.map(toProblem)) {
      const place = `${problem.path}:${problem.range.start.line}:${problem.range.start.column}`;
      if (problem.severity === 'error') throw new Failure(`The configuration is invalid: ${place} ${problem.message}`);
    }
    return { name: { kind: 'folder', name, commit: null }, state, sources: () => Promise.resolve(sources) };
  }

  /** @param name of a branch, tag or commit @throws {Failure} when git does not know it */
  async revision(name: string, depth: StateDepth = 'judged'): Promise<KnownState> {
    const { root } = this;
    const known = await this.#find(name);
    const given = this.#options.configuration ?? null;
    // What configures today's folder stands in for a revision from before there was a configuration.
    const today = given ?? (this.#options.today === undefined ? await readConfiguration(CONFIG_FILE, join(root, CONFIG_FILE)) : this.#options.today);
    const parts = ['state', known.id, root, String(given !== null), today?.path ?? '', today?.text ?? '', depth];
    const read = async () => {
      const tree = await orFailure(readRevision(root, known, isRead));
      const configuration = given ?? (tree.text(CONFIG_FILE) === undefined ? today ?? undefined : undefined);
      const { progress } = this.#options;
      const made = await readState({ root, tree, configuration, judged: depth === 'judged', results: this.cache.results, ...(progress ? { progress } : {}) });
      for (const { path, range, message } of made.problems.filter(({ severity }) => severity === 'error').map(toProblem))
        this.remarks.push(`The configuration of ${name} is invalid and was not used: ${path}:${range.start.line}:${range.start.column} ${message}`);
      return made;
    };
    let reading: ReturnType<typeof read> | null = null;
    const once = (): ReturnType<typeof read> => (reading ??= read());
    const state = await this.cache.remember(parts, async () => (await once()).state);
    return { name: { kind: 'revision', name, commit: known.commit }, state, sources: async () => (await once()).sources };
  }

  async #find(name: string): Promise<KnownRevision> {
    return orFailure(findRevision(this.root, name), (message) => `"${name}" is neither a folder nor a snapshot, and as a revision: ${message}`);
  }

  /** @returns folders of the submodules of a revision and of today's commit: a revision only names them */
  async submodules(revision: string): Promise<string[]> {
    const commits = await Promise.all([revision, 'HEAD'].map(async (name) => (await this.#find(name)).commit));
    return (await Promise.all([...new Set(commits)].map((commit) => submodulesOf(this.root, commit)))).flat();
  }
}

function pathKind(name: string): 'file' | 'folder' | null {
  const found = statSync(resolve(name), { throwIfNoEntry: false });
  return found === undefined ? null : found.isDirectory() ? 'folder' : 'file';
}

async function orFailure<Value>(work: Promise<Value>, say = (message: string): string => message): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof GitError) throw new Failure(`${say(error.message)}.`);
    throw error;
  }
}

/** @throws {Failure} with the place of what is wrong */
export async function loadSnapshot(file: string, name: string): Promise<Snapshot> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new Failure(`Cannot read "${name}" (${(error as NodeJS.ErrnoException).code ?? String(error)}).`);
  });
  const snapshot = readSnapshot(text, digestOf);
  if ('message' in snapshot) throw new Failure(`${name}:${snapshot.line}: ${snapshot.message}`);
  return snapshot;
}

async function readSnapshotFile(file: string, name: string): Promise<KnownState> {
  const { origin, state } = await loadSnapshot(file, name);
  return { name: { kind: 'snapshot', name, commit: origin.changed ? null : origin.commit }, state, sources: () => Promise.resolve(null) };
}

/** @param root of the folder @returns the newest snapshot, as a path relative to the folder; null when there is none */
export async function lastSnapshot(root: string): Promise<string | null> {
  const folder = join(root, SNAPSHOTS);
  const names = existsSync(folder) ? (await readdir(folder)).filter((name) => name.endsWith('.json')).sort() : [];
  const last = names.at(-1);
  return last === undefined ? null : `${SNAPSHOTS}/${last}`;
}

/** What a folder is compared with where nobody says it. */
export type Base = { kind: 'snapshot'; path: string } | { kind: 'commit'; commit: string };

/**
 * @param root of the folder
 * @param asksGit false where git must not be asked
 * @returns its last snapshot, else the point where the branch left the default branch; null when there is neither
 */
export async function findBase(root: string, asksGit = true): Promise<Base | null> {
  const last = await lastSnapshot(root);
  if (last !== null) return { kind: 'snapshot', path: last };
  const commit = asksGit ? await branchPoint(root) : null;
  return commit === null ? null : { kind: 'commit', commit };
}

/** @throws {Failure} when there is nothing to compare with */
export async function readBase(states: States, depth: StateDepth = 'judged'): Promise<KnownState> {
  const base = await findBase(states.root);
  if (base === null)
    throw new Failure('There is nothing to compare with: no snapshot and no commit. Take a snapshot with "archwright snapshot", or name a state with --from.');
  return base.kind === 'snapshot' ? readLastSnapshot(states.root, base.path) : states.revision(base.commit, depth);
}

/** @param path relative to the folder @throws {Failure} when it cannot be used */
export function readLastSnapshot(root: string, path: string): Promise<KnownState> {
  return readSnapshotFile(join(root, path), path);
}
