/** Which tests of a Python project a change could affect: blocks that only a start runs, texts with dots, words that are no calls. */
import assert from 'node:assert/strict';
import { testsAfter } from './impact-in-memory.ts';

const project = '[project]\nname = "shop"\n';

describe('tests of Python that a change could affect', () => {
  it('leaves out who imports a file of which only the part changed that a start runs', async () => {
    const files = {
      'pyproject.toml': project, 'shop/__init__.py': '',
      'shop/draw.py': 'def draw():\n    return 1\n',
      'shop/live.py': 'class Live:\n    pass\n\n\nif __name__ == "__main__":\n    from shop.draw import draw\n    draw()\n',
      'tests/test_draw.py': 'from shop.draw import draw\n\n\ndef test_draw():\n    assert draw()\n',
      'tests/test_live.py': 'from shop.live import Live\n\n\ndef test_live():\n    assert Live()\n',
      'tests/test_started.py': 'import subprocess\nimport sys\n\n\ndef test_started():\n    assert subprocess.run([sys.executable, "-m", "shop.live"])\n',
      'tests/test_shown.py': 'def test_shown():\n    assert 1\n\n\nif __name__ == "__main__":\n    from shop.draw import draw\n    print(draw())\n',
    };
    const edits = { 'shop/draw.py': 'def draw():\n    raise RuntimeError\n' };
    assert.deepEqual(await testsAfter(files, edits), ['tests/test_draw.py', 'tests/test_started.py']);
  });

  it('takes a text with a dot for a name in a module only where the module has or had it', async () => {
    const files = {
      'pyproject.toml': project,
      'orders.py': 'def place():\n    return 1\n\n\ndef cancel():\n    return 1\n',
      'examples/table.py': 'from orders import place\n\nplace()\n',
      'styles.py': 'STYLES = {"table.header": "bold"}\n',
      'tests/test_styles.py': 'from styles import STYLES\n\n\ndef test_styles():\n    assert STYLES\n',
      'tests/test_place.py': 'from unittest import mock\n\n\n@mock.patch("orders.place")\ndef test_place(fake):\n    assert fake\n',
      'tests/test_cancel.py': 'from unittest import mock\n\n\n@mock.patch("orders.cancel")\ndef test_cancel(fake):\n    assert fake\n',
    };
    const edits = { 'orders.py': 'def place():\n    raise RuntimeError\n' };
    assert.deepEqual(await testsAfter(files, edits), ['tests/test_cancel.py', 'tests/test_place.py']);
  });

  it('takes a key, or a word that is compared, for a call only where members are read by computed names', async () => {
    const files = {
      'pyproject.toml': project, 'shop/__init__.py': '',
      'shop/console.py': 'class Console:\n    def pager(self):\n        return 1\n\n    def rule(self):\n        return 1\n',
      'shop/signs.py': 'SIGNS = {"pager": "P", "rule": "-"}\n\n\ndef sign(name):\n    return "" if name == "pager" else SIGNS[name]\n',
      'shop/named.py': 'def run(console, name):\n    return getattr(console, name)()\n',
      'tests/test_pager.py': 'from shop.console import Console\n\n\ndef test_pager():\n    assert Console().pager()\n',
      'tests/test_rule.py': 'from shop.console import Console\nfrom shop.signs import SIGNS\n\n\n'
        + 'def test_rule():\n    assert Console().rule() and SIGNS["rule"]\n',
      'tests/test_sign.py': 'from shop.console import Console\nfrom shop.signs import sign\n\n\ndef test_sign():\n    assert Console() and sign("rule")\n',
      'tests/test_named.py': 'from shop.console import Console\nfrom shop.named import run\nfrom shop.signs import SIGNS\n\n\n'
        + 'def test_named():\n    assert [run(Console(), name) for name in SIGNS]\n',
      'tests/test_word.py': 'from shop.console import Console\n\n\ndef test_word():\n    assert Console.__dict__["pager"](Console())\n',
    };
    const edits = { 'shop/console.py': files['shop/console.py'].replace('return 1', 'raise RuntimeError') };
    assert.deepEqual(await testsAfter(files, edits), ['tests/test_named.py', 'tests/test_pager.py', 'tests/test_word.py']);
  });

  it('knows that what a kept function hands on does not run while the module loads, and that a lambda does that is called at once', async () => {
    const files = {
      'pyproject.toml': project, 'shop/__init__.py': '',
      'shop/wrap.py': 'def keep(f):\n    def kept():\n        return f()\n    return kept\n\n\ndef start(f):\n    return f()\n',
      'shop/price.py': 'def price():\n    return 1\n',
      'shop/kept.py': 'from shop.price import price\nfrom shop.wrap import keep, start\n\nkept = keep(lambda: start(lambda: price()))\none = 1\n',
      'shop/called.py': 'from shop.price import price\nfrom shop.wrap import start\n\ncalled = start(lambda: price())\ntwo = 1\n',
      'shop/sorted.py': 'from shop.price import price\n\nordered = sorted([2, 1], key=lambda each: price() * each)\nthree = 1\n',
      'tests/test_three.py': 'from shop.sorted import three\n\n\ndef test_three():\n    assert three\n',
      'tests/test_kept.py': 'from shop.kept import kept\n\n\ndef test_kept():\n    assert kept()\n',
      'tests/test_one.py': 'from shop.kept import one\n\n\ndef test_one():\n    assert one\n',
      'tests/test_two.py': 'from shop.called import two\n\n\ndef test_two():\n    assert two\n',
    };
    const edits = { 'shop/price.py': 'def price():\n    raise RuntimeError\n' };
    assert.deepEqual(await testsAfter(files, edits), ['tests/test_kept.py', 'tests/test_three.py', 'tests/test_two.py']);
  });
});
