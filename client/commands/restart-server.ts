import * as vscode from 'vscode';
import type { Command } from './command.ts';

/** Restarts the language server. */
export const restartServer: Command = {
  id: 'archwright.restartServer',
  task: 'restart the language server',
  async run({ connection, output }) {
    output.info('Restarting the language server.');
    await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: 'Archwright: restarting the language server' },
      () => connection.restart(),
    );
  },
};
