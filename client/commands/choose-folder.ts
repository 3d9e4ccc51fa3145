/** Asks which workspace folder is meant, where there is more than one. */
import * as vscode from 'vscode';

/**
 * @param purpose what the folder is chosen for, as the pick list's placeholder.
 * @returns the only folder, the chosen one, or undefined when the user chose none.
 * @throws when no folder is open.
 */
export async function chooseFolder(purpose: string): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) throw new Error('no folder is open; open one with File > Open Folder');
  if (folders.length === 1) return folders[0];
  return await vscode.window.showWorkspaceFolderPick({ placeHolder: purpose });
}
