/** A second working tree of a repository, for as long as some work takes. The one of the user is not touched. */
import { chmod, mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { git, GitError } from './git.ts';

/** A checkout that is gone when the work is done. */
export interface TemporaryWorktree {
  /** Absolute path of the same folder in the temporary checkout. */
  folder: string;
  /** Absolute paths of the top of the temporary checkout, and of the repository's own. */
  top: string;
  ownTop: string;
  /** Aborted when the program is told to stop: the work has to end soon. */
  signal: AbortSignal;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** With one of these, git would take another repository or index for that of the worktree. */
const MISLEADING = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_COMMON_DIR'];

/**
 * Checks a commit out beside the workspace, among the temporary files of the system, and takes it away again: after an error and after a
 * signal too, which takes effect then.
 * @param root absolute path of a folder in a repository
 * @param commit the whole name
 * @param work to do there
 * @returns what the work gives
 * @throws {GitError} when it cannot be made or taken away
 */
export async function inWorktree<Result>(root: string, commit: string, work: (tree: TemporaryWorktree) => Promise<Result>): Promise<Result> {
  const misleading = MISLEADING.find((name) => process.env[name] !== undefined);
  if (misleading !== undefined) throw new GitError(`${misleading} is set, as in a hook of git: a working tree beside this one cannot be used there`);
  const stopping = new AbortController();
  let caught: NodeJS.Signals | null = null;
  const stop = (signal: NodeJS.Signals): void => {
    caught = signal;
    stopping.abort();
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  try {
    const place = await realpath(await mkdtemp(join(tmpdir(), 'archwright-rehearsal-')));
    const top = join(place, 'tree');
    try {
      const [ownTop, prefix] = (await git(root, 'rev-parse', '--show-toplevel', '--show-prefix')).split('\n') as [string, string];
      await git(root, 'worktree', 'add', '--detach', '--force', top, commit);
      stopping.signal.throwIfAborted();
      return await work({ folder: join(top, prefix), top, ownTop, signal: stopping.signal });
    } finally {
      await removeAll(place);
      // Also forgets one that is gone already, and one that git could not finish.
      if (await isKnown(root, top)) await git(root, 'worktree', 'remove', '--force', '--force', top);
    }
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop);
    if (caught !== null) process.kill(process.pid, caught);
  }
}

async function isKnown(root: string, top: string): Promise<boolean> {
  const listed = await git(root, 'worktree', 'list', '--porcelain');
  return listed.split('\n').includes(`worktree ${top.replaceAll('\\', '/')}`);
}

/** @throws {GitError} that names what is left behind */
async function removeAll(place: string): Promise<void> {
  const remove = (): Promise<void> => rm(place, { recursive: true, force: true, maxRetries: 5 });
  try {
    await remove().catch(async () => {
      // Package managers make folders in which nothing may be deleted.
      await makeWritable(place);
      await remove();
    });
  } catch (error) {
    throw new GitError(`The temporary working tree "${place}" could not be removed (${(error as NodeJS.ErrnoException).code ?? String(error)})`);
  }
}

/** Links are not followed: they may lead to files of the user. What is gone meanwhile is right, because the first attempt may still be going on. */
async function makeWritable(folder: string): Promise<void> {
  await chmod(folder, 0o700).catch(() => undefined);
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) if (entry.isDirectory()) await makeWritable(join(folder, entry.name));
}
