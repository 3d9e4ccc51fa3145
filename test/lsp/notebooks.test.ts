/** Scripted sessions against the built server: notebooks that are open by their cells. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver/node';
import { REVIEW } from '../../server/protocol/lsp.ts';
import { LspClient } from '../kit/lsp-client.ts';
import { NotebookInEditor, notebookFile, type NewCell } from '../kit/notebook-in-editor.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

const RULE = 'quality/mutable-default';
const FINE = 'def f(a: list) -> list:\n    """F."""\n    return a';
const BAD = 'def f(a: list = []) -> list:\n    """F."""\n    return a';
const CELLS: NewCell[] = [{ text: '# Title', language: 'markdown' }, { text: '%matplotlib inline\nimport os' }, { text: `# first\n${BAD}` }];

describe('language server: open notebooks', () => {
  let client: LspClient | undefined;
  let root: string;
  let file: string;

  /** Opens the folder, and the notebook with what is on disk. */
  async function open(cells: NewCell[] = CELLS, options: Parameters<typeof LspClient.start>[1] = {}): Promise<NotebookInEditor> {
    root = temporaryFolder({ 'notebooks/a.ipynb': notebookFile(cells) });
    file = join(root, 'notebooks/a.ipynb');
    client = await LspClient.start([root], options);
    await client.reviewed();
    return await NotebookInEditor.open(client, file, cells);
  }
  const until = async (notebook: NotebookInEditor, expected: number[][], rule = RULE): Promise<void> => {
    try {
      await client!.until('the findings by cell', () => JSON.stringify(notebook.linesOf(rule)) === JSON.stringify(expected), 15_000);
    } catch (error) {
      throw new Error(`expected ${JSON.stringify(expected)}, and it is ${JSON.stringify(notebook.linesOf(rule))}`, { cause: error });
    }
  };
  const inFile = (): Diagnostic[] => client!.diagnosticsOf(file).filter(({ code }) => code === RULE);

  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });
  after(removeTemporaryFolders);

  it('shows each finding in its cell, and none in the file as long as it is open', async () => {
    root = temporaryFolder({ 'a.ipynb': notebookFile(CELLS) });
    file = join(root, 'a.ipynb');
    client = await LspClient.start([root]);
    await client.reviewed();
    const before = inFile();
    assert.equal(before.length, 1);
    const notebook = await NotebookInEditor.open(client, file, CELLS);
    await until(notebook, [[], [], [1]]);
    assert.deepEqual(notebook.diagnosticsIn(2).find(({ code }) => code === RULE)!.range, {
      start: { line: 1, character: 16 },
      end: { line: 1, character: 18 },
    });
    assert.deepEqual(client.diagnosticsOf(file), []);
    await notebook.close();
    await client.until('the finding in the file again', () => inFile().length === 1);
    assert.deepEqual(inFile(), before);
    assert.deepEqual(notebook.linesOf(RULE), [[], [], []]);
  });

  it('follows unsaved edits in cells', async () => {
    const notebook = await open();
    await notebook.edit(2, FINE);
    await until(notebook, [[], [], []]);
    await notebook.edit(1, `import os\n\n\n${BAD}`);
    await until(notebook, [[], [3], []]);
    assert.match(readFileSync(file, 'utf8'), /first/, 'nothing was written');
    await notebook.close();
    await client!.until('what is on disk', () => inFile().length === 1);
  });

  it('follows cells that are added, removed and moved', async () => {
    const notebook = await open();
    await until(notebook, [[], [], [1]]);
    await notebook.insert(0, { text: BAD });
    await until(notebook, [[0], [], [], [1]]);
    await notebook.reverse();
    await until(notebook, [[1], [], [], [0]]);
    const gone = notebook.cells[0]!.uri;
    await notebook.remove(0);
    await until(notebook, [[], [], [0]]);
    await client!.until('the removed cell to say nothing', () => client!.diagnosticsOf(gone).length === 0);
  });

  it('follows a cell that is taken out and put back: another document with the same text', async () => {
    const notebook = await open([{ text: 'import os' }, { text: BAD }]);
    await until(notebook, [[], [0]]);
    await notebook.remove(1);
    await notebook.insert(1, { text: BAD });
    await until(notebook, [[], [0]]);
  });

  it('shows each finding once when cells only move', async () => {
    const notebook = await open([{ text: BAD }, { text: FINE.replace('f(', 'g(') }]);
    await until(notebook, [[0], []]);
    await notebook.reverse();
    await until(notebook, [[], [0]]);
  });

  it('keeps the state when it is saved, and knows the file then', async () => {
    const notebook = await open();
    await notebook.edit(2, `\n\n${BAD}`);
    await until(notebook, [[], [], [2]]);
    await notebook.save(root);
    const lines = readFileSync(file, 'utf8').split('\n');
    const reported = (): Promise<void> =>
      client!.until('the line of the file in the report', () =>
        client!.known!.folders[0]!.report!.findings.some(({ ruleId, range }) => ruleId === RULE && lines[range.start.line - 1]?.includes('def f')),
      );
    await reported();
    await client!.changedOnDisk(file);
    await notebook.edit(1, BAD);
    await until(notebook, [[], [0], [2]]);
    await notebook.edit(1, '%matplotlib inline\nimport os');
    await until(notebook, [[], [], [2]]);
    await reported();
    await notebook.close();
    await client!.until('the finding in the file', () => inFile().length === 1);
    assert.match(lines[inFile()[0]!.range.start.line]!, /def f/);
  });

  it('waits for saving when the settings say so', async () => {
    const notebook = await open(CELLS, { settings: { run: 'onSave' } });
    await until(notebook, [[], [], [1]]);
    const before = await client!.connection.sendRequest(REVIEW, {});
    await notebook.edit(2, FINE);
    // A review on request reads all that the server has taken over: had it taken the edit, the finding would be gone.
    assert.deepEqual(await client!.connection.sendRequest(REVIEW, {}), before, 'an edit alone changes nothing');
    assert.deepEqual(notebook.linesOf(RULE), [[], [], [1]]);
    await notebook.save(root);
    await until(notebook, [[], [], []]);
    assert.notDeepEqual(await client!.connection.sendRequest(REVIEW, {}), before);
  });

  it('shows what the disk holds, even when the file changes there while it is open', async () => {
    const notebook = await open();
    writeIn(root, 'notebooks/a.ipynb', notebookFile([{ text: BAD }]));
    await client!.changedOnDisk(file);
    await notebook.edit(1, BAD);
    await until(notebook, [[], [0], [1]]);
    assert.deepEqual(inFile(), []);
  });

  it('names secrets of text and outputs at the start of their cell', async () => {
    const key = ['AKIA', 'Q3EGRZ7XN5LJ2WPT'].join('');
    const cells = [
      { text: 'a = 1' },
      { text: `Key: ${key}`, language: 'markdown' },
      { text: 'print(key())', outputs: [{ output_type: 'stream', name: 'stdout', text: [`${key}\n`] }] },
    ];
    const notebook = await open(cells);
    await until(notebook, [[], [0], [0]], 'security/hardcoded-secret');
    await notebook.edit(0, 'a = 2');
    // Outputs are not among what an editor tells: those of the file count as long as nothing was changed.
    await until(notebook, [[], [0], []], 'security/hardcoded-secret');
    const titles = (await notebook.actions(1, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } })).map(({ title }) => title);
    assert.ok(titles.some((title) => title.startsWith('Explain')), titles.join());
    assert.deepEqual(titles.filter((title) => title.startsWith('Suppress')), [], 'a comment would be a heading there');
  });

  it('links a finding in one cell to the related place in another', async () => {
    const notebook = await open([
      { text:
        'import pandas as pd\nfrom sklearn.linear_model import LogisticRegression\nfrom sklearn.model_selection import train_test_split\nfrom '
        + 'sklearn.preprocessing import StandardScaler' },
      { text: 'data = pd.read_csv("a.csv")\ntarget = data.pop("y")' },
      { text: '\nscaled = StandardScaler().fit_transform(data)' },
      { text: '# Split.\na, b, c, d = train_test_split(scaled, target, random_state=1)' },
      { text: 'model = LogisticRegression()\nmodel.fit(a, c)\nmodel.score(b, d)' },
    ]);
    await notebook.edit(1, `\n${notebook.cells[1]!.text}`);
    await until(notebook, [[], [], [1], [], []], 'ml/preprocessing-leakage');
    const found = notebook.diagnosticsIn(2).find(({ code }) => code === 'ml/preprocessing-leakage')!;
    assert.deepEqual(
      found.relatedInformation!.map(({ location }) => [location.uri, location.range.start.line]),
      [
        [notebook.cells[3]!.uri, 1],
        [notebook.cells[4]!.uri, 1],
        [notebook.cells[4]!.uri, 2],
      ],
    );
    assert.match(String(found.message), /including the test rows split off on line 2 of cell 4\./);
  });

  it('is followed when it was opened before its folder', async () => {
    const [outer, path] = [temporaryFolder({ 'a.py': 'A = 1\n' }), temporaryFolder({ 'a.ipynb': notebookFile(CELLS) })];
    client = await LspClient.start([outer]);
    await client.reviewed();
    const notebook = await NotebookInEditor.open(client, join(path, 'a.ipynb'), CELLS);
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: pathToFileURL(path).href, name: 'late' }], removed: [] },
    });
    await until(notebook, [[], [], [1]]);
    assert.deepEqual(client.diagnosticsOf(join(path, 'a.ipynb')), []);
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [{ uri: pathToFileURL(path).href, name: 'late' }] },
    });
    await until(notebook, [[], [], []]);
  });

  it('is left alone in another language, and may have no cells', async () => {
    const notebook = await open([{ text: 'x <- 1', language: 'r' }]);
    await notebook.edit(0, 'x <- ');
    await notebook.insert(1, { text: BAD });
    await until(notebook, [[], [0]]);
    await notebook.remove(1);
    await notebook.remove(0);
    await notebook.insert(0, { text: BAD });
    await until(notebook, [[0]]);
  });

  it('may be open as text as well: the cells count, and the text once they are closed', async () => {
    const notebook = await open();
    await client!.open(file);
    await client!.edit(file, notebookFile([{ text: BAD }, { text: BAD.replace('f(', 'g(') }]));
    const other = join(root, 'b.py');
    await client!.open(other, BAD);
    await client!.until('what was typed later', () => client!.rulesIn(other).includes(RULE));
    assert.deepEqual(notebook.linesOf(RULE), [[], [], [1]]);
    await notebook.close();
    await client!.until('the text as it was typed', () => inFile().length === 2);
    await client!.close(file);
    await client!.until('the file on disk', () => inFile().length === 1);
  });

  it('survives inconsistent messages of a client', async () => {
    const notebook = await open();
    const { connection } = client!;
    const change = (cells: object): Promise<void> =>
      connection.sendNotification('notebookDocument/didChange', { notebookDocument: { uri: notebook.uri, version: 9 }, change: { cells } });
    await change({ data: [{ kind: 2, document: 'vscode-notebook-cell:/nowhere#1' }] });
    await change({ textContent: [{ document: { uri: 'vscode-notebook-cell:/nowhere#1', version: 1 }, changes: [{ text: 'x' }] }] });
    await change({ structure: { array: { start: 99, deleteCount: 9 }, didClose: [{ uri: 'vscode-notebook-cell:/nowhere#1' }] } });
    await connection.sendNotification('notebookDocument/didChange', { notebookDocument: { uri: 'file:///never/opened.ipynb', version: 1 }, change: {} });
    await connection.sendNotification('notebookDocument/didClose', { notebookDocument: { uri: 'file:///never/opened.ipynb' }, cellTextDocuments: [] });
    await notebook.edit(1, BAD);
    await until(notebook, [[], [0], [1]]);
  });
});
