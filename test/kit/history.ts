/** Repositories with a history that is written down in a test, at times of its own. */
import { spawnSync } from 'node:child_process';
import { temporaryFolder, writeIn } from './temporary-folder.ts';

const START = 1_760_000_000;

/** A repository in which each commit is a minute after the one before it. */
export class History {
  readonly folder: string;
  #minutes = 0;

  constructor(files: Readonly<Record<string, string>> = { 'readme.md': 'x' }) {
    this.folder = temporaryFolder(files);
    this.git('init', '-q', '-b', 'main');
    this.git('add', '-A');
    this.git('commit', '-q', '-m', 'first');
  }

  /** Runs git a minute later. @returns what it says */
  git(...args: string[]): string {
    const time = `${START + 60 * ++this.#minutes} +0000`;
    const result = spawnSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', '-c', 'commit.gpgsign=false', ...args], {
      cwd: this.folder, encoding: 'utf8', env: { ...process.env, GIT_AUTHOR_DATE: time, GIT_COMMITTER_DATE: time, GIT_EDITOR: 'true' },
    });
    if (result.status !== 0) throw new Error(`git ${args.join(' ')}: ${result.stderr}`);
    return result.stdout.trim();
  }

  /** Commits a change of a file. @returns the hash */
  commit(message: string, path = `src/f${this.#minutes}.ts`, ...args: string[]): string {
    writeIn(this.folder, path, `// ${this.#minutes} ${message}\n`);
    this.git('add', '--', path);
    this.git('commit', '-q', '-m', message, ...args);
    return this.git('rev-parse', 'HEAD');
  }

  branch(name: string, from = 'main'): void {
    this.git('checkout', '-q', '-B', name, from);
  }

  main(): void {
    this.git('checkout', '-q', 'main');
  }
}
