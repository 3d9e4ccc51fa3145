/** The definition of done of a team, and what its people ticked. */
import { didYouMean } from '../../config/nearest.ts';
import { ISSUE_TICKS, type DoneTick } from '../../progress/done/ticks.ts';
import { doneListSchema, doneListText, USUAL_LIST, type DoneItem, type DoneList } from '../../progress/done/list.ts';
import { Failure } from '../failure.ts';
import { readTeamFile } from '../team-file.ts';
import type { TicksFile } from '../ticks.ts';

/** Where a team keeps a list of its own, relative to the folder. */
export const DONE_FILE = '.archwright/definition-of-done.json';

export const DONE_TICKS: TicksFile<string, DoneTick> = { path: 'logs/done_ticks.json', format: ISSUE_TICKS };

/** The list that everybody begins with, as a file. */
export const USUAL_DONE_TEXT = doneListText(USUAL_LIST);

/** @returns the list of the team, else the usual one; `path` is null for that @throws {Failure} when the team's cannot be used */
export async function doneListOf(root: string): Promise<{ list: DoneList; path: string | null }> {
  const own = await readTeamFile(root, DONE_FILE, { schema: doneListSchema, help: '"archwright track done --template" writes a list that works.' });
  return own === null ? { list: USUAL_LIST, path: null } : { list: own, path: DONE_FILE };
}

/** @returns the item with this id @throws {Failure} when the list has none */
export function doneItem({ items }: DoneList, id: string): DoneItem {
  const found = items.find((item) => item.id === id);
  const ids = items.map((item) => item.id);
  if (found === undefined) throw new Failure(`The definition of done has no item "${id}".${didYouMean(id, ids)} Its items are ${ids.join(', ')}.`);
  return found;
}
