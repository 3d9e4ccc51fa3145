/**
 * Versions of blocks against what changed in their interfaces, and deprecated names that other blocks still use.
 *
 * Bad, because a version is what users of a block decide by: one that stays, or is raised by too little, tells them that
 * nothing they rely on changed. A deprecated name is a promise to remove it, which its users hold up.
 *
 * What changed since the last snapshot or the branch point is evidence that is gathered before the review; without it only
 * deprecated names are looked at. Many projects raise versions when they release, so a version that was not touched is
 * information in `recommended`; one that was raised by too little is a mistake.
 */
import type { Span } from '../../facts/span.ts';
import { originOf } from '../../graph/exports.ts';
import type { Block, ModuleEdge, WorkspaceModel } from '../../graph/model.ts';
import type { VersionEvidence } from '../../findings/evidence.ts';
import type { DraftOf, RelatedOf } from '../kit/messages.ts';
import { PRODUCTION_ONLY } from '../kit/roles.ts';
import { defineGraphRule } from '../kit/rule.ts';

/** More places are not listed. */
const MOST_RELATED = 20;

const messages = {
  kept: 'The interface of "{block}" changed since {since}, which asks for version {proposed}, but it still has {version}: {change}',
  raised: 'The version of "{block}" was raised from {before} to {version}, but what changed in its interface since {since} asks for {proposed}: {change}',
  deprecated: '"{name}" of block "{block}" is deprecated, and {users}.',
  change: '{change}',
  user: 'Block "{block}" imports it here.',
} as const;

export const rule = defineGraphRule({
  meta: {
    id: 'architecture/version',
    title: 'Interface changed more than its version',
    severity: 'warning',
    recommendedFor: { kept: 'info', deprecated: 'info' },
    roles: PRODUCTION_ONLY,
    languages: ['typescript', 'javascript', 'python'],
    guidelines: ['blocks §4.1', 'blocks §5.2'],
    criterion: null,
    blocker: false,
    fixable: true,
    docs: {
      what:
        'A block whose public interface changed by more than its version was raised, compared with the last snapshot, else with the point where the branch '
        + 'left the default branch; and a deprecated function or class that other blocks import.',
      why:
        'Users decide by the version whether they can take an update. One that tells of less than what changed breaks them without a warning. A deprecated '
        + 'name cannot be removed while it is used.',
      fix: 'Raise the version to the one that is proposed, or take the change back; a fix writes it into `archwright.jsonc`, `package.json` or '
        + '`pyproject.toml`. Let users of a deprecated name move to what replaces it.',
      limits:
        'A version counts where somebody writes one: in `archwright.jsonc`, in a `package.json` that is not private, in the settings or the code of a Python '
        + 'package. Versions are compared only if files changed; in the editor after a pause of typing, in the background, so that a finding may be seconds '
        + 'behind the text, and with a commit only in a folder that is trusted. Steps are those of semantic versioning; under 1.0.0 the first number that '
        + 'is not zero tells of a break. Since many projects raise versions when they release, the '
        + 'profile "recommended" tells of a version that was not touched as information.',
    },
    messages,
  },
  check({ model, evidence }, report) {
    for (const each of evidence.versions ?? []) {
      const [first] = each.changes;
      if (first !== undefined && model.modules.has(first.path)) report(first.path, tooLittle(each, first));
    }
    for (const block of model.blocks.values()) for (const found of deprecatedIn(model, block)) report(found.path, found.draft);
  },
});

function tooLittle(
  { block, from, to, proposed, since, changes, writtenIn }: VersionEvidence, first: VersionEvidence['changes'][number],
): DraftOf<typeof messages> {
  const change = first.message;
  const related = changes.slice(1, MOST_RELATED).map((each): RelatedOf<typeof messages> => (
    { path: each.path, span: each.span, messageId: 'change', data: { change: each.message } }));
  // Raising a version is a decision: it is offered, and not made together with others.
  const fixes = writtenIn === null ? [] : [{
    id: 'config/raise-version', title: `Raise the version of "${block}" to ${proposed}`, data: { file: writtenIn, block, before: to, version: proposed },
  }];
  const place = { span: first.span, about: `${block} ${proposed}`, related, fixes };
  return from === to
    ? { messageId: 'kept', data: { block, since, proposed, version: to, change }, ...place }
    : { messageId: 'raised', data: { block, before: from, version: to, since, proposed, change }, ...place };
}

interface Deprecated {
  path: string;
  draft: DraftOf<typeof messages>;
}

/** Deprecated names of a block's files that files of other blocks import. */
function deprecatedIn(model: WorkspaceModel, block: Block): Deprecated[] {
  const holding = block.files.filter((path) => (model.modules.get(path)?.facts.deprecated ?? []).length > 0);
  if (holding.length === 0) return [];
  const users = usersOf(model, block);
  return holding.flatMap((path) => model.modules.get(path)!.facts.deprecated!.flatMap(({ name, span }): Deprecated[] => {
    const places = users.get(JSON.stringify([path, name])) ?? [];
    if (places.length === 0) return [];
    const blocks = [...new Set(places.map((place) => place.block))].sort();
    const still = blocks.length === 1 ? `block "${blocks[0]}" still imports it` : `${blocks.length} blocks still import it`;
    const related = places.slice(0, MOST_RELATED).map((place): RelatedOf<typeof messages> => (
      { path: place.edge.from, span: place.span, messageId: 'user', data: { block: place.block } }));
    return [{ path, draft: { messageId: 'deprecated', data: { name, block: block.id, users: still }, span, about: `${path} ${name}`, related } }];
  }));
}

interface Use {
  edge: ModuleEdge;
  block: string;
  span: Span;
}

/** By file and name: where other blocks import what the block's files declare. */
function usersOf(model: WorkspaceModel, block: Block): Map<string, Use[]> {
  const users = new Map<string, Use[]>();
  for (const between of model.blockEdges) {
    if (between.to !== block.id) continue;
    for (const edge of between.edges) {
      for (const { span, imported } of edge.imports.flatMap(({ names }) => names)) {
        const origin = imported === '*' ? null : originOf(model, edge.to, imported);
        if (origin === null) continue;
        const key = JSON.stringify([origin.path, origin.name]);
        users.set(key, [...users.get(key) ?? [], { edge, block: between.from, span }]);
      }
    }
  }
  return users;
}
