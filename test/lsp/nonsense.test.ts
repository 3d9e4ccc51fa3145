/** A client that sends nonsense: the server answers each request, goes on, and ends with what a fresh review shows. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { RawClient, type Answer } from '../kit/raw-client.ts';
import { removeTemporaryFolders, temporaryFolder } from '../kit/temporary-folder.ts';

const CODE = 'export function first(a) {\n  return eval(a);\n}\n';
const FILES = { 'src/a.ts': CODE, 'src/b.ts': "import { first } from './a';\nexport const b = first;\n", 'app/c.py': 'def c(x=[]):\n    return eval(x)\n' };

const METHODS = [
  'archwright/review', 'archwright/baseline', 'archwright/exportReport', 'archwright/proposeConfiguration', 'archwright/hooks', 'archwright/explain',
  'archwright/ask', 'archwright/rules', 'archwright/editIssue', 'archwright/controls', 'archwright/uses',
  'archwright/gate', 'archwright/diff', 'archwright/track', 'archwright/audit', 'archwright/sync', 'archwright/choices',
  'textDocument/codeAction', 'codeAction/resolve', 'textDocument/hover', 'textDocument/codeLens', 'codeLens/resolve', 'workspace/executeCommand',
  'no/such/method', '', '__proto__', 'toString',
  '$/unknown',
];
const NOTIFICATIONS = [
  'textDocument/didOpen', 'textDocument/didChange', 'textDocument/didClose', 'textDocument/didSave', 'notebookDocument/didOpen', 'notebookDocument/didChange',
  'notebookDocument/didClose', 'notebookDocument/didSave', 'workspace/didChangeWatchedFiles', 'workspace/didChangeWorkspaceFolders',
  'workspace/didChangeConfiguration', 'archwright/trustGranted', 'archwright/ruffRuns', '$/cancelRequest', '$/setTrace', '$/progress', 'no/such', 'initialized',
];
const PLACE = { line: -1, character: 1e9 };
/** Parameters that are none, or are of another type than they should be. */
const PARAMS: readonly unknown[] = [
  undefined, null, 7, 'text', true, [], [[]], {}, { textDocument: null }, { textDocument: { uri: 7 } }, { textDocument: { uri: 'file:///%zz' } },
  { textDocument: { uri: 'untitled:1' }, range: null, context: null }, { folder: null }, { folder: { a: 1 }, fingerprint: 9, format: [] }, { ruleId: {} },
  { ruleId: '__proto__' }, { changes: 7 }, { changes: [null, {}, { uri: null, type: 'x' }] }, { event: {} }, { event: { added: 1, removed: null } },
  { event: { added: [{}], removed: [{ uri: [] }] } }, { settings: 5 }, { id: {} }, { value: 3 }, { token: null, value: {} }, { runs: 'x' },
  { notebookDocument: null, change: null }, { notebookDocument: { uri: 'file:///x.ipynb', cells: 7 }, cellTextDocuments: null },
  { textDocument: { uri: 'file:///x.ts' }, position: PLACE }, { command: 'archwright.showUses', arguments: [{ uri: 7 }] }, { command: 7, arguments: 'x' },
  { uri: 'file:///x.ts', position: PLACE, of: { kind: 'symbol' } }, { range: null, data: { uri: 'x', position: null, of: 7, named: 1 } },
  { title: 'x', data: { uri: null, fingerprint: null, title: null } }, { title: 'x', data: 'text' },
  { folder: 'x', question: { kind: 'graph' } }, { folder: 'x', question: { kind: 7 }, known: [] },
  { contentChanges: [{ range: PLACE, text: 5 }] },
];

/** The settings of the client are never asked for, so the workspace's folder is all that there is. */
function shownAfresh(folder: string): Promise<Record<string, string[]>> {
  return RawClient.start(folder).then(async (fresh) => {
    await fresh.rest();
    const shown = fresh.shown();
    assert.equal(await fresh.stop(), 0);
    return shown;
  });
}

const isProper = ({ result, error }: Answer): boolean =>
  (result !== undefined) !== (error !== undefined) && (error === undefined || (Number.isInteger(error.code) && typeof error.message === 'string'));

describe('language server: a client that sends nonsense', function () {
  this.timeout(180_000);
  let client: RawClient | undefined;
  afterEach(() => {
    client?.process.kill('SIGKILL');
    client = undefined;
    removeTemporaryFolders();
  });

  async function endsAsFresh(folder: string): Promise<void> {
    await client!.rest();
    assert.deepEqual(client!.shown(), await shownAfresh(folder));
    assert.equal(await client!.stop(), 0);
  }

  it('gets an answer to every request, whatever its parameters', async () => {
    const folder = temporaryFolder(FILES);
    client = await RawClient.start(folder);
    for (const method of METHODS)
      for (const params of PARAMS) {
        const answer = await Promise.race([client.ask(method, params), client.ended]);
        assert.ok(answer !== null && typeof answer === 'object' && isProper(answer), `${method} ${JSON.stringify(params)}: ${JSON.stringify(answer)}`);
      }
    await endsAsFresh(folder);
  });

  it('does no harm with notifications, whatever their parameters', async () => {
    const folder = temporaryFolder(FILES);
    client = await RawClient.start(folder);
    for (const method of NOTIFICATIONS) {
      for (const params of PARAMS) client.tell(method, params);
      const answer = await Promise.race([client.ask('archwright/rules'), client.ended]);
      assert.ok(answer !== null && typeof answer === 'object', `the server ended after ${method}: ${client.stderr}`);
    }
    await endsAsFresh(folder);
  });

  it('may edit what is not open, at places that do not exist, with versions out of order, and cancel what it asked for', async () => {
    const folder = temporaryFolder(FILES);
    client = await RawClient.start(folder);
    const uri = pathToFileURL(join(folder, 'src/a.ts')).href;
    const cancelled: Promise<Answer>[] = [];
    const number = fc.oneof(fc.integer({ min: -5, max: 12 }), fc.constantFrom(1e9, -1e9, 1.5, 2 ** 31));
    const place = fc.record({ line: number, character: number });
    const text = fc.constantFrom('', '\n', 'x', '}', CODE);
    const step = fc.record({ what: fc.integer({ min: 0, max: 9 }), range: fc.record({ start: place, end: place }), version: number, text });
    for (const { what, range, version, text: written } of fc.sample(step, { numRuns: 400, seed: 11 })) {
      if (what === 0) client.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'typescript', version, text: written } });
      else if (what === 1) client.tell('textDocument/didClose', { textDocument: { uri } });
      else if (what === 2) {
        const asked = client.request('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: [] } });
        client.tell('$/cancelRequest', { id: asked.id });
        cancelled.push(asked.answer);
      } else client.tell('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range, text: written }] });
    }
    for (const answer of await Promise.all(cancelled)) assert.ok(isProper(answer), JSON.stringify(answer));
    client.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'typescript', version: 1, text: CODE } });
    client.tell('textDocument/didClose', { textDocument: { uri } });
    await endsAsFresh(folder);
  });

  it('may send messages that are none', async () => {
    const folder = temporaryFolder(FILES);
    client = await RawClient.start(folder);
    const others = [{ jsonrpc: '2.0' }, { jsonrpc: '1.0', id: 1, method: 3 }, { jsonrpc: '2.0', id: 999, result: {} }, { jsonrpc: '2.0', id: {}, method: 'x' }];
    for (const message of [[], {}, null, 7, ...others]) client.send(message);
    await endsAsFresh(folder);
  });

  it('is refused after "shutdown", and may shut down while a review is under way', async () => {
    const folder = temporaryFolder({ ...FILES, ...Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`src/more${at}.ts`, CODE.repeat(20)])) });
    client = await RawClient.start(folder);
    const reviews = [client.ask('archwright/review', {}), client.ask('archwright/review', {})];
    const shutdown = client.ask('shutdown');
    const late = [client.ask('archwright/review', {}), client.ask('archwright/exportReport', { folder: pathToFileURL(folder).href, format: 'json' })];
    const uri = pathToFileURL(join(folder, 'src/a.ts')).href;
    client.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'typescript', version: 1, text: '' } });
    assert.ok(isProper(await shutdown));
    for (const answer of await Promise.all([...reviews, ...late])) assert.ok(isProper(answer), JSON.stringify(answer));
    client.tell('exit');
    assert.equal(await client.ended, 0);
    assert.doesNotMatch(client.stderr, /\n\s+at /);
  });
});
