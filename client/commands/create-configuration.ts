import * as vscode from 'vscode';
import { PROPOSE_CONFIGURATION, type ProposeParams, type ProposeResult } from '../../server/protocol/lsp.ts';
import { fileUri } from '../open-location.ts';
import { virtualDocument } from '../virtual-documents.ts';
import { chooseFolder } from './choose-folder.ts';
import type { Command } from './command.ts';
import { configurationUri } from './configuration-file.ts';

/** Shows the configuration that fits what is there. Nothing is written until the user says so. */
export const createConfiguration: Command = {
  id: 'archwright.createConfiguration',
  task: 'propose a configuration',
  async run({ connection }) {
    const folder = await chooseFolder('Propose a configuration for which folder?');
    if (!folder) return;
    const params: ProposeParams = { folder: folder.uri.toString() };
    const proposal = await connection.request<ProposeResult>(PROPOSE_CONFIGURATION, params);
    if (proposal.existing === null) await showUnsaved(configurationUri(folder), proposal.text);
    else await compare(fileUri(params.folder, proposal.existing), proposal);
  },
};

/** An unsaved document that already knows its place: saving it creates the file. */
async function showUnsaved(target: vscode.Uri, text: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(target.with({ scheme: 'untitled' }));
  await replaceText(document, text);
  await vscode.languages.setTextDocumentLanguage(document, 'jsonc');
  await vscode.window.showTextDocument(document);
  const chosen = await vscode.window.showInformationMessage('This configuration is a proposal. Save it to put it to use.', 'Save');
  if (chosen !== 'Save') return;
  if (!await document.save()) throw new Error('the file could not be saved');
  // Saving closes the unsaved document and opens nothing in its place.
  await vscode.window.showTextDocument(target);
}

/** Today's file beside the proposal; replaced only on request, and then still unsaved. */
async function compare(existing: vscode.Uri, { text, existing: path }: ProposeResult): Promise<void> {
  const proposal = virtualDocument('proposal/archwright.jsonc', text);
  await vscode.commands.executeCommand('vscode.diff', existing, proposal, `${path ?? ''} (yours) and a fresh proposal`);
  const chosen = await vscode.window.showWarningMessage(`${path ?? ''} is there already and was left as it is.`, 'Replace With Proposal', 'Keep Mine');
  if (chosen !== 'Replace With Proposal') return;
  const document = await vscode.workspace.openTextDocument(existing);
  await replaceText(document, text);
  await vscode.window.showTextDocument(document);
}

async function replaceText(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  if (!await vscode.workspace.applyEdit(edit)) throw new Error('the editor did not take the change');
}
