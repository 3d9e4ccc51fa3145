/** Where the hook is put, and that its removal leaves no trace. */
import assert from 'node:assert/strict';
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commitAll, gitIn } from '../kit/git-repository.ts';
import { runCli } from '../kit/run-cli.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

const COMMAND = 'npx --no-install archwright review --base HEAD --fail-under 0';
const TRACK = 'npx --no-install archwright track commit >/dev/null 2>&1 &';
const LEFTHOOK = '\n  commands:\n    archwright:\n      run: ';
const BEGIN = '# >>> archwright >>>';

/** Every file of a folder with its text and whether it may be executed, and every folder. */
function everything(folder: string, at = ''): Record<string, string> {
  return Object.assign({}, ...readdirSync(join(folder, at)).sort().map((name) => {
    const path = at === '' ? name : `${at}/${name}`;
    if (lstatSync(join(folder, path)).isDirectory()) return { [`${path}/`]: '', ...everything(folder, path) };
    return { [path]: `${(statSync(join(folder, path)).mode & 0o777).toString(8)} ${readFileSync(join(folder, path), 'latin1')}` };
  })) as Record<string, string>;
}

function repository(files: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder({ 'a.ts': '/** A. */\nexport const a = 1;\n', ...files });
  commitAll(folder, 'first');
  return folder;
}

/** Installs twice and removes again. @returns where the hook stood */
function installedAt(folder: string): string[] {
  const before = everything(folder);
  for (let times = 0; times < 2; times++) assert.equal(runCli(['hooks', 'install', folder]).status, 0);
  const after = everything(folder);
  const found = Object.keys(after).filter((path) => after[path]!.includes(BEGIN));
  assert.equal(runCli(['hooks', 'remove', folder]).status, 0);
  assert.deepEqual(everything(folder), before, 'something is left');
  return found;
}

const both = (folder: string): string[] => ['post-commit', 'pre-commit'].map((name) => `${folder}/${name}`);

describe('archwright hooks, by where the repository keeps its hooks', () => {
  after(removeTemporaryFolders);

  it('uses the folder of the repository, and makes it where it is missing', () => {
    const folder = repository();
    assert.deepEqual(installedAt(folder), both('.git/hooks'));
    gitIn(folder, 'config', 'core.hooksPath', 'tools/hooks');
    assert.deepEqual(installedAt(folder), both('tools/hooks'));
  });

  it('uses what the users of husky write, not what husky overwrites', () => {
    const folder = repository({ '.husky/pre-commit': 'npm test\n', '.husky/_/husky.sh': '', '.husky/_/pre-commit': '#!/usr/bin/env sh\n' });
    gitIn(folder, 'config', 'core.hooksPath', '.husky/_');
    assert.deepEqual(installedAt(folder), both('.husky'));
    const older = repository({ '.husky/commit-msg': '' });
    gitIn(older, 'config', 'core.hooksPath', '.husky');
    assert.deepEqual(installedAt(older), both('.husky'));
    assert.deepEqual(installedAt(repository({ '.husky/commit-msg': '' })), both('.husky'), 'before husky has been installed');
  });

  it('takes away what an earlier version wrote into the folder that husky overwrites', () => {
    const before = '#!/usr/bin/env sh\n. "$(dirname "$0")/h"\n';
    const folder = repository({ '.husky/_/pre-commit': before.replace('\n', `\n${BEGIN}\nsomething\n# <<< archwright <<<\n`) });
    gitIn(folder, 'config', 'core.hooksPath', '.husky/_');
    assert.equal(runCli(['hooks', 'remove', folder]).status, 0);
    assert.equal(readFileSync(join(folder, '.husky/_/pre-commit'), 'utf8'), before);
  });

  it('leaves hooks as they were: empty, of one line, without a line break at the end, not to be run, of another language', () => {
    for (const [text, mode] of [
      ['#!/bin/sh', 0o755],
      ['#!/bin/sh\n', 0o755],
      ['#!/bin/bash\r\nexit 0\r\n', 0o755], ['', 0o755], ['#!/bin/sh\nexit 1\n', 0o644], ['#!/usr/bin/env node\n', 0o700],
    ] as const) {
      const folder = repository();
      mkdirSync(join(folder, '.git/hooks'), { recursive: true });
      for (const path of both('.git/hooks')) {
        writeFileSync(join(folder, path), text);
        chmodSync(join(folder, path), mode);
      }
      assert.deepEqual(installedAt(folder), both('.git/hooks'), JSON.stringify(text));
    }
  });

  it('does not make git run a hook that it did not run before', () => {
    const folder = repository();
    writeIn(folder, '.git/hooks/pre-commit', '#!/bin/sh\nexit 1\n');
    chmodSync(join(folder, '.git/hooks/pre-commit'), 0o644);
    runCli(['hooks', 'install', folder]);
    writeIn(folder, 'b.ts', '/** B. */\nexport const b = 1;\n');
    gitIn(folder, 'add', '-A');
    gitIn(folder, 'commit', '-q', '-m', 'second');
  });

  for (const [name, file, text, example] of [
    ['Lefthook', 'lefthook.yml', 'pre-push:\n', `pre-commit:${LEFTHOOK}${COMMAND}\npost-commit:${LEFTHOOK}${TRACK}`],
    ['pre-commit', '.pre-commit-config.yaml', 'repos: []\n', `      entry: ${COMMAND}\n      language: system`],
    ['simple-git-hooks', '.simple-git-hooks.json', '{}', `"pre-commit": "${COMMAND}",\n"post-commit": "${TRACK}"`],
  ] as const) it(`says what to add to the settings of ${name}, and changes nothing`, () => {
    const folder = repository({ [file]: text, 'package.json': '{}' });
    const before = everything(folder);
    const { status, stderr } = runCli(['hooks', 'install', folder]);
    assert.equal(status, 2);
    assert.ok(stderr.includes(`${name} writes the hooks of this repository and would overwrite another one. Add this to ${file}:\n\n`), stderr);
    assert.ok(stderr.includes(example), stderr);
    assert.deepEqual(everything(folder), before);
  });

  it('finds simple-git-hooks in package.json', () => {
    const { status, stderr } = runCli(['hooks', 'install', repository({ 'package.json': '{ "simple-git-hooks": { "pre-push": "npm test" } }' })]);
    assert.equal(status, 2);
    assert.match(stderr, /Add this to package\.json:/);
  });

  it('does not write into a folder that all repositories of the user share', () => {
    const folder = repository();
    const shared = temporaryFolder();
    gitIn(folder, 'config', 'core.hooksPath', shared);
    const { status, stderr } = runCli(['hooks', 'install', folder]);
    assert.equal(status, 2);
    assert.ok(stderr.includes(`Hooks are taken from "${shared}" (core.hooksPath)`), stderr);
    assert.deepEqual(readdirSync(shared), []);
  });
});
