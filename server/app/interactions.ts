/** Lists every interaction between the blocks of a folder, with what allows it. */
import type { OpenedFolder } from '../compose/folder.ts';
import { interactionsOf } from '../blocks/interactions.ts';
import type { InteractionsReport } from '../protocol/interactions.ts';

/** Rules that say which imports between blocks are refused. */
const ABOUT_IMPORTS: ReadonlySet<string> = new Set([
  'architecture/layer-crossing', 'architecture/undeclared-dependency', 'architecture/private-import',
]);

/**
 * Refused is what a review reports, so that both say the same: exceptions, options and comments of the folder count here too.
 * @returns interactions by blocks and kind
 */
export function interactionsReport({ workspace }: OpenedFolder): InteractionsReport {
  const { model, findings } = workspace.judge('full');
  const refusals = findings.filter(({ ruleId }) => ABOUT_IMPORTS.has(ruleId)).map(({ ruleId, path, span, related }) => ({
    ruleId, path, spans: [span, ...related.filter((place) => place.path === path).map((place) => place.span)],
  }));
  return { schemaVersion: 1, interactions: interactionsOf(model, refusals) };
}
