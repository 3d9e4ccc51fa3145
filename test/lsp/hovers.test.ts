/** Hovers in sessions with the built server: what stands over imports, heads of faces and names in the configuration, and where nothing does. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Hover } from 'vscode-languageserver/node';
import { LspClient, type ClientOptions } from '../kit/lsp-client.ts';
import { commitAll } from '../kit/git-repository.ts';
import { removeTemporaryFolders, temporaryFolder } from '../kit/temporary-folder.ts';

const CONFIGURATION = `{
  "blocks": [
    { "id": "orders", "paths": ["src/orders/**"], "dependsOn": ["store"], "version": "1.2.0", "state": "completed" },
    { "id": "store", "paths": ["src/store/**"] },
    { "id": "web", "paths": ["src/web/**"] },
    { "id": "mail", "paths": ["shop/mail/**"], "responsibility": "Sends [mail](command:x) & more" },
    { "id": "jobs", "paths": ["shop/jobs/**"], "dependsOn": ["mail", "nowhere"] }
  ]
}
`;
const ORDERS = `/**
 * OrdersBlock
 * Responsible for: keeping orders
 * Input: an id
 * Output: the order
 * Dependencies: store
 */
export { place } from './place';
`;
const PLACE = "import { save } from '../store/save';\n\n/** Places. @param id of it @returns it */\n"
  + "export function place(id: string): string {\n  return save(id);\n}\n";
const PAGE = "import { place } from '../orders';\nimport { readFileSync } from 'node:fs';\nimport { part } from './part';\nimport lodash from 'lodash';\n\n"
  + '/** Shows. @returns a page */\nexport function page(): string {\n  return lodash(place(String(readFileSync)) + part);\n}\n';
const FILES = {
  'archwright.jsonc': CONFIGURATION,
  'src/orders/index.ts': ORDERS, 'src/orders/place.ts': PLACE,
  'src/store/save.ts': '/** Saves. @param id of it @returns it */\nexport function save(id: string): string {\n  return id;\n}\n',
  'src/store/other.ts': '/** Another. */\nexport const other = 1;\n',
  'src/web/page.ts': PAGE, 'src/web/part.ts': "/** A part. */\nexport const part = '';\n",
  'test/orders.test.ts': "import { place } from '../src/orders';\nit('places', () => assert.equal(place('a'), 'a'));\n"
    + "it('again', () => assert.equal(place('b'), 'b'));\n",
  'shop/__init__.py': '', 'shop/mail/__init__.py': '"""Mail.\n\nSent at night.\n"""\n',
  'shop/mail/send.py': '"""Sends."""\n\n\ndef send() -> int:\n    """Send it."""\n    return 1\n',
  'shop/jobs/run.py': '"""Runs."""\nfrom shop import mail\nfrom shop.mail import send as post\n'
    + 'import shop.mail.send\nimport os\n\nprint(mail, post, os, shop)\n',
  'architecture/decisions/0003-keep-orders.md': '---\nstatus: accepted\nblocks: [orders]\n---\n\n# Keep [all] orders\n',
  'architecture/decisions/0004-mail.md': '---\nstatus: proposed\nblocks: ["mail"]\n---\n\n# Mail at night\n',
};
const cell = (line: number, from: number, to: number): object => ({ start: { line, character: from }, end: { line, character: to } });
const span = (line: number, from: number, toLine: number, to: number): object => ({ start: { line, character: from }, end: { line: toLine, character: to } });

describe('language server: hovers', function () {
  this.timeout(120_000);
  let client: LspClient | undefined;
  let root = '';
  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });
  after(removeTemporaryFolders);

  async function start(options: ClientOptions = {}, files: Readonly<Record<string, string>> = FILES): Promise<void> {
    root = temporaryFolder(files);
    const settings = { trackReviews: false, ...options.settings };
    client = await LspClient.start([root], { ...options, settings, env: { ARCHWRIGHT_CACHE: temporaryFolder() } });
    await client.reviewed();
  }

  async function hover(path: string, line: number, character: number): Promise<Hover | null> {
    const uri = pathToFileURL(join(root, path)).href;
    return client!.connection.sendRequest<Hover | null>('textDocument/hover', { textDocument: { uri }, position: { line, character } });
  }

  const textOf = (shown: Hover | null): string => (shown!.contents as { value: string }).value;

  /** What a review says of a block's score. */
  function health(block: string): string {
    const { score, grade } = client!.known!.folders[0]!.report!.graph.blocks.find(({ id }) => id === block)!.health!;
    return `Health ${grade} (${score!.toFixed(1)})`;
  }

  const ordersCard = (): string => [
    '### Block orders\n', 'Responsible for: keeping orders  ', 'Input: an id  ', 'Output: the order  ', 'Depends on: store  ',
    'Version 1.2.0, completed  ', `${health('orders')}, no findings, 2 tests  `, 'Used by web  ',
    `Decisions: [3 Keep &#91;all&#93; orders](<${pathToFileURL(join(root, 'architecture/decisions/0003-keep-orders.md')).href}>) (accepted)`,
  ].join('\n');

  it('show the block over the specifier of an import, and nothing elsewhere', async () => {
    await start();
    await client!.open(join(root, 'src/web/page.ts'));
    const shown = await hover('src/web/page.ts', 0, 24);
    assert.deepEqual(shown, { contents: { kind: 'markdown', value: ordersCard() }, range: cell(0, 22, 33) });
    for (const [line, character] of [[0, 5], [0, 10], [1, 32], [2, 22], [3, 21], [6, 18], [99, 0]] as const)
      assert.equal(await hover('src/web/page.ts', line, character), null, `${line}:${character}`);
    await client!.open(join(root, 'src/orders/place.ts'));
    assert.equal(textOf(await hover('src/orders/place.ts', 0, 25)),
      `### Block store\n\nState: active  \n${health('store')}, 1 info, no tests  \nUsed by orders`);
    await client!.open(join(root, 'test/orders.test.ts'));
    assert.equal(textOf(await hover('test/orders.test.ts', 0, 30)), ordersCard());
  });

  it('show the block over the head of its face, and over its name in the configuration, also while that is typed', async () => {
    await start();
    const face = join(root, 'src/orders/index.ts');
    await client!.open(face);
    const shown = { contents: { kind: 'markdown', value: ordersCard() }, range: span(0, 0, 6, 3) };
    for (const line of [0, 3, 6]) assert.deepEqual(await hover('src/orders/index.ts', line, 2), shown);
    assert.equal(await hover('src/orders/index.ts', 7, 3), null);
    const settings = join(root, 'archwright.jsonc');
    await client!.open(settings);
    assert.deepEqual((await hover('archwright.jsonc', 2, 16))?.range, cell(2, 12, 20));
    assert.equal(textOf(await hover('archwright.jsonc', 2, 16)), ordersCard());
    assert.match(textOf(await hover('archwright.jsonc', 2, 70)), /^### Block store\n/);
    for (const [line, character] of [[2, 9], [2, 35], [6, 77]] as const)
      assert.equal(await hover('archwright.jsonc', line, character), null, `${line}:${character}`);
    await client!.edit(settings, `// Typed.\n${CONFIGURATION.replace('"completed" },', '')}`);
    assert.deepEqual((await hover('archwright.jsonc', 3, 16))?.range, cell(3, 12, 20));
  });

  it('show the blocks of Python modules, with text from files as text', async () => {
    await start();
    await client!.open(join(root, 'shop/jobs/run.py'));
    const card = [
      '### Block mail\n', 'Responsible for: Sends &#91;mail&#93;(command:x) &#38; more  ', 'State: active  ',
      `${health('mail')}, 1 info, no tests  `, 'Used by jobs  ',
      `Decisions: [4 Mail at night](<${pathToFileURL(join(root, 'architecture/decisions/0004-mail.md')).href}>) (proposed)`,
    ].join('\n');
    const shown = (range: object): Hover => ({ contents: { kind: 'markdown', value: card }, range } as Hover);
    assert.deepEqual(await hover('shop/jobs/run.py', 1, 18), shown(cell(1, 17, 21)), 'the module that is imported from a package');
    assert.equal(await hover('shop/jobs/run.py', 1, 6), null, 'the package that it comes from is another');
    assert.deepEqual(await hover('shop/jobs/run.py', 2, 8), shown(cell(2, 5, 14)));
    assert.deepEqual(await hover('shop/jobs/run.py', 2, 24), shown(cell(2, 22, 34)));
    assert.equal(await hover('shop/jobs/run.py', 2, 18), null);
    assert.deepEqual(await hover('shop/jobs/run.py', 3, 12), shown(cell(3, 7, 21)));
    assert.equal(await hover('shop/jobs/run.py', 4, 8), null);
    await client!.open(join(root, 'shop/mail/__init__.py'));
    assert.deepEqual(await hover('shop/mail/__init__.py', 2, 1), shown(span(0, 0, 3, 3)));
  });

  it('follow what is typed and not saved', async () => {
    await start();
    const [page, face] = [join(root, 'src/web/page.ts'), join(root, 'src/orders/index.ts')];
    await client!.open(page);
    await client!.edit(page, `// Typed.\nimport { other } from '../store/other';\n${PAGE}export const more = other;\n`);
    assert.match(textOf(await hover('src/web/page.ts', 1, 30)), /^### Block store\n\nState: active {2}\n.* {2}\nUsed by orders, web$/);
    assert.match(textOf(await hover('src/web/page.ts', 2, 30)), /^### Block orders\n/);
    assert.equal(await hover('src/web/page.ts', 0, 5), null);
    await client!.open(face);
    await client!.edit(face, ORDERS.replace('keeping orders', 'selling'));
    assert.match(textOf(await hover('src/orders/index.ts', 0, 1)), /\nResponsible for: selling {2}\n/);
  });

  it('say nothing of a text that is not judged before it is saved', async () => {
    await start({ settings: { run: 'onSave' } });
    const page = join(root, 'src/web/page.ts');
    await client!.open(page);
    assert.match(textOf(await hover('src/web/page.ts', 0, 24)), /^### Block orders\n/);
    await client!.edit(page, `// Typed.\n${PAGE}`);
    assert.equal(await hover('src/web/page.ts', 0, 24), null);
    assert.equal(await hover('src/web/page.ts', 1, 24), null);
  });

  it('link to the graph where the client can show it, and are plain where it shows no Markdown', async () => {
    await start({ runsCommands: true });
    await client!.open(join(root, 'src/web/page.ts'));
    const address = `command:archwright.showBlock?${encodeURIComponent('[{"block":"orders"}]')}`;
    const shown = textOf(await hover('src/web/page.ts', 0, 24));
    assert.equal(shown, `${ordersCard()}  \n[Show in graph](<${address}>)`);
    assert.ok(shown.split('\n').filter((line) => line !== '').length <= 10, shown);
    await client!.stop();
    await start({ runsCommands: true, hoverFormats: ['plaintext'] });
    await client!.open(join(root, 'src/web/page.ts'));
    assert.deepEqual((await hover('src/web/page.ts', 0, 24))!.contents, {
      kind: 'plaintext',
      value: ['Block orders', 'Responsible for: keeping orders', 'Input: an id', 'Output: the order', 'Depends on: store', 'Version 1.2.0, completed',
        `${health('orders')}, no findings, 2 tests`, 'Used by web', 'Decisions: 3 Keep [all] orders (accepted)'].join('\n'),
    });
  });

  it('tell of the version that an unsaved change asks for, once it is compared', async () => {
    await start();
    commitAll(root, 'release');
    const place = join(root, 'src/orders/place.ts');
    await client!.open(place);
    await client!.edit(place, PLACE.replace('(id: string): string', '(id: string, at: string): string').replace('save(id)', 'save(id + at)'));
    await client!.until('the comparison', () => [...client!.diagnostics.values()].flat().some(({ code }) => code === 'architecture/version'), 60_000);
    await client!.open(join(root, 'src/web/page.ts'));
    assert.match(textOf(await hover('src/web/page.ts', 0, 24)),
      /\nVersion 1\.2\.0, completed; what changed in its interface since the branch point [\da-f]{7} asks for 2\.0\.0 {2}\n/);
  });
});
