/** A copy of a project in a temporary folder, for damage; the checkout itself is never changed. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openFolder } from '../../server/compose/folder.ts';
import { compareText } from '../../server/text/order.ts';

/** A file of production code. */
export interface ProductionFile {
  path: string;
  /** Lines that hold code. */
  codeLines: number;
}

/** Files of a commit that a copy of a repository leaves out: the largest ones, which are no code. */
function absentIn(checkout: string, commit: string): string[] {
  const listing = execFileSync('git', ['-C', checkout, 'ls-tree', '-r', '-z', '--name-only', commit], { encoding: 'utf8', maxBuffer: 2 ** 30 });
  const paths = listing.split('\0').filter((path) => path !== '');
  const answers = execFileSync('git', ['-C', checkout, 'cat-file', '--batch-check'], {
    encoding: 'utf8', input: paths.map((path) => `${commit}:${path}\n`).join(''), maxBuffer: 2 ** 30, stdio: ['pipe', 'pipe', 'ignore'],
  }).split('\n');
  return paths.filter((_, index) => answers[index]!.endsWith(' missing'));
}

export class ProjectCopy {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** @param checkout of the project @param commit to copy @throws when the commit is not there */
  static at(checkout: string, commit: string): ProjectCopy {
    const folder = mkdtempSync(join(tmpdir(), 'archwright-copy-'));
    try {
      const without = absentIn(checkout, commit).map((path) => `:(exclude,literal)${path}`);
      const archive = execFileSync('git', ['-C', checkout, 'archive', commit, '.', ...without], { maxBuffer: 2 ** 30, stdio: ['ignore', 'pipe', 'ignore'] });
      execFileSync('tar', ['-x', '-C', folder], { input: archive, maxBuffer: 2 ** 30 });
    } catch (error) {
      rmSync(folder, { recursive: true });
      throw error;
    }
    return new ProjectCopy(folder);
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  write(path: string, text: string): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** Files of the role `source` that hold code, by path. */
  async production(): Promise<ProductionFile[]> {
    const { workspace, analyzer } = await openFolder({ root: this.folder, cache: false, workerFile: null, analyzeHere: true });
    await analyzer.close();
    return workspace.paths().sort(compareText).flatMap((path): ProductionFile[] => {
      const facts = workspace.facts(path);
      return facts?.role === 'source' && facts.metrics.codeLines > 0 ? [{ path, codeLines: facts.metrics.codeLines }] : [];
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
