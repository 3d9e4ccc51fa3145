/** Compares two states of the architecture. */
import { diffStates, edgesOf } from '../blocks/diff.ts';
import { matchBlocks, type BlockPair } from '../blocks/match.ts';
import { BUMPS } from '../blocks/versions.ts';
import type { DiffBump, DiffGraph, DiffReport, JsonDiff } from '../protocol/diff.ts';
import { interfaceChanges } from './interface-changes.ts';
import { readBase, States, type KnownState, type StatesOptions } from './states.ts';

export interface CompareOptions extends StatesOptions {
  /** A folder, a revision or a snapshot; by default the last snapshot, else the point where the branch left the default branch. */
  from?: string | undefined;
  /** The same; by default the folder as it is. */
  to?: string | undefined;
}

export interface Compared extends DiffReport {
  /** Sentences about what was not right and did not stop the work. */
  remarks: readonly string[];
}

/** @throws {Failure} when a state cannot be read */
export async function compareStates(options: CompareOptions): Promise<Compared> {
  const states = await States.open(options);
  const before = options.from === undefined ? await readBase(states) : await states.read(options.from, 'judged', options.to);
  const after = options.to === undefined
    ? await states.folder(options.root, '.', 'judged', before.name.kind === 'revision' ? before.name.name : undefined)
    : await states.read(options.to, 'judged', options.from);
  const compared = await compareKnown(before, after, states);
  await states.cache.save();
  return { ...compared, remarks: states.remarks };
}

/** Compares two states that were read. @param states that they were read with */
export async function compareKnown(before: KnownState, after: KnownState, states: States): Promise<DiffReport> {
  const pairs = matchBlocks(before.state, after.state);
  const changes = await interfaceChanges(pairs, before, after, states);
  return {
    diff: diffStates(before, after, pairs, changes),
    before: graphOf(before, pairs), after: graphOf(after, []),
  };
}

function graphOf({ state }: KnownState, pairs: readonly BlockPair[]): DiffGraph {
  const names = new Map(pairs.flatMap(({ from, to }) => (from && to ? [[from.id, to.id] as const] : [])));
  const nowCalled = (id: string): string => names.get(id) ?? id;
  return { blocks: state.blocks.map(({ id, layer }) => ({ id: nowCalled(id), layer })), edges: edgesOf(state, nowCalled) };
}

/** @param least bump that fails @returns whether the comparison holds a bump that is as large */
export function breaksBar({ bump }: JsonDiff, least: Extract<DiffBump, 'major' | 'minor'>): boolean {
  return BUMPS.indexOf(bump) >= BUMPS.indexOf(least);
}
