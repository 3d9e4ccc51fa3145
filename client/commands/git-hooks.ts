import * as vscode from 'vscode';
import { HOOKS, type HooksParams, type HooksResult } from '../../server/protocol/lsp.ts';
import { chooseFolder, requireTrust, type Command, type CommandContext } from './command.ts';

/** Adds the git hook that reviews what is committed. */
export const installHooks: Command = {
  id: 'archwright.installHooks',
  task: 'install the git hooks',
  run: (context) => changeHooks(context, 'install'),
};

/** Removes Archwright's git hook and leaves the others. */
export const removeHooks: Command = {
  id: 'archwright.removeHooks',
  task: 'remove the git hooks',
  run: (context) => changeHooks(context, 'remove'),
};

/**
 * Installs or removes the hook in the folder that the user chooses, and reports the result.
 * @throws in an untrusted workspace, because git runs the hook from then on.
 */
async function changeHooks({ connection }: CommandContext, action: HooksParams['action']): Promise<void> {
  requireTrust();
  const folder = await chooseFolder(action === 'install' ? 'Choose the folder to install the git hook in' : 'Choose the folder to remove the git hook from');
  if (!folder) return;
  const params: HooksParams = { folder: folder.uri.toString(), action };
  const result = await connection.request<HooksResult>(HOOKS, params);
  void vscode.window.showInformationMessage(result.message);
}
