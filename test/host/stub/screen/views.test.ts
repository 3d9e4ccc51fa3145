import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { stubExtension } from '../../launch/stub-extension.ts';
import { screenshot, useWindow } from '../../launch/window.ts';
import { clearNotifications, notification, openViews, panelFrame, pick, press, row, runCommand, until } from '../../screen/keys.ts';

const WORKSPACE = path.join(import.meta.dirname, '..', 'workspace');

describe('on the screen, with a scripted server', function () {
  this.timeout(120_000);
  const window = useWindow({
    name: 'screen-client',
    open: async (session) => ({ folder: session.workspace(WORKSPACE, 'shop'), extension: await stubExtension(session) }),
  });

  it('shows grade and points in the status bar and opens the panel from there', async () => {
    const { page } = window();
    const item = page.locator('.statusbar-item', { hasText: 'B+ 87.5' });
    await item.waitFor();
    await item.click();
    await panelFrame(page).locator('#root *').first().waitFor();
    await screenshot(page, 'client-score');
  });

  it('shows score, blocks and checklist in the activity bar', async () => {
    const { page } = window();
    await openViews(page);
    await page.locator('.monaco-list-row', { hasText: 'Security vulnerabilities' }).first().waitFor();
    await page.locator('.monaco-list-row', { hasText: 'Code quality' }).first().click();
    await page.locator('.monaco-list-row', { hasText: 'Types and documentation' }).first().waitFor();
    await screenshot(page, 'client-views');
  });

  it('keeps what the reviewer ticks', async () => {
    const { page } = window();
    const item = page.locator('.monaco-list-row', { hasText: 'Breaking changes without version updates' }).first();
    await item.locator('.custom-view-tree-node-item-checkbox').click();
    await item.locator('.custom-view-tree-node-item-checkbox[aria-checked="true"]').waitFor();
  });

  it('asks for the reason of a suppression and writes it above the line', async () => {
    const { page } = window();
    await runCommand(page, 'Go to File...');
    await page.locator('.quick-input-widget:visible input').first().fill('store.ts:3');
    await row(page, 'store.ts').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.monaco-editor .view-line', { hasText: 'memory.get' }).first().waitFor();
    const action = page.locator('.action-widget .monaco-list-row', { hasText: 'Suppress' }).first();
    await until('the quick fixes', async () => {
      // A menu that came late would be in the way.
      await page.keyboard.press('Escape');
      await page.locator('.monaco-editor .view-line', { hasText: 'memory.get' }).first().click({ timeout: 4_000 });
      await page.keyboard.press('Control+.');
      await action.waitFor({ timeout: 4_000 });
    });
    await action.click();
    const input = page.locator('.quick-input-widget:visible input').first();
    await until('the question', () => input.waitFor({ timeout: 4_000 }));
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget', { hasText: 'Enter a reason' }).waitFor();
    await screenshot(page, 'client-suppress-reason');
    await input.fill('read once at start');
    await page.keyboard.press('Enter');
    await page.locator('.monaco-editor .view-line', { hasText: '// archwright-ignore quality/long-function -- read once at start' }).waitFor();
    await screenshot(page, 'client-suppressed');
  });

  it('exports a report to where the user says', async () => {
    const { page, session } = window();
    await runCommand(page, 'Archwright: Export Report');
    await pick(page, 'Markdown');
    const input = page.locator('.quick-input-widget:visible input').first();
    await until('the save dialog', async () => {
      assert.match(await input.inputValue(), /archwright-report\.md$/u);
    });
    await page.keyboard.press('Enter');
    await notification(page, 'Report saved as');
    assert.equal(readFileSync(path.join(session.folder, 'shop', 'archwright-report.md'), 'utf8'), 'report as markdown');
    await clearNotifications(page);
  });

  it('asks before it freezes every finding', async () => {
    const { page } = window();
    await runCommand(page, 'Archwright: Add All Findings to Baseline');
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.getByText('Add all findings of shop to the baseline?').waitFor();
    await screenshot(page, 'client-baseline-question');
    await dialog.getByRole('button', { name: 'Add All' }).click();
    await notification(page, 'The baseline archwright-baseline.json now has 4 findings.');
    await clearNotifications(page);
  });

  it('installs the git hook and says what it did', async () => {
    const { page } = window();
    await runCommand(page, 'Archwright: Install Git Hooks');
    await notification(page, 'The git hook: install.');
    await clearNotifications(page);
  });

  it('reviews on request and says the result', async () => {
    const { page } = window();
    await runCommand(page, 'Archwright: Review Workspace');
    await notification(page, 'shop: B+ with 87.5 of 100 points; 1 error, 2 warnings, 1 info.');
    await clearNotifications(page);
  });

  it('writes a configuration only when the user saves it', async () => {
    const { page, session } = window();
    const target = path.join(session.folder, 'shop', 'archwright.jsonc');
    await runCommand(page, 'Archwright: Create Configuration');
    const message = await notification(page, 'This is a proposed configuration.');
    assert.equal(existsSync(target), false);
    await screenshot(page, 'client-configuration');
    await press(message.getByRole('button', { name: 'Save' }));
    await until('the file', async () => assert.match(readFileSync(target, 'utf8'), /"preset": "layered"/u));
    await page.locator('.tab.active', { hasText: 'archwright.jsonc' }).waitFor();
  });

  it('says why a command failed and what can be done', async () => {
    const { page } = window();
    await runCommand(page, 'Archwright: Explain Rule');
    await pick(page, 'stub/error');
    await notification(page, 'Archwright could not explain the rule: the stub was told to fail.');
    await screenshot(page, 'client-failure');
  });

  it('has a walkthrough', async () => {
    const { page } = window();
    await clearNotifications(page);
    await runCommand(page, 'Welcome: Open Walkthrough...');
    await pick(page, 'Get Started with Archwright');
    await page.locator('.getting-started-step', { hasText: 'Review your code' }).first().waitFor();
    await screenshot(page, 'client-walkthrough');
  });

  it('restores the panel and the ticks after a reload', async () => {
    const { page } = window();
    await runCommand(page, 'Archwright: Show Score');
    await panelFrame(page).locator('#root *').first().waitFor();
    // In order, as a user does it: a bare reload of the browser may lose what was not yet stored.
    await runCommand(page, 'Developer: Reload Window');
    await page.locator('.monaco-workbench').waitFor({ state: 'detached' });
    await panelFrame(page).locator('#root *').first().waitFor();
    await page.locator('.statusbar-item', { hasText: 'B+ 87.5' }).waitFor();
    await page
      .locator('.monaco-list-row', { hasText: 'Breaking changes' })
      .first()
      .locator('.custom-view-tree-node-item-checkbox[aria-checked="true"]')
      .waitFor();
    await screenshot(page, 'client-after-reload');
  });
});
