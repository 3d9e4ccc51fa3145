/**
 * Compares the versions of blocks with what changed in their interfaces. Takes and gives plain data, so that an editor can have it
 * done in another thread, and keeps what it read of the base for the next time.
 */
import { posix } from 'node:path';
import { diffStates } from '../blocks/diff.ts';
import { matchBlocks, type BlockPair } from '../blocks/match.ts';
import type { ArchitectureState } from '../blocks/state.ts';
import { isAtLeast, proposedVersion } from '../blocks/versions.ts';
import { sourcesIn, withOpenTexts, type SourceList, type StateSources } from '../compose/sources.ts';
import type { StateCache } from '../compose/state-cache.ts';
import { spanOf } from '../engine/report.ts';
import type { InterfaceChange } from '../facts/interface.ts';
import type { VersionEvidence } from '../findings/evidence.ts';
import { diskFileSystem } from '../host/disk-file-system.ts';
import { GitError } from '../host/git.ts';
import { shortHash } from '../text/short-hash.ts';
import { Failure } from './failure.ts';
import { interfaceChanges } from './interface-changes.ts';
import { readLastSnapshot, States, type Base, type KnownState, type StatesOptions } from './states.ts';

const EFFECTS = ['major', 'minor', 'patch'];

/** Comparisons of single blocks that are remembered between two looks; more come only of long work on many blocks. */
const MOST_REMEMBERED = 500;

export type TooLittle = Omit<VersionEvidence, 'writtenIn'>;

/** What is to be compared. */
export interface VersionTask {
  options: StatesOptions;
  base: Base;
  /** The folder as it is. */
  after: ArchitectureState;
  sources: SourceList;
}

/** What was raised too little, or why that is not known; null where the result was no longer wanted. */
export type VersionResult = { found: TooLittle[] } | { problem: string } | null;

/** A base that was read. */
interface KnownBase {
  known: KnownState;
  /** Folders of which a revision knows nothing. */
  submodules: readonly string[];
}

export class VersionComparer {
  #kept: (KnownBase & { key: string }) | null = null;
  readonly #changes = new Map<string, unknown>();
  /** In memory first; on the disk too while that is open anyway. */
  readonly #cache: Pick<StateCache, 'known' | 'keep'> = {
    known: <Value>(parts: readonly string[]): Value | undefined =>
      (this.#changes.get(JSON.stringify(parts)) as Value | undefined) ?? this.#states?.cache.known<Value>(parts),
    keep: (parts, value) => {
      if (this.#changes.size >= MOST_REMEMBERED) this.#changes.clear();
      this.#changes.set(JSON.stringify(parts), value);
      this.#states?.cache.keep(parts, value);
    },
  };
  /** Of the comparison under way. It holds the caches of the disk in memory, and a base that is known needs none of them. */
  #states: States | null = null;

  /**
   * @param isStale whether the result is no longer wanted; asked between two blocks
   * @returns what was raised too little, the largest change of each first
   */
  async compare(task: VersionTask, isStale = (): boolean => false): Promise<VersionResult> {
    try {
      const found = await this.#compare(task, isStale);
      await this.#states?.cache.save();
      return found === null ? null : { found };
    } catch (error) {
      if (error instanceof Failure || error instanceof GitError) return { problem: error.message };
      throw error;
    } finally {
      this.#states = null;
    }
  }

  async #compare({ options, base, after: state, sources }: VersionTask, isStale: () => boolean): Promise<TooLittle[] | null> {
    const { known: before, submodules } = await this.#baseOf(base, options);
    if (before.state.blocks.every((block) => block.unversioned === true)) return [];
    const after = submodules.length > 0
      ? await (await this.#open(options)).folder(options.root, '.', 'graph', before.name.name)
      : knownState(state, sources, options.buffers ?? new Map<string, string>());
    const pairs = matchBlocks(before.state, after.state).filter(couldBeTooLittle);
    const changes = await interfaceChanges(pairs, before, after, { cache: this.#cache, remarks: [], isStale });
    return isStale() ? null : tooLittleIn(pairs, before, after, changes);
  }

  async #open(options: StatesOptions): Promise<States> {
    return (this.#states ??= await States.open(options));
  }

  async #baseOf(base: Base, options: StatesOptions): Promise<KnownBase> {
    if (base.kind === 'snapshot') return { known: await readLastSnapshot(options.root, base.path), submodules: [] };
    const key = JSON.stringify([options.root, base.commit, options.configuration, options.today]);
    if (this.#kept?.key === key) return this.#kept;
    const states = await this.#open(options);
    const { name, state, sources } = await states.revision(base.commit, 'graph');
    this.#kept = {
      key, submodules: await states.submodules(base.commit),
      known: { name, state, sources: once(() => (this.#states === states ? sources() : this.#sourcesAgain(base.commit, options))) },
    };
    return this.#kept;
  }

  /** What was read with the state is gone by now, because most looks end without it. */
  async #sourcesAgain(commit: string, options: StatesOptions): Promise<StateSources | null> {
    return (await (await this.#open(options)).revision(commit, 'graph')).sources();
  }

}

/** @returns the same answer from the second time on; after an error it is asked again */
function once<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let answer: Promise<Value> | null = null;
  return () => (answer ??= ask().catch((error: unknown) => {
    answer = null;
    throw error;
  }));
}

function knownState(state: ArchitectureState, list: SourceList, open: ReadonlyMap<string, string>): KnownState {
  const sources = sourcesIn(withOpenTexts(diskFileSystem(), list.root, open), list);
  return { name: { kind: 'folder', name: '.', commit: null }, state, sources: () => Promise.resolve(sources) };
}

/** Somebody raises the version, and it was not raised by all that could be asked for: only then are interfaces compared, which takes the compiler. */
function couldBeTooLittle({ from, to }: BlockPair): boolean {
  if (from === null || to === null || from.unversioned === true || to.unversioned === true) return false;
  return !isAtLeast(to.version, proposedVersion(from.version, 'major'));
}

function tooLittleIn(pairs: readonly BlockPair[], before: KnownState, after: KnownState, changes: ReadonlyMap<BlockPair, InterfaceChange[]>): TooLittle[] {
  const { kind, name } = before.name;
  const since = kind === 'snapshot' ? `the snapshot ${posix.basename(name)}` : `the branch point ${shortHash(name)}`;
  return diffStates(before, after, pairs, changes).blocks.flatMap(({ id, version: { from, to, proposed, enough }, interface: found }): TooLittle[] => {
    if (enough || from === null || to === null || proposed === null) return [];
    const ordered = found.toSorted((a, b) => EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect));
    const changed = ordered.map(({ name, effect, path, range, message }) => ({ name, effect, path, span: spanOf(range), message }));
    return [{ block: id, from, to, proposed, since, changes: changed }];
  });
}
