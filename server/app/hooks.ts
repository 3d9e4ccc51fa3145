/** The git hooks that review before each commit and log it afterwards. */
import { GitError } from '../host/git.ts';
import { HookElsewhere } from '../host/hook-place.ts';
import { installHooks, removeHooks } from '../host/git-hooks.ts';
import { Failure } from './failure.ts';

/**
 * @param folder in a git repository
 * @returns sentences saying what was done
 * @throws {Failure} outside a repository, or when another program writes the hooks
 */
export async function changeHook(folder: string, action: 'install' | 'remove'): Promise<string> {
  try {
    return action === 'install' ? await installHooks(folder) : await removeHooks(folder);
  } catch (error) {
    if (error instanceof GitError) throw new Failure(`Could not change the hooks: ${error.message}.`);
    if (error instanceof HookElsewhere) throw new Failure(error.message);
    throw error;
  }
}
