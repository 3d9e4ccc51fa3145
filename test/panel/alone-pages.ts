/** Opens pages that stand alone, as reports do, in a real browser. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { findBrowser, startBrowser } from '../../scripts/browser/find.ts';
import { couldNotRun } from '../kit/could-not-run.ts';
import { removeTemporaryFolders, temporaryFolder } from '../kit/temporary-folder.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A page, its address, and everything that it asked for. */
export interface AlonePage {
  page: Page;
  address: string;
  asked: string[];
}

export interface AloneOptions {
  colorScheme: 'light' | 'dark';
  width?: number;
  /** The page's own security policy holds, which holds back axe. */
  keepsPolicy?: boolean;
}

/** Starts the browser of a suite, whose tests are skipped where there is none. @returns opens a page */
export function alonePages(): (html: string, options: AloneOptions) => Promise<AlonePage> {
  let browser: Browser | undefined;
  before(async function () {
    // The first run of all installs the browser.
    this.timeout(600_000);
    const found = await findBrowser();
    if (typeof found === 'string') return couldNotRun(this, found);
    browser = await startBrowser(found);
  });
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close();
  });
  after(async () => {
    await browser?.close();
    removeTemporaryFolders();
  });
  return async (html, { colorScheme, width = 1180, keepsPolicy = false }) => {
    const page = await browser!.newPage({ colorScheme, bypassCSP: !keepsPolicy, viewport: { width, height: 900 } });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const address = pathToFileURL(join(temporaryFolder({ 'report.html': html }), 'report.html')).href;
    await page.goto(address);
    return { page, address, asked };
  };
}

/** What axe finds wrong, one line each. */
export function axeFaults(page: Page): Promise<string[]> {
  return page.evaluate(async (source) => {
    (0, eval)(source);
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
    return (await axe.run()).violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
  }, AXE);
}
