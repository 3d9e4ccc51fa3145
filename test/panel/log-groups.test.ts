import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { folder, log, workspace } from './example.ts';
import { asked, panelPages, settled, show, takeAnswers } from './host-page.ts';

describe('panel: groups of the log', function () {
  this.timeout(240_000);
  const host = panelPages();
  let page: Page;

  const open = async (rows = log(60), by = 'status'): Promise<void> => {
    page = await host.open(workspace([folder({ log: rows })]));
    await page.click('#tab-log');
    await page.waitForSelector('.log-body [role=row]');
    await page.getByLabel('Group by').selectOption(by);
    await settled(page);
  };
  const heads = (): Promise<string[]> => page.locator('.log-group').allInnerTexts()
    .then((all) => all.map((one) => one.replace(/\s+/g, ' ').trim()));
  const grid = () => page.getByRole('treegrid', { name: 'Log' });
  /** What a screen reader is told to be at. */
  const current = (): Promise<string> => settled(page).then(() => page.evaluate(() => {
    const id = document.querySelector('.log-table')?.getAttribute('aria-activedescendant') ?? '';
    return (document.getElementById(id) as HTMLElement | null)?.innerText.replace(/\s+/g, ' ').trim() ?? '';
  }));

  it('gathers rows by a field, its choices in their order, with counts and sums of the group', async () => {
    await open();
    await page.getByRole('button', { name: 'Fold all groups', exact: true }).click();
    assert.deepEqual(await heads(), [
      'To Do 8 issues · 8 points · 4d spent',
      'In Progress 8 issues · 16 points · 3d 3h spent',
      'Code Review 8 issues · 24 points · 3d 2h spent',
      'Done 8 issues · 32 points, 32 done · 4d 3h spent',
      'Blocked 8 issues · 40 points · 4d 5h spent',
      'No status 20 reviews',
    ]);
    assert.equal(await grid().getAttribute('aria-rowcount'), '7');
    await page.getByText('60 entries', { exact: true }).waitFor();
  });

  it('gathers by a further field of issues, in the order of people', async () => {
    await open(log(300), 'Sprint');
    await page.getByRole('button', { name: 'Fold all groups', exact: true }).click();
    assert.deepEqual((await heads()).map((head) => head.slice(0, 9)), ['Sprint 9 ', 'Sprint 10', 'Sprint 11', 'Sprint 12', 'No sprint']);
  });

  it('folds and unfolds with pointer and keys, and says so', async () => {
    await open();
    const first = page.locator('.log-group').first();
    assert.equal(await first.getAttribute('aria-expanded'), 'true');
    await first.click();
    await settled(page);
    assert.equal(await first.getAttribute('aria-expanded'), 'false');
    assert.match(await page.locator('.log-body [role=row]').nth(1).innerText(), /^In Progress/);
    assert.match(await current(), /^To Do 8 issues/);
    for (const [key, expanded] of [['ArrowRight', 'true'], ['Enter', 'false'], [' ', 'true'], ['ArrowLeft', 'false']] as const) {
      await page.keyboard.press(key);
      await settled(page);
      assert.equal(await first.getAttribute('aria-expanded'), expanded, key);
    }
    await page.keyboard.press('ArrowDown');
    assert.match(await current(), /^In Progress 8 issues/);
    await page.getByRole('button', { name: 'Unfold all groups' }).click();
    await settled(page);
    assert.equal(await page.locator('.log-group[aria-expanded=false]').count(), 0);
  });

  it('asks for nothing but the window, however long the log is', async () => {
    await open(log(10_000));
    await takeAnswers(page);
    await page.locator('.log-group').first().click();
    const answered = await takeAnswers(page);
    assert.ok(answered.length <= 4, `${answered.length} questions`);
    assert.ok((await asked(page, 'log')).every(({ limit }) => limit === 100));
    assert.ok(await page.locator('.log-body [role=row]').count() < 80);
    await grid().focus();
    await page.keyboard.press('Control+End');
    await settled(page);
    const last = Number(await grid().getAttribute('aria-rowcount'));
    await page.waitForSelector(`.log-row.log-review[aria-rowindex="${last}"] .active-cell`);
  });

  it('keeps the choice at its row when rows are sorted, grouped and filtered', async () => {
    await open(log(300), '');
    await page.getByLabel('Filter the log').fill('ML-20');
    await settled(page);
    await page.getByRole('gridcell', { name: 'ML-205', exact: true }).click();
    const chosen = (): Promise<string> => page.locator('.log-chosen').innerText().then((text) => text.replace(/\s+/g, ' '));
    assert.match(await chosen(), /ML-205/);
    await page.getByLabel('Filter the log').fill('');
    assert.match(await chosen(), /ML-205/);
    await page.getByRole('columnheader', { name: 'Author' }).getByRole('button').click();
    assert.match(await chosen(), /ML-205/);
    await page.getByLabel('Group by').selectOption('Sprint');
    assert.match(await chosen(), /ML-205/);
    await page.getByRole('button', { name: 'Fold all groups', exact: true }).click();
    assert.match(await chosen(), /^Sprint 10 /);
    assert.equal(await page.locator('.log-chosen').count(), 1);
  });

  it('moves cell by cell, as in any grid', async () => {
    await open(log(60), '');
    const table = page.getByRole('grid', { name: 'Log' });
    await table.focus();
    for (const [key, expected] of [
      ['ArrowDown', /^2026-07-1/], ['ArrowRight', /^review$/], ['End', /^feature\/ML-59$/], ['Home', /^2026-07-1/], ['ArrowDown', /^2026-07-1/],
      ['ArrowRight', /^issue$/], ['Control+End', /^main$/], ['Control+Home', /^2026-07-1/],
    ] as const) {
      await page.keyboard.press(key);
      assert.match(await current(), expected, key);
    }
    await page.keyboard.press('PageDown');
    const after = await table.getAttribute('aria-activedescendant');
    assert.ok(Number(after?.split('-')[2]) > 5, after ?? '');
  });

  it('looks the same after a reload', async () => {
    const rows = log(60);
    await open(rows);
    await page.locator('.log-group').first().click();
    await settled(page);
    const before = await heads();
    await page.reload();
    await page.waitForFunction(() => window.sent.length > 0);
    await show(page, workspace([folder({ log: rows })]));
    await page.waitForSelector('.log-group');
    assert.deepEqual(await heads(), before);
    assert.equal(await page.locator('.log-group').first().getAttribute('aria-expanded'), 'false');
    assert.equal(await page.getByLabel('Group by').inputValue(), 'status');
  });

  it('shows hostile values as text', async () => {
    const rows = log(3).map((row) => ({ ...row, author: '<img src=x onerror="document.title=1">' }));
    await open(rows, 'author');
    assert.match((await heads())[0] ?? '', /^<img src=x/);
    assert.equal(await page.locator('img').count(), 0);
  });
});
