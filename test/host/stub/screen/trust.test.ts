import assert from 'node:assert/strict';
import path from 'node:path';
import { stubExtension } from '../../launch/stub-extension.ts';
import { screenshot, useWindow } from '../../launch/window.ts';
import { clearNotifications, notification, pick, row, runCommand, until } from '../../screen/keys.ts';
import type { Page } from 'playwright-core';

const WORKSPACE = path.join(import.meta.dirname, '..', 'workspace');

/** Waits for the page, in a rendered preview, in which the scripted server says what it was told. */
async function serverSays(page: Page, words: string): Promise<void> {
  await until(`the server says "${words}"`, async () => {
    await runCommand(page, 'Archwright: Explain Rule');
    await pick(page, 'stub/trust');
    const preview = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await preview.getByText(words, { exact: true }).waitFor({ timeout: 5_000 });
  });
}

describe('on the screen, in a folder that is not trusted', function () {
  this.timeout(120_000);
  const window = useWindow({
    name: 'screen-trust',
    trustEverything: false,
    settings: { 'security.workspace.trust.startupPrompt': 'never', 'security.workspace.trust.banner': 'always' },
    open: async (session) => ({ folder: session.workspace(WORKSPACE, 'stranger'), extension: await stubExtension(session) }),
  });

  it('still reviews, and tells the server that nothing may be executed', async () => {
    const { page } = window();
    await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    await page.locator('.statusbar-item', { hasText: 'B+ 87.5' }).waitFor();
    await serverSays(page, 'trusted: false');
  });

  it('does not offer to install git hooks', async () => {
    const { page } = window();
    // A word that a command with and one without the need for trust share: where the one is listed, so is all that may be.
    await until('the palette', async () => {
      await page.keyboard.press('F1');
      await page.locator('.quick-input-widget:visible .quick-input-box input').fill('>Archwright: Re', { timeout: 2_000 });
      await row(page, 'Archwright: Restart Language Server').waitFor({ timeout: 3_000 });
    });
    assert.equal(await row(page, 'Archwright: Remove Git Hooks').count(), 0);
    assert.equal(await row(page, 'Archwright: Install Git Hooks').count(), 0);
    await screenshot(page, 'client-untrusted');
    await page.keyboard.press('Escape');
  });

  it('says why commands of the terminal do nothing', async () => {
    const { page } = window();
    for (const [title, task] of [
      ['Evaluate Quality Gates', 'evaluate the quality gates'], ['Verify Audit Log', 'verify the audit log'],
      ['Sync Tracking Log with Jira', 'sync the tracking log with Jira'],
    ] as const) {
      await runCommand(page, `Archwright: ${title}`);
      await notification(page, `Archwright could not ${task}: the workspace is not trusted; trust it with "Workspaces: Manage Workspace Trust".`);
    }
    await clearNotifications(page);
  });

  it('tells the server when trust is granted', async () => {
    const { page } = window();
    await runCommand(page, 'Workspaces: Manage Workspace Trust');
    await page.locator('.workspace-trust-editor').getByRole('button', { name: 'Trust', exact: true }).first().click();
    await serverSays(page, 'trusted: true');
  });
});
