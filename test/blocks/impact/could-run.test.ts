/** Which tests could run a changed method, and what is followed while a module loads. Each case names all that must be chosen. */
import assert from 'node:assert/strict';
import { testsAfter, type Edits } from './impact-in-memory.ts';

interface Case {
  does: string;
  files: Readonly<Record<string, string>>;
  edits: Edits;
  run: string[];
}

const vitest = '{ "name": "shop", "devDependencies": { "vitest": "3.0.0" }, "scripts": { "test": "vitest run" } }\n';
const python = { 'pyproject.toml': '[project]\nname = "shop"\n', 'shop/__init__.py': '' };
const test = (imports: string, body: string): string => `${imports}\nimport { it, expect } from 'vitest';\nit('works', () => { expect(${body}).toBe(1); });\n`;

const CART = 'export class Cart {\n  total(): number { return 1; }\n  count(): number { return 1; }\n}\n';
const BROKEN_CART = CART.replace('total(): number { return 1; }', 'total(): number { throw 1; }');
const APP = 'class App:\n    def use(self):\n        return self\n\n\ndef create():\n    return App()\n';
const BROKEN_APP = APP.replace('return self', 'raise ValueError');

const CASES: Case[] = [
  {
    does: 'leaves out who names the method of another class, who never calls the method, and who never calls what would',
    files: {
      'package.json': vitest, 'src/cart.ts': CART,
      'src/bill.ts': 'export class Bill {\n  total(): number { return 1; }\n}\n',
      'src/till.ts': "import { Cart } from './cart';\nimport { Bill } from './bill';\nexport const counted = (): number => new Cart().count();\n"
        + 'export const billed = (): number => new Bill().total();\nexport const paid = (): number => new Cart().total();\n',
      'src/shop.ts': "import { Cart } from './cart';\nexport class Shop {\n  open(): number { return 1; }\n"
        + '  later(): number { return new Cart().total(); }\n}\n',
      'test/open.test.ts': test("import { Shop } from '../src/shop';\nimport { Bill } from '../src/bill';", 'new Shop().open() * new Bill().total()'),
      'test/later.test.ts': test("import { Shop } from '../src/shop';", 'new Shop().later()'),
      'test/counted.test.ts': test("import { counted } from '../src/till';", 'counted()'),
      'test/billed.test.ts': test("import { billed } from '../src/till';", 'billed()'),
      'test/paid.test.ts': test("import { paid } from '../src/till';", 'paid()'),
    },
    edits: { 'src/cart.ts': BROKEN_CART },
    run: ['test/later.test.ts', 'test/paid.test.ts'],
  },
  {
    does: 'keeps who is handed the instance, calls it on a class below, or names the method in a text',
    files: {
      'package.json': vitest, 'src/cart.ts': CART,
      'src/made.ts': "import { Cart } from './cart';\nexport const made = (): Cart => new Cart();\n",
      'src/big.ts': "import { Cart } from './cart';\nexport class BigCart extends Cart {}\n",
      'test/handed.test.ts': test("import { made } from '../src/made';", 'made().total()'),
      'test/below.test.ts': test("import { BigCart } from '../src/big';", 'new BigCart().total()'),
      'test/text.test.ts': test("import { made } from '../src/made';\nconst name = 'total';", '(made() as any)[name]()'),
      'test/count.test.ts': test("import { made } from '../src/made';", 'made().count()'),
    },
    edits: { 'src/cart.ts': BROKEN_CART },
    run: ['test/below.test.ts', 'test/handed.test.ts', 'test/text.test.ts'],
  },
  {
    does: 'keeps tests that get the instance from a fixture, at once or through another, or from what runs for every test',
    files: {
      ...python, 'shop/app.py': APP,
      'tests/conftest.py': 'import pytest\nfrom shop.app import create\n\n\n@pytest.fixture\ndef app():\n    return create()\n\n\n'
        + '@pytest.fixture\ndef client(app):\n    return [app]\n',
      'tests/every/conftest.py': 'import pytest\nfrom shop.app import create\n\n\n@pytest.fixture(autouse=True)\ndef ready():\n    create().use()\n',
      'tests/every/test_every.py': 'def test_every():\n    assert 1 + 1 == 2\n',
      'tests/test_app.py': 'def test_app(app):\n    assert app.use()\n',
      'tests/test_client.py': 'def test_client(client):\n    assert client[0].use()\n',
      'tests/test_unused.py': 'def test_unused(app):\n    assert app\n',
      'tests/test_other.py': 'class Other:\n    def use(self):\n        return 1\n\n\ndef test_other():\n    assert Other().use()\n',
    },
    edits: { 'shop/app.py': BROKEN_APP },
    run: ['tests/every/test_every.py', 'tests/test_app.py', 'tests/test_client.py'],
  },
  {
    does: 'finds a method that is called while a module loads, on what a call gave',
    files: {
      ...python, 'package.json': vitest, 'shop/app.py': APP,
      'shop/made.py': 'from shop.app import create\n\napp = create().use()\none = 1\n',
      'tests/test_made.py': 'from shop.made import one\n\n\ndef test_made():\n    assert one == 1\n',
      'src/app.ts': 'export class App {\n  use(): App { return this; }\n}\nexport function create(): App { return new App(); }\n',
      'src/made.ts': "import { create } from './app';\nexport const app = create().use();\nexport const one = 1;\n",
      'test/made.test.ts': test("import { one } from '../src/made';", 'one'),
      'test/none.test.ts': test("import { create } from '../src/app';", 'create()'),
    },
    edits: {
      'shop/app.py': BROKEN_APP,
      'src/app.ts': 'export class App {\n  use(): App { throw 1; }\n}\nexport function create(): App { return new App(); }\n',
    },
    run: ['test/made.test.ts', 'tests/test_made.py'],
  },
  {
    does: 'finds a changed method of a class that has no name of its own',
    files: {
      'package.json': vitest,
      'src/cart.ts': 'export default class {\n  total(): number { return 1; }\n}\n',
      'src/bill.js': 'exports.Bill = class {\n  total() { return 1; }\n};\nexports.free = () => 1;\n',
      'test/cart.test.ts': test("import Cart from '../src/cart';", 'new Cart().total()'),
      'test/bill.test.js': test("const { Bill } = require('../src/bill');", 'new Bill().total()'),
      'test/free.test.js': test("const { free } = require('../src/bill');", 'free()'),
    },
    edits: {
      'src/cart.ts': 'export default class {\n  total(): number { throw 1; }\n}\n',
      'src/bill.js': 'exports.Bill = class {\n  total() { throw 1; }\n};\nexports.free = () => 1;\n',
    },
    run: ['test/bill.test.js', 'test/cart.test.ts'],
  },
  {
    does: 'takes a name that a parameter hides for nothing, and an import below a start for none that loads',
    files: {
      ...python,
      'shop/box.py': 'def box():\n    return 1\n',
      'shop/draw.py': 'from shop.box import box\n\n\ndef draw(box):\n    return box\n\n\ndef filled():\n    return box()\n',
      'shop/show.py': "def show():\n    return 1\n\n\nif __name__ == '__main__':\n    from shop.load import loaded\n    show()\n",
      'shop/load.py': 'from shop.box import box\n\nloaded = box()\n',
      'tests/test_draw.py': 'from shop.draw import draw\n\n\ndef test_draw():\n    assert draw(1)\n',
      'tests/test_filled.py': 'from shop.draw import filled\n\n\ndef test_filled():\n    assert filled()\n',
      'tests/test_show.py': 'from shop.show import show\n\n\ndef test_show():\n    assert show()\n',
      'tests/test_load.py': 'from shop.load import loaded\n\n\ndef test_load():\n    assert loaded\n',
    },
    edits: { 'shop/box.py': 'def box():\n    raise ValueError\n' },
    run: ['tests/test_filled.py', 'tests/test_load.py'],
  },
  {
    does: 'calls a method of the package\'s own protocol only where something names it, and one of the language wherever there are instances',
    files: {
      ...python,
      'shop/item.py': 'class Item:\n    def __shop__(self):\n        return 1\n\n    def __str__(self):\n        return "a"\n\n\nitem = Item()\n',
      'shop/show.py': 'from shop.item import item\n\n\ndef show():\n    return item.__shop__()\n',
      'tests/test_show.py': 'from shop.show import show\n\n\ndef test_show():\n    assert show()\n',
      'tests/test_item.py': 'from shop.item import item\n\n\ndef test_item():\n    assert item\n',
    },
    edits: {
      'shop/item.py': 'class Item:\n    def __shop__(self):\n        raise ValueError\n\n    def __str__(self):\n        return "a"\n\n\nitem = Item()\n',
    },
    run: ['tests/test_show.py'],
  },
  {
    does: 'takes no file for a set-up that settings only exclude, or that is started after the tests; one that is started before is one',
    files: {
      'package.json': '{ "name": "shop", "devDependencies": { "vitest": "3.0.0" }, "scripts": { "test": "node tools/before.js && vitest run && npm run pack",'
        + ' "pack": "node tools/after.js" } }\n',
      'vitest.config.ts': "export default { test: { setupFiles: ['./tools/setup.js'], coverage: { exclude: ['tools/built.js', '**/*.[jt]s'] } } };\n",
      'src/a.js': 'export const a = () => 1;\nexport const b = () => 1;\n',
      'tools/built.js': "import { a } from '../src/a.js';\na();\n",
      'tools/after.js': "import { a } from '../src/a.js';\na();\n",
      'tools/before.js': "import { b } from '../src/a.js';\nb();\n",
      'tools/setup.js': 'globalThis.ready = 1;\n',
      'test/a.test.js': test("import { a } from '../src/a.js';", 'a()'),
      'test/none.test.js': test('', '1'),
    },
    edits: { 'src/a.js': 'export const a = () => { throw 1; };\nexport const b = () => 1;\n' },
    run: ['test/a.test.js'],
  },
  {
    does: 'runs everything when what is started before the tests fails',
    files: {
      'package.json': '{ "name": "shop", "devDependencies": { "vitest": "3.0.0" }, "scripts": { "test": "node tools/before.js && vitest run" } }\n',
      'src/a.js': 'export const a = () => 1;\n',
      'tools/before.js': "import { a } from '../src/a.js';\na();\n",
      'test/none.test.js': test('', '1'),
    },
    edits: { 'src/a.js': 'export const a = () => { throw 1; };\n' },
    run: ['test/none.test.js'],
  },
];

describe('tests that could run a change', () => {
  for (const { does, files, edits, run } of CASES) {
    it(does, async () => {
      assert.deepEqual(await testsAfter(files, edits), run);
    });
  }
});
