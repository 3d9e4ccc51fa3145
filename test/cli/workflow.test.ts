/** The workflow for GitHub runs what the repository pins, and nothing that somebody else could put in its place. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { commitAll, gitIn } from '../kit/git-repository.ts';
import { History } from '../kit/history.ts';
import { PROGRAM, runCli } from '../kit/run-cli.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

const HINT = /It runs the version that the lock file names, and nothing else: /;
const PINNED = { 'package.json': '{ "devDependencies": { "archwright": "1.0.0" } }' };
/** What GitHub tells of an event, and what comes of it; nothing of it may stand in a command. */
const CONTEXTS = new Set(['github.base_ref', 'github.head_ref', 'github.ref_name', 'github.sha', 'github.event_name', 'github.repository',
  'github.event.number', 'github.event.pull_request.head.sha', 'github.event.pull_request.head.repo.full_name', 'github.api_url', 'github.token',
  'steps.diff.outputs.markdown', 'needs.diff.outputs.markdown']);
/** Set by the runner. */
const OF_RUNNER = new Set(['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'RUNNER_TEMP']);

interface Step { name?: string; uses?: string; run?: string; shell?: string; if?: string; env?: Record<string, string>; with?: Record<string, unknown> }
interface Job { 'if'?: string; 'runs-on': string; 'permissions': Record<string, string>; 'steps': Step[] }
interface WorkflowFile { name: string; on: Record<string, unknown>; permissions: object; jobs: Record<string, Job> }

function workflowOf(files: Readonly<Record<string, string>>): { text: string; jobs: WorkflowFile['jobs']; stderr: string; folder: string } {
  const folder = temporaryFolder({ 'src/a.ts': '/** A. */\nexport const a = 1;\n', ...files });
  const { status, stderr } = runCli(['init', folder, '--workflow']);
  assert.equal(status, 0, stderr);
  const text = readFileSync(join(folder, '.github/workflows/archwright.yml'), 'utf8');
  return { text, jobs: (parse(text) as WorkflowFile).jobs, stderr, folder };
}

const commandsIn = ({ steps }: Job): string[] => steps.flatMap(({ run }) => (run === undefined ? [] : [run]));

/** A folder as the runner has it: with the program installed. */
function installIn(folder: string): void {
  writeIn(folder, 'node_modules/.bin/archwright', `#!/bin/sh\nexec '${process.execPath}' '${PROGRAM}' "$@"\n`);
  chmodSync(join(folder, 'node_modules/.bin/archwright'), 0o755);
}

describe('archwright init --workflow', () => {
  after(removeTemporaryFolders);

  it('runs what the package manager of the project has installed', () => {
    const review = 'archwright review --base "$BASE" --format sarif --output archwright.sarif';
    const lock = '{ "packages": { "node_modules/archwright": { "version": "1.0.0" } } }';
    for (const [files, install, run] of [
      [{ ...PINNED, 'package-lock.json': lock }, 'npm ci --ignore-scripts', 'npx --no-install'],
      [{ ...PINNED, 'pnpm-lock.yaml': 'packages:\n  archwright@1.0.0:\n' }, 'corepack enable && pnpm install --frozen-lockfile --ignore-scripts', 'pnpm exec'],
      [{ ...PINNED, 'yarn.lock': 'archwright@1.0.0:\n' }, 'corepack enable && yarn install --frozen-lockfile --ignore-scripts', 'yarn run --silent'],
      [
        { 'package.json': PINNED['package.json'].replace('{', '{ "packageManager": "yarn@4.9.1",'), 'yarn.lock': '"archwright@npm:1.0.0":\n' },
        'corepack enable && yarn install --immutable --mode=skip-build', 'yarn run',
      ],
    ] as const) {
      const { jobs, stderr } = workflowOf(files);
      assert.deepEqual(commandsIn(jobs['review']!), [install, `${run} ${review}`]);
      const [installs, names, ...tracks] = commandsIn(jobs['track']!);
      assert.equal(installs, install);
      assert.deepEqual(commandsIn(jobs['diff']!).map((command) => command.split('\n')[1] ?? command), [
        install, `${run} archwright diff --from "$BASE" --format markdown --output "$RUNNER_TEMP/diff.md"`,
      ]);
      assert.equal(commandsIn(jobs['comment']!).length, 1, 'nothing is installed where something may be written');
      assert.match(names!, /^name="\$BRANCH"\n/);
      assert.deepEqual(tracks, [
        `${run} archwright track commit --event "$EVENT"`, `${run} archwright track import`,
        `${run} archwright track report --kind weekly --format markdown >> "$GITHUB_STEP_SUMMARY"`,
      ]);
      assert.doesNotMatch(stderr, HINT);
    }
  });

  it('says what is missing where the folder does not pin Archwright', () => {
    for (const files of [{} as Record<string, string>, { 'package.json': '{' }, { 'package.json': '{ "devDependencies": { "other": "1.0.0" } }' }])
      assert.match(workflowOf(files).stderr, /and nothing else: add the "archwright" that you use to "devDependencies"/);
    assert.match(workflowOf(PINNED).stderr, /and nothing else: commit the lock file \(package-lock\.json\)/);
    assert.match(workflowOf({ ...PINNED, 'pnpm-lock.yaml': 'my-archwright@1.0.0:\n' }).stderr, /pnpm-lock\.yaml does not name it yet: run "pnpm install"/);
  });

  it('names actions by the hash of a commit, and asks for no more rights than it needs', () => {
    const { text, jobs } = workflowOf({});
    const actions = [...text.matchAll(/uses: (.*)$/gm)].map(([, action]) => action!);
    assert.equal(actions.length, 9);
    for (const action of actions) assert.match(action, /^[\w-]+(\/[\w-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    assert.deepEqual((parse(text) as WorkflowFile).permissions, {});
    assert.deepEqual(Object.entries(jobs).map(([name, { permissions }]) => [name, permissions]), [
      ['review', { 'contents': 'read', 'security-events': 'write' }], ['diff', { contents: 'read' }], ['comment', { 'pull-requests': 'write' }],
      ['track', { contents: 'read' }],
    ]);
    assert.deepEqual(jobs['comment']!.steps.map(({ uses }) => uses?.split('@')[0]), ['actions/setup-node', undefined], 'what may write checks nothing out');
    assert.equal(text.match(/github\.token/g)?.length, 1);
    const checkouts = Object.values(jobs).flatMap(({ steps }) => steps).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    assert.deepEqual(checkouts.map((step) => step.with?.['persist-credentials']), [false, false, false]);
    assert.doesNotMatch(text, /secrets\.|GITHUB_TOKEN|pull_request_target|workflow_run/);
  });

  it('has the parts that GitHub knows, and quotes in commands what comes from outside', () => {
    const { text } = workflowOf({});
    const file = parse(text) as WorkflowFile;
    assert.deepEqual(Object.keys(file), ['name', 'on', 'permissions', 'jobs']);
    assert.deepEqual([Object.keys(file.on), file.on['push']], [['push', 'pull_request'], { branches: ['**'] }]);
    for (const job of Object.values(file.jobs)) {
      assert.deepEqual(Object.keys(job).filter((key) => !['if', 'needs', 'runs-on', 'concurrency', 'permissions', 'outputs', 'steps'].includes(key)), []);
      for (const step of job.steps) {
        assert.deepEqual(Object.keys(step).filter((key) => !['name', 'id', 'uses', 'run', 'shell', 'if', 'env', 'with'].includes(key)), []);
        assert.notEqual(step.uses === undefined, step.run === undefined, 'a step runs a command or an action');
        checkCommand(step);
      }
    }
    const written = [...text.matchAll(/\$\{\{(.*?)\}\}|^ +if: (.*)$/gm)].flatMap(([, inner, condition]) =>
      (inner ?? condition)!.replace(/'[^']*'/g, '').match(/\b(?!always\b)[a-z][\w.]*/g) ?? []);
    assert.deepEqual([...new Set(written)].filter((name) => !CONTEXTS.has(name)), []);
  });

  /** Expressions stand in the environment alone, and each variable of a command is there and between quotes. */
  function checkCommand({ run = '', shell, env = {} }: Step): void {
    assert.doesNotMatch(run, /\$\{\{/);
    if (shell !== undefined) return checkScript(run, shell, env);
    const own = new Set([...Object.keys(env), ...OF_RUNNER, ...[...run.matchAll(/^(\w+)=/gm)].map(([, name]) => name)]);
    assert.deepEqual([...run.matchAll(/\$(\w+)/g)].map(([, name]) => name!).filter((name) => !own.has(name)), [], run);
    assert.doesNotMatch(run.replace(/"[^"]*"/g, '""'), /[$`]/, 'outside of quotes');
    assert.doesNotMatch(run, /\beval\b|`|\$\(/);
  }

  /** A script of Node runs nothing, loads nothing, and reads the variables that it is given. */
  function checkScript(run: string, shell: string, env: Readonly<Record<string, string>>): void {
    assert.equal(shell, 'node {0}');
    assert.deepEqual(run.match(/require\([^)]*\)|import\b.*|\beval\b|new Function/g), ["require('node:zlib')"]);
    assert.deepEqual(/const \{ (.*) \} = process\.env;/.exec(run)?.[1]?.split(', '), Object.keys(env));
    assert.equal(run.match(/process\.env/g)?.length, 1);
  }

  /** Runs the commands of the job that keeps the log, after the installation, as the runner does. */
  function track(
    folder: string, jobs: WorkflowFile['jobs'], given: Readonly<Record<string, string>>,
  ): { status: number | null; said: string; summary: string } {
    const summary = join(temporaryFolder(), 'summary.md');
    let said = '';
    for (const command of commandsIn(jobs['track']!).slice(1)) {
      const env = { ...process.env, ...given, GITHUB_STEP_SUMMARY: summary };
      const { status, stdout, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', command], { cwd: folder, env, encoding: 'utf8' });
      said += stdout + stderr;
      if (status !== 0) return { status, said, summary: '' };
    }
    return { status: 0, said, summary: readFileSync(summary, 'utf8') };
  }

  it('keeps the log of a push and of a pull request as the hook after a commit does', () => {
    const { jobs } = workflowOf({});
    const history = new History();
    const { folder } = history;
    history.commit('SHOP-1 count');
    history.branch('SHOP-2-search');
    history.commit('search');
    installIn(folder);
    const row = (key: string): string[] => {
      const { issues } = JSON.parse(runCli(['track', 'list', '--format', 'json'], { cwd: folder }).stdout) as { issues: Record<string, string>[] };
      const found = issues.find(({ issueKey }) => issueKey === key);
      return found === undefined ? [] : [found['status']!, found['branchName']!];
    };
    // As the checkout leaves it: a commit without a branch, and the main branch as that of the remote.
    history.git('update-ref', 'refs/remotes/origin/main', 'main');
    history.git('checkout', '-q', '--detach', 'SHOP-2-search');
    history.git('branch', '-q', '-D', 'main', 'SHOP-2-search');
    const ours = track(folder, jobs, { IS_OURS: 'true', BRANCH: 'SHOP-2-search', NUMBER: '7', EVENT: 'pull_request' });
    assert.equal(ours.status, 0, ours.said);
    assert.deepEqual([row('SHOP-1'), row('SHOP-2')], [['Done', 'main'], ['Code Review', 'SHOP-2-search']]);
    assert.match(ours.summary, /^# /m);
    rmSync(join(folder, 'logs'), { recursive: true });
    assert.equal(track(folder, jobs, { IS_OURS: 'true', BRANCH: 'SHOP-2-search', NUMBER: '', EVENT: 'commit' }).status, 0);
    assert.deepEqual(row('SHOP-2'), ['In Progress', 'SHOP-2-search']);
  });

  it('runs nothing that the name of a branch says, and does not take the branch of a fork for the main one', () => {
    const { jobs } = workflowOf({});
    for (const branch of ['$(touch${IFS}ran)', '-f;touch${IFS}ran', '"&&touch${IFS}ran&&"', "'`touch${IFS}ran`'"]) {
      const history = new History();
      history.commit('SHOP-9 count');
      installIn(history.folder);
      track(history.folder, jobs, { IS_OURS: 'true', BRANCH: branch, NUMBER: '7', EVENT: 'pull_request' });
      assert.ok(!existsSync(join(history.folder, 'ran')), branch);
    }
    const history = new History();
    history.git('update-ref', 'refs/remotes/origin/main', 'main');
    history.commit('SHOP-9 count');
    history.git('checkout', '-q', '--detach', 'main');
    history.git('branch', '-q', '-D', 'main');
    installIn(history.folder);
    const { status, said } = track(history.folder, jobs, { IS_OURS: 'false', BRANCH: 'main', NUMBER: '7', EVENT: 'pull_request' });
    assert.equal(status, 0, said);
    assert.match(readFileSync(join(history.folder, 'logs/project_tracking.csv'), 'utf8'), /^SHOP-9,.*,Code Review,.*,pull\/7,/m);
  });

  it('reviews the change with the program that is installed, and fails where there is none', () => {
    const { jobs, folder } = workflowOf({ 'package.json': '{ "private": true }' });
    commitAll(folder, 'first');
    gitIn(folder, 'branch', 'base');
    writeIn(folder, 'src/b.ts', '/** B. */\nexport const b = 1;\n');
    const review = commandsIn(jobs['review']!).at(-1)!;
    const run = (): number | null => spawnSync('sh', ['-ec', review], { cwd: folder, env: { ...process.env, BASE: 'base' }, stdio: 'ignore' }).status;
    assert.notEqual(run(), 0);
    assert.ok(!existsSync(join(folder, 'archwright.sarif')), 'something else was run');
    installIn(folder);
    run();
    assert.match(readFileSync(join(folder, 'archwright.sarif'), 'utf8'), /"name":\s*"Archwright"/i);
  });
});
