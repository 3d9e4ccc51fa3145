/** The linter in process: what it says, what silences it, and that nothing brings it down. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import type * as Ruff from '@astral-sh/ruff-wasm-nodejs';
import fc from 'fast-check';
import { lintCodes, rulesByCode } from '../../../server/compose/foreign-codes.ts';
import type { FixContext } from '../../../server/facts/adapter.ts';
import type { FileFacts, FunctionFact } from '../../../server/facts/file-facts.ts';
import type { ImportFact } from '../../../server/facts/module-facts.ts';
import type { Span } from '../../../server/facts/span.ts';
import { bareFacts } from '../../../server/languages/kit/bare-facts.ts';
import { createPythonAdapter } from '../../../server/languages/python/adapter.ts';
import { lintTable } from '../../../server/languages/python/lint/lint-table.ts';
import { loadLinter, lint as lintWith, type LintResult } from '../../../server/languages/python/lint/linter.ts';
import { DEFAULT_SETTINGS, SHOWN_BY_DEFAULT } from '../../../server/languages/python/lint/project-settings.ts';
import { readNoqa } from '../../../server/languages/python/lint/noqa.ts';
import { readNosec } from '../../../server/languages/python/lint/nosec.ts';
import { withLint } from '../../../server/languages/python/lint/with-lint.ts';
import { lintFix } from '../../../server/languages/python/fixes/lint-fix.ts';
import type { Draft } from '../../../server/findings/finding.ts';
import type { FileRule } from '../../../server/rules/kit/rule.ts';
import { rules } from '../../../server/rules/registry.ts';
import { applyFileEdits } from '../../kit/apply-edits.ts';
import { fixContext } from '../../kit/fix-context.ts';
import { reviewInMemory } from '../../kit/review-in-memory.ts';

const TABLE = lintTable(lintCodes);
const lint = (text: string, settings = DEFAULT_SETTINGS): LintResult => lintWith(text, TABLE, settings);
const isOfLinter = (code: string): boolean => TABLE.byCode.get(code)?.by === 'linter';
/** Without what is asked for only because of its fix. */
const codes = (text: string, settings = DEFAULT_SETTINGS): string[] =>
  lint(text, settings)
    .lint.filter(({ code }) => isOfLinter(code))
    .map(({ code, span }) => `${code} ${span.join(':')}`);
const findings = async (files: Record<string, string>, only: string[]): Promise<string[]> =>
  (await reviewInMemory(new Map(Object.entries(files)), only)).findings.map((each) => `${each.path}:${each.range.start.line} ${each.ruleId}`);

describe('lint of Python', () => {
  before(() => loadLinter());

  it('names each code of the table once, for existing rules; those that the linter answers apply to Python', () => {
    assert.equal(new Set(lintCodes.map(({ code }) => code)).size, lintCodes.length);
    const byId = new Map(rules.map((rule) => [rule.meta.id, rule.meta]));
    for (const { rule, by, code } of lintCodes) {
      assert.ok(by === 'linter' ? byId.get(rule)?.languages.includes('python') : byId.has(rule), `${code}: ${rule}`);
      assert.equal(by === 'linter', byId.get(rule)!.messages[code] !== undefined, `${code}: ${rule}`);
    }
  });

  it('finds what is wrong and where, with any line endings, and respects noqa', () => {
    assert.deepEqual(codes('try:\r\n  repr("😀")\r\nexcept:\r\n  b = eval\r\n'), ['E722 3:1:3:7']);
    assert.deepEqual(codes('def f(a="😀", b=[]): pass\r'), ['B006 1:17:1:19']);
    assert.deepEqual(
      codes('import jinja2\njinja2.Environment()  # noqa: S701\njinja2.Environment()  # noqa\njinja2.Environment()  # noqa: E501\n').map((each) =>
        each.slice(0, 6),
      ),
      ['S701 4'],
    );
    assert.deepEqual(codes('# ruff: noqa: S701\nimport jinja2\njinja2.Environment()\n'), []);
  });

  it('leaves out what the project switched off', () => {
    const text = 'import jinja2\nfrom x import clock\njinja2.Environment()\ndef f(at=clock()): pass\n';
    const kept = (settings: Partial<typeof DEFAULT_SETTINGS>): string[] => codes(text, { ...DEFAULT_SETTINGS, ...settings }).map((each) => each.split(' ')[0]!);
    assert.deepEqual(kept({}), ['S701', 'B008']);
    assert.deepEqual(kept({ off: ['S701'] }), ['B008']);
    assert.deepEqual(kept({ immutable: ['clock'] }), ['S701', 'B008']);
    assert.deepEqual(kept({ excluded: true }), []);
    assert.deepEqual(codes('import x\ndef f(a=x.Y()) -> None: pass\n', { ...DEFAULT_SETTINGS, immutable: ['x.Y'] }), []);
  });

  it('knows which codes the linter selects by default', () => {
    const own = createRequire(import.meta.url)('@astral-sh/ruff-wasm-nodejs') as typeof Ruff;
    const everything = 'import tarfile, jinja2\nfrom dataclasses import dataclass\nfrom mako.template import Template\ndef f(a=[], b=foo()):\n    try: '
      + 'return a\n    except: return 1\ndef g(x):\n    try: return 1\n    except Exception: return 2\n@dataclass\nclass R:\n    a: list[int] = '
      + '[]\njinja2.Environment()\nTemplate("x")\ntarfile.open("a").extractall()\n'
      + [
        '%s %s" % (1,)', '%(a)s" % (1,)', '%y" % 1', '%d" % "1"', '{:%y} {:b}".format(1, "a")', '%(a)s" % {"b": 1}', '%(a)s %s" % (1, 2)', '%(a)*s" % {"a": 1}',
        '%(a)s" % {"a": 1, "b": 2}', '{} {}".format(1)', '{}".format(1, 2)', '{a}".format(a=1, b=2)', '{0} {}".format(1, 2)', '{".format(1)',
      ].map((each) => `"${each}\n`).join('')
      + 'import logging\nlogging.info("a", 1)\nlogging.info("%s %s", 1)\ndef h(x):\n    assert (x, 1)\n    assert "x"\n    if (x, 1): pass\n'
      + '    if x is "a": pass\n    if x == x: pass\n    if x in ["a" or "b"]: pass\n    raise NotImplemented\ndef h(x):\n    try: pass\n'
      + '    except A or B: pass\n    except A | B: pass\n    finally:\n        return\ndef i():\n    ValueError("y")\n    raise "x"\nd = {"a": 1, "a": 2}\n';
    const codesOf = (options: object): string[] =>
      [...new Set((new own.Workspace(options, own.PositionEncoding.Utf16).check(everything) as { code: string }[]).map(({ code }) => code))]
        .filter((code) => isOfLinter(code))
        .sort();
    assert.deepEqual(
      codesOf({ lint: { select: ['ALL'] } }),
      lintCodes
        .filter(({ by }) => by === 'linter')
        .map(({ code }) => code)
        .sort(),
      'the text holds what each code is for',
    );
    assert.deepEqual(codesOf({}), SHOWN_BY_DEFAULT);
  });

  it('reports syntax errors, by the version of the project', () => {
    assert.deepEqual(lint('print "x"\n').syntaxProblems, [{ message: 'Simple statements must be separated by newlines or semicolons.', span: [1, 7, 1, 10] }]);
    assert.deepEqual(lint('type X = int\n').syntaxProblems, []);
    assert.match(lint('type X = int\n', { ...DEFAULT_SETTINGS, target: 'py38' }).syntaxProblems[0]!.message, /Python 3\.8/);
  });

  it('survives a stack overflow, says so, and works afterwards', () => {
    for (const text of [`x = ${'('.repeat(5000)}`, `x = 1${'+1'.repeat(20_000)}`, `x = a${'.b'.repeat(20_000)}`]) {
      assert.match(lint(text).syntaxProblems[0]?.message ?? '', /the linter failed/, text.slice(0, 12));
      assert.deepEqual(codes('try: repr(1)\nexcept: repr(2)\n'), ['E722 2:1:2:7']);
    }
  });

  it('never throws, and points into the text', function () {
    this.timeout(120_000);
    const piece = fc.constantFrom(
      'def f(a=[]):',
      '\n',
      '    ',
      'try:',
      'except:',
      'x = ',
      '"""',
      "'",
      '(',
      ')',
      '[',
      '{',
      '😀',
      '\r',
      '\t',
      '\\',
      'lambda: ',
      'f"{',
      '}"',
      '#',
      'noqa',
      'class A:',
      '\uD800',
      '\f',
      '\0',
      'import jinja2',
      'jinja2.Environment()',
      'pass',
      ':',
      '@',
      'match x:',
      '%%',
    );
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      const lines = text.split(/\r\n|\n|\r/);
      const { lint: found, syntaxProblems } = lint(text);
      for (const { span: [line, column, endLine, endColumn] } of [...found, ...syntaxProblems]) {
        assert.ok(line >= 1 && line <= lines.length && column >= 1 && column <= lines[line - 1]!.length + 1, `${line}:${column}`);
        assert.ok(endLine >= line && endLine <= lines.length && endColumn >= 1, `${endLine}:${endColumn}`);
      }
    }), { numRuns: 400 });
  });
});

describe('comments and settings for the linter', () => {
  it('silence our own rules about the same fault', () => {
    const rulesOf = (text: string): string[] =>
      readNoqa(text, TABLE).map(({ ruleId, scope, from, to, foreign }) => `${ruleId} ${scope} ${from}-${to} ${String(foreign)}`);
    assert.deepEqual(rulesOf('a\nprint(1)  # noqa: T201, XYZ1\n'), ['quality/print-logging next-line 2-2 true']);
    assert.deepEqual(rulesOf('# ruff: noqa: E501\nx\n'), ['quality/line-length file 1-3 true']);
    assert.deepEqual(rulesOf('# ruff: noqa: N806\nx\n'), []);
    const silenced = rulesOf('x  # NOQA');
    assert.ok(silenced.length > 15);
    assert.deepEqual(rulesOf('# flake8: noqa'), silenced.map((each) => each.replace(/ next-line 1-1 /, ' file 1-1 ')));
    assert.deepEqual(rulesOf('# nothing of the kind'), []);
  });

  it('silence what bandit looks for, all of it or the tests that are listed', async () => {
    const rulesOf = (text: string): string[] =>
      readNosec(text, TABLE).map(({ ruleId, scope, from, to, foreign }) => `${ruleId} ${scope} ${from}-${to} ${String(foreign)}`);
    assert.deepEqual(rulesOf('a\nrun(x)  # nosec B602,B105 # noqa\n'), [
      'security/hardcoded-secret next-line 2-2 true',
      'security/command-injection next-line 2-2 true',
    ]);
    assert.deepEqual(rulesOf('run(x)  #nosec: B110'), ['quality/swallowed-error next-line 1-1 true']);
    assert.deepEqual(rulesOf('run(x)  # nosec B999'), []);
    assert.deepEqual(rulesOf('run(x)  # nosec hardcoded_password_string'), []);
    assert.deepEqual(rulesOf('run(x)  # nosecrets here'), []);
    const all = rulesOf('run(x)  # nosec the name is ours');
    assert.ok(all.includes('security/archive-escape next-line 1-1 true') && all.includes('security/sql-injection next-line 1-1 true'), all.join());
    assert.ok(!all.some((each) => /naming|line-length|print/.test(each)), all.join());
    const only = [
      'security/hardcoded-secret',
      'security/unescaped-markup',
      'quality/naming',
      'suppression/unused',
      'suppression/missing-reason',
      'suppression/unknown-rule',
    ];
    const secret = 'password = "Tr0ub4dor&3xYz!"';
    assert.deepEqual(await findings({ 'src/a.py': `${secret}  # nosec B602\n${secret.replace('4', '5')}\n` }, only), [
      'src/a.py:1 security/hardcoded-secret',
      'src/a.py:2 security/hardcoded-secret',
    ]);
    assert.deepEqual(await findings({ 'src/a.py': `${secret}  # nosec B105\n${secret}  # nosec\n` }, only), []);
    // What the linter answers in our words too.
    const templates = 'from jinja2 import Environment\nmade = Environment()';
    assert.deepEqual(await findings({ 'src/a.py': `${templates}\n` }, only), ['src/a.py:2 security/unescaped-markup']);
    assert.deepEqual(await findings({ 'src/a.py': `${templates}  # nosec\n` }, only), []);
  });

  it('need no reason, are not called unused, and apply to what the engine finds', async () => {
    const only = ['security/hardcoded-secret', 'suppression/unused', 'suppression/missing-reason', 'suppression/unknown-rule'];
    const secret = 'password = "Tr0ub4dor&3xYz!"';
    assert.deepEqual(await findings({ 'src/a.py': `x = 1  # noqa: E501\n${secret}\n` }, only), ['src/a.py:2 security/hardcoded-secret']);
    assert.deepEqual(await findings({ 'src/a.py': `${secret}  # noqa: S105\n` }, only), []);
    assert.deepEqual(await findings({ 'src/a.py': `${secret}\n`, 'ruff.toml': 'lint.ignore = ["S105"]' }, only), []);
    assert.deepEqual(await findings({ 'src/a.py': `${secret}\n`, 'ruff.toml': 'lint.ignore = ["S106"]' }, only), ['src/a.py:1 security/hardcoded-secret']);
  });

  it('are part of the key of cached results', async () => {
    const key = async (toml: string): Promise<string> =>
      (
        await reviewInMemory(
          new Map([
            ['a.py', 'x = 1\n'],
            ['b.ts', ''],
            ['ruff.toml', toml],
          ]),
          [],
        )
      ).workspace.inputFor('a.py', '', 'source').settings.key;
    const keys = [await key(''), await key('lint.ignore = ["B006"]'), await key('line-length = 100')];
    assert.equal(new Set(keys).size, 3);
    assert.equal(await key('line-length = 100 # the same'), keys[2]);
  });
});

describe('fixes of the linter', () => {
  const context = (text: string): FixContext => fixContext({ 'a.py': text });
  it('do not touch lines that have changed, and keep line endings', () => {
    const edits = [
      { span: [1, 9, 1, 11] as const, text: 'None', line: 'def f(a=[]):' },
      { span: [2, 1, 2, 1] as const, text: '  if a is None:\n', line: '  pass' },
    ];
    const request = { fixId: 'lint-fix', path: 'a.py', span: [1, 9, 1, 11] as const, data: { edits } };
    assert.equal(lintFix(request, context('def g(a=[]):\n  pass\n')), null);
    assert.equal(lintFix({ ...request, data: {} }, context('')), null);
    assert.equal(lintFix(request, context('def f(a=[]):\r\n  pass\r\n'))![0]!.edits[1]!.text, '  if a is None:\r\n');
  });
});

const PYTHON_FIXES = createPythonAdapter(lintCodes, rulesByCode.pylint).fixIds;

describe('fixes of the linter for what our own facts found', () => {
  const drafts = (id: string, text: string, more: Partial<FileFacts>): Draft[] => {
    const rule = rules.find((each) => each.meta.id === id) as FileRule;
    const found: Draft[] = [];
    const input = { path: 'a.py', text, role: 'source' as const };
    rule.check(
      withLint(input, { ...bareFacts(input, 'python'), typesExpected: true, ...more }, TABLE),
      (draft) => found.push(draft),
      rule.meta.options?.parse({}) ?? {},
    );
    return found;
  };
  const titles = (all: readonly Draft[]): (string | undefined)[][] =>
    all.map(({ fixes = [] }) => fixes.filter(({ id }) => PYTHON_FIXES.has(id)).map(({ title }) => title));

  before(() => loadLinter());

  it('write the return type that the code shows', () => {
    const fn: FunctionFact = {
      name: 'f',
      kind: 'function',
      owner: -1,
      parent: -1,
      span: [1, 1, 2, 9],
      nameSpan: [1, 5, 1, 6],
      bodySpan: [2, 5, 2, 9],
      public: true,
      visibility: 'public',
      async: false,
      generator: false,
      static: false,
      abstract: false,
      overrides: false,
      params: [],
      returnType: null,
      returnsValue: false,
      contextuallyTyped: false,
      overload: 'none',
      doc: null,
      decorators: [],
      complexity: 1,
      flatBranches: 0,
      nesting: 0,
      nestingSpan: [2, 5, 2, 9],
      codeLines: 2,
      dataLines: 0,
      throws: [],
      missingTypes: { params: [], returns: true },
    };
    assert.deepEqual(titles(drafts('quality/missing-type', 'def f():\n    pass\n', { functions: [fn] })), [['Add the return type that the code shows']]);
    assert.deepEqual(titles(drafts('quality/missing-type', 'def f():\n    return g()\n', { functions: [fn] })), [[]]);
  });

  it('sort imports', () => {
    const text = 'from . import a\nimport os\n\nprint(a, os)\n';
    const imported = (specifier: string, group: ImportFact['group'], span: Span): ImportFact => ({
      specifier,
      group,
      kind: 'static',
      typeOnly: false,
      couldBeTypeOnly: false,
      lazy: false,
      names: [],
      span,
      specifierSpan: span,
      run: 0,
    });
    const found = drafts('quality/import-order', text, { imports: [imported('.', 'relative', [1, 1, 1, 16]), imported('os', 'builtin', [2, 1, 2, 10])] });
    assert.deepEqual(titles(found), [['Sort the imports']]);
    const edits = lintFix(
      { fixId: '', path: 'a.py', span: [2, 1, 2, 10], data: found[0]!.fixes!.find(({ id }) => id === 'lint-fix')!.data! },
      fixContext({ 'a.py': text }),
    )!;
    assert.equal(applyFileEdits(new Map([['a.py', text]]), edits).get('a.py'), 'import os\n\nfrom . import a\n\nprint(a, os)\n');
  });

  it('leave out lines that the project accepts', () => {
    const longLines = [{ line: 1, length: 95, unbreakable: false }];
    assert.equal(drafts('quality/line-length', 'x\n', { longLines }).length, 1);
    assert.equal(drafts('quality/line-length', 'x\n', { longLines, lineLimit: 100 }).length, 0);
  });
});
