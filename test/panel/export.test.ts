import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type { ReportGraph } from '../../server/protocol/report.ts';
import { drawableText } from '../../server/diagram/mermaid-label.ts';
import { toMermaid } from '../../server/diagram/mermaid.ts';
import { block, folder, report, workspace } from './example.ts';
import { documentDrawn, drawn, panelPages, sent, switchTo } from './host-page.ts';

const HOSTILE = [
  'end',
  'subgraph',
  'a"b',
  "it's",
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '</text></svg>',
  '[x](http://y.z)',
  '{{a}}|b|(c)',
  '1. list',
  '`code` **bold** _em_',
  '$$x^2$$',
  '#quot; &amp; &lt; &#60; #35;',
  '@scope/pkg-name_x',
  'back\\slash \\n',
  'new\nline',
  '%%{init: {"theme":"dark"}}%%',
  'click b0 call alert(1)',
  '--> b0',
  'style b0 fill:#f00;',
  'fa:fa-car',
  'www.example.org',
  'ﬂ°°42¶ß',
  'über ünï 漢字 😀',
  'עברית',
  '__proto__',
  'constructor',
];

function hostileGraph(): ReportGraph {
  return {
    layers: [{ id: 'layer "one" <b> _x_ `y` [z](u)', paths: [], mayUse: [] }, { id: 'end', paths: [], mayUse: [] }],
    blocks: HOSTILE.map((id, at) => block(id, at % 2 === 0 ? 'layer "one" <b> _x_ `y` [z](u)' : 'end')),
    edges: HOSTILE.slice(1).map((to, at) => ({ from: HOSTILE[at] ?? '', to, imports: 1, kind: 'value' })),
    cycles: [], criticalPath: [],
  };
}

/** Without white space, which wrapping changes, and without joiners. */
const plain = (text: string): string => text.replace(/[\s\u2060]+/g, '');

describe('panel: hostile names and export', function () {
  this.timeout(240_000);
  const host = panelPages();
  let page: Page;

  const open = async (): Promise<void> => {
    page = await host.open(workspace([folder({ name: '../my "shop"', report: report(hostileGraph(), { findings: [] }) })]));
    page.on('dialog', () => assert.fail('a name was run as a script'));
    await documentDrawn(page);
  };

  it('draws any name as it is', async () => {
    await open();
    const labels = await page
      .locator('g.node')
      .evaluateAll((all) => all.map((one) => [...one.querySelectorAll('.text-outer-tspan')].map((line) => line.textContent).join('')));
    assert.deepEqual(labels.map(plain).sort(), HOSTILE.map((name) => plain(drawableText(name))).sort());
    const titles = await page.locator('g.cluster-label text').allTextContents();
    assert.deepEqual(titles.map(plain).sort(), ['▾end', '▾layer"one"<b>_x_`y`[z](u)']);
    assert.equal(await page.locator('.stage img, .stage script, .stage a, .stage foreignObject').count(), 0);
    await page.click('g.node[aria-label^="Block __proto__"]');
    assert.equal(await page.locator('.graph-side h2').innerText(), '__proto__');
  });

  it('writes Markdown text that Mermaid reads, with the same names', async () => {
    await open();
    const other = await page.context().browser()?.newPage();
    assert.ok(other);
    await other.addScriptTag({ path: createRequire(import.meta.url).resolve('mermaid/dist/mermaid.min.js') });
    const { text } = toMermaid(hostileGraph(), { level: 'block' });
    const labels = await other.evaluate(async (written) => {
      const { mermaid } = window as unknown as { mermaid: typeof import('mermaid').default };
      mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', htmlLabels: true });
      await mermaid.parse(written);
      const { svg } = await mermaid.render('markdown', written);
      const drawing = new DOMParser().parseFromString(svg, 'text/html');
      return [...drawing.querySelectorAll('g.node .nodeLabel')].map((label) => label.textContent ?? '');
    }, text);
    await other.close();
    assert.deepEqual(labels.map(plain).sort(), HOSTILE.map((name) => plain(drawableText(name))).sort());
  });

  it('exports an SVG that stands alone', async () => {
    await open();
    await page.locator('summary[aria-label=Export]').click();
    await page.getByRole('button', { name: 'Export as SVG' }).click();
    await page.waitForFunction(() => window.sent.some((message) => message.type === 'save'));
    const [message] = await sent(page, 'save');
    assert.ok(message);
    assert.equal(message.mime, 'image/svg+xml');
    assert.equal(message.suggestedName, 'my-shop-blocks.svg');
    const svg = Buffer.from(message.base64, 'base64').toString('utf8');
    assert.doesNotMatch(svg, /var\(--|<script|onerror="|foreignObject|href="http|@import|url\((?!#)/);
    assert.match(svg, /<style>/);
    const alone = await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
      const root = parsed.documentElement;
      return {
        error: parsed.querySelector('parsererror')?.textContent ?? null,
        nodes: parsed.querySelectorAll('g.node').length,
        width: Number(root.getAttribute('width')),
        background: root.querySelector(':scope > rect')?.getAttribute('fill'),
        tabbable: parsed.querySelectorAll('[tabindex]').length,
      };
    }, svg);
    assert.equal(alone.error, null);
    assert.equal(alone.nodes, HOSTILE.length);
    assert.ok(alone.width > 100);
    assert.equal(alone.background, '#1f1f1f');
    assert.equal(alone.tabbable, 0);
  });

  it('draws any name as it is in the graph, and exports it as an SVG that stands alone', async () => {
    await open();
    await switchTo(page, 'Graph');
    await drawn(page);
    const titles = await page.locator('.map-box > title').allTextContents();
    assert.deepEqual(titles.map((title) => title.slice('Block '.length, title.lastIndexOf(', 4 files'))).sort(), [...HOSTILE].sort());
    assert.equal(await page.locator('.stage img, .stage script, .stage a, .stage foreignObject').count(), 0);
    await page.locator('summary[aria-label=Export]').click();
    await page.getByRole('button', { name: 'Export as SVG' }).click();
    await page.waitForFunction(() => window.sent.some((message) => message.type === 'save'));
    const [message] = await sent(page, 'save');
    const svg = Buffer.from(message?.base64 ?? '', 'base64').toString('utf8');
    assert.doesNotMatch(svg, /var\(--|<script|onerror="|foreignObject|href="http|@import|url\((?!#)/);
    const alone = await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
      return { error: parsed.querySelector('parsererror')?.textContent ?? null, boxes: parsed.querySelectorAll('.map-box').length,
        tabbable: parsed.querySelectorAll('[tabindex]').length };
    }, svg);
    assert.deepEqual(alone, { error: null, boxes: HOSTILE.length, tabbable: 0 });
  });

  it('exports a PNG that shows the picture', async () => {
    await open();
    await page.locator('summary[aria-label=Export]').click();
    await page.getByRole('button', { name: 'Export as PNG' }).click();
    await page.waitForFunction(() => window.sent.some((message) => message.type === 'save'));
    const [message] = await sent(page, 'save');
    assert.ok(message);
    assert.equal(message.mime, 'image/png');
    const colours = await page.evaluate(async (base64) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const seen = new Set<number>();
      const pixels = new Uint32Array(context?.getImageData(0, 0, image.width, image.height).data.buffer ?? new ArrayBuffer(0));
      for (const pixel of pixels) seen.add(pixel);
      return seen.size;
    }, message.base64);
    assert.ok(colours > 50, `${colours} colours`);
  });
});
