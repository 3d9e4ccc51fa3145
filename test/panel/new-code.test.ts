/** Findings limited to new code, and what the head of the page says is reviewed. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Since } from '../../server/protocol/question.ts';
import { addDays, localCalendar } from '../../server/text/calendar.ts';
import { folder, ORIGIN, workspace, type ExampleFolder, type Workspace } from './example.ts';
import { asked, drawn, panelPages, post, settled, show, takeAnswers } from './host-page.ts';

const UNKNOWN = 'git does not know the revision "nope".';

/** In new code are the errors since the base branch, and since anything else the findings of one rule. */
function shop(change: Partial<ExampleFolder> = {}): Workspace {
  const focus: ExampleFolder['focus'] = (since) => {
    if (since.kind === 'commit' && since.name === 'nope') return { problem: UNKNOWN };
    if (since.kind === 'base') return { words: 'since 1a2b3c4 (2026-11-20), where this branch left main', holds: ({ severity }) => severity === 'error' };
    return { words: `since ${since.kind === 'day' ? since.day : since.name}`, holds: ({ ruleId }) => ruleId === 'quality/line-length' };
  };
  return workspace([folder({ focus, ...change })]);
}

describe('panel: new code', function () {
  this.timeout(240_000);
  const host = panelPages();
  let page: Page;

  const open = async (shown = shop()): Promise<void> => {
    page = await host.open(shown);
    await page.click('#tab-score');
    await settled(page);
  };
  const choose = async (since: string): Promise<void> => {
    await page.getByLabel('New code').selectOption(since);
    await settled(page);
  };
  const count = (): Promise<string> => page.locator('#findings-title .count').innerText();
  /** Each group with its own count. */
  const groups = async (): Promise<string[]> => (await page.locator('.rule').all()).reduce<Promise<string[]>>(async (all, rule) => [
    ...await all, `${await rule.locator('.rule-id').innerText()} ${await rule.locator('.row-button .count').innerText()}`,
  ], Promise.resolve([]));
  const line = (): Promise<string> => page.locator('.new-code').innerText();
  const sinces = async (): Promise<(Since | undefined)[]> => (await asked(page, 'groups')).map(({ since }) => since);

  it('is listed alone since the base branch, with the counts of what is listed', async () => {
    await open();
    assert.deepEqual([await count(), await page.locator('.new-code').count()], ['18', 0]);
    await choose('base');
    assert.equal(await line(), 'Only findings in lines that changed since 1a2b3c4 (2026-11-20), where this branch left main.');
    assert.equal(await count(), '4 of 18');
    assert.deepEqual(await groups(), ['security/hardcoded-secret 1', 'architecture/layer-crossing 2', 'architecture/block-cycle 1']);
    await page.locator('.row-button', { hasText: 'architecture/layer-crossing' }).click();
    await settled(page);
    assert.equal(await page.locator('.rule .finding').count(), 2);
    await page.getByLabel('Group by').selectOption('block');
    await settled(page);
    assert.deepEqual(await groups(), ['Payments 1', 'Cache 1', 'Inventory 1', 'Web 1']);
    await page.getByLabel('Severity').selectOption('warning');
    await page.getByText('No findings in new code match these filters.').waitFor();
    assert.equal(await count(), '0 of 18');
  });

  it('is listed since a commit, which is asked for when its name is complete', async () => {
    await open();
    await choose('commit');
    assert.equal(await line(), 'Only findings in lines that changed since HEAD.');
    assert.deepEqual([await count(), await groups()], ['5 of 18', ['quality/line-length 5']]);
    const field = page.getByLabel('Branch, tag or commit');
    await field.fill('v1.2');
    await settled(page);
    assert.deepEqual(await sinces(), [undefined, { kind: 'commit', name: 'HEAD' }]);
    await field.press('Enter');
    await settled(page);
    assert.equal(await line(), 'Only findings in lines that changed since v1.2.');
    await field.fill('');
    await field.press('Enter');
    await settled(page);
    assert.equal(await line(), 'Name a branch, tag or commit. Until then all findings are listed.');
    assert.equal(await count(), '18');
  });

  it('is listed since a day, at first a week ago', async () => {
    await open();
    await choose('day');
    const week = addDays(localCalendar().dayOf(Date.now()), -7);
    assert.equal(await line(), `Only findings in lines that changed since ${week}.`);
    await page.getByLabel('Day').fill('2026-11-02');
    await settled(page);
    assert.equal(await line(), 'Only findings in lines that changed since 2026-11-02.');
    assert.deepEqual(await sinces(), [undefined, { kind: 'day', day: week }, { kind: 'day', day: '2026-11-02' }]);
    await page.getByLabel('Day').fill('');
    await settled(page);
    assert.equal(await line(), 'Choose a day. Until then all findings are listed.');
  });

  it('that cannot be told is not shown as none: the panel says why and what to do', async () => {
    await open();
    await choose('commit');
    await page.getByLabel('Branch, tag or commit').fill('nope');
    await page.getByLabel('Branch, tag or commit').press('Enter');
    await page.getByRole('alert').getByText(`New code cannot be told from old. ${UNKNOWN}`).waitFor();
    assert.deepEqual([await count(), await groups()], ['– of 18', []]);
    assert.equal(await page.getByText('No findings').count(), 0);
  });

  it('stays chosen over a reload, and is left when a rule is shown with all that it costs', async () => {
    await open();
    await choose('commit');
    await page.getByLabel('Branch, tag or commit').fill('v1.2');
    await page.getByLabel('Branch, tag or commit').press('Enter');
    await settled(page);
    await page.reload();
    await page.waitForFunction(() => window.sent.some((message) => message.type === 'ready'));
    await show(page, shop());
    await settled(page);
    assert.equal(await line(), 'Only findings in lines that changed since v1.2.');
    await page.getByRole('region', { name: 'What brings back most' }).getByRole('button', { name: '34 × quality/missing-type' }).click();
    await settled(page);
    assert.deepEqual([await page.getByLabel('New code').inputValue(), await count()], ['all', '9 of 18']);
    await choose('commit');
    assert.equal(await page.getByLabel('Branch, tag or commit').inputValue(), 'v1.2');
  });

  it('is asked for again when other code is new, though the findings are the same; all code is not', async () => {
    const groupsAsked = async (): Promise<unknown[]> =>
      (await takeAnswers(page)).flatMap(({ question, sent }) => (question.kind === 'groups' ? [[question.since?.kind, sent]] : []));
    await open();
    assert.deepEqual(await groupsAsked(), [[undefined, true]]);
    await show(page, shop({ changes: '2' }));
    assert.deepEqual(await groupsAsked(), []);
    await choose('base');
    assert.deepEqual(await groupsAsked(), [['base', true]]);
    await show(page, shop({ changes: '3' }));
    assert.deepEqual(await groupsAsked(), [['base', false]]);
    await show(page, shop({ changes: '4', focus: () => ({ words: 'since 9f9f9f9', holds: ({ severity }) => severity === 'info' }) }));
    assert.deepEqual(await groupsAsked(), [['base', true]]);
    assert.deepEqual([await line(), await count()], ['Only findings in lines that changed since 9f9f9f9.', '5 of 18']);
  });
});

describe('panel: what is reviewed', function () {
  this.timeout(240_000);
  const host = panelPages();

  it('is named in the head: project, branch, commit, and the day', async () => {
    const page = await host.open(shop());
    await drawn(page);
    const head = page.locator('.page-origin');
    await head.waitFor();
    assert.equal(await head.getAttribute('title'), 'shop · feature/orders · 1a2b3c4 with uncommitted changes · 2026-11-30');
    assert.deepEqual(await head.locator('span').allInnerTexts(), ['shop', 'feature/orders', '1a2b3c4 with uncommitted changes', '2026-11-30']);
    await show(page, shop({ origin: { ...ORIGIN, commit: { ...ORIGIN.commit!, branch: null, changed: false } } }));
    await settled(page);
    assert.equal(await head.getAttribute('title'), 'shop · 1a2b3c4 · 2026-11-30');
    await show(page, shop({ origin: { ...ORIGIN, commit: null } }));
    await settled(page);
    assert.equal(await head.getAttribute('title'), 'shop · 2026-11-30');
    await post(page, { type: 'show', tab: 'log' });
    await page.waitForSelector('[role=row]');
    assert.equal(await head.isVisible(), true);
  });

  it('takes no second line at 900 pixels, however long the name of the branch', async () => {
    const page = await host.open(shop({ origin: { ...ORIGIN, commit: { ...ORIGIN.commit!, branch: 'feature/'.repeat(20) } } }), { width: 900 });
    await drawn(page);
    await page.locator('.page-origin').waitFor();
    const heightOf = async (selector: string): Promise<number> => (await page.locator(selector).boundingBox())!.height;
    assert.ok(await heightOf('.page-header') < 60, `${await heightOf('.page-header')} pixels`);
    assert.ok(await page.getByRole('button', { name: 'Review now' }).isVisible());
  });
});
