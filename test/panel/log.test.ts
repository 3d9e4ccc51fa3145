import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { LogRow } from '../../server/protocol/tracking.ts';
import { folder, log, workspace } from './example.ts';
import { asked, panelPages, post, sent, show } from './host-page.ts';

describe('panel: log', function () {
  this.timeout(240_000);
  const host = panelPages();
  let page: Page;

  const open = async (rows = log(60)): Promise<void> => {
    page = await host.open(workspace([folder({ log: rows })]));
    await page.click('#tab-log');
    if (rows.length > 0) await page.waitForSelector('.log-body [role=row]');
  };
  const cells = (column: number): Promise<string[]> =>
    page.locator(`.log-body [role=row] [role=gridcell]:nth-child(${column})`).allInnerTexts();

  it('renders only the visible rows, and says how many there are', async () => {
    await open(log(6000));
    const rows = await page.locator('.log-body [role=row]').count();
    assert.ok(rows > 10 && rows < 80, `${rows} rows`);
    assert.equal(await page.getByRole('grid', { name: 'Log' }).getAttribute('aria-rowcount'), '6001');
    await page.locator('.log-scroll').evaluate((scroll) => { scroll.scrollTop = scroll.scrollHeight; });
    await page.waitForSelector('[role=row][aria-rowindex="6001"]');
  });

  it('sorts by every column, both ways', async () => {
    const rows = log(12);
    await open(rows);
    const points = rows.flatMap((row) => (row.score === null ? [] : [row.score])).sort((a, b) => a - b);
    const header = page.getByRole('columnheader', { name: 'Score' });
    await header.getByRole('button').click();
    assert.equal(await header.getAttribute('aria-sort'), 'descending');
    assert.deepEqual((await cells(7)).slice(0, 4).map(parseFloat), [...points].reverse());
    await header.getByRole('button').click();
    assert.equal(await header.getAttribute('aria-sort'), 'ascending');
    assert.deepEqual((await cells(7)).slice(0, 4).map(parseFloat), points);
    for (const [at, name] of ['Time', 'Kind', 'Summary', 'Status', 'Issue', 'Author', 'Score', 'Change', 'Errors', 'Warnings', 'Branch'].entries()) {
      const button = page.getByRole('columnheader', { name }).getByRole('button');
      await button.click();
      const once = await cells(at + 1);
      await button.click();
      const twice = await cells(at + 1);
      const values = (all: string[]): string[] => all.filter((text) => text !== '');
      assert.deepEqual(values(twice), values(once).reverse(), name);
      assert.ok(new Set(values(once)).size < 2 || values(once).join() !== values(twice).join(), name);
    }
  });

  it('filters by text and kind', async () => {
    await open();
    await page.getByLabel('Kind').selectOption('review');
    assert.deepEqual([...new Set(await cells(2))], ['review']);
    await page.getByText('20 of 60 entries').waitFor();
    await page.getByLabel('Kind').selectOption('issue');
    await page.getByLabel('Filter the log').fill('ML-13');
    assert.deepEqual(await cells(5), ['ML-13']);
    await page.getByLabel('Filter the log').fill('no such row');
    await page.getByText('No entries match these filters.').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Export as CSV' }).isDisabled(), true);
  });

  it('shows the columns that are chosen, further fields of issues among them, and keeps them', async () => {
    const rows = log(60);
    await open(rows);
    const headers = (): Promise<string[]> => page.getByRole('columnheader').allInnerTexts();
    const all = await headers();
    assert.equal(all.length, 11);
    assert.equal(JSON.stringify(await asked(page, 'log')).includes('Priority'), false, 'fields that nobody chose do not travel');
    await page.getByText('Columns').click();
    for (const name of ['Errors', 'Status']) await page.getByRole('checkbox', { name, exact: true }).uncheck();
    await page.getByRole('checkbox', { name: 'Infos' }).check();
    await page.getByRole('checkbox', { name: 'Story Points' }).check();
    await page.keyboard.press('Escape');
    assert.equal(await page.getByRole('checkbox').count(), 0);
    assert.deepEqual(await headers(), [
      'Time', 'Kind', 'Summary', 'Issue', 'Author', 'Score', 'Change', 'Warnings', 'Infos', 'Branch', 'Story Points',
    ]);
    const points = page.getByRole('columnheader', { name: 'Story Points' }).getByRole('button');
    await page.getByLabel('Kind').selectOption('issue');
    await points.click();
    assert.deepEqual([...new Set(await cells(11))].slice(0, 2), ['1', '2']);
    await points.click();
    assert.deepEqual([...new Set(await cells(11))].slice(0, 2), ['5', '4']);
    await page.getByRole('button', { name: 'Export as CSV' }).click();
    assert.deepEqual((await sent(page, 'saveLog'))[0]?.filter.fields, ['Story Points']);
    const chosen = await headers();
    await page.reload();
    await page.waitForFunction(() => window.sent.length > 0);
    await show(page, workspace([folder({ log: rows })]));
    await page.waitForSelector('.log-body [role=row]');
    assert.deepEqual(await headers(), chosen);
    await page.getByText('Columns').click();
    await page.getByRole('button', { name: 'Reset' }).click();
    assert.deepEqual(await headers(), all);
  });

  it('shows how the score changed, in words too', async () => {
    await open();
    const text = await page.locator('.delta').first().textContent();
    assert.match(text ?? '', /^(▲up|▼down) \d/);
  });

  it('saves the rows as they are filtered and sorted', async () => {
    await open(log(3));
    await page.getByLabel('Kind').selectOption('issue');
    await page.getByLabel('Filter the log').fill('flow');
    await page.getByRole('columnheader', { name: 'Author' }).getByRole('button').click();
    await page.getByRole('button', { name: 'Export as CSV' }).click();
    const filter = { search: 'flow', rows: 'issue', sort: 'author', descending: false, fields: [] };
    assert.deepEqual(await sent(page, 'saveLog'), [{ type: 'saveLog', folder: 'file:///shop', suggestedName: 'shop-log.csv', filter }]);
  });

  it('draws the trend, with the same numbers as a table', async () => {
    const rows = log(60);
    await open(rows);
    const name = await page.locator('.trend canvas').getAttribute('aria-label');
    const scores = rows.flatMap((row) => (row.score === null ? [] : [row.score]));
    assert.match(name ?? '', new RegExp(`^Score over 20 reviews: from ${scores[0]} to ${scores.at(-1)}, `));
    const painted = await page.locator('.trend canvas').evaluate((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const pixels = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
      let count = 0;
      for (let at = 3; at < pixels.length; at += 4) if ((pixels[at] ?? 0) > 0) count++;
      return count;
    });
    assert.ok(painted > 5000, `${painted} pixels`);
    await page.getByText('Show as a table').click();
    assert.deepEqual((await page.locator('.trend-table tbody td:nth-child(2)').allInnerTexts()).map(Number), [...scores].reverse());
  });

  it('draws the velocity, with the same numbers as a table and in words', async () => {
    const issue = (at: number, resolved: string, points: string): LogRow => ({
      ...log(1)[0]!, kind: 'issue', issue: `ML-${at}`, status: 'Done', time: resolved,
      cells: { 'Created Date': '2026-06-01T08:00:00Z', 'Resolved Date': resolved, 'Story Points': points },
    });
    await open([issue(1, '2026-06-03T08:00:00Z', '5'), issue(2, '2026-06-17T08:00:00Z', '3'), issue(3, '2026-06-18T08:00:00Z', '8')]);
    await page.getByRole('heading', { name: 'Velocity' }).waitFor();
    const name = await page.locator('.velocity canvas').getAttribute('aria-label');
    assert.match(name ?? '', /^Finished points by week\. .*Something was last finished in 2026-W25\.$/);
    assert.equal(`Finished points by week. ${await page.locator('.velocity figcaption span').innerText()}`, name);
    await page.getByText('Show weeks as a table').click();
    assert.deepEqual(await page.locator('.velocity-table tbody td').allInnerTexts(), ['2026-W25', '11', '2026-W24', '0', '2026-W23', '5']);
    const painted = await page.locator('.velocity canvas').evaluate((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const pixels = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
      return [...pixels].filter((value, at) => at % 4 === 3 && value > 0).length;
    });
    assert.ok(painted > 3000, `${painted} pixels`);
    assert.equal((await asked(page, 'velocity')).length, 1);
    await show(page, workspace([folder({ log: [issue(1, '2026-06-03T08:00:00Z', '5')].map((row) => ({ ...row, status: 'To Do' })) })]));
    await page.getByText('No finished issue yet.').waitFor();
    assert.equal(await page.locator('.velocity canvas').count(), 0);
  });

  it('explains an empty log, and a single review', async () => {
    await open([]);
    await page.getByRole('heading', { name: 'The log is empty' }).waitFor();
    await show(page, workspace([folder({ log: log(3) })]));
    await page.getByText('The trend appears after two reviews with a score.').waitFor();
    await show(page, workspace([folder({ log: log(3).slice(0, 1) })]));
    await page.getByText('1 entry', { exact: true }).waitFor();
  });

  it('filters by columns: parts of texts, conditions on numbers and dates, empty cells', async () => {
    await open();
    const shown = (): Promise<string> => page.getByRole('status').filter({ hasText: 'entries' }).innerText();
    await page.getByRole('button', { name: 'Filter columns' }).click();
    const wants: readonly [column: string, wanted: string, meant: (row: LogRow) => boolean][] = [
      ['Status', 'in progress', ({ status }) => status === 'In Progress'], ['Status', '!done', ({ status }) => status !== 'Done'],
      ['Status', '=', ({ status }) => status === ''], ['Score', '>=80', ({ score }) => score !== null && score >= 80],
      ['Errors', '<34', ({ errors }) => errors !== null && errors < 34], ['Time', '>=2026-07', ({ time }) => time >= '2026-07'],
    ];
    for (const [column, wanted, meant] of wants) {
      const count = log(60).filter(meant).length;
      assert.ok(count > 0 && count < 60);
      await page.getByLabel(`Filter ${column}`).fill(wanted);
      assert.equal(await shown(), `${count} of 60 entries`, `${column} ${wanted}`);
      await page.getByLabel(`Filter ${column}`).fill('');
    }
    await page.getByLabel('Filter Status').fill('done');
    await page.getByLabel('Filter Author').fill('ada');
    const rows = log(60).filter(({ status, author }) => status === 'Done' && author === 'Ada').length;
    assert.equal(await shown(), `${rows} of 60 entries`);
    await page.getByRole('button', { name: 'Filter columns' }).click();
    assert.equal(await shown(), '60 entries', 'a filter that nobody sees hides nothing');
  });

  it('tells each review on the time line: change, findings, commit', async () => {
    await open();
    await page.getByText('Show as a table').click();
    const newest = log(60).findLast(({ kind }) => kind === 'review')!;
    const words = (await page.locator('.trend-table tbody tr').first().innerText()).replace(/\s+/g, ' ');
    const change = `${Math.abs(newest.delta!)} ${newest.delta! > 0 ? 'up' : 'down'}`;
    assert.ok(words.includes(`${change} ${newest.errors} errors, ${newest.warnings} warnings ${newest.commit.slice(0, 8)} on ${newest.branch}`), words);
  });

  it('asks for gates and audit log when they are opened, and tells each condition and checkpoint', async () => {
    await open();
    assert.deepEqual(await sent(page, 'controls'), []);
    await page.getByText('Gates and audit log').click();
    await page.locator('.controls-body[aria-busy="true"]').getByText('Evaluating…').waitFor();
    assert.deepEqual(await sent(page, 'controls'), [{ type: 'controls', folder: 'file:///shop' }]);
    const condition = { metric: 'score.total', operator: '>=' as const, threshold: 85, value: 81.5, source: 'review' };
    await post(page, { type: 'controls', folder: 'file:///shop', controls: {
      gates: [{ name: 'release', passed: false, conditions: [{ ...condition, passed: false, reason: 'score.total 81.5, asked >= 85' }] }],
      audit: {
        intact: true, entries: 120, firstBad: null, notes: ['a note'],
        checkpoint: { size: 100, root: '', signedBy: 'shop+1a2b3c4d', valid: true },
      },
    } });
    const gates = page.getByRole('region', { name: 'Gates' });
    assert.equal((await gates.innerText()).replace(/\s+/g, ' '), 'Gates failed: release: failed failed: score.total 81.5, asked >= 85');
    const audit = page.getByRole('region', { name: 'Audit log' });
    const told = /120 entries, intact Last checkpoint at 100 entries, signed by shop\+1a2b3c4d, valid\. a note\./;
    assert.match((await audit.innerText()).replace(/\s+/g, ' '), told);
    await page.getByRole('button', { name: 'Evaluate again' }).click();
    await post(page, { type: 'controls', folder: 'file:///shop', controls: {
      gates: { problem: 'No gate can be evaluated.' },
      audit: { intact: false, entries: 120, firstBad: { index: 57, reason: 'the entry was changed' }, notes: [], checkpoint: null },
    } });
    await page.getByText('No gate can be evaluated.').waitFor();
    assert.match((await audit.innerText()).replace(/\s+/g, ' '), /Not intact: entry 57 the entry was changed No checkpoint yet\./);
  });
});
