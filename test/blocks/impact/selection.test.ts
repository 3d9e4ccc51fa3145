/** Which tests a change could affect. Each case names all that must be chosen; what is left out must not be. */
import assert from 'node:assert/strict';
import { testsAfter, type Edits } from './impact-in-memory.ts';

interface Case {
  does: string;
  files: Readonly<Record<string, string>>;
  edits: Edits;
  run: string[];
}

const vitest = '{ "name": "shop", "devDependencies": { "vitest": "3.0.0" }, "scripts": { "test": "vitest run" } }\n';
const jest = '{ "name": "shop", "scripts": { "test": "jest" }, "jest": { "setupFiles": ["./test/prepare.js"] } }\n';
const test = (imports: string, body: string): string => `${imports}\nimport { it, expect } from 'vitest';\nit('works', () => { expect(${body}).toBe(1); });\n`;

const CASES: Case[] = [
  {
    does: 'follows a function through a barrel, not its neighbours',
    files: {
      'package.json': vitest,
      'src/add.ts': 'export function add(a: number): number { return a + 1; }\nexport function sub(a: number): number { return a - 1; }\n',
      'src/mul.ts': 'export const mul = (a: number): number => a * 2;\n',
      'src/index.ts': "export * from './add';\nexport { mul as times } from './mul';\n",
      'test/add.test.ts': test("import { add } from '../src';", 'add(0)'),
      'test/sub.test.ts': test("import { sub } from '../src/index';", 'sub(2)'),
      'test/mul.test.ts': test("import { times } from '../src';", 'times(1)'),
      'test/all.test.ts': test("import * as shop from '../src';", 'shop.add(0)'),
    },
    edits: { 'src/add.ts': 'export function add(a: number): number { throw new Error(); }\nexport function sub(a: number): number { return a - 1; }\n' },
    run: ['test/add.test.ts', 'test/all.test.ts'],
  },
  {
    does: 'runs all that load a module when what runs while it loads changed',
    files: {
      'package.json': vitest,
      'src/limits.ts': 'const read = (): number => 1;\nexport const limit = read();\nexport const other = 2;\n',
      'src/index.ts': "export { other } from './limits';\nexport const free = 1;\n",
      'src/apart.ts': 'export const apart = 1;\n',
      'test/free.test.ts': test("import { free } from '../src/index';", 'free'),
      'test/apart.test.ts': test("import { apart } from '../src/apart';", 'apart'),
    },
    edits: { 'src/limits.ts': 'const read = (): number => { throw new Error(); };\nexport const limit = read();\nexport const other = 2;\n' },
    run: ['test/free.test.ts'],
  },
  {
    does: 'knows that a wrapper keeps what it is handed, and that another calls it',
    files: {
      'package.json': vitest,
      'src/wrap.ts': 'export function keep(f: () => number) { return () => f(); }\nexport function call(f: () => number) { return f(); }\n',
      'src/kept.ts': "import { keep } from './wrap';\nexport const kept = keep(() => 1);\nexport const one = 1;\n",
      'src/called.ts': "import { call } from './wrap';\nexport const called = call(() => 1);\nexport const two = 1;\n",
      'test/kept.test.ts': test("import { kept } from '../src/kept';", 'kept()'),
      'test/one.test.ts': test("import { one } from '../src/kept';", 'one'),
      'test/two.test.ts': test("import { two } from '../src/called';", 'two'),
    },
    edits: {
      'src/kept.ts': "import { keep } from './wrap';\nexport const kept = keep(() => 2);\nexport const one = 1;\n",
      'src/called.ts': "import { call } from './wrap';\nexport const called = call(() => 2);\nexport const two = 1;\n",
    },
    run: ['test/kept.test.ts', 'test/two.test.ts'],
  },
  {
    does: 'knows that what a kept function hands on does not run while the module loads, and that a member by a key does not either',
    files: {
      'package.json': vitest,
      'src/wrap.ts': 'export function keep(f: () => number) { return () => f(); }\nexport function start(f: () => number) { return f(); }\n',
      'src/kept.ts': "import { keep, start } from './wrap';\nexport const kept = keep(() => start(() => 1));\nexport const one = 1;\n",
      'src/steps.ts': "export function Steps() {}\nSteps.prototype['@@step'] = function () { return 1; };\nexport const two = 1;\n",
      'test/kept.test.ts': test("import { kept } from '../src/kept';", 'kept()'),
      'test/one.test.ts': test("import { one } from '../src/kept';", 'one'),
      'test/steps.test.ts': test("import { Steps } from '../src/steps';", "new Steps()['@@step']()"),
      'test/two.test.ts': test("import { two } from '../src/steps';", 'two'),
    },
    edits: {
      'src/kept.ts': "import { keep, start } from './wrap';\nexport const kept = keep(() => start(() => 2));\nexport const one = 1;\n",
      'src/steps.ts': "export function Steps() {}\nSteps.prototype['@@step'] = function () { return 2; };\nexport const two = 1;\n",
    },
    run: ['test/kept.test.ts', 'test/steps.test.ts'],
  },
  {
    does: 'takes a changed method to what names it',
    files: {
      'package.json': vitest,
      'src/cart.ts': 'export class Cart {\n  total(): number { return 1; }\n'
        + '  count(): number { return 1; }\n  twice(): number { return this.count() * 2; }\n}\n',
      'test/total.test.ts': test("import { Cart } from '../src/cart';", 'new Cart().total()'),
      'test/count.test.ts': test("import { Cart } from '../src/cart';", 'new Cart().count()'),
      'test/twice.test.ts': test("import { Cart } from '../src/cart';", 'new Cart().twice()'),
    },
    edits: { 'src/cart.ts': 'export class Cart {\n  total(): number { return 1; }\n'
      + '  count(): number { throw 1; }\n  twice(): number { return this.count() * 2; }\n}\n' },
    run: ['test/count.test.ts', 'test/twice.test.ts'],
  },
  {
    does: 'finds dynamic imports, mocks by name, data files and programs that are started',
    files: {
      'package.json': vitest,
      'src/tax.ts': 'export const tax = (): number => 1;\n',
      'src/cli.ts': "import { tax } from './tax';\nconsole.log(tax());\n",
      'src/lazy.ts': "export const lazy = async () => (await import('./tax')).tax();\n",
      'src/none.ts': 'export const none = 1;\n',
      'test/lazy.test.ts': test("import { lazy } from '../src/lazy';", 'lazy()'),
      'test/mock.test.ts': test("import { none } from '../src/none';\nimport { vi } from 'vitest';\nvi.mock('../src/tax');", 'none'),
      'test/cli.test.ts': test(
        "import { spawnSync } from 'node:child_process';\nimport { join } from 'node:path';",
        "spawnSync('tsx', [join(__dirname, '..', 'src', 'cli.ts')]).status",
      ),
      'test/built.test.ts': test("import { execFileSync } from 'node:child_process';", "execFileSync('node', ['dist/cli.js'])"),
      'test/none.test.ts': test("import { none } from '../src/none';", 'none'),
    },
    edits: { 'src/tax.ts': 'export const tax = (): number => { throw 1; };\n' },
    run: ['test/built.test.ts', 'test/cli.test.ts', 'test/lazy.test.ts', 'test/mock.test.ts'],
  },
  {
    does: 'finds who reads a data file by its name, in JavaScript and Python',
    files: {
      'package.json': vitest, 'pyproject.toml': '[project]\nname = "shop"\n',
      'test/fixtures/cart.json': '{}\n',
      'test/read.test.ts': test(
        "import { readFileSync } from 'node:fs';\nimport path from 'node:path';",
        "readFileSync(path.join(__dirname, 'fixtures', 'cart.json')).length",
      ),
      'test/import.test.ts': test("import cart from './fixtures/cart.json';", 'cart'),
      'test/url.test.ts': test("import { readFileSync } from 'node:fs';", "readFileSync(new URL('./fixtures/cart.json', import.meta.url)).length"),
      'test/test_cart.py': 'from pathlib import Path\n\n\ndef test_cart():\n    assert (Path(__file__).parent / "fixtures" / "cart.json").read_text()\n',
      'test/test_other.py': 'def test_other():\n    assert 1 == 1\n',
      'test/other.test.ts': test('', '1'),
    },
    edits: { 'test/fixtures/cart.json': '{ "a": 1 }\n' },
    run: ['test/import.test.ts', 'test/read.test.ts', 'test/test_cart.py', 'test/url.test.ts'],
  },
  {
    does: 'runs everything when a file that prepares tests changed, or what its loading needs',
    files: {
      'package.json': jest,
      'test/prepare.js': "const { ready } = require('../src/ready');\nready();\n",
      'src/ready.js': 'exports.ready = () => 1;\nexports.other = () => 2;\n',
      'src/a.js': 'exports.a = () => 1;\n',
      'test/a.test.js': "const { a } = require('../src/a');\ntest('a', () => { expect(a()).toBe(1); });\n",
      'test/b.test.js': "test('b', () => { expect(1).toBe(1); });\n",
    },
    edits: { 'src/ready.js': 'exports.ready = () => { throw 1; };\nexports.other = () => 2;\n' },
    run: ['test/a.test.js', 'test/b.test.js'],
  },
  {
    does: 'takes the exports of CommonJS one by one',
    files: {
      'package.json': '{ "name": "shop", "scripts": { "test": "mocha" } }\n',
      'lib/a.js': 'function one() { return 1; }\nfunction two() { return 2; }\nmodule.exports = { one, second: two };\n',
      'lib/app.js': 'var app = exports = module.exports = {};\napp.get = function get() { return 1; };\napp.set = function set() { return 1; };\n',
      'test/one.js': "const a = require('../lib/a');\nit('one', () => { a.one(); });\n",
      'test/two.js': "const { second } = require('../lib/a');\nit('two', () => { second(); });\n",
      'test/get.js': "const app = require('../lib/app');\nit('get', () => { app.get(); });\n",
      'test/set.js': "const app = require('../lib/app');\nit('set', () => { app.set(); });\n",
    },
    edits: {
      'lib/a.js': 'function one() { return 1; }\nfunction two() { throw 2; }\nmodule.exports = { one, second: two };\n',
      'lib/app.js': 'var app = exports = module.exports = {};\napp.get = function get() { throw 1; };\napp.set = function set() { return 1; };\n',
    },
    run: ['test/get.js', 'test/two.js'],
  },
  {
    does: 'asks pytest fixtures by name, and follows patches and commands by dotted names',
    files: {
      'pyproject.toml': '[project]\nname = "shop"\n[project.scripts]\nshop-cli = "shop.cli:main"\n',
      'shop/__init__.py': '', 'shop/db.py': 'def connect():\n    return 1\n\n\ndef close():\n    return 1\n',
      'shop/cli.py': 'from shop.db import connect\n\n\ndef main():\n    connect()\n',
      'tests/conftest.py': 'import pytest\nfrom shop.db import connect, close\n'
        + '\n\n@pytest.fixture\ndef db():\n    return connect()\n\n\n@pytest.fixture\ndef closed():\n    return close()\n',
      'tests/test_db.py': 'def test_db(db):\n    assert db\n',
      'tests/test_closed.py': 'def test_closed(closed):\n    assert closed\n',
      'tests/test_patch.py': 'from unittest import mock\n\n\n@mock.patch("shop.db.connect")\ndef test_patch(fake):\n    assert fake\n',
      'tests/test_cli.py': 'import subprocess\n\n\ndef test_cli():\n    assert subprocess.run(["shop-cli", "--help"])\n',
      'tests/test_module.py': 'import subprocess\nimport sys\n\n\ndef test_module():\n    assert subprocess.run([sys.executable, "-m", "shop.cli"])\n',
      'tests/test_none.py': 'def test_none():\n    assert 1 + 1 == 2\n',
    },
    edits: { 'shop/db.py': 'def connect():\n    raise RuntimeError\n\n\ndef close():\n    return 1\n' },
    run: ['tests/test_cli.py', 'tests/test_db.py', 'tests/test_module.py', 'tests/test_patch.py'],
  },
  {
    does: 'leaves types out, unless the runner checks them',
    files: {
      'package.json': vitest,
      'src/types.ts': 'export interface Order { id: string }\nexport const one = 1;\n',
      'src/use.ts': "import type { Order } from './types';\nexport const use = (order: Order | null): number => (order ? 1 : 1);\n",
      'test/use.test.ts': test("import { use } from '../src/use';", 'use(null)'),
    },
    edits: { 'src/types.ts': 'export interface Order { id: number }\nexport const one = 1;\n' },
    run: [],
  },
  {
    does: 'follows a package of the same repository to its source',
    files: {
      'package.json': '{ "name": "root", "workspaces": ["packages/*"] }\n',
      'packages/core/package.json': '{ "name": "@shop/core", "main": "dist/index.js" }\n',
      'packages/core/src/index.ts': 'export const core = (): number => 1;\n',
      'packages/web/package.json': '{ "name": "@shop/web", "devDependencies": { "vitest": "3.0.0" } }\n',
      'packages/web/src/page.ts': "import { core } from '@shop/core';\nexport const page = (): number => core();\n",
      'packages/web/test/page.test.ts': test("import { page } from '../src/page';", 'page()'),
      'packages/web/test/other.test.ts': test('', '1'),
    },
    edits: { 'packages/core/src/index.ts': 'export const core = (): number => { throw 1; };\n' },
    run: ['packages/web/test/page.test.ts'],
  },
  {
    does: 'of a changed lock file, runs what imports the packages whose version changed',
    files: {
      'package.json': vitest,
      'package-lock.json': '{ "packages": { "node_modules/left": { "version": "1.0.0" }, "node_modules/right": { "version": "1.0.0" } } }\n',
      'test/left.test.ts': test("import { left } from 'left';", 'left()'),
      'test/right.test.ts': test("import { right } from 'right';", 'right()'),
    },
    edits: { 'package-lock.json': '{ "packages": { "node_modules/left": { "version": "1.0.1" }, "node_modules/right": { "version": "1.0.0" } } }\n' },
    run: ['test/left.test.ts'],
  },
  {
    does: 'runs what imported a file that is gone',
    files: {
      'package.json': vitest,
      'src/gone.ts': 'export const gone = 1;\n',
      'src/user.ts': "import { gone } from './gone';\nexport const user = gone;\n",
      'test/user.test.ts': test("import { user } from '../src/user';", 'user'),
      'test/other.test.ts': test('', '1'),
    },
    edits: { 'src/gone.ts': null },
    run: ['test/user.test.ts'],
  },
  {
    does: 'follows a getter that a helper defines to what names it, and a member of a required module to its name',
    files: {
      'package.json': '{ "scripts": { "test": "mocha" } }\n',
      'lib/request.js': "const http = require('node:http');\nconst req = Object.create(http.IncomingMessage.prototype);\nmodule.exports = req;\n"
        + "defineGetter(req, 'host', function host() {\n  return 1;\n});\nObject.defineProperty(req, 'secure', { get() {\n  return 2;\n} });\n"
        + 'function defineGetter(object, name, getter) {\n  Object.defineProperty(object, name, { get: getter });\n}\n',
      'lib/app.js': "const req = require('./request');\nmodule.exports = () => Object.create(req);\n",
      'lib/kit.js': 'exports.one = () => 1;\nexports.two = () => 2;\n',
      'lib/one.js': "const one = require('./kit').one;\nmodule.exports = () => one();\n",
      'lib/two.js': "const two = require('./kit').two;\nmodule.exports = () => two();\n",
      'test/host.js': "const app = require('../lib/app');\nit('host', () => { app().host; });\n",
      'test/named.js': "const app = require('../lib/app');\nit('named', () => { app()['host']; });\n",
      'test/secure.js': "const app = require('../lib/app');\nit('secure', () => { app().secure; });\n",
      'test/one.js': "const one = require('../lib/one');\nit('one', () => { one(); });\n",
      'test/two.js': "const two = require('../lib/two');\nit('two', () => { two(); });\n",
      'test/config.js': "const two = require('../lib/two');\nit('is configured', () => { two(); });\n",
    },
    edits: {
      'lib/request.js': "const http = require('node:http');\nconst req = Object.create(http.IncomingMessage.prototype);\nmodule.exports = req;\n"
        + "defineGetter(req, 'host', function host() {\n  throw new Error();\n});\nObject.defineProperty(req, 'secure', { get() {\n  return 2;\n} });\n"
        + 'function defineGetter(object, name, getter) {\n  Object.defineProperty(object, name, { get: getter });\n}\n',
      'lib/kit.js': 'exports.one = () => 1;\nexports.two = () => { throw new Error(); };\n',
    },
    run: ['test/config.js', 'test/host.js', 'test/named.js', 'test/two.js'],
  },
  {
    does: 'runs everything where a helper calls the getter that it is handed',
    files: {
      'package.json': '{ "scripts": { "test": "mocha" } }\n',
      'lib/request.js': "const req = {};\nmodule.exports = req;\ndefineValue(req, 'host', function host() {\n  return 1;\n});\n"
        + 'function defineValue(object, name, value) {\n  Object.defineProperty(object, name, { value: value() });\n}\n',
      'test/host.js': "const req = require('../lib/request');\nit('host', () => { req.host; });\n",
      'test/other.js': "const req = require('../lib/request');\nit('other', () => { req.other; });\n",
    },
    edits: {
      'lib/request.js': "const req = {};\nmodule.exports = req;\ndefineValue(req, 'host', function host() {\n  throw new Error();\n});\n"
        + 'function defineValue(object, name, value) {\n  Object.defineProperty(object, name, { value: value() });\n}\n',
    },
    run: ['test/host.js', 'test/other.js'],
  },
];

describe('tests that a change could affect', () => {
  for (const { does, files, edits, run } of CASES) {
    it(does, async () => {
      assert.deepEqual(await testsAfter(files, edits), run);
    });
  }
});
