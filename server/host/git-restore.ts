/** Brings files of the working tree back to a revision. Nothing is committed. */
import { gitBytes } from './git.ts';

/**
 * Afterwards the files are, in the working tree and in the index, as they were in the revision; those that it does not
 * have are gone.
 * @param folder in a repository
 * @param commit the revision
 * @param paths relative to the folder
 * @throws {GitError}
 */
export async function restoreFiles(folder: string, commit: string, paths: readonly string[]): Promise<void> {
  // A name such as `*.ts` or `:!x` means itself.
  const literal = paths.map((path) => `:(literal)${path}`).join('\0');
  await gitBytes(folder, literal, 'restore', `--source=${commit}`, '--staged', '--worktree', '--pathspec-from-file=-', '--pathspec-file-nul');
}
