/** Commands of the terminal over the protocol: they tell what the terminal tells, and do nothing in an untrusted workspace. */
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  AUDIT, CHOICES, DIFF, GATE, SYNC, TRACK, type AuditParams, type Choice, type ChoicesParams, type Told, type TrackParams,
} from '../../server/protocol/lsp.ts';
import { commitAll, gitIn } from '../kit/git-repository.ts';
import { LspClient, type ClientOptions } from '../kit/lsp-client.ts';
import { runCli } from '../kit/run-cli.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

const SHOP = {
  'src/stock.ts': '/** Counts. */\nexport function count(all: number): number {\n  return all;\n}\n',
  'logs/project_tracking.csv': 'Issue Key,Summary,Status,Sprint,Story Points\nSHOP-1,count <b>stock</b>,Done,S1,3\nSHOP-2,search,In Progress,S2,5\n',
  'archwright.jsonc': JSON.stringify({ gates: {
    good: { conditions: [{ metric: 'findings.errors', operator: '==', threshold: 0 }] },
    strict: { conditions: [
      { metric: 'findings.errors', operator: '==', threshold: 0 }, { metric: 'f1', operator: '>=', threshold: 0.9, file: 'metrics.json' },
    ] },
  } }),
  'metrics.json': '{ "f1": 0.5 }\n',
};
const TRAIL = 'logs/audit_trail.jsonl';

describe('language server: commands of the terminal', () => {
  let client: LspClient | null = null;
  afterEach(async () => {
    await client?.stop();
    client = null;
  });
  after(removeTemporaryFolders);

  async function opened(folder: string, options: ClientOptions = {}): Promise<void> {
    client = await LspClient.start([folder], options);
    await client.reviewed();
  }
  const ask = <Result>(folder: string, method: string, params: object): Promise<Result> =>
    client!.connection.sendRequest<Result>(method, { folder: pathToFileURL(folder).href, ...params });
  const track = (folder: string, command: TrackParams['command']): Promise<Told> => ask(folder, TRACK, { command });
  const audit = (folder: string, command: AuditParams['command']): Promise<Told> => ask(folder, AUDIT, { command });
  const choices = (folder: string, of: ChoicesParams['of']): Promise<Choice[]> => ask(folder, CHOICES, { of });
  const terminal = (folder: string, ...args: string[]): string => runCli(args, { cwd: folder }).stdout;

  function shop(): string {
    const folder = temporaryFolder(SHOP);
    commitAll(folder, 'SHOP-1 count stock');
    return folder;
  }

  it('evaluates a gate, or all, with the page of the terminal, and logs that for audit', async () => {
    const folder = shop();
    await opened(folder);
    assert.deepEqual(await choices(folder, { kind: 'gates' }), [
      { id: 'good', title: 'good', detail: '1 condition' }, { id: 'strict', title: 'strict', detail: '2 conditions' },
      { id: 'review', title: 'review', detail: 'the gate of every review' },
    ]);
    assert.deepEqual(await ask(folder, GATE, { name: 'good' }), {
      headline: 'The gate good passed: 1 condition.', holds: true,
      document: { name: 'gates', text: terminal(folder, 'gate', 'good', '--format', 'markdown'), use: 'page' },
    });
    assert.ok((await audit(folder, { kind: 'start', origin: 'example.com/shop' })).headline.startsWith('Began logs/audit_trail.jsonl'));
    const strict = await ask<Told>(folder, GATE, { name: 'strict' });
    assert.deepEqual([strict.headline, strict.holds], ['The gate strict failed: f1 0.5, asked >= 0.9 (1 of 2 conditions failed).', false]);
    const all = await ask<Told>(folder, GATE, {});
    assert.deepEqual([all.headline, all.holds], ['1 of 2 gates failed: strict.', false]);
    const logged = readFileSync(join(folder, TRAIL), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { kind: string; details: { name?: string } });
    assert.deepEqual(logged.filter(({ kind }) => kind === 'gate').map(({ details }) => details.name), ['strict', 'good', 'strict']);
    await assert.rejects(ask(folder, GATE, { name: 'godo' }), /There is no gate "godo"\. Did you mean "good"\?/);
  });

  it('evaluates unsaved edits, and nothing by a configuration that is broken', async () => {
    const folder = shop();
    await opened(folder);
    await client!.open(join(folder, 'src/stock.ts'));
    await client!.edit(join(folder, 'src/stock.ts'), '/** Counts. */\nexport function count(all: string): number {\n  return eval(all);\n}\n');
    await client!.until('the finding', () => client!.rulesIn(join(folder, 'src/stock.ts')).includes('security/code-injection'));
    assert.equal((await ask<Told>(folder, GATE, { name: 'good' })).holds, false);
    writeIn(folder, 'archwright.jsonc', '{ "gates": 7 }');
    await client!.changedOnDisk(join(folder, 'archwright.jsonc'));
    await client!.until('the problem', () => (client!.state?.folders[0]?.problem ?? null) !== null);
    await assert.rejects(ask(folder, GATE, { name: 'good' }), /archwright\.jsonc, line 1/);
  });

  it('compares the architecture with the base branch or another state as the terminal does, unsaved edits included', async () => {
    const folder = shop();
    gitIn(folder, 'branch', '-M', 'main');
    gitIn(folder, 'checkout', '-q', '-b', 'search');
    writeIn(folder, 'src/search/index.ts', '/** Finds. */\nexport const find = (all: readonly string[]): string[] => [...all];\n');
    commitAll(folder, 'SHOP-2 search');
    await opened(folder);
    const told = await ask<Told>(folder, DIFF, {});
    assert.deepEqual(told, {
      headline: '1 block changed: 1 new.', holds: null,
      document: { name: 'architecture-changes', text: terminal(folder, 'diff', '--format', 'markdown'), use: 'page' },
    });
    assert.match(told.document!.text, /🟢 New \| `search`/u);
    const silent = await ask<Told>(folder, DIFF, { from: 'HEAD' });
    assert.deepEqual([silent.headline, silent.document?.text],
      ['Nothing changed in the architecture.', terminal(folder, 'diff', '--from', 'HEAD', '--format', 'markdown')]);
    await client!.open(join(folder, 'src/search/index.ts'));
    await client!.edit(join(folder, 'src/search/index.ts'), '/** Finds. */\nexport const seek = (all: readonly string[]): string[] => [...all];\n');
    const unsaved = await ask<Told>(folder, DIFF, { from: 'HEAD' });
    assert.equal(unsaved.headline, '1 block changed: 1 breaking.');
    assert.match(unsaved.document!.text, /find is no longer exported/u);
    await assert.rejects(ask(folder, DIFF, { from: 'no-such' }), /"no-such" is neither a folder nor a snapshot/u);
  });

  it('reports on the work and on maturity, and fills documents, as the terminal does', async () => {
    const folder = shop();
    await opened(folder);
    for (const report of ['all', 'velocity', 'hotspots'] as const) {
      const told = await track(folder, { kind: 'report', report });
      const text = terminal(folder, 'track', 'report', '--kind', report, '--format', 'markdown');
      assert.deepEqual(told.document, { name: `report-${report}`, text, use: 'page' });
      assert.equal(told.holds, null);
    }
    await assert.rejects(track(folder, { kind: 'report', report: 'weekly', week: 'soon' }), /"soon" is no week/);
    const { document, headline } = await track(folder, { kind: 'maturity' });
    assert.equal(document?.text, terminal(folder, 'track', 'maturity', '--format', 'markdown'));
    assert.equal(headline, 'Maturity: not assessed yet.');
    assert.deepEqual((await choices(folder, { kind: 'sprints' })).map(({ id }) => id), ['S2', 'S1']);
    const planning = await track(folder, { kind: 'document', document: 'planning', sprint: 'S1' });
    assert.deepEqual(planning.document, { name: 'planning', text: terminal(folder, 'track', 'document', 'planning', '--sprint', 'S1'), use: 'draft' });
    const story = await track(folder, { kind: 'document', document: 'story', key: 'SHOP-2' });
    assert.equal(story.document?.text, terminal(folder, 'track', 'document', 'story', 'SHOP-2'));
    writeIn(folder, '.archwright/templates/stand-up.md', '{{wombat}}\n');
    assert.equal((await track(folder, { kind: 'document', document: 'stand-up' })).headline,
      'The template of "stand-up" names "{{wombat}}", which stands for nothing.');
  });

  it('tells how far an issue is done, and ticks what nobody could see', async () => {
    const folder = shop();
    gitIn(folder, 'config', 'user.name', 'Ada Lovelace');
    await opened(folder);
    assert.deepEqual(await choices(folder, { kind: 'issues' }), [
      { id: 'SHOP-1', title: 'SHOP-1', detail: 'Done · count <b>stock</b>' }, { id: 'SHOP-2', title: 'SHOP-2', detail: 'In Progress · search' },
    ]);
    const told = await track(folder, { kind: 'done', key: 'SHOP-1' });
    assert.equal(told.document?.text, terminal(folder, 'track', 'done', 'SHOP-1', '--format', 'markdown'));
    assert.match(told.headline, /^SHOP-1: Not done: \d+ of \d+ met, /);
    assert.equal(told.holds, false);
    const before = await choices(folder, { kind: 'items', key: 'SHOP-1' });
    const [{ id: item, ticked }] = before.filter(({ id }) => id === 'reviewed') as [Choice];
    assert.equal(ticked, false);
    assert.ok(!before.some(({ id }) => id === 'merged'), 'what was seen is no matter of a tick');
    assert.match((await track(folder, { kind: 'tick', key: 'SHOP-1', item, remove: false })).headline, /^Ticked "reviewed" of SHOP-1\./);
    const after = (await choices(folder, { kind: 'items', key: 'SHOP-1' })).find(({ id }) => id === item)!;
    assert.equal(after.ticked, true);
    assert.match(after.detail, /^Ada Lovelace, \d{4}-\d\d-\d\d$/);
    assert.deepEqual(await track(folder, { kind: 'tick', key: 'SHOP-1', item, remove: true }),
      { headline: 'Took back "reviewed" of SHOP-1.', holds: null, document: null });
    await assert.rejects(track(folder, { kind: 'done', key: 'SHOP-3' }), /SHOP-3/);
  });

  it('verifies the audit log, signs it with the key that is sent along, and forgets the key', async () => {
    const folder = shop();
    const key = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
    const words = key.split('\n')[1]!;
    await opened(folder);
    await assert.rejects(audit(folder, { kind: 'verify', checkpoints: [] }), /There is no audit log here/);
    await audit(folder, { kind: 'start', origin: 'example.com/shop' });
    await assert.rejects(audit(folder, { kind: 'checkpoint' }), /ARCHWRIGHT_AUDIT_KEY is not set.*"Archwright: Set Audit Key" keeps it/);
    const signed = await audit(folder, { kind: 'checkpoint', key, git: 'note' });
    assert.equal(signed.headline, 'Signed 1 entry; the checkpoint is in logs/audit_checkpoints/00000001.checkpoint, git notes --ref=archwright-audit.');
    assert.match(signed.document!.text, /\n`example\.com\/shop\+[0-9a-f]{8}\+\S+`\n$/);
    assert.ok(signed.document!.text.includes(readFileSync(join(folder, 'logs/audit_checkpoints/00000001.checkpoint'), 'utf8')));
    const bySigner = await audit(folder, { kind: 'verify', checkpoints: [], key });
    const byNobody = await audit(folder, { kind: 'verify', checkpoints: [] });
    assert.deepEqual([bySigner.headline, bySigner.holds], ['The audit log is intact: 1 entry.', true]);
    assert.match(bySigner.document!.text, /\| ✅ \| 1 \|/);
    assert.equal(byNobody.document!.text, terminal(folder, 'track', 'audit', 'verify', '--format', 'markdown'));
    assert.match(byNobody.document!.text, /\| ⚠️ \| 1 \|/);
    const compliance = await audit(folder, { kind: 'report', key });
    assert.equal(compliance.document!.text, terminal(folder, 'track', 'audit', 'report', '--format', 'markdown'));
    await assert.rejects(audit(folder, { kind: 'checkpoint', key: 'wombat-words-that-are-no-key' }), (error: Error) =>
      /cannot be used: it is no private key in PEM/.test(error.message) && !error.message.includes('wombat'));
    await assert.rejects(audit(folder, { kind: 'checkpoint', git: 'wombat', key } as never), (error: Error) =>
      error.message.includes('look at "command.git"') && !error.message.includes(words));
    writeIn(folder, TRAIL, '{"index":0}\n');
    const bad = await audit(folder, { kind: 'verify', checkpoints: [], key });
    assert.match(bad.headline, /^The audit log was tampered with: 1 entry; entry 0: /);
    assert.equal(bad.holds, false);
    const refused = await audit(folder, { kind: 'checkpoint', key });
    assert.match(refused.headline, /^Nothing was signed, because the log was tampered with: entry 0: /);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const kept = files.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
    const said = JSON.stringify([signed, bySigner, byNobody, compliance, bad, refused, client!.messages]);
    assert.deepEqual([...kept, said].filter((text) => text.includes(words)), []);
  });

  it('does nothing in a workspace that is not trusted, and says so', async () => {
    const folder = shop();
    const log = readFileSync(join(folder, 'logs/project_tracking.csv'), 'utf8');
    await opened(folder, { trusted: false });
    const asked: [string, object][] = [
      [GATE, {}], [DIFF, {}], [TRACK, { command: { kind: 'maturity' } }],
      [TRACK, { command: { kind: 'tick', key: 'SHOP-1', item: 'reviewed', remove: false } }],
      [AUDIT, { command: { kind: 'start' } }], [SYNC, { apply: true, overwrite: [] }], [CHOICES, { of: { kind: 'gates' } }],
    ];
    const said = /The workspace is not trusted, so that this command does nothing\./;
    for (const [method, params] of asked) await assert.rejects(ask(folder, method, params), said, method);
    assert.deepEqual(readdirSync(join(folder, 'logs')), ['project_tracking.csv']);
    assert.equal(readFileSync(join(folder, 'logs/project_tracking.csv'), 'utf8'), log);
    assert.equal(existsSync(join(folder, TRAIL)), false);
  });
});
