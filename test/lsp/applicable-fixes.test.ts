/** Fixes that cannot be carried out are not offered: how long that may take, and a scripted session against the built server. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CodeActionKind, type CodeAction, type CreateFile } from 'vscode-languageserver/node';
import { fixDecider } from '../../server/lsp/requests/applicable-fixes.ts';
import { FIX_ALL_KIND } from '../../server/protocol/lsp.ts';
import { LspClient } from '../kit/lsp-client.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

const UNKNOWN = 'Replace any with unknown';
const SORT = 'Sort the imports by group';
const LINE = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 100 } });
const named = (actions: readonly CodeAction[], title: string): CodeAction | undefined => actions.find((action) => action.title === title);

describe('fixDecider', () => {
  it('tries fixes for a short time, and offers what is not decided by then', () => {
    let time = 0;
    const asked: string[] = [];
    const kept = new Map<string, boolean>();
    const decides = fixDecider(kept, () => time);
    const fix = (name: string, ms: number, answer: boolean): boolean => decides(name, () => {
      asked.push(name);
      time += ms;
      return answer;
    });
    assert.deepEqual(
      [fix('quick', 1, false), fix('applies', 1, true), fix('slow', 147, false), fix('last', 500, false), fix('late', 1, false)],
      [false, true, false, false, true],
    );
    assert.deepEqual(asked, ['quick', 'applies', 'slow', 'last']);
    assert.deepEqual([...kept], [['slow', false], ['last', false]]);
  });

  it('does not try slow fixes again, so that others get their turn in the next menu', () => {
    let time = 0;
    const kept = new Map([['last', false]]);
    const decides = fixDecider(kept, () => time);
    assert.equal(decides('last', () => assert.fail('is known')), false);
    time += 149;
    assert.equal(decides('late', () => false), false);
  });
});

describe('language server: fixes that cannot be applied', () => {
  let client: LspClient | undefined;
  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });
  after(removeTemporaryFolders);

  it('does not offer them, and offers them when the code allows it', async () => {
    const uses = '/** Names. */\nexport function nameOf(value: any): string {\n  return value.name;\n}\n';
    const root = temporaryFolder({ 'package.json': '{ "name": "any" }\n', 'src/name.ts': uses });
    const file = join(root, 'src/name.ts');
    client = await LspClient.start([root], { resolvesActions: true });
    await client.reviewed();
    for (const round of ['worked out', 'remembered']) {
      const actions = await client.actions(file, LINE(1), [CodeActionKind.QuickFix]);
      assert.ok(named(actions, 'Explain quality/explicit-any'), 'the finding is there');
      assert.equal(named(actions, UNKNOWN), undefined, round);
    }
    assert.equal(client.known!.folders[0]!.report!.findings.find(({ ruleId }) => ruleId === 'quality/explicit-any')?.fixable, false);

    await client.open(file);
    await client.edit(file, `// Typed.\n${uses.replace('value.name', 'String(value)')}`);
    await client.until('the finding on its new line', () =>
      client!.diagnosticsOf(file).some((each) => each.code === 'quality/explicit-any' && each.range.start.line === 2),
    );
    const action = named(await client.actions(file, LINE(2), [CodeActionKind.QuickFix]), UNKNOWN);
    assert.ok(action, 'it can be carried out now');
    assert.equal(action.edit, undefined, 'its edit is still worked out when it is chosen');
    assert.ok(await client.resolve(action));
  });

  it('refuses a chosen fix that the text no longer allows', async () => {
    const fits = '/** Names. */\nexport function nameOf(value: any): string {\n  return String(value);\n}\n';
    const root = temporaryFolder({ 'package.json': '{ "name": "any" }\n', 'src/name.ts': fits });
    const file = join(root, 'src/name.ts');
    client = await LspClient.start([root], { resolvesActions: true });
    await client.reviewed();
    const action = named(await client.actions(file, LINE(1), [CodeActionKind.QuickFix]), UNKNOWN);
    assert.ok(action);
    await client.open(file);
    await client.edit(file, fits.replace('String(value)', 'value.name'));
    assert.equal(await client.resolve(action), undefined);
    await client.until('the refusal', () => client!.messages.some((message) => message.includes(`"${UNKNOWN}" cannot be applied here`)));
  });

  it('offers to create the folder of a pattern only if it is missing, which removes the finding', async () => {
    const root = temporaryFolder({
      'archwright.jsonc': '{ "layers": [{ "id": "a", "paths": ["a"] }, { "id": "b", "paths": ["b"] },\n  { "id": "c", "paths": ["c"] }] }\n',
      'a/a.ts': '/** A. */\nexport const a = 1;\n',
      'c/readme.txt': 'Words.\n',
    });
    const file = join(root, 'archwright.jsonc');
    client = await LspClient.start([root], { resolvesActions: true });
    await client.reviewed();
    assert.deepEqual(client.rulesIn(file), ['architecture/layout', 'architecture/layout']);
    const offered = (await Promise.all([0, 1].map((line) => client!.actions(file, LINE(line), [CodeActionKind.QuickFix])))).map((actions) =>
      actions.filter(({ data }) => data !== undefined),
    );
    assert.deepEqual(offered.map((actions) => actions.map(({ title }) => title)), [['Create the folder b'], []]);
    const [create] = (await client.resolve(offered[0]![0]!))!.documentChanges as CreateFile[];
    assert.deepEqual([create!.kind, create!.uri], ['create', pathToFileURL(join(root, 'b/.gitkeep')).href]);
    writeIn(root, 'b/.gitkeep', '');
    await client.changedOnDisk(join(root, 'b/.gitkeep'), 1);
    await client.until('one finding less', () => client!.rulesIn(file).length === 1);
  });

  it('does so for safe fixes too, alone and all at once', async () => {
    const mixed = "import { x } from './x';\nimport { readFileSync } from 'node:fs';\n\n/** All. */\nexport const all = [x, readFileSync];\n";
    const root = temporaryFolder({ 'package.json': '{ "name": "order" }\n', 'src/x.ts': '/** X. */\nexport const x = 1;\n', 'src/all.ts': mixed });
    const file = join(root, 'src/all.ts');
    client = await LspClient.start([root], { resolvesActions: true });
    await client.reviewed();
    const offered = async (): Promise<[boolean, boolean]> => {
      const actions = await client!.actions(file, LINE(1));
      return [named(actions, SORT) !== undefined, actions.some(({ kind }) => kind === FIX_ALL_KIND)];
    };
    assert.deepEqual(await offered(), [true, true]);
    await client.open(file);
    // Sorted by hand, and asked before that is judged.
    await client.edit(file, mixed.replace(/^(.*\n)(.*\n)/, '$2$1'));
    assert.deepEqual(await offered(), [false, false]);
  });
});
