/** What a sync does to the issues of a project: what is created, written, left alone and told. */
import assert from 'node:assert/strict';
import type { JsonSyncedRow } from '../../server/protocol/jira.ts';
import { PROPERTY } from '../../server/jira/identity.ts';
import { adfOf, adfWords } from '../../server/jira/adf.ts';
import { World } from '../kit/jira/world.ts';

const WRITES = /^(?:PUT|POST) (?!.*(?:search|bulkfetch))/;

function row(rows: readonly JsonSyncedRow[], key: string): JsonSyncedRow {
  return rows.find((each) => each.row === key)!;
}

describe('sync with Jira', () => {
  it('only says what it would do, until it is told to', async () => {
    const world = new World();
    world.put({ 'Issue Key': 'AUTO-12345678', 'Summary': 'count\nstock', 'Status': 'Done' });
    world.server.add({ summary: 'search' });
    world.put({ 'Issue Key': 'SHOP-1', 'Summary': 'search', 'Status': 'Done', 'Due Date': '2026-02-01' });
    const { rows, stopped } = await world.sync({ apply: false });
    assert.equal(stopped, null);
    assert.deepEqual(rows.map(({ row: key, issue, action, fields }) => [key, issue, action, fields]), [
      ['AUTO-12345678', null, 'create', ['Summary', 'Labels']], ['SHOP-1', 'SHOP-1', 'update', ['Due Date']],
    ]);
    assert.deepEqual(world.server.calls.filter((call) => WRITES.test(call)), []);
    assert.equal(world.file, null);
  });

  it('creates rows with keys of Archwright, with all their fields, and once', async () => {
    const world = new World();
    world.server.people.set('ada@example.com', 'account-1');
    world.job = { people: new Map([['Ada', 'ada@example.com']]), fields: new Map([['AI Model Type', 'model']]) };
    world.put({
      'Issue Key': 'AUTO-12345678', 'Summary': 'count stock', 'Description': 'One.\n\nTwo,\nthree.', 'Priority': 'High', 'Status': 'Code Review',
      'Assignee': 'Ada', 'Labels': 'ai-ml,test', 'Components': 'core, web', 'Due Date': '2026-02-01', 'Story Points': '3', 'Time Spent': '1d 4h',
      'Time Original Estimate': '2d', 'AI Model Type': 'RandomForest', 'Achieved Score': '-0.5', 'Risk Level': 'Low', 'Created Date': '2026-01-01 10:00:00',
    });
    const first = await world.sync({ statuses: { 'Code Review': 'In review' } });
    assert.equal(first.stopped, null);
    const [issue] = world.server.issues;
    assert.deepEqual(issue!.fields, {
      summary: 'count stock', description: adfOf('One.\n\nTwo,\nthree.'), priority: { name: 'High' }, assignee: { accountId: 'account-1' },
      labels: ['ai-ml', 'test', 'archwright:AUTO-12345678'], components: [{ name: 'Core' }], duedate: '2026-02-01',
      timetracking: { originalEstimateSeconds: 57_600 }, customfield_10016: 3, customfield_10050: 'RandomForest', customfield_10051: -0.5,
      customfield_10052: { value: 'Low' },
    });
    assert.equal(issue!.status, 'In Review');
    assert.deepEqual(issue!.worklogs.map(({ timeSpentSeconds }) => timeSpentSeconds), [43_200]);
    assert.equal((issue!.properties[PROPERTY] as { id: string }).id, 'AUTO-12345678');
    assert.deepEqual(row(first.rows, 'AUTO-12345678').notes, ['Components: Jira does not know "web"']);

    world.server.calls.length = 0;
    const second = await world.sync({ statuses: { 'Code Review': 'In review' } });
    assert.equal(row(second.rows, 'AUTO-12345678').action, 'same');
    assert.deepEqual(world.server.calls.filter((call) => WRITES.test(call)), []);
    assert.equal(world.server.issues.length, 1);
  });

  it('finds its issues again when the file that remembers them is gone', async () => {
    const world = new World();
    world.server.lag = 60_000;
    for (let at = 0; at < 120; at++) world.put({ 'Issue Key': `AUTO-${12_345_678 + at}`, 'Summary': `row ${at} "quoted" \\` });
    await world.sync();
    assert.equal(world.server.issues.length, 120);
    world.file = null;
    world.time += 60_000;
    const { rows } = await world.sync();
    assert.deepEqual([...new Set(rows.map(({ action }) => action))], ['same']);
    assert.equal(world.server.issues.length, 120);
  });

  it('takes no copy for the original', async () => {
    const world = new World();
    world.put({ 'Issue Key': '#7', 'Summary': 'a' });
    await world.sync();
    // Jira copies labels, and not properties.
    world.server.add({ summary: 'CLONE - a', labels: ['archwright:#7'] });
    world.file = null;
    world.put({ 'Issue Key': '#7', 'Summary': 'b' });
    await world.sync();
    assert.deepEqual(world.server.issues.map(({ fields }) => fields['summary']), ['b', 'CLONE - a']);
  });

  it('writes what changed in the log, leaves what changed in Jira, and tells what changed in both', async () => {
    const world = new World();
    world.put({ 'Issue Key': '#1', 'Summary': 'a', 'Description': 'a', 'Due Date': '2026-01-01', 'Priority': 'Low', 'Status': 'To Do' });
    await world.sync();
    const issue = world.server.issues[0]!;
    issue.fields['description'] = adfOf('theirs');
    issue.fields['duedate'] = '2026-03-03';
    issue.status = 'In Progress';
    world.put({ 'Issue Key': '#1', 'Summary': 'b', 'Due Date': '2026-02-02', 'Priority': '', 'Status': 'Done' });
    const told = row((await world.sync()).rows, '#1');
    assert.deepEqual(told.fields, ['Summary', 'Priority']);
    assert.deepEqual(told.differences.map(({ field, standing }) => `${field} ${standing}`), ['Description theirs', 'Due Date conflict', 'Status conflict']);
    assert.deepEqual([issue.fields['summary'], adfWords(issue.fields['description']), issue.fields['duedate'], issue.fields['priority'], issue.status], [
      'b', 'theirs', '2026-03-03', null, 'In Progress',
    ]);
    const again = row((await world.sync()).rows, '#1');
    assert.deepEqual(again.differences.map(({ standing }) => standing), ['theirs', 'conflict', 'conflict']);

    const forced = row((await world.sync({ overwrite: new Set(['#1']) })).rows, '#1');
    assert.deepEqual([forced.fields, forced.differences], [['Description', 'Due Date', 'Status'], []]);
    assert.deepEqual([adfWords(issue.fields['description']), issue.fields['duedate'], issue.status], ['a', '2026-02-02', 'Done']);
  });

  it('leaves what an issue of the team has when they first meet, and fills what is empty', async () => {
    const world = new World();
    const issue = world.server.add({ summary: 'The team wrote this', labels: ['team'] }, { status: 'In Progress' });
    issue.worklogs.push({ id: '1', timeSpentSeconds: 3600, properties: [] });
    world.put({ 'Issue Key': 'SHOP-1', 'Summary': 'from a commit', 'Due Date': '2026-02-01', 'Status': 'To Do', 'Time Spent': '5h', 'Labels': 'x' });
    const first = row((await world.sync()).rows, 'SHOP-1');
    assert.deepEqual(first.fields, ['Due Date']);
    assert.deepEqual(first.differences.map(({ field, standing }) => `${field} ${standing}`), [
      'Summary first', 'Labels first', 'Status first', 'Time Spent first',
    ]);
    assert.deepEqual([issue.fields['summary'], issue.status, issue.worklogs.length], ['The team wrote this', 'In Progress', 1]);
    // From then on, the log's changes are news.
    world.put({ 'Issue Key': 'SHOP-1', 'Status': 'Done' });
    const second = row((await world.sync()).rows, 'SHOP-1');
    assert.deepEqual([second.fields, issue.status], [['Status'], 'Done']);
    assert.deepEqual(second.differences.map(({ field, standing }) => `${field} ${standing}`), ['Summary apart', 'Labels apart']);
  });

  it('sends no defaults that nobody chose', async () => {
    const world = new World();
    world.put({ 'Issue Key': '#1', 'Priority': 'High', 'Story Points': '3', 'Time Spent': '1h', 'Labels': 'assumed' });
    await world.sync();
    const { fields, worklogs } = world.server.issues[0]!;
    assert.deepEqual([fields['priority'], fields['customfield_10016'], worklogs.length], [undefined, undefined, 0]);
  });

  it('lets the time that it logged grow, and touches nobody else\'s', async () => {
    const world = new World();
    world.put({ 'Issue Key': '#1', 'Time Spent': '1h' });
    await world.sync();
    const { worklogs } = world.server.issues[0]!;
    worklogs.push({ id: '1', timeSpentSeconds: 60, properties: [] });
    world.put({ 'Issue Key': '#1', 'Time Spent': '3h' });
    await world.sync();
    assert.deepEqual(worklogs.map(({ timeSpentSeconds }) => timeSpentSeconds), [10_800, 60]);
    worklogs[0]!.timeSpentSeconds = 120;
    world.put({ 'Issue Key': '#1', 'Time Spent': '4h' });
    const told = row((await world.sync()).rows, '#1');
    assert.deepEqual([worklogs[0]!.timeSpentSeconds, told.differences], [120, [{ field: 'Time Spent', standing: 'conflict' }]]);
  });

  it('creates epics before what belongs to them, and subtasks last', async () => {
    const world = new World();
    world.put({ 'Issue Key': '#1', 'Issue Type': 'Sub-task', 'Epic Link': '#2' });
    world.put({ 'Issue Key': '#2', 'Issue Type': 'Story', 'Epic Link': '#3' });
    world.put({ 'Issue Key': '#3', 'Issue Type': 'Epic' });
    world.put({ 'Issue Key': '#4', 'Issue Type': 'Story', 'Epic Link': 'Checkout' });
    const { rows } = await world.sync();
    const { issues } = world.server;
    assert.deepEqual(issues.map(({ type, fields }) => [type, fields['summary'], (fields['parent'] as { key: string } | undefined)?.key]), [
      ['Epic', '#3', undefined], ['Story', '#2', 'SHOP-1'], ['Story', '#4', undefined], ['Subtask', '#1', 'SHOP-2'],
    ]);
    assert.deepEqual(row(rows, '#4').notes, ['"Checkout" is no issue that it can belong to']);
  });

  it('tells what cannot be done, and goes on with the rest', async () => {
    const world = new World();
    world.server.refusedFields.add('duedate').add('assignee');
    world.put({ 'Issue Key': '#1', 'Issue Type': 'Story', 'Due Date': '2026-01-01' });
    world.put({ 'Issue Key': '#2', 'Summary': 'a', 'Assignee': 'Nobody' });
    world.put({ 'Issue Key': 'SHOP-99' });
    world.put({ 'Issue Key': 'OTHER-1' });
    world.put({ 'Issue Key': '#5', 'Status': 'Testing' });
    const { rows } = await world.sync();
    assert.deepEqual(rows.map(({ row: key, action, notes }) => [key, action, notes]), [
      ['#1', 'create', ["left out: duedate: Field 'duedate' cannot be set. It is not on the appropriate screen, or unknown."]],
      ['#2', 'create', ['Jira knows no account of "Nobody"']],
      ['SHOP-99', 'left', ['SHOP-99 is not in Jira, was moved, or may not be seen']],
      ['OTHER-1', 'left', ['it belongs to the project OTHER']],
      ['#5', 'create', ['there is no way from "To Do" to "Testing"']],
    ]);
    assert.equal(world.server.issues.length, 3);
  });

  it('names fields of the configuration that are not there', async () => {
    const world = new World();
    world.put({ 'Issue Key': '#1', 'AI Model Type': 'x', 'Algorithm Used': 'y' });
    world.job = { fields: new Map([['AI Model Type', 'Modell'], ['Algorithm Used', 'customfield_10050'], ['Summary', null]]) };
    const { notes } = await world.sync({ apply: false });
    assert.deepEqual([...new Set(notes.map((note) => note.replace(/^\w+: /, '')))], ['There is no field "Modell" for "AI Model Type".']);
  });
});
