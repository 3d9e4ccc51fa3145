/** What git knows of one issue: its commits, and what they made of its files. */
import { blobsOf, filesOfCommits } from '../../host/commit-history.ts';
import { git } from '../../host/git.ts';
import type { IssueInGit } from '../../progress/done/evaluate.ts';
import { digestOf } from '../../text/digest.ts';
import { compareText } from '../../text/order.ts';
import { keyFinder } from '../../tracking/issue-key.ts';
import { worksIn, type Work } from '../../tracking/work.ts';
import { historyOf } from './record-commits.ts';

export interface IssueWork {
  git: IssueInGit;
  /** Files that its commits changed, relative to the folder; those outside of it are left out. */
  paths: string[];
}

interface Asked {
  /** Row of the log. */
  issue: { key: string; hash: string };
  /** Settings of the log. */
  tracking: { issuePattern: string | null; mainBranch: string | null };
}

const SHORT_HASH = 8;

/**
 * @param root absolute path of the folder
 * @returns null outside of git, and where no commit names the issue
 * @throws {GitError} when git cannot tell
 */
export async function workOfIssue(root: string, { issue, tracking }: Asked): Promise<IssueWork | null> {
  const history = await historyOf(root, tracking.mainBranch, 'whole');
  if (history === null) return null;
  const works = worksIn(history, keyFinder(tracking.issuePattern));
  const work = works.find(({ key }) => key === issue.key) ?? works.find(({ commits }) => commits.some(({ hash }) => hash === issue.hash));
  if (work === undefined) return null;
  const own = work.commits.filter(({ said }) => said.what.kind !== 'merge');
  const [files, prefix] = await Promise.all([
    filesOfCommits(root, own.map(({ hash }) => hash)), git(root, 'rev-parse', '--show-prefix').then((text) => text.trim()),
  ]);
  const paths = [...new Set([...files.values()].flat())].sort(compareText);
  const last = work.commits.at(-1)!;
  return {
    git: {
      commits: own.length, last: last.hash.slice(0, SHORT_HASH), mainBranch: history.main === null ? '' : history.mainBranch, onMain: last.onMain,
      undone: work.undone, reverted: work.reverted, reviewed: last.said.reviewed, work: await madeOf(root, own, paths),
    },
    paths: paths.flatMap((path) => (path.startsWith(prefix) ? [path.slice(prefix.length)] : [])),
  };
}

/**
 * By content and not by commit: a rebase or a squash that changes nothing in these files changes nothing here.
 * @returns a digest of the files as the last commit of the issue left them; empty where it changed none
 */
async function madeOf(root: string, commits: Work['commits'], paths: readonly string[]): Promise<string> {
  const last = commits.at(-1);
  if (last === undefined || paths.length === 0) return '';
  const blobs = await blobsOf(root, last.hash);
  return digestOf(paths.map((path) => `${path}\0${blobs.get(path) ?? ''}`).join('\0'));
}
