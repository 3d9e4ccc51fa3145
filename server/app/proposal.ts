/** Proposes a configuration for a folder from what is there. */
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
  /** Where it belongs, relative to the folder. */
  file: string;
  text: string;
  /** Why it proposes what it does, sentence by sentence. */
  explanation: string[];
  /** A configuration is there already. */
  exists: boolean;
}

/** Writes nothing. @param root absolute path of the folder */
export async function proposeConfiguration(root: string): Promise<Proposal> {
  const isPackage = (path: string): boolean => /(^|\/)package\.json$/.test(path);
  const { files } = await listFiles(root, { wants: (path) => tools.isReviewed(path) || isPackage(path), included: () => true });
  const texts = new Map<string, string>();
  for (const path of files.filter(isPackage)) texts.set(path, await readFile(join(root, path), 'utf8').catch(() => ''));
  const sources = files.filter((path) => tools.isModule(path)).map((path) => ({ path, role: roleOf(path) }));
  const inference = infer({ files: sources, packages: packagesOf(texts) });
  return { file: CONFIG_FILE, text: proposeConfig(inference), explanation: inference.explanation, exists: existsSync(join(root, CONFIG_FILE)) };
}
