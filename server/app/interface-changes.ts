/** What changed in the interfaces of blocks between two states. */
import { compareMembers } from '../blocks/exported-names.ts';
import { interfaceHash } from '../blocks/describe-state.ts';
import type { BlockPair } from '../blocks/match.ts';
import type { StateBlock, StateInterface } from '../blocks/state.ts';
import { digestOf } from '../text/digest.ts';
import { tools } from '../compose/tools.ts';
import { adapterFor } from '../engine/analyze-file.ts';
import type { ResolutionFileSystem } from '../facts/adapter.ts';
import type { InterfaceChange, InterfaceComparer, InterfaceEntry, InterfaceState } from '../facts/interface.ts';
import { compareText, groupedBy } from '../text/order.ts';
import type { StateCache } from '../compose/state-cache.ts';
import type { KnownState, States } from './states.ts';

/** Where the declarations of a snapshot stand; there is nothing on the disk. */
const SNAPSHOT_ROOT = '/snapshot';

export interface ComparisonMeans {
  cache: Pick<StateCache, 'remember'>;
  /** Receives sentences about what was not right and did not stop the work. */
  remarks: string[];
  /** Nobody wants the result any more. */
  isStale?(): boolean;
}

/**
 * @param pairs blocks of both states
 * @returns changes by pair; pairs without any are left out, and the rest once nobody wants the result any more
 */
export async function interfaceChanges(
  pairs: readonly BlockPair[], from: KnownState, to: KnownState, states: ComparisonMeans,
): Promise<Map<BlockPair, InterfaceChange[]>> {
  const found = new Map<BlockPair, InterfaceChange[]>();
  for (const pair of pairs) {
    if (states.isStale?.() === true) break;
    if (pair.from === null || pair.to === null || isSame(pair.from.interface, pair.to.interface)) continue;
    const [before, after] = [pair.from, pair.to];
    const make = (): Promise<InterfaceChange[]> => compareBlocks(before, from, after, to, states.remarks);
    const [old, now] = [identityOf(before.interface), identityOf(after.interface)];
    const changes = old === null || now === null ? await make() : await states.cache.remember(['changes', old, now], make);
    if (changes.length > 0) found.set(pair, changes);
  }
  return found;
}

function isSame(before: StateInterface, after: StateInterface): boolean {
  return before.reach !== null && before.reach === after.reach && JSON.stringify(before.entries) === JSON.stringify(after.entries);
}

/** Equal only for interfaces that compare alike; null where that is not known. */
function identityOf({ reach, entries, by }: StateInterface): string | null {
  return reach === null ? null : JSON.stringify([reach, entries, by]);
}

async function compareBlocks(before: StateBlock, from: KnownState, after: StateBlock, to: KnownState, remarks: string[]): Promise<InterfaceChange[]> {
  const changes: InterfaceChange[] = [];
  const entries = [...before.interface.entries, ...after.interface.entries];
  for (const [comparer, own] of groupedBy(entries, ({ path }) => comparerOf(path))) {
    const isOwn = ({ path }: { path: string }): boolean => comparerOf(path) === comparer;
    const [old, now] = comparer === undefined ? [null, null] : [await sideOf(before, from, isOwn), await sideOf(after, to, isOwn)];
    if (comparer === undefined || old === null || now === null) {
      const [first, second] = [before.interface, after.interface];
      changes.push(...compareMembers(first.members.filter(isOwn), second.members.filter(isOwn), first.by === second.by));
      continue;
    }
    await tools.loadInterfaces(own.map(({ path }) => path));
    const found = compareGuarded(comparer, old, now, () => {
      remarks.push(`The interface of ${after.id} could not be compared by its types; it was compared by its names.`);
      return compareMembers(before.interface.members.filter(isOwn), after.interface.members.filter(isOwn), false);
    });
    changes.push(...found.map((change) => placedInSources(change, [[after, now], [before, old]])));
  }
  return changes.sort((a, b) => compareText(a.path, b.path) || a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

/** A change in the declarations of a snapshot stands where the sources of its name stood when the snapshot was taken. */
function placedInSources(change: InterfaceChange, sides: readonly (readonly [StateBlock, InterfaceState])[]): InterfaceChange {
  const [block] = sides.find(([, { root, files }]) => root === SNAPSHOT_ROOT && files.includes(change.path)) ?? [];
  if (block === undefined) return change;
  const place = block.interface.members.find(({ name }) => change.name === name || change.name.startsWith(`${name}.`));
  return place === undefined ? change : { ...change, path: place.path, span: place.span };
}

function comparerOf(path: string): InterfaceComparer | undefined {
  return adapterFor(tools.adapters, path)?.interfaces;
}

/** Whatever a source holds, one block must not keep the others from being compared. */
function compareGuarded(comparer: InterfaceComparer, before: InterfaceState, after: InterfaceState, otherwise: () => InterfaceChange[]): InterfaceChange[] {
  try {
    return comparer.compare(before, after);
  } catch {
    return otherwise();
  }
}

async function sideOf(block: StateBlock, { sources }: KnownState, isOwn: (entry: InterfaceEntry) => boolean): Promise<InterfaceState | null> {
  const here = await sources();
  if (here !== null) return { ...here, entries: block.interface.entries.filter(isOwn) };
  const declarations = block.interface.declarations.filter(isOwn);
  if (declarations.length === 0) return null;
  return {
    root: SNAPSHOT_ROOT, files: declarations.map(({ path }) => path), // A file without a name is only imported by the others.
    entries: declarations.filter(({ name }) => name !== '').map(({ path, name }) => ({ path, name })),
    fileSystem: inMemory(new Map(declarations.map(({ path, text }) => [`${SNAPSHOT_ROOT}/${path}`, text]))),
  };
}

function inMemory(files: ReadonlyMap<string, string>): ResolutionFileSystem {
  return {
    fileExists: (path) => files.has(path),
    directoryExists: (path) => [...files.keys()].some((file) => file.startsWith(`${path}/`)),
    readFile: (path) => files.get(path),
    realpath: (path) => path,
  };
}

/** @returns the block with the interface as the comparer of its language describes it, so that it can be compared without its sources */
export async function withDescription(block: StateBlock, known: KnownState, states: States): Promise<StateBlock> {
  const identity = identityOf(block.interface);
  const make = (): Promise<StateInterface> => describeBlock(block, known);
  return { ...block, interface: identity === null ? await make() : await states.cache.remember(['description', identity], make) };
}

async function describeBlock(block: StateBlock, known: KnownState): Promise<StateInterface> {
  const described: StateInterface = { ...block.interface, members: [], declarations: [] };
  for (const [comparer, own] of groupedBy(block.interface.entries, ({ path }) => comparerOf(path))) {
    const isOwn = ({ path }: { path: string }): boolean => comparerOf(path) === comparer;
    const side = comparer === undefined ? null : await sideOf(block, known, isOwn);
    if (comparer === undefined || side === null) {
      described.members.push(...block.interface.members.filter(isOwn));
      continue;
    }
    await tools.loadInterfaces(own.map(({ path }) => path));
    const { members, declarations } = comparer.describe(side);
    described.members.push(...members);
    described.declarations.push(...declarations);
    described.by = 'language';
  }
  described.members.sort((a, b) => compareText(a.name, b.name));
  return { ...described, hash: interfaceHash(described.members, digestOf) };
}
