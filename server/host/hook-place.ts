/** Where the hook of a repository belongs. Programs that manage hooks overwrite what others put in their place. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { git, settingsOf } from './git.ts';

/** The hook cannot be put in place by us. The message is for users: whole sentences, perhaps with an example. */
export class HookElsewhere extends Error {}

export interface HookPlace {
  /** Absolute path of the hook. */
  file: string;
  hook: HookName;
  /** Run by a shell whatever its first line says, and whether or not it may be executed. */
  isScript: boolean;
}

/** Another program that writes the hooks, and what to add to its settings. */
interface Manager {
  name: string;
  /** In the top folder of the repository. */
  files: RegExp;
  /** @param review command before a commit @param track command after it, which a shell starts and does not wait for */
  example(review: string, track: string): string;
}

/** Those that Archwright adds itself to. */
export const HOOKS = ['pre-commit', 'post-commit'] as const;
export type HookName = (typeof HOOKS)[number];

const MANAGERS: readonly Manager[] = [
  {
    name: 'Lefthook',
    files: /^\.?lefthook\.(ya?ml|toml|jsonc?)$/,
    example: (review, track) => `pre-commit:\n  commands:\n    archwright:\n      run: ${review}\n`
      + `post-commit:\n  commands:\n    archwright:\n      run: ${track}`,
  },
  {
    name: 'pre-commit',
    files: /^\.pre-commit-config\.ya?ml$/,
    example: (review, track) =>
      `- repo: local\n  hooks:\n    - id: archwright\n      name: archwright\n      entry: ${review}\n      language: system\n      pass_filenames: false\n`
      + `    - id: archwright-track\n      name: archwright track\n      entry: sh -c '${track}'\n      language: system\n      pass_filenames: false\n`
      + '      always_run: true\n      stages: [post-commit]\n\nand run "pre-commit install --hook-type post-commit".',
  },
  {
    name: 'simple-git-hooks',
    files: /^\.?simple-git-hooks\.(json|[cm]?js)$/,
    example: (review, track) => `"pre-commit": "${review}",\n"post-commit": "${track}"`,
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
 * @returns where each hook is put so that it stays and is run
 * @throws {GitError} outside a repository
 * @throws {HookElsewhere} when another program, or a folder for all repositories of the user, holds the hooks
 */
export async function placesOfHooks(folder: string): Promise<HookPlace[]> {
  const { top, husky, configured, own } = await placesOf(folder);
  if (husky !== null) return HOOKS.map((hook) => ({ hook, file: join(husky, hook), isScript: true }));
  const packageText = existsSync(join(top, 'package.json')) ? readFileSync(join(top, 'package.json'), 'utf8') : '';
  const names = (await git(top, 'ls-files', '--cached', '--others', '--exclude-standard', '-z', '--', ':(glob)*')).split('\0');
  const managed = managerOf(names, packageText);
  if (managed !== null) {
    const program = `${packageText === '' ? '' : 'npx --no-install '}archwright`;
    const [review, track] = [`${program} review --base HEAD --fail-under 0`, `${program} track commit >/dev/null 2>&1 &`];
    const why = `${managed.manager.name} writes the hooks of this repository and would overwrite another one.`;
    throw new HookElsewhere(`${why} Add this to ${managed.file}:\n\n${managed.manager.example(review, track)}\n`);
  }
  if (configured !== null && isOutside(top, configured))
    throw new HookElsewhere(
      `Hooks are taken from "${configured}" (core.hooksPath), which other repositories use too. `
        + 'Call "archwright review --base HEAD" there before a commit, and "archwright track commit" after it.',
    );
  return HOOKS.map((hook) => ({ hook, file: join(configured ?? own, hook), isScript: false }));
}

/**
 * @param folder in a repository
 * @returns every file that may hold our hook, also of earlier versions
 * @throws {GitError} outside a repository
 */
export async function possibleHooks(folder: string): Promise<HookPlace[]> {
  const { husky, configured, own } = await placesOf(folder);
  const files = HOOKS.flatMap((hook): HookPlace[] => [
    ...(husky === null ? [] : [{ hook, file: join(husky, hook), isScript: true }, { hook, file: join(husky, '_', hook), isScript: false }]),
    ...(configured === null ? [] : [{ hook, file: join(configured, hook), isScript: false }]),
    { hook, file: join(own, hook), isScript: false },
  ]);
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
