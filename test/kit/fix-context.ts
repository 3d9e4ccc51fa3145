/** The context of a fix, of which a test supplies what the fix may use. */
import type { FixContext } from '../../server/facts/adapter.ts';
import { MEMORY_ROOT, memoryFileSystem } from './memory-file-system.ts';

/**
 * @param files text by relative path
 * @param change what answers otherwise than a folder with these files of which nothing is known yet
 * @returns a whole context; module resolution is an error, since no fix that is tested this way may need it
 */
export function fixContext(files: Readonly<Record<string, string>>, change: Partial<FixContext> = {}): FixContext {
  return {
    root: MEMORY_ROOT,
    read: (path) => files[path],
    files: () => Object.keys(files),
    facts: () => undefined,
    resolve: (from, specifier) => { throw new Error(`${from} resolves ${specifier}`); },
    fileSystem: memoryFileSystem(new Map(Object.entries(files))),
    ...change,
  };
}
