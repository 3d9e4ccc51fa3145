/** The block dependency matrix, written by the built program. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commitAll } from '../kit/git-repository.ts';
import { runCli } from '../kit/run-cli.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

const FILE = 'architecture/dependencies.md';
const CONFIG = '{ "blocks": [{ "id": "Data", "paths": ["src/data/**"], "version": "2.1.0" }, { "id": "Users", "paths": ["src/users/**"] },'
  + ' { "id": "Old", "paths": ["src/old/**"], "state": "deprecated" }] }\n';

function shop(): string {
  const folder = temporaryFolder({
    'archwright.jsonc': CONFIG,
    'src/data/index.ts': 'export const rows = 1;\nexport const find = 2;\n',
    'src/users/index.ts': "import { rows } from '../data/index';\nexport const users = rows;\n",
    'src/old/index.ts': 'export const old = 1;\n',
  });
  commitAll(folder, 'one');
  return folder;
}

const rows = (folder: string): string[] => readFileSync(join(folder, FILE), 'utf8').split('\n').filter((line) => line.startsWith('|'));

describe('archwright matrix', () => {
  after(removeTemporaryFolders);

  it('writes the table of the guideline, with what changed since the branch began', () => {
    const folder = shop();
    assert.equal(runCli(['matrix', folder]).status, 0);
    assert.deepEqual(rows(folder), [
      '| Block | Depends On | Provides To | Version | Status |', '| --- | --- | --- | --- | --- |', '| Data | - | Users | v2.1.0 | ✅ Active |',
      '| Old | - | - | v0.1.0 | ⚫ Deprecated |', '| Users | Data | - | v0.1.0 | ✅ Active |',
    ]);
    writeIn(folder, 'src/data/index.ts', 'export const rows = 1;\n');
    writeIn(folder, 'src/users/index.ts', "import { rows } from '../data/index';\nvoid rows;\nexport const users = rows;\n");
    writeIn(folder, 'archwright.jsonc', CONFIG.replace('{ "id": "Old"', '{ "id": "Fresh", "paths": ["src/fresh/**"] }, { "id": "Old"'));
    writeIn(folder, 'src/fresh/a.ts', 'export const a = 1;\n');
    assert.equal(runCli(['matrix', folder]).status, 0);
    const statuses = rows(folder).slice(2).map((row) => row.split('|').at(-2)!.trim());
    assert.deepEqual(statuses, ['🔴 Breaking', '🟢 New', '⚫ Deprecated', '🟡 Modified']);
  });

  it('leaves all text around the table alone, and writes nothing when nothing changed', () => {
    const folder = shop();
    runCli(['matrix', folder]);
    const table = readFileSync(join(folder, FILE), 'utf8').split('\n').slice(2).join('\n');
    writeIn(folder, FILE, `# Ours\r\n\r\nBefore.\r\n\r\n${table.replaceAll('\n', '\r\n').replace('Users | v2', 'Nobody | v2')}\r\nAfter | it.\r\n`);
    assert.equal(runCli(['matrix', folder]).status, 0);
    const text = readFileSync(join(folder, FILE), 'utf8');
    assert.equal(text, `# Ours\r\n\r\nBefore.\r\n\r\n${table.replaceAll('\n', '\r\n')}\r\nAfter | it.\r\n`);
    assert.match(runCli(['matrix', folder]).stderr, /up to date/);
  });

  it('with --check fails when it is out of date, and not because a branch was merged', () => {
    const folder = shop();
    assert.equal(runCli(['matrix', folder, '--check']).status, 1);
    writeIn(folder, 'src/users/index.ts', "import { rows } from '../data/index';\nexport const users = rows + 1;\n");
    runCli(['matrix', folder]);
    assert.equal(runCli(['matrix', folder, '--check']).status, 0);
    commitAll(folder, 'merged');
    assert.equal(runCli(['matrix', folder, '--check']).status, 0);
    const before = readFileSync(join(folder, FILE), 'utf8');
    writeIn(folder, 'src/users/index.ts', 'export const users = 1;\n');
    const { status, stderr } = runCli(['matrix', folder, '--check']);
    assert.equal(status, 1);
    assert.match(stderr, /architecture\/dependencies\.md is out of date/);
    assert.equal(readFileSync(join(folder, FILE), 'utf8'), before);
  });

  it('overwrites nothing where there is a merge conflict, or a mark is missing', () => {
    const folder = shop();
    runCli(['matrix', folder]);
    const text = readFileSync(join(folder, FILE), 'utf8');
    for (const [broken, pattern] of [
      [
        text.replace('| Data |', '<<<<<<< HEAD\n| Data |').replace('| Old |', '=======\n| Old |\n>>>>>>> other\n| Old |'),
        /dependencies\.md:\d+: A merge conflict/,
      ],
      [text.replace('<!-- /archwright:matrix -->', ''), /dependencies\.md:\d+: The marks/],
    ] as const) {
      writeIn(folder, FILE, broken);
      const { status, stderr } = runCli(['matrix', folder]);
      assert.equal(status, 2);
      assert.match(stderr, pattern);
      assert.equal(readFileSync(join(folder, FILE), 'utf8'), broken);
    }
  });
});
