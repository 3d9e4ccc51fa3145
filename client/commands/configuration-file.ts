/** Location of a folder's configuration. */
import * as vscode from 'vscode';
import { SETTINGS_SECTION, type EditorSettings } from '../../server/protocol/lsp.ts';

/** The file in `archwright.configPath`, otherwise `archwright.jsonc` in the folder. It may not exist. */
export function configurationUri(folder: vscode.WorkspaceFolder): vscode.Uri {
  const chosen = vscode.workspace.getConfiguration(SETTINGS_SECTION, folder.uri).get<EditorSettings['configPath']>('configPath', '').trim();
  if (chosen === '') return vscode.Uri.joinPath(folder.uri, 'archwright.jsonc');
  return /^([/\\]|[A-Za-z]:)/u.test(chosen) ? vscode.Uri.file(chosen) : vscode.Uri.joinPath(folder.uri, chosen);
}

/** Whether a file exists. */
export async function exists(uri: vscode.Uri): Promise<boolean> {
  return await vscode.workspace.fs.stat(uri).then(() => true, () => false);
}
