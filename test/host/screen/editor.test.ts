import path from 'node:path';
import { builtExtension } from '../launch/built-extension.ts';
import { screenshot, useWindow } from '../launch/window.ts';
import { openViews, row, runCommand, until } from './keys.ts';

const WORKSPACE = path.join(import.meta.dirname, '..', 'workspace');

describe('on the screen: the editor', function () {
  this.timeout(120_000);
  const window = useWindow({
    name: 'screen-editor',
    open: async (session) => ({ folder: session.workspace(WORKSPACE, 'shop'), extension: builtExtension() }),
  });

  it('underlines a finding, says what is wrong and fixes it', async () => {
    const { page } = window();
    await openViews(page);
    await runCommand(page, 'Go to File...');
    await page.locator('.quick-input-widget:visible input').first().fill('store.ts');
    await row(page, 'store.ts').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.squiggly-error').first().waitFor();
    const fix = page.locator('.action-widget .monaco-list-row', { hasText: 'Import only the types' }).first();
    await until('the quick fixes', async () => {
      // A menu that opened late lies on the line.
      await page.keyboard.press('Escape');
      await page.locator('.monaco-editor .view-line', { hasText: 'web/page' }).first().click();
      await page.keyboard.press('Control+.');
      await fix.waitFor({ timeout: 10_000 });
    });
    await screenshot(page, 'editor-quick-fix');
    await fix.click();
    await page.locator('.monaco-editor .view-line', { hasText: 'import type' }).first().waitFor();
    await screenshot(page, 'editor-fixed');
  });

  it('offers the settings of the configuration file as it is typed', async () => {
    const { page } = window();
    await runCommand(page, 'Archwright: Open Configuration');
    await page.locator('.monaco-editor .view-line', { hasText: 'A small shop' }).waitFor();
    const suggestion = page.locator('.suggest-widget .monaco-list-row', { hasText: 'preset' }).first();
    await page.locator('.monaco-editor .view-line', { hasText: 'A small shop' }).first().click();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await until('the suggestions', async () => {
      await page.keyboard.press('Control+Space');
      await suggestion.waitFor({ timeout: 4_000 });
    });
    await screenshot(page, 'editor-configuration');
    await page.keyboard.press('Escape');
  });
});
