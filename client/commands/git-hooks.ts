/** What installing and removing the git hooks share. */
import * as vscode from 'vscode';
import { HOOKS, type HooksParams, type HooksResult } from '../../server/protocol/lsp.ts';
import { chooseFolder } from './choose-folder.ts';
import type { CommandContext } from './command.ts';

/**
 * Installs or removes the hook in the folder that the user chooses, and reports the result.
 * @throws in an untrusted workspace, because git runs the hook from then on.
 */
export async function changeHooks({ connection }: CommandContext, action: HooksParams['action']): Promise<void> {
  if (!vscode.workspace.isTrusted) throw new Error('the workspace is not trusted; trust it with "Workspaces: Manage Workspace Trust"');
  const folder = await chooseFolder(action === 'install' ? 'Choose the folder to install the git hook in' : 'Choose the folder to remove the git hook from');
  if (!folder) return;
  const params: HooksParams = { folder: folder.uri.toString(), action };
  const result = await connection.request<HooksResult>(HOOKS, params);
  void vscode.window.showInformationMessage(result.message);
}
