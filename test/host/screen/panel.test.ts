import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { builtExtension } from '../launch/built-extension.ts';
import { screenshot, useWindow } from '../launch/window.ts';
import { openViews, panelFrame, runCommand, until } from './keys.ts';

const WORKSPACE = path.join(import.meta.dirname, '..', 'workspace');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds wrong in the panel's page, as short lines. */
async function axeViolations(page: Page): Promise<string[]> {
  const body = panelFrame(page).locator('body');
  return await body.evaluate(async (_body, source) => {
    // The page's policy lets no script in; the test driver evaluates beside it.
    if (!('axe' in window)) (0, eval)(source);
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
  }, AXE);
}

describe('on the screen: the panel', function () {
  this.timeout(120_000);
  const window = useWindow({
    name: 'screen-panel',
    open: async (session) => ({ folder: session.workspace(WORKSPACE, 'shop'), extension: builtExtension() }),
  });

  it('draws the block graph', async () => {
    const { page } = window();
    await runCommand(page, 'Archwright: Show Block Graph');
    await panelFrame(page).locator('svg .map-box', { hasText: 'orders' }).first().waitFor();
    await openViews(page);
    await screenshot(page, 'panel-graph');
    assert.deepEqual(await axeViolations(page), []);
  });

  it('shows the score', async () => {
    const { page } = window();
    await runCommand(page, 'Archwright: Show Score');
    await panelFrame(page).getByText('of 100').first().waitFor();
    await screenshot(page, 'panel-score');
    assert.deepEqual(await axeViolations(page), []);
  });

  it('shows the tracking log', async () => {
    const { page } = window();
    await runCommand(page, 'Archwright: Show Tracking Log');
    await panelFrame(page).locator('[role=tab][aria-selected=true]', { hasText: 'Log' }).waitFor();
    await screenshot(page, 'panel-log');
    assert.deepEqual(await axeViolations(page), []);
  });

  it('saves the picture where the user says', async () => {
    const { page, session } = window();
    await runCommand(page, 'Archwright: Show Block Graph');
    await panelFrame(page).locator('summary[aria-label=Export]').click();
    await panelFrame(page).getByRole('button', { name: 'SVG' }).click();
    const input = page.locator('.quick-input-widget:visible input').first();
    await until('the save dialog', async () => assert.match(await input.inputValue(), /\.svg$/u));
    const target = await input.inputValue();
    await page.keyboard.press('Enter');
    await until('the file', async () =>
      assert.match(readFileSync(path.isAbsolute(target) ? target : path.join(session.folder, 'shop', target), 'utf8'), /<svg/u),
    );
  });
});

for (const [label, kind] of [['Default Dark Modern', 'vscode-dark'], ['Default High Contrast', 'vscode-high-contrast']] as const) {
  describe(`on the screen: the panel in the theme ${label}`, function () {
    this.timeout(120_000);
    const window = useWindow({
      name: `screen-${kind}`,
      settings: { 'workbench.colorTheme': label },
      open: async (session) => ({ folder: session.workspace(WORKSPACE, 'shop'), extension: builtExtension() }),
    });

    for (const [title, tab] of [['Archwright: Show Block Graph', 'Graph'], ['Archwright: Show Score', 'Score']] as const) {
      it(`follows it: ${tab}`, async () => {
        const { page } = window();
        await runCommand(page, title);
        await panelFrame(page).locator(`body.${kind} [role=tab][aria-selected=true]`, { hasText: tab }).waitFor();
        if (tab === 'Graph') await panelFrame(page).locator('svg .map-box', { hasText: 'orders' }).first().waitFor();
        else await panelFrame(page).getByText('of 100').first().waitFor();
        await screenshot(page, `panel-${tab.toLowerCase()}-${kind}`);
        assert.deepEqual(await axeViolations(page), []);
      });
    }
  });
}
