import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { action, finding, replace, rulesIn, silence } from '../launch/inside-findings.ts';
import { archwright, file, firstFolder, reviewed } from '../launch/inside.ts';

const DEFAULT = 'quality/mutable-default';
const CYCLE = 'architecture/import-cycle';
const FILES: Readonly<Record<string, string>> = {
  'src/ml/training.py': '"""Training."""\n\n\ndef train(rows: list) -> list:\n    """Train on rows."""\n    return rows\n',
  'src/ml/model.py': '"""Model."""\nfrom .report import describe\n\n\ndef build() -> str:\n    """Build it."""\n    return describe()\n',
  'src/ml/report.py': '"""Report."""\nfrom .model import build\n\n\ndef describe() -> str:\n    """Describe it."""\n    return str(build)\n',
};

describe('Python', () => {
  const uri = (path: string): vscode.Uri => file(path);
  before(async () => {
    await reviewed(await archwright());
    for (const [path, text] of Object.entries(FILES)) await vscode.workspace.fs.writeFile(uri(path), new TextEncoder().encode(text));
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
  after(async () => {
    for (const path of Object.keys(FILES)) await vscode.workspace.fs.delete(uri(path));
  });

  it('is reviewed while unsaved, and fixed there', async () => {
    const document = await vscode.workspace.openTextDocument(uri('src/ml/training.py'));
    assert.equal(document.languageId, 'python');
    await vscode.window.showTextDocument(document);
    await replace(document, 'rows: list)', 'rows: list, seen: list = [])');
    const found = await finding(document.uri, DEFAULT, 3);
    assert.match(found.message, /ruff B006/u);
    const fix = await action(document.uri, found, /^Default to None and create it inside$/u);
    assert.ok(fix.edit);
    assert.equal(await vscode.workspace.applyEdit(fix.edit), true);
    assert.match(document.getText(), /seen: list \| None = None\) -> list:\n {4}"""Train on rows\."""\n {4}if seen is None:\n {8}seen = \[\]\n/u);
    assert.equal(document.isDirty, true);
    await silence(DEFAULT, document.uri);
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri)), FILES['src/ml/training.py']);
  });

  it('clears an import cycle from both files when one is fixed, and brings it back', async () => {
    const [model, report] = [uri('src/ml/model.py'), uri('src/ml/report.py')];
    await finding(model, CYCLE, 1);
    await finding(report, CYCLE, 1);
    const document = await vscode.workspace.openTextDocument(report);
    await vscode.window.showTextDocument(document);
    await replace(document, 'from .model import build\n', '');
    await silence(CYCLE, model, report);
    await vscode.commands.executeCommand('undo');
    await finding(model, CYCLE, 1);
    await finding(report, CYCLE, 1);
  });

  it('shows findings of ruff or not, as the setting says', async () => {
    const document = await vscode.workspace.openTextDocument(uri('src/ml/training.py'));
    await vscode.window.showTextDocument(document);
    await replace(document, 'rows: list)', 'rows, seen: list = [])');
    await finding(document.uri, DEFAULT);
    const settings = vscode.workspace.getConfiguration('archwright', firstFolder());
    try {
      await settings.update('python.hideRuffDoubles', 'always', vscode.ConfigurationTarget.Workspace);
      await silence(DEFAULT, document.uri);
      assert.ok(rulesIn(document.uri).includes('quality/missing-type'), 'what is not of ruff stays');
    } finally {
      await settings.update('python.hideRuffDoubles', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await finding(document.uri, DEFAULT);
  });
});
