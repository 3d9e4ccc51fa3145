/** Cells of the log are filled in on the page and written to a real log by what the server writes with. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { Failure } from '../../server/app/failure.ts';
import { editIssue } from '../../server/app/track/edit.ts';
import { readLogFiles } from '../../server/app/track/log-files.ts';
import { setFields } from '../../server/app/track/set.ts';
import { logRows } from '../../server/tracking/panel-rows.ts';
import { removeTemporaryFolders, temporaryFolder } from '../kit/temporary-folder.ts';
import { folder, workspace } from './example.ts';
import { editsBy, panelPages, sent, settled, show } from './host-page.ts';

const LOG = 'logs/project_tracking.csv';
const REVIEW = 'Time,Commit,Branch,Issue Key,Score,Grade,Errors,Warnings,Infos,Delta\n2026-01-20T10:00:00.000Z,,main,,80,B,1,2,3,\n';

const COLUMNS = [
  'Time', 'Kind', 'Summary', 'Status', 'Issue', 'Author', 'Score', 'Change', 'Errors', 'Warnings', 'Branch', 'Due Date', 'Labels', 'Story Points',
];

describe('panel: changes in the log', function () {
  this.timeout(240_000);
  const host = panelPages();
  let page: Page;
  let root: string;

  after(removeTemporaryFolders);

  const state = async () => {
    const { log, reviews } = await readLogFiles(root);
    return workspace([folder({ log: logRows(log, reviews) })]);
  };
  const open = async (): Promise<void> => {
    root = temporaryFolder({
      [LOG]: 'Issue Key,Summary,Status,Resolution,Resolved Date,Updated Date,Due Date,Story Points,Labels,Git Commit Hash,Note\n'
        + 'SHOP-1,First,To Do,,,2026-01-01 10:00:00,2026-03-01,2,"development,assumed",abcdef1,kept\n'
        + 'SHOP-2,Second,Done,Fixed,2026-01-05 10:00:00,2026-01-05 10:00:00,,3,development,,kept\n',
      'logs/reviews.csv': REVIEW,
    });
    page = await host.open(await state());
    editsBy(page, async ({ issue, changes }) => {
      try {
        const { result } = await editIssue(root, { issue, changes }, new Date('2026-02-01T12:00:00Z'));
        await show(page, await state());
        return result;
      } catch (error) {
        if (error instanceof Failure) return { refusal: error.message };
        throw error;
      }
    });
    await page.click('#tab-log');
    await page.getByText('Columns').click();
    for (const name of ['Story Points', 'Due Date', 'Labels']) await page.getByRole('checkbox', { name, exact: true }).check();
    await page.keyboard.press('Escape');
    await settled(page);
  };
  const cell = (key: string, column: string): Locator =>
    page.locator('.log-body [role=row]', { hasText: key }).locator('[role=gridcell]').nth(COLUMNS.indexOf(column));
  const input = (name: string): Locator => page.getByLabel(name, { exact: true });
  const cells = async (key: string): Promise<Record<string, string>> => {
    const [header = '', ...rows] = readFileSync(join(root, LOG), 'utf8').trimEnd().split('\n');
    const names = header.split(',');
    // A comma within quotes is no separator.
    const values = (rows.find((row) => row.startsWith(`${key},`)) ?? '').match(/("[^"]*"|[^,]*)(?:,|$)/g)!
      .map((value) => value.replace(/,$/, '').replace(/"/g, ''));
    return Object.fromEntries(names.map((name, at) => [name, values[at] ?? '']));
  };

  it('writes what is filled in after a double click, with what follows from it, and keeps everything else', async () => {
    await open();
    await cell('SHOP-1', 'Summary').dblclick();
    await input('Summary of SHOP-1').fill('The first of all');
    await page.keyboard.press('Enter');
    await page.getByText('Summary of SHOP-1 is “The first of all” now.').waitFor();
    assert.equal(await cell('SHOP-1', 'Summary').innerText(), 'The first of all');
    const { Summary, Note, 'Updated Date': updated } = await cells('SHOP-1');
    assert.deepEqual({ Summary, Note, updated }, { Summary: 'The first of all', Note: 'kept', updated: '2026-02-01 12:00:00' });
    assert.deepEqual((await sent(page, 'editIssue')).map(({ issue, changes }) => ({ issue, changes })), [
      { issue: 'SHOP-1', changes: [{ field: 'Summary', before: 'First', after: 'The first of all' }] },
    ]);
  });

  it('has choices where the field has choices, and undoes and redoes a change with all that followed from it', async () => {
    await open();
    await cell('SHOP-2', 'Status').click();
    await page.keyboard.press('F2');
    const choices = input('Status of SHOP-2');
    assert.deepEqual(await choices.locator('option').allInnerTexts(), ['(empty)', 'To Do', 'In Progress', 'Code Review', 'Testing', 'Done', 'Blocked']);
    await choices.selectOption('In Progress');
    await page.getByText('Status of SHOP-2 is “In Progress” now.').waitFor();
    const picked = async () => {
      const { Status, Resolution, 'Resolved Date': resolved } = await cells('SHOP-2');
      return [Status, Resolution, resolved];
    };
    assert.deepEqual(await picked(), ['In Progress', '', '']);
    await page.keyboard.press('Control+z');
    await page.getByText('Taken back: Status of SHOP-2.').waitFor();
    assert.deepEqual(await picked(), ['Done', 'Fixed', '2026-01-05 10:00:00']);
    await page.keyboard.press('Control+Shift+Z');
    await page.getByText('Done again: Status of SHOP-2.').waitFor();
    assert.deepEqual(await picked(), ['In Progress', '', '']);
    await page.getByRole('button', { name: 'Undo: Status of SHOP-2' }).click();
    await settled(page);
    assert.deepEqual(await picked(), ['Done', 'Fixed', '2026-01-05 10:00:00']);
    assert.equal(await page.getByRole('button', { name: 'Undo', exact: true }).isDisabled(), true);
    await page.getByRole('button', { name: 'Redo: Status of SHOP-2' }).waitFor();
  });

  it('remembers over a reload what can be taken back', async () => {
    await open();
    await cell('SHOP-1', 'Story Points').dblclick();
    await input('Story Points of SHOP-1').fill('8');
    await page.keyboard.press('Enter');
    await page.getByText('Story Points of SHOP-1 is “8” now.').waitFor();
    assert.equal((await cells('SHOP-1'))['Labels'], 'development');
    await page.reload();
    await page.waitForFunction(() => window.sent.length > 0);
    await show(page, await state());
    await page.getByRole('button', { name: 'Undo: Story Points of SHOP-1' }).click();
    await settled(page);
    const { Labels, 'Story Points': points } = await cells('SHOP-1');
    assert.deepEqual([Labels, points], ['development,assumed', '2']);
  });

  it('says at the cell what is wrong, in the words of the command, and writes what is mended', async () => {
    await open();
    const said = '"many" is no value of "Story Points": expected a number from 0, such as 5.';
    await assert.rejects(setFields(root, { key: 'SHOP-1', assignments: ['Story Points=many'], now: new Date() }), { message: said });
    await cell('SHOP-1', 'Story Points').dblclick();
    const own = input('Story Points of SHOP-1');
    await own.fill('many');
    await page.keyboard.press('Enter');
    assert.equal(await page.getByRole('alert').innerText(), said);
    assert.equal(await own.getAttribute('aria-invalid'), 'true');
    assert.equal(await own.evaluate((element) => document.activeElement === element), true);
    assert.equal((await cells('SHOP-1'))['Story Points'], '2');
    await own.fill('5');
    await page.keyboard.press('Enter');
    await settled(page);
    assert.equal((await cells('SHOP-1'))['Story Points'], '5');
    assert.equal(await page.getByRole('alert').count(), 0);
  });

  it('gives up with Escape, and leaves the keys to the table', async () => {
    await open();
    const before = await cells('SHOP-1');
    await cell('SHOP-1', 'Summary').click();
    await page.keyboard.press('Enter');
    await input('Summary of SHOP-1').fill('Never mind');
    await page.keyboard.press('Escape');
    await settled(page);
    assert.equal(await input('Summary of SHOP-1').count(), 0);
    assert.deepEqual(await cells('SHOP-1'), before);
    assert.deepEqual(await sent(page, 'editIssue'), []);
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('role')), 'grid');
  });

  it('writes a date as a date, and an empty one as none', async () => {
    await open();
    await cell('SHOP-1', 'Due Date').dblclick();
    const own = input('Due Date of SHOP-1');
    assert.deepEqual([await own.getAttribute('type'), await own.inputValue()], ['date', '2026-03-01']);
    await own.fill('2026-04-15');
    await page.keyboard.press('Enter');
    await settled(page);
    assert.equal((await cells('SHOP-1'))['Due Date'], '2026-04-15');
    await cell('SHOP-1', 'Due Date').dblclick();
    await own.fill('');
    await page.keyboard.press('Enter');
    await page.getByText('Due Date of SHOP-1 is empty now.').waitFor();
    assert.equal((await cells('SHOP-1'))['Due Date'], '');
  });

  it('tells what somebody else changed meanwhile instead of writing over it', async () => {
    await open();
    await cell('SHOP-1', 'Summary').dblclick();
    await input('Summary of SHOP-1').fill('Mine');
    await setFields(root, { key: 'SHOP-1', assignments: ['Summary=Theirs'], now: new Date() });
    await page.keyboard.press('Enter');
    const said = 'Somebody changed SHOP-1 meanwhile: its summary is "Theirs" now. Nothing was changed. Enter writes yours over it, Escape keeps it.';
    await page.getByRole('alert').getByText(said).waitFor();
    assert.equal((await cells('SHOP-1'))['Summary'], 'Theirs');
    await page.keyboard.press('Escape');
    await settled(page);
    assert.equal(await cell('SHOP-1', 'Summary').innerText(), 'Theirs');
    assert.equal((await cells('SHOP-1'))['Summary'], 'Theirs');
  });

  it('does not take back what somebody else has changed since', async () => {
    await open();
    await cell('SHOP-1', 'Summary').dblclick();
    await input('Summary of SHOP-1').fill('Mine');
    await page.keyboard.press('Enter');
    await page.getByText('Summary of SHOP-1 is “Mine” now.').waitFor();
    await setFields(root, { key: 'SHOP-1', assignments: ['Summary=Theirs'], now: new Date() });
    await page.keyboard.press('Control+z');
    await page.getByText('Somebody changed SHOP-1 meanwhile: its summary is "Theirs" now. Nothing was changed.').waitFor();
    assert.equal((await cells('SHOP-1'))['Summary'], 'Theirs');
    assert.equal(await page.getByRole('button', { name: 'Undo', exact: true }).isDisabled(), true);
  });

  it('says why a cell is not changed by hand', async () => {
    await open();
    for (const [key, column, said] of [
      ['SHOP-1', 'Branch', 'It is filled from git, and the next commit would write it again.'], ['SHOP-1', 'Issue', 'It names the issue.'],
      ['SHOP-1', 'Time', 'It follows from the last change.'], ['review', 'Score', 'Reviews stay as they were logged.'],
    ] as const) {
      await cell(key, column).dblclick();
      await page.getByRole('alert').getByText(said).waitFor();
      assert.equal(await cell(key, column).getAttribute('aria-readonly'), 'true');
      await page.keyboard.press('Escape');
      await settled(page);
      assert.equal(await page.getByRole('alert').count(), 0);
    }
    assert.equal(await cell('SHOP-1', 'Summary').getAttribute('aria-readonly'), 'false');
  });

  it('stays with the row that a change moves, and shows hostile text as text', async () => {
    await open();
    await cell('SHOP-2', 'Summary').dblclick();
    await input('Summary of SHOP-2').fill('<img src=x onerror="document.title=1">');
    await page.keyboard.press('Enter');
    await page.getByText('Summary of SHOP-2 is “<img src=x onerror="document.title=1">” now.').waitFor();
    await settled(page);
    assert.match(await page.locator('.log-chosen').innerText(), /SHOP-2/);
    assert.equal(await page.locator('img').count(), 0);
  });
});
