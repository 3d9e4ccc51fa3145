/** A folder that is open in the editor, as the panel can ask about it. */
import { flowsOn } from '../app/flows.ts';
import { importsBetween } from '../app/imports.ts';
import type { ShownFolder } from '../app/panel/answer.ts';
import type { OpenFolder } from './session.ts';

/**
 * @param folder that is open
 * @param versions of its imports, and of what is new in it
 */
export function shownFolder({ key, name, edited, log, origin }: OpenFolder, versions: { imports: string; changes: string }): ShownFolder {
  return {
    key, name, log, origin, report: edited.report, problem: edited.problem, importsVersion: versions.imports, changesVersion: versions.changes,
    timeZone: edited.reading?.opened.survey.made.tracking.timeZone ?? 'UTC',
    flowsOn: (edges) => flowsOn(edited, edges),
    importsBetween: (from, to) => importsBetween(edited, from, to),
  };
}
