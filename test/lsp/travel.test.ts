/** What the language server sends: to a client that did not ask, nothing of its own; to others what they ask for, and nothing twice. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Part, WorkspaceState } from '../../server/protocol/answers.ts';
import type { AskResult } from '../../server/protocol/lsp.ts';
import type { Question } from '../../server/protocol/question.ts';
import { RawClient } from '../kit/raw-client.ts';
import { removeTemporaryFolders, temporaryFolder } from '../kit/temporary-folder.ts';

const FILES = 120;
const textOf = (at: number): string => `export function read${at}(given) {\n  return eval(given) + ${at};\n}\n`;
const FAULT = 'export function later(given: string): void {\n  try {\n    JSON.stringify(given);\n    given.trim();\n  } catch {}\n}\n';
const RULE = 'quality/swallowed-error';

const page = { offset: 0, limit: 50 };
const LOG = { search: '', rows: 'all', sort: 'time', descending: true, fields: [] as string[] } as const;
/** What a panel asks for while it shows the graph with a block, then the findings, then the log. */
const SHOWN: readonly Question[] = [
  { kind: 'graph' }, { kind: 'figures' }, { kind: 'score' }, { kind: 'cuts' }, { kind: 'findings', block: 'src/part1', ...page },
  { kind: 'groups', by: 'rule', ...page }, { kind: 'findings', rule: RULE, ...page }, { kind: 'findings', rule: 'security/code-injection', ...page },
  { kind: 'log', ...LOG, ...page }, { kind: 'trend' }, { kind: 'velocity' },
];

describe('language server: what travels', function () {
  this.timeout(120_000);
  let client: RawClient | undefined;
  afterEach(async () => {
    await client?.stop();
    client = undefined;
    removeTemporaryFolders();
  });

  const workspace = (): string =>
    temporaryFolder(Object.fromEntries(Array.from({ length: FILES }, (_, at) => [`src/part${at % 6}/file${at}.ts`, textOf(at)])));

  /** @returns types everything into the file `src/part0/file0.ts` */
  function typing(root: string): (added: string) => void {
    const uri = pathToFileURL(join(root, 'src/part0/file0.ts')).href;
    let version = 0;
    return (added) => {
      version += 1;
      const text = textOf(0) + added;
      if (version === 1) client!.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'typescript', version, text } });
      else client!.tell('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
    };
  }

  const own = (): RawClient['heard'] => client!.heard.filter(({ method }) => method.startsWith('archwright/'));
  const newest = (): WorkspaceState => own().at(-1)!.params as WorkspaceState;
  const ask = async (question: Question, known?: string): Promise<AskResult> => {
    const { result } = await client!.ask('archwright/ask', { folder: newest().folders[0]!.key, question, ...(known === undefined ? {} : { known }) });
    return result as AskResult;
  };

  it('an editor that asks for nothing gets its diagnostics, and nothing of ours', async () => {
    const root = workspace();
    client = await RawClient.start(root, {
      processId: null, rootUri: null, workspaceFolders: [{ uri: pathToFileURL(root).href, name: 'x' }], capabilities: {},
    });
    const type = typing(root);
    type('');
    const seen = (): boolean => JSON.stringify([...client!.diagnostics.values()]).includes(RULE);
    // Without a state to wait for, the diagnostics tell that it has judged the edit.
    type(FAULT);
    while (!seen()) await new Promise((next) => setTimeout(next, 50));
    await client.ask('archwright/rules');
    assert.deepEqual(own(), []);
  });

  it('a client that follows is told of an edit by versions alone, and has to fetch only what shows it', async () => {
    const root = workspace();
    client = await RawClient.start(root);
    await client.rest();
    const type = typing(root);
    type('');
    await client.rest();
    const before = newest().folders[0]!.versions;
    const known = new Map<Question, AskResult>();
    for (const question of SHOWN) known.set(question, await ask(question));
    for (const [question, { answer }] of known) assert.ok(answer !== undefined, question.kind);

    type(FAULT);
    await client.rest();
    for (const { method, params, bytes } of own()) {
      assert.equal(method, 'archwright/state');
      const { folders, ...rest } = params as WorkspaceState;
      assert.deepEqual(Object.keys(rest).sort(), ['active', 'busy']);
      assert.deepEqual(folders.map((folder) => Object.keys(folder).sort()), [['key', 'name', 'problem', 'versions']]);
      assert.ok(bytes < 1000, `${bytes} bytes`);
    }
    const after = newest().folders[0]!.versions;
    const changed = (Object.keys(after) as Part[]).filter((part) => after[part] !== before[part]);
    assert.deepEqual(changed.sort(), ['changes', 'figures', 'findings', 'imports', 'score']);
    const sent: string[] = [];
    for (const [question, { version }] of known) {
      const { answer } = await ask(question, version);
      if (answer !== undefined) sent.push('rule' in question ? `${question.kind} of ${question.rule}` : question.kind);
    }
    assert.deepEqual(sent.sort(), ['figures', `findings of ${RULE}`, 'groups', 'score']);

    type('');
    await client.rest();
    const withoutCounted = ({ imports: _, changes: __, ...rest }: WorkspaceState['folders'][0]['versions']): object => rest;
    const [again, first] = [withoutCounted(newest().folders[0]!.versions), withoutCounted(before)];
    assert.deepEqual(again, first, 'what is as it was has the version that it had');
  });

  it('a list comes in pages, which hold the whole of it, and no page can be larger than the largest', async () => {
    const root = workspace();
    client = await RawClient.start(root);
    await client.rest();
    const { entries: all, total } = (await ask({ kind: 'findings', offset: 0, limit: 500 })).answer as { entries: unknown[]; total: number };
    assert.equal(all.length, total);
    assert.ok(total > FILES);
    const pages: unknown[] = [];
    for (let offset = 0; offset < total; offset += 50) {
      const { entries } = (await ask({ kind: 'findings', offset, limit: 50 })).answer as { entries: unknown[] };
      assert.ok(entries.length <= 50);
      pages.push(...entries);
    }
    assert.deepEqual(pages, all);
    const folder = newest().folders[0]!.key;
    for (const question of [{ kind: 'findings', offset: 0, limit: 501 }, { kind: 'findings', offset: -1, limit: 5 }, { kind: 'everything' }, null]) {
      const { error } = await client.ask('archwright/ask', { folder, question });
      assert.equal(error?.code, -32602, JSON.stringify(question));
    }
  });
});
