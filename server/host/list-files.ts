/** Finds the files of a folder to review. */
import { lstatSync, readdirSync } from 'node:fs';
import { lstat, readdir, realpath } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { SkippedFile, SkipReason } from '../facts/skip-reason.ts';
import { readIgnoreRules, type IgnoreRules, type ReadText } from './ignore-files.ts';
import { isThirdParty } from './shelves.ts';

/** Folders with third-party code, whether or not git ignores them. */
const NEVER = new Set([
  'node_modules', 'bower_components', 'jspm_packages', '.git', '.hg', '.svn', '.archwright', '.yarn', '.pnpm-store', '.venv', 'venv', '.tox', '.nox',
  '__pycache__', '.mypy_cache', '.pytest_cache', '.ruff_cache', 'site-packages', '.next', '.nuxt', '.svelte-kit', '.turbo', '.parcel-cache', '.cache',
  '.vscode-test', '.nyc_output', '.eggs', '.ipynb_checkpoints',
]);
/** Build output, unless the configuration includes it by name. */
const USUALLY_BUILT = new Set(['dist', 'build', 'out', 'coverage', 'target', 'storybook-static', 'htmlcov']);

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
    // Third-party code kept in the project, unless the configuration includes it by name.
    if (isThirdParty(folder, () => entries.map(({ name }) => name)) && options.alsoFolders?.has(posix.basename(folder)) !== true) {
      listing.skipped.push({ path: folder, reason: { code: 'vendored' } });
      return;
    }
    const own = rules.below(folder);
    for (const { path, lines } of own.refused) if (!refused.has(path)) refused.set(path, { path, reason: { code: 'slow-pattern', lines } });
    await Promise.all(entries.map(async (entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.kind === 'folder') {
        if (!own.ignores(`${path}/`) && !isLeftOut(entry.name, folder, options.alsoFolders)) await visit(path, own);
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

/**
 * Tells of files one by one whether `listFiles` would list them, were they there: no folder on the way is excluded, git does not ignore them, and
 * they are reached without a link. What it learns of a folder it keeps, so it is made for the files of one moment.
 * @param root absolute path of the folder
 * @param read where ignore files come from; the disk by default
 */
export function listedBelow(root: string, read?: ReadText): (path: string) => boolean {
  const folders = new Map<string, IgnoreRules | null>();
  /** What is ignored below a folder; null when nothing in it is listed. */
  const rulesBelow = (folder: string): IgnoreRules | null => {
    let rules = folders.get(folder);
    if (rules === undefined) folders.set(folder, (rules = folder === '' ? readIgnoreRules(root, read) : lookAt(folder)));
    return rules;
  };
  const lookAt = (folder: string): IgnoreRules | null => {
    const above = parentOf(folder);
    const rules = rulesBelow(above);
    const name = posix.basename(folder);
    if (rules === null || isLeftOut(name, above) || rules.ignores(`${folder}/`) || isLink(join(root, folder))) return null;
    if (isThirdParty(folder, () => namesIn(join(root, folder)))) return null;
    return rules.below(folder);
  };
  return (path) => {
    const rules = rulesBelow(parentOf(path));
    return rules !== null && !rules.ignores(path) && !isLink(join(root, path));
  };
}

/** @returns the folder that holds a path; empty at the top */
function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  } catch {
    return false;
  }
}
