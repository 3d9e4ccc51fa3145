import * as vscode from 'vscode';
import { CLIENT_COMMANDS, type SuppressArguments } from '../../server/protocol/lsp.ts';
import type { Command } from './command.ts';
import { suppressionComment } from './suppression-comment.ts';

/** Asks why a finding is acceptable and writes the suppression comment. Only a quick fix. */
export const suppressWithReason: Command = {
  id: CLIENT_COMMANDS.suppressWithReason,
  task: 'suppress the finding',
  async run(_context, argument) {
    const target = argument as SuppressArguments | undefined;
    if (!target?.uri || !target.ruleId) throw new Error('no finding is selected; use the quick fix on a finding');
    const reason = await vscode.window.showInputBox({
      title: `Suppress ${target.ruleId} ${target.scope === 'file' ? 'in this file' : 'on this line'}`,
      prompt: 'Why is this acceptable? The reason becomes part of the comment.',
      placeHolder: 'A reason is required',
      ignoreFocusOut: true,
      validateInput: (value) => (value.trim() === '' ? 'Enter a reason. A suppression without one is reported.' : undefined),
    });
    if (reason === undefined) return;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(target.uri));
    const lines = document.getText().split(/\r?\n/u);
    const insertion = suppressionComment(lines, target, reason);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(insertion.line, 0), insertion.text);
    if (!await vscode.workspace.applyEdit(edit)) throw new Error('the editor rejected the change; the file may be read-only');
  },
};
