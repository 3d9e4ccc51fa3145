import * as vscode from 'vscode';
import type { FromPanel } from '../../server/protocol/panel.ts';

const KINDS: Record<NewFile['mime'], [string, string]> = {
  'image/svg+xml': ['SVG image', 'svg'],
  'image/png': ['PNG image', 'png'],
  'text/csv': ['CSV table', 'csv'],
};

/** A file with a suggested name. */
interface NewFile {
  suggestedName: string;
  mime: Extract<FromPanel, { type: 'save' }>['mime'] | 'text/csv';
  base64: string;
}

/**
 * Asks for a location and writes a file.
 *
 * @param folderKey URI of the suggested folder; null when no folder is shown.
 */
export async function saveFile({ suggestedName, mime, base64 }: NewFile, folderKey: string | null): Promise<void> {
  const [label, extension] = KINDS[mime];
  // Only the last part is used: the page may suggest a name, but not a location.
  const name = suggestedName.split(/[/\\]/u).pop() || `archwright.${extension}`;
  const folder = folderKey === null ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.parse(folderKey);
  const target = await vscode.window.showSaveDialog({
    title: `Save as ${label}`,
    filters: { [label]: [extension] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
  });
  if (!target) return;
  await vscode.workspace.fs.writeFile(target, Buffer.from(base64, 'base64'));
  vscode.window.setStatusBarMessage(`Archwright: saved ${vscode.workspace.asRelativePath(target)}`, 5000);
}
