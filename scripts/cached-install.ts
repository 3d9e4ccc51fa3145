/**
 * Installs what only tests need and is too large for `node_modules` from npm into the
 * user's cache: a package.json with its lockfile, installed once by `npm ci` and reused as long as the lockfile
 * is unchanged.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** Thrown when something cannot be installed here; its message says why and what to do. */
export class NotInstallable extends Error {}

export interface CachedInstall {
  /** Names the folder in the cache. */
  name: string;
  /** Folder of the package.json and the lockfile. */
  source: string;
  /** Environment variable that overrides the folder. */
  variable: string;
  /** Written into the folder when it is complete. */
  marker: string;
  /** Runs npm and anything else the folder needs. */
  fill(folder: string): Promise<void>;
}

/** The folder: from the environment variable, or one in the user's cache named after the lockfile. */
export function cachedFolder({ name, source, variable }: Pick<CachedInstall, 'name' | 'source' | 'variable'>): string {
  const chosen = process.env[variable];
  if (chosen) return path.resolve(chosen);
  const lockfile = readFileSync(path.join(source, 'package-lock.json'));
  const hash = createHash('sha256').update(lockfile).digest('hex').slice(0, 12);
  const cache = process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache');
  return path.join(cache, 'archwright', `${name}-${hash}`);
}

/** Whether the folder is complete. */
export function isInstalled(install: CachedInstall): boolean {
  return existsSync(path.join(cachedFolder(install), install.marker));
}

/**
 * Fills the folder, unless it is already complete.
 *
 * @returns the folder.
 * @throws NotInstallable when npm fails, or the folder contains something else.
 */
export async function installOnce(install: CachedInstall): Promise<string> {
  const folder = cachedFolder(install);
  if (isInstalled(install)) return folder;
  refuseForeignFolder(folder, install);
  // Installed next to its final place and renamed when complete, so that two runs never share a partial folder.
  const building = `${folder}.building-${process.pid}`;
  mkdirSync(building, { recursive: true });
  try {
    for (const name of ['package.json', 'package-lock.json']) cpSync(path.join(install.source, name), path.join(building, name));
    await install.fill(building);
    writeFileSync(path.join(building, install.marker), '');
    if (!isInstalled(install)) {
      rmSync(folder, { recursive: true, force: true });
      renameSync(building, folder);
    }
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
  return folder;
}

/** Never deletes a folder that an environment variable named by mistake. */
function refuseForeignFolder(folder: string, { source, variable }: CachedInstall): void {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return;
  const manifest = (of: string): string | undefined => {
    const file = path.join(of, 'package.json');
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name : undefined;
  };
  if (manifest(folder) === manifest(source)) return;
  throw new NotInstallable(`${folder} contains other files; empty it, or set ${variable} to another folder`);
}

/** Runs npm in a folder. @throws NotInstallable with the end of npm's output. */
export function runNpm(args: string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<void> {
  const quiet = { npm_config_audit: 'false', npm_config_fund: 'false', npm_config_update_notifier: 'false', npm_config_engine_strict: 'false' };
  return new Promise((resolve, reject) => {
    const child = spawn('npm', args, { cwd, env: { ...process.env, ...quiet, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const keep = (chunk: Buffer): void => { said = (said + chunk.toString()).slice(-4000); };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => reject(new NotInstallable(`npm could not be started: ${error.message}`)));
    child.once('close', (code) => code === 0
      ? resolve()
      : reject(new NotInstallable(`"npm ${args.join(' ')}" ended with ${code} in ${cwd}:\n${said.trim()}`)));
  });
}
