/** Proposes a configuration for a folder based on its contents. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packagesOf } from '../compose/folder-settings.ts';
import { tools } from '../compose/tools.ts';
import { CONFIG_FILE, type Profile } from '../config/config.ts';
import { infer } from '../config/infer.ts';
import { proposeConfig } from '../config/propose.ts';
import { rolesAmong } from '../engine/role.ts';
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

/** Names of documents in which a team writes down its rules. */
const OWN_RULES =
  /(^|\/)([\w-]*(guidelines?|style-?guide|coding-(standards?|conventions?)|conventions)([\w-]*)\.(md|mdc|rst|adoc)|(guidelines?|adr)\/[^/]+\.mdc?)$/i;

/**
 * Does not write anything.
 * @param root absolute path of the folder
 * @param profile as asked for; without it, `guidelines` for a folder that holds written rules of its own
 */
export async function proposeConfiguration(root: string, profile?: Profile): Promise<Proposal> {
  const isPackage = (path: string): boolean => /(^|\/)package\.json$/.test(path);
  const { files } = await listFiles(root, { wants: (path) => tools.isReviewed(path) || isPackage(path) || OWN_RULES.test(path), included: () => true });
  const texts = new Map<string, string>();
  for (const path of files.filter(isPackage)) texts.set(path, await readFile(join(root, path), 'utf8').catch(() => ''));
  const packages = packagesOf(texts);
  const roleOf = rolesAmong(packages);
  const sources = files.filter((path) => tools.isModule(path)).map((path) => ({ path, role: roleOf(path) }));
  const inference = infer({ files: sources, packages });
  const written = files.find((path) => OWN_RULES.test(path));
  const chosen = profile ?? (written === undefined ? 'recommended' : 'guidelines');
  return {
    file: CONFIG_FILE,
    text: proposeConfig(inference, { profile: chosen }),
    explanation: [...inference.explanation, reasonFor(chosen, profile, written)],
    exists: existsSync(join(root, CONFIG_FILE)),
  };
}

function reasonFor(chosen: Profile, asked: Profile | undefined, written: string | undefined): string {
  if (asked !== undefined) return `Profile "${chosen}", as asked for.`;
  return written === undefined
    ? 'Profile "recommended": what a maintainer would act on. With "--profile guidelines", every rule has its full severity.'
    : `Profile "guidelines", because ${written} holds rules of your own. With "--profile recommended", only what a maintainer `
      + `would act on is a warning or an error.`;
}
