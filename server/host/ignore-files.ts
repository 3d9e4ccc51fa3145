/** What git ignores, according to the `.gitignore` files from the repository root down to a folder. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** Answers for paths relative to the reviewed folder, with `/`; folders end with `/`. */
export interface IgnoreRules {
  ignores(path: string): boolean;
  /** Files with patterns that are not used, each with the numbers of their lines. Paths are relative to the reviewed folder. */
  readonly refused: readonly RefusedLines[];
  /** Rules that apply below a folder, including its own `.gitignore`. @param folder relative, empty for the top */
  below(folder: string): IgnoreRules;
}

/** Patterns of one file that would take too long to match. */
export interface RefusedLines {
  path: string;
  lines: readonly number[];
}

interface Level {
  /** Folder of the `.gitignore`, relative to the reviewed folder; begins with `../` above it. */
  base: string;
  rules: Ignore;
  /** Numbers of the lines that are not used. */
  refused: readonly number[];
  /** Name of the file in its folder. */
  file: string;
}

/**
 * The library never goes back within a name, but tries all folders for each `/**` in the middle. With two, that takes
 * the square of the number of folders, and nobody needs more.
 */
const MOST_ANY_FOLDERS = 2;

/** @param file absolute path @returns its text, or undefined when it is missing or unreadable: git ignores it too */
export type ReadText = (file: string) => string | undefined;

const fromDisk: ReadText = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

/**
 * Rules for a reviewed folder; files above it count, up to the root of its git repository.
 * @param root absolute path of the folder
 * @param read where the files come from, for a folder that is not read from the disk
 */
export function readIgnoreRules(root: string, read = fromDisk): IgnoreRules {
  const levels: Level[] = [];
  for (const folder of foldersDownTo(root)) {
    const level = readLevel(read, relative(root, folder).split(sep).join('/'), folder);
    if (level) levels.push(level);
  }
  const top = repositoryTop(root);
  const excluded = top === null ? null : readLevel(read, relative(root, top).split(sep).join('/'), top, '.git/info/exclude');
  if (excluded) levels.unshift(excluded);
  return withLevels(root, read, levels);
}

function withLevels(root: string, read: ReadText, levels: readonly Level[]): IgnoreRules {
  return {
    refused: levels.flatMap(({ base, file, refused }) => (refused.length === 0 ? [] : [{ path: base === '' ? file : `${base}/${file}`, lines: refused }])),
    ignores(path) {
      let ignored = false;
      for (const { base, rules } of levels) {
        const inside = within(root, base, path);
        if (inside === null) continue;
        const verdict = rules.test(inside);
        if (verdict.ignored) ignored = true;
        else if (verdict.unignored) ignored = false;
      }
      return ignored;
    },
    below(folder) {
      if (folder === '') return this;
      const level = readLevel(read, folder, join(root, folder));
      return level ? withLevels(root, read, [...levels, level]) : this;
    },
  };
}

/** The path as a `.gitignore` in `base` sees it. */
function within(root: string, base: string, path: string): string | null {
  if (base === '') return path;
  if (base.startsWith('..')) return `${relative(join(root, base), root).split(sep).join('/')}/${path}`;
  return path.startsWith(`${base}/`) ? path.slice(base.length + 1) : null;
}

/** @param base of the level @param folder absolute path @param file in this folder @returns null when there is no such file */
function readLevel(read: ReadText, base: string, folder: string, file = '.gitignore'): Level | null {
  const lines = read(join(folder, file))?.split('\n');
  if (lines === undefined) return null;
  const refused = lines.flatMap((line, index) => (isSlow(line) ? [index + 1] : []));
  const kept = lines.filter((line) => !isSlow(line));
  return { base, file, refused, rules: ignore({ allowRelativePaths: true }).add(kept.join('\n')) };
}

function isSlow(line: string): boolean {
  return !line.startsWith('#') && line.split('/').filter((part, index) => index > 0 && /^\*{2,}$/.test(part)).length > MOST_ANY_FOLDERS;
}

/** The folder that contains `.git`, or null outside a repository. */
export function repositoryTop(folder: string): string | null {
  for (let current = folder; ; current = dirname(current)) {
    if (existsSync(join(current, '.git'))) return current;
    if (dirname(current) === current) return null;
  }
}

function foldersDownTo(root: string): string[] {
  const top = repositoryTop(root);
  if (top === null) return [root];
  const folders: string[] = [];
  for (let current = root; ; current = dirname(current)) {
    folders.unshift(current);
    if (current === top) return folders;
  }
}
