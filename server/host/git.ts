/** Runs git, without a shell: the only place that does. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import parseDiff from 'parse-diff';
import type { ChangedLines } from '../facts/span.ts';
import { readSettings, safeArguments, safeEnvironment, type GitSettings } from './git-safety.ts';

const start = promisify(execFile);
const MAX_OUTPUT = 256 * 1024 * 1024;

/** Git is missing, the folder is not a repository, or a revision is unknown. The message is for users. */
export class GitError extends Error {}

/** First version that takes settings from the environment. */
const OLDEST = [2, 31] as const;

/**
 * Runs git so that nothing runs that the repository names, and nothing is fetched. Git itself refuses a repository that
 * belongs to another user.
 * @param folder in which git runs
 * @param args a command and its arguments, passed separately, never joined into one string
 * @returns standard output
 * @throws {GitError} with git's own message
 */
export async function git(folder: string, ...args: string[]): Promise<string> {
  await checkVersion(folder);
  return run(folder, safeArguments(args), safeEnvironment(await settingsOf(folder)));
}

/**
 * Like `git`, for output that is not text and for commands that read what is asked for from standard input.
 * @param folder in which git runs
 * @param input for standard input
 * @param args a command and its arguments
 * @returns standard output as it is
 * @throws {GitError} with git's own message
 */
export async function gitBytes(folder: string, input: string, ...args: string[]): Promise<Buffer> {
  await checkVersion(folder);
  const env = safeEnvironment(await settingsOf(folder));
  const running = start('git', safeArguments(args), { cwd: folder, maxBuffer: MAX_OUTPUT, env, windowsHide: true, encoding: 'buffer' });
  // When git ends early, its exit code tells more than the broken pipe.
  running.child.stdin?.on('error', () => undefined).end(input);
  try {
    return (await running).stdout;
  } catch (error) {
    throw inGitsWords(error, args);
  }
}

/** @param folder in a repository @returns all settings that hold there, of repository, user and system @throws {GitError} */
export async function settingsOf(folder: string): Promise<GitSettings> {
  return readSettings(await run(folder, ['config', '--list', '-z'], safeEnvironment(null)));
}

let isChecked = false;

async function checkVersion(folder: string): Promise<void> {
  if (isChecked) return;
  const said = await run(folder, ['--version'], safeEnvironment(null));
  const [major = 0, minor = 0] = (/\d+\.\d+/.exec(said)?.[0] ?? '').split('.').map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]))
    throw new GitError(`git ${OLDEST.join('.')} or later is needed; this is "${said.trim()}"`);
  isChecked = true;
}

async function run(folder: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  try {
    const { stdout } = await start('git', args, { cwd: folder, maxBuffer: MAX_OUTPUT, env, windowsHide: true });
    return stdout;
  } catch (error) {
    throw inGitsWords(error, args);
  }
}

function inGitsWords(error: unknown, args: readonly string[]): GitError {
  const { code, stderr } = error as NodeJS.ErrnoException & { stderr?: string | Buffer };
  if (code === 'ENOENT') return new GitError('git is not installed or not on the PATH');
  const text = String(stderr ?? '').trim();
  const said = text.split('\n').find((line) => /^(fatal|error):/.test(line)) ?? text.split('\n')[0] ?? '';
  return new GitError(said.replace(/^(fatal|error): /, '') || `git ${args.find((one) => !one.startsWith('-')) ?? ''} failed`);
}

/**
 * @param folder in a repository
 * @param revision a branch, tag, commit, or an expression for one such as `HEAD~3`
 * @returns the whole name of its commit
 * @throws {GitError} when it is unknown or its history is missing (a shallow clone)
 */
export async function commitOf(folder: string, revision: string): Promise<string> {
  if (revision.startsWith('-')) throw new GitError(`"${revision}" is not a valid revision`);
  // What is wrong with the repository itself is said in git's words.
  await git(folder, 'rev-parse', '--git-dir');
  const found = await git(folder, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`).catch(() => {
    throw new GitError(`git does not know the revision "${revision}". In a shallow clone, fetch more history (for example "fetch-depth: 0")`);
  });
  return found.trim();
}

/** @param folder in a repository @returns the commit that a revision and what is checked out have in common; the revision itself where there is none */
export async function commonCommit(folder: string, revision: string): Promise<string> {
  return (await git(folder, 'merge-base', '--end-of-options', revision, 'HEAD').catch(() => revision)).trim();
}

/**
 * What changed since a revision: committed, staged, in the working tree, and untracked files.
 * @param folder in a repository; paths are relative to it
 * @param base a branch, tag or commit; compared from the merge base
 * @throws {GitError} when the revision is unknown or its history is missing (a shallow clone)
 */
export async function changedLines(folder: string, base: string): Promise<ChangedLines> {
  await commitOf(folder, base);
  const start = await commonCommit(folder, base);
  return (await changedLinesSince(folder, [start])).get(start)!;
}

/** More comparisons at once do not make it faster, and each holds all that differs. */
const AT_ONCE = 4;

/**
 * The same since several points.
 * @param commits as they are, not from the merge base
 * @throws {GitError}
 */
export async function changedLinesSince(folder: string, commits: readonly string[]): Promise<Map<string, ChangedLines>> {
  const listed = await git(folder, 'ls-files', '--others', '--exclude-standard', '-z');
  const untracked = listed.split('\0').filter((path) => path !== '');
  const found = new Map<string, ChangedLines>();
  const wanted = [...new Set(commits)];
  for (let at = 0; at < wanted.length; at += AT_ONCE) {
    await Promise.all(wanted.slice(at, at + AT_ONCE).map(async (commit) => {
      const diff = await git(folder, 'diff', '--no-color', '--unified=0', '--relative', '--no-renames', '--end-of-options', commit, '--', '.');
      found.set(commit, linesOf(diff, untracked));
    }));
  }
  return found;
}

function linesOf(diff: string, untracked: readonly string[]): ChangedLines {
  const changed = new Map<string, ReadonlySet<number> | 'all'>();
  for (const file of parseDiff(diff)) {
    if (file.to === undefined || file.to === '/dev/null') continue;
    const lines = new Set<number>();
    for (const chunk of file.chunks) for (const change of chunk.changes) if (change.type === 'add') lines.add(change.ln);
    changed.set(file.to, file.new === true ? 'all' : lines);
  }
  for (const path of untracked) changed.set(path, 'all');
  return changed;
}
