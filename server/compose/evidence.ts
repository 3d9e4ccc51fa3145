/** Coverage and test reports of a folder on disk. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readEvidence } from '../evidence/read-evidence.ts';
import type { Evidence } from '../rules/kit/rule.ts';

/**
 * @param root absolute path of the folder
 * @param paths files that coverage may be about
 * @param named reports that the configuration names
 */
export async function evidenceOf(root: string, paths: readonly string[], named: { coverage: readonly string[]; junit: readonly string[] }): Promise<Evidence> {
  const details = async (path: string): Promise<{ size: number; modified: number } | undefined> => {
    const found = await stat(join(root, path)).catch(() => undefined);
    return found && { size: found.size, modified: found.mtimeMs };
  };
  return readEvidence({
    paths, ...named,
    read: (path) => readFile(join(root, path), 'utf8').catch(() => undefined),
    list: (folder) => readdir(join(root, folder)).catch(() => []),
    stat: details,
    newestSource: async () => (await Promise.all(paths.map(async (path) => (await details(path))?.modified ?? 0))).reduce((newest, time) => Math.max(newest, time), 0),
  });
}
