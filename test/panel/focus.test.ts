import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { folder, workspace } from './example.ts';
import { drawn, panelPages, show } from './host-page.ts';

const box = (name: string): string => `.map-box[data-title^="Block ${name},"]`;

describe('panel: focus', function () {
  this.timeout(240_000);
  const host = panelPages();
  let page: Page;
  beforeEach(async () => {
    page = await host.open(workspace([folder()]));
    await drawn(page);
    await page.locator(box('Orders')).click();
  });

  /** The names in the picture, column by column from the left. */
  const columns = async (): Promise<string[][]> => {
    const boxes = await page.locator('.map-box').evaluateAll((all) =>
      all.map((one) => ({ x: Math.round(one.querySelector('.map-face')!.getBoundingClientRect().x),
      name: /^Block ([^,]+)/.exec(one.getAttribute('data-title') ?? '')?.[1] ?? '' })));
    const places = [...new Set(boxes.map(({ x }) => x))].sort((a, b) => a - b);
    return places.map((place) => boxes.filter(({ x }) => x === place).map(({ name }) => name).sort());
  };
  const arrows = (): Promise<string[]> => page.locator('.map-edge title').allTextContents().then((all) => all.map((one) => one.split(':')[0] ?? '').sort());

  it('shows what uses a block, the block, and what it uses, in three columns, with its own arrows only', async () => {
    await page.getByRole('button', { name: 'Focus' }).click();
    assert.deepEqual(await columns(), [['Checkout', 'Reporting'], ['Orders'], ['OrderStore', 'Products', 'Users']]);
    assert.deepEqual(await arrows(), ['Checkout uses Orders', 'Orders uses OrderStore', 'Orders uses Products', 'Orders uses Users', 'Reporting uses Orders']);
    const [frame, centre] = [await page.locator('.canvas').boundingBox(), await page.locator(box('Orders')).boundingBox()];
    assert.ok(frame && centre && Math.abs(centre.x + centre.width / 2 - frame.x - frame.width / 2) < 60, JSON.stringify({ frame, centre }));
  });

  it('goes deeper, in one direction, and back by breadcrumbs', async () => {
    await page.getByRole('button', { name: 'Focus' }).click();
    await page.getByLabel('Direction').selectOption('users');
    await page.getByLabel('Depth').selectOption('2');
    assert.deepEqual(await columns(), [['Api', 'Cli', 'Admin', 'Web'].sort(), ['Checkout', 'Reporting'], ['Orders']]);
    await page.locator(box('Checkout')).dblclick();
    const crumbs = page.getByRole('navigation', { name: 'Focus' });
    await crumbs.locator('[aria-current=page]', { hasText: 'Checkout' }).waitFor();
    assert.deepEqual(await crumbs.locator('li').allInnerTexts(), ['All blocks', 'Orders', 'Checkout']);
    await crumbs.getByRole('button', { name: 'Back' }).click();
    await crumbs.locator('[aria-current=page]', { hasText: 'Orders' }).waitFor();
    await crumbs.getByRole('button', { name: 'All blocks' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.map-box').length === 30);
  });

  it('tells what breaks with a block, with the way to each', async () => {
    await page.getByLabel('Find a block').fill('Inventory');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'What breaks?' }).click();
    const side = page.locator('.graph-side');
    assert.match(await side.innerText(), /What breaks with Inventory\?\s+A change of Inventory can reach 5 blocks\./);
    assert.deepEqual(await side.locator('.ways li').allInnerTexts().then((all) => all.map((one) => one.replace(/\s+/g, ''))), [
      'Shipping→Inventory', 'Payments→Shipping→Inventory', 'Checkout→Payments→Shipping→Inventory',
      'Api→Checkout→Payments→Shipping→Inventory', 'Web→Checkout→Payments→Shipping→Inventory',
    ]);
  });

  it('lists all ways between two blocks', async () => {
    await page.getByRole('button', { name: 'Focus' }).click();
    await page.getByLabel('Ways from Orders to').fill('Clock');
    await page.keyboard.press('Enter');
    await page.getByText('1 way from Orders to Clock.').first().waitFor();
    assert.deepEqual(await columns(), [['Orders'], ['Products'], ['Cache'], ['Clock']]);
    await page.getByLabel('Ways from Orders to').fill('Web');
    await page.keyboard.press('Enter');
    await page.getByText('Orders does not use Web, not even indirectly.').first().waitFor();
  });

  it('survives a reload', async () => {
    await page.getByRole('button', { name: 'Focus' }).click();
    await page.getByLabel('Depth').selectOption('all');
    const before = await columns();
    await page.reload();
    await page.waitForFunction(() => window.sent.length > 0);
    await show(page, workspace([folder()]));
    await page.getByRole('navigation', { name: 'Focus' }).waitFor();
    assert.deepEqual((await columns()).map((column) => column.length), before.map((column) => column.length));
  });
});
