import * as vscode from 'vscode';
import { BASELINE, type BaselineParams, type BaselineResult } from '../../server/protocol/lsp.ts';
import { counted } from '../../server/text/wording.ts';
import { fileUri } from '../open-location.ts';
import { chooseFolder, type Command } from './command.ts';

/** Accepts all current findings of a folder, after confirmation: they no longer fail a review. */
export const addAllToBaseline: Command = {
  id: 'archwright.addAllToBaseline',
  task: 'write the baseline',
  async run({ connection }) {
    const folder = await chooseFolder('Choose the folder whose findings to accept');
    if (!folder) return;
    const answer = await vscode.window.showWarningMessage(
      `Add all findings of ${folder.name} to the baseline?`,
      { modal: true, detail: 'They stay visible as hints. Only new findings will fail a review.' },
      'Add All',
    );
    if (answer !== 'Add All') return;
    const params: BaselineParams = { folder: folder.uri.toString() };
    const result = await connection.request<BaselineResult>(BASELINE, params);
    const open = await vscode.window.showInformationMessage(`The baseline ${result.path} now has ${counted(result.count, 'finding')}.`, 'Open Baseline');
    if (open) await vscode.window.showTextDocument(fileUri(params.folder, result.path));
  },
};
