/** Whether the Ruff extension is active, which shows the same findings as our Python linter. */
import * as vscode from 'vscode';

const EXTENSION = 'charliermarsh.ruff';

/** Whether it is installed, enabled, and not turned off by its own settings. */
export function ruffRuns(): boolean {
  if (vscode.extensions.getExtension(EXTENSION) === undefined) return false;
  const settings = vscode.workspace.getConfiguration('ruff');
  return settings.get<boolean>('enable', true) && settings.get<boolean>('lint.enable', true);
}

/**
 * @param listener called when the answer may have changed
 * @returns stops watching
 */
export function onDidChangeRuff(listener: () => void): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.extensions.onDidChange(listener),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('ruff')) listener();
    }),
  );
}
