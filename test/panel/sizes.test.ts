/**
 * Every view at 14, 64 and 300 blocks, wide and at 900 pixels, in three themes: pictures to look at, in test-results/screens/sizes, and
 * what can be seen without looking: nothing is cut off at the side, and axe has nothing to say.
 */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { reportOfSize } from '../kit/report-of-size.ts';
import { axe } from './axe.ts';
import { folder, log, workspace } from './example.ts';
import { drawn, inTheme, panelPages, post, settled, switchTo } from './host-page.ts';
import type { ThemeName } from './themes.ts';

const SCREENS = path.resolve(import.meta.dirname, '../../test-results/screens/sizes');
const THEMES: readonly ThemeName[] = ['light', 'dark', 'contrast'];
const RULES = [
  ['quality/missing-type', 'Missing type'], ['quality/swallowed-error', 'Swallowed error'], ['quality/line-length', 'Long line'],
  ['architecture/layer-crossing', 'Forbidden import'], ['performance/await-in-loop', 'Await in a loop'], ['security/hardcoded-secret', 'Hard-coded secret'],
  ['architecture/block-cycle', 'Blocks in a cycle'],
] as const;

const VIEWS: Record<string, (page: Page) => Promise<unknown>> = {
  async graph(page) {
    await page.click('#tab-graph');
    await switchTo(page, 'Graph');
    await drawn(page);
  },
  async matrix(page) {
    await switchTo(page, 'Matrix');
    await page.waitForSelector('.matrix-canvas');
  },
  async treemap(page) {
    await switchTo(page, 'Treemap');
    await page.waitForSelector('.tile');
  },
  async score(page) {
    await page.click('#tab-score');
    await page.getByText('Dimensions').waitFor();
  },
  async log(page) {
    await page.click('#tab-log');
    await page.waitForSelector('.log-body [role=row]');
  },
};

/** Texts and controls that stand out of the window at its sides, but for what is scrolled on purpose. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolled = '.canvas, .matrix-scroll, .log-scroll, .trend, svg, .for-screen-readers';
    const wrong = [...document.querySelectorAll('button, input, select, h2, h3, p, li, dd, dt, th, td, span')].filter((one) => {
      if (one.closest(scrolled)) return false;
      const { left, right, width, height } = one.getBoundingClientRect();
      return width > 0 && height > 0 && (left < -1 || right > innerWidth + 1);
    });
    const wide = document.documentElement.scrollWidth > innerWidth ? [`the page is ${document.documentElement.scrollWidth} wide`] : [];
    const clipped = [...document.querySelectorAll('.page-header, .toolbar, .focus-bar, .legend, .graph-side')]
      .filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => `${one.className} is ${one.scrollWidth - one.clientWidth} px wider than its room`);
    return [...wide, ...clipped, ...wrong.map((one) => one.outerHTML.slice(0, 120))];
  });
}

describe('panel: every view at several sizes', function () {
  this.timeout(240_000);
  const host = panelPages();
  before(() => mkdirSync(SCREENS, { recursive: true }));

  for (const size of [14, 64, 300] as const) {
    it(`shows ${size} blocks`, async () => {
      const page = await host.open(workspace([folder({ report: reportOfSize(size), log: log(size * 3) })]));
      for (const [view, go] of Object.entries(VIEWS)) {
        await go(page);
        await settled(page);
        if (view === 'score') await post(page, { type: 'rules', rules: RULES.map(([id, title]) => ({ id, title })) });
        for (const width of [1280, 900]) {
          await page.setViewportSize({ width, height: width === 900 ? 700 : 860 });
          for (const theme of THEMES) {
            await inTheme(page, theme);
            await settled(page);
            const name = `${view}-${size}-${width}-${theme}`;
            await page.screenshot({ path: path.join(SCREENS, `${name}.png`), animations: 'disabled' });
            assert.deepEqual(await cutOff(page), [], name);
            if (width === 900) assert.deepEqual(await axe(page), [], name);
          }
        }
      }
    });
  }
});
