import * as vscode from 'vscode';
import { archwright, eventually, reviewed } from '../../launch/inside.ts';

/** Waits until the server has been told that Ruff runs, or that it does not. */
async function told(runs: boolean): Promise<void> {
  await eventually(`ruff: ${runs}`, async () => {
    await vscode.commands.executeCommand('archwright.explainRule', 'stub/ruff');
    const document = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme: 'archwright', path: '/stub/ruff.md' }));
    return document.getText() === `ruff: ${runs}` || undefined;
  });
}

describe('the client with a scripted server: the Ruff extension', () => {
  const set = (value: boolean | undefined): Thenable<void> =>
    vscode.workspace.getConfiguration('ruff').update('lint.enable', value, vscode.ConfigurationTarget.Global);
  before(async () => reviewed(await archwright()));
  after(async () => {
    await set(undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('is noticed at the start', () => told(true));

  it('counts only while its settings let it lint, also after a restart of the server', async () => {
    await set(false);
    await told(false);
    await vscode.commands.executeCommand('archwright.restartServer');
    await told(false);
    await set(true);
    await told(true);
  });
});
