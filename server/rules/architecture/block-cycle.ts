/**
 * Blocks that depend on each other.
 *
 * Bad, because blocks in a cycle are really one block: none can be built, tested, released or
 * replaced without the others. Type-only imports do not close a cycle; imports inside functions do,
 * because the block still needs the other to work.
 *
 * One finding for each tangle of blocks, at the dependency that is cheapest to cut. Blocks that were
 * inferred from folders are a guess, so there the finding is a warning at most, and in the profile
 * `recommended` only where it is hardly one.
 */
import { groupedBy, compareText } from '../../text/order.ts';
import { compareSpans } from '../../text/spans.ts';
import { counted } from '../../text/wording.ts';
import type { ImportFact } from '../../facts/module-facts.ts';
import { steps } from '../../graph/cycles.ts';
import type { BlockEdge, ModuleEdge, WorkspaceModel } from '../../graph/model.ts';
import { tanglesOf, type Link, type Tangle } from '../../graph/tangles.ts';
import { carriesOnlyTypes, chain, importTypeOffer, tangleWords, type PlacedImport } from '../kit/cycles.ts';
import { allowOffer } from '../kit/offers.ts';
import type { Severity } from '../../findings/severity.ts';
import type { DraftOf, RelatedOf, Said } from '../kit/messages.ts';
import { PRODUCTION_ONLY } from '../kit/roles.ts';
import { defineGraphRule } from '../kit/rule.ts';
import { isWorthCutting } from './block-cycle/worth.ts';

/** How many blocks of a tangle are shown as related places. */
const SHOWN = 100;

const messages = {
  cycle: 'Blocks depend on each other: {path}{tangle}. Cheapest to cut: {from} → {to} ({imports}).',
  types: 'Blocks depend on each other through types only: {path}{tangle}. Use type-only imports in {from}.',
  import: 'Block "{from}" imports block "{to}" here.',
} as const;

export const rule = defineGraphRule({
  meta: {
    id: 'architecture/block-cycle',
    title: 'Blocks depend on each other',
    severity: 'error',
    roles: PRODUCTION_ONLY,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['blocks §4.1', 'blocks §1', 'architecture §10', 'review §5'],
    criterion: 'cycles',
    blocker: false,
    fixable: true,
    docs: {
      what:
        'Blocks that depend on each other. There is one finding for all blocks that are tangled up with each other, at the first import of the dependency '
        + 'that is cheapest to cut. It names a cycle through that dependency; the related places show the rest.',
      why:
        'Blocks in a cycle are really one block: none of them can be built, tested, released or replaced without the others, and a change in one reaches '
        + 'all.',
      fix:
        'Cut the dependency that it names: import types as types, move what both blocks need into a third, or let the used block declare an interface '
        + 'that the other implements.',
      limits:
        'Tests, examples and type-only imports do not count. Without configured blocks, folders are used as blocks, and the finding is a warning at most; '
        + 'in the profile `recommended` only between packages of one repository, and otherwise information. Files beside these folders are left over and '
        + 'no block that could be part of a cycle. In a large tangle, one cut may not be enough: the next finding appears after the first cut.',
    },
    messages,
  },
  check({ model }, report) {
    if (model.blockCycles.length === 0) return;
    // There are many edges, and a keystroke waits: each is looked at once.
    const edgesFrom = groupedBy(model.blockEdges, ({ from }) => from);
    const edgeOf = (from: string, to: string): BlockEdge => edgesFrom.get(from)!.find((edge) => edge.to === to)!;
    for (const { members } of model.blockCycles) {
      for (const tangle of tanglesOf(members, (from) => linksOf(model, edgesFrom.get(from) ?? []))) {
        const imports = closingImports(model, edgeOf(tangle.cut.from, tangle.cut.to), tangle.erasable);
        report(imports[0]!.path, draft(model, tangle, imports, edgeOf));
      }
    }
  },
});

function draft(
  model: WorkspaceModel,
  tangle: Tangle,
  imports: readonly PlacedImport[],
  edgeOf: (from: string, to: string) => BlockEdge,
): DraftOf<typeof messages> {
  const { from, to } = tangle.cut;
  const { path, fact } = imports[0]!;
  const here = imports.filter((each) => each.path === path);
  const others = steps(tangle.path)
    .slice(1)
    .map(([each, next]) => edgeOf(each, next));
  const beside = tangle.members.filter((each) => !tangle.path.includes(each)).map((each) => edgeOf(each, neighbour(tangle, each, edgeOf)));
  return {
    ...said(tangle, imports.length),
    span: fact.specifierSpan,
    about: `${from} -> ${to}`,
    related: [
      ...imports
        .slice(1)
        .map((each): RelatedOf<typeof messages> => ({ path: each.path, span: each.fact.specifierSpan, messageId: 'import', data: { from, to } })),
      ...[...others, ...beside].map((edge) => firstImport(model, edge)),
    ].slice(0, SHOWN),
    fixes: [...(tangle.erasable ? [importTypeOffer(here, `block "${to}"`, path)] : []), allowOffer('architecture/block-cycle', from, to)],
    ...severityOf(model, tangle, [edgeOf(from, to), ...others]),
  };
}

/** A block of the tangle that a block imports at run time. */
function neighbour({ members }: Tangle, block: string, edgeOf: (from: string, to: string) => BlockEdge | undefined): string {
  return members.find((each) => edgeOf(block, each)?.typeOnly === false)!;
}

function said(tangle: Tangle, imports: number): Said<typeof messages> {
  const { from, to } = tangle.cut;
  const data = { path: chain(tangle.path), tangle: tangleWords(tangle, 'blocks'), from };
  return tangle.erasable ? { messageId: 'types', data } : { messageId: 'cycle', data: { ...data, to, imports: counted(imports, 'import') } };
}

/** In order, the imports that keep a dependency of the cycle alive. */
function closingImports(model: WorkspaceModel, edge: BlockEdge, erasable: boolean): PlacedImport[] {
  return edge.edges
    .filter((each) => erasable || !isErasable(model, each))
    .flatMap((each) => lasting(each).map((fact) => ({ path: each.from, fact })))
    .sort((a, b) => compareText(a.path, b.path) || compareSpans(a.fact.span, b.fact.span));
}

function linksOf(model: WorkspaceModel, edges: readonly BlockEdge[]): Link[] {
  return edges
    .filter((edge) => !edge.typeOnly)
    .map((edge) => ({
      to: edge.to,
      erasable: edge.edges.every((each) => isErasable(model, each)),
      cost: edge.edges.reduce((sum, each) => sum + lasting(each).length, 0),
    }));
}

/** What is left of a block edge at run time. */
function lasting(edge: ModuleEdge): ImportFact[] {
  return edge.imports.filter((fact) => !fact.typeOnly);
}

function isErasable(model: WorkspaceModel, edge: ModuleEdge): boolean {
  return lasting(edge).every((fact) => carriesOnlyTypes(model, fact, edge.to));
}

function firstImport(model: WorkspaceModel, edge: BlockEdge): RelatedOf<typeof messages> {
  const found = edge.edges.find((each) => lasting(each).length > 0 && !isErasable(model, each)) ?? edge.edges.find((each) => lasting(each).length > 0)!;
  return { path: found.from, span: lasting(found)[0]!.specifierSpan, messageId: 'import', data: { from: edge.from, to: edge.to } };
}

function severityOf(model: WorkspaceModel, tangle: Tangle, edges: readonly BlockEdge[]): { severity?: Severity; recommended?: Severity } {
  const { members, erasable } = tangle;
  if (!members.some((id) => model.blocks.get(id)!.inferred)) return erasable ? { severity: 'warning' } : {};
  return { severity: erasable ? 'info' : 'warning', ...(isWorthCutting(model, edges) ? {} : { recommended: 'info' as const }) };
}
