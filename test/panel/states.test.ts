import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { axe } from './axe.ts';
import { folder, largeGraph, report, workspace } from './example.ts';
import { drawn, panelPages, settled, sent, switchTo, show } from './host-page.ts';
import { BODY_CLASS, themeStyle } from './themes.ts';

describe('panel: states, themes and tabs', function () {
  this.timeout(240_000);
  const host = panelPages();
  let page: Page;

  it('says once that it is ready, and that it waits', async () => {
    page = await host.open(null);
    assert.deepEqual(await sent(page, 'ready'), [{ type: 'ready' }]);
    await page.getByRole('heading', { name: 'Waiting for results' }).waitFor();
  });

  it('explains a missing folder, one not reviewed yet, a first review, and a problem', async () => {
    page = await host.open(workspace([]));
    await page.getByRole('heading', { name: 'No folder is open' }).waitFor();
    await show(page, workspace([folder({ report: null, log: [] })]));
    await page.getByRole('heading', { name: 'Not reviewed yet' }).waitFor();
    await page.locator('.notice').getByRole('button', { name: 'Review now' }).click();
    assert.deepEqual(await sent(page, 'review'), [{ type: 'review' }]);
    await show(page, workspace([folder({ report: null })], true));
    await page.getByRole('heading', { name: 'Reviewing the folder' }).waitFor();
    await show(page, workspace([folder({ report: null, problem: 'archwright.jsonc, line 3: “layer” is not known' })]));
    await page.getByRole('alert').getByText('archwright.jsonc, line 3: “layer” is not known').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    assert.equal((await sent(page, 'review')).length, 2);
  });

  it('keeps older results visible below a problem', async () => {
    page = await host.open(workspace([folder({ problem: 'The configuration is broken' })]));
    await drawn(page);
    await page.getByRole('alert').getByText('The configuration is broken').waitFor();
    assert.equal(await page.locator('.map-box').count(), 30);
  });

  it('announces that a review runs and has ended', async () => {
    page = await host.open(workspace([folder()], true));
    const status = page.locator('.page > [role=status]');
    assert.equal(await status.getAttribute('aria-live'), 'polite');
    await page.waitForFunction(() => document.querySelector('.page > [role=status]')?.textContent === 'Review in progress.');
    assert.equal(await page.getByRole('button', { name: 'Reviewing…' }).isDisabled(), true);
    await show(page, workspace([folder()]));
    await page.waitForFunction(() => document.querySelector('.page > [role=status]')?.textContent === 'Review finished.');
  });

  it('has tabs that follow the ARIA pattern', async () => {
    page = await host.open(workspace([folder()]));
    const chosen = (): Promise<string | null> => page.locator('[role=tab][aria-selected=true]').getAttribute('id');
    await page.locator('#tab-graph').focus();
    for (const [key, id] of [
      ['ArrowRight', 'tab-score'],
      ['End', 'tab-log'],
      ['ArrowRight', 'tab-graph'],
      ['ArrowLeft', 'tab-log'],
      ['Home', 'tab-graph'],
    ] as const) {
      await page.keyboard.press(key);
      assert.equal(await chosen(), id);
      assert.equal(await page.evaluate(() => document.activeElement?.id), id);
      assert.equal(await page.locator('[role=tabpanel]').getAttribute('aria-labelledby'), id);
    }
    assert.equal(await page.locator('[role=tab][tabindex="0"]').count(), 1);
  });

  it('shows the folder that is picked, and no picker for one folder', async () => {
    page = await host.open(workspace([folder()]));
    await drawn(page);
    assert.equal(await page.getByLabel('Folder').count(), 0);
    const two = { ...workspace([folder(), folder({ key: 'file:///tools', name: 'tools', report: report(largeGraph(12, 2)) })]), active: 'file:///tools' };
    await show(page, two);
    await page.waitForFunction(() => document.querySelectorAll('.map-box').length === 12);
    await page.getByLabel('Folder').selectOption('shop');
    await page.waitForFunction(() => document.querySelectorAll('.map-box').length === 30);
  });

  it('looks the same after a reload', async () => {
    const both = workspace([folder(), folder({ key: 'file:///tools', name: 'tools' })]);
    page = await host.open(both);
    await drawn(page);
    await page.getByLabel('Folder').selectOption('tools');
    await drawn(page);
    await page.locator('.band-title[data-title^="platform"]').focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.map-box[data-title^="platform, closed"]');
    await page.locator('.map-box[data-title^="Block Web"]').focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Find a block').fill('pay');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await page.click('#tab-log');
    await page.getByRole('columnheader', { name: 'Author' }).getByRole('button').click();
    await page.getByLabel('Filter the log').fill('ada');
    await page.click('#tab-graph');
    await drawn(page);
    const place = (): Promise<string> =>
      page
        .locator('.stage')
        .evaluate(
          (stage) =>
            new Promise<string>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve((stage as HTMLElement).style.transform)))),
        );
    const before = await place();
    await page.reload();
    await page.waitForFunction(() => window.sent.length > 0);
    await show(page, both);
    await drawn(page);
    assert.equal(await place(), before);
    assert.equal(await page.getByLabel('Folder').inputValue(), 'file:///tools');
    assert.equal(await page.locator('.map-box[data-title^="platform, closed"]').count(), 1);
    assert.equal(await page.locator('.graph-side h2').innerText(), 'Web');
    assert.equal(await page.getByLabel('Find a block').inputValue(), 'pay');
    await page.click('#tab-log');
    assert.equal(await page.getByLabel('Filter the log').inputValue(), 'ada');
    assert.equal(await page.getByRole('columnheader', { name: 'Author' }).getAttribute('aria-sort'), 'ascending');
  });

  it('follows the theme while it is open', async () => {
    page = await host.open(workspace([folder()]), { theme: 'dark' });
    await drawn(page);
    const fill = (): Promise<string> => page.locator('.map-box[data-title^="Block Admin"] .map-face').evaluate((rect) => getComputedStyle(rect).fill);
    const dark = await fill();
    await page.evaluate(([style, name]) => {
      document.documentElement.setAttribute('style', style ?? '');
      document.body.className = name ?? '';
    }, [themeStyle('light'), BODY_CLASS.light]);
    await page.waitForFunction((old) => {
      const rect = document.querySelector('.map-box[data-title^="Block Admin"] .map-face');
      return rect !== null && getComputedStyle(rect).fill !== old;
    }, dark);
    const light = await fill();
    const sum = (rgb: string): number => (rgb.match(/\d+/g) ?? []).slice(0, 3).reduce((total, part) => total + Number(part), 0);
    assert.ok(sum(light) > 500 && sum(dark) < 250, `${dark} ${light}`);
  });

  for (const theme of ['dark', 'light', 'contrast'] as const) {
    it(`passes axe in every tab (${theme})`, async () => {
      const range = { start: { line: 4, column: 20 }, end: { line: 4, column: 40 } };
      const imports = [{ path: 'src/presentation/web/session.ts', range, to: 'src/data/userstore/index.ts', names: ['UserStore'], typeOnly: false }];
      page = await host.open(workspace([folder({ imports }), folder({ key: 'k', name: 'other' })]), { theme });
      await drawn(page);
      assert.deepEqual(await axe(page), []);
      await page.click('.map-box[data-title^="Block Web"]');
      assert.deepEqual(await axe(page), []);
      await page.locator('.graph-side').getByRole('button', { name: 'imports from Web to UserStore' }).click();
      await page.getByText('src/presentation/web/session.ts:4').waitFor();
      await page.getByRole('button', { name: 'Web', exact: true }).click();
      await page.getByRole('button', { name: 'What breaks?' }).click();
      await page.getByLabel('Direction').selectOption('both');
      assert.deepEqual(await axe(page), []);
      for (const picture of ['Matrix', 'Treemap', 'Graph'] as const) {
        await switchTo(page, picture);
        // Colours under the pointer count too.
        await page.getByRole('button', { name: picture }).hover();
        assert.deepEqual(await axe(page), []);
      }
      await page.getByLabel('Find a block').fill('o');
      assert.deepEqual(await axe(page), []);
      await page.click('#tab-score');
      for (const rule of await page.locator('.rule .row-button').all()) await rule.click();
      // What is asked for comes a moment later, and is read too.
      await settled(page);
      await page.locator('.blockers .finding').first().waitFor();
      assert.deepEqual(await axe(page), []);
      await page.click('#tab-log');
      await page.getByText('Show as a table').click();
      assert.deepEqual(await axe(page), []);
      await page.getByText('Columns').click();
      await page.getByRole('checkbox', { name: 'Story Points' }).check();
      assert.deepEqual(await axe(page), []);
      await page.getByRole('button', { name: 'Filter columns' }).click();
      await page.getByText('Gates and audit log').click();
      assert.deepEqual(await axe(page), []);
      await page.getByLabel('Group by').selectOption('Sprint');
      await settled(page);
      await page.locator('.log-group').first().click();
      await page.keyboard.press('ArrowDown');
      assert.deepEqual(await axe(page), []);
      await page.keyboard.press('ArrowDown');
      await page.locator('.active-cell').hover();
      assert.deepEqual(await axe(page), []);
      await show(page, workspace([folder({ report: null, log: [], problem: 'Broken' })]));
      await page.click('#tab-score');
      assert.deepEqual(await axe(page), []);
    });
  }
});
