/** A workspace in memory, as module resolution sees it. */
import type { ResolutionFileSystem } from '../../server/facts/adapter.ts';

export const MEMORY_ROOT = '/workspace';

/** @param files text by relative path */
export function memoryFileSystem(files: ReadonlyMap<string, string>): ResolutionFileSystem {
  const relative = (path: string): string | null =>
    path === MEMORY_ROOT ? '' : path.startsWith(`${MEMORY_ROOT}/`) ? path.slice(MEMORY_ROOT.length + 1) : null;
  return {
    fileExists: (path) => files.has(relative(path) ?? '\0'),
    directoryExists: (path) => {
      // The compiler asks with a slash at the end for `.` and `./`.
      const folder = relative(path.replace(/\/$/, ''));
      if (folder === null) return path === '/';
      return folder === '' || [...files.keys()].some((file) => file.startsWith(`${folder}/`));
    },
    readFile: (path) => files.get(relative(path) ?? '\0'),
    realpath: (path) => path,
  };
}
