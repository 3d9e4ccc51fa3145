/** The log on two branches, merged by git with what `hooks install` sets up. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commitAll, gitIn as gitWithHooks } from '../kit/git-repository.ts';
import { PROGRAM, runCli } from '../kit/run-cli.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

const LOG = 'the shop/logs/project_tracking.csv';
const REVIEWS = 'the shop/logs/reviews.csv';
const ROWS = 'Issue Key,Summary,Status,Assignee,Updated Date\nSHOP-1,Pay,To Do,,2026-01-01 10:00:00\nSHOP-2,Ship,To Do,,2026-01-01 10:00:00\n';

/** The hooks have a test of their own; here, only git changes the log. */
const WITHOUT_HOOKS = ['-c', 'core.hooksPath=/dev/null'];
const gitIn = (folder: string, ...args: string[]): string => gitWithHooks(folder, ...WITHOUT_HOOKS, ...args);

/** A repository with a log below its root, and the program installed beside it. */
function repository(): string {
  const root = temporaryFolder({ [LOG]: ROWS, [REVIEWS]: 'Time,Commit\n2026-01-01,a\n', '.gitignore': 'node_modules\n' });
  commitAll(root, 'first');
  writeIn(root, 'node_modules/.bin/archwright', `#!/bin/sh\nexec '${process.execPath}' '${PROGRAM}' "$@"\n`);
  chmodSync(join(root, 'node_modules/.bin/archwright'), 0o755);
  return root;
}

function onBranch(root: string, branch: string, changes: Readonly<Record<string, (text: string) => string>>): void {
  gitIn(root, 'checkout', '-q', '-B', branch, 'start');
  for (const [path, change] of Object.entries(changes)) writeIn(root, path, change(readFileSync(join(root, path), 'utf8')));
  gitIn(root, 'commit', '-q', '-am', branch);
}

/** Merges `theirs` into `ours`. @returns whether git took it, and the log */
function mergeIn(root: string): { status: number | null; log: string; said: string } {
  gitIn(root, 'checkout', '-q', 'ours');
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
  const { status, stdout, stderr } = spawnSync('git', [...WITHOUT_HOOKS, ...who, 'merge', '-q', '--no-edit', 'theirs'], { cwd: root, encoding: 'utf8' });
  return { status, log: readFileSync(join(root, LOG), 'utf8'), said: stdout + stderr };
}

describe('the log on two branches', function () {
  this.timeout(60_000);
  after(removeTemporaryFolders);

  it('is merged by issue and field, and reviews of both are kept, once the hooks are installed', () => {
    const root = repository();
    assert.match(runCli(['hooks', 'install', join(root, 'the shop')]).stderr, /Git merges the log by issue and field from now on\.\n$/);
    gitIn(root, 'branch', 'start');
    onBranch(root, 'ours', {
      [LOG]: (text) => text.replace('SHOP-1,Pay,To Do,,2026-01-01 10:00:00', 'SHOP-1,Pay,Done,,2026-01-02 10:00:00'),
      [REVIEWS]: (text) => `${text}2026-01-02,b\n`,
    });
    onBranch(root, 'theirs', {
      [LOG]: (text) => `${text.replace('SHOP-1,Pay,To Do,,2026-01-01 10:00:00', 'SHOP-1,Pay,To Do,ada,2026-01-03 10:00:00')}SHOP-3,Call,To Do,,\n`,
      [REVIEWS]: (text) => `${text}2026-01-03,c\n`,
    });
    const { status, log, said } = mergeIn(root);
    assert.equal(status, 0, said);
    assert.equal(log, 'Issue Key,Summary,Status,Assignee,Updated Date\nSHOP-1,Pay,Done,ada,2026-01-03 10:00:00\n'
      + 'SHOP-2,Ship,To Do,,2026-01-01 10:00:00\nSHOP-3,Call,To Do,,\n');
    assert.equal(readFileSync(join(root, REVIEWS), 'utf8'), 'Time,Commit\n2026-01-01,a\n2026-01-02,b\n2026-01-03,c\n');
  });

  it('has marks only where both changed a field in different ways, which is told', () => {
    const root = repository();
    runCli(['hooks', 'install', join(root, 'the shop')]);
    gitIn(root, 'branch', 'start');
    onBranch(root, 'ours', { [LOG]: (text) => text.replace('SHOP-1,Pay,To Do,', 'SHOP-1,Pay,Done,').replace('SHOP-2,Ship,To Do,,', 'SHOP-2,Ship,To Do,bob,') });
    onBranch(root, 'theirs', { [LOG]: (text) => text.replace('SHOP-1,Pay,To Do,', 'SHOP-1,Pay,Blocked,').replace('SHOP-2,Ship,To Do', 'SHOP-2,Ship,Done') });
    const { status, log, said } = mergeIn(root);
    assert.equal(status, 1);
    assert.match(said, /SHOP-1: both sides changed Status\./);
    assert.equal(log, 'Issue Key,Summary,Status,Assignee,Updated Date\n<<<<<<< ours\nSHOP-1,Pay,Done,,2026-01-01 10:00:00\n=======\n'
      + 'SHOP-1,Pay,Blocked,,2026-01-01 10:00:00\n>>>>>>> theirs\nSHOP-2,Ship,Done,bob,2026-01-01 10:00:00\n');
  });

  it('is merged as text where the program is gone or the log is none', () => {
    const root = repository();
    runCli(['hooks', 'install', join(root, 'the shop')]);
    writeIn(root, LOG, 'no log\n\n\n\n\nat all\n');
    gitIn(root, 'commit', '-q', '-am', 'other');
    gitIn(root, 'branch', 'start');
    onBranch(root, 'ours', { [LOG]: (text) => text.replace('no log', 'still no log') });
    onBranch(root, 'theirs', { [LOG]: (text) => text.replace('at all', 'whatever') });
    const first = mergeIn(root);
    assert.deepEqual([first.status, first.log], [0, 'still no log\n\n\n\n\nwhatever\n']);
    gitIn(root, 'reset', '-q', '--hard', 'HEAD~1');
    rmSync(join(root, 'node_modules'), { recursive: true });
    const { status, log, said } = mergeIn(root);
    assert.deepEqual([status, log], [0, 'still no log\n\n\n\n\nwhatever\n']);
    assert.match(said, /archwright is not installed; the log is merged line by line/);
  });

  it('is set up beside attributes whose last line does not end', () => {
    const root = repository();
    writeIn(root, '.git/info/attributes', '*.png binary');
    for (let times = 0; times < 2; times++) runCli(['hooks', 'install', root]);
    assert.match(gitIn(root, 'check-attr', 'binary', 'a.png'), /binary: set/);
    assert.match(gitIn(root, 'check-attr', 'merge', 'logs/reviews.csv'), /merge: union/);
    runCli(['hooks', 'remove', root]);
    assert.equal(readFileSync(join(root, '.git/info/attributes'), 'utf8'), '*.png binary');
  });

  it('is git\'s own again once the hooks are removed, beside what the user wrote', () => {
    const root = repository();
    writeIn(root, '.git/info/attributes', '*.png binary\n');
    const before = readFileSync(join(root, '.git/config'), 'utf8');
    runCli(['hooks', 'install', root]);
    const during = readFileSync(join(root, '.git/info/attributes'), 'utf8');
    assert.match(during, /^\*\.png binary\n# >>> archwright-log >>>\nlogs\/project_tracking\.csv merge=archwright-log\n/);
    assert.match(runCli(['hooks', 'remove', root]).stderr, /Git merges the log line by line again\.\n$/);
    assert.equal(readFileSync(join(root, '.git/info/attributes'), 'utf8'), '*.png binary\n');
    assert.equal(readFileSync(join(root, '.git/config'), 'utf8'), before);
    assert.equal(existsSync(join(root, '.git/archwright-merge-log')), false);
    assert.equal(runCli(['hooks', 'remove', root]).stderr, 'There is no Archwright hook to remove.\n');
  });
});
