/**
 * Blocks that depend on each other in a circle.
 *
 * Bad, because blocks in a circle are one block in truth: none can be built, tested, released or
 * replaced without the others. Type-only imports do not close a circle; imports inside of
 * functions do, because the block still needs the other to work.
 *
 * The folders that stand for blocks when none are configured are a guess: there the finding is a
 * warning, and in files that are not on the cheapest way out only information.
 */
import { groupedBy } from '../../text/grouped-by.ts';
import { compareSpans } from '../../text/spans.ts';
import type { ImportFact } from '../../facts/module-facts.ts';
import { cycleViews, type CycleView, type Link } from '../../graph/cycle-views.ts';
import { cheapestDependency, steps } from '../../graph/cycles.ts';
import type { BlockEdge, ModuleEdge, WorkspaceModel } from '../../graph/model.ts';
import { carriesOnlyTypes, chain, importTypeOffer, inOrder, type PlacedImport } from '../kit/cycles.ts';
import { allowOffer } from '../kit/offers.ts';
import type { Severity } from '../../findings/severity.ts';
import type { RelatedOf, Said } from '../kit/messages.ts';
import { PRODUCTION_ONLY } from '../kit/roles.ts';
import { defineGraphRule } from '../kit/rule.ts';

const messages = {
  cycle: 'Blocks depend on each other: {path}. Cheapest to cut: {from} → {to} ({imports}).',
  types: 'Only types make these blocks depend on each other: {path}. Import them as types in {from}, and the cycle is gone.',
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
      what: 'An import through which blocks depend on each other in a circle. The finding stands in every file that takes part, at its import of the next block, and names the whole path and the dependency that is cheapest to cut.',
      why: 'Blocks in a circle are one block in truth: none of them can be built, tested, released or replaced without the others, and a change in one reaches all.',
      fix: 'Cut the dependency that it names: import types as types, move what both blocks need into a third, or let the used block declare an interface that the other implements.',
      limits: 'Tests, examples and type-only imports do not count. When no blocks are configured, folders stand for them, and the finding is at most a warning. Each file shows one way round, the shortest.',
    },
    messages,
  },
  check({ model }, report) {
    if (model.blockCycles.length === 0) return;
    // There are many edges, and a keystroke waits: each is looked at once.
    const edgesFrom = groupedBy(model.blockEdges, ({ from }) => from);
    for (const { members } of model.blockCycles) {
      for (const [block, view] of cycleViews(members, (from) => linksOf(model, edgesFrom.get(from) ?? []))) {
        const edges = steps(view.path).map(([from, to]) => edgesFrom.get(from)!.find((edge) => edge.to === to)!);
        const [own, ...others] = edges as [BlockEdge, ...BlockEdge[]];
        const cut = cutOf(model, edges, view);
        for (const [path, imports] of closingImports(model, own, view)) {
          const typesHere = view.erasable && cut === own;
          report(path, {
            ...said(view, cut),
            span: imports[0]!.fact.specifierSpan,
            about: `${block} -> ${own.to}`,
            related: others.map((other) => firstImport(model, other)),
            fixes: [...(typesHere ? [importTypeOffer(imports, `block "${own.to}"`, path)] : []), allowOffer('architecture/block-cycle', block, own.to)],
            ...severityOf(model, view, cut === own),
          });
        }
      }
    }
  },
});

function said(view: CycleView, cut: BlockEdge): Said<typeof messages> {
  const path = chain(view.path);
  if (view.erasable) return { messageId: 'types', data: { path, from: cut.from } };
  return { messageId: 'cycle', data: { path, from: cut.from, to: cut.to, imports: cut.imports === 1 ? '1 import' : `${cut.imports} imports` } };
}

/** By file, in order, the imports that keep a dependency of the cycle alive. */
function closingImports(model: WorkspaceModel, own: BlockEdge, view: CycleView): Map<string, PlacedImport[]> {
  const byFile = new Map<string, PlacedImport[]>();
  for (const edge of own.edges) {
    if (!view.erasable && isErasable(model, edge)) continue;
    const imports = lasting(edge).map((fact) => ({ path: edge.from, fact }));
    if (imports.length > 0) byFile.set(edge.from, [...(byFile.get(edge.from) ?? []), ...imports]);
  }
  for (const imports of byFile.values()) imports.sort((a, b) => compareSpans(a.fact.span, b.fact.span));
  return byFile;
}

function linksOf(model: WorkspaceModel, edges: readonly BlockEdge[]): Link[] {
  return edges
    .filter((edge) => !edge.typeOnly)
    .map((edge) => ({ to: edge.to, erasable: edge.edges.every((each) => isErasable(model, each)) }));
}

/** What is left of a block edge at run time. */
function lasting(edge: ModuleEdge): ImportFact[] {
  return edge.imports.filter((fact) => !fact.typeOnly);
}

function isErasable(model: WorkspaceModel, edge: ModuleEdge): boolean {
  return lasting(edge).every((fact) => carriesOnlyTypes(model, fact, edge.to));
}

function cutOf(model: WorkspaceModel, edges: readonly BlockEdge[], view: CycleView): BlockEdge {
  if (view.erasable) return inOrder(edges).find((edge) => edge.edges.every((each) => isErasable(model, each)))!;
  const { from, to } = cheapestDependency(inOrder(edges));
  return edges.find((edge) => edge.from === from && edge.to === to)!;
}

function firstImport(model: WorkspaceModel, edge: BlockEdge): RelatedOf<typeof messages> {
  const found = edge.edges.find((each) => lasting(each).length > 0 && !isErasable(model, each)) ?? edge.edges.find((each) => lasting(each).length > 0)!;
  return { path: found.from, span: lasting(found)[0]!.specifierSpan, messageId: 'import', data: { from: edge.from, to: edge.to } };
}

function severityOf(model: WorkspaceModel, view: CycleView, isCut: boolean): { severity?: Severity } {
  const inferred = view.path.some((id) => model.blocks.get(id)!.inferred);
  if (inferred) return { severity: isCut && !view.erasable ? 'warning' : 'info' };
  return view.erasable ? { severity: 'warning' } : {};
}
