import * as vscode from 'vscode';
import { PROPOSE_CONFIGURATION, type ProposeParams, type ProposeResult } from '../../server/protocol/lsp.ts';
import { fileUri } from '../open-location.ts';
import { virtualDocument } from '../virtual-documents.ts';
import { chooseFolder, configurationUri, type Command } from './command.ts';

/** Shows a proposed configuration. Nothing is written until the user saves it. */
export const createConfiguration: Command = {
  id: 'archwright.createConfiguration',
  task: 'propose a configuration',
  async run({ connection }) {
    const folder = await chooseFolder('Choose the folder to configure');
    if (!folder) return;
    const params: ProposeParams = { folder: folder.uri.toString() };
    const proposal = await connection.request<ProposeResult>(PROPOSE_CONFIGURATION, params);
    if (proposal.existing === null) await showUnsaved(configurationUri(folder), proposal.text);
    else await compare(fileUri(params.folder, proposal.existing), proposal);
  },
};

/** Opens an unsaved document with a path: saving it creates the file. */
async function showUnsaved(target: vscode.Uri, text: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(target.with({ scheme: 'untitled' }));
  await replaceText(document, text);
  await vscode.languages.setTextDocumentLanguage(document, 'jsonc');
  await vscode.window.showTextDocument(document);
  const chosen = await vscode.window.showInformationMessage('This is a proposed configuration. Save it to use it.', 'Save');
  if (chosen !== 'Save') return;
  if (!await document.save()) throw new Error('the file could not be saved');
  // Saving closes the unsaved document without opening the new file.
  await vscode.window.showTextDocument(target);
}

/** Compares the existing file with the proposal; replaces it only on request, and does not save it. */
async function compare(existing: vscode.Uri, { text, existing: path }: ProposeResult): Promise<void> {
  const proposal = virtualDocument('proposal/archwright.jsonc', text);
  await vscode.commands.executeCommand('vscode.diff', existing, proposal, `${path ?? ''} (yours) ↔ proposal`);
  const chosen = await vscode.window.showWarningMessage(`${path ?? ''} already exists and was not changed.`, 'Replace with Proposal', 'Keep Mine');
  if (chosen !== 'Replace with Proposal') return;
  const document = await vscode.workspace.openTextDocument(existing);
  await replaceText(document, text);
  await vscode.window.showTextDocument(document);
}

async function replaceText(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  if (!await vscode.workspace.applyEdit(edit)) throw new Error('the editor rejected the change');
}
