import assert from 'node:assert/strict';
import { join } from 'node:path';
import { renameSync } from 'node:fs';
import { readCommits } from '../../server/host/commit-log.ts';
import { commitAll, gitIn } from '../kit/git-repository.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

describe('the commits of a folder', () => {
  after(removeTemporaryFolders);

  it('name each file as it is called today, with lines added and deleted, newest first', async () => {
    const folder = temporaryFolder({ 'src/old name.ts': 'a\nb\nc\nd\ne\nf\n', 'other/x.ts': 'x\n', 'src/picture.bin': 'a\0b' });
    commitAll(folder, 'first');
    renameSync(join(folder, 'src/old name.ts'), join(folder, 'src/new.ts'));
    writeIn(folder, 'src/new.ts', 'a\nb\nc\nd\ne\nf\ng\n');
    gitIn(folder, 'add', '-A');
    gitIn(folder, 'commit', '-q', '-m', 'moved\n\x01 and \x02 odd\tmarks');
    writeIn(folder, 'src/new.ts', 'a\nb\nc\nd\ne\nf\n');
    gitIn(folder, 'commit', '-q', '-am', 'shorter');
    const { commits, shallow } = await readCommits(join(folder, 'src'));
    assert.deepEqual(commits.map(({ files }) => files), [
      [{ path: 'new.ts', added: 0, deleted: 1 }],
      [{ path: 'new.ts', added: 1, deleted: 0 }],
      [{ path: 'new.ts', added: 6, deleted: 0 }, { path: 'picture.bin', added: 0, deleted: 0 }],
    ]);
    assert.equal(shallow, false);
  });

  it('cannot be had outside of a repository', async () => {
    await assert.rejects(readCommits(temporaryFolder()), /not a git repository/);
  });
});
