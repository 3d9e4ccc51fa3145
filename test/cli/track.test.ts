/** `archwright track` as it is built: what it prints, writes and refuses. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { JsonLog } from '../../server/protocol/tracking.ts';
import { FIELDS } from '../../server/tracking/fields.ts';
import { couldNotRun } from '../kit/could-not-run.ts';
import { gitIn } from '../kit/git-repository.ts';
import { History } from '../kit/history.ts';
import { PROGRAM, runCli, type CliResult } from '../kit/run-cli.ts';
import { removeTemporaryFolders, temporaryFolder } from '../kit/temporary-folder.ts';

const LOG = 'logs/project_tracking.csv';
const NOBODY = 65534;

function repository(): string {
  const history = new History();
  history.commit('SHOP-1 count stock, "all" of it\n\nBecause\nof this.');
  history.commit('fix: SHOP-2: =off by one', 'test/a.test.ts');
  history.branch('SHOP-3');
  history.commit('search');
  return history.folder;
}

const track = (folder: string, ...args: string[]): CliResult => runCli(['track', ...args], { cwd: folder });
const listed = (folder: string): JsonLog => JSON.parse(track(folder, 'list', '--format', 'json').stdout) as JsonLog;
const textOf = (folder: string, file = LOG): string => readFileSync(join(folder, file), 'utf8');

function logOf(text: string): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'logs'));
  writeFileSync(join(folder, LOG), text);
  return folder;
}

describe('archwright track', () => {
  after(removeTemporaryFolders);

  it('imports a history, and lists it as a table, JSON and CSV', () => {
    const folder = repository();
    assert.match(track(folder, 'import').stderr, /^4 commits: 4 issues added, 0 changed\.$/m);
    assert.match(track(folder, 'import').stderr, /^4 commits: 0 issues added, 0 changed\.$/m);
    const { stdout } = track(folder, 'list');
    assert.match(stdout, /^Key +Status +Type +Summary +Assignee +Updated\nSHOP-3 +In Progress +Story +search +Ada +2025-10-09\n/);
    assert.match(stdout, /\n4 issues\.\n$/);
    const { issues, problems } = listed(folder);
    assert.deepEqual(problems, []);
    const first = issues.find(({ issueKey }) => issueKey === 'SHOP-1')!;
    assert.deepEqual(
      [first['summary'], first['description'], first['status'], first['storyPoints'], first['timeSpent'], String(first['createdDate']).slice(0, 10)],
      ['count stock, "all" of it', 'Because\nof this.', 'Done', 2, 3600, '2025-10-09'],
    );
    const [header, ...rows] = parse(track(folder, 'list', '--status', 'done', '--format', 'csv').stdout) as string[][];
    assert.deepEqual(header, FIELDS);
    assert.deepEqual(rows.map(([key]) => key!.replace(/^AUTO-.*/, 'AUTO')), ['AUTO', 'SHOP-1', 'SHOP-2']);
  });

  it('sets fields, and says what is allowed', () => {
    const folder = repository();
    track(folder, 'import');
    const { stderr } = track(folder, 'set', 'SHOP-3', 'status=done', 'storyPoints=5', 'Due Date=2026-01-31');
    assert.match(stderr, /^SHOP-3: Status: "In Progress" → "Done"$/m);
    const done = listed(folder).issues.find(({ issueKey }) => issueKey === 'SHOP-3')!;
    assert.deepEqual([done['status'], done['resolution'], done['storyPoints'], done['dueDate']], ['Done', 'Done', 5, '2026-01-31T00:00:00.000Z']);
    assert.ok(typeof done['resolvedDate'] === 'string');
    const before = textOf(folder);
    for (const [args, said] of [
      [['SHOP-3', 'Status=Finished'], '"Finished" is no value of "Status": expected one of To Do, In Progress, Code Review, Testing, Done, Blocked.'],
      [['SHOP-3', 'Statsu=Done'], 'There is no field "Statsu". Did you mean "Status"?'],
      [['SHOP-3', 'wombat=1'], 'There is no field "wombat". The fields are Issue Key,'],
      [['SHOP-3', 'Status'], '"Status" sets nothing; write FIELD=VALUE'],
      [['SHOP-3', 'Issue Key=A-1'], '"Issue Key" cannot be set.'],
      [['SHOP-4', 'Status=Done'], 'The log has no issue "SHOP-4". Did you mean "SHOP-'],
      [['SHOP-3', 'Summary=x', 'Story Points=-1'], '"-1" is no value of "Story Points": expected a number from 0, such as 5.'],
    ] as const) {
      const result = track(folder, 'set', ...args);
      assert.equal(result.status, 2, args.join(' '));
      assert.ok(result.stderr.includes(said), result.stderr);
    }
    assert.equal(textOf(folder), before);
  });

  it('exports for Jira with the configuration of its import, and for a spreadsheet', () => {
    const folder = repository();
    track(folder, 'import');
    track(folder, 'set', 'SHOP-1', 'Components=stock, orders', 'Achieved Score=-31.5', 'Assignee=Somebody');
    const { stderr } = track(folder, 'export', '--for', 'jira');
    assert.match(stderr, /^No address is known for 1 name \(Somebody\); these cells are empty\.$/m);
    const [header, ...rows] = parse(textOf(folder, 'logs/jira_import.csv')) as string[][];
    assert.equal(header![0], 'Summary');
    assert.deepEqual(header!.filter((name) => /[^A-Za-z ]/.test(name)), []);
    assert.equal(header!.filter((name) => name === 'Components').length, 2);
    assert.ok(header!.filter((name) => name === 'Labels').length >= 2);
    assert.ok(rows.every((row) => row.length === header!.length));
    const row = rows.find((each) => each[header!.indexOf('Issue Key')] === 'SHOP-1')!;
    const at = (name: string): string => row[header!.indexOf(name)]!;
    assert.deepEqual([at('Reporter'), at('Assignee'), at('Time Spent'), at('Created').replace(/:\d\d:\d\d$/, ''), at('Achieved Score')], [
      'ada@example.com', '', '3600', '2025-10-09 08', '-31.5',
    ]);
    assert.deepEqual(rows.map((each) => each[0]).filter((summary) => summary!.includes('off by')), ['=off by one'], 'as it is');
    const configuration = JSON.parse(textOf(folder, 'logs/jira_import.json')) as Record<string, unknown>;
    assert.equal(configuration['config.date.format'], 'yyyy-MM-dd HH:mm:ss');
    assert.deepEqual((configuration['config.field.mappings'] as Record<string, { 'jira.field': string }>)['Labels']!['jira.field'], 'labels');

    track(folder, 'export', '--for', 'spreadsheet');
    const sheet = textOf(folder, 'logs/project_tracking_export.csv');
    assert.ok(sheet.startsWith('\ufeffIssue Key,') && sheet.includes('\r\n'));
    assert.match(sheet, /,'=off by one,/);
    assert.match(sheet, /,-31\.5,/);
    assert.equal(track(folder, 'export').status, 2);
  });

  it('exports no keys that Jira does not have, and no summary that it refuses', () => {
    const folder = logOf(`Issue Key,Summary,Labels,Due Date\nAUTO-12345678,${'long '.repeat(60)},"a,b",2026-02-01\n#7,x,,\nSHOP-7,y,,\n`);
    assert.equal(track(folder, 'export', '--for', 'jira').status, 0);
    const [header, ...rows] = parse(textOf(folder, 'logs/jira_import.csv')) as string[][];
    assert.deepEqual(header, ['Summary', 'Issue Key', 'Due Date', 'Labels', 'Labels']);
    assert.deepEqual(rows.map((row) => row.slice(1)), [['', '2026-02-01 00:00:00', 'a', 'b'], ['', '', '', ''], ['SHOP-7', '', '', '']]);
    assert.ok(rows.every(([summary]) => summary!.length <= 255));
  });

  it('exports at most 1,500 issues to a file for Jira', () => {
    const folder = logOf(`Issue Key,Summary\n${Array.from({ length: 1501 }, (_, at) => `A-${at + 1},s\n`).join('')}`);
    assert.equal(track(folder, 'export', '--for', 'jira').status, 0);
    assert.deepEqual(readdirSync(join(folder, 'logs')).sort(), ['jira_import-1.csv', 'jira_import-2.csv', 'jira_import.json', 'project_tracking.csv']);
    const counts = [1, 2].map((number) => parse(textOf(folder, `logs/jira_import-${number}.csv`)).length - 1);
    assert.deepEqual(counts, [1500, 1]);
  });

  it('adds the last commit, and moves the issue of a pull request', () => {
    const folder = repository();
    assert.match(track(folder, 'commit').stderr, /^1 issue added, 0 changed\.$/m);
    assert.deepEqual(listed(folder).issues.map(({ issueKey, status }) => [issueKey, status]), [['SHOP-3', 'In Progress']]);
    gitIn(folder, 'commit', '-q', '--allow-empty', '-m', 'more');
    track(folder, 'commit', '--event', 'pull_request');
    assert.deepEqual(listed(folder).issues.map(({ issueKey, status }) => [issueKey, status]), [['SHOP-3', 'Code Review']]);
  });

  it('is run by the hook in the background, and keeps no commit waiting or from being made', async function slow() {
    if (process.platform === 'win32') couldNotRun(this, 'the program of this test is a script for a shell');
    const folder = repository();
    const bin = temporaryFolder();
    writeFileSync(join(bin, 'archwright'), `#!/bin/sh\nexec "${process.execPath}" "${PROGRAM}" "$@"\n`);
    const sleeper = temporaryFolder();
    writeFileSync(join(sleeper, 'archwright'), '#!/bin/sh\ncase "$1" in track) sleep 20; exit 3;; esac\n');
    for (const each of [bin, sleeper]) chmodSync(join(each, 'archwright'), 0o755);
    assert.equal(runCli(['hooks', 'install', folder]).status, 0);
    gitIn(folder, 'config', 'user.name', 'Ada');
    gitIn(folder, 'config', 'user.email', 'ada@example.com');
    const commit = (program: string, message: string): number => {
      const started = performance.now();
      const { status, stderr } = spawnSync('git', ['commit', '-q', '--no-verify', '--allow-empty', '-m', message], {
        cwd: folder, encoding: 'utf8', env: { ...process.env, PATH: `${program}${delimiter}${process.env['PATH']}` },
      });
      assert.equal(status, 0, stderr);
      return performance.now() - started;
    };
    assert.ok(commit(sleeper, 'SHOP-7 one') < 10_000, 'it did not wait for a program that takes 20 s and fails');
    assert.equal(existsSync(join(folder, LOG)), false);
    commit(bin, 'SHOP-8 two');
    const has = (): boolean => existsSync(join(folder, LOG)) && textOf(folder).includes('SHOP-8');
    for (let tries = 0; !has() && tries < 300; tries++) await new Promise((done) => setTimeout(done, 100));
    assert.ok(has());
  });

  it('takes over the first log without losing anything, and keeps it beside', () => {
    const old = 'Kind,Time,Commit,Branch,Issue Key,Summary,Author,Score,Grade,Errors,Warnings,Infos,Delta,Team\n'
      + 'commit,2026-01-05T09:00:00.000Z,d4e5f60000000000000000000000000000000000,main,ML-42,"\'=SUM(1,2)",Ada,,,,,,,\n'
      + 'review,2026-01-05T10:00:00.000Z,d4e5f6,main,,,,87.5,B,0,3,4,,core\n'
      + 'commit,2026-01-06T09:00:00.000Z,a4e5f60000000000000000000000000000000000,topic,,"no key",Bob,,,,,,,\n'
      + "review,2026-01-07T10:00:00.000Z,d4e5f6,main,,,,85,B,0,2,4,'-2.5,\n";
    const folder = logOf(old);
    assert.deepEqual(listed(folder).issues.map(({ issueKey, summary, status, assignee }) => [issueKey, summary, status, assignee]), [
      ['AUTO-a4e5f600', 'no key', 'In Progress', 'Bob'], ['ML-42', '=SUM(1,2)', 'Done', 'Ada'],
    ]);
    assert.equal(textOf(folder), old, 'reading changes nothing');
    assert.equal(track(folder, 'set', 'ML-42', 'Story Points=3').status, 0);
    assert.equal(textOf(folder, 'logs/project_tracking.first.csv'), old);
    assert.deepEqual(textOf(folder, 'logs/reviews.csv').split('\n').slice(1), [
      '2026-01-05T10:00:00.000Z,d4e5f6,main,,87.5,B,0,3,4,', '2026-01-07T10:00:00.000Z,d4e5f6,main,,85,B,0,2,4,-2.5', '',
    ]);
    assert.equal(listed(folder).issues.length, 2);
    // As if it had been killed after half of it.
    writeFileSync(join(folder, LOG), old);
    assert.equal(track(folder, 'set', 'ML-42', 'Story Points=3').status, 0);
    assert.equal(textOf(folder, 'logs/reviews.csv').split('\n').length, 4);
    assert.deepEqual(readdirSync(join(folder, 'logs')).sort(), ['project_tracking.csv', 'project_tracking.first.csv', 'reviews.csv']);
  });
});

describe('archwright track on bad input', () => {
  after(removeTemporaryFolders);

  it('lists what is wrong with its place, and goes on', () => {
    const folder = logOf('\ufeffIssue Key;Status;Created Date;Status\r\nA-1;Finished;31.12.2025;x\r\nA-2;Do');
    const { status, stdout, stderr } = track(folder, 'list');
    assert.equal(status, 0);
    assert.match(stdout, /2 issues\./);
    assert.match(stderr, /^logs\/project_tracking\.csv:2:2 "Finished" is no value of "Status": expected one of /m);
    assert.match(stderr, /^logs\/project_tracking\.csv:1:4 The column "Status" is there twice;/m);
    assert.match(stderr, /^logs\/project_tracking\.csv:3 The row has 2 cells, and the header 4\.$/m);
    assert.equal(track(folder, 'set', 'A-2', 'Status=Done').status, 0);
    const [header, first, second] = textOf(folder).split('\r\n');
    assert.equal(header, '\ufeffIssue Key;Status;Created Date;Status;Updated Date;Resolved Date;Resolution', 'columns that are needed come last');
    assert.equal(first, 'A-1;Finished;31.12.2025;x;;;');
    assert.match(second!, /^A-2;Done;;;20\d\d-/);
  });

  it('writes over nothing that it cannot read', () => {
    for (const [text, said] of [
      ['Issue Key,Summary\nA-1,"cut off', /Line 2: A quote is opened in the row that begins here, and never closed\. Mend it/],
      ['Issue Key,Summary\nA-1,x\n<<<<<<< HEAD\nA-1,y\n=======\nA-1,z\n>>>>>>> b\n', /Line 3: A conflict of a merge is not resolved here\. Mend it/],
      ['name,points\nada,3\n', /It has no column "Issue Key"/],
    ] as const) {
      const folder = logOf(text);
      gitIn(folder, 'init', '-q');
      gitIn(folder, 'commit', '-q', '--allow-empty', '-m', 'SHOP-1 x');
      for (const args of [['import'], ['commit']]) {
        const { status, stderr } = track(folder, ...args);
        assert.equal(status, 2);
        assert.match(stderr, said);
        assert.equal(textOf(folder), text);
        assert.deepEqual(readdirSync(join(folder, 'logs')), ['project_tracking.csv']);
      }
    }
  });

  it('does not replace a file that may not be written', function permissions() {
    if (process.platform === 'win32') couldNotRun(this, 'Windows has no such permissions');
    const folder = logOf('Issue Key,Summary\nA-1,x\n');
    for (const path of ['', 'logs']) chmodSync(join(folder, path), 0o777);
    chmodSync(join(folder, LOG), 0o444);
    const { status, stderr } = runCli(['track', 'set', 'A-1', 'Summary=y'], { cwd: folder, ...(process.getuid?.() === 0 ? { uid: NOBODY } : {}) });
    assert.equal(status, 2);
    assert.match(stderr, /Cannot write "logs\/project_tracking\.csv" \(EACCES\); nothing was changed\./);
    assert.equal(textOf(folder), 'Issue Key,Summary\nA-1,x\n');
  });

  it('leaves the log as it was when there is no room for the new one', function room() {
    if (process.platform === 'win32') couldNotRun(this, 'only a shell can limit how much may be written');
    const folder = logOf(`Issue Key,Summary\n${Array.from({ length: 20_000 }, (_, at) => `A-${at + 1},some words\n`).join('')}`);
    const before = textOf(folder);
    const { status, stderr } = spawnSync('/bin/sh', ['-c', 'ulimit -f 64; exec "$0" "$@"', process.execPath, PROGRAM, 'track', 'set', 'A-1', 'Summary=y'], {
      cwd: folder, encoding: 'utf8',
    });
    assert.equal(status, 2);
    assert.match(stderr, /Cannot write "logs\/project_tracking\.csv" \(EFBIG\); nothing was changed\./);
    assert.equal(textOf(folder), before);
    assert.deepEqual(readdirSync(join(folder, 'logs')), ['project_tracking.csv'], 'nothing is left beside it');
  });

  it('says that there is nothing to import, and that a configuration is wrong', () => {
    const empty = temporaryFolder();
    assert.match(track(empty, 'import').stderr, /There is no git repository with a commit here\./);
    gitIn(empty, 'init', '-q');
    assert.equal(track(empty, 'commit').status, 2);
    assert.match(track(empty, 'export', '--for', 'jira').stderr, /The log has no issues\./);
    const folder = repository();
    writeFileSync(join(folder, 'archwright.jsonc'), '{ "tracking": { "mainBranch": "nowhere" } }');
    assert.match(track(folder, 'import').stderr, /there is no branch "nowhere", which "tracking\.mainBranch" names\./);
    writeFileSync(join(folder, 'archwright.jsonc'), '{ "tracking": { "issuePattern": "(a+)+$" } }');
    const { status, stderr } = track(folder, 'import');
    assert.equal(status, 2);
    assert.match(stderr, /The configuration is invalid: archwright\.jsonc:1:33 This regular expression cannot be used/);
    assert.equal(existsSync(join(folder, 'logs')), false);
  });
});
