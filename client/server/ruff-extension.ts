/** Whether the user has the Ruff extension at work, which shows what our linter for Python says as well. */
import * as vscode from 'vscode';

const EXTENSION = 'charliermarsh.ruff';

/** It is installed and enabled, and its own settings do not switch it off. */
export function ruffRuns(): boolean {
  if (vscode.extensions.getExtension(EXTENSION) === undefined) return false;
  const settings = vscode.workspace.getConfiguration('ruff');
  return settings.get<boolean>('enable', true) && settings.get<boolean>('lint.enable', true);
}

/**
 * @param listener called when it may be otherwise than before
 * @returns ends the watching
 */
export function onDidChangeRuff(listener: () => void): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.extensions.onDidChange(listener),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('ruff')) listener();
    }),
  );
}
