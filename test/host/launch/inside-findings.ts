/** What suites inside the extension host do with findings: look for them, edit under them, choose a quick fix. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './inside.ts';

/** Archwright's findings in a document. */
function found(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'archwright');
}

/** The rule that a finding is of. */
function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The rules that speak in a document, once for each finding. */
export function rulesIn(uri: vscode.Uri): string[] {
  return found(uri).map(ruleOf);
}

/** Waits for a finding of a rule, on a line from 0 when one is given. @throws when time runs out */
export async function finding(uri: vscode.Uri, rule: string, line?: number): Promise<vscode.Diagnostic> {
  const where = line === undefined ? '' : ` on line ${line}`;
  return await eventually(`${rule} in ${uri.path}${where}`, () =>
    found(uri).find((each) => ruleOf(each) === rule && (line === undefined || each.range.start.line === line)),
  );
}

/** Waits until a rule says nothing in any of these documents. @throws when time runs out */
export async function silence(rule: string, ...uris: vscode.Uri[]): Promise<void> {
  await eventually(`no ${rule} in ${uris.map(({ path }) => path).join()}`, () => uris.every((uri) => !rulesIn(uri).includes(rule)) || undefined);
}

/** Replaces text of an open document and leaves it unsaved. */
export async function replace(document: vscode.TextDocument, from: string, to: string): Promise<void> {
  const start = document.getText().indexOf(from);
  assert.notEqual(start, -1, `"${from}" stands in ${document.fileName}`);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(start + from.length)), to);
  assert.equal(await vscode.workspace.applyEdit(edit), true);
}

/** A quick fix of a place; asked for again while providers are still registering. @throws when time runs out */
export async function action(uri: vscode.Uri, { range }: vscode.Diagnostic, wanted: RegExp): Promise<vscode.CodeAction> {
  return await eventually(`the action ${String(wanted)}`, async () => {
    const all = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
      20,
    );
    return all.find(({ title }) => wanted.test(title));
  });
}
