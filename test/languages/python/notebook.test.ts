/** Notebooks: which text is read, where it stands in file and cells, and that no file brings the reader down. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyzeOne, cellMap, isSaved, savedCells, writeNotebook } from '../../../server/compose/tools.ts';
import type { Span } from '../../../server/facts/span.ts';
import { skipWords } from '../../../server/engine/skipped-files.ts';
import { bareFacts } from '../../../server/languages/kit/bare-facts.ts';
import { extractNotebook } from '../../../server/languages/python/notebook/extract-notebook.ts';
import { maskMagics } from '../../../server/languages/python/notebook/magics.ts';
import { placesOf } from '../../../server/languages/python/notebook/places.ts';
import { readNotebook, type Notebook } from '../../../server/languages/python/notebook/read-notebook.ts';
import { judgeText } from '../../../server/host/read-source.ts';
import { reviewInMemory } from '../../kit/review-in-memory.ts';

type Source = string | string[];
const code = (source: Source, more: object = {}): object => ({ cell_type: 'code', execution_count: 1, metadata: {}, outputs: [], source, ...more });
const words = (source: Source): object => ({ cell_type: 'markdown', metadata: {}, source });
const file = (cells: unknown, metadata: object = { kernelspec: { language: 'python', name: 'python3' } }, indent: number | undefined = 1): string =>
  `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, indent)}\n`;

function python(text: string): Notebook {
  const read = readNotebook(text);
  assert.ok(read.kind === 'python', JSON.stringify(read));
  return read.notebook;
}

/** The text between two places. */
function between(text: string, [startLine, startColumn, endLine, endColumn]: Span): string {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((match) => match.index + match[0].length)];
  return text.slice(starts[startLine - 1]! + startColumn - 1, starts[endLine - 1]! + endColumn - 1);
}

describe('a notebook', () => {
  it('has no syntax error when a whole cell is indented, since IPython accepts that', async () => {
    const errors = async (source: string): Promise<string[]> => {
      const { findings } = await reviewInMemory(new Map([['plot.ipynb', file([code('import os\n'), code(source)])]]), ['source/syntax-error']);
      return findings.map(({ message }) => message);
    };
    assert.deepEqual(await errors('\n    print(os.name)\n'), []);
    assert.equal((await errors('print(os.name\n')).length, 1);
  });

  it('is its code cells, one below the other, however their sources are stored', () => {
    const text = file([
      words(['# Title\n', 'x = (']),
      code(['import os\n', 'x = "é\\n"']),
      code('a = 1\nb = 2'),
      code([]),
      code(''),
      words('y'),
      code(['c', ' = ', '3\n']),
      { cell_type: 'raw', source: 'raw' },
      { ...code('SELECT day;'), metadata: { vscode: { languageId: 'sql' } } },
      { ...code('d = 4'), metadata: { vscode: { languageId: 'python' } } },
    ]);
    const { text: joined, cells } = python(text);
    assert.equal(joined, 'import os\nx = "é\\n"\na = 1\nb = 2\nc = 3\nd = 4\n');
    assert.deepEqual(
      cells.map(({ index, start, end }) => [index, joined.slice(start, end)]),
      [
        [1, 'import os\nx = "é\\n"\n'],
        [2, 'a = 1\nb = 2\n'],
        [6, 'c = 3\n'],
        [9, 'd = 4\n'],
      ],
    );
  });

  it('is read without its outputs, in the old format, and on one line', () => {
    const outputs = [{ output_type: 'stream', text: ['import secrets\n'], data: { source: ['no'], cells: [code('no')] } }];
    assert.equal(python(file([code(['a = 1'], { outputs })])).text, 'a = 1\n');
    assert.equal(python(file([code('a = 1')], {}, undefined)).text, 'a = 1\n');
    const old = {
      nbformat: 3,
      metadata: { name: 'old' },
      worksheets: [
        {
          cells: [
            { cell_type: 'markdown', source: ['x'] },
            { cell_type: 'code', language: 'python', input: ['a = 1\n', 'b'] },
            { cell_type: 'code', language: 'sql', input: 'select' },
          ],
        },
      ],
    };
    assert.deepEqual([python(JSON.stringify(old)).text, python(JSON.stringify(old)).cells[0]!.index], ['a = 1\nb\n', 1]);
  });

  it('counts lines the same with any line endings', () => {
    assert.equal(python(file([code(['a\r\n', 'b\r', 'c'])])).text, 'a\r\nb\nc\n');
    assert.equal(python(file([code('a')]).replaceAll('\n', '\r\n')).text, 'a\n');
  });

  for (const [title, text, expected] of [
    ['of R', file([code('x <- 1')], { kernelspec: { language: 'R', name: 'ir' } }), { kind: 'other', language: 'R' }],
    ['of Julia, by the language alone', file([code('x')], { language_info: { name: 'julia' } }), { kind: 'other', language: 'julia' }],
    ['of R, by the kernel alone', file([code('x')], { kernelspec: { name: 'ir' } }), { kind: 'other', language: 'R' }],
    ['that is cut off', '{ "cells": [', { kind: 'broken', message: 'the notebook is not valid JSON (close bracket expected).', offset: 12 }],
    ['that is empty', '', { kind: 'broken', message: 'the notebook is not valid JSON (value expected).', offset: 0 }],
    ['that is JSON of another kind', '[1, {"source": "x"}]', { kind: 'broken', message: 'this is not a notebook: it has no list of cells.', offset: 0 }],
    ['whose cells are no list', '{"cells": {"0": {}}}', { kind: 'broken', message: 'this is not a notebook: it has no list of cells.', offset: 0 }],
  ] as const) {
    it(`${title} says so`, () => assert.deepEqual(readNotebook(text), expected));
  }

  it('nested too deeply says so', () => assert.match(JSON.stringify(readNotebook(`{"cells":${'['.repeat(200_000)}`)), /nested too deeply|not valid JSON/));

  it('without cells, or with invalid ones, is empty', () => {
    for (const cells of [
      [],
      [1, null, 'x', [], {}],
      [{ cell_type: 'code' }],
      [{ cell_type: 'code', source: 5 }],
      [{ cell_type: 'code', source: [1, null, ['a = 1']] }],
    ])
      assert.equal(python(file(cells)).text, '');
  });

  it('stays valid when a mask covers the letter of an escape', () => {
    const text = file([code(['key = """\n', 'AKIA"""'])]).replace('\\nAKIA', '\\*****').replace('\\n",', '\\*",');
    assert.match(python(text).text, /^key = """\*/);
  });

  it('is read in full where any JSON stands', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.constantFrom('', '{"cells":', '{"cells":[{"cell_type":"code","source":', '{"metadata":', '{"worksheets":[{"cells":'),
        fc.constantFrom('', '}', '}]}', '}]}]}'),
        (json, before, behind) => {
          const text = before + json + behind;
          const read = readNotebook(text);
          if (read.kind === 'broken') assert.ok(read.offset >= 0 && read.offset <= text.length);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('places of a notebook', () => {
  const character = fc.constantFrom('a', 'é', '😀', '"', '\\', '\n', '\r\n', '\t', '\u0001', '\u2028', '%', '!', ' ', '(', '#');
  const source = fc.array(character, { maxLength: 30 }).map((all) => all.join(''));
  const sources = fc.oneof(source, fc.array(source, { maxLength: 4 }), source.map((text) => text.split(/(?<=\n)/)));
  const cells = fc.array(fc.record({ kind: fc.constantFrom('code', 'markdown'), source: sources }), { minLength: 1, maxLength: 5 });

  it('lead back to the exact text, in the file and in the cells', () => {
    fc.assert(
      fc.property(cells, fc.constantFrom(undefined, 1, 4), fc.boolean(), fc.nat(), fc.nat(), fc.boolean(), (all, indent, crlf, first, second, ascii) => {
        let text = file(
          all.map((each) => (each.kind === 'code' ? code(each.source) : words(each.source))),
          {},
          indent,
        );
        if (ascii) text = text.replace(/[^\u0000-\u007F]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
        if (crlf) text = text.replaceAll('\n', '\r\n');
        const notebook = python(text);
        const { text: joined, masked } = notebook;
        if (joined === '') return;
        const places = placesOf(text, notebook);
        const offset = (line: number): number =>
          joined
            .split('\n')
            .slice(0, line - 1)
            .reduce((sum, each) => sum + each.length + 1, 0);
        const line = (first % (joined.split('\n').length - 1)) + 1;
        const content = joined.split('\n')[line - 1]!;
        if (masked.has(line)) return;
        const from = content.length === 0 ? 0 : second % content.length;
        const span: Span = [line, from + 1, line, content.length + 1];
        const moved = places.toFile(span);
        const raw = between(text, moved);
        // A list may part the line into several pieces of the file.
        if (/^(\\.|[^"\\])*$/.test(raw)) assert.equal(JSON.parse(`"${raw}"`), content.slice(from));
        if (content.length > 0) assert.deepEqual(places.toText(moved), span);
        const back = places.toCell(moved);
        if (content.length === 0 && back === null) return;
        const cell = notebook.cells.find((each) => each.start <= offset(line) + from && offset(line) + from < each.end)!;
        assert.ok(back !== null);
        assert.equal(back.cell, cell.index);
        assert.equal(between(joined.slice(cell.start, cell.end), back.span), content.slice(from));
      }),
      { numRuns: 1000 },
    );
  });

  it('outside code are at the start of their cell', () => {
    const text = file([words('x = 1'), code('y = 2')]);
    const row = text.split('\n').findIndex((each) => each.includes('y = 2')) + 1;
    const column = text.split('\n')[row - 1]!.indexOf('y = 2') + 1;
    const { place } = cellMap(text);
    assert.deepEqual(place([row, column + 4, row, column + 5]), { cell: 1, span: [1, 5, 1, 6], inCode: true });
    const begins = text.split('\n').findIndex((each) => each.includes('"cell_type": "code"'));
    for (const [line, cell] of [
      [1, 0],
      [2, 0],
      [begins - 1, 0],
      [begins + 1, 1],
      [row + 2, 1],
    ] as const)
      assert.deepEqual(place([line, 5, line, 6]), { cell, span: [1, 1, 1, 1], inCode: false }, String(line));
    assert.equal(cellMap('[]').place([1, 1, 1, 1]), null);
    assert.equal(cellMap(file([])).place([1, 1, 1, 1]), null);
  });
});

describe('an open notebook', () => {
  const cells = [{ code: false, language: 'markdown', text: '# x' }, { code: true, language: 'python', text: 'a = 1\r\nb = 2' }];
  const saved = file([words(['# x']), code(['a = 1\n', 'b = 2'])]);

  it('is its file until something is changed', () => {
    assert.ok(isSaved(cells, savedCells(saved)));
    assert.ok(!isSaved(cells.slice(1), savedCells(saved)));
    assert.ok(!isSaved(cells.toReversed(), savedCells(saved)));
    assert.ok(!isSaved([cells[0]!, { ...cells[1]!, text: 'a = 1' }], savedCells(saved)));
    assert.ok(!isSaved([cells[0]!, { ...cells[1]!, language: 'r' }], savedCells(saved)));
    assert.ok(!isSaved([cells[0]!, { ...cells[1]!, code: false }], savedCells(saved)));
    for (const broken of ['', '[]', '{"cells": 5}', '{"cells": [1, 2]}', '{"cells": [null, {}]}', '{"worksheets": []}'])
      assert.ok(!isSaved(cells, savedCells(broken)), broken);
  });
});

describe('what only IPython understands', () => {
  const masked = (text: string): string => maskMagics(text).text;
  it('is masked at equal length, and only where a statement begins', () => {
    for (const [text, expected] of [
      ['%matplotlib inline\nx = 1', '0                 \nx = 1'],
      ['if x:\n    !ls -l\n', 'if x:\n    0     \n'],
      ['files = !ls\nt = %timeit -o f()\r\n', 'files = 0  \nt = 0             \r\n'],
      ['!pip install a \\\n  b\nx', '0               \n   \nx'],
      ['df.head?\n?df\ndf??\nx = y if z else w', '0       \n0  \n0   \nx = y if z else w'],
      ['pip install torch\npip = 1', '0                \npip = 1'],
      ['x = ("%s"\n  % y)\nz = """\n%magic\n!x\n"""\nw = a \\\n  % b', 'x = ("%s"\n  % y)\nz = """\n%magic\n!x\n"""\nw = a \\\n  % b'],
      ['%%time\nx = 1', '0     \nx = 1'],
      ['\n%%bash\necho "x" \'\n', '\n      \n          \n'],
      ['/f x\n,f x\n;f x\nx[0]["a"].b?', '0   \n0   \n0   \n0           '],
      ['x != y\nx %= 2\nx % y', 'x != y\nx %= 2\nx % y'],
      ['%sql\nSELECT 1', '    \n        '],
      ['%r\nx <- 1', '  \n      '],
      ['%md # Title\nMore words', '           \n          '],
      ['%sql SELECT 1\nx = 1', '0            \nx = 1'],
      ['%run other\nx = 1', '0         \nx = 1'],
    ] as const) assert.equal(masked(text), expected);
  });

  it('never changes length or lines', () => {
    const piece = fc.constantFrom(
      '%',
      '%%',
      '!',
      '?',
      '\n',
      '\r\n',
      ' ',
      'x',
      '=',
      '"',
      '"""',
      "'",
      '(',
      ')',
      '\\',
      '#',
      'pip install x',
      '%%bash',
      '%%time',
      'é',
    );
    fc.assert(fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      const result = maskMagics(text);
      assert.equal(result.text.length, text.length);
      assert.equal(result.text.replace(/[^\r\n]/g, ''), text.replace(/[^\r\n]/g, ''));
      for (const line of text.split('\n').filter((_, index) => !result.lines.includes(index))) assert.ok(result.text.includes(line));
    }), { numRuns: 1000 });
  });
});

describe('findings in notebooks', () => {
  const at = (text: string, part: string): string => {
    const lines = text.split('\n');
    const row = lines.findIndex((line) => line.includes(part));
    return `${row + 1}:${lines[row]!.indexOf(part) + 1}`;
  };
  const review = async (text: string, only: string[]): Promise<string[]> =>
    (await reviewInMemory(new Map([['notebooks/a.ipynb', text]]), only)).findings.map(
      ({ ruleId, range: { start }, fixable }) => `${ruleId} ${start.line}:${start.column}${fixable ? ' fixable' : ''}`,
    );

  it('are on the line of the file that holds the code', async () => {
    const text = file([
      words('# x'),
      code(['%load_ext x\n', 'import jinja2\n', 'title = "a \\"b\\""; y = jinja2.Environment()\n']),
      code(['def f(a=[]):\n', '    return a']),
    ]);
    assert.deepEqual(await review(text, ['quality/mutable-default', 'security/unescaped-markup', 'source/syntax-error']), [
      `security/unescaped-markup ${at(text, 'jinja2.Environment')}`,
      `quality/mutable-default ${at(text, '[]):')} fixable`,
    ]);
  });

  it('are silenced by comments in the cells, cell by cell', async () => {
    const text = file([
      code([
        '# archwright-ignore quality/mutable-default -- shared on purpose\n',
        'def f(a=[]): return a\n',
        'def g(a=[]): return a  # noqa: B006\n',
        'def h(a=[]): return a',
      ]),
    ]);
    const found = await review(text, ['quality/mutable-default']);
    assert.ok(
      found.includes(
        `quality/mutable-default ${at(text, 'def h').split(':')[0]!}:${at(text, 'def h(a=[]')!
          .split(':')[1]!
          .replace(/\d+/, (column) => String(Number(column) + 8))}`,
      ),
      found.join(),
    );
    assert.ok(!found.some((each) => each.includes(` ${at(text, 'def g').split(':')[0]!}:`)), found.join());
  });

  it('are found in other cells when one has a syntax error', async () => {
    const text = file([code('def f(a=[]): return a'), code('this is no Python'), code('def g(b=[]): return b')]);
    const found = await review(text, ['quality/mutable-default', 'source/syntax-error']);
    assert.deepEqual(found, [
      `quality/mutable-default ${at(text, '[]): return a')}`,
      `source/syntax-error ${at(text, 'Python')}`,
      `quality/mutable-default ${at(text, '[]): return b')}`,
    ]);
  });

  it('are in the cells of an open editor', async () => {
    const cells = [
      { code: false, language: 'markdown', text: '# x' },
      { code: true, language: 'python', text: '%time\r\ndef f(a=[]): return a' },
      { code: true, language: 'r', text: 'x <- 1' },
      { code: true, language: 'python', text: '' },
      { code: true, language: 'python', text: '\ndef g(a=[]):\n    return a\n' },
    ];
    const text = writeNotebook(cells);
    const { findings } = await reviewInMemory(new Map([['a.ipynb', text]]), ['quality/mutable-default']);
    const { place } = cellMap(text);
    assert.deepEqual(
      findings.map(({ range: { start, end } }) => place([start.line, start.column, end.line, end.column])),
      [
        { cell: 1, span: [2, 9, 2, 11], inCode: true },
        { cell: 4, span: [2, 9, 2, 11], inCode: true },
      ],
    );
    assert.deepEqual(readNotebook(writeNotebook([{ code: true, language: 'r', text: 'x' }])), { kind: 'other', language: 'r' });
  });

  it('name secrets in outputs too', async () => {
    const key = ['AKIA', 'Q3EGRZ7XN5LJ2WPT'].join('');
    const text = file([code(['print(key)'], { outputs: [{ output_type: 'stream', name: 'stdout', text: [`${key}\n`] }] })]);
    assert.deepEqual((await review(text, ['security/hardcoded-secret'])).map((each) => each.split(' ')[1]), [at(text, key)]);
  });

  it('say when the file is broken or of another language', async () => {
    const broken = `${file([code('a = 1')]).slice(0, 60)}`;
    const [only] = (await reviewInMemory(new Map([['a.ipynb', broken]]), ['source/syntax-error'])).findings;
    assert.match(only!.message, /the notebook is not valid JSON/);
    const input = { path: 'a.ipynb', text: file([code('x')], { kernelspec: { language: 'R' } }), role: 'source' as const, settings: { rules: {}, key: '' } };
    const reason = { code: 'other-language' as const, language: 'R' };
    assert.deepEqual(await analyzeOne(input), { path: 'a.ipynb', reason });
    assert.equal(skipWords(reason), 'a notebook in R, not Python');
  });

  it('move every place of the facts, and lines of long lines and comments', () => {
    const text = file([code(['x = 1\n', '%magic that is long\n']), code(['y = 2'])]);
    const facts = extractNotebook({ path: 'a.ipynb', text, role: 'source' }, (input) => ({
      ...bareFacts(input, 'python'),
      strings: [{ value: '2', span: [3, 5, 3, 6], name: 'y', argumentOf: null, function: -1, compared: false, fallback: false }],
      fingerprints: [[7, 1, 3]], longLines: [{ line: 2, length: 99, unbreakable: false }, { line: 3, length: 99, unbreakable: false }],
      suppressions: [{ ruleId: 'a/b', reason: 'c', scope: 'next-line', from: 3, to: 3, span: [1, 1, 1, 6] }],
      lint: [{ engine: 'ruff', code: 'X', message: '', span: [1, 1, 1, 2], fix: { title: 'x', edits: [{ span: [3, 1, 3, 2], text: 'z', line: 'y = 2' }] } }],
    }));
    const [x, y] = [at(text, 'x = 1').split(':').map(Number), at(text, 'y = 2').split(':').map(Number)] as [[number, number], [number, number]];
    assert.equal(facts.language, 'notebook');
    assert.deepEqual(facts.strings[0]!.span, [y[0], y[1] + 4, y[0], y[1] + 5]);
    assert.deepEqual(facts.fingerprints, [[7, x[0], y[0]]]);
    assert.deepEqual(facts.longLines, [{ line: y[0], length: 99, unbreakable: false, start: y[1] }]);
    assert.deepEqual(facts.suppressions.map(({ from, to, span }) => [from, to, span]), [[y[0], y[0], [x[0], x[1], x[0], x[1] + 5]]]);
    assert.deepEqual(facts.lint[0]!.fix!.edits[0]!.span, [y[0], y[1], y[0], y[1] + 1]);
  });

  it('are found in large files of few lines', () => {
    const text = file([code('a = 1', { outputs: [{ data: { 'image/png': 'A'.repeat(100_000) } }] })], {}, undefined);
    assert.deepEqual(judgeText('a.ipynb', text), { text });
  });
});
