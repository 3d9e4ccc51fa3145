/** Gates, reports and a sync with Jira from the palette, with the real server, a Jira of ours and VS Code's secret storage. */
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { generateKeyPairSync } from 'node:crypto';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { serveJira, type ServedJira } from '../../kit/jira/http-server.ts';
import { JiraServer } from '../../kit/jira/server.ts';
import { builtExtension } from '../launch/built-extension.ts';
import { screenshot, useWindow } from '../launch/window.ts';
import { clearNotifications, notification, openViews, pick, press, runCommand } from './keys.ts';

const WORKSPACE = path.join(import.meta.dirname, '..', 'workspace');
const TOKEN = 'tok-4711-not-for-others';
const KEY = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
const LOG = 'Issue Key,Summary,Status,Story Points\nSHOP-1,count stock,Done,3\nAUTO-12345678,search,To Do,5\n';

/** Fills the box that asks for something, and says whether it shows what is typed. */
async function answer(page: Page, title: string, text: string): Promise<string | null> {
  const box = page.locator('.quick-input-widget:visible', { hasText: title });
  await box.waitFor();
  const input = box.locator('input').first();
  await input.fill(text);
  const type = await input.getAttribute('type');
  await page.keyboard.press('Enter');
  return type;
}

/** Waits for a rendered page with these words. */
async function shows(page: Page, words: string | RegExp): Promise<void> {
  await page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame').getByText(words).first().waitFor();
}

function textsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'));
}

describe('on the screen: work, gates and Jira', function () {
  this.timeout(120_000);
  const jira = new JiraServer();
  let served: ServedJira;
  before(async () => {
    served = await serveJira(jira);
  });
  after(() => served.close());
  const window = useWindow({
    name: 'screen-work',
    open: async (session) => {
      const folder = session.workspace(WORKSPACE, 'shop');
      const config = readFileSync(path.join(folder, 'archwright.jsonc'), 'utf8');
      const more = '"tracking": { "jira": { "project": "SHOP" } }, "gates": { "small": { "conditions": ['
        + '{ "metric": "findings.total", "operator": "<=", "threshold": 0 }] } },';
      writeFileSync(path.join(folder, 'archwright.jsonc'), config.replace('{', `{ ${more}`));
      mkdirSync(path.join(folder, 'logs'));
      writeFileSync(path.join(folder, 'logs', 'project_tracking.csv'), LOG);
      return { folder, extension: builtExtension() };
    },
  });

  it('evaluates a gate, tells the figure that matters, and opens the rest', async () => {
    const { page } = window();
    await openViews(page);
    await page.locator('.monaco-list-row', { hasText: 'Code quality' }).first().waitFor();
    await runCommand(page, 'Archwright: Evaluate Quality Gates');
    await pick(page, 'small');
    const told = await notification(page, /The gate small failed: .*asked <= 0/u);
    await screenshot(page, 'work-gate');
    await press(told.getByRole('button', { name: 'Open' }));
    await shows(page, 'Gate small');
    await clearNotifications(page);
  });

  it('reports on the work', async () => {
    const { page } = window();
    await runCommand(page, 'Archwright: Show Work Report');
    await pick(page, 'Completion');
    await shows(page, /1 of 2/u);
    await screenshot(page, 'work-report');
  });

  it('asks for a token in a box that hides it, and has it used for a sync, which is shown before it is done', async () => {
    const { page, session } = window();
    await runCommand(page, 'Archwright: Set Jira Credentials');
    assert.equal(await answer(page, 'Site of Jira', served.base), 'text');
    assert.equal(await answer(page, 'Address of the account', 'ada@example.com'), 'text');
    assert.equal(await answer(page, 'Token for', TOKEN), 'password');
    await notification(page, 'A token in ARCHWRIGHT_JIRA_TOKEN of the environment comes before it.');
    await clearNotifications(page);
    await runCommand(page, 'Archwright: Sync Tracking Log with Jira');
    await shows(page, 'Nothing was written.');
    assert.equal(jira.issues.length, 0);
    const question = await notification(page, '1 to create');
    await screenshot(page, 'work-sync-plan');
    await press(question.getByRole('button', { name: 'Sync with Jira' }));
    await notification(page, '1 created');
    assert.deepEqual(jira.issues.map(({ fields }) => fields['summary']), ['search']);
    assert.deepEqual([...new Set(served.seen)], [`Basic ${Buffer.from(`ada@example.com:${TOKEN}`).toString('base64')}`]);
    assert.deepEqual(textsBelow(session.folder).filter((text) => text.includes(TOKEN)), []);
    await clearNotifications(page);
  });

  it('forgets the token', async () => {
    const { page } = window();
    await runCommand(page, 'Archwright: Forget Jira Credentials');
    await notification(page, 'VS Code keeps no credentials for Jira any more.');
    await runCommand(page, 'Archwright: Sync Tracking Log with Jira');
    await notification(page, 'Archwright could not sync the tracking log with Jira: There is no token for Jira.');
    await clearNotifications(page);
  });

  it('signs the audit log with a key that is pasted as one line', async () => {
    const { page, session } = window();
    await runCommand(page, 'Archwright: Start Audit Log');
    await answer(page, 'Name of the log', 'example.com/shop');
    await notification(page, 'Began logs/audit_trail.jsonl as "example.com/shop".');
    await runCommand(page, 'Archwright: Set Audit Key');
    assert.equal(await answer(page, 'Private key that signs checkpoints', KEY.replaceAll('\n', '')), 'password');
    await notification(page, 'VS Code keeps the audit key.');
    await clearNotifications(page);
    await runCommand(page, 'Archwright: Sign Audit Checkpoint');
    await pick(page, 'Keep it beside the log');
    await notification(page, 'Signed 1 entry');
    assert.deepEqual(textsBelow(session.folder).filter((text) => text.includes(KEY.split('\n')[1]!)), []);
  });
});
