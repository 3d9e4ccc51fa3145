/** Gates and audit log are evaluated when a client asks, with the words of the commands. */
import assert from 'node:assert/strict';
import { startAudit } from '../../server/app/audit/record.ts';
import { CONTROLS, type Controls } from '../../server/protocol/lsp.ts';
import { LspClient } from '../kit/lsp-client.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

const FILES = {
  'src/a.ts': '/** A. */\nexport const a = 1;\n',
  'archwright.jsonc': '{ "gates": { "release": { "conditions": [{ "metric": "score.total", "operator": ">=", "threshold": 1 },\n'
    + '{ "metric": "score.none", "operator": ">=", "threshold": 1 }] } } }\n',
};

describe('language server: gates and audit log', () => {
  let client: LspClient | null = null;
  afterEach(async () => {
    await client?.stop();
    client = null;
  });
  after(removeTemporaryFolders);

  it('tells each gate with its conditions, and whether the audit log is as it was written', async () => {
    const root = temporaryFolder(FILES);
    client = await LspClient.start([root]);
    await client.reviewed();
    const ask = (): Promise<Controls> => client!.connection.sendRequest<Controls>(CONTROLS, { folder: client!.known!.folders[0]!.key });
    const first = await ask();
    assert.ok(Array.isArray(first.gates), JSON.stringify(first));
    assert.deepEqual(first.gates.map(({ name, passed }) => [name, passed]).at(-1), ['release', false]);
    assert.equal(first.gates[0]!.name, 'review');
    assert.deepEqual(first.gates.at(-1)!.conditions.map(({ passed }) => passed), [true, false]);
    assert.match(first.gates.at(-1)!.conditions[1]!.reason, /^score\.none: there is no such metric/);
    assert.equal(first.audit, null);
    await startAudit(root, 'shop');
    const { audit } = await ask();
    assert.ok(audit !== null && 'intact' in audit);
    assert.deepEqual([audit.intact, audit.entries, audit.checkpoint], [true, 1, null]);
    writeIn(root, 'logs/audit_trail.jsonl', '{"index":0}\n');
    const { audit: bad } = await ask();
    assert.ok(bad !== null && 'intact' in bad && !bad.intact && bad.firstBad?.index === 0, JSON.stringify(bad));
  });
});
