/**
 * Imports against the allowed direction between layers.
 *
 * Bad, because a lower layer that knows an upper one can no longer be understood, tested or
 * replaced without it. Type-only imports count too, unless `allowTypeOnly` is set: a type is
 * knowledge as well.
 */
import { z } from 'zod';
import { defineGraphRule } from '../kit/rule.ts';
import type { FixOffer } from '../kit/finding.ts';
import type { ImportFact } from '../../facts/module-facts.ts';
import { PRODUCTION_ONLY } from '../kit/roles.ts';

const options = z.strictObject({
  allowTypeOnly: z.boolean().default(false).describe('Accept imports that are erased at compile time.'),
});

export const rule = defineGraphRule<z.infer<typeof options>>({
  meta: {
    id: 'architecture/layer-crossing',
    title: 'Import against the layer direction',
    severity: 'error',
    roles: PRODUCTION_ONLY,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['architecture §1.2', 'architecture §10'],
    criterion: 'layering',
    blocker: false,
    fixable: true,
    options,
    docs: {
      what: 'An import from a layer into another that the configuration (or the preset, or the folder names) does not let it use. Type-only imports included unless configured.',
      why: 'The lower layer then depends on what was built on top of it: neither can be changed, tested or replaced alone.',
      fix: 'Turn the dependency round: let the importing layer say what it needs as an interface of its own, and let the other implement it. Or move the code to the layer it belongs to.',
      limits: 'It sees imports, not calls through an object that was handed in; those are the way to do it right.',
    },
    messages: {
      crossing: 'Layer "{from}" may not import from layer "{to}" ({target}); it may use {allowed}.',
      typeCrossing: 'Layer "{from}" may not import from layer "{to}", not even types ({target}); it may use {allowed}.',
    },
  },
  check({ model, optionsFor }, report) {
    for (const [path, edges] of model.edgesFrom) {
      const from = layerOf(path);
      if (from === undefined) continue;
      for (const edge of edges) {
        const to = layerOf(edge.to);
        if (to === undefined || to.id === from.id || from.scope !== to.scope || from.mayUse.includes(to.id)) continue;
        for (const fact of edge.imports) {
          if (fact.typeOnly && optionsFor(path).allowTypeOnly) continue;
          const allowed = from.mayUse.length === 0 ? 'no other layer' : from.mayUse.map((id) => `"${id}"`).join(', ');
          report(path, {
            messageId: fact.typeOnly ? 'typeCrossing' : 'crossing',
            data: { from: from.id, to: to.id, target: edge.to, allowed },
            span: fact.specifierSpan,
            about: `${path} -> ${edge.to}`,
            fixes: fixesFor(fact, path, edge.to, optionsFor(path).allowTypeOnly),
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

function fixesFor(fact: ImportFact, from: string, to: string, allowTypeOnly: boolean): FixOffer[] {
  const fixes: FixOffer[] = [];
  if (fact.couldBeTypeOnly && allowTypeOnly) fixes.push({ id: 'typescript/import-type', title: 'Import only the types' });
  fixes.push({ id: 'typescript/extract-interface', title: 'Declare an interface here and depend on that', data: { to } });
  fixes.push({ id: 'config/allow', title: 'Allow this import in archwright.jsonc', data: { rule: 'architecture/layer-crossing', entry: `${from} -> ${to}` } });
  return fixes;
}
