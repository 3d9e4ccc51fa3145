import * as vscode from 'vscode';
import { counted } from '../../server/text/wording.ts';
import { fileUri } from '../open-location.ts';
import type { StateStore } from '../state-store.ts';

const MOST_FILES = 500;

/**
 * Opens the file of a block, or lets the user choose one of several, those with findings first.
 *
 * @throws when the block or its files do not exist.
 */
export async function openBlock(states: StateStore, folder: string, blockId: string): Promise<void> {
  const { blocks } = await states.ask(folder, { kind: 'graph' });
  const block = blocks.find(({ id }) => id === blockId);
  if (!block) throw new Error(`the latest review has no block "${blockId}"`);
  const paths = await filesOf(folder, block.paths);
  const findings = new Map((await states.groups(folder, 'file', { block: blockId })).map(({ id, count }) => [id, count]));
  const [only] = paths;
  if (only === undefined) throw new Error(`the block "${blockId}" has no files`);
  if (paths.length === 1) {
    await vscode.commands.executeCommand('vscode.open', fileUri(folder, only));
    return;
  }
  paths.sort((a, b) => (findings.get(b) ?? 0) - (findings.get(a) ?? 0) || a.localeCompare(b));
  const items = paths.map((path) => {
    const count = findings.get(path) ?? 0;
    return { label: path, ...(count > 0 && { description: counted(count, 'finding') }) };
  });
  const picked = await vscode.window.showQuickPick(items, { placeHolder: `Files of the block ${blockId}` });
  if (picked) await vscode.commands.executeCommand('vscode.open', fileUri(folder, picked.label));
}

/** Paths, relative to the folder, that match a block's patterns; a pattern may be the name of a folder. */
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
