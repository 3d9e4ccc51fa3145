/** Versions that were raised too little, in sessions with the built server: they appear after a pause of typing, and a fix raises them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CodeActionKind, DiagnosticSeverity, type Diagnostic, type TextDocumentEdit, type TextEdit } from 'vscode-languageserver/node';
import { REVIEW, TRUST_GRANTED } from '../../server/protocol/lsp.ts';
import { applyTextEdits } from '../kit/apply-edits.ts';
import { placeText } from '../kit/editing/in-process.ts';
import { commitAll, gitIn } from '../kit/git-repository.ts';
import { LspClient, type ClientOptions } from '../kit/lsp-client.ts';
import { reviewJson, runCli } from '../kit/run-cli.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

const RULE = 'architecture/version';
const BEFORE = '/** Places. */\nexport function place(id: string): string {\n  return id;\n}\n';
const AFTER = '/** Places. */\nexport function place(id: string, at: string): string {\n  return id + at;\n}\n';
const PYTHON_BEFORE = 'def place(number: str) -> str:\n    """Places."""\n    return number\n';
const PYTHON_AFTER = 'def place() -> str:\n    """Places."""\n    return ""\n';
const manifest = (version: string): string => `{ "name": "shop", "version": "${version}", "main": "src/index.ts" }\n`;
const SHOP = { 'package.json': manifest('1.2.0'), 'src/index.ts': BEFORE };
/** Nothing is published for so long, where nothing is expected: longer than the pause before the whole is judged. */
const SILENCE_MS = 2500;

/** Where and what, as the command line reports it. */
type Said = readonly [path: string, place: string, severity: string, message: string];

describe('language server: versions', function () {
  // Comparing takes the compiler, which has to be read first.
  this.timeout(180_000);
  let client: LspClient | undefined;
  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });
  after(removeTemporaryFolders);

  function committed(files: Readonly<Record<string, string>>): string {
    const root = temporaryFolder(files);
    commitAll(root, 'release');
    return root;
  }

  async function start(root: string, options: ClientOptions = {}): Promise<LspClient> {
    client = await LspClient.start([root], { ...options, settings: { trackReviews: false }, env: { ARCHWRIGHT_CACHE: temporaryFolder() } });
    await client.reviewed();
    return client;
  }

  const findings = (): [string, Diagnostic][] => [...client!.diagnostics].flatMap(([uri, all]) =>
    all.filter(({ code }) => code === RULE).map((each): [string, Diagnostic] => [fileURLToPath(uri), each]));

  const shown = (root: string): Said[] => findings().map(([file, { range: { start, end }, severity, message }]) => [
    file.slice(root.length + 1), placeText({ start: oneBased(start), end: oneBased(end) }),
    severity === DiagnosticSeverity.Warning ? 'warning' : 'info', String(message),
  ]);

  const reviewed = (root: string): Said[] => reviewJson(root).report.findings.filter(({ ruleId }) => ruleId === RULE)
    .map(({ path, range, severity, message }) => [path, placeText(range), severity, message]);

  const appears = (): Promise<void> => client!.until('the version that was raised too little', () => findings().length > 0, 60_000);
  const goes = (): Promise<void> => client!.until('it to go', () => findings().length === 0, 60_000);

  /** @param inside the file of the version, relative to the folder @returns its text with the fix at a finding */
  async function raised(root: string, file: string, inside: string): Promise<string> {
    const { range } = client!.diagnosticsOf(file).find(({ code }) => code === RULE)!;
    const actions = await client!.actions(file, range, [CodeActionKind.QuickFix]);
    const action = actions.find(({ title }) => title === 'Raise the version of "shop" to 2.0.0');
    assert.ok(action, actions.map(({ title }) => title).join(', '));
    const [change, ...more] = action.edit!.documentChanges as TextDocumentEdit[];
    assert.deepEqual([fileURLToPath(change!.textDocument.uri), more.length], [join(root, inside), 0]);
    const edits = (change!.edits as TextEdit[]).map(({ range: { start, end }, newText }) => ({
      span: [start.line + 1, start.character + 1, end.line + 1, end.character + 1] as const, text: newText,
    }));
    return applyTextEdits(readFileSync(join(root, inside), 'utf8'), edits);
  }

  it('are told of while typing, at the place and in the words of a review, and raised by a fix', async () => {
    const root = committed(SHOP);
    const [file, settings] = [join(root, 'src/index.ts'), join(root, 'package.json')];
    await start(root);
    await client!.open(file);
    await client!.edit(file, AFTER);
    await appears();
    assert.equal(readFileSync(file, 'utf8'), BEFORE, 'nothing was saved');
    const typed = shown(root);
    writeIn(root, 'src/index.ts', AFTER);
    assert.deepEqual(typed, reviewed(root));

    const fixed = await raised(root, file, 'package.json');
    assert.equal(fixed, manifest('2.0.0'));
    await client!.open(settings);
    await client!.edit(settings, manifest('1.2.1'));
    await client!.until('the other words', () => findings().some(([, { message }]) => String(message).includes('was raised from 1.2.0 to 1.2.1')));
    writeIn(root, 'package.json', manifest('1.2.1'));
    assert.deepEqual(shown(root), reviewed(root));
    await client!.edit(settings, fixed);
    await goes();
    await client!.edit(settings, manifest('1.2.0'));
    await appears();
    await client!.edit(file, BEFORE);
    await goes();
  });

  for (const [what, files, path, after] of [
    ['archwright.jsonc', { 'archwright.jsonc': '{ "blocks": [{ "id": "shop", "paths": ["src/**"], "version": "1.2.0" }] }\n', 'src/index.ts': BEFORE },
      'src/index.ts', AFTER],
    ['pyproject.toml', { 'pyproject.toml': '[project]\nname = "shop"\nversion = "1.2.0"\n', 'shop/__init__.py': PYTHON_BEFORE },
      'shop/__init__.py', PYTHON_AFTER],
  ] as const) it(`are raised by a fix in ${what}`, async () => {
    const root = committed(files);
    const file = join(root, path);
    await start(root);
    await client!.open(file);
    await client!.edit(file, after);
    await appears();
    writeIn(root, path, after);
    assert.deepEqual(shown(root), reviewed(root));
    assert.equal(await raised(root, file, what), (files as Record<string, string>)[what]!.replace('1.2.0', '2.0.0'));
  });

  it('are compared again when a commit is made, a branch is left or a snapshot is taken', async () => {
    const root = committed(SHOP);
    const file = join(root, 'src/index.ts');
    await start(root);
    await client!.until('the repository to be watched', () => client!.watched.length > 0);
    const [{ baseUri, pattern }] = client!.watched as [{ baseUri: string; pattern: string }];
    assert.equal(fileURLToPath(baseUri), join(root, '.git'));
    assert.equal(pattern.includes('logs/HEAD'), true);
    const gitMoved = (): Promise<void> => client!.changedOnDisk(join(root, '.git/logs/HEAD'));
    await client!.open(file);
    await client!.edit(file, AFTER);
    await appears();
    writeIn(root, 'src/index.ts', AFTER);
    commitAll(root, 'with another interface');
    await gitMoved();
    await goes();

    gitIn(root, 'checkout', '--quiet', '-b', 'work');
    gitIn(root, 'branch', '--quiet', '--force', 'main', 'HEAD~1');
    await gitMoved();
    await appears();
    assert.deepEqual(shown(root), reviewed(root));
    assert.equal(runCli(['snapshot', root]).status, 0);
    const snapshot = gitIn(root, 'ls-files', '--others').trim();
    await client!.changedOnDisk(join(root, snapshot), 1);
    await goes();
  });

  it('are those of files on the disk when the folder is opened, and after a review that was asked for', async () => {
    const root = committed(SHOP);
    writeIn(root, 'src/index.ts', AFTER);
    await start(root);
    await appears();
    assert.deepEqual(shown(root), reviewed(root));
    writeIn(root, 'src/index.ts', BEFORE);
    await client!.connection.sendRequest(REVIEW, {});
    await goes();
  });

  it('are not compared in a folder that is in no repository', async () => {
    const root = temporaryFolder(SHOP);
    await start(root);
    await client!.open(join(root, 'src/index.ts'));
    await client!.edit(join(root, 'src/index.ts'), AFTER);
    await client!.quiet(SILENCE_MS);
    assert.deepEqual(findings(), []);
    assert.deepEqual(client!.messages, []);
  });

  it('are compared with nothing that git knows until the folder is trusted, but with a snapshot', async () => {
    const root = committed(SHOP);
    const file = join(root, 'src/index.ts');
    await start(root, { trusted: false });
    await client!.open(file);
    await client!.edit(file, AFTER);
    await client!.quiet(SILENCE_MS);
    assert.deepEqual([findings(), client!.watched], [[], []]);
    await client!.connection.sendNotification(TRUST_GRANTED);
    await appears();
    await client!.until('the repository to be watched', () => client!.watched.length > 0);
    await client!.stop();

    assert.equal(runCli(['snapshot', root]).status, 0);
    await start(root, { trusted: false });
    await client!.open(file);
    await client!.edit(file, AFTER);
    await appears();
    assert.match(String(findings()[0]![1].message), /since the snapshot /);
  });
});

function oneBased({ line, character }: { line: number; character: number }): { line: number; column: number } {
  return { line: line + 1, column: character + 1 };
}
