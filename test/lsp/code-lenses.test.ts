/** Code lenses in sessions with the built server: which there are, their words, where they lead, and what has none. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { CodeLens, Location } from 'vscode-languageserver/node';
import { USES } from '../../server/protocol/lsp.ts';
import { commitAll } from '../kit/git-repository.ts';
import { LspClient, type ClientOptions } from '../kit/lsp-client.ts';
import { removeTemporaryFolders, temporaryFolder } from '../kit/temporary-folder.ts';

const PLACE = `import { save } from '../store';

function hidden(id: string): string {
  return id;
}

/** Places. @param id of it @returns it */
export function place(id: string): string {
  return save(hidden(id));
}

/** Cancels. @param id of it @returns it */
export function cancel(id: string): string {
  return id;
}

/** Used by nobody. */
export const unused = 1;
/** Both. */
export const first = 'a', second = 'b';

export default place;
`;
const BLOCKS = [
  ['orders', 'src/orders'], ['store', 'src/store'], ['web', 'src/web'], ['api', 'src/api'], ['shop', 'shop/orders'],
  ['jobs', 'shop/jobs'], ['desk', 'shop/desk'],
];
const FILES = {
  'archwright.jsonc': JSON.stringify({
    blocks: BLOCKS.map(([id, folder]) => ({ id, paths: [`${folder}/**`], ...(id === 'orders' ? { version: '1.2.0' } : {}) })),
  }),
  'src/orders/index.ts': "export { place as order } from './place';\nexport * from './more';\n",
  'src/orders/place.ts': PLACE,
  'src/orders/more.ts': '/** A kind. */\nexport interface Kind {\n  id: string;\n}\n\n/** More. */\nexport const more = 1;\n',
  'src/store/index.ts': '/** Saves. @param id of it @returns it */\nexport function save(id: string): string {\n  return id;\n}\n',
  'src/web/page.ts': "import { order, type Kind } from '../orders';\nimport { first } from '../orders/place';\n\n"
    + "export const page = (kind: Kind): string => order(kind.id + first);\n",
  'src/web/other.ts': "import { order } from '../orders';\n\nexport const other = order('a');\n",
  'src/api/all.ts': "import * as orders from '../orders';\nimport { cancel, first, second } from '../orders/place';\nimport place from '../orders/place';\n\n"
    + "export const all = [orders, cancel, first, second, place];\n",
  'src/orders/place.test.ts': "import { place } from './place';\nit('places', () => assert.equal(place('a'), 'a'));\n",
  'test/orders.test.ts': "import { order } from '../src/orders';\nit('one', () => assert.equal(order('a'), 'a'));\n"
    + "it('two', () => assert.equal(order('b'), 'b'));\n",
  'shop/__init__.py': '',
  'shop/orders/__init__.py': '"""Orders."""\nfrom .api import place\n\n__all__ = ["place"]\n',
  'shop/orders/api.py': '"""Orders."""\n\nLIMIT = 3\n\n\ndef place(x: int) -> int:\n    """Place it."""\n    return x\n\n\n'
    + 'def _private() -> int:\n    """Keep it."""\n    return LIMIT\n\n\nclass Order:\n    """One."""\n',
  'shop/jobs/run.py': '"""Runs."""\nfrom shop.orders import place\nfrom shop.orders.api import _private, Order as One\n\nprint(place(1), One(), _private())\n',
  'shop/desk/show.py': '"""Shows."""\nfrom shop.orders import api\nfrom shop import orders\n\nprint(api, orders)\n',
  'tests/test_orders.py': 'from shop.orders.api import place\n\n\ndef test_place():\n    assert place(1) == 1\n',
};
/** A lens as it is shown: its place, and its words. */
type Shown = [place: string, title: string];

describe('language server: code lenses', function () {
  this.timeout(120_000);
  let client: LspClient | undefined;
  let root = '';
  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });
  after(removeTemporaryFolders);

  async function start(options: ClientOptions = {}): Promise<void> {
    root = temporaryFolder(FILES);
    const settings = { trackReviews: false, ...options.settings };
    client = await LspClient.start([root], { ...options, settings, env: { ARCHWRIGHT_CACHE: temporaryFolder() } });
    await client.reviewed();
  }

  const uriOf = (path: string): string => pathToFileURL(join(root, path)).href;

  async function lenses(path: string): Promise<CodeLens[]> {
    const found = await client!.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: uriOf(path) } });
    assert.ok(found.every(({ command }) => command === undefined), 'words are made when they are asked for');
    return Promise.all(found.map((lens) => client!.connection.sendRequest<CodeLens>('codeLens/resolve', lens)));
  }

  async function shown(path: string): Promise<Shown[]> {
    return (await lenses(path)).map(({ range: { start, end }, command }) => [`${start.line}:${start.character}-${end.line}:${end.character}`, command!.title]);
  }

  /** Where the lens with these words leads. */
  async function places(path: string, title: string): Promise<string[]> {
    const { command } = (await lenses(path)).find((lens) => lens.command!.title === title)!;
    const found = await client!.connection.sendRequest<Location[]>(USES, command!.arguments![0] as object);
    const executed = await client!.connection.sendRequest<Location[]>('workspace/executeCommand', { command: command!.command, arguments: command!.arguments });
    assert.deepEqual(executed, found);
    const place = ({ start, end }: Location['range']): string => `${start.line}:${start.character}-${end.line}:${end.character}`;
    return found.map(({ uri, range }) => `${fileURLToPath(uri).slice(root.length + 1)} ${place(range)}`);
  }

  it('stand over the face and over what other blocks import, also by way of the face, and over nothing else', async () => {
    await start();
    assert.deepEqual(await shown('src/orders/index.ts'), [['0:0-0:0', 'used by 2 blocks, 3 tests']]);
    assert.deepEqual(await shown('src/orders/place.ts'), [
      ['7:16-7:21', 'used by 1 block and perhaps 1 more, 3 tests'], ['12:16-12:22', 'used by 1 block, no tests'],
      ['19:13-19:18', 'first: used by 2 blocks, no tests'], ['19:26-19:32', 'second: used by 1 block, no tests'],
      ['21:0-21:21', 'used by 1 block, no tests'],
    ]);
    assert.deepEqual(await shown('src/orders/more.ts'), [['1:17-1:21', 'used by 1 block and perhaps 1 more, no tests']]);
    assert.deepEqual(await shown('src/store/index.ts'), [['0:0-0:0', 'used by 1 block, no tests'], ['1:16-1:20', 'used by 1 block, no tests']]);
    const none = ['src/web/page.ts', 'src/api/all.ts', 'test/orders.test.ts', 'archwright.jsonc', 'src/none.ts'];
    for (const path of none) assert.deepEqual(await shown(path), [], path);
  });

  it('stand over Python in the same way', async () => {
    await start();
    assert.deepEqual(await shown('shop/orders/__init__.py'), [['0:0-0:0', 'used by 2 blocks, 1 test']]);
    assert.deepEqual(await shown('shop/orders/api.py'), [
      ['5:4-5:9', 'used by 1 block and perhaps 1 more, 1 test'], ['15:6-15:11', 'used by 1 block and perhaps 1 more, no tests'],
    ]);
    assert.deepEqual(await shown('shop/jobs/run.py'), []);
    assert.deepEqual(await places('shop/orders/api.py', 'used by 1 block and perhaps 1 more, 1 test'), [
      'shop/desk/show.py 1:24-1:27', 'shop/desk/show.py 2:17-2:23', 'shop/jobs/run.py 1:24-1:29', 'tests/test_orders.py 0:28-0:33',
    ]);
  });

  it('lead to the imports, of a name or of any file of the block', async () => {
    await start();
    assert.deepEqual(await places('src/orders/place.ts', 'used by 1 block and perhaps 1 more, 3 tests'), [
      'src/api/all.ts 0:12-0:18', 'src/orders/place.test.ts 0:9-0:14', 'src/web/other.ts 0:9-0:14', 'src/web/page.ts 0:9-0:14', 'test/orders.test.ts 0:9-0:14',
    ]);
    assert.deepEqual(await places('src/orders/index.ts', 'used by 2 blocks, 3 tests'), [
      'src/api/all.ts 0:24-0:35', 'src/api/all.ts 1:38-1:55', 'src/api/all.ts 2:18-2:35', 'src/orders/place.test.ts 0:22-0:31', 'src/web/other.ts 0:22-0:33',
      'src/web/page.ts 0:33-0:44', 'src/web/page.ts 1:22-1:39', 'test/orders.test.ts 0:22-0:37',
    ]);
    assert.equal((await lenses('src/orders/index.ts'))[0]!.command!.command, 'archwright.showUses');
    await assert.rejects(client!.connection.sendRequest(USES, { uri: 7 }), /This is no question about uses/);
    await assert.rejects(client!.connection.sendRequest('workspace/executeCommand', { command: 'none' }), /There is no command "none"/);
  });

  it('follow what is typed and not saved, in the file and in those that use it', async () => {
    await start();
    const [place, other] = [join(root, 'src/orders/place.ts'), join(root, 'src/web/other.ts')];
    await client!.open(place);
    await client!.edit(place, `// Typed.\n${PLACE}`);
    assert.deepEqual((await shown('src/orders/place.ts'))[0], ['8:16-8:21', 'used by 1 block and perhaps 1 more, 3 tests']);
    await client!.open(other);
    await client!.edit(other, "import { unused } from '../orders/place';\n\nexport const other = unused;\n");
    const typed = await shown('src/orders/place.ts');
    assert.deepEqual(typed[2], ['18:13-18:19', 'used by 1 block, no tests']);
    await client!.close(other);
    assert.equal((await shown('src/orders/place.ts')).some(([at]) => at === '18:13-18:19'), false);
  });

  it('tell what an unsaved edit takes away from others, until it is taken back or they do without', async () => {
    await start();
    const [place, page, all] = [join(root, 'src/orders/place.ts'), join(root, 'src/web/page.ts'), join(root, 'src/api/all.ts')];
    await client!.open(place);
    const without = PLACE.replace('export function cancel', 'function cancel').replace("const first = 'a', second", "const primary = 'a', second");
    await client!.edit(place, without);
    const gone = 'this edit breaks 2 blocks, no tests: cancel, first are gone';
    assert.deepEqual((await shown('src/orders/place.ts')).filter(([at]) => at.startsWith('0:')), [['0:0-0:0', gone]]);
    assert.deepEqual(await places('src/orders/place.ts', gone), [
      'src/api/all.ts 1:9-1:15', 'src/api/all.ts 1:17-1:22', 'src/web/page.ts 1:9-1:14',
    ]);
    await client!.open(page);
    await client!.edit(page, FILES['src/web/page.ts'].replace('{ first }', '{ second as first }'));
    await client!.open(all);
    await client!.edit(all, FILES['src/api/all.ts'].replace('{ cancel, first', '{ first'));
    assert.deepEqual((await shown('src/orders/place.ts'))[0], ['0:0-0:0', 'this edit breaks 1 block, no tests: first is gone']);
    // What cannot be read while it is typed says nothing.
    await client!.edit(place, `${without}\nexport function (`);
    assert.equal((await shown('src/orders/place.ts')).some(([, title]) => title.startsWith('this edit')), false);
    await client!.edit(place, PLACE);
    assert.equal((await shown('src/orders/place.ts')).some(([, title]) => title.startsWith('this edit')), false);
  });

  it('tell that an unsaved edit breaks the users of what is still there, once that is compared', async () => {
    await start();
    commitAll(root, 'release');
    const place = join(root, 'src/orders/place.ts');
    await client!.open(place);
    const refreshes = client!.lensRefreshes;
    await client!.edit(place, PLACE.replace('place(id: string)', 'place(id: string, at: string)').replace('hidden(id)', 'hidden(id + at)'));
    await client!.until('the comparison', () => [...client!.diagnostics.values()].flat().some(({ code }) => code === 'architecture/version'), 60_000);
    await client!.until('the request to ask again', () => client!.lensRefreshes > refreshes);
    assert.deepEqual(await shown('src/orders/place.ts'), [
      ['7:16-7:21', 'this edit breaks 1 block, 3 tests'], ['12:16-12:22', 'used by 1 block, no tests'],
      ['19:13-19:18', 'first: used by 2 blocks, no tests'], ['19:26-19:32', 'second: used by 1 block, no tests'],
      ['21:0-21:21', 'used by 1 block, no tests'],
    ]);
    await client!.edit(place, PLACE);
    assert.deepEqual((await shown('src/orders/place.ts'))[0], ['7:16-7:21', 'used by 1 block and perhaps 1 more, 3 tests']);
  });

  it('are switched off by a setting, and the client is told to ask again', async () => {
    await start({ runsCommands: true });
    assert.equal((await shown('src/orders/index.ts')).length, 1);
    const [lens] = await lenses('src/orders/index.ts');
    const refreshes = client!.lensRefreshes;
    assert.ok(refreshes > 0, 'a review has ended');
    await client!.changeSettings({ trackReviews: false, codeLens: { enable: false } });
    await client!.until('the request to ask again', () => client!.lensRefreshes > refreshes);
    assert.deepEqual(await shown('src/orders/index.ts'), []);
    await client!.changeSettings({ trackReviews: false });
    await client!.until('the next one', () => client!.lensRefreshes > refreshes + 1);
    assert.equal((await shown('src/orders/index.ts')).length, 1);
    const data = { ...lens!.data as object, uri: uriOf('src/web/page.ts') };
    const gone = await client!.connection.sendRequest<CodeLens>('codeLens/resolve', { range: lens!.range, data });
    assert.deepEqual(gone.command, { title: 'not used by other blocks any more', command: '' });
  });
});
