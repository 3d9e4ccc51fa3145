/** Comparing states and taking snapshots with the built program. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonDiff } from '../../server/protocol/diff.ts';
import { diffSchema } from '../../server/report/schemas/diff.ts';
import { commitAll, gitIn } from '../kit/git-repository.ts';
import { runCli, type CliOptions } from '../kit/run-cli.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

const SHOP = {
  'package.json': '{ "name": "shop", "version": "1.2.0" }\n',
  'src/web/page.ts': "import { place } from '../orders/index';\nexport const page = (): string => place('1');\n",
  'src/orders/index.ts': "export { place } from './place';\nexport { cancel } from './place';\n",
  'src/orders/place.ts': 'export const place = (id: string): string => id;\nexport const cancel = (id: string): string => id;\n',
};

function diffJson(args: readonly string[], options: CliOptions = {}): JsonDiff {
  const { stdout, stderr, status } = runCli(['diff', ...args, '--format', 'json'], options);
  assert.equal(status, 0, stderr);
  // Nothing that the schema does not name, and everything that it does.
  return diffSchema.parse(JSON.parse(stdout));
}

function changes({ blocks }: JsonDiff): [string, string, string][] {
  return blocks.filter(({ change }) => change !== 'unchanged').map(({ id, change, bump }) => [id, change, bump]);
}

/** A shop with one commit, in which `cancel` is gone afterwards. */
function changedShop(): string {
  const folder = temporaryFolder(SHOP);
  commitAll(folder, 'one');
  writeIn(folder, 'src/orders/index.ts', "export { place } from './place';\n");
  return folder;
}

describe('archwright diff', () => {
  after(removeTemporaryFolders);

  it('compares the working tree with where the branch began, and revisions without touching the working tree', () => {
    const folder = changedShop();
    const before = gitIn(folder, 'status', '--porcelain');
    const own = diffJson([folder]);
    assert.deepEqual(changes(own).map(([id, ...rest]) => [id.includes('orders'), ...rest]), [[true, 'breaking', 'major']]);
    assert.deepEqual([own.from.kind, own.to], ['revision', { kind: 'folder', name: '.', commit: null }]);
    assert.equal(gitIn(folder, 'status', '--porcelain'), before);
    commitAll(folder, 'two');
    const { from, to, ...revisions } = diffJson([folder, '--from', 'HEAD~1', '--to', 'HEAD']);
    assert.deepEqual([from.kind, to.commit], ['revision', gitIn(folder, 'rev-parse', 'HEAD').trim()]);
    const { from: _, to: __, ...folders } = own;
    assert.deepEqual(revisions, folders);
    assert.deepEqual(diffJson([folder, '--from', 'HEAD~1', '--to', 'HEAD', '--no-cache']), { from, to, ...revisions });
  });

  it('says one line when nothing changed, and leads with what breaks', () => {
    const folder = changedShop();
    const same = runCli(['diff', folder, '--from', 'HEAD', '--to', 'HEAD']);
    assert.match(same.stdout, /^Nothing changed in the architecture between HEAD and HEAD\.\n$/);
    assert.match(runCli(['diff', folder]).stdout, /^🔴 Breaking: .*orders.*\n.*cancel.*is no longer exported/);
  });

  it('fails when the changes ask for as large a step as is named', () => {
    const folder = changedShop();
    const status = (...args: string[]): number | null => runCli(['diff', folder, ...args]).status;
    assert.deepEqual([status(), status('--fail-on', 'major'), status('--fail-on', 'minor')], [0, 1, 1]);
    assert.equal(status('--from', 'HEAD', '--to', 'HEAD', '--fail-on', 'minor'), 0);
    writeIn(folder, 'src/orders/index.ts', "export { place, cancel } from './place';\nexport const more = 1;\n");
    assert.deepEqual([status('--fail-on', 'major'), status('--fail-on', 'minor')], [0, 1]);
  });

  it('finds a block and its interface in folders without any configuration, in each language', () => {
    const files = { 'src/index.ts': 'export const a = 1;\n', 'src/b.ts': 'export const b = 1;\n' };
    const subpaths = (exports: unknown): string => JSON.stringify({ name: 'p', version: '2.0.0', exports });
    const [f, g] = ['def f():\n    return 1\n', 'def g():\n    return 1\n'];
    const pairs: [string, Record<string, string>, Record<string, string>, string][] = [
      ['one file', { 'index.ts': 'export const a = 1, b = 2;\n' }, { 'index.ts': 'export const a = 1;\n' }, 'major'],
      ['one file, grown', { 'index.ts': 'export const a = 1;\n' }, { 'index.ts': 'export const a = 1, b = 2;\n' }, 'minor'],
      [
        'what a package opens', { ...files, 'package.json': subpaths({ '.': './dist/index.js', './b': './dist/b.js' }) },
        { ...files, 'package.json': subpaths({ '.': './dist/index.js' }) }, 'major',
      ],
      [
        'what a package keeps for itself', { ...files, 'package.json': subpaths('./src/index.ts') },
        { ...files, 'package.json': subpaths('./src/index.ts'), 'src/b.ts': 'export const c = 1;\n' }, 'patch',
      ],
      [
        'a package of which only the built files are there',
        { 'package.json': '{"name":"p","types":"dist/index.d.ts"}', 'dist/index.d.ts': 'export const a: 1;\n' },
        { 'package.json': '{"name":"p","types":"dist/index.d.ts"}', 'dist/index.d.ts': 'export const a: 1;\n' }, 'none',
      ],
      ['a Python package', { 'pkg/__init__.py': 'from .m import f\n', 'pkg/m.py': f }, { 'pkg/__init__.py': '', 'pkg/m.py': f }, 'major'],
      ['a Python module beside it', { 'pkg/__init__.py': '', 'pkg/m.py': f }, { 'pkg/__init__.py': '', 'pkg/m.py': g }, 'major'],
      ['a private Python module', { 'pkg/__init__.py': 'x = 1\n', 'pkg/_m.py': f }, { 'pkg/__init__.py': 'x = 1\n', 'pkg/_m.py': g }, 'patch'],
      ['Python modules', { 'a.py': f }, { 'a.py': `${f}\n${g}` }, 'minor'],
    ];
    for (const [what, before, after, bump] of pairs) {
      const [from, to] = [temporaryFolder(before), temporaryFolder(after)];
      const found = diffJson(['--from', from, '--to', to]);
      assert.equal(found.bump, bump, `${what}: ${JSON.stringify(found.blocks)}`);
      assert.equal(found.blocks.length, 1, what);
    }
  });

  it('takes the version from the package, and says which one is needed', () => {
    const before = temporaryFolder({ 'package.json': '{"name":"p","version":"1.4.2"}', 'index.ts': 'export const a = 1, b = 2;\n' });
    const after = temporaryFolder({ 'package.json': '{"name":"p","version":"1.5.0"}', 'index.ts': 'export const a = 1;\n' });
    assert.deepEqual(diffJson(['--from', before, '--to', after]).blocks[0]!.version, { from: '1.4.2', to: '1.5.0', proposed: '2.0.0', enough: false });
    const python = (version: string, text: string): string =>
      temporaryFolder({ 'pyproject.toml': `[project]\nname = "p"\nversion = "${version}"\n`, 'p/__init__.py': text });
    const inCode = (version: string): string => temporaryFolder({ 'p/__init__.py': `__version__ = "${version}"\n`, 'p/a.py': `a = ${version[0]}\n` });
    const { from: was, to: is } = diffJson(['--from', inCode('1.0.0'), '--to', inCode('1.0.1')]).blocks[0]!.version;
    assert.deepEqual([was, is], ['1.0.0', '1.0.1']);
    assert.deepEqual(diffJson(['--from', python('1.0.0', 'a = 1\n'), '--to', python('2.0.0', 'b = 1\n')]).blocks[0]!.version, {
      from: '1.0.0', to: '2.0.0', proposed: '2.0.0', enough: true,
    });
  });

  it('knows a renamed block', () => {
    const folder = temporaryFolder(SHOP);
    commitAll(folder, 'one');
    gitIn(folder, 'mv', 'src/orders', 'src/ordering');
    writeIn(folder, 'src/web/page.ts', SHOP['src/web/page.ts'].replace('orders', 'ordering'));
    const { blocks, edges } = diffJson([folder]);
    const renamed = blocks.find(({ id }) => id.includes('ordering'))!;
    assert.match(renamed.renamedFrom ?? '', /orders/);
    assert.deepEqual([renamed.change, renamed.interface, edges], ['modified', [], { added: [], removed: [] }]);
  });

  it('uses the configuration of each revision, and today\'s for one from before there was any', () => {
    const folder = temporaryFolder(SHOP);
    commitAll(folder, 'one');
    const blocks = (id: string): string => `{ "blocks": [{ "id": "${id}", "paths": ["src/orders/**"] }, { "id": "web", "paths": ["src/web/**"] }] }\n`;
    writeIn(folder, 'archwright.jsonc', blocks('Orders'));
    assert.deepEqual(diffJson([folder, '--from', 'HEAD']).blocks.map(({ id, change }) => [id, change]), [['Orders', 'unchanged'], ['web', 'unchanged']]);
    commitAll(folder, 'two');
    writeIn(folder, 'archwright.jsonc', blocks('Buying'));
    assert.deepEqual(diffJson([folder, '--from', 'HEAD']).blocks.map(({ id, renamedFrom }) => [id, renamedFrom]), [['Buying', 'Orders'], ['web', undefined]]);
  });

  it('leaves out links, submodules and what was not fetched, and goes on', () => {
    const folder = temporaryFolder({ ...SHOP, 'src/orders/large.ts': 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n' });
    const other = temporaryFolder({ 'a.ts': 'export const a = 1;\n' });
    commitAll(other, 'other');
    symlinkSync('place.ts', join(folder, 'src/orders/link.ts'));
    commitAll(folder, 'one');
    gitIn(folder, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', other, 'src/module');
    commitAll(folder, 'two');
    for (const from of ['HEAD', 'HEAD~1']) assert.deepEqual(changes(diffJson([folder, '--from', from])), [], from);
  });

  it('says what it does not know', () => {
    const folder = changedShop();
    const failed = (args: string[], pattern: RegExp): void => {
      const { status, stdout, stderr } = runCli(['diff', folder, ...args]);
      assert.deepEqual([status, stdout], [2, ''], args.join(' '));
      assert.match(stderr, pattern);
    };
    failed(['--from', 'nowhere'], /"nowhere" is neither a folder nor a snapshot, and as a revision: git does not know the revision "nowhere"/);
    failed(['--from', '--output=x'], /not a valid revision|option|argument/);
    failed(['--from', join(folder, 'package.json')], /package\.json:1: This is not a snapshot/);
    failed(['--fail-on', 'huge'], /major, minor/);
    failed(['--format', 'svg'], /Unknown format "svg"/);
    const { status, stderr } = runCli(['diff', temporaryFolder({ 'a.ts': 'export const a = 1;\n' })], { env: { GIT_CEILING_DIRECTORIES: '/' } });
    assert.equal(status, 2);
    assert.match(stderr, /nothing to compare with/);
  });

  it('says so when the history of a shallow clone does not reach', () => {
    const folder = changedShop();
    commitAll(folder, 'two');
    const clone = join(temporaryFolder(), 'clone');
    gitIn(folder, 'clone', '-q', '--depth', '1', `file://${folder}`, clone);
    const { status, stderr } = runCli(['diff', clone, '--from', 'HEAD~1']);
    assert.equal(status, 2);
    assert.match(stderr, /shallow clone, fetch more history/);
    assert.deepEqual(changes(diffJson([clone, '--from', 'HEAD'])), []);
  });

  it('draws before and after with the same boxes in the same order', () => {
    const folder = changedShop();
    writeIn(folder, 'src/mail/send.ts', "import { place } from '../orders/index';\nexport const send = place;\n");
    const text = runCli(['diff', folder, '--format', 'mermaid']).stdout;
    const [before = '', after = ''] = text.split('subgraph after');
    const boxes = (half: string): string[] => [...half.matchAll(/^ {4}(?:before|after)_(b\d+)\["(.*)"\]/gm)].map(([, key, label]) => `${key} ${label}`);
    const arrows = (half: string): string[] =>
      [...half.matchAll(/^ {4}(?:before|after)_(b\d+) (?:~~~|-->|-\.->) (?:before|after)_(b\d+)/gm)].map(([, a, b]) => `${a} ${b}`);
    assert.ok(boxes(before).length >= 3 && arrows(before).length >= 2, text);
    assert.deepEqual([boxes(before), arrows(before)], [boxes(after), arrows(after)]);
    assert.match(before, /~~~/);
    assert.match(text, /class before_b\d+ absent/);
    for (const colour of ['#ff9999', '#99ff99', '#eeeeee']) assert.ok(text.includes(colour), colour);
  });

  it('writes Markdown with the legend, and HTML that stands alone', () => {
    const folder = changedShop();
    const markdown = runCli(['diff', folder, '--format', 'markdown']).stdout;
    assert.match(markdown, /🔴 Breaking Changes - Requires dependent block updates/);
    assert.match(markdown, /```mermaid\nflowchart LR/);
    const html = runCli(['diff', folder, '--format', 'html']).stdout;
    assert.equal(html.match(/<svg/g)?.length, 2);
    assert.doesNotMatch(html.replace('http://www.w3.org/2000/svg', ''), /<script|(src|href)=|https?:\/\/(?!www\.w3\.org)/);
  });
});

describe('archwright snapshot', () => {
  after(removeTemporaryFolders);

  it('stores what can be compared later without the sources, and is the default to compare with', () => {
    const folder = temporaryFolder(SHOP);
    commitAll(folder, 'one');
    assert.equal(runCli(['snapshot', folder]).status, 0);
    const [name = ''] = readdirSync(join(folder, 'architecture/snapshots'));
    assert.match(name, /^\d{4}-\d\d-\d\dT\d{6}-[0-9a-f]{7}\.json$/);
    const unchanged = diffJson([folder]);
    assert.deepEqual([unchanged.from.kind, unchanged.from.commit, changes(unchanged)], ['snapshot', gitIn(folder, 'rev-parse', 'HEAD').trim(), []]);
    writeIn(folder, 'src/orders/index.ts', "export { place } from './place';\n");
    const [byRevision, bySnapshot] = [diffJson([folder, '--from', 'HEAD']), diffJson([folder])];
    assert.deepEqual({ ...bySnapshot, from: null }, { ...byRevision, from: null });
    assert.equal(byRevision.bump, 'major');
  });

  it('that is damaged or in conflict is not used, and says where', () => {
    const folder = temporaryFolder(SHOP);
    const file = join(folder, 'now.json');
    assert.equal(runCli(['snapshot', folder, '--output', file]).status, 0);
    const text = readFileSync(file, 'utf8');
    for (const [broken, pattern] of [
      [text.replace('"active"', '"failed"'), /now\.json:\d+: The content of ".*" does not fit its hash/],
      [`${text}<<<<<<< HEAD\n`, /now\.json:\d+: A merge conflict/],
    ] as const) {
      writeFileSync(file, broken);
      const { status, stderr } = runCli(['diff', folder, '--from', file]);
      assert.equal(status, 2);
      assert.match(stderr, pattern);
    }
  });
});
