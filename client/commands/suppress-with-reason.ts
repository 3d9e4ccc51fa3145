import * as vscode from 'vscode';
import { CLIENT_COMMANDS, type SuppressArguments } from '../../server/protocol/lsp.ts';
import type { Command } from './command.ts';
import { suppressionComment } from './suppression-comment.ts';

/** Asks why a finding is accepted and writes the comment that says so. A quick fix only. */
export const suppressWithReason: Command = {
  id: CLIENT_COMMANDS.suppressWithReason,
  task: 'suppress the finding',
  async run(_context, argument) {
    const target = argument as SuppressArguments | undefined;
    if (!target?.uri || !target.ruleId) throw new Error('no finding was named; use the quick fix of a finding');
    const reason = await vscode.window.showInputBox({
      title: `Suppress ${target.ruleId} ${target.scope === 'file' ? 'in this file' : 'on this line'}`,
      prompt: 'Why is this acceptable? The reason stands in the comment, for the next reader.',
      placeHolder: 'A reason is required',
      ignoreFocusOut: true,
      validateInput: (value) => (value.trim() === '' ? 'Give a reason: a suppression without one is reported as a finding.' : undefined),
    });
    if (reason === undefined) return;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(target.uri));
    const lines = document.getText().split(/\r?\n/u);
    const insertion = suppressionComment(lines, target, reason);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(insertion.line, 0), insertion.text);
    if (!await vscode.workspace.applyEdit(edit)) throw new Error('the editor did not take the change; the file may be read-only');
  },
};
