import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { action, finding, replace, rulesIn, silence } from '../launch/inside-findings.ts';
import { archwright, eventually, file, reviewed } from '../launch/inside.ts';

const RULE = 'quality/mutable-default';
const CODE = 'def clean(rows: list, seen: list = []) -> list:\n    """Clean rows."""\n    return rows + seen';
const cell = (source: string, type = 'code'): object => ({
  cell_type: type,
  metadata: {},
  source: source.split(/(?<=\n)/u),
  ...(type === 'code' ? { execution_count: null, outputs: [] } : {}),
});
const NOTEBOOK = {
  cells: [cell('# Customers', 'markdown'), cell('%matplotlib inline\nimport os'), cell(CODE)],
  metadata: { kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' }, language_info: { name: 'python' } },
  nbformat: 4,
  nbformat_minor: 5,
};
const FILE = `${JSON.stringify(NOTEBOOK, null, 1)}\n`;

describe('notebooks', () => {
  /** Each test has a file of its own: a notebook that an extension opened stays open for minutes. */
  let path = '';
  let made = 0;
  const uri = (): vscode.Uri => file(path);
  const onDisk = async (): Promise<string> => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri()));
  async function open(): Promise<vscode.NotebookDocument> {
    const notebook = await vscode.workspace.openNotebookDocument(uri());
    await vscode.window.showNotebookDocument(notebook);
    return notebook;
  }

  before(async () => {
    await reviewed(await archwright());
  });
  beforeEach(async () => {
    path = `notebooks/explore-${++made}.ipynb`;
    await vscode.workspace.fs.writeFile(uri(), new TextEncoder().encode(FILE));
    await finding(uri(), RULE);
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(uri());
  });

  it('show a finding in the cell that holds the code, and an edit clears it', async () => {
    const notebook = await open();
    assert.equal(notebook.notebookType, 'jupyter-notebook');
    const [words, imports, code] = notebook.getCells().map(({ document }) => document) as [vscode.TextDocument, vscode.TextDocument, vscode.TextDocument];
    const { range } = await finding(code.uri, RULE, 0);
    assert.equal(code.getText(range), '[]');
    await silence(RULE, words.uri, imports.uri, uri());
    await replace(code, 'seen: list = []', 'seen: list');
    await silence(RULE, code.uri);
    await replace(imports, 'import os', `import os\n\n\n${CODE}`);
    await finding(imports.uri, RULE, 4);
    assert.equal(notebook.isDirty, true);
    assert.equal(await onDisk(), FILE, 'nothing was saved');
  });

  it('follow cells inserted before them', async () => {
    const notebook = await open();
    const code = notebook.cellAt(2).document;
    await finding(code.uri, RULE, 0);
    const edit = new vscode.WorkspaceEdit();
    edit.set(uri(), [vscode.NotebookEdit.insertCells(0, [new vscode.NotebookCellData(vscode.NotebookCellKind.Code, `\n${CODE}`, 'python')])]);
    assert.equal(await vscode.workspace.applyEdit(edit), true);
    await finding(notebook.cellAt(0).document.uri, RULE, 1);
    await finding(code.uri, RULE, 0);
  });

  it('are fixed and suppressed in the cell', async () => {
    const notebook = await open();
    const { document } = notebook.cellAt(2);
    const fix = await action(document.uri, await finding(document.uri, RULE, 0), /^Default to None and create it inside$/u);
    assert.ok(fix.edit);
    assert.equal(await vscode.workspace.applyEdit(fix.edit), true);
    assert.equal(document.getText(), 'def clean(rows: list, seen: list | None = None) -> list:\n    """Clean rows."""\n    if seen is None:\n        seen '
      + '= []\n    return rows + seen');
    await silence(RULE, document.uri);
    await replace(document, document.getText(), CODE);
    const suppress = await action(document.uri, await finding(document.uri, RULE, 0), /^Suppress quality\/mutable-default for this line/u);
    assert.equal(suppress.command?.command, 'archwright.suppressWithReason');
    const [target] = suppress.command.arguments as [{ uri: string; line: number }];
    assert.equal(vscode.Uri.parse(target.uri).toString(), document.uri.toString());
    assert.equal(target.line, 0);
  });

  it('show their findings in the file again when they are closed', async () => {
    await vscode.commands.executeCommand('vscode.openWith', uri(), 'jupyter-notebook');
    const { notebook } = await eventually('the notebook', () => vscode.window.activeNotebookEditor);
    const cellUri = notebook.cellAt(2).document.uri;
    await finding(cellUri, RULE, 0);
    await silence(RULE, uri());
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await finding(uri(), RULE);
    await silence(RULE, cellUri);
    assert.deepEqual(rulesIn(cellUri), []);
  });

  it('are followed as JSON when they are opened as text', async () => {
    const document = await vscode.workspace.openTextDocument(uri());
    await vscode.window.showTextDocument(document);
    const found = await finding(document.uri, RULE);
    assert.match(document.lineAt(found.range.start.line).text, /def clean/u);
    await replace(document, 'seen: list = []', 'seen: list');
    await silence(RULE, document.uri);
  });
});
