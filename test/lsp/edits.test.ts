/** The log is changed through the server: by the same path as on the command line, and only where the workspace is trusted. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFields } from '../../server/app/track/set.ts';
import { EDIT_ISSUE, type EditIssueParams, type EditIssueResult } from '../../server/protocol/lsp.ts';
import { LspClient } from '../kit/lsp-client.ts';
import { removeTemporaryFolders, temporaryFolder } from '../kit/temporary-folder.ts';

const LOG = 'logs/project_tracking.csv';

describe('language server: changes in the tracking log', () => {
  let client: LspClient | null = null;
  let root: string;
  afterEach(async () => {
    await client?.stop();
    client = null;
  });
  after(removeTemporaryFolders);

  const start = async (trusted = true): Promise<void> => {
    root = temporaryFolder({ 'src/a.ts': '/** A. */\nexport const a = 1;\n', [LOG]: 'Issue Key,Summary,Status,Branch Name\nSHOP-1,First,To Do,main\n' });
    client = await LspClient.start([root], { trusted });
    await client.reviewed();
    await client.until('the log', () => client!.known!.folders[0]!.log.length === 1);
  };
  const edit = (change: Partial<EditIssueParams>): Promise<EditIssueResult> => client!.connection.sendRequest<EditIssueResult>(EDIT_ISSUE, {
    folder: client!.known!.folders[0]!.key, issue: 'SHOP-1', changes: [{ field: 'Status', before: 'To Do', after: 'done' }], ...change,
  });
  const written = (): string => readFileSync(join(root, LOG), 'utf8');

  it('writes a change, says what followed from it, and tells clients of the log as it is then', async () => {
    await start();
    assert.equal(client!.known!.folders[0]!.key, pathToFileURL(root).href);
    const result = await edit({});
    assert.ok('changes' in result);
    assert.deepEqual(result.changes.map(({ field, before }) => [field, before]), [['Status', 'To Do'], ['Resolved Date', ''], ['Resolution', '']]);
    assert.equal(result.changes[0]!.after, 'Done');
    assert.match(written(), /^SHOP-1,First,Done,main,/m);
    await client!.until('the row', () => client!.known!.folders[0]!.log[0]!.status === 'Done');
  });

  it('tells what somebody else has changed, with the log as it is, and writes nothing', async () => {
    await start();
    await setFields(root, { key: 'SHOP-1', assignments: ['Status=Blocked'], now: new Date() });
    const before = written();
    assert.deepEqual(await edit({}), {
      conflict: 'Somebody changed SHOP-1 meanwhile: its status is "Blocked" now. Nothing was changed.', field: 'Status', now: 'Blocked',
    });
    assert.equal(written(), before);
    await client!.until('the row', () => client!.known!.folders[0]!.log[0]!.status === 'Blocked');
  });

  it('changes all fields that are asked for, or none', async () => {
    await start();
    const before = written();
    const summary = { field: 'Summary', before: 'First', after: 'Other' };
    for (const [wrong, said] of [
      [{ field: 'Status', before: 'To Do', after: 'Perhaps' }, /"Perhaps" is no value of "Status": expected one of To Do, /],
      [{ field: 'Branch Name', before: 'main', after: 'x' }, /^Branch Name is not changed by hand\. It is filled from git/],
      [{ field: 'Updated Date', before: '', after: '2026-01-01' }, /^Updated Date is not changed by hand\./],
      [{ field: 'Statis', before: '', after: 'Done' }, /Did you mean "Status"\?/],
    ] as const) await assert.rejects(edit({ changes: [summary, wrong] }), ({ message }: Error) => said.test(message));
    await assert.rejects(edit({ issue: 'SHOP-9' }), /The log has no issue "SHOP-9"/);
    await assert.rejects(edit({ changes: [{ ...summary, before: 7 as unknown as string }] }), /This is no change of an issue/);
    assert.equal(written(), before);
  });

  it('writes nothing before the workspace is trusted', async () => {
    await start(false);
    const before = written();
    await assert.rejects(edit({}), /The log is not changed before you trust this workspace\./);
    assert.equal(written(), before);
  });

  it('keeps no secret that somebody types', async () => {
    await start();
    const secret = ['AKIA', 'Q3EGRZ7XN5LJ2WPT'].join('');
    const result = await edit({ changes: [{ field: 'Summary', before: 'First', after: `Use ${secret} from now on` }] });
    assert.equal(JSON.stringify(result).includes(secret), false);
    assert.equal(written().includes(secret), false);
  });
});
