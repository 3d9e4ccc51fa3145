/** Scripted sessions against the built server: what can be done about a finding in a notebook. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CodeActionKind, type CodeAction, type Range, type TextDocumentEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CLIENT_COMMANDS, FIX_ALL_KIND } from '../../server/protocol/lsp.ts';
import { LspClient } from '../kit/lsp-client.ts';
import { NotebookInEditor, notebookFile, type NewCell } from '../kit/notebook-in-editor.ts';
import { removeTemporaryFolders, temporaryFolder } from '../kit/temporary-folder.ts';

const RULE = 'quality/mutable-default';
const BAD = 'def f(a: list = []) -> list:\n    """F."""\n    return a';
const AT: Range = { start: { line: 1, character: 17 }, end: { line: 1, character: 17 } };
const CELLS: NewCell[] = [{ text: 'import os' }, { text: `%time\n${BAD}` }];
const titles = (actions: readonly CodeAction[]): string[] => actions.map(({ title }) => title);

describe('language server: actions in notebooks', () => {
  let client: LspClient | undefined;
  let root: string;
  let file: string;

  async function start(cells: NewCell[], resolvesActions = true): Promise<LspClient> {
    root = temporaryFolder({ 'a.ipynb': notebookFile(cells) });
    file = join(root, 'a.ipynb');
    client = await LspClient.start([root], { resolvesActions });
    await client.reviewed();
    return client;
  }
  async function open(cells: NewCell[], typed: [index: number, text: string], line: number): Promise<NotebookInEditor> {
    const notebook = await NotebookInEditor.open(await start(cells), file, cells);
    await notebook.edit(...typed);
    await client!.until('the finding', () => notebook.linesOf(RULE)[typed[0]]!.includes(line));
    // What is shown at once is judged with the whole a moment later.
    await client!.until('the whole to be judged', () =>
      client!.known!.folders[0]!.report!.findings.some(({ ruleId, range }) => ruleId === RULE && range.start.line > 5 + line),
    );
    return notebook;
  }

  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });
  after(removeTemporaryFolders);

  it('fixes an unsaved cell in place', async () => {
    const notebook = await open(CELLS, [1, `%time\n\n# typed\n${BAD}`], 3);
    const at: Range = { start: { line: 3, character: 17 }, end: { line: 3, character: 17 } };
    const actions = await notebook.actions(1, at, [CodeActionKind.QuickFix]);
    const fix = actions.find(({ title }) => title === 'Default to None and create it inside');
    assert.ok(fix?.edit, titles(actions).join());
    assert.deepEqual(notebook.after(fix.edit), ['import os', '%time\n\n# typed\ndef f(a: list | None = None) -> list:\n    """F."""\n    if a is None:\n  '
      + '      a = []\n    return a']);
    assert.deepEqual(fix.diagnostics![0]!.range, { start: { line: 3, character: 16 }, end: { line: 3, character: 18 } });
    assert.deepEqual(
      (await notebook.actions(0, { start: { line: 0, character: 0 }, end: { line: 0, character: 9 } })).filter(({ title }) => title.includes(RULE)),
      [],
      'another cell has its own',
    );
  });

  it('suppresses by a comment in the cell, explains and accepts', async () => {
    const notebook = await open(CELLS, [1, `%time\n# typed\n${BAD}`], 2);
    const actions = await notebook.actions(1, { start: { line: 2, character: 17 }, end: { line: 2, character: 17 } });
    const { uri } = notebook.cells[1]!;
    const by = (title: string): unknown => actions.find((each) => each.title === title)?.command?.arguments?.[0];
    assert.deepEqual(by(`Suppress ${RULE} for this line …`), { uri, ruleId: RULE, line: 2, scope: 'next-line', commentPrefix: '#' });
    assert.deepEqual(by(`Suppress ${RULE} in this notebook …`), { uri, ruleId: RULE, line: 2, scope: 'file', commentPrefix: '#' });
    assert.equal(by(`Explain ${RULE}`), RULE);
    assert.ok(by('Add this finding to the baseline'));
    await notebook.edit(1, `%time\n# archwright-ignore ${RULE} -- shared on purpose\n${BAD}`);
    await client!.until('the finding to be silent', () => notebook.linesOf(RULE)[1]!.length === 0);
    await notebook.edit(1, BAD);
    await client!.until('the finding again', () => notebook.linesOf(RULE)[1]!.length === 1);
    await notebook.edit(0, `# archwright-ignore-file ${RULE} -- shared on purpose\nimport os`);
    await client!.until('the whole notebook to be silent', () => notebook.linesOf(RULE).flat().length === 0);
  });

  it('sorts the imports of one cell, and none across cells', async () => {
    const unsorted = 'import pandas\nimport os\n\nprint(os, pandas)';
    const one = await start([{ text: unsorted }, { text: 'x = 1' }]);
    const notebook = await NotebookInEditor.open(one, file, [{ text: unsorted }, { text: 'x = 1' }]);
    await one.until('the finding', () => notebook.linesOf('quality/import-order').flat().length > 0);
    const line = notebook.linesOf('quality/import-order')[0]![0]!;
    const at: Range = { start: { line, character: 0 }, end: { line, character: 9 } };
    const fix = (await notebook.actions(0, at)).find(({ title }) => title === 'Sort the imports');
    assert.ok(fix?.edit);
    assert.deepEqual(notebook.after(fix.edit), ['import os\n\nimport pandas\n\nprint(os, pandas)', 'x = 1']);
    await notebook.edit(0, 'import pandas');
    await notebook.edit(1, 'import os\nprint(os, pandas)');
    await one.until('one block of imports in two cells', () => notebook.linesOf('quality/import-order')[1]!.length > 0);
    for (const cell of [0, 1])
      assert.ok(!titles(await notebook.actions(cell, { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } })).includes('Sort the imports'));
  });

  it('asks nothing of the file whose cells are open', async () => {
    const notebook = await open(CELLS, [1, `%time\n# typed\n${BAD}`], 2);
    const whole: Range = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
    assert.deepEqual(await client!.actions(file, whole), []);
    assert.ok((await notebook.actions(1, whole)).length > 3);
    assert.deepEqual((await notebook.actions(1, whole, [FIX_ALL_KIND])).map(({ kind }) => kind).filter((kind) => kind !== FIX_ALL_KIND), []);
  });

  it('never breaks a notebook that is open as JSON', async () => {
    const lsp = await start([{ text: BAD }], false);
    await lsp.open(file);
    const text = notebookFile([{ text: `# typed, "not" saved\n${BAD}` }]);
    await lsp.edit(file, text);
    const found = (): Range | undefined =>
      lsp.diagnosticsOf(file).find(({ code, range }) => code === RULE && text.split('\n')[range.start.line]!.includes('def f'))?.range;
    await lsp.until('the finding', () => found() !== undefined);
    const actions = await lsp.actions(file, found()!);
    assert.deepEqual(titles(actions).filter((title) => title.startsWith('Suppress')), [], 'JSON has no comments');
    assert.ok(actions.some(({ command }) => command?.command === CLIENT_COMMANDS.explainRule));
    const fix = actions.find(({ title }) => title === 'Default to None and create it inside')!;
    const [change] = fix.edit!.documentChanges as TextDocumentEdit[];
    assert.equal(change!.textDocument.uri, pathToFileURL(file).href);
    const fixed = TextDocument.applyEdits(TextDocument.create(file, 'json', 1, text), change!.edits as { range: Range; newText: string }[]);
    const { cells } = JSON.parse(fixed) as { cells: { source: string[] }[] };
    assert.equal(cells[0]!.source.join(''), '# typed, "not" saved\ndef f(a: list | None = None) -> list:\n    """F."""\n    if a is None:\n        a = '
      + '[]\n    return a');
  });

  it('sends the same to a client that takes edits at once', async () => {
    const lsp = await start(CELLS, false);
    const notebook = await NotebookInEditor.open(lsp, file, CELLS);
    await lsp.until('the finding', () => notebook.linesOf(RULE)[1]!.length === 1);
    assert.ok((await notebook.actions(1, AT)).some(({ edit }) => edit !== undefined));
  });
});
