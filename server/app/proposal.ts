/** Proposes a configuration for a folder based on its contents. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packagesOf } from '../compose/folder-settings.ts';
import { tools } from '../compose/tools.ts';
import { CONFIG_FILE } from '../config/config.ts';
import { infer } from '../config/infer.ts';
import { proposeConfig } from '../config/propose.ts';
import { roleOf } from '../engine/role.ts';
import { listFiles } from '../host/list-files.ts';

export interface Proposal {
  /** Path of the configuration, relative to the folder. */
  file: string;
  text: string;
  /** The reasons for the proposal, one sentence each. */
  explanation: string[];
  /** True when a configuration already exists. */
  exists: boolean;
}

/** Does not write anything. @param root absolute path of the folder */
export async function proposeConfiguration(root: string): Promise<Proposal> {
  const isPackage = (path: string): boolean => /(^|\/)package\.json$/.test(path);
  const { files } = await listFiles(root, { wants: (path) => tools.isReviewed(path) || isPackage(path), included: () => true });
  const texts = new Map<string, string>();
  for (const path of files.filter(isPackage)) texts.set(path, await readFile(join(root, path), 'utf8').catch(() => ''));
  const sources = files.filter((path) => tools.isModule(path)).map((path) => ({ path, role: roleOf(path) }));
  const inference = infer({ files: sources, packages: packagesOf(texts) });
  return { file: CONFIG_FILE, text: proposeConfig(inference), explanation: inference.explanation, exists: existsSync(join(root, CONFIG_FILE)) };
}
