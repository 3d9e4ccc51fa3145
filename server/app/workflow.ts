/** The workflow for a folder: it runs the Archwright that the folder pins, by the folder's own package manager. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { githubWorkflow, type PackageManager } from '../report/workflow/github-workflow.ts';

const NPM: PackageManager = { name: 'npm', install: 'npm ci --ignore-scripts', run: 'npx --no-install' };
const PNPM: PackageManager = { name: 'pnpm', install: 'pnpm install --frozen-lockfile --ignore-scripts', run: 'pnpm exec' };
const YARN: PackageManager = { name: 'yarn', install: 'yarn install --immutable --mode=skip-build', run: 'yarn run' };
const YARN_CLASSIC: PackageManager = { name: 'yarn', install: 'yarn install --frozen-lockfile --ignore-scripts', run: 'yarn run --silent' };

export interface Workflow {
  text: string;
  /** Whether package.json names Archwright; without it the workflow fails until it does. */
  isPinned: boolean;
}

/** @param root absolute path of the folder */
export function workflowFor(root: string): Workflow {
  const description = packageOf(root);
  const named = [description.dependencies, description.devDependencies].some((each) => typeof each === 'object' && each !== null && 'archwright' in each);
  return { text: githubWorkflow(managerOf(root, description.packageManager)), isPinned: named };
}

interface PackageDescription {
  packageManager?: unknown;
  dependencies?: unknown;
  devDependencies?: unknown;
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
