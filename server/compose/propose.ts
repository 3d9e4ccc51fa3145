/** Proposes a configuration for a folder on disk. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles } from '../host/list-files.ts';
import { infer } from '../config/infer.ts';
import { proposeConfig } from '../config/propose.ts';
import { roleOf } from '../engine/role.ts';
import { packagesOf } from './folder-settings.ts';
import { tools } from './tools.ts';

/**
 * @param root absolute path
 * @returns text of the configuration, and why it proposes what it does, sentence by sentence
 */
export async function proposeFor(root: string): Promise<{ text: string; explanation: string[] }> {
  const isPackage = (path: string): boolean => /(^|\/)package\.json$/.test(path);
  const { files } = await listFiles(root, { wants: (path) => tools.isReviewed(path) || isPackage(path), included: () => true });
  const texts = new Map<string, string>();
  for (const path of files.filter(isPackage)) texts.set(path, await readFile(join(root, path), 'utf8').catch(() => ''));
  const sources = files.filter((path) => tools.isModule(path)).map((path) => ({ path, role: roleOf(path) }));
  const inference = infer({ files: sources, packages: packagesOf(texts) });
  return { text: proposeConfig(inference), explanation: inference.explanation };
}
