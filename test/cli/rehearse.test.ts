/** Rehearsals of a rollback, with the built program in real repositories. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonBlocks } from '../../server/protocol/blocks.ts';
import type { RollbackPlan } from '../../server/protocol/rollback.ts';
import { commitAll, gitIn } from '../kit/git-repository.ts';
import { PROGRAM, runCli, type CliResult } from '../kit/run-cli.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

type Command = string | readonly string[];

const node = (code: string): string[] => [process.execPath, '-e', code];
const SHOWS = node('console.log(require("fs").readFileSync("src/data/index.ts", "utf8").trim(), process.cwd())');

function configuration(commands: readonly Command[] | null, more: object = {}): string {
  const blocks = [{ id: 'Data', paths: ['src/data/**'] }, { id: 'Users', paths: ['src/users/**'] }];
  return `${JSON.stringify({ blocks, ...(commands === null ? {} : { review: { rehearsal: { commands, ...more } } }) })}\n`;
}

/** A block in two states, the first of which is tagged `v1`; a test of each block. */
function repository(commands: readonly Command[] | null, more: object = {}, files: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder({
    '.gitignore': 'node_modules\n.venv\n',
    'archwright.jsonc': configuration(commands, more),
    'src/data/index.ts': 'export const rows = 1;\n',
    'src/users/index.ts': "import { rows } from '../data/index';\nexport const users = rows;\n",
    'test/users.test.ts': "import { users } from '../src/users/index';\ntest('users', () => users);\n",
    'test/other.test.ts': "test('other', () => 1);\n",
    'package.json': '{ "name": "shop", "private": true, "scripts": { "test": "vitest run" }, "devDependencies": { "vitest": "3.0.0" } }\n',
    ...files,
  });
  commitAll(folder, 'first');
  gitIn(folder, 'tag', 'v1');
  gitIn(folder, 'config', 'user.name', 'Ada');
  writeIn(folder, 'src/data/index.ts', 'export const rows = 2;\n');
  writeIn(folder, 'src/data/more.ts', 'export const more = 1;\n');
  commitAll(folder, 'second');
  return folder;
}

interface Rehearsed extends CliResult {
  plan: RollbackPlan;
}

/** Rehearses, and checks that nothing of it is left: no worktree, no temporary file, no change of the working copy but the checklist. */
function rehearse(folder: string, args: readonly string[] = [], env: Record<string, string> = {}): Rehearsed {
  const temporary = temporaryFolder();
  const before = changes(folder);
  const head = gitIn(folder, 'rev-parse', 'HEAD');
  const result = runCli(['rollback', 'data', folder, '--to', 'v1', '--rehearse', '--format', 'json', ...args], { env: { TMPDIR: temporary, ...env } });
  assertNothingLeft(folder, temporary);
  assert.deepEqual([changes(folder), gitIn(folder, 'rev-parse', 'HEAD')], [before, head]);
  return { ...result, plan: result.stdout === '' ? {} as RollbackPlan : JSON.parse(result.stdout) as RollbackPlan };
}

/** What is not committed, but for what Archwright records. */
function changes(folder: string): string[] {
  return gitIn(folder, 'status', '--porcelain', '--untracked-files=all').split('\n').filter((line) => !/(architecture|logs)\//.test(line));
}

/** A process that has ended may wait for whoever started it. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !existsSync('/proc/self/stat') || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

function assertNothingLeft(folder: string, temporary: string): void {
  assert.equal(gitIn(folder, 'worktree', 'list').trim().split('\n').length, 1);
  assert.equal(gitIn(folder, 'worktree', 'prune', '--dry-run', '--verbose'), '');
  assert.ok(!existsSync(join(folder, '.git/worktrees')) || readdirSync(join(folder, '.git/worktrees')).length === 0);
  assert.deepEqual(readdirSync(temporary).filter((name) => name.startsWith('archwright')), []);
}

function rollbackItem(folder: string): unknown {
  const { blocks } = JSON.parse(runCli(['blocks', folder, '--of', 'Data', '--format', 'json']).stdout) as JsonBlocks;
  const { done, evidence, by } = blocks[0]!.checklist.find(({ id }) => id === 'rollback')!;
  return { done, evidence, by };
}

describe('archwright rollback --rehearse', () => {
  after(removeTemporaryFolders);

  it('takes the block back beside the workspace, runs the commands there, and ticks the checklist', () => {
    const folder = repository([SHOWS, node('process.exit(require("fs").existsSync("src/data/more.ts") ? 1 : 0)')]);
    const { status, stderr, plan } = rehearse(folder);
    assert.equal(status, 0, stderr);
    assert.match(stderr, /Running .*readFileSync/);
    assert.deepEqual(plan.files, { restore: ['src/data/index.ts'], remove: ['src/data/more.ts'] });
    const { rehearsal } = plan;
    assert.deepEqual(rehearsal!.commands.map(({ outcome, exitCode, signal }) => [outcome, exitCode, signal]), [['passed', 0, null], ['passed', 0, null]]);
    const [, cwd] = /^export const rows = 1; (.*)$/m.exec(rehearsal!.commands[0]!.output.join('\n')) ?? [];
    assert.ok(cwd !== undefined && !cwd.startsWith(folder) && !existsSync(cwd), cwd);
    assert.deepEqual([rehearsal!.tests.run, rehearsal!.tests.of], [['test/users.test.ts'], 2]);
    assert.deepEqual([plan.applied, rehearsal!.recorded?.by], [false, 'Ada']);
    const commit = gitIn(folder, 'rev-parse', '--short=7', 'v1').trim();
    const today = new Date().toISOString().slice(0, 10);
    assert.deepEqual(rollbackItem(folder), { done: true, evidence: `Rehearsed back to v1 (${commit}) by Ada on ${today}`, by: 'Ada' });
    writeIn(folder, 'src/data/index.ts', 'export const rows = 2;\nexport const others = 3;\n');
    assert.match(JSON.stringify(rollbackItem(folder)), /"done":false.*before its interface changed/);
  });

  it('fails at the first command that does, tells the end of its output without secrets, and takes back the tick', () => {
    const folder = repository([SHOWS]);
    assert.equal(rehearse(folder).status, 0);
    const key = `AKIA${'QYLPMN5HNM3FQ2XT'}`;
    const code = `for (let i = 0; i < 40; i++) console.log("line " + i); console.error("aws_key=${key} " + process.env.DEPLOY_TOKEN); process.exit(7)`;
    writeIn(folder, 'archwright.jsonc', configuration([node(code), SHOWS]));
    gitIn(folder, 'add', 'archwright.jsonc');
    gitIn(folder, 'commit', '-q', '-m', 'other commands');
    const { status, plan, stdout } = rehearse(folder, [], { DEPLOY_TOKEN: 'plain-words-here' });
    assert.equal(status, 1);
    const [failed, skipped] = plan.rehearsal!.commands;
    assert.deepEqual([plan.rehearsal!.passed, failed!.outcome, failed!.exitCode, skipped!.outcome], [false, 'failed', 7, 'not-run']);
    assert.equal(failed!.output.length, 30);
    assert.ok(failed!.output.includes('line 39') && !failed!.output.includes('line 5'));
    assert.match(failed!.output.join('\n'), /aws_key=\*+ \*+/);
    assert.doesNotMatch(stdout, /AKIAQYLP|plain-words-here/);
    assert.match(plan.rehearsal!.notes.join('\n'), /earlier rehearsal was taken back/);
    assert.deepEqual(rollbackItem(folder), { done: null, evidence: 'For a person to tick', by: null });
    const { stdout: text, status: again } = runCli(['rollback', 'data', folder, '--to', 'v1', '--rehearse']);
    assert.equal(again, 1);
    assert.match(text, /✖ .*: exit code 7, [\d.]+ s\n(.*\n)*.*line 39\n(.*\n)*.*: not run\n.*\n(.*\n)*The rehearsal failed; the working copy is as it was\./);
  });

  it('ends a command that takes too long, and what it started', () => {
    const child = 'require("child_process").spawn(process.execPath, ["-e", "setInterval(() => 0, 1000)"], { stdio: "inherit" })';
    const folder = repository([node(`const one = ${child}; console.log("child " + one.pid); setInterval(() => 0, 1000)`)], { minutes: 0.02 });
    const { status, plan } = rehearse(folder);
    const [command] = plan.rehearsal!.commands;
    assert.deepEqual([status, command!.outcome, command!.exitCode, command!.signal], [1, 'timed-out', null, 'SIGTERM']);
    const pid = Number(/child (\d+)/.exec(command!.output.join('\n'))![1]);
    assert.ok(pid > 0 && !isRunning(pid));
  });

  it('removes what a command protected from being removed', () => {
    const folder = repository([node('require("fs").mkdirSync("locked/in", { recursive: true }); require("fs").chmodSync("locked", 0o555)')]);
    // Whoever runs the system may remove anything.
    const uid = process.getuid?.() === 0 ? 12345 : undefined;
    const temporary = temporaryFolder();
    const give = (to: number): void => void (uid === undefined || spawnSync('chown', ['-R', `${to}:${to}`, folder, temporary]));
    give(uid ?? 0);
    const env = { TMPDIR: temporary, HOME: temporary };
    const { status, stderr } = runCli(['rollback', 'Data', folder, '--to', 'v1', '--rehearse'], { env, ...(uid === undefined ? {} : { uid }) });
    give(0);
    assert.equal(status, 0, stderr);
    assertNothingLeft(folder, temporary);
  });

  it('leaves nothing when it is interrupted', async () => {
    const folder = repository([node('console.log("on"); setInterval(() => 0, 1000)')]);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      const temporary = temporaryFolder();
      const running = spawn(process.execPath, [PROGRAM, 'rollback', 'Data', folder, '--to', 'v1', '--rehearse'], {
        env: { ...process.env, TMPDIR: temporary }, stdio: ['ignore', 'pipe', 'pipe'],
      });
      let said = '';
      running.stderr.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('Running')) running.kill(signal);
      });
      const ended = await new Promise((done) => void running.once('close', (code, by) => done(by ?? code)));
      assert.equal(ended, signal, said);
      assertNothingLeft(folder, temporary);
    }
    assert.ok(!existsSync(join(folder, 'architecture/checklist.json')));
  });

  it('runs nothing that is not configured, and says what it would propose', () => {
    const { status, stderr, stdout } = rehearse(repository(null));
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /No commands are configured for a rehearsal, and nothing was run\..*\{"review":\{"rehearsal":\{"commands":\["npm run test"\]\}\}\}/);
    const python = repository(null, {}, {
      'package.json': '{ "scripts": { "test": "echo \\"Error: no test specified\\" && exit 1" } }', 'tests/test_a.py': 'def test_a():\n    pass\n',
    });
    assert.match(rehearse(python).stderr, /\{"commands":\["python -m pytest"\]\}/);
  });

  it('cannot do its work: no such program, revision, block, history; a block that is newer; a hook of git', () => {
    const folder = repository(['no-such-program --now']);
    const refused = (at: string, args: readonly string[], words: RegExp, env: Record<string, string> = {}): void => {
      const { status, stderr, stdout } = rehearse(at, args, env);
      assert.deepEqual([status, stdout], [2, ''], stderr);
      assert.match(stderr, words);
    };
    refused(folder, [], /The command "no-such-program --now" was not found; the rehearsal was given up\./);
    assert.ok(!existsSync(join(folder, 'architecture/checklist.json')));
    refused(folder, ['--to', 'v9'], /git does not know the revision "v9"/);
    refused(folder, ['--apply'], /Choose one of --rehearse and --apply/);
    refused(folder, [], /GIT_INDEX_FILE is set, as in a hook of git/, { GIT_INDEX_FILE: join(folder, '.git/index') });
    const shallow = join(temporaryFolder(), 'clone');
    gitIn(folder, 'clone', '-q', '--depth', '1', '--no-tags', `file://${folder}`, shallow);
    refused(shallow, ['--to', 'HEAD~1'], /In a shallow clone, fetch more history/);
    writeIn(folder, 'src/added/index.ts', 'export const added = 1;\n');
    writeIn(folder, 'archwright.jsonc', '{ "blocks": [{ "id": "Added", "paths": ["src/added/**"] }], "review": { "rehearsal": { "commands": ["true"] } } }');
    commitAll(folder, 'third');
    const newer = runCli(['rollback', 'Added', folder, '--to', 'v1', '--rehearse']);
    assert.equal(newer.status, 2);
    assert.match(newer.stderr, /archwright: The block "Added" did not exist in v1\.$/m);
    assert.match(runCli(['rollback', 'Adde', folder, '--to', 'v1', '--rehearse']).stderr, /There is no block "Adde"\. Did you mean "Added"\?/);
  });

  it('follows a block that was renamed since', () => {
    const folder = repository([node('process.exit(require("fs").existsSync("src/data/index.ts") && !require("fs").existsSync("src/store") ? 0 : 1)')]);
    gitIn(folder, 'mv', 'src/data', 'src/store');
    const before = readFileSync(join(folder, 'archwright.jsonc'), 'utf8');
    writeIn(folder, 'archwright.jsonc', before.replace('"Data"', '"Store"').replace('src/data/**', 'src/store/**'));
    commitAll(folder, 'renamed');
    const { status, stderr, stdout } = runCli(['rollback', 'Store', folder, '--to', 'HEAD~1', '--rehearse', '--format', 'json']);
    assert.equal(status, 0, stderr + stdout);
    assert.deepEqual((JSON.parse(stdout) as RollbackPlan).files.remove, ['src/store/index.ts', 'src/store/more.ts']);
  });

  it('starts from the last commit, and records nothing while the block has other changes', () => {
    const folder = repository([node('process.exit(require("fs").existsSync("notes.txt") ? 1 : 0)')]);
    writeIn(folder, 'notes.txt', 'mine\n');
    const elsewhere = rehearse(folder);
    assert.equal(elsewhere.status, 0);
    assert.match(elsewhere.plan.rehearsal!.notes.join('\n'), /changes that are not committed \(1 file\) took no part/);
    assert.notEqual(elsewhere.plan.rehearsal!.recorded, null);
    writeIn(folder, 'src/data/index.ts', 'export const rows = 3;\n');
    const { status, plan } = rehearse(folder);
    assert.deepEqual([status, plan.rehearsal!.recorded], [0, null]);
    assert.match(plan.rehearsal!.notes.join('\n'), /not recorded in the checklist, because the block has changes/);
  });

  it('links installed packages while the lock file is the same, and those of the workspace to the other tree', () => {
    const reads = node('console.log(require("left"), require("@shop/own"), require("fs").existsSync("node_modules/.cache"))');
    const folder = repository([reads], {}, {
      'package-lock.json': '{ "lockfileVersion": 3 }\n', 'own/package.json': '{ "name": "@shop/own" }\n', 'own/index.js': 'module.exports = __dirname;\n',
    });
    writeIn(folder, 'node_modules/left/index.js', 'module.exports = "left";\n');
    writeIn(folder, 'node_modules/.cache/kept', '');
    mkdirSync(join(folder, 'node_modules/@shop'));
    symlinkSync('../../own', join(folder, 'node_modules/@shop/own'));
    const { status, plan: { rehearsal } } = rehearse(folder);
    assert.equal(status, 0, rehearsal?.commands[0]?.output.join('\n'));
    assert.deepEqual(rehearsal!.linked, ['node_modules']);
    assert.match(rehearsal!.commands[0]!.output.join('\n'), /^left .*archwright-rehearsal-.*\/own false$/m);
    writeIn(folder, 'archwright.jsonc', configuration([node('require("fs").rmSync("node_modules", { recursive: true })')]));
    commitAll(folder, 'a command that empties the folder');
    assert.equal(rehearse(folder).status, 0);
    assert.ok(existsSync(join(folder, 'node_modules/left/index.js')), 'the packages of the user are still there');
    writeIn(folder, 'package-lock.json', '{ "lockfileVersion": 3, "packages": {} }\n');
    const differing = rehearse(folder).plan.rehearsal!;
    assert.deepEqual(differing.linked, []);
    assert.match(differing.notes[0]!, /^node_modules was not linked: package-lock\.json of the working copy is not the one of the last commit\.$/);
    commitAll(folder, 'other packages');
    assert.match(rehearse(folder).plan.rehearsal!.notes[0]!, /^package-lock\.json has changed since then/);
  });

  it('links a virtual environment, and has packages that were installed in place imported from the other tree', () => {
    const reads = node('console.log(require("fs").existsSync(".venv/pyvenv.cfg"), process.env.PYTHONPATH)');
    const folder = repository([reads], {}, { 'pyproject.toml': '[project]\nname = "shop"\n' });
    writeIn(folder, '.venv/pyvenv.cfg', 'home = /usr\n');
    writeIn(folder, '.venv/lib/python3.12/site-packages/__editable__.shop.pth', `${folder}/src\n`);
    const { plan: { rehearsal } } = rehearse(folder);
    assert.deepEqual(rehearsal!.linked, ['.venv']);
    assert.match(rehearsal!.commands[0]!.output.join('\n'), /^true .*archwright-rehearsal-.*\/tree\/src$/m);
    writeIn(folder, 'archwright.jsonc', configuration(['uv run pytest']));
    commitAll(folder, 'uv');
    assert.match(runCli(['rollback', 'Data', folder, '--to', 'v1', '--rehearse']).stderr, /uv/);
  });

  it('takes a folder inside of a repository', () => {
    const top = temporaryFolder({ 'shop/archwright.jsonc': configuration([SHOWS]), 'shop/src/data/index.ts': 'export const rows = 1;\n' });
    commitAll(top, 'first');
    gitIn(top, 'tag', 'v1');
    writeIn(top, 'shop/src/data/index.ts', 'export const rows = 2;\n');
    commitAll(top, 'second');
    const { status, plan } = rehearse(join(top, 'shop'));
    assert.equal(status, 0);
    assert.match(plan.rehearsal!.commands[0]!.output.join('\n'), /^export const rows = 1; .*\/shop$/m);
  });

  it('is logged for audit, and a rollback after it can be undone without losing the log', () => {
    const folder = repository([SHOWS]);
    assert.equal(runCli(['track', 'audit', 'start', '--folder', folder]).status, 0);
    commitAll(folder, 'log');
    assert.equal(rehearse(folder).status, 0);
    const { status, stdout, stderr } = runCli(['rollback', 'Data', folder, '--to', 'v1', '--apply', '--format', 'json']);
    assert.equal(status, 0, stderr);
    const { undo } = JSON.parse(stdout) as RollbackPlan;
    gitIn(folder, ...undo!.split(' ').slice(1).map((word) => word.replaceAll('"', '')));
    assert.equal(readFileSync(join(folder, 'src/data/index.ts'), 'utf8'), 'export const rows = 2;\n');
    const lines = readFileSync(join(folder, 'logs/audit_trail.jsonl'), 'utf8').trim().split('\n');
    const log = lines.map((line) => JSON.parse(line) as { kind: string; details: object });
    assert.deepEqual(log.map(({ kind }) => kind).filter((kind) => kind !== 'configuration'), ['start', 'rehearsal', 'tick', 'rollback']);
    const commit = gitIn(folder, 'rev-parse', 'v1').trim();
    assert.deepEqual(log.find(({ kind }) => kind === 'rehearsal')!.details, { block: 'Data', to: 'v1', commit, files: 2, commands: 1, passed: true });
    assert.deepEqual((rollbackItem(folder) as { done: boolean }).done, true);
  });

  it('refuses a command that takes a shell, at its place', () => {
    for (const [command, words] of [
      ['npm run build && npm test', /archwright\.jsonc:1:\d+ error: "&" takes a shell, and commands are run without one/],
      ['CI=1 npm test', /error: Variables before a command take a shell/], ['npm test "', /error: A quote is not closed/],
    ] as const) {
      const { status, stderr } = rehearse(repository([command]));
      assert.equal(status, 2);
      assert.match(stderr, words);
    }
  });
});
