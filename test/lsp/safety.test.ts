/** The server runs nothing of a workspace, writes nothing unasked, and says when it works without the configuration. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { REVIEW } from '../../server/protocol/lsp.ts';
import { armedRepository } from '../kit/armed-repository.ts';
import { commitAll, gitIn } from '../kit/git-repository.ts';
import { LspClient } from '../kit/lsp-client.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

const GOOD = { 'src/a.ts': '/** A. */\nexport const a = 1;\n' };

describe('language server: nothing behind the back of the user', () => {
  let client: LspClient | null = null;
  afterEach(async () => {
    await client?.stop();
    client = null;
  });
  after(removeTemporaryFolders);

  for (const trusted of [true, false]) it(`runs nothing that a repository names, in a folder that is ${trusted ? '' : 'not '}trusted`, async () => {
    const { folder, ran } = armedRepository(GOOD);
    client = await LspClient.start([folder], { trusted, settings: { trackReviews: true } });
    await client.reviewed();
    await client.connection.sendRequest(REVIEW, {});
    await client.until('the log', () => client!.known!.folders[0]!.log.length > 0);
    assert.equal(client.known!.folders[0]!.log.some((row) => row.kind === 'issue'), trusted, 'git was asked only where it may be');
    for (const since of [{ kind: 'base' }, { kind: 'commit', name: 'HEAD~1' }, { kind: 'day', day: '2026-01-01' }] as const)
      assert.equal('words' in (await client.ask(folder, { kind: 'groups', by: 'rule', since, offset: 0, limit: 1 })).answer!.newCode!, trusted);
    assert.deepEqual(ran(), []);
  });

  it('leaves the repository as it is when it reviews', async () => {
    const folder = temporaryFolder(GOOD);
    commitAll(folder, 'first');
    client = await LspClient.start([folder]);
    await client.reviewed();
    await client.connection.sendRequest(REVIEW, {});
    await client.stop();
    client = null;
    assert.equal(gitIn(folder, 'status', '--porcelain', '--ignored', '--untracked-files=all'), '');
    assert.ok(!existsSync(join(folder, 'logs')));
  });

  it('says that the configuration is broken, and what is scored', async () => {
    const folder = temporaryFolder({ ...GOOD, 'archwright.jsonc': '{\n  "exclud": []\n}\n' });
    client = await LspClient.start([folder]);
    await client.reviewed();
    const said = 'archwright.jsonc, line 2: Unknown key "exclud". Did you mean "exclude"? Until this is mended, findings and score are those with';
    assert.equal(client.known!.folders[0]!.problem, `${said} no configuration.`);
    assert.ok(client.known!.folders[0]!.report !== null);

    const file = join(folder, 'archwright.jsonc');
    writeIn(folder, 'archwright.jsonc', '{}\n');
    await client.changedOnDisk(file);
    await client.until('the mended configuration', () => client!.known!.folders[0]!.problem === null);
    writeIn(folder, 'archwright.jsonc', '{\n  "exclud": []\n}\n');
    await client.changedOnDisk(file);
    await client.until('the broken one', () => client!.known!.folders[0]!.problem === `${said} the last configuration without errors.`);
  });
});
