/** Scripted sessions against the built server: what an editor sees while somebody types. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REVIEW } from '../../server/protocol/lsp.ts';
import { LspClient } from '../kit/lsp-client.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

const LAYERS = `{
  "layers": [
    { "id": "top", "paths": ["src/top/**"], "mayUse": ["base"] },
    { "id": "base", "paths": ["src/base/**"], "mayUse": [] },
  ],
}
`;

function cycleFolder(): string {
  return temporaryFolder({
    'package.json': '{ "name": "cycle" }\n',
    'src/a.ts': "import { b } from './b';\n/** A. */\nexport function a(): number {\n  return b();\n}\n",
    'src/b.ts': "import { a } from './a';\n/** B. */\nexport function b(): number {\n  return typeof a === 'function' ? 1 : 2;\n}\n",
  });
}

describe('language server: editing', () => {
  let client: LspClient | undefined;
  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });
  after(removeTemporaryFolders);

  it('reviews an unsaved buffer, not the disk', async () => {
    const root = temporaryFolder({
      'archwright.jsonc': LAYERS,
      'src/top/page.ts': 'export const page = 1;\n',
      'src/base/store.ts': 'export const store = 1;\n',
    });
    const file = join(root, 'src/base/store.ts');
    client = await LspClient.start([root]);
    await client.reviewed();
    await client.open(file);
    await client.edit(file, "import { page } from '../top/page';\nexport const store = page;\n");
    await client.until('the layer crossing', () => client!.rulesIn(file).includes('architecture/layer-crossing'));
    const finding = client.diagnosticsOf(file).find((each) => each.code === 'architecture/layer-crossing')!;
    assert.deepEqual(finding.range, { start: { line: 0, character: 21 }, end: { line: 0, character: 34 } });
    assert.equal(finding.severity, 1);
    assert.equal(finding.source, 'archwright');
    assert.match(finding.codeDescription?.href ?? '', /docs\/rules\/architecture\/layer-crossing\.md$/);
    assert.equal(readFileSync(file, 'utf8'), 'export const store = 1;\n');
    await client.close(file);
    await client.until('the finding to go with the buffer', () => !client!.rulesIn(file).includes('architecture/layer-crossing'));
  });

  it('clears a cycle at both ends when one is fixed', async () => {
    const root = cycleFolder();
    const [a, b] = [join(root, 'src/a.ts'), join(root, 'src/b.ts')];
    client = await LspClient.start([root]);
    await client.reviewed();
    const inCycle = (file: string): boolean => client!.rulesIn(file).includes('architecture/import-cycle');
    assert.ok(inCycle(a) && inCycle(b), 'both files show the cycle');
    await client.open(b);
    await client.edit(b, '/** B. */\nexport function b(): number {\n  return 1;\n}\n');
    await client.until('both ends to clear', () => !inCycle(a) && !inCycle(b));
    await client.edit(b, readFileSync(b, 'utf8'));
    await client.until('both ends to come back', () => inCycle(a) && inCycle(b));
  });

  it('follows files that come and go on disk', async () => {
    const root = cycleFolder();
    const a = join(root, 'src/a.ts');
    client = await LspClient.start([root]);
    await client.reviewed();
    writeIn(root, 'src/b.ts', 'export function b(): number {\n  return 2;\n}\n');
    await client.changedOnDisk(join(root, 'src/b.ts'));
    await client.until('the cycle to clear', () => !client!.rulesIn(a).includes('architecture/import-cycle'));
  });

  it('keeps the last good configuration while the new one is broken, and says where', async () => {
    const root = temporaryFolder({
      'archwright.jsonc': LAYERS,
      'src/top/page.ts': 'export const page = 1;\n',
      'src/base/store.ts': "import { page } from '../top/page';\nexport const store = page;\n",
    });
    const [config, store] = [join(root, 'archwright.jsonc'), join(root, 'src/base/store.ts')];
    client = await LspClient.start([root]);
    await client.reviewed();
    assert.ok(client.rulesIn(store).includes('architecture/layer-crossing'));
    await client.open(config);
    await client.edit(config, LAYERS.replace('"mayUse"', '"mayuse"'));
    await client.until('the problem at its place', () => client!.diagnosticsOf(config).length > 0);
    const [problem] = client.diagnosticsOf(config);
    assert.equal(problem!.range.start.line, 2);
    assert.match(String(problem!.message), /mayuse.*Did you mean "mayUse"/s);
    assert.ok(client.rulesIn(store).includes('architecture/layer-crossing'), 'the last good configuration goes on working');
    await client.edit(config, LAYERS.replace('"mayUse": []', '"mayUse": ["top"]'));
    await client.until(
      'the new configuration to hold',
      () => client!.diagnosticsOf(config).length === 0 && !client!.rulesIn(store).includes('architecture/layer-crossing'),
    );
  });

  it('accepts files and a configuration opened before the folder is read, and settles', async () => {
    const root = temporaryFolder({
      'archwright.jsonc': '{}\n',
      'src/top/page.ts': 'export const page = 1;\n',
      'src/base/store.ts': 'export const store = 1;\n',
    });
    const [config, store] = [join(root, 'archwright.jsonc'), join(root, 'src/base/store.ts')];
    client = await LspClient.start([root]);
    await client.open(config, LAYERS);
    await client.open(store, "import { page } from '../top/page';\nexport const store = page;\n");
    await client.until('the finding', () => client!.rulesIn(store).includes('architecture/layer-crossing'));
    await client.until('an end of the work', () => client!.state?.busy === false);
  });

  it('settles when one reading of the folder replaces another', async () => {
    client = await LspClient.start([cycleFolder()]);
    await client.reviewed();
    await Promise.all([client.connection.sendRequest(REVIEW, {}), client.connection.sendRequest(REVIEW, {})]);
    await client.until('an end of the work', () => client!.state?.busy === false, 10_000);
  });

  it('reviews several folders, each by itself', async () => {
    const [one, two] = [cycleFolder(), temporaryFolder({ 'src/fine.ts': '/** Fine. */\nexport const fine = 1;\n' })];
    client = await LspClient.start([one, two]);
    const snapshot = await client.reviewed();
    assert.deepEqual(snapshot.folders.map((folder) => folder.report?.files.typescript), [2, 1]);
    assert.ok(client.rulesIn(join(one, 'src/a.ts')).includes('architecture/import-cycle'));
    assert.deepEqual(client.rulesIn(join(two, 'src/fine.ts')).filter((id) => id.startsWith('architecture/import')), []);
  });

  it('reviews only on saving, when the settings say so', async () => {
    const root = cycleFolder();
    const b = join(root, 'src/b.ts');
    client = await LspClient.start([root], { settings: { run: 'onSave' } });
    await client.reviewed();
    await client.open(b);
    const before = await client.connection.sendRequest(REVIEW, {});
    await client.edit(b, 'export const b = (): number => 1;\n');
    // A review on request reads all that the server has taken over: had it taken what was typed, the cycle would be gone.
    assert.deepEqual(await client.connection.sendRequest(REVIEW, {}), before, 'typing alone changes nothing');
    assert.ok(client.rulesIn(b).includes('architecture/import-cycle'), 'and what is shown stays');
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: `file://${b}` } });
    await client.until('the cycle to clear on saving', () => !client!.rulesIn(b).includes('architecture/import-cycle'));
    assert.notDeepEqual(await client.connection.sendRequest(REVIEW, {}), before);
  });
});
