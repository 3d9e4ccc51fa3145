/** Commits since the last review, with the issue that each belongs to. */
import { git, GitError } from '../host/git.ts';
import type { LogRow } from '../protocol/panel.ts';
import { EMPTY_ROW } from './csv.ts';

/** `ML-42`, as Jira and others write it; not `UTF-8` or `ISO-8601`. */
const ISSUE = /\b(?!(?:UTF|ISO|SHA|RFC|CVE|PEP|AES|RSA|MD|TLS|HTTP|ES|X)-\d)[A-Z][A-Z0-9]{1,9}-\d+\b/;
/** How many commits a new log starts with. */
const FIRST = 50;

/** The first issue key in the texts, or an empty string. */
export function issueIn(...texts: string[]): string {
  for (const text of texts) {
    const key = ISSUE.exec(text)?.[0];
    if (key !== undefined) return key;
  }
  return '';
}

export interface Head {
  commit: string;
  branch: string;
}

/** The current commit and branch; empty strings outside git, before the first commit, or on a detached HEAD. */
export async function readHead(root: string): Promise<Head> {
  const ask = (...args: string[]): Promise<string> => git(root, ...args).then((text) => text.trim(), (error: unknown) => {
    if (error instanceof GitError) return '';
    throw error;
  });
  return { commit: await ask('rev-parse', '--verify', '--quiet', 'HEAD'), branch: await ask('symbolic-ref', '--short', '--quiet', 'HEAD') };
}

/**
 * @param root a folder in a repository
 * @param since hash of the last commit in the log; if empty or unknown, the most recent commits are returned
 * @returns a row for each commit, oldest first
 */
export async function commitsSince(root: string, since: string, { commit, branch }: Head): Promise<LogRow[]> {
  if (commit === '' || commit === since) return [];
  const known = since !== '' && await git(root, 'merge-base', '--is-ancestor', since, 'HEAD').then(() => true, () => false);
  const range = known ? [`${since}..HEAD`] : [`--max-count=${FIRST}`, 'HEAD'];
  const text = await git(root, 'log', '-z', '--reverse', '--format=%H%x1f%aI%x1f%an%x1f%s%x1f%b', ...range, '--');
  return text.split('\0').filter((record) => record !== '').map((record): LogRow => {
    const [hash = '', time = '', author = '', summary = '', body = ''] = record.replace(/^\n/, '').split('\x1f');
    return { ...EMPTY_ROW, kind: 'commit', time: new Date(time).toISOString(), commit: hash, branch, issue: issueIn(summary, body, branch), summary, author };
  });
}
