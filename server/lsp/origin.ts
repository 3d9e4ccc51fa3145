/** What is reviewed in an open folder now, and what of it is new, with what is typed and not saved. */
import { unsavedIn, type UnsavedText } from '../app/editing/unsaved.ts';
import { newCodePoints } from '../app/new-code-points.ts';
import { originOf } from '../app/origin.ts';
import type { JsonReport, ReportOrigin } from '../protocol/report.ts';
import type { OpenFolder } from './session.ts';

/** @param git whether git may be asked */
export async function originIn(folder: OpenFolder, git: boolean): Promise<ReportOrigin> {
  const unsaved = await unsavedOf(folder);
  return originOf(folder.edited.root, { project: folder.name, now: new Date(), git, unsaved: unsaved.size > 0 });
}

/** @param git whether git may be asked @returns what readers of a report can limit it to */
export async function newCodeIn(folder: OpenFolder, report: JsonReport, git: boolean): Promise<Awaited<ReturnType<typeof newCodePoints>>> {
  return newCodePoints(folder.edited.root, report, { now: new Date(), git, unsaved: await unsavedOf(folder) });
}

function unsavedOf({ edited: { root, reading } }: OpenFolder): Promise<Map<string, UnsavedText>> {
  return unsavedIn(root, reading?.texts ?? new Map<string, string>());
}
