import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { answered, archwright, eventually, file, firstFolder, reviewed } from '../launch/inside.ts';

/** What a page of memory holds, once it is there. */
async function page(path: string, wanted: RegExp): Promise<string> {
  return await eventually(`the page ${path}`, async () => {
    const text = (await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme: 'archwright', path }))).getText();
    return wanted.test(text) ? text : undefined;
  });
}

/** Labels of the tabs that are open. */
function tabs(): string[] {
  return vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
}

describe('commands', () => {
  before(async () => reviewed(await archwright()));
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('reviews the workspace again', async () => {
    const api = await archwright();
    const state = new Promise((resolve) => { const once = api.onDidChangeState(() => { once.dispose(); resolve(undefined); }); });
    await vscode.commands.executeCommand('archwright.reviewWorkspace');
    await state;
    await reviewed(api);
  });

  it('opens the panel at graph, score and log', async () => {
    for (const command of ['archwright.showGraph', 'archwright.showScore', 'archwright.showLog']) await vscode.commands.executeCommand(command);
    await eventually('one panel', () => (tabs().filter((label) => label === 'Archwright').length === 1 ? true : undefined));
  });

  it('opens the panel at a block', async () => {
    await vscode.commands.executeCommand('archwright.showBlock', { block: 'orders' });
    await eventually('the panel', () => tabs().includes('Archwright') || undefined);
  });

  it('explains a rule with why, examples and guideline', async () => {
    await vscode.commands.executeCommand('archwright.explainRule', 'architecture/layer-crossing');
    assert.match(await page('/architecture/layer-crossing.md', /layer-crossing/u), /architecture §/u);
  });

  it('opens the configuration', async () => {
    await vscode.commands.executeCommand('archwright.openConfiguration');
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), file('archwright.jsonc').toString());
  });

  it('shows a proposal beside an existing configuration, which stays as it is', async () => {
    const before = readFileSync(file('archwright.jsonc').fsPath, 'utf8');
    void vscode.commands.executeCommand('archwright.createConfiguration');
    await eventually('the comparison', () => vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputTextDiff || undefined);
    await page('/proposal/archwright.jsonc', /"layers"|"preset"/u);
    assert.equal(readFileSync(file('archwright.jsonc').fsPath, 'utf8'), before);
  });

  it('accepts one finding, which then shows as a hint', async () => {
    const nested = { kind: 'findings', rule: 'quality/deep-nesting', offset: 0, limit: 500 } as const;
    const [finding] = (await answered(nested)).entries;
    assert.ok(finding);
    await vscode.commands.executeCommand('archwright.addToBaseline', { folder: firstFolder().uri.toString(), fingerprint: finding.fingerprint });
    await eventually(
      'the finding in the baseline',
      async () =>
        (await answered(nested)).entries.some(({ fingerprint, baseline }) => fingerprint === finding.fingerprint && baseline) || undefined,
    );
    await eventually('the hint', () => vscode.languages.getDiagnostics(file(finding.path))
      .some(({ code, severity }) => typeof code === 'object' && code.value === finding.ruleId && severity === vscode.DiagnosticSeverity.Hint) || undefined);
  });

  it('installs and removes the git hook', async () => {
    const hook = vscode.Uri.joinPath(firstFolder().uri, '.git', 'hooks', 'pre-commit');
    await vscode.commands.executeCommand('archwright.installHooks');
    assert.match(readFileSync(hook.fsPath, 'utf8'), /archwright/u);
    await vscode.commands.executeCommand('archwright.removeHooks');
    await assert.rejects(async () => vscode.workspace.fs.stat(hook));
  });

  it('fixes all that is safe in a file', async () => {
    const document = await vscode.workspace.openTextDocument(file('src/data/store.ts'));
    await vscode.window.showTextDocument(document);
    await eventually('the fixed text', async () => {
      await vscode.commands.executeCommand('archwright.fixAll');
      return document.getText().startsWith('import type { Page }') || undefined;
    });
    assert.equal(document.isDirty, true);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('restarts the server and reviews again', async () => {
    const api = await archwright();
    await vscode.commands.executeCommand('archwright.restartServer');
    await reviewed(api);
    await vscode.commands.executeCommand('archwright.explainRule', 'quality/deep-nesting');
    await page('/quality/deep-nesting.md', /deep-nesting/u);
  });

  it('shows its output', async () => {
    const shown = (): boolean =>
      vscode.window.visibleTextEditors.some(({ document: { uri } }) => uri.scheme === 'output' && uri.path.includes('archwright.archwright'));
    await vscode.commands.executeCommand('workbench.action.closePanel');
    await eventually('the panel to close', () => !shown() || undefined);
    await vscode.commands.executeCommand('archwright.showOutput');
    await eventually('the output', () => shown() || undefined);
  });
});
