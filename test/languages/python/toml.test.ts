/** TOML as settings of Python projects use it. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseToml, tableAt } from '../../../server/languages/python/toml.ts';

describe('TOML', () => {
  it('reads the tables of a project, with any line endings', () => {
    const table = parseToml('\uFEFFtitle = "a" # comment\r\n[tool.ruff]\r\nline-length = 1_00\r\n[tool.ruff.lint]\r\nper-file-ignores = { "tests/*" = '
      + '["S101"] }\r\nsince = 2024-01-02\r\n');
    assert.ok(table !== null);
    assert.equal(tableAt(table, 'tool', 'ruff')['line-length'], 100);
    assert.deepEqual({ ...tableAt(table, 'tool', 'ruff', 'lint', 'per-file-ignores') }, { 'tests/*': ['S101'] });
    assert.deepEqual(tableAt(table, 'tool', 'ruff', 'lint', 'since'), {}, 'a date is no table');
    assert.deepEqual(tableAt(table, 'title', 'x'), {});
    assert.deepEqual(tableAt(table, 'constructor'), {}, 'only keys of the file');
  });

  it('returns null for what is not TOML, however deep', () => {
    for (const text of ['a', 'a = ', 'a = [1', '[a', 'a = "x', 'a = 1\na = 2', 'a = maybe', `a = ${'['.repeat(100)}${']'.repeat(100)}`])
      assert.equal(parseToml(text), null, text);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('[', ']', '{', '}', '=', '.', '"', "'", '\n', '#', 'a', '1', ',', ' ', '\\', '-', '_') }), (text) => {
        const read = parseToml(text);
        assert.ok(read === null || typeof tableAt(read, 'a', '1') === 'object');
      }),
      { numRuns: 1000 },
    );
  });
});
