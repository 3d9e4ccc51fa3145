/** TOML as settings of Python projects use it. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseToml, tableAt } from '../../../server/languages/python/toml.ts';

const plain = (text: string): unknown => JSON.parse(JSON.stringify(parseToml(text)));

describe('TOML', () => {
  it('reads tables, dotted keys, arrays over several lines, inline tables and comments', () => {
    assert.deepEqual(plain([
      'title = "a \\"b\\" \\u00e9" # comment', "path = 'C:\\x'", '[tool.ruff]', 'line-length = 1_00', 'select = [', '  "E", # one', "  'F',", ']',
      '[tool.ruff.lint]', 'per-file-ignores = { "tests/*" = ["S101"], "__init__.py" = [] }', 'isort.known-first-party = ["x"]', 'preview = true', '"quoted key".x = -1.5',
      '[[tool.poetry.source]]', 'name = "a"', '[[tool.poetry.source]]', 'name = "b"', 'since = 2024-01-02 03:04:05Z', '[tool.poetry.source.deep]', 'x = 0x1F',
    ].join('\r\n')), {
      title: 'a "b" é', path: 'C:\\x',
      tool: {
        ruff: { 'line-length': 100, select: ['E', 'F'], lint: { 'per-file-ignores': { 'tests/*': ['S101'], '__init__.py': [] }, isort: { 'known-first-party': ['x'] }, preview: true, 'quoted key': { x: -1.5 } } },
        poetry: { source: [{ name: 'a' }, { name: 'b', since: '2024-01-02 03:04:05Z', deep: { x: 31 } }] },
      },
    });
  });

  it('reads text over several lines', () => {
    assert.deepEqual(plain('a = """\nx\\\n   y"z""""\nb = \'\'\'\\n\n\'\'\'\n'), { a: 'xy"z"', b: '\\n\n' });
  });

  it('says null to what is not TOML', () => {
    for (const text of ['a', 'a = ', 'a = [1', '[a', 'a = "x', 'a = 1 b = 2', 'a = 1\na = 2', 'a = 1\n[a]', 'a = "\\q"', 'a = {b', '= 1', 'a = maybe', `a = ${'['.repeat(100)}${']'.repeat(100)}`]) assert.equal(parseToml(text), null, text);
  });

  it('gives what was written, whatever it is, and never throws', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean(), fc.array(fc.string()))), (table) => {
      const quoted = (value: string): string => JSON.stringify(value).replace(/[\u007F]/g, '\\u007F');
      const text = Object.entries(table).map(([key, value]) => `${quoted(key)} = ${typeof value === 'string' ? quoted(value) : Array.isArray(value) ? `[${value.map(quoted).join(', ')}]` : String(value)}`).join('\n');
      const read = parseToml(text);
      assert.ok(read !== null, text);
      assert.deepEqual(Object.entries(read), Object.entries(table).map(([key, value]) => [key, value]));
    }));
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('[', ']', '{', '}', '=', '.', '"', "'", '\n', '#', 'a', '1', ',', ' ', '\\', '-', '_') }), (text) => {
      const read = parseToml(text);
      assert.ok(read === null || typeof tableAt(read, 'a', '1') === 'object');
    }), { numRuns: 2000 });
  });
});
