import * as vscode from 'vscode';
import { chooseFolder } from './choose-folder.ts';
import type { Command } from './command.ts';
import { configurationUri, exists } from './configuration-file.ts';

/** Opens the configuration of a folder, or offers to create one. */
export const openConfiguration: Command = {
  id: 'archwright.openConfiguration',
  task: 'open the configuration',
  async run() {
    const folder = await chooseFolder('Open the configuration of which folder?');
    if (!folder) return;
    const uri = configurationUri(folder);
    if (await exists(uri)) {
      await vscode.window.showTextDocument(uri);
      return;
    }
    const chosen = await vscode.window.showInformationMessage(`${folder.name} has no ${vscode.workspace.asRelativePath(uri, false)} yet; it is reviewed by what its folders suggest.`, 'Create Configuration');
    if (chosen) await vscode.commands.executeCommand('archwright.createConfiguration');
  },
};
