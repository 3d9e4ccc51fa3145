/** A folder that is open in an editor, as commands work on it. */
import type { OpenedFolder } from '../../compose/folder.ts';
import type { Accepted } from '../baseline.ts';
import type { NamedConfiguration } from '../configuration.ts';
import type { EditedFolder } from '../editing/edited-folder.ts';
import { Failure } from '../failure.ts';
import type { ReviewInEditor } from '../review.ts';

export interface CommandFolder extends Pick<EditedFolder, 'currentReview'> {
  /** Absolute path with `/`. */
  root: string;
  /** As it was last read, with what is accepted in it and the texts that are open; null before the first review. */
  reading: { opened: OpenedFolder; accepted: Accepted; texts: ReadonlyMap<string, string> } | null;
  /** Why it cannot be reviewed, or not with its configuration; null when it can. */
  problem: string | null;
  /** The one that the settings name. */
  configuration: NamedConfiguration | undefined;
}

/** @returns the folder as it was last read @throws {Failure} when its configuration is broken: a verdict by another one would be none */
export function readingOf({ reading, problem }: CommandFolder): NonNullable<CommandFolder['reading']> {
  if (problem !== null) throw new Failure(problem);
  if (reading === null) throw new Failure('The folder has not been reviewed yet.');
  return reading;
}

/** @returns the folder with a review of it as it is now @throws {Failure} as `readingOf` */
export async function reviewedIn(folder: CommandFolder): Promise<ReviewInEditor> {
  readingOf(folder);
  const current = await folder.currentReview();
  readingOf(folder);
  if (current === null) throw new Failure('The folder has not been reviewed yet.');
  return current;
}
