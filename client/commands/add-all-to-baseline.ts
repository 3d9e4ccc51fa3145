import * as vscode from 'vscode';
import { BASELINE, type BaselineParams, type BaselineResult } from '../../server/protocol/lsp.ts';
import { fileUri } from '../open-location.ts';
import { chooseFolder } from './choose-folder.ts';
import type { Command } from './command.ts';

/** Freezes today's findings of a folder, after a question: the gate stops minding them. */
export const addAllToBaseline: Command = {
  id: 'archwright.addAllToBaseline',
  task: 'write the baseline',
  async run({ connection }) {
    const folder = await chooseFolder('Freeze the findings of which folder?');
    if (!folder) return;
    const answer = await vscode.window.showWarningMessage(
      `Add all findings of ${folder.name} to the baseline?`,
      { modal: true, detail: 'They stay visible as hints, but only new findings will fail a review.' },
      'Add All',
    );
    if (answer !== 'Add All') return;
    const params: BaselineParams = { folder: folder.uri.toString() };
    const result = await connection.request<BaselineResult>(BASELINE, params);
    const open = await vscode.window.showInformationMessage(`The baseline ${result.path} now holds ${result.count} ${result.count === 1 ? 'finding' : 'findings'}.`, 'Open Baseline');
    if (open) await vscode.window.showTextDocument(fileUri(params.folder, result.path));
  },
};
