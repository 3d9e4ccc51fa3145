/** Which installed packages of the working copy a rehearsal can use, and why not the others. */
import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { git } from '../../host/git.ts';
import { textAt } from '../../host/git-changes.ts';
import type { TemporaryWorktree } from '../../host/git-worktree.ts';
import { isVirtualEnvironment, linkNodeModules, linkVirtualEnvironment, pythonPath } from '../../host/linked-dependencies.ts';
import { asCommand } from '../../text/command-words.ts';

export interface Dependencies {
  /** Folders that were linked, relative to the top of the repository. */
  linked: string[];
  /** Sentences about what is not as in the working copy. */
  notes: string[];
  /** Added to the environment of commands. */
  env: Record<string, string>;
}

/** What a kind of installed packages is made from. */
interface Kind {
  manifests: readonly string[];
  locks: RegExp;
  /** Where packages are, beside a manifest. */
  folders: readonly string[];
  /** Commands that install them. */
  installs: RegExp;
}

const NODE: Kind = {
  manifests: ['package.json'],
  locks: /^(package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?)$/,
  folders: ['node_modules'],
  installs: /^(npm (ci|i|install|install-ci-test|cit|clean-install|update|add)|(pnpm|bun) (i|install|add|update)|yarn( (install|add|up)|$))\b/,
};
const PYTHON: Kind = {
  manifests: ['pyproject.toml', 'setup.py', 'setup.cfg', 'requirements.txt', 'Pipfile'],
  locks: /^(uv\.lock|poetry\.lock|pdm\.lock|Pipfile\.lock|pylock[\w.-]*\.toml|requirements[\w.-]*\.txt)$/,
  folders: ['.venv', 'venv', 'env'],
  // `uv run` installs what is missing.
  installs: /^(uv|pipenv (install|sync|update)|pip3? (install|uninstall)|python\S* -m pip|(poetry|pdm) (install|sync|add|update))\b/,
};

/**
 * Links packages into the temporary tree where they are those that it asks for.
 * @param to the commit that the block goes back to
 * @param commands that will run
 */
export async function linkDependencies(tree: TemporaryWorktree, to: string, commands: readonly (readonly string[])[]): Promise<Dependencies> {
  const tracked = (await git(tree.top, 'ls-files', '-z')).split('\0');
  const trees = { own: tree.ownTop, other: tree.top };
  const found: Dependencies = { linked: [], notes: [], env: {} };
  for (const kind of [NODE, PYTHON]) {
    for (const path of placesOf(kind, tracked)) {
      const folder = posix.dirname(path).replace(/^\.$/, '');
      if (!existsSync(join(tree.ownTop, path)) || existsSync(join(tree.top, path))) continue;
      if (kind === PYTHON && !await isVirtualEnvironment(join(tree.ownTop, path))) continue;
      const installs = commands.map(asCommand).find((command) => kind.installs.test(command));
      const differing = installs === undefined ? await differingLock(kind, tree, folder, tracked) : null;
      if (installs !== undefined) found.notes.push(`${path} was not linked: "${installs}" installs what it needs.`);
      else if (differing !== null) found.notes.push(`${path} was not linked: ${differing} of the working copy is not the one of the last commit.`);
      else {
        await (kind === NODE ? linkNodeModules(trees, folder) : linkVirtualEnvironment(trees, path));
        found.linked.push(path);
        const older = await changedSince(tree, lockFor(kind, folder, tracked), to);
        if (older !== null) found.notes.push(`${older} has changed since then: the block may have been written for other packages than those in ${path}.`);
      }
    }
  }
  const environments = [...found.linked.map((path) => join(tree.ownTop, path)), ...(process.env['VIRTUAL_ENV'] ? [process.env['VIRTUAL_ENV']] : [])];
  const places = await pythonPath(trees, environments);
  if (places !== null) found.env['PYTHONPATH'] = places;
  return found;
}

/** Where packages of a kind may be, relative to the top, the outermost first. */
function placesOf({ manifests, folders }: Kind, tracked: readonly string[]): string[] {
  const parents = new Set(tracked.filter((path) => manifests.includes(posix.basename(path))).map((path) => posix.dirname(path)));
  return [...parents].sort().flatMap((parent) => folders.map((name) => posix.join(parent, name)));
}

/** The nearest lock files of a folder or above it; its manifests where there are none. */
function lockFor({ manifests, locks }: Kind, folder: string, tracked: readonly string[]): string[] {
  for (let at = folder; ; at = posix.dirname(at).replace(/^\.$/, '')) {
    const here = tracked.filter((path) => posix.dirname(path).replace(/^\.$/, '') === at && locks.test(posix.basename(path)));
    if (here.length > 0) return here;
    if (at === '') return tracked.filter((path) => posix.dirname(path).replace(/^\.$/, '') === folder && manifests.includes(posix.basename(path)));
  }
}

/** @returns the first lock file that differs between working copy and temporary tree; null when none does */
async function differingLock(kind: Kind, { top, ownTop }: TemporaryWorktree, folder: string, tracked: readonly string[]): Promise<string | null> {
  for (const path of lockFor(kind, folder, tracked)) if (await textOf(join(top, path)) !== await textOf(join(ownTop, path))) return path;
  return null;
}

async function changedSince({ top }: TemporaryWorktree, locks: readonly string[], to: string): Promise<string | null> {
  for (const path of locks) if (await textAt(top, to, path) !== await textOf(join(top, path))) return path;
  return null;
}

async function textOf(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch(() => null);
}
