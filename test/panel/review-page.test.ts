/** The page of a review in a real browser: legible in light and dark, alone, and limited to new code with counts that agree. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { findBrowser, startBrowser } from '../../scripts/browser/find.ts';
import { toHtml } from '../../server/report/review/html/html.tsx';
import { couldNotRun } from '../kit/could-not-run.ts';
import { removeTemporaryFolders, temporaryFolder } from '../kit/temporary-folder.ts';
import { NEW_CODE, RULES, sample } from '../report/sample.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('the page of a review', function () {
  this.timeout(600_000);
  let browser: Browser | undefined;
  before(async function () {
    const found = await findBrowser();
    if (typeof found === 'string') return couldNotRun(this, found);
    browser = await startBrowser(found);
  });
  after(async () => {
    await browser?.close();
    removeTemporaryFolders();
  });

  async function open(colorScheme: 'light' | 'dark', bypassCSP = false): Promise<{ page: Page; asked: string[]; address: string }> {
    const page = await browser!.newPage({ colorScheme, bypassCSP, viewport: { width: 900, height: 900 } });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const address = pathToFileURL(join(temporaryFolder({ 'report.html': toHtml(sample(), RULES, NEW_CODE) }), 'report.html')).href;
    await page.goto(address);
    return { page, asked, address };
  }

  /** What is shown of each rule: its title, the counts in its head, its mark, and how many findings are listed. */
  async function rules(page: Page): Promise<(string | number)[][]> {
    const shown = await page.locator('.rule:visible').all();
    return Promise.all(shown.map(async (rule) => [
      await rule.locator('h3').innerText(), (await rule.locator('.chip:visible').allInnerTexts()).join(' '),
      await rule.locator('summary > .badge:visible').count(), await rule.locator('.finding:visible').count(),
    ]));
  }

  it('is limited to new code since each point, with counts that are those of the list', async () => {
    const { page } = await open('light');
    const status = page.locator('#shown');
    // What is in the baseline is hidden at first.
    assert.equal(await status.innerText(), '7 findings shown');
    await page.getByLabel('New code').selectOption({ label: 'New since the base branch, origin/main' });
    assert.equal(await status.innerText(), '3 findings in new code shown');
    assert.deepEqual(await rules(page), [
      ['Secret in the code', '1', 1, 1], ['Import against the layer direction', '1', 0, 1], ['Swallowed error', '1', 0, 1],
    ]);
    await page.getByLabel('New code').selectOption({ label: 'Since 2026-11-23, 7 days ago' });
    assert.equal(await status.innerText(), '4 findings in new code shown');
    await page.locator('[data-filter=frozen]').check();
    assert.equal(await status.innerText(), '5 findings in new code shown');
    assert.deepEqual((await rules(page)).map(([title, ...rest]) => [title, rest[0]]), [
      ['Secret in the code', '1'], ['Import against the layer direction', '1'], ['Swallowed error', '2'], ['Public item without documentation', '1'],
    ]);
    await page.locator('[data-filter=info]').uncheck();
    assert.equal(await status.innerText(), '4 findings in new code shown');
    await page.getByLabel('New code').selectOption({ label: 'Since 2026-11-29, yesterday' });
    assert.deepEqual([await status.innerText(), await rules(page)], ['0 findings in new code shown', []]);
    await page.getByLabel('New code').selectOption({ label: 'All code' });
    assert.equal(await status.innerText(), '7 findings shown');
    await page.close();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`names what was reviewed, has no fault that axe knows, and asks for nothing, in ${colorScheme}`, async () => {
      const { page, asked, address } = await open(colorScheme, true);
      assert.equal(await page.title(), 'Architecture and code review: shop');
      assert.deepEqual(await page.locator('.origin > *').allInnerTexts(),
        ['shop', '2026-11-30 14:05 UTC', 'commit 1a2b3c4 on feature/orders, with uncommitted changes']);
      await page.getByLabel('New code').selectOption('0');
      const faults = await page.evaluate(async (source) => {
        (0, eval)(source);
        const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
        return (await axe.run()).violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
      }, AXE);
      assert.deepEqual(faults, []);
      assert.deepEqual(asked, [address]);
      await page.close();
    });
  }
});
