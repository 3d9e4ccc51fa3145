/** Finds the files of a folder to review. */
import { lstatSync } from 'node:fs';
import { lstat, readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { SkippedFile, SkipReason } from '../facts/skip-reason.ts';
import { readIgnoreRules, type IgnoreRules } from './ignore-files.ts';

/** Folders with third-party code, whether or not git ignores them. */
const NEVER = new Set([
  'node_modules', 'bower_components', 'jspm_packages', '.git', '.hg', '.svn', '.archwright', '.yarn', '.pnpm-store', '.venv', 'venv', '.tox', '.nox',
  '__pycache__', '.mypy_cache', '.pytest_cache', '.ruff_cache', 'site-packages', '.next', '.nuxt', '.svelte-kit', '.turbo', '.parcel-cache', '.cache',
  '.vscode-test', '.nyc_output', '.eggs', '.ipynb_checkpoints',
]);
/** Build output, unless the configuration includes it by name. */
const USUALLY_BUILT = new Set(['dist', 'build', 'out', 'coverage', 'target', 'storybook-static', 'htmlcov']);
/** Third-party code kept in the project, unless the configuration includes it by name. */
const VENDORED = new Set(['vendor', '_vendor', 'vendored', '_vendored', 'patched', 'third_party', 'third-party', 'externals']);

export interface Listing {
  /** Relative paths with `/`, sorted. */
  files: string[];
  skipped: SkippedFile[];
}

export interface ListOptions {
  /** Tells whether a file is relevant at all. */
  wants(path: string): boolean;
  /** The configuration's `include` and `exclude`. */
  included(path: string): boolean;
  /** Folders that `include` names although they usually hold build output. */
  alsoFolders?: ReadonlySet<string>;
  /** Where the folder is read from; the disk by default. */
  reader?: FolderReader;
  signal?: AbortSignal;
}

/** An entry of a folder. */
export interface FolderEntry {
  name: string;
  kind: 'file' | 'folder' | 'link' | 'other';
}

/** A folder with all that is in it. Paths are relative to it; the folder itself is empty. */
export interface FolderReader {
  /** @throws when the folder cannot be read */
  entries(folder: string): Promise<readonly FolderEntry[]>;
  /** @param path of a link @returns why it is skipped, or null when nothing is missed */
  judgeLink(path: string, options: ListOptions): Promise<SkipReason | null>;
  ignoreRules(): IgnoreRules;
}

function onDisk(root: string): FolderReader {
  return {
    async entries(folder) {
      return (await readdir(join(root, folder), { withFileTypes: true })).map((entry) => ({
        name: entry.name,
        kind: entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : entry.isSymbolicLink() ? 'link' : 'other',
      }));
    },
    judgeLink: (path, options) => judgeLink(root, path, options),
    ignoreRules: () => readIgnoreRules(root),
  };
}

/**
 * @param root absolute path of the folder
 * @param options which files are wanted
 * @throws when the folder itself cannot be read
 */
export async function listFiles(root: string, options: ListOptions): Promise<Listing> {
  const reader = options.reader ?? onDisk(root);
  const listing: Listing = { files: [], skipped: [] };
  const refused = new Map<string, SkippedFile>();
  const visit = async (folder: string, rules: IgnoreRules): Promise<void> => {
    options.signal?.throwIfAborted();
    let entries;
    try {
      entries = await reader.entries(folder);
    } catch (error) {
      if (folder === '') throw error;
      listing.skipped.push({ path: folder, reason: unreadableBecause(error, 'folder') });
      return;
    }
    const own = rules.below(folder);
    for (const { path, lines } of own.refused) if (!refused.has(path)) refused.set(path, { path, reason: { code: 'slow-pattern', lines } });
    await Promise.all(entries.map(async (entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.kind === 'folder') {
        if (own.ignores(`${path}/`) || isLeftOut(entry.name, folder, options.alsoFolders)) return;
        if (isVendored(entry.name, options.alsoFolders)) listing.skipped.push({ path, reason: { code: 'vendored' } });
        else await visit(path, own);
      } else if (entry.kind === 'file') {
        if (options.wants(path) && !own.ignores(path) && options.included(path)) listing.files.push(path);
      } else if (entry.kind === 'link' && !own.ignores(path)) {
        const reason = await reader.judgeLink(path, options);
        if (reason !== null) listing.skipped.push({ path, reason });
      }
    }));
  };
  await visit('', reader.ignoreRules());
  listing.skipped.push(...refused.values());
  listing.files.sort();
  listing.skipped.sort((a, b) => (a.path < b.path ? -1 : 1));
  return listing;
}

/** Below `src`, a folder named `build` or `target` is a part of the program. */
function isLeftOut(name: string, folder: string, alsoFolders?: ReadonlySet<string>): boolean {
  return NEVER.has(name) || (USUALLY_BUILT.has(name) && alsoFolders?.has(name) !== true && !/(^|\/)src(\/|$)/.test(folder));
}

function isVendored(name: string, alsoFolders?: ReadonlySet<string>): boolean {
  return VENDORED.has(name) && alsoFolders?.has(name) !== true;
}

/** Links are not followed; reported where something would have been reviewed. */
async function judgeLink(root: string, path: string, options: ListOptions): Promise<SkipReason | null> {
  try {
    const target = await realpath(join(root, path));
    const folder = (await lstat(target)).isDirectory();
    return folder || (options.wants(path) && options.included(path)) ? { code: 'link' } : null;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ELOOP') return { code: 'link-loop' };
    return options.wants(path) ? { code: 'link-broken' } : null;
  }
}

/** @returns why something could not be read, from the system's error */
export function unreadableBecause(error: unknown, what: 'file' | 'folder'): SkipReason {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EACCES': case 'EPERM': return { code: 'no-permission', what };
    case 'ENOENT': return { code: 'vanished', what };
    case 'ELOOP': return { code: 'link-loop' };
    case 'EISDIR': return { code: 'folder-for-file' };
    case 'ENOTDIR': return { code: 'file-for-folder' };
    default: return { code: 'unreadable', error: (error as NodeJS.ErrnoException).code ?? (error as Error).message };
  }
}

/** Tells whether `listFiles` would list a file, were it there: no folder on the way is excluded, git does not ignore it, and it is reached without a link. */
export function isListed(root: string, path: string, alsoFolders?: ReadonlySet<string>): boolean {
  const parts = path.split('/');
  let rules = readIgnoreRules(root);
  for (let index = 1; index < parts.length; index++) {
    const name = parts[index - 1]!;
    const folder = parts.slice(0, index).join('/');
    if (isVendored(name, alsoFolders) || isLeftOut(name, parts.slice(0, index - 1).join('/'), alsoFolders) || rules.ignores(`${folder}/`)) return false;
    if (isLink(join(root, folder))) return false;
    rules = rules.below(folder);
  }
  return !rules.ignores(path) && !isLink(join(root, path));
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  } catch {
    return false;
  }
}
