/** The page of a report on the work in a real browser: legible in light and dark, and alone. */
import assert from 'node:assert/strict';
import { progressOf } from '../../server/progress/report.ts';
import { REPORT_KINDS } from '../../server/protocol/progress.ts';
import { writeProgress } from '../../server/report/progress/formats.ts';
import { Calendar } from '../../server/text/calendar.ts';
import { done, issuesFrom } from '../progress/rows.ts';
import { alonePages, axeFaults } from './alone-pages.ts';

function page(): string {
  const day = (at: number): string => new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10);
  const issues = issuesFrom([
    ...Array.from({ length: 90 }, (_, at) => done(day(at), day(at + 3 + (at % 7)), {
      'Summary': `Change ${at}`, 'Story Points': String(1 + (at % 5)), 'Sprint': `Sprint ${Math.floor(at / 14)}`,
      ...(at % 9 === 0 ? { 'AI Model Type': 'SVM', 'Performance Metric': 'F1', 'Baseline Score': '0.7', 'Achieved Score': String(0.7 + at / 500) } : {}),
    })),
    { 'Status': 'Blocked', 'Due Date': '2026-03-01', 'Risk Level': 'High', 'Summary': 'Late' },
  ]);
  const report = progressOf({
    kinds: REPORT_KINDS, issues, reviews: [], gates: null, history: null, shallow: false, noGit: 'there is none', calendar: new Calendar('UTC'),
    now: Date.UTC(2026, 3, 10),
    code: { commits: [{ hash: 'a', author: 'Ada', time: 1_775_000_000, files: [{ path: 'a.ts', added: 5, deleted: 1 }] }], lines: new Map([['a.ts', 5]]) },
  });
  return writeProgress(report, 'html', { color: false, width: 100 });
}

describe('the page of a report on the work', function () {
  this.timeout(240_000);
  const open = alonePages();

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has no fault that axe knows, and asks for nothing, in ${colorScheme}`, async () => {
      const { page: opened, asked, address } = await open(page(), { colorScheme });
      assert.ok(await opened.locator('figure.chart svg').count() >= 4);
      assert.deepEqual(await axeFaults(opened), []);
      assert.deepEqual(asked, [address]);
      // No label of an axis lies on the next one.
      const overlaps = await opened.evaluate(() => [...document.querySelectorAll('figure.chart svg')].flatMap((svg) => {
        const boxes = [...svg.querySelectorAll('text.middle')].map((text) => text.getBoundingClientRect());
        return boxes.slice(1).filter((box, at) => box.left < boxes[at]!.right).map(() => svg.getAttribute('aria-label'));
      }));
      assert.deepEqual(overlaps, []);
    });
  }
});
