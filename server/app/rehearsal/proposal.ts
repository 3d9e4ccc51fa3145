/** Commands that probably build and test a folder. They are only told: which of them run is for the user to say. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const MANAGERS: readonly (readonly [lock: string, run: string])[] = [
  ['pnpm-lock.yaml', 'pnpm'], ['yarn.lock', 'yarn'], ['bun.lock', 'bun'], ['bun.lockb', 'bun'],
];
/** What `npm init` writes where there are no tests. */
const NO_TEST = /no test specified/;

/**
 * @param root absolute path of the folder
 * @param paths of its files
 * @returns commands in order; none when nothing is recognized
 */
export async function proposedCommands(root: string, paths: Iterable<string>): Promise<string[]> {
  const scripts = await scriptsIn(root);
  const manager = MANAGERS.find(([lock]) => existsSync(join(root, lock)))?.[1] ?? 'npm';
  const own = ['build', 'test'].filter((name) => typeof scripts[name] === 'string' && !NO_TEST.test(scripts[name])).map((name) => `${manager} run ${name}`);
  const pytest = [...paths].some((path) => /(^|\/)(test_[^/]*|[^/]*_test|conftest)\.py$/.test(path));
  return [...own, ...(pytest ? ['python -m pytest'] : [])];
}

async function scriptsIn(root: string): Promise<Record<string, unknown>> {
  try {
    const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { scripts?: unknown };
    return typeof scripts === 'object' && scripts !== null ? { ...scripts } : {};
  } catch {
    return {};
  }
}
