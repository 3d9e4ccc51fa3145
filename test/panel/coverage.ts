/** What the browser ran of the panel, in the form in which Node writes down what it ran itself. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';

const BUILT = path.resolve(import.meta.dirname, '../../dist/panel/panel.js');
let written = 0;

/** Begins to measure a page, where coverage is asked for, and writes down the result before the page closes. */
export async function measure(page: Page): Promise<void> {
  const folder = process.env['NODE_V8_COVERAGE'];
  if (folder === undefined) return;
  await page.coverage.startJSCoverage({ resetOnNavigation: false });
  const close = page.close.bind(page);
  page.close = async (...options) => {
    for (const { url, source, functions } of await page.coverage.stopJSCoverage()) {
      // The suite builds a panel of its own; only as the same text is it the one whose map is there.
      if (!url.endsWith('/panel.js') || source !== readFileSync(BUILT, 'utf8')) continue;
      const result = [{ scriptId: '0', url: pathToFileURL(BUILT).href, functions }];
      writeFileSync(path.join(folder, `coverage-panel-${process.pid}-${written++}.json`), JSON.stringify({ result }));
    }
    await close(...options);
  };
}
