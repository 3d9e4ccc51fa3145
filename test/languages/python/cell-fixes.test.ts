/** Fixes in notebooks: what they do to the file, that the file stays JSON, and the same in its cells. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cellMap } from '../../../server/compose/tools.ts';
import { fixesFor } from '../../../server/compose/fixes.ts';
import type { FileEdit, TextEdit } from '../../../server/facts/adapter.ts';
import type { Span } from '../../../server/facts/span.ts';
import { cellFixes } from '../../../server/languages/python/notebook/cell-fixes.ts';
import { placesOf } from '../../../server/languages/python/notebook/places.ts';
import { readNotebook } from '../../../server/languages/python/notebook/read-notebook.ts';
import { applyTextEdits } from '../../kit/apply-edits.ts';
import { fixContext } from '../../kit/fix-context.ts';
import { reviewInMemory } from '../../kit/review-in-memory.ts';

const PATH = 'a.ipynb';
const file = (...sources: (string | string[])[]): string =>
  JSON.stringify({ cells: sources.map((source) => ({ cell_type: 'code', metadata: {}, outputs: [], source })), metadata: {} }, null, 1);
const sourcesOf = (text: string): string[] =>
  (JSON.parse(text) as { cells: { source: string | string[] }[] }).cells.map(({ source }) => (Array.isArray(source) ? source.join('') : source));

/** What Python edits make of a notebook's sources, in the file and in its cells, which must be the same; null when they are not offered. */
function fixed(text: string, at: Span, edits: TextEdit[]): string[] | null {
  const read = readNotebook(text);
  assert.ok(read.kind === 'python');
  const fixes = cellFixes({ fix: (request) => [{ path: request.path, edits }] });
  const found = fixes.fix!({ fixId: 'fix', path: PATH, span: placesOf(text, read.notebook).toFile(at), data: {} }, fixContext({ [PATH]: text }));
  if (found === null) return null;
  const inFile = sourcesOf(applyTextEdits(text, found[0]!.edits));
  const inCells = sourcesOf(text);
  const moved = cellMap(text).edits(found[0]!.edits);
  assert.ok(moved !== null);
  for (const cell of new Set(moved.map((each) => each.cell))) inCells[cell] = applyTextEdits(inCells[cell]!, moved.filter((each) => each.cell === cell));
  assert.deepEqual(inFile, inCells, 'in the file as in the cells');
  return inCells;
}

describe('a fix in a notebook', () => {
  const text = file(['import os\n', 'x = "é"'], ['def f(a=[]):\n', '    return "\\\\"\n'], 'y = 1');
  for (const [title, at, edits, expected] of [
    ['replaces a part of a line', [3, 9, 3, 11], [{ span: [3, 9, 3, 11], text: 'None' }], ['def f(a=None):\n    return "\\\\"\n']],
    [
      'inserts lines, quotes and wide characters',
      [3, 9, 3, 11],
      [{ span: [4, 1, 4, 1], text: '    a = "ü\\n"\n' }],
      ['def f(a=[]):\n    a = "ü\\n"\n    return "\\\\"\n'],
    ],
    ['replaces lines that lie in several pieces of the file', [3, 1, 3, 2], [{ span: [3, 5, 4, 11], text: 'g' }], ['def g "\\\\"\n']],
    ['replaces the whole cell, which has a line end', [3, 1, 3, 2], [{ span: [3, 1, 5, 1], text: 'a\nb\n' }], ['a\nb\n']],
    ['takes the last line away', [3, 1, 3, 2], [{ span: [4, 1, 5, 1], text: '' }], ['def f(a=[]):\n']],
    [
      'makes several edits',
      [3, 1, 3, 2],
      [
        { span: [3, 5, 3, 6], text: 'g' },
        { span: [4, 5, 4, 11], text: 'yield' },
      ],
      ['def g(a=[]):\n    yield "\\\\"\n'],
    ],
  ] as [string, Span, TextEdit[], [string]][]) {
    it(title, () => assert.deepEqual(fixed(text, at, edits), ['import os\nx = "é"', expected[0], 'y = 1']));
  }

  it('adds no line break where the cell has none', () => {
    assert.deepEqual(fixed(text, [1, 1, 1, 2], [{ span: [1, 1, 3, 1], text: 'import a\nimport b\n' }])?.[0], 'import a\nimport b');
    assert.deepEqual(fixed(text, [5, 1, 5, 2], [{ span: [5, 1, 6, 1], text: 'z = 2\n' }])?.[2], 'z = 2');
    assert.deepEqual(fixed(file('a\r\nb\r\n'), [1, 1, 1, 2], [{ span: [2, 1, 3, 1], text: 'c\r\n' }]), ['a\r\nc\r\n']);
  });

  for (const [title, at, edits] of [
    ['reaches into the next cell', [2, 1, 2, 2], [{ span: [2, 1, 3, 4], text: '' }]],
    ['stands in another cell', [3, 1, 3, 2], [{ span: [1, 1, 1, 1], text: 'import logging\n' }]],
    ['would begin the next cell', [2, 1, 2, 2], [{ span: [3, 1, 3, 1], text: 'x\n' }]],
    ['has one foot in another cell', [3, 1, 3, 2], [{ span: [3, 5, 3, 6], text: 'g' }, { span: [5, 1, 5, 2], text: 'g' }]],
    ['is for a place outside of code', [7, 1, 7, 1], [{ span: [9, 1, 9, 1], text: 'x' }]],
  ] as [string, Span, TextEdit[]][]) {
    it(`is not offered when it ${title}`, () => assert.equal(fixed(text, at, edits), null));
  }

  it('by whoever made is not moved into cells when it crosses them, lies outside code or is not JSON', () => {
    const read = readNotebook(text);
    assert.ok(read.kind === 'python');
    const { toFile } = placesOf(text, read.notebook);
    const { edits } = cellMap(text);
    assert.equal(edits([{ span: toFile([2, 1, 2, 2]), text: 'z' }])?.length, 1);
    assert.equal(edits([{ span: toFile([2, 1, 3, 4]), text: 'z' }]), null);
    assert.equal(edits([{ span: toFile([2, 1, 2, 2]), text: 'z' }, { span: toFile([2, 1, 3, 4]), text: 'z' }]), null);
    assert.equal(edits([{ span: [1, 1, 1, 2], text: 'z' }]), null);
    assert.equal(edits([{ span: toFile([2, 1, 2, 2]), text: '"' }]), null);
  });

  it('leaves lines alone that only IPython understands', () => {
    const magic = file(['%time\n', 'x = 1\n', '!ls\n', 'y = 2']);
    assert.equal(fixed(magic, [2, 1, 2, 2], [{ span: [2, 1, 4, 2], text: 'z' }]), null);
    assert.equal(fixed(magic, [2, 1, 2, 2], [{ span: [1, 1, 1, 1], text: 'z\n' }]), null);
    assert.deepEqual(fixed(magic, [2, 1, 2, 2], [{ span: [2, 1, 3, 1], text: 'z\n' }]), ['%time\nz\n!ls\ny = 2']);
  });

  it('gives its provider Python, and places in it', async () => {
    const { workspace } = await reviewInMemory(new Map([[PATH, text]]), []);
    const seen: unknown[] = [];
    const fixes = cellFixes({ fix: (request, context) => {
      seen.push(request.span, request.data, context.read(PATH), context.read('b.py'), context.facts(PATH)!.imports.map((each) => each.span));
      return null;
    } });
    const places = placesOf(text, (readNotebook(text) as { notebook: Parameters<typeof placesOf>[1] }).notebook);
    const span = places.toFile([3, 9, 3, 11]);
    const context = fixContext({ [PATH]: text, 'b.py': 'text of b.py' }, { facts: (path) => workspace.facts(path) });
    assert.deepEqual(context.facts(PATH)!.imports.map((each) => each.span), [places.toFile([1, 1, 1, 10])]);
    assert.equal(fixes.fix!({ fixId: 'fix', path: PATH, span, data: { edits: [{ span, text: 'x' }] } }, context), null);
    assert.deepEqual(seen, [
      [3, 9, 3, 11],
      { edits: [{ span: [3, 9, 3, 11], text: 'x' }] },
      'import os\nx = "é"\ndef f(a=[]):\n    return "\\\\"\ny = 1\n',
      'text of b.py',
      [[1, 1, 1, 10]],
    ]);
  });

  it('leaves a valid file, whatever it writes and where', () => {
    const source = fc.array(fc.constantFrom('a', 'é', '😀', '"', '\\', '\n', '\r\n', '\t', '\u0001', ' '), { maxLength: 20 }).map((all) => all.join(''));
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            source,
            source.map((all) => all.split(/(?<=\n)/)),
          ),
          { minLength: 1, maxLength: 4 },
        ),
        source,
        fc.nat(),
        fc.nat(),
        (sources, written, first, second) => {
          const notebook = file(...sources);
          const read = readNotebook(notebook);
          assert.equal(read.kind, 'python');
          if (read.notebook.text === '') return;
          const lines = read.notebook.text.split('\n').slice(0, -1);
          const place = (seed: number): [number, number] => {
            const line = seed % lines.length;
            return [line + 1, 1 + (Math.floor(seed / lines.length) % (lines[line]!.length + 1))];
          };
          const [from, to] = [place(first), place(second)].sort((a, b) => a[0] - b[0] || a[1] - b[1]) as [[number, number], [number, number]];
          fixed(notebook, [...from, ...from], [{ span: [...from, ...to], text: written }]);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('of the linter is applied', async () => {
    const notebook = file('x = 1', ['%time\n', 'def f(a: list = []) -> list:\n', '    """F."""\n', '    return a']);
    const { workspace, judgement } = await reviewInMemory(new Map([[PATH, notebook]]), ['quality/mutable-default']);
    const [fix] = fixesFor(workspace, judgement.findings[0]!, () => notebook);
    const [edit] = fix!.edits() as [FileEdit];
    assert.equal(sourcesOf(applyTextEdits(notebook, edit.edits))[1], '%time\ndef f(a: list | None = None) -> list:\n    """F."""\n    if a is None:\n     '
      + '   a = []\n    return a');
    assert.deepEqual(cellMap(notebook).edits(edit.edits)!.map(({ cell, span }) => [cell, span]), [[1, [2, 10, 2, 14]], [1, [2, 17, 2, 19]], [1, [4, 1, 4, 1]]]);
  });
});
