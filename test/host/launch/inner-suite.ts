/** Runs one suite inside VS Code and shows its tests as tests of the mocha outside. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../../../scripts/browser/find.ts';
import { couldNotRun } from '../../kit/could-not-run.ts';
import { runInElectron, usesElectron } from '../electron.ts';
import { findHost, type Available } from './availability.ts';
import { bundleSuite } from './bundle-suite.ts';
import { endOrphans } from './process-group.ts';
import { runSuite } from './run-suite.ts';
import { startServer } from './server.ts';
import { createSession, type Session } from './session.ts';
import { showResults } from './show-results.ts';

export interface InnerSuite {
  /** Folder of the `*.test.ts` files that run inside. */
  suite: string;
  /** Folder to copy and open. */
  workspace: string;
  /** Makes the workspace a git repository. */
  git?: boolean;
  /** Puts the extension in place. @returns the folder of the extension under development. */
  extension(session: Session, available: Available | undefined): Promise<string>;
  env?(session: Session): Record<string, string>;
  /** Whether the desktop VS Code can run it too. */
  desktop?: boolean;
}

/** Defines a `describe` with the tests of the suite. */
export function innerSuite(name: string, options: InnerSuite): void {
  describe(name, function () {
    this.timeout(600_000);

    before(async function () {
      const parent = this.test!.parent!;
      const session = createSession();
      try {
        const workspace = session.workspace(options.workspace, 'shop');
        if (options.git) makeRepository(workspace, session);
        if (usesElectron() && options.desktop) {
          showResults(parent, await runInElectron(await options.extension(session, undefined), workspace, await bundleSuite(options.suite)));
          return;
        }
        const found = usesElectron() ? 'this suite needs the VS Code server, and the desktop one was asked for' : await findHost();
        if (typeof found === 'string') return couldNotRun(this, found);
        showResults(parent, await runInServer(name, found, session, workspace, options));
      } catch (error) {
        process.stderr.write(`Logs kept in ${session.keepLogs(name.replaceAll(' ', '-'))}\n`);
        throw error;
      } finally {
        session.remove();
      }
    });

    it('ran inside VS Code', () => undefined);
  });
}

async function runInServer(name: string, available: Available, session: Session, workspace: string, options: InnerSuite): ReturnType<typeof runSuite> {
  endOrphans();
  const extension = await options.extension(session, available);
  const suite = await bundleSuite(options.suite);
  const server = await startServer(available.host, session, { env: { ...measured(), ...options.env?.(session) } });
  let browser: Browser | undefined;
  try {
    browser = await startBrowser(available.browser);
    const results = await runSuite(browser, server, session, { folder: workspace, extension }, suite, name.replaceAll(' ', '-'));
    if (results.some(({ state }) => state === 'failed')) process.stderr.write(`Logs kept in ${session.keepLogs(path.basename(options.suite))}\n`);
    return results;
  } finally {
    await browser?.close();
    await server.stop();
  }
}

/** Where coverage is measured, the extension host measures too. */
function measured(): Record<string, string> {
  const folder = process.env['NODE_V8_COVERAGE'];
  return folder === undefined ? {} : { NODE_V8_COVERAGE: folder };
}

function makeRepository(workspace: string, session: Session): void {
  const git = (...args: string[]): void => void execFileSync('git', args, { cwd: workspace, env: session.env, stdio: 'pipe' });
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '-m', 'ML-42 Begin the shop');
}
