/** What travels to the page: only what it shows, and nothing that it has already. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { finding, folder, log, report, smallGraph, workspace, type Workspace } from './example.ts';
import { asked, drawn, panelPages, post, show, takeAnswers } from './host-page.ts';

const RULES = ['quality/missing-type', 'quality/long-function'];

/** 1,200 findings of two rules, and a log of 10,000 rows; `change` is the message of the first finding. */
function large(change = 'first'): Workspace {
  const findings = Array.from({ length: 1200 }, (_, at) =>
    finding({ ruleId: RULES[at % 2]!, path: `src/f${at}.ts`, block: at === 0 ? 'Pricing' : 'Orders', message: at === 0 ? change : `Finding ${at}` }));
  return workspace([folder({ report: report(smallGraph(), { findings }), log: LOG })]);
}

const LOG = log(10_000);

describe('panel: what travels', function () {
  this.timeout(240_000);
  const host = panelPages();
  let page: Page;

  const kinds = async (): Promise<string[]> => (await takeAnswers(page)).map(({ question, sent }) => `${question.kind}${sent ? '' : ' (known)'}`).sort();

  it('the graph needs neither findings nor log, and after an edit only the figures', async () => {
    page = await host.open(large());
    await drawn(page);
    assert.deepEqual(await kinds(), ['cuts', 'figures', 'graph', 'origin', 'score']);
    await show(page, large('second'));
    assert.deepEqual(await kinds(), []);
    const { folders: [changed], ...rest } = large();
    const { graph, findings } = changed!.report!;
    await show(page, { ...rest, folders: [{ ...changed!, report: report(graph, { findings: findings.slice(1) }) }] });
    assert.deepEqual(await kinds(), ['figures', 'score']);
  });

  it('findings come in pages of the open groups, and a page that an edit left alone is not sent again', async () => {
    page = await host.open(large());
    await page.click('#tab-score');
    await page.locator('.rule').first().waitFor();
    for (const rule of await page.locator('.rule .row-button').all()) await rule.click();
    await page.getByRole('button', { name: 'Show 100 more of 600' }).first().click();
    const asked = (await takeAnswers(page)).map(({ question }) => question);
    const pages = asked.flatMap((question) => (question.kind === 'findings' && question.blocker === undefined ? [[question.rule, question.offset]] : []));
    assert.deepEqual(pages.sort(), [['quality/long-function', 0], ['quality/long-function', 100], ['quality/missing-type', 0]]);
    assert.ok(asked.every((question) => !('limit' in question) || question.limit <= 100));
    await show(page, large('second'));
    await page.getByText('second').waitFor();
    const again = await takeAnswers(page);
    const sent = again.filter((one) => one.sent).map(({ question: { kind, ...rest } }) => `${kind} ${JSON.stringify(rest)}`);
    assert.deepEqual(sent, ['findings {"rule":"quality/missing-type","offset":0,"limit":100}']);
    assert.equal(again.filter(({ question }) => question.kind === 'graph' || question.kind === 'log').length, 0);
  });

  it('says why something could not be loaded, and asks again when told to', async () => {
    page = await host.open(workspace([]));
    const versions = { graph: '1', figures: '1', score: '1', log: '1' };
    await post(page, { type: 'state', state: { folders: [{ key: 'file:///shop', name: 'shop', problem: null, versions }], active: null, busy: false } });
    await page.getByText('This could not be loaded: the folder file:///shop is not open.').waitFor();
    const asks = async (): Promise<number> => (await asked(page, 'graph')).length;
    assert.equal(await asks(), 1);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.waitForFunction(() => window.sent.filter((message) => message.type === 'ask' && message.question.kind === 'graph').length === 2);
    await show(page, large());
    await drawn(page);
  });

  it('rows of the log come as they are scrolled to, and an edit sends none', async () => {
    page = await host.open(large());
    await page.click('#tab-log');
    await page.waitForSelector('[role=row][aria-rowindex="5"] time');
    const windows = async (): Promise<number[]> =>
      (await takeAnswers(page)).flatMap(({ question }) => (question.kind === 'log' ? [question.offset] : [])).sort((a, b) => a - b);
    assert.deepEqual(await windows(), [0]);
    await page.locator('.log-scroll').evaluate((scroll) => { scroll.scrollTop = scroll.scrollHeight; });
    await page.waitForSelector('[role=row][aria-rowindex="10001"] time');
    assert.deepEqual(await windows(), [9900]);
    await show(page, large('second'));
    assert.deepEqual(await kinds(), []);
  });
});
