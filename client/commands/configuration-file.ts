/** Where the configuration of a folder lies. */
import * as vscode from 'vscode';
import { SETTINGS_SECTION, type Settings } from '../../server/protocol/lsp.ts';

/** The file that `archwright.configPath` names, or `archwright.jsonc` in the folder. It need not exist. */
export function configurationUri(folder: vscode.WorkspaceFolder): vscode.Uri {
  const chosen = vscode.workspace.getConfiguration(SETTINGS_SECTION, folder.uri).get<Settings['configPath']>('configPath', '').trim();
  if (chosen === '') return vscode.Uri.joinPath(folder.uri, 'archwright.jsonc');
  return /^([/\\]|[A-Za-z]:)/u.test(chosen) ? vscode.Uri.file(chosen) : vscode.Uri.joinPath(folder.uri, chosen);
}

/** Whether a file is there. */
export async function exists(uri: vscode.Uri): Promise<boolean> {
  return await vscode.workspace.fs.stat(uri).then(() => true, () => false);
}
