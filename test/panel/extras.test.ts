/** What the picture shows on demand: data flow, control flow, critical path, bottlenecks; and the steps of a cycle. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { EdgeFlow, FlowName } from '../../server/protocol/answers.ts';
import { graphOfSize } from '../kit/report-of-size.ts';
import { folder, report, smallGraph, workspace, type ExampleFolder } from './example.ts';
import { axe } from './axe.ts';
import { documentDrawn, drawn, panelPages, sent, settled, show, takeAnswers } from './host-page.ts';

const range = { start: { line: 4, column: 20 }, end: { line: 4, column: 40 } };
const imports = [{ path: 'src/domain/payments/ship.ts', range, to: 'src/domain/shipping/index.ts', names: ['ship'], typeOnly: false }];
const named = (...names: string[]): FlowName[] => names.map((name) => ({ name, count: 1, path: `src/${name}.ts`, range }));

/** Every edge passes a type that is named after its used block, but nothing passes to Logging. */
const flows = (edges: readonly (readonly [string, string])[]): EdgeFlow[] => edges.map(([from, to]) => ({
  from, to, values: [], makes: [], ...(to === 'Logging' ? { types: [], calls: [] } : { types: named(`${to}Row`, 'Key'), calls: named('run') }),
}));
const example = (change: Partial<ExampleFolder> = {}): ExampleFolder => folder({ flows, imports, ...change });

/** Opens the switches, changes these, and closes them. */
async function toggle(page: Page, ...names: string[]): Promise<void> {
  await page.getByText('Show', { exact: true }).click();
  for (const name of names) await page.getByRole('checkbox', { name }).click();
  await page.keyboard.press('Escape');
  await settled(page);
}

/** Texts that stand over a box, or over each other. */
async function overlaps(page: Page): Promise<string[]> {
  const rects = (selector: string) => page.locator(selector).evaluateAll((all) => all.map((one) => {
    const { left, right, top, bottom } = one.getBoundingClientRect();
    return { name: one.parentElement?.textContent ?? '', left, right, top, bottom };
  }));
  const [labels, boxes] = [await rects('.map-label rect'), await rects('.map-box .map-face')];
  return labels.flatMap((label, at) => [...boxes, ...labels.slice(at + 1)]
    .filter((other) => label.left < other.right && other.left < label.right && label.top < other.bottom && other.top < label.bottom)
    .map(({ name }) => `${label.name} over ${name}`));
}

describe('panel: what the picture shows on demand', function () {
  this.timeout(240_000);
  const host = panelPages();
  let page: Page;
  const labels = (): Promise<string[]> => page.locator('.map-label text').allTextContents();
  const kinds = async (): Promise<string[]> => (await takeAnswers(page)).filter(({ question: { kind } }) => kind === 'flows' || kind === 'bottlenecks')
    .map(({ question, sent: isSent }) => `${question.kind}${isSent ? '' : ' (known)'}`);

  it('writes along arrows which types and values pass, and what is called, and asks for neither before', async () => {
    page = await host.open(workspace([example()]));
    await drawn(page);
    assert.deepEqual(await kinds(), []);
    assert.deepEqual(await labels(), []);
    await toggle(page, 'Data flow');
    assert.deepEqual(await kinds(), ['flows']);
    const shown = await labels();
    assert.ok(shown.length >= 10, `${shown.length} labels`);
    assert.ok(shown.every((text) => /^\w+Row(, Key| \+1)$/.test(text)), shown.join('; '));
    assert.deepEqual(await overlaps(page), []);
    await page.locator('.map-edge title', { hasText: 'Web uses UserStore: 5 imports, not allowed; UserStoreRow, Key' }).waitFor({ state: 'attached' });
    await toggle(page, 'Data flow', 'Control flow');
    assert.deepEqual(new Set(await labels()), new Set(['run()']));
    await toggle(page, 'Data flow');
    assert.ok((await labels()).some((text) => /Row, run\(\)/.test(text)), (await labels()).join('; '));
    await toggle(page, 'Data flow', 'Control flow');
    assert.deepEqual(await labels(), []);
    // The answer is kept.
    assert.deepEqual(await kinds(), []);
  });

  it('asks again after an edit of imports, and is not sent what stayed the same', async () => {
    page = await host.open(workspace([example()]));
    await drawn(page);
    await toggle(page, 'Data flow', 'Bottlenecks');
    await takeAnswers(page);
    await show(page, workspace([example({ imports: [] })]));
    assert.deepEqual(await kinds(), ['flows (known)']);
    await show(page, workspace([example({ imports: [], report: report(smallGraph(), { findings: [] }) })]));
    assert.deepEqual(await kinds(), []);
  });

  it('lets arrows step back along which nothing passes, but none that is wrong', async () => {
    page = await host.open(workspace([example()]));
    await drawn(page);
    const quiet = (): Promise<string[]> => page.locator('.map-edge:has(> .map-line[opacity]) title').allTextContents();
    assert.deepEqual(await quiet(), []);
    await toggle(page, 'Data flow', 'Critical path');
    const all = await quiet();
    assert.ok(all.length > 0);
    assert.ok(all.every((text) => / uses Logging: .*; none of what is shown passes$/.test(text)), all.join('\n'));
  });

  it('says of a chosen block at each arrow or its end what passes, also among 300 blocks', async () => {
    const graph = graphOfSize(300, 5000);
    page = await host.open(workspace([example({ report: report(graph, { findings: [] }) })]));
    await drawn(page);
    await toggle(page, 'Data flow');
    await page.getByText('Open a row, or choose a block, to see what passes along its arrows.').waitFor();
    const [first] = graph.cycles[0]!;
    await page.getByLabel('Find a block').fill(first!);
    await page.keyboard.press('Enter');
    await settled(page);
    assert.equal(await page.getByText('Open a row, or choose').count(), 0);
    const between = await page.locator('.map-edge title').allTextContents();
    const told = between.filter((text) => text.includes('; ')).length;
    assert.ok(told > 0);
    const [along, inBoxes] = [(await labels()).length, await page.locator('.map-box text[font-style="italic"]').count()];
    assert.equal(along + inBoxes, told);
    assert.deepEqual(await overlaps(page), []);
    const height = await page.locator('.map-box text[font-style="italic"], .map-label text').first().evaluate((text) => text.getBoundingClientRect().height);
    assert.ok(height > 9, `a text is ${height} px high`);
  });

  it('lists what passes along a chosen arrow, and opens the code at a name', async () => {
    page = await host.open(workspace([example()]));
    await drawn(page);
    await page.locator('.map-box[data-title^="Block Web,"]').click();
    await page.locator('.graph-side').getByRole('button', { name: 'imports from Web to UserStore' }).click();
    const side = page.locator('.graph-side');
    await side.getByRole('heading', { name: 'What passes' }).waitFor();
    assert.match(await side.locator('.flow').innerText(), /^Types\s+UserStoreRow\s+Key\s+Calls\s+run\(\)$/);
    await side.getByRole('button', { name: 'run()' }).click();
    assert.deepEqual(await sent(page, 'openFile'), [{ type: 'openFile', folder: 'file:///shop', path: 'src/run.ts', range }]);
  });

  it('draws the critical path until it is switched off, and keeps the choice over a reload', async () => {
    page = await host.open(workspace([example()]));
    await drawn(page);
    const critical = page.locator('.map-edge-critical');
    assert.ok(await critical.count() > 0);
    assert.match(await page.locator('.legend').innerText(), /critical path/);
    await toggle(page, 'Critical path');
    assert.equal(await critical.count(), 0);
    assert.doesNotMatch(await page.locator('.legend').innerText(), /critical path/);
    assert.equal(await page.locator('.map-box[data-title*="critical path"]').count(), 0);
    await page.reload();
    await page.waitForFunction(() => window.sent.length > 0);
    await show(page, workspace([example()]));
    await drawn(page);
    assert.equal(await critical.count(), 0);
  });

  it('marks bottlenecks, and says in words why they are', async () => {
    page = await host.open(workspace([example()]));
    await drawn(page);
    assert.equal(await page.locator('.map-bottleneck').count(), 0);
    await toggle(page, 'Bottlenecks');
    assert.deepEqual(await kinds(), ['bottlenecks']);
    const marked = await page.locator('.map-box:has(.map-bottleneck)').evaluateAll((all) => all.map((one) => one.getAttribute('data-title')));
    assert.deepEqual(marked, [
      'Block Checkout, 4 files, on the critical path, bottleneck: on 17% of the shortest ways',
      'Block Orders, 4 files, 5 findings, modified, on the critical path, bottleneck: on 36% of the shortest ways',
      'Block Products, 4 files, completed, bottleneck: on 21% of the shortest ways',
    ]);
    const side = page.locator('.graph-side');
    assert.match(await side.innerText(),
      /Bottlenecks\s+3\s+Orders\s+On 57 of the 159 shortest ways between two blocks \(36%\)\. 2 blocks use it, and it uses 3: instability 0\.60\./);
    await side.locator('.bottleneck').getByRole('button', { name: 'Orders' }).click();
    await side.getByRole('heading', { name: 'A bottleneck' }).waitFor();
    await page.getByLabel('Find a block').fill('Clock');
    await page.keyboard.press('Enter');
    await side.getByText(/On none of the shortest ways between two other blocks\. \d+ blocks? uses? it, and it uses 0: instability 0\.00\./).waitFor();
    await toggle(page, 'Bottlenecks');
    assert.equal(await page.locator('.map-bottleneck').count(), 0);
  });

  it('writes all of it into the diagram of documents too', async () => {
    const graph = smallGraph();
    const near = new Set(['Web', 'UserStore', 'Checkout', 'Orders', 'OrderStore', 'Products']);
    const small = {
      ...graph, blocks: graph.blocks.filter(({ id }) => near.has(id)), edges: graph.edges.filter(({ from, to }) => near.has(from) && near.has(to)), cycles: [],
      criticalPath: ['Checkout', 'Orders', 'OrderStore'],
    };
    page = await host.open(workspace([example({ report: report(small) })]));
    await drawn(page);
    await toggle(page, 'Data flow', 'Bottlenecks');
    await documentDrawn(page);
    await page.locator('.edgeLabel', { hasText: 'UserStoreRow' }).first().waitFor();
    await page.waitForFunction(() => document.querySelector('.canvas')?.getAttribute('aria-busy') === 'false');
    const text = async (part: string): Promise<string> => (await page.locator(part).allTextContents()).join('\n').replace(/\s+/g, ' ');
    assert.match(await text('.node'), /Orders.*bottleneck/);
    assert.match(await text('.edgeLabel'), /not allowed: *UserStoreRow, *Key/);
  });

  it('steps through a cycle with the keyboard, and opens the import of a step', async () => {
    page = await host.open(workspace([example()]));
    await drawn(page);
    await page.locator('.graph-side').getByRole('button', { name: 'Step through' }).focus();
    await page.keyboard.press('Enter');
    const side = page.locator('.graph-side');
    const step = (): Promise<string> => side.locator('.details > [role=status]:not(.muted)').innerText();
    const drawnEdges = async (): Promise<string[]> => (await page.locator('.map-edge title').allTextContents()).map((text) => text.split(':')[0]!).sort();
    assert.equal(await step(), 'Step 1 of 3: Payments uses Shipping.');
    assert.equal(await page.evaluate(() => document.activeElement?.textContent?.trim()), 'Next');
    assert.deepEqual(await drawnEdges(), ['Inventory uses Payments', 'Payments uses Shipping', 'Shipping uses Inventory']);
    const chosen = (): Promise<(string | null)[]> => page.locator('.map-box.is-selected').evaluateAll((all) =>
      all.map((one) => one.getAttribute('data-key')).sort());
    assert.deepEqual(await chosen(), ['b:Payments', 'b:Shipping']);
    await page.keyboard.press('Enter');
    assert.equal(await step(), 'Step 2 of 3: Shipping uses Inventory.');
    await page.keyboard.press('ArrowRight');
    assert.equal(await step(), 'Step 3 of 3: Inventory uses Payments, which closes the cycle.');
    assert.deepEqual(await chosen(), ['b:Inventory', 'b:Payments']);
    assert.equal(await side.locator('[aria-current=step]').innerText(), 'Inventory → Payments');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    assert.equal(await step(), 'Step 3 of 3: Inventory uses Payments, which closes the cycle.');
    assert.equal(await page.evaluate(() => document.activeElement?.textContent?.trim()), 'Next');
    await side.getByRole('list', { name: 'Imports from Inventory to Payments' }).getByRole('button').click();
    assert.deepEqual(await sent(page, 'openFile'), [{ type: 'openFile', folder: 'file:///shop', path: 'src/domain/payments/ship.ts', range }]);
    const graph = smallGraph();
    graph.edges = graph.edges.filter(({ from, to }) => from !== 'Inventory' || to !== 'Payments');
    await show(page, workspace([example({ report: report({ ...graph, cycles: [] }) })]));
    await side.getByText('This dependency is gone, so the cycle is broken.').waitFor();
    await side.getByRole('button', { name: 'Close steps' }).click();
    assert.equal(await side.locator('h2').innerText(), 'Overview');
  });

  it('opens the closed rows of a cycle that is stepped through, and goes on to another cycle', async () => {
    const graph = graphOfSize(300, 5000);
    const [long] = graph.cycles;
    graph.cycles.push([long![1]!, long![2]!]);
    page = await host.open(workspace([example({ report: report(graph, { findings: [] }) })]));
    await drawn(page);
    await page.getByRole('button', { name: 'Step through' }).first().click();
    await settled(page);
    const side = page.locator('.graph-side');
    assert.equal(await page.locator('.map-box.is-selected').count(), 2);
    assert.equal(await page.locator('.map-edge').count(), long!.length);
    await side.getByRole('button', { name: 'Another cycle (1 of 2)' }).click();
    assert.equal(await side.locator('h2').innerText(), 'Cycle of 2 blocks');
  });

  for (const theme of ['dark', 'light', 'contrast'] as const) {
    it(`passes axe with everything switched on (${theme})`, async () => {
      page = await host.open(workspace([example()]), { theme });
      await drawn(page);
      await page.getByText('Show', { exact: true }).click();
      for (const name of ['Data flow', 'Control flow', 'Bottlenecks']) await page.getByRole('checkbox', { name }).check();
      await settled(page);
      assert.deepEqual(await axe(page), []);
      await page.keyboard.press('Escape');
      await page.locator('.map-box[data-title^="Block Orders,"]').click();
      await settled(page);
      assert.deepEqual(await axe(page), []);
      await page.locator('.graph-side').getByRole('button', { name: /imports? from Orders to OrderStore/ }).click();
      await settled(page);
      assert.deepEqual(await axe(page), []);
      await page.locator('.canvas').focus();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Step through' }).click();
      await settled(page);
      assert.deepEqual(await axe(page), []);
    });
  }
});
