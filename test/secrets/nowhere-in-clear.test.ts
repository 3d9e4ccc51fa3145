/** None of the planted secrets leaves Archwright: not in a report, the cache, the log, a message to the editor, a fix or a crash. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fixesFor } from '../../server/compose/fixes.ts';
import { makeSettings } from '../../server/compose/folder-settings.ts';
import { tools } from '../../server/compose/tools.ts';
import { analyzeFile } from '../../server/engine/analyze-file.ts';
import type { RuleMeta } from '../../server/findings/rule-meta.ts';
import { rules } from '../../server/rules/registry.ts';
import { defineFileRule } from '../../server/rules/kit/rule.ts';
import { AUDIT, CHOICES, DIFF, GATE, REVIEW, TRACK, type Choice } from '../../server/protocol/lsp.ts';
import { rule as syntaxError } from '../../server/rules/source/syntax-error.ts';
import { commitAll, gitIn } from '../kit/git-repository.ts';
import { serveJira } from '../kit/jira/http-server.ts';
import { JiraServer } from '../kit/jira/server.ts';
import { LspClient } from '../kit/lsp-client.ts';
import { reviewInMemory } from '../kit/review-in-memory.ts';
import { PROGRAM, runCli } from '../kit/run-cli.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';
import { PLANTED, PLANTED_FILES } from './planted.ts';

const FORMATS = ['pretty', 'json', 'sarif', 'markdown', 'html', 'junit', 'github'];
const LOUD: RuleMeta = {
  ...syntaxError.meta, id: 'test/loud', roles: {}, messages: {}, languages: ['typescript', 'javascript', 'python', 'notebook', 'container', 'plain'],
};
/** Code that no language can read to its end, around secrets. */
const BROKEN = new Map([
  ['src/broken.ts', `${PLANTED_FILES.get('src/settings.ts')!}export const = {{{ ;\n`],
  ['shop/broken.py', `${PLANTED_FILES.get('shop/settings.py')!}def broken(:\n  return = 1\n`],
]);
const FILES = new Map([...PLANTED_FILES, ...BROKEN]);

/** Names of the secrets in a text: whole, or enough of one to know it. */
function seenIn(text: string): string[] {
  return PLANTED.filter(({ value }) => {
    // Behind the public prefix of a vendor.
    const telling = value.length > 24 ? value.slice(12, -2) : value;
    return text.includes(value) || text.includes(telling);
  }).map(({ name }) => name);
}

function textOf(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

describe('planted secrets', () => {
  after(removeTemporaryFolders);

  it('are told from the rest by this test', () => {
    for (const { name, path } of PLANTED) assert.ok(seenIn(PLANTED_FILES.get(path)!).includes(name), name);
  });

  it('are in no report, cache, baseline, graph or log of the command line', function slow() {
    this.timeout(240_000);
    const folder = temporaryFolder(Object.fromEntries(FILES));
    const inCode = PLANTED.find(({ name }) => name.startsWith('GitHub'))!;
    commitAll(folder, `shop\n\nwith ${inCode.value} for the robot`);
    gitIn(folder, 'commit', '-q', '--allow-empty', '--author', `${inCode.value} <a@example.com>`, '-m', `SHOP-1 ${inCode.value}`);
    const remote = PLANTED.find(({ name }) => name === 'git remote in a script')!;
    gitIn(folder, 'remote', 'add', 'origin', `https://robot:${remote.value}@github.com/acme/shop.git`);
    writeIn(folder, 'src/new.ts', PLANTED_FILES.get('src/settings.ts')!);
    const cache = temporaryFolder();
    const env = { ARCHWRIGHT_CACHE: cache };
    // What is exported of the other is new, and shown with its value.
    const poorer = temporaryFolder({ 'src/settings.ts': 'export const port = 1;\n', 'shop/settings.py': 'PORT = 1\n' });
    // Metrics that are texts, named and valued as badly as can be.
    const texts = Object.fromEntries(PLANTED.map(({ name, value }) => [name, value]));
    writeIn(folder, 'metrics.json', JSON.stringify({ ...texts, ...Object.fromEntries(PLANTED.map(({ value }) => [value, 1])) }));
    const conditions = [...PLANTED.map(({ name }) => name), 'none'].map((metric) => ({ metric, operator: '==', threshold: 1, file: 'metrics.json' }));
    const gates = join(temporaryFolder({ 'gates.jsonc': JSON.stringify({ gates: { texts: { conditions } } }) }), 'gates.jsonc');
    assert.equal(runCli(['track', 'audit', 'start', '--folder', folder], { env }).status, 0);
    const answers = { agile: { level: 3, why: `ask ${inCode.value}` } };
    const assessments = [{ date: '2026-01-31', by: inCode.value, answers }];
    writeIn(folder, '.archwright/maturity.json', JSON.stringify({ schemaVersion: 1, assessments }));
    const runs = [
      ...FORMATS.map((format) => ['review', folder, '--format', format, '--all']),
      ['review', folder, '--base', 'HEAD'],
      ['review', folder, '--base', 'origin/main'],
      ['graph', folder, '--format', 'json'],
      ['graph', folder, '--audit', '--format', 'json'],
      ['diff', folder, '--from', 'HEAD', '--format', 'json'],
      ['diff', '--from', poorer, '--to', folder, '--format', 'json'],
      ['diff', folder, '--from', poorer, '--log'],
      ['diff', '--from', folder, '--to', poorer],
      ['snapshot', folder],
      ['matrix', folder],
      ['blocks', 'docs', '--folder', folder],
      ['blocks', folder, '--format', 'json'],
      ['impact', folder, '--base', 'HEAD'],
      ...['pretty', 'json', 'markdown'].map((format) => ['gate', 'texts', '--config', gates, '--folder', folder, '--format', format]),
      ['track', 'audit', 'verify', '--folder', folder],
      ['track', 'audit', 'report', '--folder', folder],
      ['track', 'audit', 'proof', 'inclusion', '1', '--folder', folder],
      ['init', folder],
      ['baseline', folder],
      ['track', 'import', folder],
      ['track', 'set', 'SHOP-1', `Description=${inCode.value}`, '--folder', folder],
      ['track', 'set', 'SHOP-1', `AI Model Type=${inCode.value}`, 'Status=Blocked', `Summary=for ${inCode.value}`, '--folder', folder],
      ['track', 'list', folder],
      ['track', 'list', folder, '--format', 'json'],
      ['track', 'list', folder, '--format', 'csv'],
      ...['pretty', 'json', 'csv', 'markdown', 'html'].map((format) => ['track', 'report', folder, '--format', format]),
      ...['planning', 'stand-up', 'review', 'retrospective', 'story'].map((kind) => ['track', 'document', kind, 'SHOP-1', '--folder', folder]),
      ['track', 'done', 'tick', 'SHOP-1', 'bias', '--by', inCode.value, '--folder', folder],
      ...['pretty', 'json', 'markdown'].map((format) => ['track', 'done', 'SHOP-1', '--folder', folder, '--format', format]),
      ...['pretty', 'json', 'markdown'].map((format) => ['track', 'maturity', folder, '--format', format]),
      ['track', 'export', folder, '--for', 'jira'],
      ['track', 'export', folder, '--for', 'spreadsheet'],
    ];
    for (const args of runs) {
      const { stdout, stderr } = runCli(args, { env });
      assert.deepEqual(seenIn(stdout + stderr), [], args.join(' '));
      assert.ok(stdout.length + stderr.length > 20, args.join(' '));
    }
    assert.match(runCli(['review', folder, '--format', 'json'], { env }).stdout, /hardcoded-secret/);
    const stored = textOf(join(folder, 'architecture'));
    assert.match(stored, /\*{8}/);
    assert.deepEqual(seenIn(stored), []);
    const trail = textOf(join(folder, 'logs'));
    assert.match(trail, /"kind":"gate"/);
    assert.deepEqual(seenIn(trail), []);
    const log = textOf(join(folder, 'logs'));
    assert.match(log, /\*{8}[* ]*for the robot/);
    assert.deepEqual(seenIn(log), []);
    const kept = textOf(cache);
    assert.ok(kept.length > 1000);
    assert.deepEqual(seenIn(kept), []);
    for (const name of ['archwright-baseline.json', 'archwright.jsonc']) assert.deepEqual(seenIn(readFileSync(join(folder, name), 'utf8')), [], name);
  });

  it('are in nothing that is sent to Jira, nor in what its answers make a sync say', async function slow() {
    this.timeout(120_000);
    const jira = new JiraServer();
    const served = await serveJira(jira);
    try {
      const rows = PLANTED.map(({ value }, at) => `#${at},"row ${at} ${value.replaceAll('"', '""')}","${value.replaceAll('"', '""')}"\n`);
      const folder = temporaryFolder({
        'logs/project_tracking.csv': `Issue Key,Summary,Description\n${rows.join('')}`, 'archwright.jsonc': '{ "tracking": { "jira": { "project": "SHOP" } } }',
      });
      const token = 'planted-in-the-environment';
      // What it says when it refuses quotes what it was told.
      jira.refusedFields.add('description');
      const env = { ...process.env, ARCHWRIGHT_JIRA_HOST: served.base, ARCHWRIGHT_JIRA_TOKEN: token };
      const said = await new Promise<string>((done) => {
        execFile(process.execPath, [PROGRAM, 'track', 'sync', folder, '--apply'], { env }, (_, stdout, stderr) => done(stdout + stderr));
      });
      assert.equal(jira.issues.length, PLANTED.length);
      const sent = JSON.stringify(jira.issues);
      assert.match(sent, /\*{8}/);
      // The log has them alone in a cell, where some are no secret without the name beside them.
      const alone = new Set(seenIn(runCli(['track', 'list', folder, '--format', 'csv']).stdout));
      assert.ok(alone.size < PLANTED.length);
      assert.deepEqual(seenIn(sent).filter((name) => !alone.has(name)), []);
      assert.deepEqual(seenIn(said).filter((name) => !alone.has(name)), []);
      assert.ok(!said.includes(token) && !textOf(join(folder, 'logs')).includes(token));
    } finally {
      served.close();
    }
  });

  it('are in nothing that the language server tells the editor, nor in the log that it writes', async function slow() {
    this.timeout(240_000);
    const folder = temporaryFolder(Object.fromEntries(FILES));
    const inMessage = PLANTED.find(({ name }) => name.startsWith('GitHub'))!;
    commitAll(folder, `Use ${inMessage.value} for the robot`);
    const client = await LspClient.start([folder], { resolvesActions: true, settings: { trackReviews: true } });
    try {
      await client.reviewed(120_000);
      const told: unknown[] = [client.known, client.messages];
      for (const path of ['src/settings.ts', 'src/db.js', 'shop/settings.py']) {
        await client.open(join(folder, path));
        const all = { start: { line: 0, character: 0 }, end: { line: 200, character: 0 } };
        for (const action of await client.actions(join(folder, path), all)) told.push(action, await client.resolve(action));
      }
      told.push([...client.diagnostics], client.known, client.messages);
      await client.connection.sendRequest(REVIEW, {});
      const log = join(folder, 'logs/project_tracking.csv');
      await client.until('the log', () => existsSync(log) && client.known!.folders[0]!.log.length === 2);
      told.push(client.known);
      assert.match(readFileSync(log, 'utf8'), /for the robot/);
      assert.deepEqual(seenIn(readFileSync(log, 'utf8')), []);
      // What a person writes into the file is masked where it is told.
      writeFileSync(log, readFileSync(log, 'utf8').replace('for the robot', `for the robot ${inMessage.value}`));
      const ask = (method: string, params: object): Promise<unknown> =>
        client.connection.sendRequest(method, { folder: pathToFileURL(folder).href, ...params });
      for (const of of [{ kind: 'gates' }, { kind: 'issues' }, { kind: 'sprints' }]) told.push(await ask(CHOICES, { of }));
      const [{ id: key }] = await ask(CHOICES, { of: { kind: 'issues' } }) as [Choice];
      told.push(await ask(CHOICES, { of: { kind: 'items', key } }), await ask(GATE, { name: 'review' }), await ask(DIFF, {}));
      for (const command of [
        { kind: 'report', report: 'all' }, { kind: 'document', document: 'planning' }, { kind: 'document', document: 'story', key }, { kind: 'maturity' },
        { kind: 'done', key }, { kind: 'tick', key, item: 'reviewed', remove: false },
      ]) told.push(await ask(TRACK, { command }));
      for (const command of [{ kind: 'start', origin: 'shop' }, { kind: 'verify', checkpoints: [] }, { kind: 'report' }])
        told.push(await ask(AUDIT, { command }));
      assert.match(JSON.stringify(told), /hardcoded-secret/);
      assert.deepEqual(seenIn(JSON.stringify(told)), []);
    } finally {
      await client.stop();
    }
  });

  it('are in no message between processes, and in no crash of a rule that quotes all it was given', async () => {
    const told: string[] = [];
    const loud = defineFileRule({
      meta: LOUD,
      check(file) { throw new Error(JSON.stringify(file)); },
    });
    const all = [...rules, loud];
    const { settings } = makeSettings({ paths: [...FILES.keys()], texts: new Map(), rules: all });
    for (const [path, text] of FILES) {
      const own = { ...settings.settingsFor(path, 'source'), outlined: true as const };
      const result = await analyzeFile({ path, text, role: 'source', settings: own }, { ...tools, rules: all });
      assert.deepEqual(result.failures.map(({ ruleId }) => ruleId), ['test/loud'], path);
      told.push(JSON.stringify(result));
    }
    assert.deepEqual(seenIn(told.join('\n')), []);
  });

  it('are in no fix, nor in the template of the environment that a fix writes', async () => {
    const review = await reviewInMemory(PLANTED_FILES);
    await tools.loadFixes(review.files.keys());
    const edits = review.judgement.findings.flatMap((finding) =>
      fixesFor(review.workspace, finding, (path) => review.files.get(path)).map((fix) => JSON.stringify(fix.edits())));
    assert.match(edits.join('\n'), /DB_PASSWORD|API_KEY/);
    assert.deepEqual(seenIn(edits.join('\n')), []);
  });
});
