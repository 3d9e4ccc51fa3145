/** Scripted sessions against the built server: Python and its notebooks. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { CodeActionKind, type TextDocumentEdit } from 'vscode-languageserver/node';
import { LspClient } from '../kit/lsp-client.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

const TRAIN = 'def train(data: list, config: dict = {}) -> list:\n    """Train."""\n    return [data, config]\n';

describe('language server: Python', () => {
  let client: LspClient | undefined;
  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });
  after(removeTemporaryFolders);

  it('follows an unsaved buffer, and applies the fix of the linter in it', async () => {
    const root = temporaryFolder({ 'src/train.py': TRAIN });
    const file = join(root, 'src/train.py');
    client = await LspClient.start([root], { resolvesActions: true });
    await client.reviewed();
    await client.open(file);
    await client.edit(file, `"""Doc."""\n\n\n${TRAIN}`);
    await client.until('the finding on its new line', () =>
      client!.diagnosticsOf(file).some((each) => each.code === 'quality/mutable-default' && each.range.start.line === 3),
    );
    const range = { start: { line: 3, character: 37 }, end: { line: 3, character: 39 } };
    const action = (await client.actions(file, range, [CodeActionKind.QuickFix])).find((each) => each.title === 'Default to None and create it inside');
    assert.ok(action);
    const [change] = (await client.resolve(action))!.documentChanges as TextDocumentEdit[];
    assert.deepEqual(
      change!.edits.map((edit) => ('newText' in edit ? edit.newText : '')),
      ['dict | None', 'None', '    if config is None:\n        config = {}\n'],
    );
    await client.edit(file, 'def broken(:\n');
    await client.until('the error of syntax', () => client!.rulesIn(file).includes('source/syntax-error'));
  });

  it('picks up the settings of ruff when they change', async () => {
    const root = temporaryFolder({ 'src/train.py': TRAIN });
    const file = join(root, 'src/train.py');
    client = await LspClient.start([root]);
    await client.reviewed();
    assert.ok(client.rulesIn(file).includes('quality/mutable-default'));
    writeIn(root, 'ruff.toml', 'lint.ignore = ["B006"]\n');
    await client.changedOnDisk(join(root, 'ruff.toml'), 1);
    await client.until('the finding to go', () => !client!.rulesIn(file).includes('quality/mutable-default'));
  });

  it('shows findings of notebooks on the lines of their files', async () => {
    const root = temporaryFolder({
      'notebooks/a.ipynb': JSON.stringify(
        { cells: [{ cell_type: 'code', source: ['%pip install x\n', 'def f(a=[]):\n', '    return a'] }], metadata: { kernelspec: { language: 'python' } } },
        null,
        1,
      ),
    });
    const file = join(root, 'notebooks/a.ipynb');
    client = await LspClient.start([root]);
    await client.reviewed();
    const found = client.diagnosticsOf(file).filter((each) => each.code === 'quality/mutable-default');
    assert.deepEqual(found.map(({ range }) => range), [{ start: { line: 6, character: 13 }, end: { line: 6, character: 15 } }]);
  });
});
