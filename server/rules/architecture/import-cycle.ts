/**
 * Files that import each other in a circle while they load.
 *
 * Bad, because none of them can be loaded, understood or tested without all the others, and the
 * order in which they start decides whether a name is already there. Imports that are erased
 * (`import type`) or run later (inside of functions, `import()`) do not close a cycle. When the
 * circle closes only through imports that carry nothing but types, it says so and is milder.
 *
 * Of a large tangle each file is told the shortest way round that goes through it, not every one.
 */
import type { ImportFact } from '../../facts/module-facts.ts';
import { cycleViews, type CycleView, type Link } from '../../graph/cycle-views.ts';
import { cheapestImport, steps } from '../../graph/cycles.ts';
import { loadsAtOnce } from '../../graph/edges.ts';
import type { ModuleEdge, WorkspaceModel } from '../../graph/model.ts';
import { carriesOnlyTypes, chain, importTypeOffer, inOrder } from '../kit/cycles.ts';
import { allowOffer } from '../kit/offers.ts';
import type { DraftOf } from '../kit/messages.ts';
import { PRODUCTION_ONLY } from '../kit/roles.ts';
import { defineGraphRule } from '../kit/rule.ts';

const messages = {
  cycle: 'Import cycle of {count} files: {path}. Cheapest to cut: {cut}.',
  types: 'Import cycle of {count} files that only types close: {path}. It is gone when {cut} imports them as types.',
  import: '{from} imports {to} here.',
} as const;

export const rule = defineGraphRule({
  meta: {
    id: 'architecture/import-cycle',
    title: 'Files import each other in a circle',
    severity: 'warning',
    roles: PRODUCTION_ONLY,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['architecture §10', 'blocks §4.1', 'review §5'],
    criterion: 'cycles',
    blocker: false,
    fixable: true,
    sources: { eslint: ['import/no-cycle', 'import-x/no-cycle'] },
    docs: {
      what: 'A file whose imports lead back to it while modules load. The finding stands in every file of the circle, at the import that continues it, and names the whole path and the import that is cheapest to cut.',
      why: 'None of the files can be loaded, tested or moved without the others, and a name may still be undefined when it is first used, depending on which file starts.',
      fix: 'Where only types are used, write `import type`. Otherwise move what both sides need into a file of its own that imports neither, or hand it in as a parameter.',
      limits: 'Imports inside of functions, `import()` and type-only imports are left out: they do not run while modules load. A circle that closes only through imports of types is reported as information. Of a large tangle each file shows one way round, the shortest.',
    },
    messages,
  },
  check({ model }, report) {
    for (const { members } of model.moduleCycles) {
      for (const [path, view] of cycleViews(members, (from) => linksOf(model, from))) report(path, draft(model, path, view));
    }
  },
});

function linksOf(model: WorkspaceModel, from: string): Link[] {
  return model.edgesFrom.get(from)!
    .map((edge) => ({ edge, facts: edge.imports.filter(loadsAtOnce) }))
    .filter(({ facts }) => facts.length > 0)
    .map(({ edge, facts }) => ({ to: edge.to, erasable: facts.every((fact) => carriesOnlyTypes(model, fact, edge.to)) }));
}

function draft(model: WorkspaceModel, path: string, view: CycleView): DraftOf<typeof messages> {
  const edges = steps(view.path).map(([from, to]) => model.edgesFrom.get(from)!.find((edge) => edge.to === to)!);
  const [own, ...others] = edges as [ModuleEdge, ...ModuleEdge[]];
  const cut = view.erasable ? inOrder(edges).find((edge) => isErasable(model, edge))! : edgeOf(edges, cheapestImport(inOrder(edges)));
  const place = cut.from === path ? 'this import' : `the import of ${cut.to} in ${cut.from}`;
  const allow = allowOffer('architecture/import-cycle', path, own.to);
  return {
    messageId: view.erasable ? 'types' : 'cycle',
    data: { count: view.path.length, path: chain(view.path), cut: view.erasable ? cut.from : place },
    span: closing(model, own).specifierSpan,
    about: `${path} -> ${own.to}`,
    related: others.map((edge) => ({ path: edge.from, span: closing(model, edge).specifierSpan, messageId: 'import', data: { from: edge.from, to: edge.to } })),
    fixes: view.erasable ? [importTypeOffer(cut.imports.filter(loadsAtOnce).map((fact) => ({ path: cut.from, fact })), cut.to, path), allow] : [allow],
    ...(view.erasable ? { severity: 'info' as const } : {}),
  };
}

function isErasable(model: WorkspaceModel, edge: ModuleEdge): boolean {
  return edge.imports.filter(loadsAtOnce).every((fact) => carriesOnlyTypes(model, fact, edge.to));
}

function edgeOf(edges: readonly ModuleEdge[], { from, to }: { from: string; to: string }): ModuleEdge {
  return edges.find((edge) => edge.from === from && edge.to === to)!;
}

/** The import statement that makes the edge last: one that carries values, where there is one. */
function closing(model: WorkspaceModel, edge: ModuleEdge): ImportFact {
  const loading = edge.imports.filter(loadsAtOnce);
  return loading.find((fact) => !carriesOnlyTypes(model, fact, edge.to)) ?? loading[0]!;
}
