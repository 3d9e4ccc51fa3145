/** `npm start` builds without minifying; the other tests use the minified build. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildServer } from '../../scripts/build-server.ts';
import { removeTemporaryFolders, temporaryFolder } from '../kit/temporary-folder.ts';

describe('a build that is not minified', () => {
  after(removeTemporaryFolders);

  it('succeeds, with the comments of all that it holds', async function () {
    this.timeout(120_000);
    const folder = temporaryFolder({});
    await buildServer(folder);
    assert.deepEqual(['cli.cjs', 'commands.cjs', 'secretlint.cjs', 'server.cjs', 'worker.cjs'].filter((name) => !existsSync(join(folder, name))), []);
  });
});
