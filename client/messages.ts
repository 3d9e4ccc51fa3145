/** Shows failures to the user. */
import * as vscode from 'vscode';
import { ServerNotRunning } from './server/connection.ts';

/** The message of an error, without its stack. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Words for a notification. VS Code makes links of Markdown's, and the names in a text may come from anywhere. */
export function plainWords(text: string): string {
  return text.replaceAll('](', '] (');
}

/**
 * Shows what failed and why, with buttons for the log and, where it helps, a restart of the server.
 *
 * @param output log to write to.
 * @param task what was attempted, such as `review the workspace`, in English; it is shown in the language of VS Code.
 * @param error what was thrown; its message is shown.
 */
export async function showFailure(output: vscode.LogOutputChannel, task: string, error: unknown): Promise<void> {
  output.error(`Could not ${task}: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
  const [restart, show] = [vscode.l10n.t('Restart Server'), vscode.l10n.t('Show Output')];
  const actions = error instanceof ServerNotRunning ? [restart, show] : [show];
  const words = vscode.l10n.t('Archwright could not {0}: {1}.', vscode.l10n.t(task), wordsOf(error)).replace(/\.\.$/u, '.');
  const chosen = await vscode.window.showErrorMessage(plainWords(words), ...actions);
  if (chosen === show) output.show(true);
  if (chosen === restart) await vscode.commands.executeCommand('archwright.restartServer');
}
