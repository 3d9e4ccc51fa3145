/** Reads from git who changed which file when, and by how many lines. */
import type { Commit } from '../facts/commit.ts';
import { isShallow } from './git-history.ts';
import { git } from './git.ts';

/** Older ones say little about the code of today. */
const MOST_COMMITS = 10_000;

export interface CommitLog {
  /** Newest first, at most ten thousand. */
  commits: Commit[];
  /** The history was cut off by a shallow clone. */
  shallow: boolean;
}

/**
 * @param folder in a repository; paths are relative to it, and other folders are left out
 * @throws {GitError} outside of a repository, and before the first commit
 */
export async function readCommits(folder: string): Promise<CommitLog> {
  const [log, shallow] = await Promise.all([
    git(
      folder, 'log', '--no-color', '--no-merges', `--max-count=${MOST_COMMITS}`, '--relative', '--numstat', '-M', '-z', '--format=%x01%H%x02%aN%x02%at',
      '--end-of-options', 'HEAD', '--', '.',
    ),
    isShallow(folder),
  ]);
  return { commits: parseCommits(log), shallow };
}

/** @param log as `git log -z --numstat` writes it, newest first @returns with each file under its name of today */
export function parseCommits(log: string): Commit[] {
  /** What a former name is called today. */
  const today = new Map<string, string>();
  const nameOf = (path: string): string => today.get(path) ?? path;
  /** A person whose name was written with other capitals at another time is the same one. */
  const spelling = new Map<string, string>();
  return log.split('\x01').slice(1).map((entry) => {
    const [head = '', ...rest] = entry.split('\0');
    const [hash = '', written = '', time = ''] = head.split('\x02');
    const author = spelling.get(written.toLowerCase()) ?? written;
    spelling.set(written.toLowerCase(), author);
    const commit: Commit = { hash, author, time: Number(time), files: [] };
    const moved: [string, string][] = [];
    for (let at = 0; at < rest.length; at++) {
      const [, added = '', deleted = '', path = ''] = /^\s*(\d+|-)\t(\d+|-)\t([^]*)$/.exec(rest[at]!) ?? [];
      if (added === '') continue;
      let name = path;
      if (path === '') {
        const [before = '', after = ''] = [rest[++at], rest[++at]];
        name = after;
        moved.push([before, nameOf(after)]);
      }
      // Binary files have no lines.
      commit.files.push({ path: nameOf(name), added: Number(added) || 0, deleted: Number(deleted) || 0 });
    }
    for (const [before, now] of moved) today.set(before, now);
    return commit;
  });
}
