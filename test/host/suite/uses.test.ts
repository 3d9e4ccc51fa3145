/** Hovers over blocks and code lenses over what others use, as VS Code gets them. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { replace } from '../launch/inside-findings.ts';
import { archwright, eventually, file, reviewed } from '../launch/inside.ts';

const ORDERS = 'src/domain/orders/orders.ts';

/** What Archwright shows over a place; other extensions may show more. */
async function hovers(uri: vscode.Uri, position: vscode.Position): Promise<vscode.MarkdownString[]> {
  const found = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  return found.flatMap(({ contents }) => contents as vscode.MarkdownString[]).filter(({ value }) => value.startsWith('### Block '));
}

/** Archwright's lenses with their words, by line. */
async function lenses(uri: vscode.Uri): Promise<[line: number, title: string][]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 100);
  return found.filter(({ command }) => command?.command === 'archwright.showUses').map(({ range, command }) => [range.start.line, command!.title]);
}

const ALL: [number, string][] = [
  [0, 'used by 2 blocks, no tests'], [3, 'used by 1 block, no tests'], [11, 'used by 1 block, no tests'],
];

describe('hovers and code lenses', () => {
  before(async () => reviewed(await archwright()));
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.getConfiguration('archwright').update('codeLens.enable', undefined, vscode.ConfigurationTarget.Workspace);
  });

  it('shows the block over an import, with a link to the graph that works, and nothing over other code', async () => {
    const document = await vscode.workspace.openTextDocument(file('src/web/page.ts'));
    await vscode.window.showTextDocument(document);
    const [shown] = await eventually('the hover', async () => {
      const found = await hovers(document.uri, new vscode.Position(0, 30));
      return found.length > 0 ? found : undefined;
    });
    const card = /^### Block orders\n\nState: active {2}\nHealth .*\nUsed by prices, web {2}\n\[Show in graph\]\(<command:archwright\.showBlock\?[^>]+>\)$/u;
    assert.match(shown!.value, card);
    assert.deepEqual(shown!.isTrusted, { enabledCommands: ['archwright.showBlock'] });
    const [address] = /command:[^>]+/u.exec(shown!.value)!;
    const { path, query } = vscode.Uri.parse(address!, true);
    await vscode.commands.executeCommand(path, ...JSON.parse(query) as unknown[]);
    await eventually('the panel', () => vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label === 'Archwright')) || undefined);
    assert.deepEqual(await hovers(document.uri, new vscode.Position(2, 20)), []);
  });

  it('shows who uses a block and what it exports, follows an edit, and opens the places', async () => {
    const document = await vscode.workspace.openTextDocument(file(ORDERS));
    await vscode.window.showTextDocument(document);
    await eventually('the lenses', async () => ((await lenses(document.uri)).length > 0 ? true : undefined));
    assert.deepEqual(await lenses(document.uri), ALL);
    await replace(document, 'export function total', 'export function summed');
    await eventually('the names that are missed', async () => {
      const [first, ...others] = await lenses(document.uri);
      return JSON.stringify([first, ...others]) === JSON.stringify([
        [0, 'orders: used by 2 blocks, no tests'], [0, 'this edit breaks 1 block, no tests: total is gone'], [3, 'used by 1 block, no tests'],
      ]) || undefined;
    });
    const found = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 100);
    const gone = found.find(({ command }) => command?.title.startsWith('this edit'))!.command!;
    await vscode.commands.executeCommand(gone.command, ...gone.arguments!);
  });

  it('shows no lens when they are switched off', async () => {
    const document = await vscode.workspace.openTextDocument(file(ORDERS));
    await vscode.window.showTextDocument(document);
    await vscode.workspace.getConfiguration('archwright').update('codeLens.enable', false, vscode.ConfigurationTarget.Workspace);
    await eventually('no lens', async () => ((await lenses(document.uri)).length === 0 ? true : undefined));
  });
});
