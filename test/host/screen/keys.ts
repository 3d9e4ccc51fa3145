/** What a user does in VS Code, as a test does it: wait for what must be seen, act, look again. */
import type { FrameLocator, Locator, Page } from 'playwright-core';

/** Runs a command by its title in the palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
  const input = page.locator('.quick-input-widget:visible .quick-input-box input');
  await until(`the palette with "${title}"`, async () => {
    // Opened anew each time: an open palette does not learn of commands that arrive later.
    if (await input.isVisible()) await page.keyboard.press('Escape');
    await page.keyboard.press('F1');
    await input.fill(`>${title}`, { timeout: 2_000 });
    await row(page, title).waitFor({ timeout: 3_000 });
  });
  await page.keyboard.press('Enter');
}

/** Picks a row of the open pick list. */
export async function pick(page: Page, label: string): Promise<void> {
  await row(page, label).click();
}

/** The row of the open pick list that shows this text. */
export function row(page: Page, label: string): Locator {
  return page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row', { hasText: label }).first();
}

/**
 * The notification that shows this text. Under the test driver VS Code lets none pop up, so it is
 * looked for in the notification centre, which the bell opens.
 */
export async function notification(page: Page, text: string | RegExp): Promise<Locator> {
  const centre = page.locator('.notifications-center.visible');
  const item = centre.locator('.notification-list-item', { hasText: text }).first();
  await until(`the notification "${String(text)}"`, async () => {
    if (!await centre.isVisible()) await page.locator('[id="status.notifications"]').click({ timeout: 3_000 });
    await item.waitFor({ timeout: 5_000 });
  });
  // Over the bell the mouse brings up its explanation, which lies on the notification's buttons.
  await page.mouse.move(2, 2);
  return item;
}

/** Presses a button that something may lie upon for a moment. */
export async function press(button: Locator): Promise<void> {
  await until('the button', async () => button.click({ timeout: 3_000 }));
}

/** Closes what notifications are open, so that they do not cover the next screenshot. */
export async function clearNotifications(page: Page): Promise<void> {
  await runCommand(page, 'Notifications: Clear All Notifications');
  await page.locator('.notifications-center .notification-list-item').first().waitFor({ state: 'hidden' });
}

/** The page inside Archwright's panel. */
export function panelFrame(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
}

/** Opens the views of Archwright in the side bar. */
export async function openViews(page: Page): Promise<void> {
  const header = page.locator('.pane-header', { hasText: 'Review Checklist' });
  await until('the Archwright views', async () => {
    if (!await header.isVisible()) await page.locator('.activitybar .action-label[aria-label^="Archwright"]').click({ timeout: 3_000 });
    await header.waitFor({ timeout: 5_000 });
  });
}

/** Tries again what the editor may lose while it is busy. @throws the last error when time runs out. */
export async function until<Result>(what: string, attempt: () => Promise<Result>, ms = 30_000): Promise<Result> {
  const deadline = Date.now() + ms;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) throw new Error(`could not get to ${what}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}
