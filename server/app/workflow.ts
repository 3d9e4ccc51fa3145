/** The workflow for a folder: it runs the Archwright that the folder pins, by the folder's own package manager. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { githubWorkflow, type PackageManager } from '../report/workflow/github-workflow.ts';

const NPM: PackageManager = {
  name: 'npm', locks: ['npm-shrinkwrap.json', 'package-lock.json'], install: 'npm ci --ignore-scripts', run: 'npx --no-install',
};
const PNPM: PackageManager = {
  name: 'pnpm', locks: ['pnpm-lock.yaml'], install: 'pnpm install --frozen-lockfile --ignore-scripts', run: 'pnpm exec',
};
const YARN: PackageManager = { name: 'yarn', locks: ['yarn.lock'], install: 'yarn install --immutable --mode=skip-build', run: 'yarn run' };
const YARN_CLASSIC: PackageManager = {
  name: 'yarn', locks: ['yarn.lock'], install: 'yarn install --frozen-lockfile --ignore-scripts', run: 'yarn run --silent',
};

export interface Workflow {
  text: string;
  /** What the folder lacks, in words, so that the workflow fails until it is there; null when it pins Archwright. */
  missing: string | null;
}

/** @param root absolute path of the folder */
export function workflowFor(root: string): Workflow {
  const description = packageOf(root);
  const named = [description.dependencies, description.devDependencies].some((each) => typeof each === 'object' && each !== null && 'archwright' in each);
  const manager = managerOf(root, description.packageManager);
  return { text: githubWorkflow(manager), missing: missingIn(root, manager, named) };
}

/** A range in package.json is no pin: whoever publishes the next version would be run. */
function missingIn(root: string, { name, locks }: PackageManager, isNamed: boolean): string | null {
  if (!isNamed) {
    return 'add the "archwright" that you use to "devDependencies" of package.json, such as a package file in the repository '
      + '("file:tools/archwright.tgz"), and commit the lock file.';
  }
  const lock = locks.find((file) => existsSync(join(root, file)));
  if (lock === undefined) return `commit the lock file (${locks.at(-1)!}), which pins it.`;
  return IN_LOCK.test(textOf(join(root, lock))) ? null : `${lock} does not name it yet: run "${name} install", and commit the file.`;
}

/** In the lock files of all of them. */
const IN_LOCK = /(?:^|[\s"'/])archwright(?=["'@:])/m;

interface PackageDescription {
  packageManager?: unknown;
  dependencies?: unknown;
  devDependencies?: unknown;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // Nothing that could be read pins nothing.
    return '';
  }
}

function packageOf(root: string): PackageDescription {
  try {
    const parsed: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    return typeof parsed === 'object' && parsed !== null ? parsed : {};
  } catch {
    // None, or none that npm could read either.
    return {};
  }
}

/** What package.json names, else by the lock file. */
function managerOf(root: string, named: unknown): PackageManager {
  const [name, version = ''] = typeof named === 'string' ? named.split('@') : [];
  const has = (file: string): boolean => existsSync(join(root, file));
  if (name === 'pnpm' || (name === undefined && has('pnpm-lock.yaml'))) return PNPM;
  if (name === 'yarn') return version.startsWith('1.') ? YARN_CLASSIC : YARN;
  if (name === undefined && has('yarn.lock') && !has('package-lock.json')) return has('.yarnrc.yml') ? YARN : YARN_CLASSIC;
  return NPM;
}
