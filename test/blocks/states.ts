/** States of an architecture for tests, made by hand and at random. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { diffStates } from '../../server/blocks/diff.ts';
import { compareMembers } from '../../server/blocks/exported-names.ts';
import { matchBlocks } from '../../server/blocks/match.ts';
import type { ArchitectureState, StateBlock } from '../../server/blocks/state.ts';
import type { JsonDiff } from '../../server/protocol/diff.ts';

export const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** A block that exports the given names from one file. */
export function block(id: string, names: readonly string[], over: Partial<StateBlock> = {}): StateBlock {
  const path = `src/${id}/index.ts`;
  return {
    id, layer: null, state: 'active', version: '1.0.0', loose: false, files: [{ path, hash: digest(names.join()) }], dependsOn: [], findings: {},
    interface: {
      entries: [{ path, name: '.' }], reach: digest(`${path} ${names.join()}`), by: 'facts', hash: digest(names.join()), declarations: [],
      members: [...names].sort().map((name, at) => ({ name, signature: 'function', path, span: [at + 1, 1, at + 1, 9] as const })),
    },
    ...over,
  };
}

export function state(blocks: StateBlock[], over: Partial<ArchitectureState> = {}): ArchitectureState {
  return { layers: [], blocks: [...blocks].sort((a, b) => (a.id < b.id ? -1 : 1)), otherFindings: {}, score: 80, ...over };
}

/** Compares two states by the names of their interfaces. */
export function diff(from: ArchitectureState, to: ArchitectureState): JsonDiff {
  const pairs = matchBlocks(from, to);
  const changes = new Map(pairs.flatMap((pair) => (pair.from && pair.to
    ? [[pair, compareMembers(pair.from.interface.members, pair.to.interface.members, true)] as const] : [])));
  const name = { kind: 'folder', name: '.', commit: null } as const;
  return diffStates({ name, state: from }, { name, state: to }, pairs, changes);
}

const IDS = ['api', 'data', 'orders', 'users', 'web'];

/** Any state of a few blocks that may use each other in any way. */
export const states: fc.Arbitrary<ArchitectureState> = fc.uniqueArray(fc.constantFrom(...IDS), { minLength: 0, maxLength: 5 }).chain((ids) => fc
  .tuple(
    fc.tuple(...ids.map(() => fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 }))),
    fc.tuple(...ids.map(() => fc.uniqueArray(fc.constantFrom(...IDS), { maxLength: 3 }))),
    fc.tuple(...ids.map(() => fc.dictionary(fc.constantFrom('x/one', 'x/two'), fc.integer({ min: 1, max: 5 }), { noNullPrototype: true }))),
    fc.tuple(...ids.map(() => fc.constantFrom('value' as const, 'type' as const))),
  )
  .map(([names, uses, findings, kinds]) => state(ids.map((id, at) => block(id, names[at]!, {
    findings: findings[at]!,
    dependsOn: uses[at]!.filter((to) => to !== id && ids.includes(to)).sort().map((to) => ({ to, imports: 1, kind: kinds[at]! })),
  })))));
