/** What lies between two states of the architecture. */
import type { InterfaceChange } from '../facts/interface.ts';
import { findBlockCycles } from '../graph/cycles.ts';
import type { BlockChange, DiffBlock, DiffBump, DiffEdge, DiffInterfaceChange, DiffState, JsonDiff } from '../protocol/diff.ts';
import { compareText } from '../text/order.ts';
import { dependantsIn } from './dependants.ts';
import { idOf, type BlockPair } from './match.ts';
import { rangeOf } from './range.ts';
import type { ArchitectureState, StateBlock } from './state.ts';
import { isAtLeast, largerBump, proposedVersion } from './versions.ts';

export interface DiffSide {
  name: DiffState;
  state: ArchitectureState;
}

/**
 * @param from the earlier state
 * @param to the later one
 * @param pairs which of their blocks belong together
 * @param changes what changed in the interface of a pair that both states have
 */
export function diffStates(from: DiffSide, to: DiffSide, pairs: readonly BlockPair[], changes: ReadonlyMap<BlockPair, readonly InterfaceChange[]>): JsonDiff {
  const renamed = new Map(pairs.flatMap((pair) => (pair.from && pair.to && pair.from.id !== pair.to.id ? [[pair.from.id, pair.to.id] as const] : [])));
  const nowCalled = (id: string): string => renamed.get(id) ?? id;
  const usersBefore = dependantsIn(from.state);
  const usersNow = dependantsIn(to.state);
  const blocks = pairs.map((pair): DiffBlock => {
    const found = changes.get(pair) ?? [];
    const change = changeOf(pair, found);
    const bump = bumpOf(change, found);
    return {
      id: idOf(pair), ...(pair.from && pair.to && pair.from.id !== pair.to.id ? { renamedFrom: pair.from.id } : {}),
      change, bump, version: versionsOf(pair, bump), interface: found.map(toDiffChange),
      affected: change === 'unchanged' ? [] : pair.to === null ? usersBefore(pair.from!.id).map(nowCalled).sort(compareText) : usersNow(pair.to.id),
    };
  });
  return {
    schemaVersion: 1, from: from.name, to: to.name, bump: blocks.reduce<DiffBump>((most, each) => largerBump(most, each.bump), 'none'), blocks,
    edges: edgesBetween(edgesOf(from.state, nowCalled), edgesOf(to.state)),
    cycles: cyclesBetween(cyclesOf(from.state, nowCalled), cyclesOf(to.state)),
    layers: layersBetween(from.state, to.state), findings: findingsBetween(from.state, to.state, pairs),
    score: { from: from.state.score, to: to.state.score },
  };
}

function changeOf({ from, to }: BlockPair, changes: readonly InterfaceChange[]): BlockChange {
  if (from === null) return 'new';
  if (to === null) return 'removed';
  if (changes.some(({ effect }) => effect === 'major')) return 'breaking';
  if (to.state === 'deprecated' && from.state !== 'deprecated') return 'deprecated';
  return changes.length > 0 || from.id !== to.id || hasOtherFiles(from, to) ? 'modified' : 'unchanged';
}

function hasOtherFiles(from: StateBlock, to: StateBlock): boolean {
  if (from.files.length !== to.files.length) return true;
  return from.files.some(({ path, hash }, at) => to.files[at]!.path !== path || to.files[at]!.hash !== hash);
}

function bumpOf(change: BlockChange, changes: readonly InterfaceChange[]): DiffBump {
  if (change === 'unchanged') return 'none';
  if (change === 'removed') return 'major';
  const own = changes.reduce<DiffBump>((most, { effect }) => largerBump(most, effect), 'patch');
  return change === 'new' || change === 'deprecated' ? largerBump('minor', own) : own;
}

function versionsOf({ from, to }: BlockPair, bump: DiffBump): DiffBlock['version'] {
  if (to === null) return { from: from!.version, to: null, proposed: null, enough: true };
  // A block that is new says itself where it begins.
  if (from === null) return { from: null, to: to.version, proposed: to.version, enough: true };
  const proposed = proposedVersion(from.version, bump);
  return { from: from.version, to: to.version, proposed, enough: isAtLeast(to.version, proposed) };
}

function toDiffChange({ span, ...change }: InterfaceChange): DiffInterfaceChange {
  const { kind, name, path, effect, certainty, message, before, after, proof } = change;
  return { kind, name, path, range: rangeOf(span), effect, certainty, message, before, after, proof };
}

const same = (id: string): string => id;

/** @param nowCalled the id of a block in the other state @returns all edges between blocks, sorted */
export function edgesOf({ blocks }: ArchitectureState, nowCalled = same): DiffEdge[] {
  return blocks
    .flatMap(({ id, dependsOn }) => dependsOn.map(({ to, imports, kind }) => ({ from: nowCalled(id), to: nowCalled(to), imports, kind })))
    .sort((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to));
}

/** An edge that now exists at run time, where only types were used before, is another edge. */
function edgesBetween(before: readonly DiffEdge[], after: readonly DiffEdge[]): JsonDiff['edges'] {
  const key = ({ from, to, kind }: DiffEdge): string => JSON.stringify([from, to, kind]);
  const [old, now] = [new Set(before.map(key)), new Set(after.map(key))];
  return { added: after.filter((edge) => !old.has(key(edge))), removed: before.filter((edge) => !now.has(key(edge))) };
}

/** @returns the cycles of the state, each beginning at its smallest id */
export function cyclesOf({ blocks }: ArchitectureState, nowCalled = same): string[][] {
  const ids = blocks.filter(({ loose }) => !loose).map(({ id }) => nowCalled(id)).sort(compareText);
  const links = blocks.flatMap(({ id, dependsOn }) => dependsOn.map(({ to, imports, kind }) => ({
    from: nowCalled(id), to: nowCalled(to), imports, typeOnly: kind === 'type', edges: [],
  })));
  const known = new Set(ids);
  const sorted = links.filter(({ to }) => known.has(to)).sort((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to));
  return findBlockCycles(ids, sorted).flatMap(({ cycles }) => cycles);
}

function cyclesBetween(before: readonly string[][], after: readonly string[][]): JsonDiff['cycles'] {
  const key = (cycle: readonly string[]): string => JSON.stringify(cycle);
  const [old, now] = [new Set(before.map(key)), new Set(after.map(key))];
  return { added: after.filter((cycle) => !old.has(key(cycle))), removed: before.filter((cycle) => !now.has(key(cycle))) };
}

function layersBetween(from: ArchitectureState, to: ArchitectureState): JsonDiff['layers'] {
  const [old, now] = [from, to].map(({ layers }) => new Map(layers.map((layer) => [layer.id, layer.mayUse.toSorted(compareText).join('\n')])));
  return {
    added: [...now!.keys()].filter((id) => !old!.has(id)),
    removed: [...old!.keys()].filter((id) => !now!.has(id)),
    changed: [...now!].filter(([id, mayUse]) => old!.has(id) && old!.get(id) !== mayUse).map(([id]) => id),
  };
}

/** By block and rule, so that a snapshot, which holds counts, says the same as the sources that it was made of. */
function findingsBetween(from: ArchitectureState, to: ArchitectureState, pairs: readonly BlockPair[]): JsonDiff['findings'] {
  let [added, removed] = [0, 0];
  const count = (before: Readonly<Record<string, number>>, after: Readonly<Record<string, number>>): void => {
    for (const rule of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const more = (after[rule] ?? 0) - (before[rule] ?? 0);
      if (more > 0) added += more;
      else removed -= more;
    }
  };
  for (const pair of pairs) count(pair.from?.findings ?? {}, pair.to?.findings ?? {});
  count(from.otherFindings, to.otherFindings);
  return { added, removed };
}
