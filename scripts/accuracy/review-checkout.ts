/** Runs the built program over a checkout of a public repository. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonReport } from '../../server/protocol/report.ts';
import type { Repository } from './judgements.ts';

const CLI = join(import.meta.dirname, '../../dist/cli.cjs');

/** Where the checkout of a repository lies: `FOLDER/owner+name`. */
export function checkoutOf(folder: string, { repository }: Pick<Repository, 'repository'>): string {
  return join(folder, repository.replace('/', '+'));
}

/**
 * @param folder of the checkouts
 * @param repository which one
 * @returns its report
 * @throws when the checkout is missing or at another commit, or the program fails
 */
export function reviewCheckout(folder: string, repository: Pick<Repository, 'repository' | 'commit'>): JsonReport {
  const checkout = checkoutOf(folder, repository);
  if (!existsSync(join(checkout, '.git')))
    throw new Error(`${checkout} is not a checkout: clone https://github.com/${repository.repository} there and check out ${repository.commit}`);
  const commit = execFileSync('git', ['-C', checkout, 'rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
  if (commit !== repository.commit) throw new Error(`${checkout} is at ${commit}; check out ${repository.commit}`);
  return reviewFolder(checkout);
}

/** The report of the built program about a folder. @throws when the program fails */
export function reviewFolder(folder: string): JsonReport {
  try {
    return JSON.parse(
      execFileSync(process.execPath, [CLI, 'review', folder, '--format', 'json', '--quiet'], {
        encoding: 'utf8',
        maxBuffer: 2 ** 30,
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    ) as JsonReport;
  } catch (error) {
    // Exit code 1 means that the gate failed, which is no error here.
    const { status, stdout } = error as { status?: number; stdout?: string };
    if (status === 1 && stdout !== undefined) return JSON.parse(stdout) as JsonReport;
    throw error;
  }
}
