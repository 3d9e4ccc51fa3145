/** The history of a block and the way back, with the built program. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BlockHistory } from '../../server/protocol/history.ts';
import type { RollbackPlan } from '../../server/protocol/rollback.ts';
import { commitAll, gitIn } from '../kit/git-repository.ts';
import { runCli } from '../kit/run-cli.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

const CONFIG = (folder: string): string => `{ "blocks": [{ "id": "Data", "paths": ["${folder}/**"] }, { "id": "Users", "paths": ["src/users/**"] }] }\n`;

/** Two functions; one more; the folder renamed; one gone; and commits that do not touch the block. */
function grown(): string {
  const folder = temporaryFolder({
    'archwright.jsonc': CONFIG('src/data'),
    'src/data/index.ts': 'export const rows = 1;\nexport const find = 2;\n',
    'src/users/index.ts': "import { rows } from '../data/index';\nexport const users = rows;\n",
  });
  commitAll(folder, 'begin');
  writeIn(folder, 'src/data/index.ts', 'export const rows = 1;\nexport const find = 2;\nexport const count = 3;\n');
  writeIn(folder, 'src/data/more.ts', 'export const more = 1;\n');
  commitAll(folder, 'grow');
  writeIn(folder, 'src/users/other.ts', 'export const other = 1;\n');
  commitAll(folder, 'elsewhere');
  gitIn(folder, 'mv', 'src/data', 'src/store');
  writeIn(folder, 'archwright.jsonc', CONFIG('src/store'));
  writeIn(folder, 'src/users/index.ts', "import { rows } from '../store/index';\nexport const users = rows;\n");
  commitAll(folder, 'move');
  writeIn(folder, 'src/store/index.ts', 'export const rows = 1;\nexport const count = 3;\n');
  commitAll(folder, 'break');
  return folder;
}

describe('archwright history', () => {
  after(removeTemporaryFolders);

  it('lists what each commit did to the block, through a rename of its folder', () => {
    const folder = grown();
    const read = (...args: string[]): BlockHistory => {
      const { status, stdout, stderr } = runCli(['history', 'data', folder, '--format', 'json', ...args]);
      assert.equal(status, 0, stderr);
      return JSON.parse(stdout) as BlockHistory;
    };
    const { block, versions, complete } = read();
    assert.deepEqual([block, complete], ['Data', true]);
    assert.deepEqual(versions.map(({ subject, change, bump }) => [subject, change, bump]), [
      ['break', 'breaking', 'major'], ['move', 'modified', 'patch'], ['grow', 'modified', 'minor'], ['begin', 'new', 'minor'],
    ]);
    assert.deepEqual(versions.map(({ interface: changes }) => changes.map(({ kind, name }) => `${kind} ${name}`)), [
      ['export-removed find'], [], ['export-added count'], [],
    ]);
    const limited = read('--limit', '2');
    assert.deepEqual([limited.versions.length, limited.complete], [2, false]);
    assert.match(runCli(['history', 'Data', folder]).stdout, /^🔴 [0-9a-f]{7} .* Breaking .*break\n {3}✖ find is no longer exported\./);
  });

  it('names the blocks there are when it does not know one', () => {
    const { status, stderr } = runCli(['history', 'Date', grown()]);
    assert.equal(status, 2);
    assert.match(stderr, /There is no block "Date"\. Did you mean "Data"\?/);
    assert.equal(runCli(['history', 'Data', grown(), '--limit', '0']).status, 2);
  });
});

describe('archwright rollback', () => {
  after(removeTemporaryFolders);

  it('plans the way back, and says what else would break', () => {
    const folder = grown();
    const plan = JSON.parse(runCli(['rollback', 'Data', folder, '--to', 'HEAD~1', '--format', 'json']).stdout) as RollbackPlan;
    assert.deepEqual([plan.files, plan.bump, plan.affected, plan.applied], [{ restore: ['src/store/index.ts'], remove: [] }, 'minor', ['Users'], false]);
    const further = JSON.parse(runCli(['rollback', 'Data', folder, '--to', 'HEAD~4', '--format', 'json']).stdout) as RollbackPlan;
    assert.deepEqual(further.files, { restore: ['src/data/index.ts'], remove: ['src/store/index.ts', 'src/store/more.ts'] });
    assert.deepEqual(further.interface.map(({ kind, name }) => `${kind} ${name}`), ['export-added find', 'export-removed count']);
    assert.equal(gitIn(folder, 'status', '--porcelain'), '');
    assert.match(runCli(['rollback', 'Data', folder, '--to', 'HEAD']).stdout, /as it was in HEAD: there is nothing to do/);
  });

  it('does it in a clean working tree, commits nothing, and names the command that undoes it', () => {
    const folder = grown();
    const head = gitIn(folder, 'rev-parse', 'HEAD');
    const { status, stdout } = runCli(['rollback', 'Data', folder, '--to', 'HEAD~4', '--apply']);
    assert.equal(status, 0);
    assert.equal(gitIn(folder, 'rev-parse', 'HEAD'), head);
    assert.equal(readFileSync(join(folder, 'src/data/index.ts'), 'utf8'), 'export const rows = 1;\nexport const find = 2;\n');
    assert.ok(!existsSync(join(folder, 'src/store/index.ts')) && existsSync(join(folder, 'src/users/other.ts')));
    const undo = /To undo it: git (.*)/.exec(stdout)![1]!;
    gitIn(folder, ...undo.split(' '));
    assert.equal(gitIn(folder, 'status', '--porcelain'), '');
  });

  it('refuses in a working tree with changes, of any file, and an unknown revision or block', () => {
    const folder = grown();
    writeIn(folder, 'notes.txt', 'mine\n');
    const refused = (args: string[], pattern: RegExp): void => {
      const { status, stderr } = runCli(['rollback', ...args]);
      assert.equal(status, 2);
      assert.match(stderr, pattern);
    };
    refused(['Data', folder, '--to', 'HEAD~1', '--apply'], /not clean \(1 file, the first is notes\.txt\).*nothing was done/s);
    assert.equal(readFileSync(join(folder, 'src/store/index.ts'), 'utf8'), 'export const rows = 1;\nexport const count = 3;\n');
    refused(['Data', folder, '--to', 'nowhere'], /git does not know the revision "nowhere"/);
    refused(['Nobody', folder, '--to', 'HEAD'], /There is no block "Nobody"/);
    refused(['Data', folder], /--to/);
  });
});
