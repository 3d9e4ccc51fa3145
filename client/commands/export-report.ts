import * as vscode from 'vscode';
import { EXPORT_REPORT, type ExportFormat, type ExportReportParams, type ExportReportResult } from '../../server/protocol/lsp.ts';
import { chooseFolder } from './choose-folder.ts';
import type { Command } from './command.ts';

const FORMATS: { label: string; detail: string; format: ExportFormat; extension: string }[] = [
  { label: 'HTML', detail: 'One page to read and to send on', format: 'html', extension: 'html' },
  { label: 'Markdown', detail: 'For a pull request or a wiki', format: 'markdown', extension: 'md' },
  { label: 'JSON', detail: 'Everything, for programs', format: 'json', extension: 'json' },
  { label: 'SARIF', detail: 'For code scanning', format: 'sarif', extension: 'sarif' },
  { label: 'JUnit', detail: 'For a CI server that shows tests', format: 'junit', extension: 'xml' },
];

/** Saves the newest report of a folder in a chosen format. */
export const exportReport: Command = {
  id: 'archwright.exportReport',
  task: 'export the report',
  async run({ connection }) {
    const folder = await chooseFolder('Export the report of which folder?');
    if (!folder) return;
    const picked = await vscode.window.showQuickPick(FORMATS, { placeHolder: 'In which format?', matchOnDetail: true });
    if (!picked) return;
    const params: ExportReportParams = { folder: folder.uri.toString(), format: picked.format };
    const { content } = await connection.request<ExportReportResult>(EXPORT_REPORT, params);
    const target = await vscode.window.showSaveDialog({
      title: 'Export the Archwright report',
      defaultUri: vscode.Uri.joinPath(folder.uri, `archwright-report.${picked.extension}`),
      filters: { [picked.label]: [picked.extension] },
    });
    if (!target) return;
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(content));
    const chosen = await vscode.window.showInformationMessage(`Report saved as ${vscode.workspace.asRelativePath(target)}.`, 'Open');
    if (chosen) await vscode.commands.executeCommand('vscode.open', target);
  },
};
