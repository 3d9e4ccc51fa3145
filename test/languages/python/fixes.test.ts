/** Fixes of Python: where they keep their hands off, and how they fit into what is there. */
import assert from 'node:assert/strict';
import { fixesFor, type Fix } from '../../../server/compose/fixes.ts';
import { applyFileEdits } from '../../kit/apply-edits.ts';
import { reviewInMemory } from '../../kit/review-in-memory.ts';

type Files = Record<string, string>;
const FILE = 'src/a.py';

async function fixesOf(ruleId: string, files: Files): Promise<{ findings: number; fixes: Fix[] }> {
  const review = await reviewInMemory(new Map(Object.entries(files)), [ruleId]);
  const found = review.judgement.findings.filter((finding) => finding.ruleId === ruleId && finding.path === FILE);
  return { findings: found.length, fixes: found.flatMap((finding) => fixesFor(review.workspace, finding, (path) => files[path])) };
}

/** The file after the first fix of the rule that applies; null when none does. */
async function fixed(ruleId: string, code: string, others: Files = {}): Promise<string | null> {
  const files = { ...others, [FILE]: code };
  const { findings, fixes } = await fixesOf(ruleId, files);
  assert.ok(findings > 0, `no finding of ${ruleId} in:\n${code}`);
  const edits = fixes.map((fix) => fix.edits()).find((each) => each !== null);
  return edits === undefined ? null : applyFileEdits(new Map(Object.entries(files)), edits).get(FILE)!;
}

const body = (...lines: string[]): string => `def f(path, other):\n${lines.map((line) => `    ${line}\n`).join('')}`;

describe('a with in Python', () => {
  const refused: readonly [string, string][] = [
    ['a reader that reads on after the function', `import csv\n${body('file = open(path)', 'return csv.reader(file)')}`],
    ['a generator that reads on', body('file = open(path)', 'return (line for line in file)')],
    ['a cursor that is returned', `import sqlite3\n${body('db = sqlite3.connect(path)', 'rows = db.execute("SELECT 1")', 'return rows')}`],
    ['a name that gets another value', body('file = open(path)', 'first = file.read()', 'file = open(other)', 'return first, file.read()')],
    [
      'closed in a branch and at the end',
      body('file = open(path)', 'if other:', '    print(file.read())', '    file.close()', '    return None', 'print(file.read())', 'file.close()'),
    ],
    ['used behind the branch that opens it', body('if other:', '    file = open(path)', 'return file.read()')],
    ['used after it is closed', body('file = open(path)', 'text = file.read()', 'file.close()', 'return text, file.readline()')],
    ['opened only sometimes', body('return other or open(path).read()')],
    ['something else is computed first', body('return other().join(open(path).read())')],
    ['a pool, whose with kills what runs', `from multiprocessing import Pool\n${body('pool = Pool(2)', 'print(pool.map(print, other))')}`],
    ['an int that stands for a file', `import os\n${body('fd = os.open(path, os.O_RDONLY)', 'print(len(path))', 'print(fd)')}`],
    ['two statements on a line', body('file = open(path); text = file.read()', 'return text')],
    ['an answer that is read later', `import requests\n${body('session = requests.Session()', 'answer = session.get(path, stream=True)', 'print(answer)')}`],
  ];
  for (const [name, code] of refused) it(`is not written: ${name}`, async () => assert.equal(await fixed('quality/resource-leak', code), null));

  it('keeps tabs, line endings and an empty body', async () => {
    assert.equal(
      await fixed('quality/resource-leak', 'def f(path):\r\n\tfile = open(path)\r\n\r\n\treturn file.read()\r\n'),
      'def f(path):\r\n\twith open(path) as ' + 'file:\r\n\r\n\t\treturn file.read()\r\n',
    );
    assert.equal(
      await fixed('quality/resource-leak', body('file = open(path, "w")', 'print(path)', 'file.close()')),
      body('with open(path, "w"):', '    pass', 'print(path)'),
    );
  });

  it('waits where the session does', async () => {
    const code = 'import aiohttp\n\n\nasync def f(url):\n    session = aiohttp.ClientSession()\n    answer = await session.get(url)\n    '
      + 'print(answer.status)\n    await session.close()\n';
    assert.equal(await fixed('quality/resource-leak', code), 'import aiohttp\n\n\nasync def f(url):\n    async with aiohttp.ClientSession() as session:\n '
      + '       answer = await session.get(url)\n        print(answer.status)\n');
  });
});

describe('secrets of Python', () => {
  const secret = 'kT7-mondhell-29';
  for (const [name, code] of [
    ['os is something else', `os = 3\nDB_PASSWORD = "${secret}"\n`],
    ['a default, read when the file is loaded', `def f(password="${secret}"):\n    return password\n`],
    ['one of several pieces', `DB_PASSWORD = ("${secret}"\n    "more")\n`],
    ['bytes', `DB_PASSWORD = b"${secret}"\n`],
    ['code that does not parse', `DB_PASSWORD = "${secret}"\ndef f(:\n`],
  ] as const) {
    it(`stay: ${name}`, async () => {
      const { fixes } = await fixesOf('security/hardcoded-secret', { [FILE]: code });
      assert.deepEqual(fixes.map((fix) => fix.edits()).filter((edits) => edits !== null), []);
    });
  }

  it('are in no title and in no edit', async () => {
    const { fixes } = await fixesOf('security/hardcoded-secret', {
      [FILE]: `DB_PASSWORD = "${secret}"\nURL = f"postgres://shop:${secret}@{DB_PASSWORD}/shop"\n`,
    });
    assert.equal(fixes.length, 2);
    for (const fix of fixes) {
      const edits = fix.edits();
      assert.ok(edits !== null && !JSON.stringify([fix.title, edits]).includes(secret));
    }
  });

  it('are replaced by the setting whose fallback they are', async () => {
    assert.equal(
      await fixed('security/hardcoded-secret', `import os\n\nDB_PASSWORD = os.getenv("SHOP_PASSWORD", "${secret}")\n`),
      'import os\n\nDB_PASSWORD = os.environ["SHOP_PASSWORD"]\n',
    );
  });

  for (const [before, after] of [
    ['#!/usr/bin/env python\n# Of the shop\n', '#!/usr/bin/env python\nimport os\n\n# Of the shop\n'],
    ['"""Doc."""\n', '"""Doc."""\n\nimport os\n'],
    ['import json\nfrom re import sub\n\nimport numpy\n', 'import json\nimport os\nfrom re import sub\n\nimport numpy\n'],
    ['import numpy\n', 'import os\n\nimport numpy\n'],
    ['import sys\n', 'import os\nimport sys\n'],
    ['import os as system\n', null],
  ] as const) {
    it(`insert their import in the right place: ${JSON.stringify(before)}`, async () => {
      const found = await fixed('security/hardcoded-secret', `${before}DB_PASSWORD = "${secret}"\n`);
      assert.equal(found, after === null ? `${before}DB_PASSWORD = system.environ["DB_PASSWORD"]\n` : `${after}DB_PASSWORD = os.environ["DB_PASSWORD"]\n`);
    });
  }
});

describe('steps before a split', () => {
  const imports = 'from sklearn.datasets import load_iris\nfrom sklearn.model_selection import train_test_split\nfrom sklearn.preprocessing import '
    + 'StandardScaler\nfrom sklearn.svm import SVC\n';
  const script = (...lines: string[]): string =>
    `${imports}X, y = load_iris(return_X_y=True)\n${lines.join('\n')}\nm = SVC().fit(a, c)\nprint(m.score(b, d))\n`;
  const fit = 'Z = StandardScaler().fit_transform(X)';
  const split = 'a, b, c, d = train_test_split(Z, y)';
  it('move', async () => assert.notEqual(await fixed('ml/preprocessing-leakage', script(fit, split)), null));
  const refused: readonly [string, string][] = [
    ['the outcome is read again', script(fit, split, 'print(Z.mean())')],
    ['what goes in is changed before the split', script(fit, 'X.pop()', split)],
    ['what is fitted is looked at before the split', script('s = StandardScaler()', 'Z = s.fit_transform(X)', 'print(s.mean_)', split)],
    ['a function reads it', script('def show():\n    return Z', fit, split)],
    ['the split is in a branch', script(fit, 'if True:', `    ${split}`)],
    ['a class that is not known', script('from data import Scaler', 'Z = Scaler().fit_transform(X)', split)],
    ['one column of a table', script('X["p"] = StandardScaler().fit_transform(X[["p"]])', 'a, b, c, d = train_test_split(X, y)')],
    ['parts that take its name', script(fit, 'Z, b, c, d = train_test_split(Z, y)', 'a = Z')],
    [
      'each turn of a loop',
      `${imports}X, y = load_iris(return_X_y=True)\nfor _ in range(2):\n    Z = StandardScaler().fit_transform(X)\n    a, b, `
        + `c, d = train_test_split(Z, y)\n    m = SVC().fit(a, c)\n    print(m.score(b, d))\n`,
    ],
  ];
  for (const [name, code] of refused) it(`stay: ${name}`, async () => assert.equal(await fixed('ml/preprocessing-leakage', code), null));
});

describe('seeds', () => {
  it('are not passed to calls that no import names, nor set by a file that others import', async () => {
    assert.equal(await fixed('ml/missing-seed', 'from sklearn.model_selection import *\ntrain_test_split([1], [2])\n'), null);
    assert.equal(await fixed('ml/missing-seed', 'import sklearn\nimport numpy as np\n\n\ndef noise():\n    return np.random.rand(3)\n'), null);
  });

  it('use the name that the file has for them', async () => {
    const code = 'import numpy as np\nimport sklearn\n\nSEED = 3\nx = np.random.rand(3)\n';
    assert.equal(await fixed('ml/missing-seed', code), 'import numpy as np\nimport sklearn\n\nSEED = 3\nnp.random.seed(SEED)\n\nx = np.random.rand(3)\n');
  });
});

describe('documentation of Python', () => {
  it('is not completed if its parts cannot be recognised, or names have no counterpart', async () => {
    assert.equal(await fixed('quality/missing-docstring', 'def f(a, b, c):\n    """Does.\n\n    Args:\n        a: one\n        x: two\n        y: three\n '
      + '       z: four\n    """\n'), null);
  });

  it('is one sentence if the project writes no more', async () => {
    const sentence = (name: string): string => `def ${name}(a):\n    """Does ${name}."""\n    print(a)\n`;
    assert.equal(
      await fixed('quality/missing-docstring', 'def load_user(name):\n    return name\n', { 'src/b.py': ['g', 'h', 'i', 'j'].map(sentence).join('\n\n') }),
      'def load_user(name):\n    """"""\n    return name\n',
    );
  });

  it('fits into a definition on one line', async () => {
    assert.equal(await fixed('quality/missing-docstring', 'class A: pass\n'), 'class A:\n    """"""\n    pass\n');
  });
});

describe('types of Python', () => {
  it('are not written when nothing shows them', async () => {
    assert.equal(await fixed('quality/missing-type', 'def f(a, n=3) -> int:\n    return a\n'), null);
    assert.equal(await fixed('quality/missing-type', 'def f(a: int):\n    if a:\n        return len("x")\n'), null);
    assert.equal(await fixed('quality/missing-type', 'def f(a: int):\n    return a == 3\n'), null);
    assert.equal(await fixed('quality/missing-type', 'import numpy as np\n\n\ndef f(a) -> int:\n    """Does.\n\n    Args:\n        a (np.array): it\n     '
      + '   b (Later): it\n    """\n    return 1\n'), null);
  });
});
