/** Real git repositories for tests. */
import { spawnSync } from 'node:child_process';

/** Runs git in a folder. @throws with git's words when it fails */
export function gitIn(folder: string, ...args: string[]): string {
  const result = spawnSync(
    'git',
    ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'init.defaultBranch=main', '-c', 'commit.gpgsign=false', ...args],
    { cwd: folder, encoding: 'utf8' },
  );
  if (result.status !== 0) throw new Error(`git ${args.join(' ')}: ${result.stderr}`);
  return result.stdout;
}

/** Makes a folder a repository with everything in it committed. */
export function commitAll(folder: string, message: string): void {
  gitIn(folder, 'init', '-q');
  gitIn(folder, 'add', '-A');
  gitIn(folder, 'commit', '-q', '-m', message);
}
