/** The git hooks that review before each commit and log it afterwards. */
import { GitError } from '../host/git.ts';
import { HookElsewhere } from '../host/hook-place.ts';
import { installHooks, removeHooks } from '../host/git-hooks.ts';
import { installMergeDriver, removeMergeDriver } from '../host/merge-driver.ts';
import { Failure } from './failure.ts';
import { LOG_FILE, REVIEWS_FILE } from './track/log-files.ts';

/**
 * @param folder in a git repository
 * @returns sentences saying what was done
 * @throws {Failure} outside a repository, or when another program writes the hooks
 */
export async function changeHook(folder: string, action: 'install' | 'remove'): Promise<string> {
  try {
    if (action === 'remove') return await remove(folder);
    const done = await installHooks(folder);
    return `${done} ${await installMergeDriver(folder, { log: LOG_FILE, reviews: REVIEWS_FILE })}`;
  } catch (error) {
    if (error instanceof GitError) throw new Failure(`Could not change the hooks: ${error.message}.`);
    if (error instanceof HookElsewhere) throw new Failure(error.message);
    throw error;
  }
}

async function remove(folder: string): Promise<string> {
  const done = [await removeHooks(folder), await removeMergeDriver(folder)].filter((each) => each !== null);
  return done.length === 0 ? 'There is no Archwright hook to remove.' : done.join(' ');
}
