import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { folder, largeGraph, report, smallGraph, workspace } from './example.ts';
import { documentDrawn, panelPages, sent, show } from './host-page.ts';

const node = (name: string): string => `g.node[aria-label^="${name}"]`;

/** How the drawing lies in its frame. */
async function transform(page: Page): Promise<{ scale: number; x: number; y: number }> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const text = await page.locator('.stage').evaluate((stage) => (stage as HTMLElement).style.transform);
  const [, scale, x, y] = /scale\(([-\d.e]+)\) translate\(([-\d.e]+)px, ([-\d.e]+)px\)/.exec(text) ?? [];
  return { scale: Number(scale), x: Number(x), y: Number(y) };
}

describe('panel: the diagram of documents', function () {
  this.timeout(240_000);
  const host = panelPages();
  let page: Page;

  it('draws every block and layer of a small graph, with its edges and their labels', async () => {
    page = await host.open(workspace([folder()]));
    await documentDrawn(page);
    assert.equal(await page.locator('g.node').count(), 30);
    assert.deepEqual(await page.locator('g.cluster-label[role=button]').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label'))), [
      'Layer presentation, open, 5 blocks',
      'Layer application, open, 7 blocks',
      'Layer domain, open, 8 blocks',
      'Layer data, open, 6 blocks',
      'Layer platform, open, 4 blocks',
    ]);
    assert.equal(await page.locator('path[data-from]').count(), 36);
    const labels = (await page.locator('.edgeLabel text').allTextContents()).filter((text) => text !== '').sort();
    assert.deepEqual(labels, ['cycle', 'cycle', 'cycle', 'not allowed', 'not allowed']);
    assert.equal(await page.locator(node('Block Payments')).getAttribute('aria-label'), 'Block Payments, failed, 1 finding, in a cycle');
    assert.match((await page.locator('.legend').innerText()), /active[\s\S]*failed[\s\S]*types only[\s\S]*cycle or not allowed[\s\S]*critical path/);
  });

  it('shows what is known about a clicked block, and opens its findings, its neighbours and itself', async () => {
    page = await host.open(workspace([folder()]));
    await documentDrawn(page);
    await page.click(node('Block Web'));
    const side = page.locator('.graph-side');
    assert.equal(await side.locator('h2').innerText(), 'Web');
    assert.match(await side.innerText(), /active\s+presentation\s+v0\.3\.0\s+4 files\s+critical path/);
    assert.match(await side.innerText(), /src\/presentation\/web\/\*\*/);
    assert.deepEqual(
      await side
        .locator('.edge-row')
        .allInnerTexts()
        .then((all) => all.map((one) => one.replace(/\s+/g, ' '))),
      ['UserStore 5 imports not allowed', 'Search 3 imports', 'Catalogue 2 imports', 'Checkout 1 import'],
    );
    await side.locator('.finding').click();
    assert.deepEqual(await sent(page, 'openFile'), [
      {
        type: 'openFile',
        folder: 'file:///shop',
        path: 'src/presentation/web/session.ts',
        range: { start: { line: 12, column: 3 }, end: { line: 12, column: 20 } },
      },
    ]);
    await side.getByRole('button', { name: 'Open block' }).click();
    assert.deepEqual(await sent(page, 'openBlock'), [{ type: 'openBlock', folder: 'file:///shop', block: 'Web' }]);
    await side.getByRole('button', { name: 'Checkout', exact: true }).click();
    assert.equal(await side.locator('h2').innerText(), 'Checkout');
    await side.getByRole('button', { name: 'Close details' }).click();
    assert.equal(await side.locator('h2').innerText(), 'Overview');
  });

  it('does not take a drag for a click', async () => {
    page = await host.open(workspace([folder()]));
    await documentDrawn(page);
    const before = await transform(page);
    const box = await page.locator(node('Block Admin')).boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + 10, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x + 90, box.y + 50, { steps: 5 });
    await page.mouse.up();
    const after = await transform(page);
    assert.ok(Math.abs((after.x - before.x) * after.scale - 80) < 2, `moved by ${(after.x - before.x) * after.scale}`);
    assert.equal(await page.locator('.graph-side h2').innerText(), 'Overview');
  });

  it('starts with 300 blocks collapsed by layer and legible', async () => {
    page = await host.open(workspace([folder({ report: report(largeGraph(300, 8)) })]));
    await documentDrawn(page);
    assert.equal(await page.locator('g.node').count(), 8);
    assert.equal(await page.locator('g.node[aria-expanded="false"]').count(), 8);
    const height = await page.locator('g.node text').first().evaluate((text) => text.getBoundingClientRect().height);
    assert.ok(height > 20, `two lines are ${height} px high`);
  });

  it('expands what a search needs, and focuses the block', async () => {
    page = await host.open(workspace([folder({ report: report(largeGraph(300, 8)) })]));
    await documentDrawn(page);
    await page.getByRole('combobox').fill('block123');
    assert.deepEqual(await page.locator('[role=option] span').allTextContents(), ['Block123']);
    await page.keyboard.press('Enter');
    await page.waitForSelector(`${node('Block Block123')}.is-selected`);
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label')?.startsWith('Block Block123'));
    assert.equal(await page.locator('g.cluster').count(), 1);
    await transform(page);
    const box = await page.locator(node('Block Block123')).boundingBox();
    const frame = await page.locator('.canvas').boundingBox();
    assert.ok(box && frame);
    assert.ok(
      Math.abs(box.x + box.width / 2 - frame.x - frame.width / 2) < 5 && Math.abs(box.y + box.height / 2 - frame.y - frame.height / 2) < 5,
      JSON.stringify({ box, frame }),
    );
  });

  it('keeps some layers collapsed, and says which, when all of 300 blocks are requested', async () => {
    page = await host.open(workspace([folder({ report: report(largeGraph(300, 8)) })]));
    await documentDrawn(page);
    await page.getByRole('button', { name: 'Open all layers' }).click();
    await page.waitForSelector('g.cluster');
    assert.ok((await page.locator('g.node').count()) <= 120);
    assert.match(await page.locator('.graph-main > .strip').innerText(), /^Collapsed because the graph is too large to draw at once: layer-/);
  });

  it('closes and opens a layer by its title, and by the list', async () => {
    page = await host.open(workspace([folder()]));
    await documentDrawn(page);
    await page.locator('g.cluster-label', { hasText: 'presentation' }).click();
    await page.waitForSelector(`${node('Layer presentation, closed')}`);
    assert.equal(await page.locator(node('Block Web')).count(), 0);
    assert.equal(await page.locator(node('Layer presentation')).getAttribute('aria-label'), 'Layer presentation, closed, 5 blocks, 1 finding, on the '
      + 'critical path');
    await page.locator('.graph-side').getByRole('button', { name: 'presentation' }).click();
    await page.waitForSelector(node('Block Web'));
  });

  it('draws only a block and its neighbours', async () => {
    page = await host.open(workspace([folder()]));
    await documentDrawn(page);
    await page.locator('.graph-side').getByRole('button', { name: 'Payments', exact: true }).click();
    await page.getByRole('button', { name: 'Focus' }).click();
    await page.waitForFunction(() => document.querySelectorAll('g.node').length === 4);
    assert.deepEqual((await page.locator('g.node').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')?.split(',')[0]))).sort(), [
      'Block Checkout',
      'Block Inventory',
      'Block Payments',
      'Block Shipping',
    ]);
    await page.getByRole('button', { name: 'All blocks', exact: true }).click();
    await page.waitForFunction(() => document.querySelectorAll('g.node').length === 30);
  });

  it('works by keyboard: zoom, fit, move, go to a block, open it, leave it', async () => {
    page = await host.open(workspace([folder()]));
    await documentDrawn(page);
    await page.locator('.canvas').focus();
    const start = await transform(page);
    await page.keyboard.press('+');
    const larger = await transform(page);
    assert.ok(Math.abs(larger.scale / start.scale - 1.25) < 0.01);
    await page.keyboard.press('-');
    assert.ok(Math.abs((await transform(page)).scale - start.scale) < 0.01);
    await page.keyboard.press('ArrowDown');
    const lower = await transform(page);
    assert.ok(Math.abs((lower.y - start.y) * start.scale + 60) < 2, JSON.stringify({ start, lower }));
    await page.keyboard.press('0');
    const fitted = await transform(page);
    const [frame, svg] = [await page.locator('.canvas').boundingBox(), await page.locator('.stage svg').boundingBox()];
    assert.ok(frame && svg && svg.height <= frame.height + 1 && svg.width <= frame.width + 1, JSON.stringify({ frame, svg, fitted }));
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    assert.match(name, /^(Block|Layer) /);
    await page.locator(node('Block Clock')).focus();
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('.graph-side h2').innerText(), 'Clock');
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.graph-side h2').innerText(), 'Overview');
  });

  it('zooms by wheel around the pointer, and by buttons', async () => {
    page = await host.open(workspace([folder()]));
    await documentDrawn(page);
    const box = await page.locator(node('Block Web')).boundingBox();
    assert.ok(box);
    const start = await transform(page);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.wheel(0, -100);
    await page.waitForTimeout(50);
    assert.ok((await transform(page)).scale > start.scale * 1.1);
    const after = await page.locator(node('Block Web')).boundingBox();
    assert.ok(after && Math.abs(after.x + after.width / 2 - box.x - box.width / 2) < 3);
    await page.getByRole('button', { name: 'Zoom out' }).click();
    assert.ok((await transform(page)).scale < start.scale * 1.1);
  });

  it('keeps the choice when a new state comes', async () => {
    page = await host.open(workspace([folder()]));
    await documentDrawn(page);
    await page.click(node('Block Web'));
    const graph = smallGraph();
    graph.blocks = graph.blocks.filter((block) => block.id !== 'Clock');
    graph.edges = graph.edges.filter((edge) => edge.to !== 'Clock');
    await show(page, workspace([folder({ report: report(graph) })]));
    await page.waitForFunction(() => document.querySelectorAll('g.node').length === 29);
    assert.equal(await page.locator('.graph-side h2').innerText(), 'Web');
    assert.equal(await page.locator(`${node('Block Web')}.is-selected`).count(), 1);
  });
});
