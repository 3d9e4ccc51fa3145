import * as vscode from 'vscode';
import { REVIEW, type ReviewParams, type ReviewResult } from '../../server/protocol/lsp.ts';
import { counted } from '../../server/text/wording.ts';
import type { Command } from './command.ts';

/** Reviews every folder and shows the results, with a button for the score. */
export const reviewWorkspace: Command = {
  id: 'archwright.reviewWorkspace',
  task: 'review the workspace',
  async run({ connection, showPanel }) {
    if (!vscode.workspace.workspaceFolders?.length) throw new Error('no folder is open; open one with File > Open Folder');
    const params: ReviewParams = {};
    const result = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: 'Archwright: reviewing the workspace', cancellable: true },
      (_progress, token) => connection.request<ReviewResult>(REVIEW, params, token),
    );
    void vscode.window.showInformationMessage(result.folders.map(inWords).join(' '), 'Show Score').then((chosen) => {
      if (chosen) showPanel('score');
    });
  },
};

function inWords(folder: ReviewResult['folders'][number]): string {
  const score = folder.total === null ? 'no score' : `${folder.grade ?? ''} with ${folder.total} of 100 points`.trim();
  return `${folder.name}: ${score}; ${counted(folder.errors, 'error')}, ${counted(folder.warnings, 'warning')}, ${counted(folder.infos, 'info')}.`;
}
