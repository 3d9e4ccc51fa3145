import * as vscode from 'vscode';
import { FIX_ALL_KIND } from '../../server/protocol/lsp.ts';
import type { Command } from './command.ts';

/** Applies all safe fixes to the file in the editor, without saving it. */
export const fixAll: Command = {
  id: 'archwright.fixAll',
  task: 'fix the file',
  async run() {
    const document = vscode.window.activeTextEditor?.document;
    if (!document) throw new Error('no file is open in the editor');
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, whole, FIX_ALL_KIND, 1);
    const edits = actions.flatMap((action) => (action.edit ? [action.edit] : []));
    if (edits.length === 0) {
      void vscode.window.showInformationMessage('Archwright found nothing to fix in this file.');
      return;
    }
    for (const edit of edits) {
      if (!await vscode.workspace.applyEdit(edit)) throw new Error('the editor rejected the change; the file may be read-only');
    }
  },
};
