/** Reads the tags of a repository, and what leads to them. */
import { git, gitBytes } from './git.ts';

export interface Tag {
  name: string;
  /** Hash of the commit. */
  commit: string;
  /** When it was made; when its commit was made, for a tag that is only a name. In seconds since 1970. */
  time: number;
}

/** @param folder in a repository @returns tags of commits, the oldest first @throws {GitError} */
export async function readTags(folder: string): Promise<Tag[]> {
  const listed = await git(
    folder, 'for-each-ref', '--sort=creatordate', '--format=%(refname)%00%(objecttype)%00%(objectname)%00%(*objecttype)%00%(*objectname)%00%(creatordate:unix)',
    'refs/tags',
  );
  return listed.split('\n').flatMap((line) => {
    const [name = '', type = '', own = '', targetType = '', target = '', time = ''] = line.split('\0');
    const commit = type === 'commit' ? own : targetType === 'commit' ? target : '';
    return commit === '' ? [] : [{ name: name.slice('refs/tags/'.length), commit, time: Number(time) }];
  });
}

/** @param folder in a repository @param commits hashes @returns the parents of each commit that leads to one of them @throws {GitError} */
export async function parentsBehind(folder: string, commits: readonly string[]): Promise<Map<string, string[]>> {
  if (commits.length === 0) return new Map();
  const listed = await gitBytes(folder, `${commits.join('\n')}\n`, 'rev-list', '--parents', '--stdin');
  return new Map(listed.toString('utf8').split('\n').filter((line) => line !== '').map((line) => {
    const [hash = '', ...parents] = line.split(' ');
    return [hash, parents];
  }));
}
