import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { finding, folder, report, score, smallGraph, workspace } from './example.ts';
import { panelPages, post, sent, settled } from './host-page.ts';

describe('panel: score', function () {
  this.timeout(240_000);
  const host = panelPages();
  let page: Page;

  const open = async (change = {}): Promise<void> => {
    page = await host.open(workspace([folder({ report: report(smallGraph(), change) })]));
    await page.click('#tab-score');
    await settled(page);
  };

  it('shows grade, total, verdict and blockers', async () => {
    await open();
    assert.match(
      await page.locator('.total').innerText(),
      new RegExp(
        String.raw`80\.8\s+of 100[\s\S]*Not approved[\s\S]*Request improvements, approve after fixes[\s\S]*`
        + String.raw`52\.5 of the 65 points that could be measured\. Not measured: coverage and test quality\.`,
      ),
    );
    assert.equal(await page.locator('.ring text').textContent(), 'B');
    assert.match(await page.locator('.blockers').innerText(),
      /1 finding blocks approval\s+security\/hardcoded-secret\s+1 place[\s\S]*src\/domain\/payments\/gateway\.ts:12/);
    await page.getByRole('button', { name: 'Explain security/hardcoded-secret' }).click();
    assert.deepEqual(await sent(page, 'explainRule'), [{ type: 'explainRule', ruleId: 'security/hardcoded-secret' }]);
  });

  it('says which conditions for approval are met, and counts findings by severity', async () => {
    await open();
    const conditions = await page.getByRole('list', { name: 'Conditions for approval' }).getByRole('listitem').allTextContents();
    assert.deepEqual(conditions, [
      'not met: 80.8 points of the 85 that approval needs', 'not met: 1 finding of 1 rule blocks approval',
        'not met: Not measured: coverage and test quality',
    ]);
    await page.locator('.total').getByText('4 errors, 9 warnings, 5 info').waitFor();
  });

  it('names what brings back most first, in points of the total, with titles of rules, and what is not measured', async () => {
    await open();
    assert.deepEqual(await sent(page, 'rules'), [{ type: 'rules' }]);
    await post(page, { type: 'rules',
      rules: [{ id: 'security/hardcoded-secret', title: 'A secret is in the code' }, { id: 'quality/missing-type', title: 'A type is missing' }] });
    const gains = page.getByRole('region', { name: 'What brings back most' });
    await gains.getByRole('button', { name: '1 × A secret is in the code' }).waitFor();
    // 5.5 of 65 measured points.
    assert.deepEqual((await gains.locator('.gain-points').allInnerTexts()).slice(0, 2), ['+8.5', '+2.8']);
    assert.match(await gains.locator('.gain').last().innerText(), /Coverage and test quality not measured\s+No coverage report was found/);
    await gains.getByRole('button', { name: '34 × A type is missing' }).click();
    await settled(page);
    assert.equal(await page.locator('.rule').count(), 1);
    assert.match(await page.locator('.rule').innerText(), /A type is missing\s+quality\/missing-type/);
  });

  it('says how many of the findings of a rule block', async () => {
    const findings = Array.from({ length: 12 },
      (_, at) => finding({ ruleId: 'security/hardcoded-secret', path: `src/f${at}.ts`, blocker: at < 7, severity: 'error' }));
    await open({ findings, score: { ...score(), blockers: [{ ruleId: 'security/hardcoded-secret', count: 7 }] } });
    const blockers = page.locator('.blockers');
    assert.match(await blockers.innerText(), /7 findings block approval\s+security\/hardcoded-secret\s+7 of 12 findings/);
    assert.equal(await blockers.locator('.finding').count(), 5);
    await blockers.getByRole('button', { name: 'Show 2 more of 7' }).click();
    await settled(page);
    assert.equal(await blockers.locator('.finding').count(), 7);
    assert.match(await page.locator('.rule').innerText(), /7 of them block/);
  });

  it('groups the findings by block and by file', async () => {
    await open();
    const heads = (): Promise<string[]> => page.locator('.rule .row-button').allInnerTexts()
      .then((all) => all.map((one) => one.replace(/\s+/g, ' ').trim()));
    await page.getByLabel('Group by').selectOption('block');
    assert.deepEqual(await heads(), ['error: Payments blocker 1', 'error: Cache 1', 'error: Inventory 1', 'error: Web 1', 'warning: Pricing 9',
      'info: Orders 5']);
    await page.getByLabel('Group by').selectOption('file');
    assert.equal((await heads()).length, 18);
    assert.equal((await heads())[0], 'error: src/domain/payments/gateway.ts blocker 1');
  });

  it('shows each criterion with points and reason, and “not measured” instead of zero', async () => {
    await open();
    const quality = page.getByRole('article', { name: 'Code quality' });
    assert.match(await quality.innerText(), /25\.8 \/ 30\s+Types and documentation\s+8\.4 \/ 10\s+84% of 212 functions are typed and documented/);
    assert.equal(await quality.locator('.bar-tall .bar-value').evaluate((bar) => (bar as HTMLElement).style.width), '86%');
    const testing = page.getByRole('article', { name: 'Testing' });
    assert.match(await testing.innerText(), /Testing\s+not measured\s+Coverage and test quality\s+not measured\s+No coverage report was found/);
    assert.doesNotMatch(await testing.innerText(), /0 \/ 10/);
    assert.equal(await testing.locator('.bar-value').count(), 0);
  });

  it('names what cost a criterion its points, and shows the findings of a rule among it', async () => {
    await open();
    const quality = page.getByRole('article', { name: 'Code quality' });
    assert.equal(await quality.getByRole('list', { name: 'What took points from Types and documentation' }).innerText(), '−1.6 34 × quality/missing-type');
    await quality.getByRole('button', { name: '34 × quality/missing-type' }).click();
    await settled(page);
    assert.equal(await page.getByRole('searchbox', { name: 'Filter findings' }).inputValue(), 'quality/missing-type');
    assert.equal(await page.locator('.rule').count(), 1);
    assert.equal(await page.locator('.rule .finding').count(), 9);
  });

  it('says “not measured” instead of a missing total', async () => {
    await open({ score: { ...score(), total: null, grade: null, dimensions: [], blockers: [] } });
    assert.match(await page.locator('.total').innerText(), /Not measured/);
    assert.equal(await page.locator('.blockers').count(), 0);
  });

  it('names the files that could not be read', async () => {
    await open({ files: { typescript: 1, javascript: 0, python: 0, notebook: 0, skipped: [{ path: 'src/huge.ts', reason: 'larger than 2 MB' }] } });
    await page.getByText('1 file could not be read').click();
    assert.match(await page.locator('.skipped').innerText(), /src\/huge\.ts larger than 2 MB/);
  });

  it('groups the findings by rule, blockers and errors first, and opens them', async () => {
    await open();
    const rules = (): Promise<string[]> =>
      page.locator('.rule .row-button').evaluateAll((all) => all.map((one) => (one as HTMLElement).innerText.replace(/\s+/g, ' ').trim()));
    assert.deepEqual(await rules(), [
      'error: security/hardcoded-secret blocker review §4.1 1',
      'error: architecture/layer-crossing architecture §1.2 2',
      'error: architecture/block-cycle blocks §4.2 1',
      'warning: quality/missing-type review §2.1 9',
      'info: quality/line-length style §2 5',
    ]);
    await page.locator('.rule .row-button').nth(1).click();
    await page.locator('.rule').nth(1).locator('.finding').nth(1).click();
    assert.equal((await sent(page, 'openFile'))[0]?.path, 'src/data/cache/keys.ts');
    await page.getByRole('button', { name: 'Explain rule quality/line-length' }).click();
    assert.deepEqual(await sent(page, 'explainRule'), [{ type: 'explainRule', ruleId: 'quality/line-length' }]);
    await page.getByLabel('Severity').selectOption('error');
    assert.equal((await rules()).length, 3);
    await page.getByLabel('Filter findings').fill('CACHE');
    assert.deepEqual(await rules(), ['error: architecture/layer-crossing architecture §1.2 1']);
    assert.equal(await page.locator('#findings-title .count').innerText(), '1 of 18');
    await page.getByLabel('Filter findings').fill('nothing like it');
    await page.getByText('No findings match these filters.').waitFor();
  });

  it('shows a hundred findings of a rule at a time', async () => {
    await open({ findings: Array.from({ length: 250 }, (_, at) => finding({ path: `src/f${at}.ts` })) });
    await page.locator('.rule .row-button').click();
    await settled(page);
    assert.equal(await page.locator('.finding').count(), 100);
    await page.getByRole('button', { name: 'Show 100 more' }).click();
    await page.getByRole('button', { name: 'Show 50 more' }).click();
    await settled(page);
    assert.equal(await page.locator('.finding').count(), 250);
  });

  it('shows hostile text as text', async () => {
    await open({ findings: [finding({ message: '<img src=x onerror="document.title=1">', ruleId: 'a/"><b>' })] });
    await page.locator('.rule .row-button').click();
    assert.match(await page.locator('.finding').innerText(), /<img src=x onerror="document.title=1">/);
    assert.equal(await page.locator('img').count(), 0);
  });
});
