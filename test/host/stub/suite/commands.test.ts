import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { archwright, eventually, EXTENSION_ID, firstFolder, reviewed } from '../../launch/inside.ts';

interface Manifest {
  contributes: { commands: { command: string }[]; menus: { commandPalette: { command: string; when: string }[] } };
}

/** Runs "Explain Rule" and waits for a page whose text fits. VS Code refreshes a known page a little later. */
async function explained(ruleId: string, fits: (text: string) => boolean): Promise<string> {
  await vscode.commands.executeCommand('archwright.explainRule', ruleId);
  const uri = vscode.Uri.from({ scheme: 'archwright', path: `/${ruleId}.md` });
  return await eventually(`the page of ${ruleId}`, async () => {
    const text = (await vscode.workspace.openTextDocument(uri)).getText();
    return fits(text) ? text : undefined;
  });
}

/** Id of the server's process, another one than `before`. */
function serverProcess(before = ''): Promise<string> {
  return explained('stub/process', (text) => /^process: \d+$/u.test(text) && text !== before);
}

describe('the client with a scripted server: commands', () => {
  before(async () => reviewed(await archwright()));
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('registers every command that the manifest names, and no other', async () => {
    const { contributes } = vscode.extensions.getExtension(EXTENSION_ID)?.packageJSON as Manifest;
    const named = contributes.commands.map(({ command }) => command).sort();
    const registered = (await vscode.commands.getCommands(true))
      .filter((id) => /^archwright\.(?!.*\.(focus|open|removeView|resetViewLocation|toggleVisibility))/u.test(id))
      .sort();
    assert.deepEqual(registered, named);
  });

  it('hides the commands that need an argument from the palette', () => {
    const { contributes } = vscode.extensions.getExtension(EXTENSION_ID)?.packageJSON as Manifest;
    const hidden = contributes.menus.commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command);
    assert.deepEqual(hidden.sort(), ['archwright.addToBaseline', 'archwright.showBlock', 'archwright.showUses', 'archwright.suppressWithReason']);
  });

  it('explains a rule in a rendered page', async () => {
    await explained('quality/long-function', (text) => text === '# quality/long-function\n\nWhy it matters.');
    await eventually(
      'the preview',
      () => vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => input instanceof vscode.TabInputWebview)) || undefined,
    );
  });

  it('shows the uses of a code lens beside the code', async () => {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(firstFolder().uri, 'src/web/page.ts'));
    await vscode.window.showTextDocument(document);
    const [lens] = await eventually('the lens', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 10);
      return found.length > 0 ? found : undefined;
    });
    assert.deepEqual([lens!.command!.title, lens!.command!.command], ['used by 1 block', 'archwright.showUses']);
    await vscode.commands.executeCommand(lens!.command!.command, ...lens!.command!.arguments!);
  });

  it('accepts a tree node for the rule that it shows', async () => {
    await vscode.commands.executeCommand('archwright.explainRule', { ruleId: 'quality/naming' });
    await eventually('the page', () => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'archwright' && uri.path === '/quality/naming.md'));
  });

  it('survives a request that the server answers with an error', async () => {
    await vscode.commands.executeCommand('archwright.explainRule', 'stub/error');
    await explained('quality/naming', (text) => text.includes('naming'));
  });

  it('shows a proposed configuration as an unsaved document in its place', async () => {
    // The command ends when the user answers its message; the document is there before.
    void vscode.commands.executeCommand('archwright.createConfiguration');
    const document = await eventually('the proposal', () =>
      vscode.window.activeTextEditor?.document.fileName.endsWith('archwright.jsonc') && vscode.window.activeTextEditor.document.getText().includes('layered')
        ? vscode.window.activeTextEditor.document
        : undefined,
    );
    assert.equal(document.isUntitled, true);
    assert.equal(document.languageId, 'jsonc');
    assert.match(document.getText(), /^\/\/ Proposed by Archwright\.\n/u);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

describe('the client with a scripted server: commands of the terminal', () => {
  before(async () => reviewed(await archwright()));
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  /** The page of this name, once its text fits. */
  async function page(name: string, wanted: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme: 'archwright', path: `/${name}.md` });
    const isThere = async (): Promise<boolean> => (await vscode.workspace.openTextDocument(uri)).getText() === `# ${name}\n\n${wanted}\n`;
    await eventually(`the page ${name}`, async () => await isThere() || undefined);
  }

  it('opens at once what is no verdict', async () => {
    await vscode.commands.executeCommand('archwright.showWorkReport', 'velocity');
    await page('report', '{"kind":"report","report":"velocity"}');
    await vscode.commands.executeCommand('archwright.showMaturity');
    await page('maturity', '{"kind":"maturity"}');
    await vscode.commands.executeCommand('archwright.showChanges');
    await page('changes', 'none');
  });

  it('opens a document as a draft that can be changed and saved', async () => {
    await vscode.commands.executeCommand('archwright.writeScrumDocument', 'planning');
    const isDraft = ({ isUntitled, languageId }: vscode.TextDocument): boolean => isUntitled && languageId === 'markdown';
    const draft = await eventually('the draft', () => vscode.workspace.textDocuments.find(isDraft));
    assert.match(draft.getText(), /"document":"planning"/u);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

describe('the client with a scripted server: life cycle', () => {
  before(async () => reviewed(await archwright()));

  it('tells the server about trust', async () => {
    await explained('stub/trust', (text) => text === 'trusted: true');
  });

  it('restarts a server that crashed', async () => {
    const first = await serverProcess();
    await vscode.commands.executeCommand('archwright.explainRule', 'stub/crash');
    await serverProcess(first);
  });

  it('starts a fresh server on request', async () => {
    const first = await serverProcess();
    await vscode.commands.executeCommand('archwright.restartServer');
    await serverProcess(first);
  });

  it('gives up after too many crashes, and comes back on request', async () => {
    let last = await serverProcess();
    for (let restarts = 0; restarts < 4; restarts += 1) {
      await vscode.commands.executeCommand('archwright.explainRule', 'stub/crash');
      last = await serverProcess(last);
    }
    await vscode.commands.executeCommand('archwright.explainRule', 'stub/crash');
    // A request waits for a server that is being restarted, so a page without text means that there is none.
    const page = vscode.Uri.from({ scheme: 'archwright', path: '/quality/after-the-crash.md' });
    await vscode.commands.executeCommand('archwright.explainRule', 'quality/after-the-crash');
    assert.match((await vscode.workspace.openTextDocument(page)).getText(), /earlier session/u);
    await vscode.commands.executeCommand('archwright.restartServer');
    await serverProcess(last);
  });
});
