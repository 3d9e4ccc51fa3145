/** Asks for a workspace folder when there are several. */
import * as vscode from 'vscode';

/**
 * @param purpose placeholder of the list, which says what the folder is for.
 * @returns the only folder or the chosen one; undefined when the user cancels.
 * @throws when no folder is open.
 */
export async function chooseFolder(purpose: string): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) throw new Error('no folder is open; open one with File > Open Folder');
  if (folders.length === 1) return folders[0];
  return await vscode.window.showWorkspaceFolderPick({ placeHolder: purpose });
}
