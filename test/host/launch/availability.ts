/** Whether a real VS Code can be had here, and what to do where it cannot. */
import { HostUnavailable, installHost, type VscodeHost } from '../../../scripts/vscode-host/install.ts';
import { findChromium } from './browser.ts';

export interface Available {
  host: VscodeHost;
  chromium: string;
}

/** @returns what is needed, or in plain words why it is not there and how to supply it. */
export async function findHost(): Promise<Available | string> {
  const chromium = findChromium();
  if (!chromium) {
    const chosen = process.env.ARCHWRIGHT_CHROMIUM;
    return `${chosen ? `ARCHWRIGHT_CHROMIUM names ${chosen}, which is not there` : 'no Chromium was found'}; install one ("apt-get install chromium fonts-dejavu-core") or name it with ARCHWRIGHT_CHROMIUM`;
  }
  try {
    return { host: await installHost((line) => process.stderr.write(`${line}\n`)), chromium };
  } catch (error) {
    if (error instanceof HostUnavailable) return error.message;
    throw error;
  }
}
