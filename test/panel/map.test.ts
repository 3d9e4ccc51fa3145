import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { graphOfSize, reportOfSize } from '../kit/report-of-size.ts';
import { folder, report, smallGraph, workspace } from './example.ts';
import { drawn, panelPages, settled, post, sent, show } from './host-page.ts';

const box = (name: string): string => `.map-box[data-title^="Block ${name},"]`;
const fill = (page: Page, part: string, attribute: string): Promise<(string | null)[]> =>
  page.locator(part).evaluateAll((all, name) => all.map((one) => one.getAttribute(name)), attribute);

describe('panel: graph', function () {
  this.timeout(240_000);
  const host = panelPages();
  let page: Page;

  /** The vertical place of a row and the boxes in it, from left to right and top to bottom. */
  const places = (): Promise<Record<string, string>> =>
    page.locator('.map-box').evaluateAll((all) =>
      Object.fromEntries(all.map((one) => { const face = one.querySelector('.map-face');
        return [(one as SVGElement).dataset['key'] ?? '', `${face?.getAttribute('x')} ${face?.getAttribute('y')}`]; })));

  it('draws every layer as a row from users to used, with its blocks by name', async () => {
    page = await host.open(workspace([folder()]));
    await drawn(page);
    assert.equal(await page.locator('.map-box').count(), 30);
    const titles = await page.locator('.band-title').evaluateAll((all) =>
      all.map((one) => ({ name: one.getAttribute('data-title'), y: one.getBoundingClientRect().y })).sort((a, b) => a.y - b.y).map(({ name }) => name));
    assert.deepEqual(titles, [
      'presentation, open, 5 blocks', 'application, open, 7 blocks', 'domain, open, 8 blocks', 'data, open, 6 blocks', 'platform, open, 4 blocks',
    ]);
    assert.equal(await page.locator(box('Payments')).getAttribute('data-title'), 'Block Payments, 4 files, 1 finding, failed, in a cycle');
    assert.equal(await page.locator('.map-edge').count(), 36);
  });

  it('leaves every block where it is when an edge comes or goes', async () => {
    page = await host.open(workspace([folder()]));
    await drawn(page);
    const before = await places();
    const graph = smallGraph();
    graph.edges = [...graph.edges.slice(0, 20), { from: 'Clock', to: 'Web', imports: 7, kind: 'value' },
      { from: 'Taxes', to: 'Admin', imports: 1, kind: 'value' }];
    await show(page, workspace([folder({ report: report(graph) })]));
    await page.waitForFunction(() => document.querySelectorAll('.map-edge').length === 22);
    assert.deepEqual(await places(), before);
  });

  it('leaves the picture alone when an edit changes no block and no edge', async () => {
    page = await host.open(workspace([folder()]));
    await drawn(page);
    await settled(page);
    const changes = await page.locator('.stage').evaluateHandle((stage) => {
      const seen: string[] = [];
      new MutationObserver((records) => seen.push(...records.map(({ type }) => type))).observe(stage,
        { subtree: true, childList: true, attributes: true, characterData: true });
      return seen;
    });
    const svg = await page.locator('svg.map').elementHandle();
    await show(page, { ...workspace([folder({ report: report(smallGraph(), { durationMs: 3 }) })]), busy: true });
    await page.getByRole('button', { name: 'Reviewing…' }).waitFor();
    assert.deepEqual(await changes.jsonValue(), []);
    assert.equal(await page.evaluate((old) => old === document.querySelector('svg.map'), svg), true);
  });

  it('shows what a selected block uses and what uses it in two colours, with the direction of each', async () => {
    page = await host.open(workspace([folder()]));
    await drawn(page);
    await page.locator(box('Orders')).click();
    assert.equal(await page.locator('.graph-side h2').innerText(), 'Orders');
    assert.deepEqual((await page.locator('.map-edge-uses title').allTextContents()).sort(), [
      'Orders uses OrderStore: 5 imports', 'Orders uses Products: 5 imports', 'Orders uses Users: 1 import, types only',
    ]);
    assert.deepEqual((await page.locator('.map-edge-usedBy title').allTextContents()).sort(),
      ['Checkout uses Orders: 5 imports', 'Reporting uses Orders: 2 imports, types only']);
    assert.equal(await page.locator('.map-edge').count(), 5);
    assert.deepEqual(new Set(await fill(page, '.map-line path:last-child', 'marker-end')), new Set(['url(#tip-uses)', 'url(#tip-usedBy)']));
    assert.deepEqual(new Set(await fill(page, '.map-line path:last-child', 'marker-start')), new Set([null]));
    await page.locator(box('Orders')).click();
    assert.equal(await page.locator('.graph-side h2').innerText(), 'Overview');
  });

  it('draws the two directions of a cycle on different lines', async () => {
    const graph = smallGraph();
    graph.edges = [{ from: 'Web', to: 'Clock', imports: 1, kind: 'value' }, { from: 'Clock', to: 'Web', imports: 1, kind: 'value' }];
    page = await host.open(workspace([folder({ report: report(graph) })]));
    await drawn(page);
    const [one, other] = await page.locator('.map-edge > path').evaluateAll((all) => all.map((part) => part.getBoundingClientRect().x));
    assert.ok(one !== undefined && other !== undefined && Math.abs(one - other) > 10, `${one} ${other}`);
  });

  it('lists the imports of a clicked edge, and opens them', async () => {
    const range = { start: { line: 4, column: 20 }, end: { line: 4, column: 40 } };
    const imports = [{ path: 'src/presentation/web/session.ts', range, to: 'src/data/userstore/index.ts', names: ['UserStore'], typeOnly: false }];
    page = await host.open(workspace([folder({ imports })]));
    await drawn(page);
    await page.locator(box('Web')).click();
    await page.locator('.graph-side').getByRole('button', { name: 'imports from Web to UserStore' }).click();
    const side = page.locator('.graph-side');
    await side.getByRole('list', { name: 'Imports from Web to UserStore' }).waitFor();
    assert.match(await side.innerText(),
      /Web → UserStore[\s\S]*The layers do not allow this[\s\S]*src\/presentation\/web\/session\.ts:4\s+UserStore from src\/data\/userstore\/index\.ts/);
    await side.getByRole('list', { name: 'Imports from Web to UserStore' }).getByRole('button').click();
    assert.deepEqual(await sent(page, 'openFile'), [{ type: 'openFile', folder: 'file:///shop', path: 'src/presentation/web/session.ts', range }]);
    // Only this edge is left.
    assert.deepEqual(await page.locator('.map-edge title').allTextContents(), ['Web uses UserStore: 5 imports, not allowed']);
    await page.keyboard.press('Escape');
  });

  it('shows 300 blocks and 5,000 edges as rows with the sums between them, and opens a row where it is clicked', async () => {
    const large = reportOfSize(300);
    page = await host.open(workspace([folder({ report: { ...large, findings: [] } })]));
    await drawn(page);
    assert.equal(await page.locator('.map-box').count(), 5);
    const down = large.graph.edges.filter(({ from, to }) => large.graph.blocks.find(({ id }) => id === from)?.layer === 'presentation' &&
      large.graph.blocks.find(({ id }) => id === to)?.layer === 'platform');
    const sum = down.reduce((total, { imports }) => total + imports, 0);
    await page.locator('.map-edge title',
      { hasText: `presentation uses platform: ${sum} imports, between ${down.length} pairs of blocks` }).waitFor({ state: 'attached' });
    await page.locator('.map-mark').first().click();
    assert.match(await page.locator('.graph-side h2').innerText(), / → /);
    assert.ok(await page.locator('.graph-side .edge-row').count() > 3);
    const before = await page.locator('.map-box[data-title^="application,"]').evaluate((one) => one.getBoundingClientRect().y);
    await page.locator('.map-box[data-title^="application,"]').click();
    await page.locator('.band-title[data-title^="application, open"]').waitFor();
    assert.equal(await page.locator('.map-box').count(), 4 + 12);
    const after = await page.locator('.band-title[data-title^="application"]').evaluate((one) => one.getBoundingClientRect().y);
    assert.ok(Math.abs(after - before) < 200, `${before} ${after}`);
    const height = await page.locator('.map-box text').first().evaluate((text) => text.getBoundingClientRect().height);
    assert.ok(height > 9, `a name is ${height} px high`);
  });

  it('draws arrows by filter', async () => {
    const graph = graphOfSize(64, 512);
    page = await host.open(workspace([folder({ report: report(graph, { findings: [] }) })]));
    await drawn(page);
    await page.getByText('Show', { exact: true }).click();
    await page.getByLabel('Arrows').selectOption('all');
    await page.waitForFunction((count) => document.querySelectorAll('.map-edge').length === count, graph.edges.length);
    await page.getByLabel('Arrows').selectOption('cycles');
    const pairs = graph.criticalPath.slice(1).map((to, at) => JSON.stringify([graph.criticalPath[at], to]));
    const critical = graph.edges.filter(({ from, to }) => pairs.includes(JSON.stringify([from, to]))).length;
    assert.ok(critical > 0);
    await page.waitForFunction((count) => document.querySelectorAll('.map-edge').length === count, 5 + critical);
    await page.getByRole('checkbox', { name: 'Critical path' }).uncheck();
    await page.waitForFunction(() => document.querySelectorAll('.map-edge').length === 5);
    await page.getByLabel('Arrows').selectOption('selection');
    await page.waitForFunction(() => document.querySelectorAll('.map-edge').length === 0);
    await page.keyboard.press('Escape');
    await page.locator('.map-box').nth(5).hover();
    await page.waitForFunction(() => document.querySelectorAll('.map-edge').length > 0);
  });

  it('works by keyboard: into the picture, from box to box, select, focus, leave', async () => {
    page = await host.open(workspace([folder()]));
    await drawn(page);
    await page.locator('.canvas').focus();
    await page.keyboard.press('Tab');
    const active = (): Promise<string> => page.evaluate(() => document.activeElement?.getAttribute('data-title')?.split(',')[0] ?? '');
    assert.equal(await active(), 'Block Admin');
    await page.keyboard.press('ArrowRight');
    assert.equal(await active(), 'Block Api');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    assert.match(await active(), /^Block (Accounts|Catalogue|Checkout|Onboarding|Pricing|Reporting|Search)$/);
    const name = (await active()).replace('Block ', '');
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('.graph-side h2').innerText(), name);
    await page.keyboard.press('f');
    await page.getByRole('navigation', { name: 'Focus' }).getByText(name, { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelectorAll('.map-box').length === 30);
    assert.equal(await page.locator('[tabindex="0"][data-key]').count(), 1);
  });

  it('fits again when its space changes, unless the user has moved it', async () => {
    page = await host.open(workspace([folder()]));
    await drawn(page);
    const inside = async (): Promise<boolean> => {
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      const [frame, svg] = [await page.locator('.canvas').boundingBox(), await page.locator('svg.map').boundingBox()];
      return frame !== null && svg !== null && svg.width <= frame.width + 1 && svg.x >= frame.x - 1;
    };
    assert.equal(await inside(), true);
    await page.setViewportSize({ width: 900, height: 420 });
    await page.waitForTimeout(100);
    assert.equal(await inside(), true);
    const [frame, window] = [await page.locator('.canvas').boundingBox(), page.viewportSize()];
    assert.ok(frame && window && frame.height >= window.height / 2, `${frame?.height} of ${window?.height}`);
    await page.getByRole('button', { name: 'Zoom in' }).click();
    const transform = (): Promise<string> =>
      page.locator('.stage').evaluate((stage) =>
      new Promise<string>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve((stage as HTMLElement).style.transform)))));
    const own = await transform();
    await page.setViewportSize({ width: 1200, height: 700 });
    await page.waitForTimeout(100);
    assert.equal(await transform(), own);
  });

  it('opens a block that the host asks for, and says when nothing was found', async () => {
    page = await host.open(workspace([folder()]));
    await page.click('#tab-log');
    await post(page, { type: 'show', tab: 'graph', block: 'Taxes' });
    await page.waitForSelector(`${box('Taxes')}.is-selected`);
    await page.getByLabel('Find a block').fill('no such block');
    assert.equal(await page.locator('.found-none').innerText(), 'No matching block.');
    const nothing = { layers: [], blocks: [], edges: [], cycles: [], criticalPath: [] };
    await show(page, workspace([folder({ report: report(nothing) })]));
    await page.getByText('No blocks found').waitFor();
  });
});
