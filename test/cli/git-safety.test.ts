/** Reviewing a repository runs nothing that the repository names. */
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RollbackPlan } from '../../server/protocol/rollback.ts';
import { armedRepository, type ArmedRepository } from '../kit/armed-repository.ts';
import { couldNotRun } from '../kit/could-not-run.ts';
import { commitAll, gitIn } from '../kit/git-repository.ts';
import { serveJira } from '../kit/jira/http-server.ts';
import { JiraServer } from '../kit/jira/server.ts';
import { PROGRAM, runCli } from '../kit/run-cli.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

const FILES = {
  'src/a.ts': '/** A. */\nexport const a = 1;\n', 'notes.md': 'Notes.\n',
  'archwright.jsonc': '{ "review": { "rehearsal": { "commands": ["node --version"] } } }',
};

describe('a repository that names programs', () => {
  let armed: ArmedRepository;
  before(() => {
    armed = armedRepository(FILES);
  });
  after(removeTemporaryFolders);

  it('has them run by git itself, so that this test can fail', () => {
    const plain = (...args: string[]): void => void spawnSync('git', args, { cwd: armed.folder, stdio: 'ignore', timeout: 20_000 });
    // Git reads only what looks changed; on a fast machine, what was written within the same second does.
    utimesSync(join(armed.folder, '.gitattributes'), 1, 1);
    plain('status');
    // Git gives up on a filter that hangs up, so that the others need it out of the way.
    plain('-c', 'filter.two.process=', 'diff', 'HEAD~1');
    plain('-c', 'filter.two.process=', 'diff', '--no-ext-diff', 'HEAD~1');
    plain('cat-file', '-p', 'HEAD:lost.ts');
    const ran = armed.ran();
    const expected = ['diff-command-one', 'filter-one-clean', 'filter-process', 'fsmonitor', 'module-fsmonitor', 'textconv-one', 'upload-pack'];
    assert.deepEqual(expected.filter((name) => !ran.includes(name)), [], `ran: ${ran.join(', ')}`);
  });

  it('is reviewed with `--base` without running one of them', () => {
    const { status, stdout, stderr } = runCli(['review', armed.folder, '--base', 'HEAD~1', '--format', 'json']);
    assert.deepEqual(armed.ran(), []);
    assert.notEqual(status, 2, stderr);
    assert.ok(stdout.startsWith('{'), stderr);
  });

  it('is compared, told of and measured without running one of them', () => {
    const { blocks } = JSON.parse(runCli(['blocks', armed.folder, '--format', 'json']).stdout) as { blocks: { id: string }[] };
    const block = blocks[0]!.id;
    for (const args of [
      ['review', armed.folder, '--format', 'html'],
      ['diff', armed.folder, '--from', 'HEAD~1', '--log'], ['history', block, armed.folder], ['rollback', block, armed.folder, '--to', 'HEAD~1'],
      ['impact', armed.folder, '--base', 'HEAD~1'], ['snapshot', armed.folder], ['matrix', armed.folder],
      ['gate', 'review', '--folder', armed.folder, '--base', 'HEAD~1'],
      ['track', 'import', armed.folder], ['track', 'commit', armed.folder], ['track', 'export', armed.folder, '--for', 'jira'],
      ['track', 'report', armed.folder], ['track', 'document', 'stand-up', '--folder', armed.folder],
      ['track', 'maturity', armed.folder],
    ]) {
      const { status, stderr } = runCli(args);
      assert.notEqual(status, 2, `${args.join(' ')}: ${stderr}`);
      assert.deepEqual(armed.ran(), [], args.join(' '));
    }
  });

  it('is asked what is done of an issue without running one of them', () => {
    assert.equal(runCli(['track', 'import', armed.folder]).status, 0);
    const { issues } = JSON.parse(runCli(['track', 'list', armed.folder, '--format', 'json']).stdout) as { issues: { issueKey: string }[] };
    const { issueKey } = issues[0]!;
    for (const args of [['tick', issueKey, 'risk', '--by', 'Ada'], [issueKey]]) {
      const { status, stderr } = runCli(['track', 'done', ...args, '--folder', armed.folder]);
      assert.equal(status, 0, stderr);
      assert.deepEqual(armed.ran(), [], args.join(' '));
    }
  });

  it('has a rollback rehearsed in a checkout of its own without running one of them', () => {
    const { folder, ran } = armedRepository(FILES);
    // What is not there cannot be checked out.
    gitIn(folder, 'hash-object', '-w', '--no-filters', 'lost.ts');
    gitIn(folder, '-c', 'filter.two.process=', 'commit', '-q', '-m', 'more', 'changed.ts');
    gitIn(folder, 'config', 'user.name', 'Ada');
    assert.ok(ran().length > 0);
    const { stdout, stderr } = runCli(['rollback', 'main', folder, '--to', 'HEAD~1', '--rehearse', '--format', 'json']);
    assert.notEqual(stdout, '', stderr);
    const { files, rehearsal } = JSON.parse(stdout) as RollbackPlan;
    assert.deepEqual([files.restore, rehearsal?.passed], [['changed.ts'], true]);
    assert.deepEqual(ran(), []);
  });

  it('is synced with Jira without running one of them', async () => {
    const served = await serveJira(new JiraServer());
    try {
      const configuration = join(temporaryFolder({ 'jira.jsonc': '{ "tracking": { "jira": { "project": "SHOP" } } }' }), 'jira.jsonc');
      const env = { ...process.env, ARCHWRIGHT_JIRA_HOST: served.base, ARCHWRIGHT_JIRA_TOKEN: 'token' };
      const args = ['track', 'sync', armed.folder, '--apply', '--config', configuration];
      const said = await new Promise<string>((done) => {
        execFile(process.execPath, [PROGRAM, ...args], { env }, (_, stdout, stderr) => done(stdout + stderr));
      });
      assert.match(said, /^SHOP at .*, 0 failed, 0 conflicts\.$/m);
      assert.deepEqual(armed.ran(), []);
    } finally {
      served.close();
    }
  });

  it('has an audit log begun, checkpointed in git and verified without running one of them', () => {
    const key = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
    const env = { ARCHWRIGHT_AUDIT_KEY: key, GIT_AUTHOR_NAME: 'T', GIT_AUTHOR_EMAIL: 't@t', GIT_COMMITTER_NAME: 'T', GIT_COMMITTER_EMAIL: 't@t' };
    for (const args of [['start'], ['checkpoint', '--git', 'note'], ['checkpoint', '--git', 'tag'], ['verify'], ['report']]) {
      const { status, stderr } = runCli(['track', 'audit', ...args, '--folder', armed.folder], { env });
      assert.equal(status, 0, `${args.join(' ')}: ${stderr}`);
      assert.deepEqual(armed.ran(), [], args.join(' '));
    }
  });

  it('has its hook installed and removed, and the log merged, without running one of them', () => {
    for (const action of ['install', 'remove']) assert.equal(runCli(['hooks', action, armed.folder]).status, 0);
    for (const name of ['base', 'ours', 'theirs']) writeIn(armed.folder, name, `Issue Key,Status\nSHOP-1,${name}\n`);
    const sides = ['base', 'ours', 'theirs'].map((name) => join(armed.folder, name));
    assert.equal(runCli(['track', 'merge', ...sides]).status, 1);
    assert.deepEqual(armed.ran(), []);
  });

  it('is told apart from a folder that only looks like a repository', () => {
    const marker = join(temporaryFolder(), 'ran');
    const folder = temporaryFolder(FILES);
    commitAll(folder, 'first');
    const bare = join(folder, 'fixture');
    spawnSync('git', ['init', '-q', '--bare', bare]);
    writeFileSync(join(bare, 'evil'), `#!/bin/sh\n: > '${marker}'\n`);
    chmodSync(join(bare, 'evil'), 0o755);
    spawnSync('git', ['config', '--file', join(bare, 'config'), 'core.fsmonitor', join(bare, 'evil')]);
    spawnSync('git', ['config', '--file', join(bare, 'config'), 'core.bare', 'false']);
    spawnSync('git', ['config', '--file', join(bare, 'config'), 'core.worktree', '.']);
    const { status, stderr } = runCli(['review', bare, '--base', 'HEAD']);
    assert.equal(status, 2);
    assert.match(stderr, /--base HEAD: /);
  });

  it('is refused when it belongs to another user', function () {
    if (process.getuid?.() !== 0) couldNotRun(this, 'only the superuser can give files to another user');
    const folder = temporaryFolder(FILES);
    commitAll(folder, 'first');
    mkdirSync(join(folder, 'home'));
    spawnSync('chown', ['-R', '12345:12345', folder]);
    const { status, stderr } = runCli(['review', folder, '--base', 'HEAD'], { env: { HOME: join(folder, 'home'), XDG_CONFIG_HOME: join(folder, 'home') } });
    assert.equal(status, 2);
    assert.match(stderr, /detected dubious ownership in repository/);
  });
});
