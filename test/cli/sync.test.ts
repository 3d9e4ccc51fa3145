/** `archwright track sync` as it is built, against a Jira of ours behind real HTTP. */
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonSync } from '../../server/protocol/jira.ts';
import { JiraServer } from '../kit/jira/server.ts';
import { serveJira, type ServedJira } from '../kit/jira/http-server.ts';
import { PROGRAM } from '../kit/run-cli.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

const TOKEN = 'tok-4711-not-for-others';
const STATE = 'logs/jira_sync.json';
const LOG = 'logs/project_tracking.csv';

interface Run { status: number | null; stdout: string; stderr: string }

describe('archwright track sync', () => {
  let jira: JiraServer;
  let served: ServedJira;
  beforeEach(async () => {
    jira = new JiraServer();
    served = await serveJira(jira);
  });
  afterEach(() => served.close());
  after(removeTemporaryFolders);

  function folderOf(rows: string, config: object = { project: 'SHOP' }): string {
    return temporaryFolder({ [LOG]: `Issue Key,Summary,Status,Labels\n${rows}`, 'archwright.jsonc': JSON.stringify({ tracking: { jira: config } }) });
  }

  function environment(): Record<string, string> {
    return { ARCHWRIGHT_JIRA_HOST: served.base, ARCHWRIGHT_JIRA_EMAIL: 'ada@example.com', ARCHWRIGHT_JIRA_TOKEN: TOKEN };
  }

  function sync(folder: string, args: readonly string[] = [], env = environment()): Promise<Run> {
    return new Promise((done) => {
      execFile(process.execPath, [PROGRAM, 'track', 'sync', folder, ...args], { env: { ...process.env, NO_COLOR: '1', ...env } }, (error, stdout, stderr) => {
        done({ status: error === null ? 0 : Number(error.code), stdout, stderr });
      });
    });
  }

  it('plans, does it, and has nothing left to do', async () => {
    const folder = folderOf('AUTO-12345678,count stock,Done,\nSHOP-1,search,To Do,x\n');
    jira.add({ summary: 'search' });
    const plan = await sync(folder);
    assert.equal(plan.stdout, 'create    AUTO-12345678: Summary, Labels\nupdate    SHOP-1: Labels\n'
      + `SHOP at ${served.base}: 1 to create, 1 to update, 0 unchanged, 0 left out, 0 failed, 0 conflicts.\nNothing was written. "--apply" does it.\n`);
    assert.deepEqual([plan.status, jira.issues.length, existsSync(join(folder, STATE))], [0, 1, false]);

    const done = await sync(folder, ['--apply']);
    assert.equal(done.status, 0, done.stderr);
    assert.match(done.stdout, /1 created, 1 updated, 0 unchanged/);
    assert.deepEqual(jira.issues.map(({ key, status, fields }) => [key, status, fields['labels']]), [
      ['SHOP-1', 'To Do', ['x']], ['SHOP-2', 'Done', ['archwright:AUTO-12345678']],
    ]);
    assert.deepEqual(JSON.parse(readFileSync(join(folder, STATE), 'utf8')), {
      schemaVersion: 1, host: served.base, project: 'SHOP', issues: { 'AUTO-12345678': 'SHOP-2' }, pending: [],
    });
    const { counts } = JSON.parse((await sync(folder, ['--apply', '--format', 'json'])).stdout) as JsonSync;
    assert.deepEqual(counts, { create: 0, update: 0, same: 2, left: 0, failed: 0, conflicts: 0 });
    assert.deepEqual([...new Set(served.seen)], [`Basic ${Buffer.from(`ada@example.com:${TOKEN}`).toString('base64')}`]);
  });

  it('sends nothing to a site that the token is not for, and shows the token to nobody', async () => {
    const folder = folderOf('#1,a,To Do,\n', { project: 'SHOP', host: 'https://evil.example' });
    const refused = await sync(folder, ['--apply']);
    assert.deepEqual([refused.status, served.seen], [2, []]);
    const told = `The configuration names https://evil.example, and the token is for ${served.base} (ARCHWRIGHT_JIRA_HOST). Nothing was sent.`;
    assert.equal(refused.stderr, `archwright: ${told}\n`);
    const other = folderOf('#1,a,To Do,\n', { project: 'OTHER' });
    const unknown = await sync(other, ['--apply']);
    assert.equal(unknown.status, 2);
    assert.match(unknown.stdout, /Stopped: No project could be found \(404\)\./);
    const open = await sync(folder, ['--apply'], { ...environment(), ARCHWRIGHT_JIRA_HOST: 'http://acme.atlassian.net' });
    assert.equal(open.status, 2);
    assert.equal(open.stderr, 'archwright: ARCHWRIGHT_JIRA_HOST must be an address with "https", such as https://acme.atlassian.net.\n');
    for (const { stdout, stderr } of [refused, unknown, open]) assert.ok(!`${stdout}${stderr}`.includes(TOKEN));
  });

  it('says what is missing, before anything is sent', async () => {
    const without = temporaryFolder({ [LOG]: 'Issue Key\nSHOP-1\n' });
    assert.match((await sync(without)).stderr, /^archwright: No project of Jira is configured\./);
    const folder = folderOf('#1,a,To Do,\n');
    assert.match((await sync(folder, [], { ...environment(), ARCHWRIGHT_JIRA_TOKEN: '' })).stderr, /^archwright: Set ARCHWRIGHT_JIRA_TOKEN in the environment/);
    assert.match((await sync(folder, ['--overwrite', '#2'])).stderr, /^archwright: The log has no issue "#2"\. Did you mean "#1"\?/);
    writeIn(folder, STATE, '<<<<<<< ours\n');
    assert.match((await sync(folder, ['--apply'])).stderr, /^archwright: logs\/jira_sync\.json is damaged, or holds a conflict of a merge\./);
    writeIn(folder, STATE, JSON.stringify({ schemaVersion: 1, host: 'https://other.example', project: 'SHOP', issues: {}, pending: [] }));
    assert.match((await sync(folder, ['--apply'])).stderr, /is about the project SHOP at https:\/\/other\.example, and not SHOP at/);
    assert.deepEqual(served.seen, []);
  });

  it('looks for what it got no answer about, and creates it no second time', async () => {
    const folder = folderOf(Array.from({ length: 60 }, (_, at) => `#${at},row ${at},To Do,\n`).join(''));
    jira.lag = 600_000;
    served.drop = 1;
    const { status, stdout } = await sync(folder, ['--apply']);
    assert.equal(status, 0, stdout);
    assert.equal(jira.issues.length, 60);
  });

  it('goes on where it was killed', async function slow() {
    this.timeout(100_000);
    const folder = folderOf(Array.from({ length: 120 }, (_, at) => `#${at},row ${at},Done,\n`).join(''));
    for (const created of [0, 1, 50, 51, 100]) {
      const child = spawn(process.execPath, [PROGRAM, 'track', 'sync', folder, '--apply'], { env: { ...process.env, ...environment() }, stdio: 'ignore' });
      const ended = new Promise((done) => child.on('close', done));
      while (jira.issues.length < created || (created === 0 && jira.calls.length === 0)) await new Promise((done) => setTimeout(done, 1));
      child.kill('SIGKILL');
      await ended;
    }
    const { status, stdout } = await sync(folder, ['--apply']);
    assert.equal(status, 0, stdout);
    assert.deepEqual([jira.issues.length, new Set(jira.issues.map(({ fields }) => fields['summary'])).size], [120, 120]);
    assert.deepEqual([...new Set(jira.issues.map((issue) => issue.status))], ['Done']);
  });

  it('tells conflicts and failures by its exit code, and is logged for audit', async () => {
    const folder = folderOf('#1,a,To Do,\n#2,b,To Do,\n');
    await sync(folder, ['--apply']);
    await new Promise((done) => execFile(process.execPath, [PROGRAM, 'track', 'audit', 'start', '--folder', folder], done));
    jira.issues[0]!.fields['summary'] = 'theirs';
    writeIn(folder, LOG, 'Issue Key,Summary,Status,Labels\n#1,ours,To Do,\n#2,b,Done,\n');
    const { status, stdout } = await sync(folder, ['--apply']);
    assert.equal(status, 1);
    assert.match(stdout, /^same +#1 \(SHOP-1\)\n +Summary: changed here and in Jira, so that neither was written\nupdate +#2 \(SHOP-2\): Status$/m);
    const last = readFileSync(join(folder, 'logs/audit_trail.jsonl'), 'utf8').trim().split('\n').at(-1)!;
    const { kind, details } = JSON.parse(last) as { kind: string; details: object };
    assert.deepEqual([kind, details], [
      'sync', { site: served.base, project: 'SHOP', created: 0, updated: 1, failed: 0, conflicts: 1 },
    ]);
  });
});
