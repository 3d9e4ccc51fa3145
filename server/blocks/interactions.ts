/** Every interaction between blocks: of which kind it is, where, and what allows it. */
import type { ImportedName, ImportFact, ModuleFacts } from '../facts/module-facts.ts';
import type { Span } from '../facts/span.ts';
import { directionOf } from '../graph/directions.ts';
import type { BlockEdge, ModuleEdge, WorkspaceModel } from '../graph/model.ts';
import { originOf } from '../graph/exports.ts';
import type { AllowedBy, Interaction, InteractionKind, InteractionPlace } from '../protocol/interactions.ts';
import { compareText } from '../text/order.ts';
import { rangeOf } from './range.ts';

/** A finding of a rule about imports. */
export interface Refusal {
  ruleId: string;
  path: string;
  /** The specifiers that it is about. */
  spans: readonly Span[];
}

const KINDS: readonly InteractionKind[] = ['call', 'construction', 'inheritance', 'type', 'data', 'unknown'];

/**
 * @param model of the folder
 * @param refusals what the rules about imports report
 * @returns sorted by both blocks and by kind; imports of tests, examples and the like are left out, as in the graph
 */
export function interactionsOf(model: WorkspaceModel, refusals: readonly Refusal[]): Interaction[] {
  const refused = refusedPlaces(refusals);
  const found = new Map<string, Interaction>();
  for (const between of model.blockEdges) {
    for (const edge of between.edges) {
      const allowedBy = allowances(model, between, edge);
      for (const fact of edge.imports) {
        const refusedBy = [...refused.get(placeKey(edge.from, fact.specifierSpan)) ?? []].sort(compareText);
        for (const { kind, place } of usesOf(model, edge, fact)) {
          const key = JSON.stringify([between.from, between.to, kind, allowedBy, refusedBy]);
          const known = found.get(key);
          if (known === undefined) found.set(key, { from: between.from, to: between.to, kind, count: 1, allowedBy, refusedBy, places: [place] });
          else {
            known.count++;
            known.places.push(place);
          }
        }
      }
    }
  }
  return [...found.values()].sort((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to) || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)
    || compareText(a.allowedBy.join(), b.allowedBy.join()) || compareText(a.refusedBy.join(), b.refusedBy.join()));
}

function placeKey(path: string, span: Span): string {
  return `${path}\n${span.join(' ')}`;
}

function refusedPlaces(refusals: readonly Refusal[]): Map<string, Set<string>> {
  const refused = new Map<string, Set<string>>();
  for (const { ruleId, path, spans } of refusals) {
    for (const span of spans) {
      const key = placeKey(path, span);
      refused.set(key, (refused.get(key) ?? new Set()).add(ruleId));
    }
  }
  return refused;
}

function allowances(model: WorkspaceModel, { from, to }: BlockEdge, edge: ModuleEdge): AllowedBy[] {
  const layerOf = (path: string) => model.layers.get(model.modules.get(path)?.layer ?? '');
  const [own, other] = [layerOf(edge.from), layerOf(edge.to)];
  const declared = model.blocks.get(from)?.declared ?? null;
  const allowed: AllowedBy[] = [];
  if (own !== undefined && other !== undefined && directionOf(own, other, edge) === 'allowed') allowed.push('layers');
  if (declared?.dependencies.includes(to) === true) allowed.push(declared.source === 'configuration' ? 'dependsOn' : 'contract');
  if (model.blocks.get(to)?.face?.includes(edge.to) === true) allowed.push('face');
  return allowed;
}

/** Each imported name, once for each kind of use; the import itself where it names nothing. */
function usesOf(model: WorkspaceModel, edge: ModuleEdge, fact: ImportFact): { kind: InteractionKind; place: InteractionPlace }[] {
  const { facts } = model.modules.get(edge.from)!;
  if (fact.names.length === 0) {
    const place = { path: edge.from, range: rangeOf(fact.span), name: null, target: edge.to };
    return [{ kind: fact.typeOnly ? 'type' : 'unknown', place }];
  }
  return fact.names.flatMap((name) => {
    const place = { path: edge.from, range: rangeOf(name.span), name: name.imported, target: edge.to };
    return kindsOf(model, edge, facts, fact, name).map((kind) => ({ kind, place }));
  });
}

function kindsOf(model: WorkspaceModel, edge: ModuleEdge, facts: ModuleFacts, fact: ImportFact, name: ImportedName): InteractionKind[] {
  if (fact.kind === 're-export') return [fact.typeOnly || name.typeOnly || originOf(model, edge.to, name.imported)?.typeOnly === true ? 'type' : 'unknown'];
  const kinds: InteractionKind[] = [];
  if (name.called === true) kinds.push('call');
  if (facts.constructions.some((each) => each.specifier === fact.specifier && rootOf(each.name) === name.local)) kinds.push('construction');
  const isBase = (base: string): boolean => rootOf(base) === name.local;
  const extended = facts.classes.some((each) => each.extends.some(isBase));
  const implemented = facts.classes.some((each) => each.implements.some(isBase));
  if (extended || implemented) kinds.push('inheritance');
  // What a class implements counts as used as a type, and whether it is so elsewhere is not told.
  if (!implemented && (fact.typeOnly || name.typeOnly || name.usedAsType)) kinds.push('type');
  const told = kinds.some((kind) => kind !== 'type');
  if (!told && name.usedAsValue && !fact.typeOnly && !name.typeOnly && name.local !== '*') return [...kinds, 'data'];
  return kinds.length === 0 ? ['unknown'] : kinds;
}

/** `orders` of `orders.Order<Line>`. */
function rootOf(name: string): string {
  return /^[^.<([\s]*/.exec(name)![0];
}
