/** The page of a review in a real browser: legible in light and dark, alone, and limited to new code with counts that agree. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { toHtml } from '../../server/report/review/html/html.tsx';
import { NEW_CODE, RULES, sample } from '../report/sample.ts';
import { alonePages, axeFaults, type AlonePage } from './alone-pages.ts';

describe('the page of a review', function () {
  this.timeout(240_000);
  const openAlone = alonePages();
  const open = (colorScheme: 'light' | 'dark', keepsPolicy = false): Promise<AlonePage> =>
    openAlone(toHtml(sample(), RULES, NEW_CODE), { colorScheme, width: 900, keepsPolicy });

  /** What is shown of each rule: its title, the counts in its head, its mark, and how many findings are listed. */
  async function rules(page: Page): Promise<(string | number)[][]> {
    const shown = await page.locator('.rule:visible').all();
    return Promise.all(shown.map(async (rule) => [
      await rule.locator('h3').innerText(), (await rule.locator('.chip:visible').allInnerTexts()).join(' '),
      await rule.locator('summary > .badge:visible').count(), await rule.locator('.finding:visible').count(),
    ]));
  }

  it('is limited to new code since each point, with counts that are those of the list', async () => {
    const { page } = await open('light', true);
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
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`names what was reviewed, has no fault that axe knows, and asks for nothing, in ${colorScheme}`, async () => {
      const { page, asked, address } = await open(colorScheme);
      assert.equal(await page.title(), 'Architecture and code review: shop');
      assert.deepEqual(await page.locator('.origin > *').allInnerTexts(),
        ['shop', '2026-11-30 14:05 UTC', 'commit 1a2b3c4 on feature/orders, with uncommitted changes']);
      await page.getByLabel('New code').selectOption('0');
      assert.deepEqual(await axeFaults(page), []);
      assert.deepEqual(asked, [address]);
      });
  }
});
