/** Where the hook of a repository belongs. Programs that manage hooks overwrite what others put in their place. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { git, settingsOf } from './git.ts';

/** The hook cannot be put in place by us. The message is for users: whole sentences, perhaps with an example. */
export class HookElsewhere extends Error {}

export interface HookPlace {
  /** Absolute path of the hook. */
  file: string;
  /** Run by a shell whatever its first line says, and whether or not it may be executed. */
  isScript: boolean;
}

/** Another program that writes the hooks, and what to add to its settings. */
interface Manager {
  name: string;
  /** In the top folder of the repository. */
  files: RegExp;
  example(command: string): string;
}

const MANAGERS: readonly Manager[] = [
  {
    name: 'Lefthook',
    files: /^\.?lefthook\.(ya?ml|toml|jsonc?)$/,
    example: (command) => `pre-commit:\n  commands:\n    archwright:\n      run: ${command}`,
  },
  {
    name: 'pre-commit',
    files: /^\.pre-commit-config\.ya?ml$/,
    example: (command) =>
      `- repo: local\n  hooks:\n    - id: archwright\n      name: archwright\n      entry: ${command}\n      language: system\n      pass_filenames: false`,
  },
  {
    name: 'simple-git-hooks',
    files: /^\.?simple-git-hooks\.(json|[cm]?js)$/,
    example: (command) => `"pre-commit": "${command}"`,
  },
];

/** @param names in the top folder @param packageText its package.json, if there is one */
function managerOf(names: readonly string[], packageText: string): { manager: Manager; file: string } | null {
  for (const manager of MANAGERS) {
    const file = names.find((name) => manager.files.test(name));
    if (file !== undefined) return { manager, file };
  }
  const simple = MANAGERS.find(({ name }) => name === 'simple-git-hooks')!;
  return /"simple-git-hooks"\s*:\s*\{/.test(packageText) ? { manager: simple, file: 'package.json' } : null;
}

/**
 * @param folder in a repository
 * @returns where a hook is put so that it stays and is run
 * @throws {GitError} outside a repository
 * @throws {HookElsewhere} when another program, or a folder for all repositories of the user, holds the hooks
 */
export async function placeOfHook(folder: string): Promise<HookPlace> {
  const { top, husky, configured, own } = await placesOf(folder);
  if (husky !== null) return { file: join(husky, 'pre-commit'), isScript: true };
  const packageText = existsSync(join(top, 'package.json')) ? readFileSync(join(top, 'package.json'), 'utf8') : '';
  const names = (await git(top, 'ls-files', '--cached', '--others', '--exclude-standard', '-z', '--', ':(glob)*')).split('\0');
  const managed = managerOf(names, packageText);
  if (managed !== null) {
    const command = `${packageText === '' ? '' : 'npx --no-install '}archwright review --base HEAD --fail-under 0`;
    const why = `${managed.manager.name} writes the hooks of this repository and would overwrite another one.`;
    throw new HookElsewhere(`${why} Add this to ${managed.file}:\n\n${managed.manager.example(command)}\n`);
  }
  if (configured !== null && isOutside(top, configured))
    throw new HookElsewhere(
      `Hooks are taken from "${configured}" (core.hooksPath), which other repositories use too. Call "archwright review --base HEAD" there.`,
    );
  return { file: join(configured ?? own, 'pre-commit'), isScript: false };
}

/**
 * @param folder in a repository
 * @returns every file that may hold our hook, also of earlier versions
 * @throws {GitError} outside a repository
 */
export async function possibleHooks(folder: string): Promise<HookPlace[]> {
  const { husky, configured, own } = await placesOf(folder);
  const files = [
    ...(husky === null ? [] : [{ file: join(husky, 'pre-commit'), isScript: true }, { file: join(husky, '_/pre-commit'), isScript: false }]),
    ...(configured === null ? [] : [{ file: join(configured, 'pre-commit'), isScript: false }]),
    { file: join(own, 'pre-commit'), isScript: false },
  ];
  return files.filter(({ file }, index) => files.findIndex((other) => other.file === file) === index);
}

interface Places {
  top: string;
  /** Folder of husky, in which its users write their hooks. */
  husky: string | null;
  /** Folder named by `core.hooksPath`. */
  configured: string | null;
  /** Folder of the repository itself. */
  own: string;
}

async function placesOf(folder: string): Promise<Places> {
  const top = (await git(folder, 'rev-parse', '--show-toplevel')).trim();
  const common = (await git(folder, 'rev-parse', '--git-common-dir')).trim();
  const written = (await settingsOf(folder)).get('core.hookspath') ?? '';
  const home = process.env['HOME'] ?? '';
  const configured = written === '' ? null : resolve(top, written.startsWith('~/') ? join(home, written.slice(2)) : written);
  return { top, configured, husky: huskyFolder(top, configured), own: join(resolve(folder, common), 'hooks') };
}

/** Since its version 9, husky points git to `_` in its folder and writes everything there anew; before, to the folder itself. */
function huskyFolder(top: string, configured: string | null): string | null {
  if (configured !== null && basename(configured) === '_' && existsSync(join(configured, 'husky.sh'))) return dirname(configured);
  if (configured !== null && basename(configured) === '_' && basename(dirname(configured)) === '.husky') return dirname(configured);
  if (configured !== null && basename(configured) === '.husky') return configured;
  return configured === null && existsSync(join(top, '.husky')) ? join(top, '.husky') : null;
}

function isOutside(top: string, folder: string): boolean {
  const path = relative(top, folder);
  return path.startsWith('..') || isAbsolute(path);
}
