/** Runs a bundled suite in the extension host of a running server. */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { readResults, type TestResult } from './results.ts';
import type { RunningServer } from './server.ts';
import type { Session } from './session.ts';
import { workbenchUrl, type Opened } from './workbench.ts';

const SUITE_MS = 240_000;
const SCREENS = path.resolve(import.meta.dirname, '../../../test-results/screens');

/**
 * @param what the folder or workspace, and the extension under test.
 * @param suite entry of the bundled suite.
 * @param name of the screenshot that is taken when time runs out.
 * @throws when the suite does not end in time, wrote no results or passed nothing.
 */
export async function runSuite(browser: Browser, server: RunningServer, session: Session, what: Opened, suite: string, name: string): Promise<TestResult[]> {
  rmSync(session.results, { force: true });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    const said: string[] = [];
    await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) => void said.push(`${type}: ${args.join(' ')}`));
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => { end = resolve; });
    await page.exposeFunction('codeAutomationExit', () => end());
    await page.goto(workbenchUrl(server, { ...what, suite }));
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        mkdirSync(SCREENS, { recursive: true });
        void page
          .screenshot({ path: path.join(SCREENS, `${name}-timed-out.png`) })
          .catch(() => undefined)
          .then(() =>
            reject(new Error(`the suite did not end within ${SUITE_MS / 1000} s (screenshot ${name}-timed-out.png):\n${said.slice(-20).join('\n')}`)),
          );
      }, SUITE_MS);
    });
    await Promise.race([ended, tooLate]).finally(() => clearTimeout(timer));
    return readResults(session.results);
  } finally {
    await context.close();
  }
}
