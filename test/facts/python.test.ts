/** What only Python has: exports by `__all__`, imports that only checkers see, the three ways to document, half-written files. */
import assert from 'node:assert/strict';
import type { FileFacts } from '../../server/facts/file-facts.ts';
import { lintCodes, rulesByCode } from '../../server/compose/foreign-codes.ts';
import { createPythonAdapter } from '../../server/languages/python/adapter.ts';
import { readDocumentation } from '../../server/languages/python/collect/docs.ts';

const pythonAdapter = createPythonAdapter(lintCodes, rulesByCode.pylint);

const facts = (text: string, path = 'app/a.py'): FileFacts => pythonAdapter.extract({ path, text, role: 'source' });

describe('facts of Python', () => {
  before(() => pythonAdapter.load());

  it('export public names, or those that __all__ lists', () => {
    const names = (text: string, path?: string): string[] => facts(text, path).exports.map((each) => each.name);
    assert.deepEqual(names('import os\nA = 1\n_b = 2\ndef c(): pass\nclass D: pass\n'), ['A', 'c', 'D']);
    assert.deepEqual(names('from .x import y, z\n__all__ = ["c", "y"]\n__all__ += ["D"]\ndef c(): pass\nclass D: pass\nE = 1\n'), ['y', 'c', 'D']);
    assert.deepEqual(names('from .x import y as y, z\nimport os\n', 'app/__init__.py'), ['y', 'z']);
    assert.deepEqual(names('from .x import *\n', 'app/__init__.py'), ['*']);
    assert.deepEqual(names('try:\n    import fast\nexcept ImportError:\n    fast = None\nif True:\n    def a(): pass\n'), ['a']);
  });

  it('distinguish imports for type checkers, late imports and alternatives', () => {
    const { imports } = facts('from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from .a import A\ntry:\n    import fast\nexcept ImportError:\n    '
      + 'import slow as fast\ndef f(a: "A") -> None:\n    from . import b\n    b.go(fast)\n');
    assert.deepEqual(
      imports.map(({ specifier, typeOnly, lazy }) => [specifier, typeOnly, lazy]),
      [
        ['typing', false, false],
        ['.a', true, false],
        ['fast', false, false],
        ['slow', false, false],
        ['.', false, true],
      ],
    );
    assert.equal(imports[1]!.names[0]!.usedAsType, true);
  });

  it('give named arguments as one object after the others', () => {
    const [call] = facts('import requests\nrequests.get(url, timeout=3, verify=False)\n').calls;
    assert.deepEqual(call!.args.map(({ kind, keywords }) => [kind, keywords ?? false]), [['identifier', false], ['object', true]]);
    assert.deepEqual(call!.args[1]!.properties!.map(({ name, value }) => [name, value.text]), [['timeout', '3'], ['verify', 'false']]);
    assert.deepEqual([call!.module, call!.member], ['requests', 'get']);
  });

  it('know properties, static methods, visibility, parameters of every kind', () => {
    const { functions } = facts('class A:\n    @property\n    def size(self): return 1\n    @size.setter\n    def size(self, value): pass\n    '
      + '@staticmethod\n    def make(a, /, b, *rest, c=1, **more): yield a\n    async def _go(self): await self.size\n');
    assert.deepEqual(
      functions.map(({ name, kind, visibility, static: isStatic, async, generator }) => [name, kind, visibility, isStatic, async, generator]),
      [
        ['size', 'getter', 'public', false, false, false],
        ['size', 'setter', 'public', false, false, false],
        ['make', 'method', 'public', true, false, true],
        ['_go', 'method', 'private', false, true, false],
      ],
    );
    assert.deepEqual(
      functions[2]!.params.map(({ name, rest, named, optional }) => [name, rest, named ?? false, optional]),
      [
        ['a', false, false, false],
        ['b', false, false, false],
        ['rest', true, false, false],
        ['c', false, true, true],
        ['more', true, false, false],
      ],
    );
  });

  it('read the newest syntax', () => {
    const { functions, handlers, loops, classFacts, syntaxProblems } = facts('type Pair[T] = tuple[T, T]\nclass Box[T]:\n    pass\ndef first[T](rows: '
      + 'list[T]) -> T:\n    try:\n        match rows:\n            case [one, *_] if (n := one):\n                return n\n            case _:\n          '
      + '      pass\n    except* (ValueError, OSError) as group:\n        print(f"{group!r:>{10}} {rows[0]["a"]}")\n    return [row async for row in '
      + 'rows][0]\n');
    assert.deepEqual(functions.map((each) => [each.name, each.nesting, each.complexity]), [['first', 1, 4]]);
    assert.deepEqual(handlers.map((each) => [each.types, each.param, each.usesError]), [[['ValueError', 'OSError'], 'group', true]]);
    assert.deepEqual(loops.map((each) => each.async), [true]);
    assert.equal(classFacts[0]!.name, 'Box');
    assert.deepEqual(syntaxProblems, []);
  });

  it('survive half-written files', () => {
    for (const text of [
      'def f(',
      'class A:\n',
      'import\nfrom . import',
      'x = [1, 2\nprint "a"\n',
      'f"{',
      '@\ndef',
      'lambda: (',
      'try:\n  x\nexcept',
      'with open(a) as',
      'a.b.\nfor x in\n',
      'f(x=',
      '\u0000\ufeff',
      'match x:\n  case',
      'return *',
    ]) {
      assert.doesNotThrow(() => facts(text), text);
    }
  });

  it('count columns in UTF-16 units', () => {
    const [string] = facts('a = "😀"; b = "https://a.io/x"\n').strings;
    assert.deepEqual(string!.span, [1, 15, 1, 31]);
  });

  it('recognise machine learning by imports', () => {
    assert.equal(facts('from sklearn.svm import SVC\n').metrics.machineLearning, true);
    assert.equal(facts('import sklearnish\n').metrics.machineLearning, false);
  });
});

describe('documentation of Python', () => {
  const read = (text: string): unknown[] => {
    const { summary, params, returns, throws } = readDocumentation(text);
    return [summary, params, returns, throws];
  };

  it('is read as Google writes it', () => {
    assert.deepEqual(read('Adds.\n\n    Args:\n        a (int): one\n            more of it: here\n        *rest: others\n\n    Yields:\n        int: '
      + 'sums\n\n    Raises:\n        ValueError: no\n'), [true, ['a', 'rest'], true, ['ValueError']]);
  });

  it('is read as NumPy writes it', () => {
    assert.deepEqual(
      read(
        'Adds.\n\n    Parameters\n    ----------\n    a, b : int\n        Both.\n    c : {"x", "y"}, default="x"\n        Third.\n\n    ' +
          'Returns\n    -------\n    int\n        Sum.\n\n    Raises\n    ------\n    ValueError\n        No.\n\n    Examples\n    --------\n    x : 1\n',
      ),
      [true, ['a', 'b', 'c'], true, ['ValueError']],
    );
  });

  it('is read as reST writes it', () => {
    assert.deepEqual(read('Adds.\n\n    :param int a: one\n    :param b: two\n    :rtype: int\n    :raises ValueError: no\n'), [
      true,
      ['a', 'b'],
      true,
      ['ValueError'],
    ]);
  });
});
