/** What changed in the interfaces of blocks between two states. */
import { compareMembers, namedAlike } from '../blocks/exported-names.ts';
import { interfaceHash } from '../blocks/describe-state.ts';
import type { BlockPair } from '../blocks/match.ts';
import type { StateBlock, StateInterface } from '../blocks/state.ts';
import { digestOf } from '../text/digest.ts';
import { tools } from '../compose/tools.ts';
import type { InterfaceChange, InterfaceComparer, InterfaceState } from '../facts/interface.ts';
import { compareText } from '../text/order.ts';
import type { StateCache } from '../compose/state-cache.ts';
import { isInSnapshot, partsOf, sidesOf, type BlockPart } from './interface-sides.ts';
import type { KnownState, States } from './states.ts';

export interface ComparisonMeans {
  cache: Pick<StateCache, 'known' | 'keep'>;
  /** Receives sentences about what was not right and did not stop the work. */
  remarks: string[];
  /** Nobody wants the result any more. */
  isStale?(): boolean;
}

/** A pair whose blocks are both there. */
interface WholePair {
  pair: BlockPair;
  before: StateBlock;
  after: StateBlock;
  /** What the changes are remembered by; null where that is not known. */
  parts: string[] | null;
}

/**
 * @param pairs blocks of both states
 * @returns changes by pair; pairs without any are left out, and all that are not known yet once nobody wants the result any more
 */
export async function interfaceChanges(
  pairs: readonly BlockPair[], from: KnownState, to: KnownState, states: ComparisonMeans,
): Promise<Map<BlockPair, InterfaceChange[]>> {
  const found = new Map<BlockPair, InterfaceChange[]>();
  const missing: WholePair[] = [];
  for (const pair of pairs) {
    const { from: before, to: after } = pair;
    if (before === null || after === null || isSame(before.interface, after.interface)) continue;
    const parts = cacheParts(before, after);
    const known = parts === null ? undefined : states.cache.known<InterfaceChange[]>(parts);
    if (known === undefined) missing.push({ pair, before, after, parts });
    else found.set(pair, known);
  }
  const compared = missing.length === 0 ? [] : await compareBlocks(missing, from, to, states);
  for (const [index, { pair, parts }] of missing.entries()) {
    const changes = compared[index];
    if (changes === undefined) break;
    if (parts !== null) states.cache.keep(parts, changes);
    found.set(pair, changes);
  }
  // In the order of the pairs, wherever they come from.
  return new Map(pairs.flatMap((pair) => ((found.get(pair)?.length ?? 0) === 0 ? [] : [[pair, found.get(pair)!] as const])));
}

function isSame(before: StateInterface, after: StateInterface): boolean {
  const isSameMade = (before.reach !== null && before.reach === after.reach) || (before.surface !== undefined && before.surface === after.surface);
  return isSameMade && JSON.stringify(before.entries) === JSON.stringify(after.entries);
}

/** Equal only for interfaces that compare alike; null where that is not known. */
function identityOf({ reach, entries, by }: StateInterface): string | null {
  return reach === null ? null : JSON.stringify([reach, entries, by]);
}

function cacheParts(before: StateBlock, after: StateBlock): string[] | null {
  const [old, now] = [identityOf(before.interface), identityOf(after.interface)];
  return old === null || now === null ? null : ['changes', old, now];
}

/** @returns changes by pair; fewer than pairs once nobody wants them any more */
async function compareBlocks(blocks: readonly WholePair[], from: KnownState, to: KnownState, means: ComparisonMeans): Promise<InterfaceChange[][]> {
  const isStale = (): boolean => means.isStale?.() === true;
  if (isStale()) return [];
  const changes = blocks.map((): InterfaceChange[] => []);
  const [olds, nows] = [sidesOf(from, blocks.map(({ before }) => before)), sidesOf(to, blocks.map(({ after }) => after))];
  const tasks = new Map<InterfaceComparer, Task[]>();
  for (const [index, { before, after }] of blocks.entries()) {
    for (const part of partsOf([...before.interface.entries, ...after.interface.entries])) {
      const [old, now] = part.comparer === undefined ? [null, null] : [await olds(before, part), await nows(after, part)];
      if (part.comparer === undefined || old === null || now === null) {
        changes[index]!.push(...compareNames(before, after, part, before.interface.by === after.interface.by));
      } else tasks.set(part.comparer, [...tasks.get(part.comparer) ?? [], { index, part, before: old, after: now }]);
    }
  }
  for (const [comparer, own] of tasks) {
    await tools.loadInterfaces(own.flatMap(({ part }) => part.paths));
    const found = comparer.compare(own, isStale);
    if (isStale()) return [];
    for (const [at, { index, part, before: old, after: now }] of own.entries()) {
      const { before, after } = blocks[index]!;
      const some = found[at] ?? byNames(before, after, part, means.remarks);
      changes[index]!.push(...some.map((change) => placedInSources(change, [[after, now], [before, old]])));
    }
  }
  return changes.map((own) => own.sort((a, b) => compareText(a.path, b.path) || a.span[0] - b.span[0] || a.span[1] - b.span[1]));
}

/** The part of a pair that a language compares. */
interface Task {
  /** Of the pair. */
  index: number;
  part: BlockPart;
  before: InterfaceState;
  after: InterfaceState;
}

function byNames(before: StateBlock, after: StateBlock, part: BlockPart, remarks: string[]): InterfaceChange[] {
  remarks.push(`The interface of ${after.id} could not be compared by its types; it was compared by its names.`);
  return compareNames(before, after, part, false);
}

function compareNames({ interface: before }: StateBlock, { interface: after }: StateBlock, { isOwn }: BlockPart, isAlike: boolean): InterfaceChange[] {
  return compareMembers(namedAlike(before, after).filter(isOwn), namedAlike(after, before).filter(isOwn), isAlike);
}

/** A change in the declarations of a snapshot stands where the sources of its name stood when the snapshot was taken. */
function placedInSources(change: InterfaceChange, sides: readonly (readonly [StateBlock, InterfaceState])[]): InterfaceChange {
  const [block] = sides.find(([, state]) => isInSnapshot(state, change.path)) ?? [];
  if (block === undefined) return change;
  const place = block.interface.members.find(({ name }) => change.name === name || change.name.startsWith(`${name}.`));
  return place === undefined ? change : { ...change, path: place.path, span: place.span };
}

/** @returns the blocks with their interfaces as the comparers of their languages describe them, so that they can be compared without their sources */
export async function withDescriptions(blocks: readonly StateBlock[], known: KnownState, states: States): Promise<StateBlock[]> {
  const partsFor = ({ interface: own }: StateBlock): string[] | null => {
    const identity = identityOf(own);
    return identity === null ? null : ['description', identity];
  };
  const found = blocks.map((block) => {
    const parts = partsFor(block);
    return parts === null ? undefined : states.cache.known<StateInterface>(parts);
  });
  const missing = blocks.filter((_, index) => found[index] === undefined);
  const made = new Map(missing.length === 0 ? [] : await describeBlocks(missing, known));
  return blocks.map((block, index) => {
    const described = found[index] ?? made.get(block)!;
    const parts = partsFor(block);
    if (found[index] === undefined && parts !== null) states.cache.keep(parts, described);
    return { ...block, interface: described };
  });
}

async function describeBlocks(blocks: readonly StateBlock[], known: KnownState): Promise<[StateBlock, StateInterface][]> {
  const found = new Map(blocks.map((block): [StateBlock, StateInterface] => [block, { ...block.interface, members: [], declarations: [] }]));
  const sides = sidesOf(known, blocks);
  const tasks = new Map<InterfaceComparer, { block: StateBlock; part: BlockPart; state: InterfaceState }[]>();
  for (const block of blocks) {
    for (const part of partsOf(block.interface.entries)) {
      const state = part.comparer === undefined ? null : await sides(block, part);
      if (part.comparer === undefined || state === null) found.get(block)!.members.push(...block.interface.members.filter(part.isOwn));
      else tasks.set(part.comparer, [...tasks.get(part.comparer) ?? [], { block, part, state }]);
    }
  }
  for (const [comparer, own] of tasks) {
    await tools.loadInterfaces(own.flatMap(({ part }) => part.paths));
    for (const [index, { members, declarations }] of comparer.describe(own.map(({ state }) => state)).entries()) {
      const described = found.get(own[index]!.block)!;
      described.members.push(...members);
      described.declarations.push(...declarations);
      described.by = 'language';
    }
  }
  return [...found].map(([block, described]) => {
    described.members.sort((a, b) => compareText(a.name, b.name));
    return [block, { ...described, hash: interfaceHash(described.members, digestOf) }];
  });
}
