import * as vscode from 'vscode';
import type { PanelFolder } from '../../server/protocol/panel.ts';
import { counted } from '../../server/text/wording.ts';
import { fileUri } from '../open-location.ts';

const MOST_FILES = 500;

/**
 * Opens the one file of a block, or lets the user pick from its files, those with findings first.
 *
 * @throws when the block or its files are not there.
 */
export async function openBlock(folder: PanelFolder | undefined, blockId: string): Promise<void> {
  const block = folder?.report?.graph.blocks.find(({ id }) => id === blockId);
  if (!folder || !block) throw new Error(`there is no block "${blockId}" in the newest review`);
  const paths = await filesOf(folder.key, block.paths);
  const findings = new Map<string, number>();
  for (const { path } of folder.report?.findings ?? []) findings.set(path, (findings.get(path) ?? 0) + 1);
  const [only] = paths;
  if (only === undefined) throw new Error(`no file of the block "${blockId}" was found`);
  if (paths.length === 1) {
    await vscode.commands.executeCommand('vscode.open', fileUri(folder.key, only));
    return;
  }
  paths.sort((a, b) => (findings.get(b) ?? 0) - (findings.get(a) ?? 0) || a.localeCompare(b));
  const items = paths.map((path) => {
    const count = findings.get(path) ?? 0;
    return { label: path, ...(count > 0 && { description: counted(count, 'finding') }) };
  });
  const picked = await vscode.window.showQuickPick(items, { placeHolder: `Files of the block ${blockId}` });
  if (picked) await vscode.commands.executeCommand('vscode.open', fileUri(folder.key, picked.label));
}

/** Paths, relative to the folder, that a block's patterns match; a pattern may name a folder as such. */
export async function filesOf(folderKey: string, patterns: readonly string[]): Promise<string[]> {
  const root = vscode.Uri.parse(folderKey);
  const found = await Promise.all(patterns.flatMap((pattern) => {
    const plain = pattern.replace(/\/+$/u, '');
    const globs = /[*?{]/u.test(plain) ? [plain] : [plain, `${plain}/**`];
    return globs.map((glob) => vscode.workspace.findFiles(new vscode.RelativePattern(root, glob), undefined, MOST_FILES));
  }));
  const prefix = `${root.path.replace(/\/$/u, '')}/`;
  const paths = found.flat().map((uri) => uri.path.slice(prefix.length)).filter((path) => SOURCE.test(path));
  return [...new Set(paths)].sort();
}

const SOURCE = /\.(?:[cm]?[jt]sx?|pyi?|ipynb)$/u;
