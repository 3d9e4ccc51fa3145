/** Which files changed since a revision, and what was in them. */
import { commitOf, commonCommit, git } from './git.ts';

/** A file that differs from a revision. */
export interface GitChange {
  /** Relative to the folder, with `/`. */
  path: string;
  /** It is no longer there. */
  gone: boolean;
  /** It was not there. */
  added: boolean;
}

export interface GitChanges {
  /** The commit that the working tree was compared with. */
  commit: string;
  files: GitChange[];
}

/**
 * What changed since a revision: committed, staged, in the working tree, and untracked files.
 * @param folder in a repository; paths are relative to it, and only what lies in it counts
 * @param base a branch, tag or commit; compared from the merge base
 * @throws {GitError} when the folder is in no repository, or the revision is unknown
 */
export async function changedFiles(folder: string, base: string): Promise<GitChanges> {
  const commit = await commonCommit(folder, await commitOf(folder, base));
  const listed = await git(folder, 'diff', '--name-status', '-z', '--no-renames', '--relative', '--end-of-options', commit, '--', '.');
  const words = listed.split('\0');
  const files: GitChange[] = [];
  for (let at = 0; at + 1 < words.length; at += 2) files.push({ path: words[at + 1]!, gone: words[at] === 'D', added: words[at] === 'A' });
  const untracked = await git(folder, 'ls-files', '--others', '--exclude-standard', '-z');
  for (const path of untracked.split('\0')) if (path !== '') files.push({ path, gone: false, added: true });
  return { commit, files };
}

/** Text of a file in a commit; undefined where it is not there or cannot be read. @param path relative to the folder */
export async function textAt(folder: string, commit: string, path: string): Promise<string | undefined> {
  try {
    return await git(folder, 'show', '--end-of-options', `${commit}:./${path}`);
  } catch {
    return undefined;
  }
}

/** How many commits changed one of the files; null where git cannot tell. @param paths relative to the folder */
export async function commitCount(folder: string, paths: readonly string[]): Promise<number | null> {
  try {
    return Number(await git(folder, 'rev-list', '--count', '--max-count=1000', 'HEAD', '--', ...paths.map((path) => `:(literal)${path}`)));
  } catch {
    return null;
  }
}
