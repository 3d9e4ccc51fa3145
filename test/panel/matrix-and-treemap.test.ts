import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { reportOfSize } from '../kit/report-of-size.ts';
import { folder, workspace } from './example.ts';
import { asked, drawn, panelPages, switchTo } from './host-page.ts';

describe('panel: matrix and treemap', function () {
  this.timeout(240_000);
  const host = panelPages();
  let page: Page;

  const side = () => page.locator('.graph-side');
  const words = (): Promise<string> => page.locator('#matrix-cell').innerText();

  it('tells what is wrong with the matrix, and what each cell means', async () => {
    page = await host.open(workspace([folder()]));
    await drawn(page);
    await switchTo(page, 'Matrix');
    assert.match(await page.locator('.matrix-words').innerText(), /Below the diagonal is backwards: 2 cells\. Squares are cycles: 1\./);
    const grid = page.getByRole('grid');
    assert.equal(await grid.getAttribute('aria-rowcount'), '30');
    await grid.focus();
    // The first row is a user of others: the next import in it is one step away.
    const first = await words();
    await page.keyboard.press('Control+ArrowRight');
    assert.match(await words(), new RegExp(`^${first} uses \\w+: \\d+ imports?`));
    await page.keyboard.press('Enter');
    await page.getByText('The latest review has no such import.').waitFor();
    const [from, , to] = (await words()).split(/[ :]/);
    assert.equal(await side().locator('h2').innerText(), `${from} → ${to}`);
    assert.deepEqual((await asked(page, 'imports')).map((question) => [question.from, question.to]), [[from, to]]);
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    assert.equal(await side().locator('h2').innerText(), first);
  });

  it('opens the imports of a clicked cell, and selects the block of a clicked header', async () => {
    page = await host.open(workspace([folder()]));
    await drawn(page);
    await switchTo(page, 'Matrix');
    const frame = await page.locator('.matrix-scroll').boundingBox();
    assert.ok(frame);
    const headers = await page.locator('.matrix-space').evaluate((space) => ({ width: (space as HTMLElement).offsetWidth,
      height: (space as HTMLElement).offsetHeight }));
    const cell = (headers.width - 190 - 8) / 30;
    await page.mouse.click(frame.x + 60, frame.y + 118 + cell / 2);
    const block = await side().locator('h2').innerText();
    // The selection is the same in all pictures.
    await switchTo(page, 'Graph');
    assert.equal(await page.locator('.map-box.is-selected').getAttribute('data-key'), `b:${block}`);
    await switchTo(page, 'Treemap');
    assert.equal(await page.locator('.tile[aria-pressed=true]').getAttribute('data-block'), block);
    await switchTo(page, 'Matrix');
    // The cells beside the diagonal, until one of them is an import.
    for (let column = 1; column < 30 && !/→/.test(await side().locator('h2').innerText());
      column++) await page.mouse.click(frame.x + 190 + cell * (column + 0.5), frame.y + 118 + cell / 2);
    assert.match(await side().locator('h2').innerText(), new RegExp(`^${block} → `));
  });

  it('keeps its headers while it scrolls through 300 blocks, and draws only what is visible', async () => {
    page = await host.open(workspace([folder({ report: { ...reportOfSize(300), findings: [] } })]));
    await drawn(page);
    await switchTo(page, 'Matrix');
    const scroller = page.locator('.matrix-scroll');
    const [wide, high] = await scroller.evaluate((box) => [box.scrollWidth, box.scrollHeight]);
    assert.ok((wide ?? 0) > 5000 && (high ?? 0) > 5000, `${wide} × ${high}`);
    const canvas = page.locator('.matrix-canvas');
    const before = await canvas.boundingBox();
    const picture = await canvas.evaluate((element) => (element as HTMLCanvasElement).toDataURL());
    await scroller.evaluate((box) => box.scrollTo(2000, 2500));
    await page.waitForFunction((old) => (document.querySelector('.matrix-canvas') as HTMLCanvasElement).toDataURL() !== old, picture);
    assert.deepEqual(await canvas.boundingBox(), before);
    assert.ok((await page.locator('.matrix *').count()) < 60);
  });

  it('gives every block an area by its files in the treemap, with its health in words', async () => {
    page = await host.open(workspace([folder({ report: reportOfSize(64) })]));
    await drawn(page);
    await switchTo(page, 'Treemap');
    const tiles = page.locator('.tile');
    assert.equal(await tiles.count(), 64);
    const graph = reportOfSize(64).graph;
    const sized = await tiles.evaluateAll((all) => all.map((one) => { const { width, height } = one.querySelector('rect')!.getBoundingClientRect();
      return { id: (one as SVGElement).dataset['block'], area: (width + 1) * (height + 1) }; }));
    const perFile = sized.map(({ id, area }) => area / (graph.blocks.find((block) => block.id === id)?.files ?? 1));
    // Titles of layers take some room from the blocks of theirs.
    assert.ok(Math.max(...perFile) / Math.min(...perFile) < 2, `${Math.min(...perFile)} ${Math.max(...perFile)}`);
    const block = graph.blocks[40]!;
    const tile = page.locator(`.tile[data-block="${block.id}"]`);
    assert.match(await tile.getAttribute('data-title') ?? '',
      new RegExp(`^Block ${block.id}, ${block.files} files?.*health ${Math.round(block.health!.score!)}`));
    await tile.focus();
    await page.keyboard.press('Enter');
    assert.equal(await side().locator('h2').innerText(), block.id);
    await page.keyboard.press('ArrowLeft');
    assert.notEqual(await page.evaluate(() => (document.activeElement as SVGElement).dataset['block']), block.id);
  });
});
