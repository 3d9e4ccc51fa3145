/** The disk as module resolution sees it; answers are cached until something changes. */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ResolutionFileSystem } from '../facts/adapter.ts';

export interface DiskFileSystem extends ResolutionFileSystem {
  /** Clears the cache. */
  forget(): void;
  /** How many answers are kept. */
  readonly answers: number;
  /** Whether most answers are of no use any more: since this was first asked, far more have come. Once the cache is cleared, that begins anew. */
  isOvergrown(): boolean;
  /**
   * Something happened to a file: clears the cache if that makes an answer wrong that was given about it or a folder around it.
   * @param path absolute
   * @returns whether an answer was wrong
   */
  changed(path: string): boolean;
}

/** Answers that may come while a folder is edited, beside twice those that it begins with: for some hundred names of packages that are typed. */
const MOST_MORE = 2000;

/** The real disk, with all answers cached. */
export function diskFileSystem(): DiskFileSystem {
  const kinds = new Map<string, 'file' | 'folder' | 'none'>();
  const texts = new Map<string, string | undefined>();
  const reals = new Map<string, string>();
  const kindOf = (path: string): 'file' | 'folder' | 'none' => {
    let kind = kinds.get(path);
    if (kind === undefined) {
      const found = statSync(path, { throwIfNoEntry: false });
      kind = found?.isFile() ? 'file' : found?.isDirectory() ? 'folder' : 'none';
      kinds.set(path, kind);
    }
    return kind;
  };
  const isStill = (path: string, now: DiskFileSystem): boolean => {
    const kind = kinds.get(path);
    return (kind === undefined || (kind === 'file') === now.fileExists(path) && (kind === 'folder') === now.directoryExists(path))
      && (!texts.has(path) || texts.get(path) === now.readFile(path))
      && (!reals.has(path) || reals.get(path) === now.realpath(path));
  };
  let usual: number | null = null;
  const count = (): number => kinds.size + texts.size + reals.size;
  const forget = (): void => {
    usual = null;
    kinds.clear();
    texts.clear();
    reals.clear();
  };
  return {
    fileExists: (path) => safely(() => kindOf(path) === 'file', false),
    directoryExists: (path) => safely(() => kindOf(path) === 'folder', false),
    readFile(path) {
      if (!texts.has(path)) texts.set(path, safely(() => readFileSync(path, 'utf8'), undefined));
      return texts.get(path);
    },
    realpath(path) {
      let real = reals.get(path);
      if (real === undefined) {
        real = safely(() => realpathSync(path), path);
        reals.set(path, real);
      }
      return real;
    },
    forget,
    get answers() {
      return count();
    },
    isOvergrown() {
      usual ??= count();
      return count() > 2 * usual + MOST_MORE;
    },
    changed(path) {
      const now = diskFileSystem();
      for (let each = path; ; each = dirname(each)) {
        if (!isStill(each, now)) {
          forget();
          return true;
        }
        if (dirname(each) === each) return false;
      }
    },
  };
}

/** For resolution, a file that cannot be accessed does not exist. */
function safely<T>(look: () => T, otherwise: T): T {
  try {
    return look();
  } catch {
    return otherwise;
  }
}
