/** What the history of a project says: its commit at a time, and which files were fixed afterwards. */
import { execFileSync } from 'node:child_process';

/** A commit that mends something, by its subject. */
const MENDS = /\b(fix(e[sd]|ing)?|bug(s|fix(es)?)?|hotfix|regressions?|crash(es|ed)?|broken)\b/i;
/** Conventional commits that say they are something else. */
const OTHER_KIND = /^(docs?|tests?|ci|chore|style|build|refactor|perf|release)\b[^:]{0,40}:|^fix\((docs?|tests?|ci|deps?|build|types?|lint|examples?)\)/i;
/** What was fixed is no behaviour of the program. */
const OTHER_THINGS = 'typos?|lint(ing|er)?|docs?|documentation|docstrings?|spelling|grammar|formatting|changelog|links?|tests?|flaky|ci|mypy|readme|workflows?';
const MENDS_OTHER_THING = new RegExp(String.raw`\bfix(e[sd]|ing)?\b:?\s+(\S+\s+){0,2}(${OTHER_THINGS})\b`, 'i');
/** Other files are not reviewed. */
const CODE = ['ts', 'tsx', 'mts', 'cts', 'js', 'jsx', 'mjs', 'cjs', 'py'].map((ending) => `*.${ending}`);
/** A commit that touches more files of code is a sweep through the project. */
const SWEEP = 20;

/** Whether a commit mends a bug, as far as its subject tells. */
export function mendsBug(subject: string): boolean {
  return MENDS.test(subject) && !OTHER_KIND.test(subject) && !MENDS_OTHER_THING.test(subject);
}

export interface Commit {
  subject: string;
  /** Files of code that it touched, and for a moved one its name before. */
  files: { path: string; before: string | null }[];
}

/**
 * How often each file was fixed.
 * @param commits oldest first
 * @returns by the path that the file had before the first of them
 */
export function fixesByFile(commits: readonly Commit[]): { fixes: Map<string, number>; commits: number } {
  const fixes = new Map<string, number>();
  const firstName = new Map<string, string>();
  let counted = 0;
  for (const { subject, files } of commits) {
    for (const { path, before } of files) if (before !== null) firstName.set(path, firstName.get(before) ?? before);
    if (!mendsBug(subject) || files.length > SWEEP) continue;
    counted++;
    for (const { path } of files) {
      const name = firstName.get(path) ?? path;
      fixes.set(name, (fixes.get(name) ?? 0) + 1);
    }
  }
  return { fixes, commits: counted };
}

const git = (repository: string, ...args: string[]): string => execFileSync('git', ['-C', repository, ...args], { encoding: 'utf8', maxBuffer: 2 ** 30 });

/** When a commit was made. */
export function timeOf(repository: string, commit: string): Date {
  return new Date(git(repository, 'show', '--no-patch', '--format=%cI', commit).trim());
}

/** The last commit of the main line before a time. @returns null when the history is shorter */
export function commitBefore(repository: string, head: string, time: Date): string | null {
  const found = git(repository, 'rev-list', '--first-parent', '-1', `--before=${time.toISOString()}`, head).trim();
  return found === '' ? null : found;
}

/** Commits to code after one and up to another, oldest first, without merges. */
export function commitsBetween(repository: string, from: string, to: string): Commit[] {
  const text = git(repository, 'log', '--reverse', '--no-merges', '--name-status', '-M', '--format=%x00%s', `${from}..${to}`, '--', ...CODE);
  return text.split('\0').slice(1).map((entry) => {
    const [subject = '', ...lines] = entry.split('\n');
    const files = lines.filter((line) => line !== '').map((line) => {
      const [state = '', first = '', second] = line.split('\t');
      return { path: second ?? first, before: state.startsWith('R') ? first : null };
    });
    return { subject, files };
  });
}
