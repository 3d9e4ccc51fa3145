/** The shape of a command, and what commands share: which folder one is for, and where its configuration is. */
import * as vscode from 'vscode';
import type { PanelTab } from '../../server/protocol/panel.ts';
import type { Credentials } from '../credentials.ts';
import type { ServerConnection } from '../server/connection.ts';
import { SETTINGS_SECTION, type EditorSettings } from '../../server/protocol/lsp.ts';

/** Services for commands. */
export interface CommandContext {
  connection: ServerConnection;
  credentials: Credentials;
  output: vscode.LogOutputChannel;
  /** Opens the panel at a tab, and at a block if one is given. */
  showPanel(tab: PanelTab, block?: string): void;
}

export interface Command {
  id: string;
  /** Completes "Archwright could not …" when it fails. */
  task: string;
  run(context: CommandContext, argument: unknown): Promise<void>;
}

/** @throws in an untrusted workspace, in which nothing is run and nothing written */
export function requireTrust(): void {
  if (!vscode.workspace.isTrusted) throw new Error(vscode.l10n.t('the workspace is not trusted; trust it with "Workspaces: Manage Workspace Trust"'));
}

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
