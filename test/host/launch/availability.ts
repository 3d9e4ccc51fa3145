/** Whether a real VS Code can be had here, and what to do where it cannot. */
import { findBrowser } from '../../../scripts/browser/find.ts';
import type { FoundBrowser } from '../../../scripts/browser/pinned.ts';
import { NotInstallable } from '../../../scripts/cached-install.ts';
import { installHost, type VscodeHost } from '../../../scripts/vscode-host/install.ts';

export interface Available {
  host: VscodeHost;
  browser: FoundBrowser;
}

/** @returns what is needed, or in plain words why it is not there and how to supply it. */
export async function findHost(): Promise<Available | string> {
  const browser = await findBrowser();
  if (typeof browser === 'string') return browser;
  try {
    return { host: await installHost((line) => process.stderr.write(`${line}\n`)), browser };
  } catch (error) {
    if (error instanceof NotInstallable) return error.message;
    throw error;
  }
}
