/** What installing and removing the git hooks share. */
import * as vscode from 'vscode';
import { HOOKS, type HooksParams, type HooksResult } from '../../server/protocol/lsp.ts';
import { chooseFolder } from './choose-folder.ts';
import type { CommandContext } from './command.ts';

/**
 * Installs or removes the hook of the folder that the user chooses, and says what was done.
 * @throws in an untrusted workspace: a hook is a program that git starts from then on.
 */
export async function changeHooks({ connection }: CommandContext, action: HooksParams['action']): Promise<void> {
  if (!vscode.workspace.isTrusted) throw new Error('git hooks are changed only in a trusted workspace; trust it with "Workspaces: Manage Workspace Trust"');
  const folder = await chooseFolder(action === 'install' ? 'Install the git hook in which folder?' : 'Remove the git hook from which folder?');
  if (!folder) return;
  const params: HooksParams = { folder: folder.uri.toString(), action };
  const result = await connection.request<HooksResult>(HOOKS, params);
  void vscode.window.showInformationMessage(result.message);
}
