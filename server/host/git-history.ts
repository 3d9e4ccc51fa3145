/** What git knows of the past of a folder. */
import { resolve, sep } from 'node:path';
import { git, GitError } from './git.ts';

/** @param folder anywhere @returns the whole name of the commit that is checked out; null outside a repository and before the first commit */
export async function headOf(folder: string): Promise<string | null> {
  return (await answer(folder, 'rev-parse', '--verify', '--quiet', 'HEAD^{commit}')) || null;
}

/**
 * @param folder anywhere
 * @returns absolute paths with `/` of where git keeps what is checked out and where it keeps branches: two folders where a
 * repository has several working trees; none outside one
 */
export async function gitFolders(folder: string): Promise<string[]> {
  const said = await answer(folder, 'rev-parse', '--git-dir', '--git-common-dir');
  return [...new Set(said.split('\n').filter((line) => line !== '').map((line) => resolve(folder, line).split(sep).join('/')))];
}

/** @param folder anywhere @returns `user.name` as git knows it there; empty when it is not set */
export function userName(folder: string): Promise<string> {
  return answer(folder, 'config', 'user.name');
}

/** Names of the default branch that are looked for where the remote does not tell its own. */
export const DEFAULT_BRANCHES: readonly string[] = ['origin/main', 'origin/master', 'main', 'master'];

/** @param folder in a repository @returns the default branch that is there, and the commit that it has in common with what is checked out; null for none */
export async function defaultBranch(folder: string): Promise<{ name: string; commit: string } | null> {
  const remote = await answer(folder, 'symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD');
  for (const name of [remote, ...DEFAULT_BRANCHES]) {
    const commit = name === '' ? '' : await answer(folder, 'merge-base', name, 'HEAD');
    if (commit !== '') return { name, commit };
  }
  return null;
}

/**
 * @param folder in a repository
 * @returns the commit at which the branch left the default branch; on the default branch itself the one that is checked out; null without commits
 */
export async function branchPoint(folder: string): Promise<string | null> {
  const head = await headOf(folder);
  return head === null ? null : (await defaultBranch(folder))?.commit ?? head;
}

/** @param paths to look at, relative to the folder; all of it when there are none @returns what is changed, staged or untracked, sorted */
export async function changedPaths(folder: string, paths: readonly string[] = []): Promise<string[]> {
  const listed = await git(folder, 'status', '--porcelain=v1', '-z', '--untracked-files=all', '--no-renames', '--', ...(paths.length === 0 ? ['.'] : paths));
  return listed.split('\0').filter((entry) => entry !== '').map((entry) => entry.slice(3)).sort();
}

/** What is checked out in a folder. */
export interface CheckedOut {
  /** Whole name of the commit. */
  hash: string;
  /** Null when no branch is checked out. */
  branch: string | null;
  /** Whether something in the folder is changed, staged or untracked. */
  changed: boolean;
}

/** @param folder anywhere @returns null outside a repository, before the first commit, and where git cannot say it */
export async function checkedOut(folder: string): Promise<CheckedOut | null> {
  const hash = await headOf(folder);
  if (hash === null) return null;
  try {
    const [branch, changed] = await Promise.all([answer(folder, 'symbolic-ref', '--quiet', '--short', 'HEAD'), changedPaths(folder)]);
    return { hash, branch: branch || null, changed: changed.length > 0 };
  } catch (error) {
    if (error instanceof GitError) return null;
    throw error;
  }
}

/** A commit that touched some files. */
export interface TouchingCommit {
  /** The whole name. */
  commit: string;
  parent: string | null;
  /** Of the author, ISO 8601. */
  at: string;
  author: string;
  subject: string;
  /** Paths relative to the repository. */
  files: { before: string | null; after: string | null }[];
}

/**
 * @param folder in a repository
 * @param revision to begin at
 * @param paths of folders and files, relative to the folder
 * @param limit most commits
 * @returns commits that touched them, newest first; of merges, what the branch brought
 * @throws {GitError}
 */
export async function commitsTouching(folder: string, revision: string, paths: readonly string[], limit: number): Promise<TouchingCommit[]> {
  const mark = '\u0001';
  const listed = await git(
    folder, 'log', '-z', '--no-color', '--first-parent', '--diff-merges=first-parent', '--relative', '--find-renames', '--name-status',
    `--max-count=${limit}`, `--format=${mark}%H%x00%P%x00%aI%x00%an%x00%s`, '--end-of-options', revision, '--', ...paths,
  );
  return listed.split(mark).filter((entry) => entry !== '').map(toCommit);
}

function toCommit(entry: string): TouchingCommit {
  const [commit = '', parents = '', at = '', author = '', subject = '', ...rest] = entry.split('\0');
  const parts = rest.map((part) => part.replace(/^\n+/, '')).filter((part) => part !== '');
  const files: TouchingCommit['files'] = [];
  for (let index = 0; index < parts.length;) {
    const status = parts[index++]!;
    const first = parts[index++] ?? null;
    if (/^[RC]/.test(status)) files.push({ before: status.startsWith('R') ? first : null, after: parts[index++] ?? null });
    else files.push({ before: status === 'A' ? null : first, after: status === 'D' ? null : first });
  }
  return { commit, parent: parents.split(' ')[0] || null, at, author, subject, files };
}

/** @param folder in a repository @returns whether commits before a certain one were not fetched */
export async function isShallow(folder: string): Promise<boolean> {
  return (await answer(folder, 'rev-parse', '--is-shallow-repository')) === 'true';
}

/** @returns what git says; empty where it fails */
export async function answer(folder: string, ...args: string[]): Promise<string> {
  try {
    return (await git(folder, ...args)).trim();
  } catch (error) {
    if (error instanceof GitError) return '';
    throw error;
  }
}
