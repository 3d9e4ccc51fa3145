import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { stubExtension } from '../../launch/stub-extension.ts';
import { screenshot, useWindow } from '../../launch/window.ts';
import { notification, openViews, pick, runCommand } from '../../screen/keys.ts';

const WORKSPACE = path.join(import.meta.dirname, '..', 'workspace');

describe('on the screen, with two folders', function () {
  this.timeout(120_000);
  const window = useWindow({
    name: 'screen-folders',
    open: async (session) => {
      for (const name of ['shop', 'warehouse']) session.workspace(WORKSPACE, name);
      const workspace = path.join(session.folder, 'both.code-workspace');
      writeFileSync(workspace, JSON.stringify({ folders: [{ path: 'shop' }, { path: 'warehouse' }] }));
      return { workspace, extension: await stubExtension(session) };
    },
  });

  it('shows each folder in the views', async () => {
    const { page } = window();
    await openViews(page);
    await page.locator('.monaco-list-row', { hasText: 'warehouse' }).first().waitFor();
    await screenshot(page, 'client-two-folders');
  });

  it('asks which folder is meant', async () => {
    const { page } = window();
    await runCommand(page, 'Archwright: Install Git Hooks');
    await pick(page, 'warehouse');
    await notification(page, 'The git hook: install.');
  });
});
