/** Scripted sessions against the built server: quick fixes, baseline, commands, nonsense. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse, type ParseError } from 'jsonc-parser';
import { CodeActionKind, type CodeAction, type TextDocumentEdit } from 'vscode-languageserver/node';
import {
  BASELINE,
  EXPLAIN,
  EXPORT_REPORT,
  FIX_ALL_KIND,
  HOOKS,
  PROPOSE_CONFIGURATION,
  REVIEW,
  RULES,
  type ReviewResult,
  type RuleSummary,
} from '../../server/protocol/lsp.ts';
import { commitAll } from '../kit/git-repository.ts';
import { LspClient } from '../kit/lsp-client.ts';
import { removeTemporaryFolders, temporaryFolder } from '../kit/temporary-folder.ts';

const A = "import { B } from './b';\n\n/** A. */\nexport class A {\n  other?: B;\n}\n";
const B = "import { A } from './a';\n\n/** B. */\nexport class B {\n  readonly made = new A();\n}\n";
const folder = (): string => temporaryFolder({ 'package.json': '{ "name": "pair" }\n', 'src/a.ts': A, 'src/b.ts': B });
const IMPORT = { start: { line: 0, character: 0 }, end: { line: 0, character: 23 } };
const titles = (actions: readonly CodeAction[]): string[] => actions.map((action) => action.title);

describe('language server: actions and requests', () => {
  let client: LspClient | undefined;
  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });
  after(removeTemporaryFolders);

  it('opens a cycle by `import type` in an unsaved buffer, and both ends clear', async () => {
    const root = folder();
    const [a, b] = [join(root, 'src/a.ts'), join(root, 'src/b.ts')];
    client = await LspClient.start([root], { resolvesActions: true });
    await client.reviewed();
    const unsaved = `// Typed and not saved.\n${A}`;
    await client.open(a);
    await client.edit(a, unsaved);
    await client.until('the finding on the second line', () =>
      client!.diagnosticsOf(a).some((each) => each.code === 'architecture/import-cycle' && each.range.start.line === 1),
    );
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 23 } };
    const action = (await client.actions(a, range, [CodeActionKind.QuickFix])).find((each) => each.data !== undefined && /type/i.test(each.title));
    assert.ok(action, titles(await client.actions(a, range)).join(', '));
    assert.equal(action.edit, undefined, 'edits are worked out when the action is chosen');
    const [change] = (await client.resolve(action))!.documentChanges as TextDocumentEdit[];
    assert.equal(change!.textDocument.uri, pathToFileURL(a).href);
    assert.deepEqual(change!.edits, [{ range: { start: { line: 1, character: 6 }, end: { line: 1, character: 6 } }, newText: ' type' }]);
    await client.edit(a, unsaved.replace('import {', 'import type {'));
    await client.until('both ends to clear', () => [a, b].every((file) => !client!.rulesIn(file).includes('architecture/import-cycle')));
    assert.equal(readFileSync(a, 'utf8'), A);
  });

  it('sends the edits at once to a client that cannot ask for them', async () => {
    const root = folder();
    client = await LspClient.start([root]);
    await client.reviewed();
    const actions = await client.actions(join(root, 'src/a.ts'), IMPORT);
    assert.ok(actions.some((action) => action.edit !== undefined), titles(actions).join(', '));
  });

  it('starts documentation with the cursor where words are missing, only in editors that can', async () => {
    const root = temporaryFolder({ 'src/a.ts': 'export function half(value: number): number {\n  return value / 2;\n}\n' });
    const file = join(root, 'src/a.ts');
    const place = { start: { line: 0, character: 16 }, end: { line: 0, character: 20 } };
    const begun = (actions: readonly CodeAction[]): CodeAction | undefined => actions.find(({ title }) => title === 'Add a documentation skeleton');
    client = await LspClient.start([root], { snippets: true });
    await client.reviewed();
    const [change] = begun(await client.actions(file, place))!.edit!.documentChanges as TextDocumentEdit[];
    const start = { line: 0, character: 0 };
    assert.deepEqual(change!.edits, [{ range: { start, end: start }, snippet: { kind: 'snippet', value: '/** ${1} */\n' } }]);
    await client.stop();
    client = await LspClient.start([root]);
    await client.reviewed();
    assert.equal(begun(await client.actions(file, place)), undefined);
  });

  it('offers to suppress, to accept and to explain every finding', async () => {
    const root = folder();
    client = await LspClient.start([root], { resolvesActions: true });
    await client.reviewed();
    const actions = await client.actions(join(root, 'src/b.ts'), IMPORT);
    for (const title of [
      'Suppress architecture/import-cycle for this line …',
      'Suppress architecture/import-cycle in this file …',
      'Add this finding to the baseline',
      'Explain architecture/import-cycle',
    ]) {
      assert.ok(titles(actions).includes(title), `${title}: ${titles(actions).join(', ')}`);
    }
    const suppress = actions.find((action) => action.title.startsWith('Suppress architecture/import-cycle for'))!;
    assert.deepEqual(suppress.command!.arguments, [
      { uri: pathToFileURL(join(root, 'src/b.ts')).href, ruleId: 'architecture/import-cycle', line: 0, scope: 'next-line', commentPrefix: '//' },
    ]);
    assert.deepEqual(
      await client
        .actions(join(root, 'src/b.ts'), IMPORT, [FIX_ALL_KIND])
        .then((list) => list.map((action) => action.kind))
        .then((kinds) => kinds.filter((kind) => kind !== FIX_ALL_KIND)),
      [],
    );
  });

  it('turns an accepted finding into a hint, or hides it', async () => {
    const root = folder();
    const a = join(root, 'src/a.ts');
    client = await LspClient.start([root]);
    await client.reviewed();
    const severity = (): number | undefined => client!.diagnosticsOf(a).find((each) => each.code === 'architecture/import-cycle')?.severity;
    assert.notEqual(severity(), 4);
    const fingerprint = (client.diagnosticsOf(a).find((each) => each.code === 'architecture/import-cycle')!.data as { fingerprint: string }).fingerprint;
    assert.deepEqual(await client.connection.sendRequest(BASELINE, { folder: pathToFileURL(root).href, fingerprint }), {
      path: 'archwright-baseline.json',
      count: 1,
    });
    await client.until('the hint', () => severity() === 4);
    await client.until('the report to know', () => client!.known!.folders[0]!.report!.findings.filter((finding) => finding.baseline).length === 1);
  });

  it('answers every request of the protocol', async () => {
    const root = folder();
    commitAll(root, 'first');
    const key = pathToFileURL(root).href;
    client = await LspClient.start([root]);
    await client.reviewed();
    const { connection } = client;
    const rules = await connection.sendRequest<RuleSummary[]>(RULES);
    assert.ok(rules.some((rule) => rule.id === 'architecture/import-cycle' && rule.fixable));
    assert.match(
      (await connection.sendRequest<{ markdown: string }>(EXPLAIN, { ruleId: 'architecture/import-cycle' })).markdown,
      /^# architecture\/import-cycle/,
    );
    assert.deepEqual(await connection.sendRequest(EXPLAIN, { ruleId: 'no/such-rule' }), { markdown: null });
    const reviewed = await connection.sendRequest<ReviewResult>(REVIEW, {});
    assert.equal(reviewed.folders[0]!.total, client.known!.folders[0]!.report!.score.total);
    assert.match((await connection.sendRequest<{ content: string }>(EXPORT_REPORT, { folder: key, format: 'sarif' })).content, /"version": "2\.1\.0"/);
    const proposal = await connection.sendRequest<{ text: string; existing: string | null }>(PROPOSE_CONFIGURATION, { folder: key });
    assert.equal(proposal.existing, null);
    const errors: ParseError[] = [];
    assert.deepEqual(Object.keys(parse(proposal.text, errors, { allowTrailingComma: true }) as object), [
      'version',
      'profile',
      'architecture',
      'blocks',
      'rules',
    ]);
    assert.deepEqual(errors, []);
    assert.match((await connection.sendRequest<{ message: string }>(HOOKS, { folder: key, action: 'install' })).message, /Installed/);
    assert.ok(existsSync(join(root, '.git/hooks/pre-commit')));
  });

  it('keeps a log of reviews and commits, and writes it as CSV', async () => {
    const root = temporaryFolder({ 'src/a.ts': A, 'src/b.ts': B, '.gitignore': 'logs/\n' });
    commitAll(root, 'SHOP-7 first, with "quotes"');
    client = await LspClient.start([root], { settings: { trackReviews: true } });
    await client.reviewed();
    assert.ok(!existsSync(join(root, 'logs')), 'opening a folder writes nothing into it');
    await client.connection.sendRequest(REVIEW, {});
    await client.until('the log', () => client!.known!.folders[0]!.log.length === 2);
    const [issue, review] = client.known!.folders[0]!.log;
    assert.deepEqual([issue!.kind, issue!.issue, issue!.summary, issue!.branch, issue!.status], ['issue', 'SHOP-7', 'first, with "quotes"', 'main', 'Done']);
    assert.deepEqual(
      [review!.kind, review!.score, review!.commit, review!.delta],
      ['review', client.known!.folders[0]!.report!.score.total, issue!.commit, null],
    );
    assert.match(readFileSync(join(root, 'logs/project_tracking.csv'), 'utf8'), /^Issue Key,Project Key,Summary,Description,/);
    assert.match(readFileSync(join(root, 'logs/reviews.csv'), 'utf8'), /^Time,Commit,Branch,Issue Key,Score,[^\n]*\n[^\n]*,main,SHOP-7,/);
  });

  it('touches neither git nor hooks in an untrusted workspace', async () => {
    const root = folder();
    commitAll(root, 'SHOP-8 first');
    client = await LspClient.start([root], { trusted: false, settings: { trackReviews: true } });
    await client.reviewed();
    await client.connection.sendRequest(REVIEW, {});
    await client.until('the log', () => client!.known!.folders[0]!.log.length === 1);
    assert.deepEqual(client.known!.folders[0]!.log.map((row) => [row.kind, row.commit]), [['review', '']]);
    await assert.rejects(client.connection.sendRequest(HOOKS, { folder: pathToFileURL(root).href, action: 'install' }), /untrusted workspace/);
    assert.ok(!existsSync(join(root, '.git/hooks/pre-commit')));
  });

  it('survives a client that sends nonsense', async () => {
    const root = folder();
    client = await LspClient.start([root]);
    await client.reviewed();
    const { connection } = client;
    await assert.rejects(connection.sendRequest('archwright/noSuchThing', { a: 1 }));
    await assert.rejects(connection.sendRequest(BASELINE, { folder: 'file:///not/open' }), /is not open/);
    await assert.rejects(connection.sendRequest(BASELINE, null));
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: 'file:///never/opened.ts', version: 3 },
      contentChanges: [{ text: 'x' }],
    });
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: 'untitled:Untitled-1', languageId: 'typescript', version: 1, text: 'const = ;' },
    });
    await connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: 'git:/x', type: 1 }, { uri: 'file:///%ff', type: 2 }] });
    assert.deepEqual(await client.actions('/never/opened.ts', IMPORT), []);
    const file = join(root, 'src/a.ts');
    await client.open(file);
    for (const text of ['', '\0', '{'.repeat(2000), 'import '.repeat(500), '`${', '/*', 'class {']) await client.edit(file, text);
    await client.edit(file, B.replace('./a', './b').replace('A }', 'B as A }'));
    await client.edit(file, A);
    await client.until('the cycle, as if nothing had been', () => client!.rulesIn(file).includes('architecture/import-cycle'));
    assert.equal(await client.stop(), 0);
    client = undefined;
  });
});
