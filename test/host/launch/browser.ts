/** The browser that shows the workbench. */
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const KNOWN_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];

/** The path of a Chromium: `ARCHWRIGHT_CHROMIUM`, or one of the usual places; undefined when there is none. */
export function findChromium(): string | undefined {
  const chosen = process.env.ARCHWRIGHT_CHROMIUM;
  return chosen ? (existsSync(chosen) ? chosen : undefined) : KNOWN_PLACES.find((place) => existsSync(place));
}

/** @throws when the browser does not start. */
export async function startBrowser(executablePath: string): Promise<Browser> {
  return await chromium.launch({
    executablePath,
    // Nothing is reached but the server on this machine.
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
    // The launcher ends the server on a signal; playwright's own handling would exit before that.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}
