import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { builtExtension } from '../launch/built-extension.ts';
import { screenshot, useWindow } from '../launch/window.ts';
import { openViews, row, runCommand, until } from './keys.ts';

const EXAMPLE = path.join(import.meta.dirname, '../../../examples/churn');

async function openFile(page: Page, name: string): Promise<void> {
  await runCommand(page, 'Go to File...');
  await page.locator('.quick-input-widget:visible input').first().fill(name);
  await row(page, name).waitFor();
  await page.keyboard.press('Enter');
}

/** Points at code until what is wrong with it is said. */
async function hover(page: Page, code: Locator, says: string): Promise<void> {
  await until(`the words "${says}"`, async () => {
    await page.mouse.move(5, 5);
    await code.hover({ timeout: 3_000 });
    await page.locator('.monaco-hover:visible', { hasText: says }).first().waitFor({ timeout: 4_000 });
  });
}

describe('on the screen: Python', function () {
  this.timeout(120_000);
  const window = useWindow({
    name: 'screen-python',
    open: async (session) => ({ folder: session.workspace(EXAMPLE, 'churn'), extension: builtExtension() }),
    settings: { 'editor.minimap.enabled': false, 'editor.hover.delay': 100 },
  });

  it('shows where a scaler is fitted on test rows', async () => {
    const { page } = window();
    await openViews(page);
    await openFile(page, 'train.py');
    const line = page.locator('.monaco-editor .view-line', { hasText: 'StandardScaler().fit_transform' });
    await page.locator('.squiggly-error').first().waitFor();
    // Nothing is under way any more, so that the picture is of a state that lasts.
    await page.locator('.monaco-progress-container.active').first().waitFor({ state: 'hidden' });
    await hover(page, line.locator('span', { hasText: 'fit_transform' }).last(), 'StandardScaler is fitted on all rows');
    await screenshot(page, 'editor-python');
  });

  it('shows it in the cells of a notebook, and suppresses it there with a reason', async () => {
    const { page } = window();
    await openFile(page, 'explore.ipynb');
    const cell = page.locator('.notebookOverlay .cell', { hasText: 'SimpleImputer(strategy' }).first();
    await cell.locator('.squiggly-error').first().waitFor();
    await hover(page, cell.locator('.view-line', { hasText: 'SimpleImputer' }).locator('span', { hasText: 'fit_transform' }).last(), 'on line 1 of cell 5');
    await screenshot(page, 'editor-notebook');
    await page.mouse.move(5, 5);
    const suppress = page.locator('.action-widget .monaco-list-row', { hasText: 'Suppress ml/preprocessing-leakage for this line' }).first();
    await until('the quick fixes', async () => {
      await cell.locator('.view-line', { hasText: 'SelectKBest' }).first().click({ timeout: 3_000 });
      await page.keyboard.press('Control+.');
      await suppress.waitFor({ timeout: 4_000 });
    });
    await suppress.click();
    const input = page.locator('.quick-input-widget:visible input').first();
    await until('the question', () => input.waitFor({ timeout: 4_000 }));
    await input.fill('a first look, thrown away');
    await page.keyboard.press('Enter');
    await cell.locator('.view-line', { hasText: '# archwright-ignore ml/preprocessing-leakage -- a first look, thrown away' }).waitFor();
    await screenshot(page, 'editor-notebook-suppressed');
  });
});
