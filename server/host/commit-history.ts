/** Reads a whole history from git: every commit that a branch holds, with its message as it is. */
import { GitError, git, gitBytes } from './git.ts';
import { answer, headOf, isShallow } from './git-history.ts';

/** A commit as git stores it. */
export interface HistoryCommit {
  hash: string;
  parents: string[];
  author: string;
  email: string;
  /** When it was written, in seconds since 1970; a rebase keeps it. */
  authored: number;
  /** When it came to be as it is now, in seconds since 1970. */
  committed: number;
  message: string;
}

export interface History {
  /** Parents before children, otherwise by time. */
  commits: HistoryCommit[];
  /** Hash of the newest commit of the main branch; null without one. */
  main: string | null;
  /** Hash of the newest commit by branch, without the main branch. */
  branches: Map<string, string>;
  mainBranch: string;
  /** Name of the branch that is checked out; empty for none. */
  branch: string;
  head: string;
  shallow: boolean;
}

const FORMAT = ['%H', '%P', '%aN', '%aE', '%at', '%ct', '%B'];
/** Anything earlier tells nothing new of a commit that was just made. */
const RECENT = 20_000;

/**
 * @param folder in a repository
 * @param mainBranch name of the branch that finished work ends up in; null to find it
 * @param recent only the newest twenty thousand commits
 * @returns null before the first commit
 * @throws {GitError} outside of a repository, and when git does not know the main branch
 */
export async function readHistory(folder: string, mainBranch: string | null, { recent = false } = {}): Promise<History | null> {
  const head = await headOf(folder);
  if (head === null) {
    // Says so outside of a repository.
    await git(folder, 'rev-parse', '--git-dir');
    return null;
  }
  const [branch, shallow, refs] = await Promise.all([
    answer(folder, 'symbolic-ref', '--short', '--quiet', 'HEAD'), isShallow(folder),
    git(folder, 'for-each-ref', '--format=%(objectname) %(refname)', 'refs/heads'),
  ]);
  const branches = new Map(refs.split('\n').filter((line) => line !== '').map((line) => {
    const at = line.indexOf(' ');
    return [line.slice(at + 1 + 'refs/heads/'.length), line.slice(0, at)];
  }));
  const main = await findMain(folder, mainBranch, [...branches.keys()]);
  branches.delete(main.name);
  const from = [...new Set([head, ...(main.hash === null ? [] : [main.hash]), ...branches.values()])];
  const listed = await git(
    folder, 'log', '-z', '--no-color', '--date-order', '--reverse', ...(recent ? [`--max-count=${RECENT}`] : []),
    `--format=${FORMAT.join('%x00')}`, '--end-of-options', ...from, '--',
  );
  return { commits: commitsIn(listed), main: main.hash, branches, mainBranch: main.name, branch, head, shallow };
}

function commitsIn(listed: string): HistoryCommit[] {
  // Neither a name nor a message holds the character that separates them, whatever else they hold.
  const parts = listed.split('\0');
  const commits: HistoryCommit[] = [];
  for (let at = 0; at + FORMAT.length <= parts.length; at += FORMAT.length) {
    const [hash = '', parents = '', author = '', email = '', authored = '', committed = '', message = ''] = parts.slice(at, at + FORMAT.length);
    commits.push({
      hash, author, email, message: message.trimEnd(), authored: Number(authored), committed: Number(committed),
      parents: parents.split(' ').filter((parent) => parent !== ''),
    });
  }
  return commits;
}

interface Main {
  name: string;
  hash: string | null;
}

async function findMain(folder: string, named: string | null, branches: readonly string[]): Promise<Main> {
  const hashOf = async (ref: string): Promise<string> => answer(folder, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`);
  if (named !== null) {
    const hash = await hashOf(`refs/heads/${named}`) || await hashOf(`refs/remotes/origin/${named}`);
    if (hash === '') throw new GitError(`there is no branch "${named}", which "tracking.mainBranch" names`);
    return { name: named, hash };
  }
  const remote = (await answer(folder, 'symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD')).replace(/^origin\//, '');
  const only = branches.length === 1 ? branches[0]! : '';
  for (const name of [remote, 'main', 'master', 'trunk', 'develop', only]) {
    // What was merged here and not pushed yet is merged.
    const hash = name === '' ? '' : await hashOf(`refs/heads/${name}`) || await hashOf(`refs/remotes/origin/${name}`);
    if (hash !== '') return { name, hash };
  }
  return { name: '', hash: null };
}

/**
 * @param folder in a repository
 * @param hashes of commits
 * @returns paths that each commit changed, relative to the repository; merges have none
 */
export async function filesOfCommits(folder: string, hashes: readonly string[]): Promise<Map<string, string[]>> {
  const files = new Map<string, string[]>();
  if (hashes.length === 0) return files;
  const listed = await gitBytes(
    folder, `${hashes.join('\n')}\n`, 'log', '-z', '--no-color', '--name-only', '--no-renames', '--format=%x00%H', '--no-walk=unsorted', '--stdin',
  );
  let current: string[] = [];
  let isHash = true;
  for (const part of listed.toString('utf8').split('\0')) {
    // Nothing stands between two of the separators before each hash.
    if (part === '') isHash = true;
    else if (isHash) {
      current = [];
      files.set(part.trim(), current);
      isHash = false;
    } else current.push(current.length === 0 ? part.replace(/^\n/, '') : part);
  }
  return files;
}

/**
 * @param folder in a repository
 * @param commit hash of a commit
 * @returns the blob of each file of the commit by its path, relative to the repository
 * @throws {GitError}
 */
export async function blobsOf(folder: string, commit: string): Promise<Map<string, string>> {
  const listed = await git(folder, 'ls-tree', '-r', '-z', '--full-tree', commit);
  return new Map(listed.split('\0').filter((line) => line !== '').map((line): [string, string] => {
    const tab = line.indexOf('\t');
    return [line.slice(tab + 1), line.slice(0, tab).split(' ')[2] ?? ''];
  }));
}

/** @param folder in a repository @returns address by name of each author, the one used last @throws {GitError} */
export async function peopleOf(folder: string): Promise<Map<string, string>> {
  const listed = await git(folder, 'log', '-z', '--no-color', '--reverse', `--max-count=${RECENT}`, '--format=%aN%x00%aE', 'HEAD', '--');
  const parts = listed.split('\0');
  const people = new Map<string, string>();
  for (let at = 0; at + 1 < parts.length; at += 2) people.set(parts[at]!, parts[at + 1]!);
  return people;
}
