/** How the user hears of what went wrong. */
import * as vscode from 'vscode';
import { ServerNotRunning } from './server/connection.ts';

/** The words of an error, without its stack. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Shows what could not be done and why, with the way on: the log, or a restart of the server.
 *
 * @param output what the log is written to.
 * @param task what was tried, such as `review the workspace`.
 * @param error what was thrown; its message is shown.
 */
export async function showFailure(output: vscode.LogOutputChannel, task: string, error: unknown): Promise<void> {
  output.error(`Could not ${task}: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
  const actions = error instanceof ServerNotRunning ? ['Restart Server', 'Show Output'] : ['Show Output'];
  const chosen = await vscode.window.showErrorMessage(`Archwright could not ${task}: ${wordsOf(error)}.`.replace(/\.\.$/u, '.'), ...actions);
  if (chosen === 'Show Output') output.show(true);
  if (chosen === 'Restart Server') await vscode.commands.executeCommand('archwright.restartServer');
}
