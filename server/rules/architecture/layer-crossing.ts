/**
 * Imports against the allowed direction between layers, and between slices of one layer.
 *
 * Bad, because a lower layer that knows an upper one can no longer be understood, tested or
 * replaced without it. Type-only imports count too, unless `allowTypeOnly` is set: a type is a
 * dependency as well.
 *
 * In a sliced layer (feature-sliced: `features/cart`, `features/login`) the folders directly inside
 * it must not import each other. Layers that were inferred from folder names give warnings at most.
 */
import * as z from 'zod';
import { defineGraphRule } from '../kit/rule.ts';
import type { Said } from '../kit/messages.ts';
import type { FixOffer } from '../../findings/finding.ts';
import type { ImportFact } from '../../facts/module-facts.ts';
import type { Layer, ModuleEdge } from '../../graph/model.ts';
import { directionOf } from '../../graph/directions.ts';
import { sliceOf } from '../../graph/slices.ts';
import { allowOffer } from '../kit/offers.ts';
import { PRODUCTION_ONLY } from '../kit/roles.ts';

const options = z.strictObject({
  allowTypeOnly: z.boolean().default(false).describe('Accept imports that are erased at compile time.'),
});

const messages = {
  crossing: 'Layer "{from}" may not import from layer "{to}" ({target}); it may use {allowed}.',
  typeCrossing: 'Layer "{from}" may not import from layer "{to}", not even types ({target}); it may use {allowed}.',
  slice: 'Slice "{from}" of layer "{layer}" may not import slice "{to}" ({target}): move what both need to a layer below, or join them in a layer above.',
} as const;

export const rule = defineGraphRule({
  meta: {
    id: 'architecture/layer-crossing',
    title: 'Import against the layer direction',
    severity: 'error',
    roles: PRODUCTION_ONLY,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['architecture §1.2', 'architecture §1.1', 'architecture §10', 'review §5'],
    criterion: 'layering',
    blocker: false,
    fixable: true,
    options,
    sources: { eslint: ['boundaries/element-types', 'boundaries/dependencies'] },
    docs: {
      what:
        'An import from one layer into another that the configuration, the preset or the folder names do not allow, or from another slice of the same '
        + 'layer where the layer is sliced. Type-only imports count unless configured otherwise.',
      why: 'The lower layer then depends on what was built on top of it, so neither can be changed, tested or replaced alone.',
      fix:
        'Invert the dependency: declare an interface in the importing layer and let the other layer implement it. Or move the code to the layer it '
        + 'belongs to.',
      limits:
        'Files outside all layers may be imported from anywhere. Only imports are seen, not calls through an object that was passed in; that is the right '
        + 'way to do it. Layers that are inferred from folder names give warnings, and in the '
        + 'profile "recommended" information: a direction that nobody wrote down is nobody\'s promise.',
    },
    messages,
  },
  check({ model, optionsFor }, report) {
    for (const [path, edges] of model.edgesFrom) {
      const from = layerOf(path);
      if (from === undefined) continue;
      for (const edge of edges) {
        const to = layerOf(edge.to);
        const crossing = to === undefined ? null : crossingOf(from, to, edge);
        if (crossing === null) continue;
        const { allowTypeOnly } = optionsFor(path);
        for (const fact of edge.imports) {
          if (fact.typeOnly && allowTypeOnly) continue;
          report(path, {
            ...(fact.typeOnly ? ofTypes(crossing) : crossing),
            span: fact.specifierSpan,
            about: `${path} -> ${edge.to}`,
            fixes: fixesFor(fact, path, edge.to, allowTypeOnly),
            // Folder names are a guess, and a guess stops nobody. Only who has written the layers down has asked for them.
            ...(from.inferred ? { severity: 'warning' as const, recommended: 'info' as const } : {}),
          });
        }
      }
    }

    function layerOf(path: string) {
      const id = model.modules.get(path)?.layer ?? null;
      return id === null ? undefined : model.layers.get(id);
    }
  },
});

type Crossing = Said<typeof messages>;

/** Slices are kept apart whatever is imported; between layers the message says that types count as well. */
function ofTypes(crossing: Crossing): Crossing {
  return crossing.messageId === 'crossing' ? { messageId: 'typeCrossing', data: crossing.data } : crossing;
}

function crossingOf(from: Layer, to: Layer, edge: ModuleEdge): Crossing | null {
  switch (directionOf(from, to, edge)) {
    case 'crossing': {
      const allowed = from.mayUse.length === 0 ? 'no other layer' : from.mayUse.map((id) => `"${id}"`).join(', ');
      return { messageId: 'crossing', data: { from: from.id, to: to.id, target: edge.to, allowed } };
    }
    case 'between-slices': {
      const slices = [edge.from, edge.to].map((path) => lastSegment(sliceOf(from, path) ?? path));
      return { messageId: 'slice', data: { layer: from.id, from: slices[0]!, to: slices[1]!, target: edge.to } };
    }
    default: return null;
  }
}

function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function fixesFor(fact: ImportFact, from: string, to: string, allowTypeOnly: boolean): FixOffer[] {
  const fixes: FixOffer[] = [];
  if (fact.couldBeTypeOnly && allowTypeOnly) fixes.push({ id: 'import-type', title: 'Import only the types', safe: true });
  if (fact.couldBeTypeOnly || fact.typeOnly) fixes.push({ id: 'extract-interface', title: 'Declare an interface here and depend on that', data: { to } });
  fixes.push(allowOffer('architecture/layer-crossing', from, to));
  return fixes;
}
