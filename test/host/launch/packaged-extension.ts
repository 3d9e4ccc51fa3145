/** The extension as users get it: packaged, installed from the `.vsix`, with a stub beside it. */
import { execFile } from 'node:child_process';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { makePackages } from '../../../scripts/package.ts';
import type { VscodeHost } from '../../../scripts/vscode-host/install.ts';
import type { Session } from './session.ts';

/** A forgotten line in `.vscodeignore` once made a package of 285 MB. */
const MAX_BYTES = 15 * 1024 * 1024;

/** Packages what `dist` holds, as users get it. @returns path of the `.vsix` @throws when it is far too large */
export async function packageExtension(folder: string): Promise<string> {
  const { vsix } = await makePackages(folder);
  const { size } = statSync(vsix);
  if (size > MAX_BYTES) throw new Error(`the package holds ${Math.round(size / 1024 / 1024)} MB; look at .vscodeignore`);
  return vsix;
}

/** Installs a `.vsix` into the session's extensions, before its server starts. */
export async function installExtension(host: VscodeHost, session: Session, vsix: string): Promise<void> {
  const args = [
    host.entry,
    '--config',
    session.config,
    '--user-data-dir',
    session.userData,
    '--extensions-dir',
    session.extensions,
    '--install-extension',
    vsix,
  ];
  await promisify(execFile)(host.node, args, { env: session.env, timeout: 120_000 });
}

/** An empty extension: VS Code runs a suite only beside an extension under development. */
export function emptyExtension(session: Session): string {
  const folder = path.join(session.folder, 'empty');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'empty', publisher: 'test', version: '0.0.1', engines: { vscode: '*' } }));
  return folder;
}
