/** The public interface of TypeScript and JavaScript, described and compared. Loaded when it is first needed: it brings the compiler's types along. */
import type { InterfaceChange, InterfaceComparer } from '../../../facts/interface.ts';
import { compareExports } from './compare-exports.ts';
import { compareTypes } from './compare-types.ts';
import { comparisonOf, type Draft } from './comparison.ts';
import { describeSide } from './describe.ts';
import { inGroups, type BlockStates } from './groups.ts';
import { locate } from './locate.ts';
import { prove, type Drafted } from './prove.ts';
import { openSides, type Side } from './sides.ts';

export const typescriptInterfaces: InterfaceComparer = {
  describe: (states) => inGroups(states.map((state) => [state]), (group) => openSides(group).map(([side]) => describeSide(side!))),
  compare: (pairs, isStale = () => false) => inGroups(pairs.map(({ before, after }) => [before, after]), (group) => compareGroup(group, isStale)),
};

type Compared = InterfaceChange[] | null;

/**
 * All blocks by the same five programs: the sources of each state, the declarations of both, and consumers against each. Where the
 * compiler fails on a block, it is tried once more by itself, and the others go on with programs of their own.
 */
function compareGroup(blocks: readonly BlockStates[], isStale: () => boolean): Compared[] {
  const drafted: Drafted[] = [];
  const found = (): Compared[] => {
    const proofs = prove(drafted);
    return drafted.map((block) => changesOf(block, proofs));
  };
  try {
    for (const [before, after] of openSides(blocks)) {
      if (isStale()) return [...found(), ...blocks.slice(drafted.length).map(() => null)];
      drafted.push(draftsOf(before!, after!));
    }
    return found();
  } catch {
    if (blocks.length === 1) return [null];
    // Before the first block there is none to blame.
    const at = drafted.length === 0 || drafted.length === blocks.length ? Math.ceil(blocks.length / 2) : drafted.length;
    const parts = [blocks.slice(0, at), blocks.slice(at, at + 1), blocks.slice(at + 1)].filter(({ length }) => length > 0);
    return parts.flatMap((part) => compareGroup(part, isStale));
  }
}

function draftsOf(before: Side, after: Side): Drafted {
  const comparison = comparisonOf(before, after, compareTypes);
  compareExports(comparison);
  return { drafts: unique(comparison.drafts), before, after, names: comparison.before.names };
}

function changesOf({ drafts, before, after }: Drafted, proofs: ReadonlyMap<Draft, string>): InterfaceChange[] {
  return drafts.filter((draft) => draft.onlyProven !== true || proofs.has(draft))
    .map((draft) => changeOf(draft, proofs.get(draft) ?? null, { old: before, now: after })).sort(byPlace);
}

function changeOf(draft: Draft, proof: string | null, { old, now }: { old: Side; now: Side }): InterfaceChange {
  const at = (draft.nodes.after === undefined ? null : locate(draft.nodes.after, now)) ?? (draft.nodes.before === undefined
    ? null : locate(draft.nodes.before, old));
  const shown = draft.unresolved ? null : proof;
  return {
    kind: draft.kind, name: draft.name, path: at?.path ?? (draft.entry || now.entries[0]?.entry.path || ''),
    span: at?.span ?? [1, 1, 1, 1], effect: draft.effect,
    certainty: shown !== null || (draft.checked && !draft.unresolved && draft.effect !== 'major') ? 'proven' : 'heuristic',
    message: draft.message, before: draft.before, after: draft.after, proof: shown,
  };
}

/** Several names can lead to the same change, as what a base declares does for all that extend it: the most serious one is kept. */
function unique(drafts: readonly Draft[]): Draft[] {
  const seen = new Map<string, Draft>();
  const place = (node: Draft['nodes']['before']): string => (node === undefined ? '' : `${node.getSourceFile().fileName}:${node.pos}`);
  const exported = new Set(drafts.filter(({ kind }) => kind === 'export-added' || kind === 'export-removed').map(({ name }) => name));
  for (const draft of drafts) {
    // What a namespace exports is also a property of the value of its name.
    if (draft.kind.startsWith('property-') && exported.has(draft.name)) continue;
    const { before, after } = draft.nodes;
    const key = `${draft.kind}\n${before === undefined && after === undefined ? draft.name : `${place(before)} ${place(after)}`}`;
    const known = seen.get(key);
    if (known === undefined || (known.effect !== 'major' && draft.effect === 'major')) seen.set(key, draft);
  }
  return [...seen.values()];
}

function byPlace(a: InterfaceChange, b: InterfaceChange): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  if (a.span[0] !== b.span[0]) return a.span[0] - b.span[0];
  if (a.span[1] !== b.span[1]) return a.span[1] - b.span[1];
  return a.name === b.name ? (a.kind < b.kind ? -1 : 1) : a.name < b.name ? -1 : 1;
}
