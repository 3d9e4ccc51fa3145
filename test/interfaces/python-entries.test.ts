/** The modules through which others reach a Python package or folder. */
import assert from 'node:assert/strict';
import { interfaceEntries } from '../../server/languages/python/interface/entries.ts';
import { MEMORY_ROOT, memoryFileSystem } from '../kit/memory-file-system.ts';

/** @returns `name=path` of each entry */
function entries(files: Record<string, string> | string[], folder = ''): string[] {
  const texts = new Map(Array.isArray(files) ? files.map((file) => [file, ''] as const) : Object.entries(files));
  const python = [...texts.keys()].filter((file) => /\.pyi?$/.test(file));
  return interfaceEntries(MEMORY_ROOT, folder, python, memoryFileSystem(texts)).map(({ name, path }) => `${name}=${path}`);
}

describe('entries of a Python interface', () => {
  it('are a package and its public modules', () => {
    const hidden = ['shop/_secret.py', 'shop/_in/__init__.py', 'shop/_in/a.py', 'setup.py'];
    const files = ['shop/__init__.py', 'shop/orders.py', 'shop/sub/__init__.py', 'shop/sub/deep.py', ...hidden];
    assert.deepEqual(entries(files), [
      'shop=shop/__init__.py', 'shop.orders=shop/orders.py', 'shop.sub=shop/sub/__init__.py', 'shop.sub.deep=shop/sub/deep.py',
    ]);
  });

  it('leave out tests, what is started, and what stands beside the package', () => {
    const files = [
      'shop/__init__.py', 'shop/__main__.py', 'shop/tests/__init__.py', 'shop/tests/test_a.py', 'shop/conftest.py', 'tests/test_b.py', 'docs/conf.py',
      'examples/one/__init__.py', 'noxfile.py', 'helper.py',
    ];
    assert.deepEqual(entries(files), ['shop=shop/__init__.py']);
  });

  it('come from the folder for sources', () => {
    const files = { 'pyproject.toml': '', 'src/shop/__init__.py': '', 'src/shop/orders.py': '', 'src/alone.py': '', 'tests/__init__.py': '', 'tool.py': '' };
    assert.deepEqual(entries(files), ['alone=src/alone.py', 'shop=src/shop/__init__.py', 'shop.orders=src/shop/orders.py']);
  });

  it('come from the folder that the project file names', () => {
    const toml = '[tool.setuptools.packages.find]\nwhere = ["lib"]\n';
    assert.deepEqual(entries({ 'pyproject.toml': toml, 'lib/shop/__init__.py': '' }), ['shop=lib/shop/__init__.py']);
    const setup = { 'setup.cfg': '[options.packages.find]\n', 'setup.py': 'setup(package_dir={"": "code"})', 'code/shop/__init__.py': '' };
    assert.deepEqual(entries(setup), ['shop=code/shop/__init__.py']);
  });

  it('know namespace packages by the packages in them', () => {
    assert.deepEqual(entries(['acme/shop/__init__.py', 'acme/shop/orders.py']), ['acme.shop=acme/shop/__init__.py', 'acme.shop.orders=acme/shop/orders.py']);
  });

  it('are those of every project of a folder that holds several', () => {
    const files = { 'a/pyproject.toml': '', 'a/src/one/__init__.py': '', 'b/pyproject.toml': '', 'b/two/__init__.py': '' };
    assert.deepEqual(entries(files), ['one=a/src/one/__init__.py', 'two=b/two/__init__.py']);
  });

  it('of a package inside of another have its whole name', () => {
    const files = ['shop/__init__.py', 'shop/sub/__init__.py', 'shop/sub/a.py', 'shop/b.py'];
    assert.deepEqual(entries(files, 'shop/sub'), ['shop.sub=shop/sub/__init__.py', 'shop.sub.a=shop/sub/a.py']);
  });

  it('of a folder without packages are its modules', () => {
    assert.deepEqual(entries(['orders.py', 'stock.py', '_in.py', 'test_orders.py', 'setup.py']), ['orders=orders.py', 'stock=stock.py']);
    assert.deepEqual(entries(['tools/one.py', 'shop/__init__.py'], 'tools'), ['one=tools/one.py']);
  });

  it('name a source once, with or without its stub', () => {
    assert.deepEqual(entries(['shop/__init__.py', 'shop/__init__.pyi', 'shop/a.pyi']), ['shop=shop/__init__.py', 'shop.a=shop/a.pyi']);
  });

  it('are none in an empty folder', () => assert.deepEqual(entries([]), []));
});
