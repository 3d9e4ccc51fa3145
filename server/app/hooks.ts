/** The git hook that reviews before each commit. */
import { GitError } from '../host/git.ts';
import { HookElsewhere } from '../host/hook-place.ts';
import { installHook, removeHook } from '../host/git-hooks.ts';
import { Failure } from './failure.ts';

/**
 * @param folder in a git repository
 * @returns a sentence saying what was done
 * @throws {Failure} outside a repository, or when another program writes the hooks
 */
export async function changeHook(folder: string, action: 'install' | 'remove'): Promise<string> {
  try {
    return action === 'install' ? await installHook(folder) : await removeHook(folder);
  } catch (error) {
    if (error instanceof GitError) throw new Failure(`Could not change the hook: ${error.message}.`);
    if (error instanceof HookElsewhere) throw new Failure(error.message);
    throw error;
  }
}
