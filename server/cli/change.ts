/** The change that `--base` names. */
import { changeSince, type Change } from '../app/changes.ts';
import { Failure } from '../app/failure.ts';

/** @param root absolute path of the folder @param base a git revision @throws {Failure} which names the option */
export async function changeOf(root: string, base: string): Promise<Change> {
  try {
    return await changeSince(root, base);
  } catch (error) {
    if (error instanceof Failure) throw new Failure(`--base ${base}: ${error.message}`);
    throw error;
  }
}
