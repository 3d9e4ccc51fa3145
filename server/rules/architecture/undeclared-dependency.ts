/**
 * Dependencies of a block that differ from what its contract or configuration declares.
 *
 * Bad in both directions: an import that nobody agreed on widens what the block depends on without
 * anyone noticing, and a listed dependency that does not exist makes plans and impact analysis
 * wrong. An undeclared dependency is reported in each file at its import, an unused one at the list.
 *
 * A dependency that is passed in at run time has no import, so a listed dependency without one is
 * only information. Names in a contract comment may also be packages.
 */
import { compareSpans } from '../../text/spans.ts';
import { nameMatcher } from '../../graph/contracts.ts';
import { countsForBlocks } from '../../graph/edges.ts';
import type { Block, BlockEdge, Place, WorkspaceModel } from '../../graph/model.ts';
import type { FixOffer } from '../../findings/finding.ts';
import type { DraftOf, RelatedOf } from '../kit/messages.ts';
import { PRODUCTION_ONLY } from '../kit/roles.ts';
import { defineGraphRule } from '../kit/rule.ts';

type Declared = NonNullable<Block['declared']>;

const messages = {
  undeclared: 'Block "{block}" imports "{to}" ({target}) without declaring it. Add it to {list}, or remove the import.',
  unused: 'Block "{block}" lists "{to}", but none of its files imports it.',
  unknown: 'Block "{block}" lists "{to}", which is neither a block nor a package that it imports.',
  list: 'Dependencies of "{block}" are listed here.',
  import: 'Also imported here.',
} as const;

export const rule = defineGraphRule({
  meta: {
    id: 'architecture/undeclared-dependency',
    title: 'Undeclared block dependency',
    severity: 'error',
    roles: { ...PRODUCTION_ONLY, config: 'warning' },
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['blocks §1', 'blocks §4.1', 'review §5'],
    criterion: 'contracts-and-boundaries',
    blocker: false,
    fixable: true,
    docs: {
      what:
        'An import of a block that is missing in the importing block\'s configuration (`dependsOn`) or contract comment (`Dependencies:`); and a listed '
        + 'dependency that no file of the block imports.',
      why:
        'Others plan with this list: an unlisted dependency widens the block\'s reach unnoticed, and a listed one that does not exist makes the '
        + 'dependency matrix and impact analysis wrong.',
      fix: 'Add the block to the list if the dependency is intended, otherwise remove the import. Remove listed blocks that are no longer used.',
      limits:
        'Blocks without a list are not checked. A dependency that is passed in at run time needs no import, so a listed dependency without one is only '
        + 'information. An undeclared dependency is an error for a configured list and a warning for a contract comment.',
    },
    messages,
  },
  check({ model }, report) {
    for (const block of model.blocks.values()) {
      const { declared } = block;
      if (declared === null) continue;
      for (const edge of model.blockEdges) {
        if (edge.from !== block.id || declared.dependencies.includes(edge.to)) continue;
        for (const path of new Set(edge.edges.map((each) => each.from))) report(path, undeclared(declared, edge, path));
      }
      for (const id of declared.dependencies) {
        const known = model.blocks.has(id);
        if (block.dependsOn.includes(id) || block.files.length === 0 || (!known && isPackage(model, block, id))) continue;
        const place = placeOf(model, block, declared, id);
        report(place.path, {
          messageId: known ? 'unused' : 'unknown', data: { block: block.id, to: id }, span: place.span, about: `${block.id} lists ${id}`,
          fixes: [changeList('remove', declared, block.id, id, place)], severity: 'info',
        });
      }
    }
  },
});

/** One finding in each importing file, at its first import of the block. */
function undeclared(declared: Declared, edge: BlockEdge, path: string): DraftOf<typeof messages> {
  const own = edge.edges.filter((each) => each.from === path).flatMap((each) => each.imports.map((fact) => ({ span: fact.specifierSpan, to: each.to })));
  const [first, ...others] = own.sort((a, b) => compareSpans(a.span, b.span));
  return {
    messageId: 'undeclared',
    data: { block: edge.from, to: edge.to, target: first!.to, list: declared.source === 'contract' ? 'its contract' : 'its "dependsOn"' },
    span: first!.span,
    about: `${edge.from} -> ${edge.to}`,
    related: [
      { path: declared.path, span: declared.span, messageId: 'list', data: { block: edge.from } },
      ...others.map((each): RelatedOf<typeof messages> => ({ path, span: each.span, messageId: 'import' })),
    ],
    fixes: [changeList('add', declared, edge.from, edge.to, declared)],
    ...(declared.source === 'contract' ? { severity: 'warning' as const } : {}),
  };
}

function changeList(change: 'add' | 'remove', declared: Declared, block: string, dependency: string, place: Place): FixOffer {
  const where = declared.source === 'contract' ? 'the contract' : 'the dependencies';
  const title = change === 'add' ? `Add "${dependency}" to ${where} of "${block}"` : `Remove "${dependency}" from ${where} of "${block}"`;
  const id = declared.source === 'contract' ? `contract-${change}` : `config/${change}-dependency`;
  return { id, title, data: { path: place.path, span: place.span, block, dependency } };
}

/** A contract may name packages besides blocks. */
function isPackage(model: WorkspaceModel, block: Block, name: string): boolean {
  const { idOf: wanted } = nameMatcher([[name, name]]);
  return block.files.some((path) => model.modules.get(path)!.imports.some(({ to }) => to.kind === 'package' && (to.name === name || wanted(to.name) === name)));
}

/** Where the dependency is listed: a block may have several contract comments. */
function placeOf(model: WorkspaceModel, block: Block, declared: Declared, id: string): Place {
  if (declared.source === 'configuration') return declared;
  for (const path of block.files) {
    const { contract, role } = model.modules.get(path)!.facts;
    if (contract === null || contract.dependencies === null || !countsForBlocks(role)) continue;
    const { idOf: matches } = nameMatcher([[id, id], ...model.blocks.get(id)?.files.flatMap((file) => contractNames(model, file, id)) ?? []]);
    if (contract.dependencies.some((name) => matches(name) === id)) return { path, span: contract.span };
  }
  return declared;
}

function contractNames(model: WorkspaceModel, path: string, id: string): [string, string][] {
  const name = model.modules.get(path)?.facts.contract?.block ?? null;
  return name === null ? [] : [[name, id]];
}
