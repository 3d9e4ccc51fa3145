/** From the report's places (paths and lines that count from 1) to VS Code's. */
import * as vscode from 'vscode';
import type { ReportRange } from '../server/protocol/report.ts';

/** The URI of a file that a report names, `folderKey` being the URI of the folder. */
export function fileUri(folderKey: string, path: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.Uri.parse(folderKey), ...path.split('/'));
}

/** A range of the report as VS Code counts, from 0. */
export function editorRange(range: ReportRange): vscode.Range {
  return new vscode.Range(
    Math.max(0, range.start.line - 1), Math.max(0, range.start.column - 1),
    Math.max(0, range.end.line - 1), Math.max(0, range.end.column - 1),
  );
}

/** Opens a file of a report, at a place in it when one is given. @throws when the file is not there. */
export async function openLocation(folderKey: string, path: string, range?: ReportRange): Promise<void> {
  await vscode.commands.executeCommand('vscode.open', fileUri(folderKey, path), openOptions(range));
}

/** The command of a tree item that opens a place. */
export function openCommand(folderKey: string, path: string, range?: ReportRange): vscode.Command {
  return { command: 'vscode.open', title: 'Open', arguments: [fileUri(folderKey, path), openOptions(range)] };
}

function openOptions(range: ReportRange | undefined): vscode.TextDocumentShowOptions {
  // Only the start is selected: a finding may span a whole class.
  return range ? { selection: new vscode.Range(editorRange(range).start, editorRange(range).start) } : {};
}
