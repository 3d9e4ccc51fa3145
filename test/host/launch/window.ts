/** A window of a real VS Code for tests that look at the screen and press keys. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../../../scripts/browser/find.ts';
import { couldNotRun } from '../../kit/could-not-run.ts';
import { findHost } from './availability.ts';
import { endOrphans } from './process-group.ts';
import { startServer, type RunningServer } from './server.ts';
import { createSession, type Session } from './session.ts';
import { workbenchUrl, type Opened } from './workbench.ts';

const SCREENS = path.resolve(import.meta.dirname, '../../../test-results/screens');

export interface Window {
  page: Page;
  session: Session;
}

export interface WindowOptions {
  /** Names the logs that are kept after a failure. */
  name: string;
  /** Prepares the session's folders and says what to open. */
  open(session: Session): Promise<Opened>;
  settings?: Record<string, unknown>;
  trustEverything?: boolean;
}

/**
 * Registers hooks that open one window for the tests of a `describe`, and close it.
 *
 * @returns gives the window, from within a test. Where there is no VS Code the tests are skipped.
 */
export function useWindow(options: WindowOptions): () => Window {
  let session: Session | undefined;
  let server: RunningServer | undefined;
  let browser: Browser | undefined;
  let page: Page | undefined;

  before(async function () {
    this.timeout(300_000);
    endOrphans();
    const found = await findHost();
    if (typeof found === 'string') return couldNotRun(this, found);
    session = createSession(options.settings);
    const opened = await options.open(session);
    server = await startServer(found.host, session, { trustEverything: options.trustEverything ?? true });
    browser = await startBrowser(found.browser);
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(workbenchUrl(server, opened));
    await page.locator('.monaco-workbench .statusbar-item').first().waitFor();
  });

  afterEach(async function () {
    if (this.currentTest?.state !== 'failed' || !page || !session) return;
    await screenshot(page, `failed-${this.currentTest.fullTitle().replace(/[^a-z0-9]+/giu, '-')}`);
    process.stderr.write(`Logs kept in ${session.keepLogs(options.name)}\n`);
  });

  after(async function () {
    this.timeout(60_000);
    await browser?.close();
    await server?.stop();
    session?.remove();
  });

  return () => {
    if (!page || !session) throw new Error('there is no window before the tests run');
    return { page, session };
  };
}

/** Saves what the window shows as `test-results/screens/NAME.png`. */
export async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENS, { recursive: true });
  await page.screenshot({ path: path.join(SCREENS, `${name}.png`), animations: 'disabled' });
}
