/** Which code is new: since the branch left the default branch, since a commit, or since a day. */
import { DEFAULT_BRANCHES, defaultBranch, headOf, isShallow } from '../host/git-history.ts';
import { allPaths, commitsFrom, lastCommitBefore } from '../host/git-points.ts';
import { commitOf, commonCommit, git, GitError } from '../host/git.ts';
import type { Since } from '../protocol/question.ts';
import { localCalendar } from '../text/calendar.ts';
import { shortHash } from '../text/short-hash.ts';
import { changeSince, type Change } from './changes.ts';
import { Failure } from './failure.ts';

/** Why git is not asked, and what to do. */
export const NOT_TRUSTED = 'Git is not asked in a workspace that is not trusted. Trust it to tell new code from old.';

/** Code that is new. */
export interface NewCode {
  change: Change;
  /** What it is compared with, as the end of a sentence: `since 1a2b3c4 (2026-01-31)`. */
  words: string;
}

/**
 * @param root of the folder, in which git may be asked
 * @throws {Failure} which says why new code cannot be told there, and what to do
 */
export async function newCodeSince(root: string, since: Since): Promise<NewCode> {
  try {
    const head = await knownHead(root);
    switch (since.kind) {
      case 'base': return await sinceBase(root, head);
      case 'commit': return await sinceCommit(root, head, since.name);
      case 'day': return await sinceDay(root, since.day);
    }
  } catch (error) {
    if (error instanceof GitError) throw new Failure(`${error.message}.`);
    throw error;
  }
}

/** @param root in which git may be asked @returns the commit that is checked out @throws {Failure} where there is no history */
export async function knownHead(root: string): Promise<string> {
  try {
    await git(root, 'rev-parse', '--git-dir');
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    if (/^git is not installed/.test(error.message)) throw new Failure('Git is not installed or not on the PATH. Install it to tell new code from old.');
    if (/^not a git repository/.test(error.message))
      throw new Failure('The folder is in no git repository, which would tell new code from old. Run "git init" there and commit.');
    throw error;
  }
  const head = await headOf(root);
  if (head === null) throw new Failure('There is no commit yet that code could be newer than. Commit once.');
  return head;
}

async function sinceBase(root: string, head: string): Promise<NewCode> {
  const base = await defaultBranch(root);
  if (base === null) {
    throw new Failure(`The base branch is unknown: none of ${DEFAULT_BRANCHES.join(', ')} has a commit in common with what is checked out. `
      + 'Fetch it, or choose a commit or a day.');
  }
  const from = await named(root, base.commit);
  return {
    change: await changeSince(root, base.commit),
    words: base.commit === head ? `since the last commit, ${from}, which ${base.name} has too` : `since ${from}, where this branch left ${base.name}`,
  };
}

async function sinceCommit(root: string, head: string, name: string): Promise<NewCode> {
  const commit = await commitOf(root, name);
  const start = await commonCommit(root, commit);
  const from = await named(root, start);
  const isPlain = commit.startsWith(name.toLowerCase());
  return {
    change: await changeSince(root, commit),
    words: start !== commit ? `since ${from}, which is the last commit in common with ${name}`
      : start === head ? `since the last commit, ${from}`
      : `since ${from}${isPlain ? '' : `, which is ${name}`}`,
  };
}

async function sinceDay(root: string, day: string): Promise<NewCode> {
  const commit = await lastCommitBefore(root, localCalendar().startOf(day));
  if (commit !== null) return { change: await changeSince(root, commit), words: `since ${day}; the last commit before is ${await named(root, commit)}` };
  if (await isShallow(root)) throw new Failure(`The history before ${day} is not here. Fetch it with "git fetch --unshallow", or choose a later day.`);
  return { change: { lines: new Map((await allPaths(root)).map((path) => [path, 'all'])) }, words: `since ${day}: all of it, as no commit is older` };
}

/** @returns `1a2b3c4 (2026-01-31)` */
async function named(root: string, commit: string): Promise<string> {
  const [found] = await commitsFrom(root, commit, 1);
  return `${shortHash(commit)}${found === undefined ? '' : ` (${localCalendar().dayOf(found.at)})`}`;
}
