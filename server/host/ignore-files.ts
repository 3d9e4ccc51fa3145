/** What git ignores, according to the `.gitignore` files from the repository root down to a folder. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** Answers for paths relative to the reviewed folder, with `/`; folders end with `/`. */
export interface IgnoreRules {
  ignores(path: string): boolean;
  /** Rules that apply below a folder, including its own `.gitignore`. @param folder relative, empty for the top */
  below(folder: string): IgnoreRules;
}

interface Level {
  /** Folder of the `.gitignore`, relative to the reviewed folder; begins with `../` above it. */
  base: string;
  rules: Ignore;
}

/** Rules for a reviewed folder; files above it count, up to the root of its git repository. */
export function readIgnoreRules(root: string): IgnoreRules {
  const levels: Level[] = [];
  for (const folder of foldersDownTo(root)) {
    const rules = readRules(join(folder, '.gitignore'));
    if (rules) levels.push({ base: relative(root, folder).split(sep).join('/'), rules });
  }
  const top = repositoryTop(root);
  const excluded = top === null ? null : readRules(join(top, '.git/info/exclude'));
  if (top !== null && excluded) levels.unshift({ base: relative(root, top).split(sep).join('/'), rules: excluded });
  return withLevels(root, levels);
}

function withLevels(root: string, levels: readonly Level[]): IgnoreRules {
  return {
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
      const rules = readRules(join(root, folder, '.gitignore'));
      return rules ? withLevels(root, [...levels, { base: folder, rules }]) : this;
    },
  };
}

/** The path as a `.gitignore` in `base` sees it. */
function within(root: string, base: string, path: string): string | null {
  if (base === '') return path;
  if (base.startsWith('..')) return `${relative(join(root, base), root).split(sep).join('/')}/${path}`;
  return path.startsWith(`${base}/`) ? path.slice(base.length + 1) : null;
}

function readRules(file: string): Ignore | null {
  try {
    return ignore({ allowRelativePaths: true }).add(readFileSync(file, 'utf8'));
  } catch {
    // Missing or unreadable: git ignores it too.
    return null;
  }
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
