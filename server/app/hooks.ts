/** The review before each commit. */
import { GitError } from '../host/git.ts';
import { installHook, removeHook } from '../host/git-hooks.ts';
import { Failure } from './failure.ts';

/**
 * @param folder in a git repository
 * @returns what was done, in a sentence
 * @throws {Failure} outside of a repository
 */
export async function changeHook(folder: string, action: 'install' | 'remove'): Promise<string> {
  try {
    return action === 'install' ? await installHook(folder) : await removeHook(folder);
  } catch (error) {
    if (error instanceof GitError) throw new Failure(`The hook could not be changed: ${error.message}.`);
    throw error;
  }
}
