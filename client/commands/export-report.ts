import * as vscode from 'vscode';
import { EXPORT_REPORT, type ExportFormat, type ExportReportParams, type ExportReportResult } from '../../server/protocol/lsp.ts';
import { chooseFolder, type Command } from './command.ts';

const FORMATS: { label: string; detail: string; format: ExportFormat; extension: string }[] = [
  { label: 'HTML', detail: 'A single page to read and share', format: 'html', extension: 'html' },
  { label: 'Markdown', detail: 'For a pull request or a wiki', format: 'markdown', extension: 'md' },
  { label: 'JSON', detail: 'All data, for programs', format: 'json', extension: 'json' },
  { label: 'SARIF', detail: 'For code scanning', format: 'sarif', extension: 'sarif' },
  { label: 'JUnit', detail: 'For CI servers that show test results', format: 'junit', extension: 'xml' },
];

/** Saves the latest report of a folder in a chosen format. */
export const exportReport: Command = {
  id: 'archwright.exportReport',
  task: 'export the report',
  async run({ connection }) {
    const folder = await chooseFolder('Choose the folder to export');
    if (!folder) return;
    const picked = await vscode.window.showQuickPick(FORMATS, { placeHolder: 'Choose a format', matchOnDetail: true });
    if (!picked) return;
    const params: ExportReportParams = { folder: folder.uri.toString(), format: picked.format };
    const { content } = await connection.request<ExportReportResult>(EXPORT_REPORT, params);
    const target = await vscode.window.showSaveDialog({
      title: 'Export Archwright Report',
      defaultUri: vscode.Uri.joinPath(folder.uri, `archwright-report.${picked.extension}`),
      filters: { [picked.label]: [picked.extension] },
    });
    if (!target) return;
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(content));
    const chosen = await vscode.window.showInformationMessage(`Report saved as ${vscode.workspace.asRelativePath(target)}.`, 'Open');
    if (chosen) await vscode.commands.executeCommand('vscode.open', target);
  },
};
