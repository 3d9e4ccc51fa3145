/** The extension as users get it: packaged, installed from the `.vsix`, with a stub beside it. */
import { execFile } from 'node:child_process';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import type { VscodeHost } from '../../../scripts/vscode-host/install.ts';
import type { Session } from './session.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
/** A forgotten line in `.vscodeignore` once made a package of 285 MB. */
const MAX_BYTES = 40 * 1024 * 1024;

/**
 * Packages what `dist` holds. @returns path of the `.vsix`.
 *
 * @throws when vsce refuses, or the package is far too large.
 */
export async function packageExtension(folder: string): Promise<string> {
  const packagePath = path.join(folder, 'archwright.vsix');
  const vsce = createRequire(import.meta.url).resolve('@vscode/vsce/vsce');
  // The pages of the security rules show what a connection string in code looks like.
  const args = [vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--skip-license', '--allow-package-secrets', 'database-connection-string', '--out', packagePath];
  await promisify(execFile)(process.execPath, args, { cwd: ROOT, timeout: 120_000 });
  const { size } = statSync(packagePath);
  if (size > MAX_BYTES) throw new Error(`the package holds ${Math.round(size / 1024 / 1024)} MB; look at .vscodeignore`);
  return packagePath;
}

/** Installs a `.vsix` into the session's extensions, before its server starts. */
export async function installExtension(host: VscodeHost, session: Session, vsix: string): Promise<void> {
  const args = [host.entry, '--config', session.config, '--user-data-dir', session.userData, '--extensions-dir', session.extensions, '--install-extension', vsix];
  await promisify(execFile)(host.node, args, { env: session.env, timeout: 120_000 });
}

/** An empty extension: VS Code runs a suite only beside an extension under development. */
export function emptyExtension(session: Session): string {
  const folder = path.join(session.folder, 'empty');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'empty', publisher: 'test', version: '0.0.1', engines: { vscode: '*' } }));
  return folder;
}
