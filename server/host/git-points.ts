/** Points in the past that the code of now is compared with. */
import { git } from './git.ts';

/** A commit, for somebody who looks for one. */
export interface PointCommit {
  /** The whole name. */
  hash: string;
  /** When it was made, in milliseconds since 1970. */
  at: number;
  /** The first line of its message. */
  subject: string;
}

/**
 * @param folder in a repository
 * @param revision to begin at
 * @param limit most commits
 * @returns commits of the line that was checked out, newest first
 * @throws {GitError} when git does not know the revision
 */
export async function commitsFrom(folder: string, revision: string, limit: number): Promise<PointCommit[]> {
  const listed = await git(
    folder, 'log', '-z', '--no-color', '--first-parent', `--max-count=${limit}`, '--format=%H%x01%ct%x01%s', '--end-of-options', revision, '--',
  );
  return listed.split('\0').filter((entry) => entry !== '').map((entry) => {
    const [hash = '', time = '', subject = ''] = entry.split('\x01');
    return { hash, at: Number(time) * 1000, subject };
  });
}

/**
 * @param folder in a repository
 * @param time in milliseconds since 1970
 * @returns the last commit before it on the line that is checked out; null where all are later
 * @throws {GitError} before the first commit
 */
export async function lastCommitBefore(folder: string, time: number): Promise<string | null> {
  const found = await git(folder, 'rev-list', '--first-parent', '--max-count=1', `--min-age=${Math.ceil(time / 1000) - 1}`, '--end-of-options', 'HEAD', '--');
  return found.trim() || null;
}

/** @param folder in a repository @returns every file in it that git knows or would add, relative to the folder */
export async function allPaths(folder: string): Promise<string[]> {
  const listed = await git(folder, 'ls-files', '--cached', '--others', '--exclude-standard', '-z');
  return listed.split('\0').filter((path) => path !== '');
}
