import * as vscode from 'vscode';
import { chooseFolder, configurationUri, exists, type Command } from './command.ts';

/** Opens the configuration of a folder, or offers to create one. */
export const openConfiguration: Command = {
  id: 'archwright.openConfiguration',
  task: 'open the configuration',
  async run() {
    const folder = await chooseFolder('Choose the folder whose configuration to open');
    if (!folder) return;
    const uri = configurationUri(folder);
    if (await exists(uri)) {
      await vscode.window.showTextDocument(uri);
      return;
    }
    const file = vscode.workspace.asRelativePath(uri, false);
    const message = `${folder.name} has no ${file} yet. Its layers and blocks are inferred from its folders.`;
    const chosen = await vscode.window.showInformationMessage(message, 'Create Configuration');
    if (chosen) await vscode.commands.executeCommand('archwright.createConfiguration');
  },
};
