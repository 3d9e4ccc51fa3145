/**
 * Files that import each other in a cycle while they load.
 *
 * Bad, because none of them can be loaded, understood or tested without the others, and the order
 * in which they load decides whether a name is defined yet. Imports that are erased (`import type`)
 * or run later (inside functions, `import()`) do not close a cycle. A cycle that only imports of
 * types close is milder.
 *
 * One finding for each tangle of files, at the import that is cheapest to cut. Where the tangle is
 * one plain cycle, each other file shows it as information: it can be cut there as well.
 */
import type { ImportFact } from '../../facts/module-facts.ts';
import { costOf, steps } from '../../graph/cycles.ts';
import { loadsAtOnce } from '../../graph/edges.ts';
import type { ModuleEdge, WorkspaceModel } from '../../graph/model.ts';
import { tanglesOf, type Link, type Tangle } from '../../graph/tangles.ts';
import { carriesOnlyTypes, chain, importTypeOffer, tangleWords } from '../kit/cycles.ts';
import { allowOffer } from '../kit/offers.ts';
import type { DraftOf } from '../kit/messages.ts';
import { PRODUCTION_ONLY } from '../kit/roles.ts';
import { defineGraphRule } from '../kit/rule.ts';

/** An import of the index that stands for the importer's own folder: what it needs lies beside it. */
const OWN_INDEX = 0.5;
/** How many files of a tangle are shown as related places. */
const SHOWN = 100;

const messages = {
  cycle: 'Import cycle of {count} files: {path}{tangle}. Cheapest to cut: {cut}.',
  types: 'Import cycle of {count} files through types only: {path}{tangle}. Use type-only imports in {cut}.',
  import: '{from} imports {to} here.',
} as const;

export const rule = defineGraphRule({
  meta: {
    id: 'architecture/import-cycle',
    title: 'Import cycle',
    severity: 'warning',
    recommended: 'info',
    roles: PRODUCTION_ONLY,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['architecture §10', 'blocks §4.1', 'review §5'],
    criterion: 'cycles',
    blocker: false,
    fixable: true,
    sources: { eslint: ['import/no-cycle', 'import-x/no-cycle'] },
    docs: {
      what:
        'Files that import each other in a cycle while modules load. There is one finding for all files that are tangled up with each other, at the '
        + 'import that is cheapest to cut; the related places show the rest. In a plain cycle, each other file has the finding as information.',
      why:
        'None of the files can be loaded, tested or moved without the others, and a name may still be undefined when it is first used, depending on which '
        + 'file loads first.',
      fix:
        'Where only types are used, write `import type`. Otherwise move what both sides need into a file of its own that imports neither, or pass it in '
        + 'as a parameter.',
      limits:
        'Imports inside functions, `import()` and type-only imports do not count: they do not run while modules load. A cycle that only imports of types '
        + 'close is information. In a large tangle, one cut may not be enough: the next finding appears after the first cut.',
    },
    messages,
  },
  check({ model }, report) {
    for (const { members } of model.moduleCycles) {
      for (const tangle of tanglesOf(members, (from) => linksOf(model, from))) {
        // From the cut on, every file of a plain cycle shows the way round that starts there.
        for (const [at, path] of tangle.path.entries()) {
          if (at > 0 && !tangle.isPlainCycle) break;
          report(path, draft(model, tangle, [...tangle.path.slice(at), ...tangle.path.slice(0, at)]));
        }
      }
    }
  },
});

function linksOf(model: WorkspaceModel, from: string): Link[] {
  return model.edgesFrom.get(from)!.filter((edge) => edge.loading).map((edge) => {
    const facts = edge.imports.filter(loadsAtOnce);
    return {
      to: edge.to,
      erasable: facts.every((fact) => carriesOnlyTypes(model, fact, edge.to)),
      cost: isOwnIndex(model, edge) ? OWN_INDEX : facts.reduce((sum, fact) => sum + costOf(fact), 0),
    };
  });
}

function isOwnIndex(model: WorkspaceModel, { from, to }: ModuleEdge): boolean {
  return model.modules.get(to)?.facts.face === true && from.startsWith(to.slice(0, to.lastIndexOf('/') + 1));
}

function draft(model: WorkspaceModel, tangle: Tangle, path: readonly string[]): DraftOf<typeof messages> {
  const edgeOf = (from: string, to: string): ModuleEdge => model.edgesFrom.get(from)!.find((edge) => edge.to === to)!;
  const [own, ...others] = steps(path).map(([from, to]) => edgeOf(from, to)) as [ModuleEdge, ...ModuleEdge[]];
  const [members, named] = [new Set(tangle.members), new Set(path)];
  const beside = tangle.members.filter((each) => !named.has(each)).slice(0, SHOWN)
    .map((from) => model.edgesFrom.get(from)!.find((edge) => edge.loading && members.has(edge.to))!);
  const cut = edgeOf(tangle.cut.from, tangle.cut.to);
  const isCut = cut === own;
  const place = isCut ? 'this import' : `the import of ${cut.to} in ${cut.from}`;
  const allow = allowOffer('architecture/import-cycle', own.from, own.to);
  const imports = cut.imports.filter(loadsAtOnce).map((fact) => ({ path: cut.from, fact }));
  return {
    messageId: tangle.erasable ? 'types' : 'cycle',
    data: { count: path.length, path: chain(path), tangle: tangleWords(tangle, 'files'), cut: tangle.erasable ? cut.from : place },
    span: closing(model, own).specifierSpan,
    about: `${own.from} -> ${own.to}`,
    related: [...others, ...beside]
      .slice(0, SHOWN)
      .map((edge) => ({ path: edge.from, span: closing(model, edge).specifierSpan, messageId: 'import', data: { from: edge.from, to: edge.to } })),
    fixes: tangle.erasable ? [importTypeOffer(imports, cut.to, own.from), allow] : [allow],
    ...(tangle.erasable || !isCut ? { severity: 'info' as const } : {}),
  };
}

/** The import statement that makes the edge last: one that carries values, where there is one. */
function closing(model: WorkspaceModel, edge: ModuleEdge): ImportFact {
  const loading = edge.imports.filter(loadsAtOnce);
  return loading.find((fact) => !carriesOnlyTypes(model, fact, edge.to)) ?? loading[0]!;
}
