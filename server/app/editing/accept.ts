/** Accepts findings of a folder that is open in an editor into its baseline. */
import { acceptFindings, BASELINE_FILE } from '../baseline.ts';
import { Failure } from '../failure.ts';
import type { EditedFolder } from './edited-folder.ts';

/**
 * @param folder that is then shown with the new baseline
 * @param fingerprint of one finding; without it, the current findings replace the baseline
 * @returns the file, relative to the folder, and how many findings it now holds
 * @throws {Failure} when the folder has not been reviewed yet, or the finding no longer exists
 */
export async function acceptIn(folder: Pick<EditedFolder, 'reading' | 'changedOnDisk'>, fingerprint?: string): Promise<{ path: string; count: number }> {
  if (folder.reading === null) throw new Failure('The folder has not been reviewed yet.');
  const count = await acceptFindings(folder.reading.opened, { fingerprint });
  folder.changedOnDisk(BASELINE_FILE);
  return { path: BASELINE_FILE, count };
}
