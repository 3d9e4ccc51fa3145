/** Somebody in front of the screen, who finds things by what they are called, and can only click, type and read. Counts what it takes. */
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { runCommand, until } from './keys.ts';

export class Person {
  /** Clicks, and texts that were typed, since the last question. */
  acts = 0;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The page that is in front: the panel, or a rendered document. */
  get sight(): FrameLocator {
    return this.#page.frameLocator('iframe.webview.ready:visible').frameLocator('iframe#active-frame');
  }

  /** Picks a command of Archwright in the palette. */
  async runs(title: string): Promise<void> {
    this.acts++;
    await runCommand(this.#page, `Archwright: ${title}`);
  }

  async clicks(what: Locator): Promise<void> {
    this.acts++;
    await what.click();
  }

  /** Types into a field and confirms. */
  async types(field: Locator, text: string): Promise<void> {
    this.acts++;
    await field.fill(text);
    await field.press('Enter');
  }

  /** What stands there, as lines. */
  async reads(what: Locator): Promise<string[]> {
    await what.waitFor();
    return (await what.innerText()).split('\n').map((line) => line.trim()).filter((line) => line !== '');
  }

  /** The file in front, the line that the cursor is on, and what stands there. */
  async seesOpen(): Promise<{ file: string; line: number; code: string }> {
    return until('the editor', async () => {
      const patience = { timeout: 2000 };
      // Only an editor has one, so that what comes after it is of the editor and not of the panel.
      const place = await this.#page.locator('.statusbar-item', { hasText: /Ln \d+/u }).innerText(patience);
      const line = Number(/Ln (\d+)/u.exec(place)![1]);
      const file = await this.#page.locator('.editor-group-container.active .tab.active').getAttribute('data-resource-name', patience) ?? '';
      // Line numbers stand beside the lines, at the same height.
      const margin = await this.#page.locator('.margin-view-overlays .line-numbers', { hasText: new RegExp(`^${line}$`, 'u') }).boundingBox(patience);
      const lines = await this.#page.locator('.monaco-editor .view-line').all();
      for (const each of lines) {
        const box = await each.boundingBox(patience);
        if (margin && box && Math.abs(box.y - margin.y) < 3) return { file, line, code: (await each.innerText()).replaceAll('\u00a0', ' ').trim() };
      }
      throw new Error(`line ${line} of ${file} is not to be seen`);
    });
  }
}
