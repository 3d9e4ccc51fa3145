/** A sync with Jira over the protocol: with credentials that are sent along for one request, and with those of the environment. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { SYNC, type JiraCredentials, type SyncParams, type ToldSync } from '../../server/protocol/lsp.ts';
import { serveJira, type ServedJira } from '../kit/jira/http-server.ts';
import { JiraServer } from '../kit/jira/server.ts';
import { LspClient } from '../kit/lsp-client.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

const KEPT = 'tok-kept-4711-not-for-others';
const OWN = 'tok-own-0815-not-for-others';
const LOG = 'logs/project_tracking.csv';
const NO_TOKEN = { ARCHWRIGHT_JIRA_HOST: '', ARCHWRIGHT_JIRA_EMAIL: '', ARCHWRIGHT_JIRA_TOKEN: '' };
const basic = (token: string): string => `Basic ${Buffer.from(`ada@example.com:${token}`).toString('base64')}`;

describe('language server: sync with Jira', () => {
  let client: LspClient | null = null;
  let jira: JiraServer;
  let served: ServedJira;
  beforeEach(async () => {
    jira = new JiraServer();
    served = await serveJira(jira);
  });
  afterEach(async () => {
    served.close();
    await client?.stop();
    client = null;
  });
  after(removeTemporaryFolders);

  async function opened(config: object = { project: 'SHOP' }, env: Record<string, string> = NO_TOKEN): Promise<string> {
    const rows = 'AUTO-12345678,count [x](command:y),Done,\nSHOP-1,search,To Do,x\n';
    const folder = temporaryFolder({ [LOG]: `Issue Key,Summary,Status,Labels\n${rows}`, 'archwright.jsonc': JSON.stringify({ tracking: { jira: config } }) });
    client = await LspClient.start([folder], { env: { ...env, XDG_CACHE_HOME: join(folder, '.cache') } });
    await client.reviewed();
    return folder;
  }
  const kept = (host = served.base, token = KEPT): JiraCredentials => ({ host, email: 'ada@example.com', token });
  const sync = (folder: string, params: Partial<SyncParams>): Promise<ToldSync> =>
    client!.connection.sendRequest<ToldSync>(SYNC, { folder: pathToFileURL(folder).href, apply: false, overwrite: [], ...params });

  function everyFile(folder: string): string[] {
    return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
  }

  it('plans, does it, and leaves the token nowhere', async () => {
    const folder = await opened();
    jira.add({ summary: 'search' });
    const plan = await sync(folder, { credentials: kept() });
    assert.deepEqual([plan.headline, plan.pending, plan.holds, plan.conflicts], [
      `SHOP at ${served.base}: 1 to create, 1 to update, 0 unchanged, 0 left out, 0 failed, 0 conflicts.`, true, true, [],
    ]);
    const site = served.base.replace('http', 'http\u2060');
    assert.equal(plan.document?.text, `# SHOP at ${site}: 1 to create, 1 to update, 0 unchanged, 0 left out, 0 failed, 0 conflicts\n\n`
      + 'Nothing was written.\n\n|  | Row | Issue | Fields | Notes |\n|---|---|---|---|---|\n'
      + '| create | AUTO-12345678 |  | Summary, Labels |  |\n| update | SHOP-1 | SHOP-1 | Labels |  |\n\nThe token is that of VS Code.\n');
    assert.equal(jira.issues.length, 1);
    const done = await sync(folder, { apply: true, credentials: kept() });
    assert.equal(done.headline, `SHOP at ${served.base}: 1 created, 1 updated, 0 unchanged, 0 left out, 0 failed, 0 conflicts.`);
    assert.deepEqual(jira.issues.map(({ key }) => key), ['SHOP-1', 'SHOP-2']);
    assert.deepEqual([...new Set(served.seen)], [basic(KEPT)]);
    const again = await sync(folder, { credentials: kept() });
    assert.deepEqual([again.pending, again.holds], [false, true]);
    // It was for those requests.
    await assert.rejects(sync(folder, {}), /There is no token for Jira\. "Archwright: Set Jira Credentials" keeps one in VS Code; or set ARCHWRIGHT_JIRA_HOST/);
    const said = [JSON.stringify([plan, done, again, client!.messages, client!.known]), ...everyFile(folder)];
    assert.deepEqual(said.filter((text) => text.includes(KEPT) || text.includes(basic(KEPT).slice(6))), []);
  });

  it('names rows that both sides changed, and overwrites those that are chosen', async () => {
    const folder = await opened();
    jira.add({ summary: 'search' });
    await sync(folder, { apply: true, credentials: kept() });
    writeIn(folder, LOG, readFileSync(join(folder, LOG), 'utf8').replace('search', 'search by name'));
    jira.issues[0]!.fields['summary'] = 'find';
    const plan = await sync(folder, { credentials: kept() });
    assert.deepEqual([plan.conflicts, plan.holds], [['SHOP-1'], false]);
    assert.match(plan.document!.text, /\| SHOP-1 \| SHOP-1 \| {2}\| Summary: changed here and in Jira, so that neither was written \|/);
    await sync(folder, { apply: true, overwrite: ['SHOP-1'], credentials: kept() });
    assert.equal(jira.issues[0]!.fields['summary'], 'search by name');
  });

  it('is cancelled between two requests, keeps what was acknowledged, tells what is left, and goes on from there', async () => {
    const folder = await opened();
    jira.add({ summary: 'search' });
    const source = new CancellationTokenSource();
    served.beforeAnswer = async () => {
      // The issue is written and not answered yet.
      if (JSON.stringify(jira.issues[0]!.fields['labels']) !== '["x"]') return;
      served.beforeAnswer = null;
      source.cancel();
      // A message that comes after it tells that the cancellation has arrived.
      await assert.rejects(client!.connection.sendRequest('archwright/none'));
    };
    const params: SyncParams = { folder: pathToFileURL(folder).href, apply: true, overwrite: [], credentials: kept() };
    const told = await client!.connection.sendRequest<ToldSync>(SYNC, params, source.token);
    assert.equal(told.headline, `SHOP at ${served.base}: 0 created, 1 updated, 0 unchanged, 0 left out, 0 failed, 0 conflicts. `
      + 'Stopped: it was cancelled; 1 of 2 rows was not reached. The next run goes on from here.');
    assert.deepEqual([told.holds, jira.issues.map(({ key }) => key)], [false, ['SHOP-1']]);
    const asked = served.seen.length;
    const rest = await sync(folder, { apply: true, credentials: kept() });
    assert.ok(served.seen.length > asked);
    assert.equal(rest.headline, `SHOP at ${served.base}: 1 created, 0 updated, 1 unchanged, 0 left out, 0 failed, 0 conflicts.`);
    assert.deepEqual(jira.issues.map(({ key, fields }) => [key, fields['summary'], fields['labels']]), [
      ['SHOP-1', 'search', ['x']], ['SHOP-2', 'count [x](command:y)', jira.issues[1]!.fields['labels']],
    ]);
  });

  it('takes the token of the environment first, and never sends one to the site of the other', async () => {
    const own = { ARCHWRIGHT_JIRA_HOST: served.base, ARCHWRIGHT_JIRA_EMAIL: 'ada@example.com', ARCHWRIGHT_JIRA_TOKEN: OWN };
    const folder = await opened({ project: 'SHOP' }, own);
    const other = await serveJira(new JiraServer());
    try {
      const plan = await sync(folder, { credentials: kept(other.base) });
      assert.match(plan.document!.text, /\nThe token is that of the environment \(ARCHWRIGHT_JIRA_TOKEN\); it comes before one that VS Code keeps\.\n$/);
      assert.deepEqual([[...new Set(served.seen)], other.seen], [[basic(OWN)], []]);
      assert.ok(!JSON.stringify([plan, client!.messages]).includes(OWN));
    } finally {
      other.close();
    }
  });

  it('uses what is kept as a whole where the environment only names a site', async () => {
    const folder = await opened({ project: 'SHOP' }, { ...NO_TOKEN, ARCHWRIGHT_JIRA_HOST: 'https://elsewhere.example' });
    await sync(folder, { credentials: kept() });
    assert.deepEqual([...new Set(served.seen)], [basic(KEPT)]);
  });

  it('sends nothing to a site that the token is not for, and says nothing of the token', async () => {
    const folder = await opened({ project: 'SHOP', host: 'https://evil.example' });
    const said: string[] = [];
    const refused = async (credentials: JiraCredentials, words: string): Promise<void> => {
      await assert.rejects(sync(folder, { apply: true, credentials }), (error: Error) => {
        said.push(error.message);
        return error.message.includes(words);
      });
    };
    await refused(kept(), `The configuration names https://evil.example, and the token is for ${served.base}. Nothing was sent.`);
    await refused(kept('http://acme.atlassian.net'), 'The stored site must be an address with "https"');
    await refused(kept('https://evil.example', `${KEPT}\nX-Other: 1`), 'The stored token or the stored address holds characters that no token has');
    await refused({ ...kept(), token: 7 } as never, 'look at "credentials.token"');
    await refused({ ...kept(), wombat: KEPT } as never, 'look at "credentials"');
    assert.deepEqual([served.seen, said.filter((text) => text.includes(KEPT))], [[], []]);
  });

  it('hides the token where Jira repeats it', async () => {
    const folder = await opened({ project: 'OTHER' });
    jira.handle = () => ({ status: 403, headers: new Map(), body: { errorMessages: [`Bad token ${KEPT} or ${basic(KEPT)}`] } });
    const told = await sync(folder, { credentials: kept() });
    assert.equal(told.holds, false);
    assert.match(told.headline, /Stopped: .*\*{8}/);
    assert.ok(!JSON.stringify(told).includes(KEPT) && !JSON.stringify(told).includes(basic(KEPT).slice(6)));
  });
});
