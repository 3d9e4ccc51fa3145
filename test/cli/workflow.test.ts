/** The workflow for GitHub runs what the repository pins, and nothing that somebody else could put in its place. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commitAll, gitIn } from '../kit/git-repository.ts';
import { PROGRAM, runCli } from '../kit/run-cli.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

const HINT = /add "archwright" to "devDependencies"/;

function workflowOf(files: Readonly<Record<string, string>>): { text: string; stderr: string; folder: string } {
  const folder = temporaryFolder({ 'src/a.ts': '/** A. */\nexport const a = 1;\n', ...files });
  const { status, stderr } = runCli(['init', folder, '--workflow']);
  assert.equal(status, 0, stderr);
  return { text: readFileSync(join(folder, '.github/workflows/archwright.yml'), 'utf8'), stderr, folder };
}

/** The commands of its steps. */
const commandsIn = (text: string): string[] => [...text.matchAll(/^ +run: (.*)$/gm)].map(([, command]) => command!);

describe('archwright init --workflow', () => {
  after(removeTemporaryFolders);

  it('runs what the package manager of the project has installed', () => {
    const pinned = '{ "devDependencies": { "archwright": "1.0.0" } }';
    const review = 'archwright review --base "$BASE" --format sarif --output archwright.sarif';
    for (const [files, commands] of [
      [{ 'package.json': pinned, 'package-lock.json': '{}' }, ['npm ci --ignore-scripts', `npx --no-install ${review}`]],
      [{ 'package.json': pinned, 'pnpm-lock.yaml': '' }, ['corepack enable && pnpm install --frozen-lockfile --ignore-scripts', `pnpm exec ${review}`]],
      [{ 'package.json': pinned, 'yarn.lock': '' }, ['corepack enable && yarn install --frozen-lockfile --ignore-scripts', `yarn run --silent ${review}`]],
      [
        { 'package.json': pinned.replace('{', '{ "packageManager": "yarn@4.9.1",') },
        ['corepack enable && yarn install --immutable --mode=skip-build', `yarn run ${review}`],
      ],
    ] as const) {
      const { text, stderr } = workflowOf(files);
      assert.deepEqual(commandsIn(text), commands);
      assert.doesNotMatch(stderr, HINT);
    }
  });

  it('says what is missing where the folder does not name Archwright', () => {
    for (const files of [{} as Record<string, string>, { 'package.json': '{' }, { 'package.json': '{ "devDependencies": { "other": "1.0.0" } }' }])
      assert.match(workflowOf(files).stderr, HINT);
  });

  it('names actions by the hash of a commit, and asks for no more rights than it needs', () => {
    const { text } = workflowOf({});
    const actions = [...text.matchAll(/uses: (.*)$/gm)].map(([, action]) => action!);
    assert.equal(actions.length, 3);
    for (const action of actions) assert.match(action, /^[\w-]+(\/[\w-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    assert.match(text, /^permissions: \{\}$/m);
    assert.deepEqual([...text.matchAll(/^ {6}([\w-]+: (?:read|write))$/gm)].map(([, right]) => right), ['contents: read', 'security-events: write']);
    assert.match(text, /persist-credentials: false/);
  });

  it('reviews the change with the program that is installed, and fails where there is none', () => {
    const { text, folder } = workflowOf({ 'package.json': '{ "private": true }' });
    commitAll(folder, 'first');
    gitIn(folder, 'branch', 'base');
    writeIn(folder, 'src/b.ts', '/** B. */\nexport const b = 1;\n');
    const review = commandsIn(text).at(-1)!;
    const run = (): number | null => spawnSync('sh', ['-ec', review], { cwd: folder, env: { ...process.env, BASE: 'base' }, stdio: 'ignore' }).status;
    assert.notEqual(run(), 0);
    assert.ok(!existsSync(join(folder, 'archwright.sarif')), 'something else was run');
    writeIn(folder, 'node_modules/.bin/archwright', `#!/bin/sh\nexec '${process.execPath}' '${PROGRAM}' "$@"\n`);
    chmodSync(join(folder, 'node_modules/.bin/archwright'), 0o755);
    run();
    assert.match(readFileSync(join(folder, 'archwright.sarif'), 'utf8'), /"name":\s*"Archwright"/i);
  });
});
