/** Converts places of the report (paths, lines from 1) to those of VS Code. */
import * as vscode from 'vscode';
import type { ReportRange } from '../server/protocol/report.ts';

/** URI of a file of a report; `folderKey` is the URI of the folder. */
export function fileUri(folderKey: string, path: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.Uri.parse(folderKey), ...path.split('/'));
}

/** A range of the report in VS Code's numbering, from 0. */
export function editorRange(range: ReportRange): vscode.Range {
  return new vscode.Range(
    Math.max(0, range.start.line - 1), Math.max(0, range.start.column - 1),
    Math.max(0, range.end.line - 1), Math.max(0, range.end.column - 1),
  );
}

/** Opens a file of a report, at a range if one is given. @throws when the file does not exist. */
export async function openLocation(folderKey: string, path: string, range?: ReportRange): Promise<void> {
  await vscode.commands.executeCommand('vscode.open', fileUri(folderKey, path), openOptions(range));
}

/** Command with which a tree item opens a place. */
export function openCommand(folderKey: string, path: string, range?: ReportRange): vscode.Command {
  return { command: 'vscode.open', title: 'Open', arguments: [fileUri(folderKey, path), openOptions(range)] };
}

function openOptions(range: ReportRange | undefined): vscode.TextDocumentShowOptions {
  // Only the start is selected, because a finding may span a whole class.
  return range ? { selection: new vscode.Range(editorRange(range).start, editorRange(range).start) } : {};
}
