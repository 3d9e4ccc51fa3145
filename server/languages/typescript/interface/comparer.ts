/** The public interface of TypeScript and JavaScript, described and compared. Loaded when it is first needed: it brings the compiler's types along. */
import type { InterfaceChange, InterfaceComparer, InterfaceState } from '../../../facts/interface.ts';
import { compareExports } from './compare-exports.ts';
import { compareTypes } from './compare-types.ts';
import { comparisonOf, type Draft } from './comparison.ts';
import { describeSide } from './describe.ts';
import { locate } from './locate.ts';
import { prove } from './prove.ts';
import { openSides, type Side } from './sides.ts';

export const typescriptInterfaces: InterfaceComparer = {
  describe: (state) => describeSide(openSides([state])[0]!),
  compare(before, after) {
    const [old, now] = openSides([before, after]) as [Side, Side];
    const comparison = comparisonOf(old, now, compareTypes);
    compareExports(comparison);
    const drafts = unique(comparison.drafts);
    const proofs = prove(drafts, { before: old.declared, after: now.declared, names: comparison.before.names });
    return drafts.filter((draft) => draft.onlyProven !== true || proofs.has(draft)).map((draft) => changeOf(draft, proofs.get(draft) ?? null, { old,
      now, after })).sort(byPlace);
  },
};

function changeOf(draft: Draft, proof: string | null, { old, now, after }: { old: Side; now: Side; after: InterfaceState }): InterfaceChange {
  const at = (draft.nodes.after === undefined ? null : locate(draft.nodes.after, now)) ?? (draft.nodes.before === undefined
    ? null : locate(draft.nodes.before, old));
  const shown = draft.unresolved ? null : proof;
  return {
    kind: draft.kind, name: draft.name, path: at?.path ?? (draft.entry || after.entries[0]?.path || ''), span: at?.span ?? [1, 1, 1, 1], effect: draft.effect,
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
