/** Settings that a project keeps for ruff: which codes are off for which file, length, version. */
import assert from 'node:assert/strict';
import { lintCodes } from '../../../server/compose/foreign-codes.ts';
import { lintTable } from '../../../server/languages/python/lint/lint-table.ts';
import { isProjectSetting, readProjectSettings, SHOWN_BY_DEFAULT } from '../../../server/languages/python/lint/project-settings.ts';

const read = (files: Record<string, string>): ReturnType<typeof readProjectSettings> =>
  readProjectSettings(new Map(Object.entries(files)), lintTable(lintCodes));
const off = (files: Record<string, string>, path: string): readonly string[] => read(files)(path)!.off;

describe('settings of ruff', () => {
  it('are looked for in files of these names', () => {
    const paths = ['pyproject.toml', 'a/ruff.toml', 'a/.ruff.toml', 'ruff-base.toml', 'Cargo.toml', 'ruff.py', 'xpyproject.toml'];
    assert.deepEqual(paths.filter(isProjectSetting), ['pyproject.toml', 'a/ruff.toml', 'a/.ruff.toml', 'ruff-base.toml']);
  });

  it('say nothing when there are none, or when a file is not TOML', () => {
    assert.equal(read({})('a.py'), undefined);
    assert.equal(read({ 'ruff.toml': 'ignore = [' })('a.py'), undefined);
    assert.equal(read({ 'sub/ruff.toml': '' })('a.py'), undefined);
    assert.equal(read({ 'pyproject.toml': '[project]\nname = "x"' })('a.py'), undefined);
  });

  const OF_B = ['B005', 'B006', 'B008', 'B012', 'B015', 'B016', 'B018', 'B030', 'B909'];

  it('switch codes off, one by one and by prefix; what a longer prefix selects stays on', () => {
    assert.deepEqual(off({ 'ruff.toml': 'lint.ignore = ["B006", "SIM"]' }, 'a.py'), ['B006', 'SIM105', 'SIM115', 'SIM222']);
    assert.deepEqual(
      off({ 'ruff.toml': 'ignore = ["S3"]\nextend-select = ["S324"]' }, 'a.py').filter((code) => code.startsWith('S3')),
      ['S301', 'S302', 'S303', 'S304', 'S305', 'S306', 'S307', 'S311', 'S312', 'S321', 'S323'],
    );
    assert.deepEqual(off({ 'ruff.toml': 'lint.select = ["ALL"]\nlint.ignore = ["B"]' }, 'a.py'), OF_B);
    assert.deepEqual(off({ 'ruff.toml': 'lint.select = ["B006"]\nlint.ignore = ["B"]' }, 'a.py'), OF_B.filter((code) => code !== 'B006'));
    assert.deepEqual(off({ 'ruff.toml': 'lint.ignore = ["B0"]' }, 'a.py'), OF_B.filter((code) => code !== 'B909'));
    const base = { 'base-ruff.toml': 'lint.select = ["E"]\nlint.ignore = ["B006"]' };
    assert.deepEqual(off({ ...base, 'ruff.toml': 'extend = "base-ruff.toml"\nlint.ignore = ["B008"]' }, 'a.py'), ['B006', 'B008']);
    assert.deepEqual(off({ ...base, 'ruff.toml': 'extend = "base-ruff.toml"\nlint.extend-select = ["B006"]' }, 'a.py'), []);
    assert.deepEqual(off({ ...base, 'ruff.toml': 'extend = "base-ruff.toml"\nlint.select = ["S"]' }, 'a.py'), []);
  });

  it('apply by file: a star crosses folders, a name matches anywhere, an exclamation mark negates', () => {
    const files = {
      'pyproject.toml':
        '[tool.ruff.lint.per-file-ignores]\n"tests/*" = ["B006"]\n"__init__.py" = ["B008"]\n"!src/**.py" = ["E722"]\n"{a,b}/[xy]?.py" = ["BLE001"]',
    };
    assert.deepEqual(off(files, 'tests/deep/test_a.py'), ['B006', 'E722']);
    assert.deepEqual(off(files, 'src/pkg/__init__.py'), ['B008']);
    assert.deepEqual(off(files, 'src/pkg/a.py'), []);
    assert.deepEqual(off(files, 'b/y1.py'), ['BLE001', 'E722']);
    assert.deepEqual(off(files, 'b/z1.py'), ['E722']);
  });

  it('come from the nearest folder as a whole, from the hidden file first', () => {
    const files = {
      'pyproject.toml': '[tool.ruff]\nline-length = 100\nlint.ignore = ["B006"]',
      'pkg/ruff.toml': 'line-length = 90',
      'pkg/.ruff.toml': 'line-length = 70',
      'pkg/in/pyproject.toml': '[project]\nname = "no ruff here"',
    };
    assert.deepEqual([read(files)('a.py')!.lineLength, read(files)('pkg/a.py')!.lineLength, read(files)('pkg/in/a.py')!.lineLength], [100, 70, 70]);
    assert.deepEqual(off(files, 'pkg/a.py'), []);
  });

  it('extend others: additions are added, new values replace', () => {
    const files = {
      'ruff-base.toml':
        'line-length = 100\ntarget-version = "py39"\nexclude = ["gen"]\n[lint]\nselect = ["E"]\nignore = ["B006"]\nflake8-bugbear.extend-immutable-calls ' +
        '= ["x.Y"]',
      'pkg/ruff.toml': 'extend = "../ruff-base.toml"\nextend-exclude = ["old"]\n[lint]\nextend-ignore = ["E722"]',
      'ring.ruff.toml': 'extend = "other.ruff.toml"',
      'other.ruff.toml': 'extend = "ring.ruff.toml"',
      'ruff.toml': 'extend = "ring.ruff.toml"\nline-length = 77',
    };
    assert.deepEqual(read(files)('pkg/a.py'), { excluded: false, off: ['B006', 'E722'], shown: [], lineLength: 100, target: 'py39', immutable: ['x.Y'] });
    assert.equal(read(files)('a.py')!.lineLength, 77);
    assert.equal(read(files)('pkg/old/a.py')!.excluded, true);
    assert.equal(read(files)('pkg/x/old.py')!.excluded, false);
  });

  it('tell what ruff reports itself: the selected codes, or its defaults, without the ignored ones', () => {
    const shown = (text: string): readonly string[] => read({ 'ruff.toml': text, 'base-ruff.toml': 'lint.select = ["S7"]' })('a.py')!.shown;
    assert.deepEqual(shown(''), SHOWN_BY_DEFAULT);
    const others = SHOWN_BY_DEFAULT.filter((code) => !/^B\d/.test(code));
    assert.deepEqual(shown('lint.ignore = ["B"]\nlint.extend-select = ["S701"]'), [...others, 'S701'].sort());
    assert.deepEqual(shown('lint.select = ["E", "F"]'), SHOWN_BY_DEFAULT.filter((code) => /^[EF]\d/.test(code)));
    assert.deepEqual(shown('lint.select = ["E", "SIM"]'), ['E722', 'SIM222']);
    assert.deepEqual(shown('extend = "base-ruff.toml"\nlint.extend-select = ["B006"]'), ['B006', 'S701', 'S702']);
    assert.deepEqual(shown('lint.per-file-ignores = { "a.py" = ["E722"] }\nlint.select = ["E722"]'), []);
  });

  it('exclude folders by name anywhere, and by path', () => {
    const settings = read({ 'ruff.toml': 'extend-exclude = ["build", "src/gen/*", "*_pb2.py"]' });
    assert.deepEqual(
      ['build/a.py', 'x/build/a.py', 'builder/a.py', 'src/gen/a.py', 'src/a.py', 'src/x_pb2.py'].filter((path) => settings(path)!.excluded),
      ['build/a.py', 'x/build/a.py', 'src/gen/a.py', 'src/x_pb2.py'],
    );
  });

  it('take version and length from other tables of pyproject.toml, and the newest version for an unknown one', () => {
    const project = '[project]\nrequires-python = ">=3.10,<4"\n[tool.black]\nline-length = 99';
    assert.deepEqual(read({ 'pyproject.toml': project })('a.py'), {
      excluded: false,
      off: [],
      shown: SHOWN_BY_DEFAULT,
      lineLength: 99,
      target: 'py310',
      immutable: [],
    });
    assert.equal(read({ 'pyproject.toml': project, 'ruff.toml': '' })('a.py')!.target, 'py310');
    assert.equal(read({ 'ruff.toml': 'target-version = "py399"' })('a.py')!.target, 'py314');
  });
});
