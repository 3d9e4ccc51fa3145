/** Each form that other tools write, in the words that they write, about code of our own. */
import assert from 'node:assert/strict';
import type { ToolReport } from '../../server/facts/tool-messages.ts';
import { rulesByCode } from '../../server/compose/foreign-codes.ts';
import { readEvidence, type EvidenceSources } from '../../server/evidence/read-evidence.ts';

const PATHS = ['src/bank.py', 'src/api.py', 'src/a.ts', 'tests/test_bank.py'];

async function read(
  files: Record<string, string>,
  over: Partial<EvidenceSources> = {},
): Promise<{ reports: ToolReport[]; problems: { path: string; reason: string }[] }> {
  const { reports, problems } = await readEvidence({
    paths: PATHS,
    coverage: [],
    junit: [],
    codes: rulesByCode,
    read: (path) => Promise.resolve(files[path]),
    list: (folder) =>
      Promise.resolve(
        Object.keys(files)
          .filter((path) => path.slice(0, Math.max(0, path.lastIndexOf('/'))) === folder)
          .map((path) => path.slice(path.lastIndexOf('/') + 1)),
      ),
    ...over,
  });
  return { reports, problems };
}

/** `mypy src/bank.py:12 assignment error → types` for each message. */
function told(reports: readonly ToolReport[]): string[] {
  return reports.flatMap(({ tool, messages }) =>
    messages.map(
      ({ path, line, code, level, rule, topic }) => `${tool} ${path}:${line} ${code}${level === '' ? '' : ` ${level}`} → ${rule ?? topic ?? 'nothing'}`,
    ),
  );
}

async function only(name: string, text: string): Promise<string[]> {
  const { reports, problems } = await read({ [name]: text });
  assert.deepEqual(problems, []);
  return told(reports);
}

const MYPY = `src/bank.py:10: note: "pay" defined here
src/bank.py:12: error: Incompatible types in assignment (expression has type "int", variable has type "str")  [assignment]
src/bank.py:14:12: error: Name "nothing" is not defined  [name-defined]
src/api.py:3:1:3:9: error: Function is missing a type annotation  [no-untyped-def]
src/api.py:1: error: Cannot find implementation or library stub for module named "fastapi"  [import]
Found 4 errors in 2 files (checked 3 source files)
`;
const MYPY_TOLD = [
  'mypy src/api.py:1 import error → nothing',
  'mypy src/api.py:3 no-untyped-def error → quality/missing-type',
  'mypy src/bank.py:12 assignment error → types',
  'mypy src/bank.py:14 name-defined error → source/undefined-name',
];

describe('reports of mypy', () => {
  it('are read as text, notes aside, with and without columns', async () => assert.deepEqual(await only('reports/mypy.txt', MYPY), MYPY_TOLD));
  it('are read with the line ends and colours of other places', async () => {
    assert.deepEqual(
      await only(
        'mypy.log',
        MYPY.replaceAll('\n', '\r\n').replaceAll('error:', '\u001b[1m\u001b[31merror:\u001b[m').replaceAll('src/', 'src\\').replaceAll('\u001b[1m', ''),
      ),
      MYPY_TOLD,
    );
  });
  it('are read as --pretty wraps them', async () => {
    assert.deepEqual(await only('mypy.txt', `src/api.py:1: error: Cannot find implementation or library stub for module
named "fastapi"  [import]
    from fastapi import FastAPI
    ^
src/bank.py:12: error: Incompatible types in assignment (expression has type
"int", variable has type
"str")
[assignment]
        total: str = amount
                     ^~~~~~
src/bank.py:14: error: Bad
Found 3 errors in 2 files (checked 3 source files)
`), ['mypy src/api.py:1 import error → nothing', 'mypy src/bank.py:12 assignment error → types', 'mypy src/bank.py:14  error → types']);
  });
  it('are read without codes', async () => {
    assert.deepEqual(await only('mypy.txt', 'src/api.py:1: error: Skipping analyzing "pandas": module is installed, but missing library stubs or py.typed '
      + 'marker\nsrc/bank.py:14: error: Name "x" is not defined\n'), [
      'mypy src/api.py:1 import error → nothing', 'mypy src/bank.py:14  error → types',
    ]);
  });
  it('are read as lines of JSON', async () => {
    const line = (over: object): string =>
      JSON.stringify({ file: 'src/bank.py', line: 12, column: 4, message: 'Bad', hint: null, code: 'assignment', severity: 'error', ...over });
    assert.deepEqual(await only('mypy.json', `${line({})}\n${line({ severity: 'note' })}\n${line({ line: 14, code: null })}\n`), [
      'mypy src/bank.py:12 assignment error → types',
      'mypy src/bank.py:14  error → types',
    ]);
    assert.deepEqual(await only('mypy.jsonl', line({})), ['mypy src/bank.py:12 assignment error → types']);
  });
  it('are read as JUnit, without counting as tests', async () => {
    const xml = (inner: string): string =>
      `<?xml version="1.0" encoding="utf-8"?>\n<testsuite errors="0" failures="1" name="mypy" skips="0" tests="1" `
        + `time="0.5"><testcase classname="mypy" file="mypy" line="1" name="mypy-py3_11-linux" `
        + `time="0.5">${inner}</testcase></testsuite>\n`;
    const files = { 'test-results/mypy.xml': xml(`<failure message="mypy produced messages">${MYPY.replaceAll('"', '&quot;')}</failure>`) };
    const { tests, reports } = await readEvidence({
      paths: PATHS,
      coverage: [],
      junit: [],
      codes: rulesByCode,
      read: (path) => Promise.resolve((files as Record<string, string>)[path]),
      list: (folder) => Promise.resolve(folder === 'test-results' ? ['mypy.xml'] : []),
    });
    assert.deepEqual(told(reports), MYPY_TOLD);
    assert.deepEqual([tests?.passed, tests?.failed], [0, 0]);
    assert.deepEqual(await only('reports/mypy.xml', xml('')), []);
  });
  it('are clean when the last line says so', async () => {
    const { reports } = await read({ 'mypy.txt': 'Success: no issues found in 3 source files\n' });
    assert.deepEqual(
      reports.map(({ tool, topic, incomplete, messages }) => ({ tool, topic, incomplete, messages })),
      [{ tool: 'mypy', topic: 'types', incomplete: false, messages: [] }],
    );
  });
  it('are not complete when mypy gave up', async () => {
    const { reports, problems } = await read({
      'mypy.txt': 'src/bank.py:1: error: invalid syntax  [syntax]\nFound 1 error in 1 file (errors prevented further checking)\n',
    });
    assert.deepEqual([told(reports), reports[0]?.incomplete], [['mypy src/bank.py:1 syntax error → source/syntax-error'], true]);
    assert.deepEqual(problems, [{ path: 'mypy.txt', reason: 'mypy did not check everything: Found 1 error in 1 file (errors prevented further checking)' }]);
  });
});

describe('reports of pylint', () => {
  const old = {
    'type': 'convention',
    'module': 'bank',
    'obj': 'pay',
    'line': 16,
    'column': 0,
    'endLine': 16,
    'endColumn': 9,
    'path': 'src/bank.py',
    'symbol': 'missing-function-docstring',
    'message': 'Missing function or method docstring',
    'message-id': 'C0116',
  };
  it('are read as JSON of both kinds', async () => {
    assert.deepEqual(await only('reports/pylint.json', JSON.stringify([old])), ['pylint src/bank.py:16 missing-function-docstring convention → '
      + 'quality/missing-docstring']);
    const { 'message-id': messageId, ...rest } = { ...old, type: 'error', symbol: 'no-member', 'message-id': 'E1101' };
    const newer = {
      messages: [{ ...rest, messageId, confidence: 'INFERENCE', absolutePath: '/ci/src/bank.py' }],
      statistics: { messageTypeCount: { error: 1 }, modulesLinted: 2, score: 5 },
    };
    assert.deepEqual(await only('reports/pylint.json', JSON.stringify(newer)), ['pylint src/bank.py:16 no-member error → quality/unknown-member']);
  });
  it('are read as plain and as parseable text', async () => {
    const end = '\n------------------------------------------------------------------\nYour code has been rated at 5.00/10\n';
    assert.deepEqual(
      await only(
        'pylint.txt',
        `************* Module bank\nsrc/bank.py:6:0: W0702: No exception type(s) specified (bare-except)\nsrc/bank.py:10:21: `
          + `R0913: Too many arguments (8/5) (too-many-arguments)${end}`,
      ),
      ['pylint src/bank.py:6 bare-except warning → quality/bare-except', 'pylint src/bank.py:10 too-many-arguments refactor → quality/long-parameter-list'],
    );
    assert.deepEqual(await only('pylint.txt', '************* Module bank\nsrc/bank.py:9: [W0102(dangerous-default-value), load] Dangerous default value '
      + '[] as argument\nsrc/bank.py:1: [R0801(duplicate-code), ] Similar lines in 2 files\n'), [
      'pylint src/bank.py:1 duplicate-code refactor → nothing', 'pylint src/bank.py:9 dangerous-default-value warning → quality/mutable-default',
    ]);
  });
  it('say which files pylint could not look at', async () => {
    const { reports, problems } = await read({ 'pylint.json': JSON.stringify([{ ...old, type: 'fatal', symbol: 'astroid-error', 'message-id': 'F0002' }]) });
    assert.deepEqual([told(reports), problems], [[], [{ path: 'pylint.json', reason: 'pylint could not analyze src/bank.py' }]]);
  });
  it('are distinguished from those of ESLint by file name when they are empty', async () => {
    const { reports, problems } = await read({ 'pylint.json': '[]', 'eslint.json': '[]', 'security-report.json': '[]' });
    assert.deepEqual(reports.map(({ tool }) => tool), ['eslint', 'pylint']);
    assert.deepEqual(problems, [{ path: 'security-report.json', reason: 'is an empty list that does not identify its tool: name the file after the tool' }]);
  });
});

describe('reports of flake8', () => {
  it('are read in its own form and in that of pylint, plug-ins too', async () => {
    assert.deepEqual(
      await only(
        'flake8.txt',
        "src/bank.py:15:5: E722 do not use bare 'except'\n./src/api.py:3:80: E501 line too long (88 > 79 " +
          "characters)\nsrc/api.py:4:1: S301 pickle\nsrc/api.py:5:1: S404 subprocess\nsrc/api.py:6:1: F821 undefined name 'x'\n",
      ),
      [
        'flake8 src/api.py:3 E501 → quality/line-length',
        'flake8 src/api.py:4 S301 → security/unsafe-deserialization',
        'flake8 src/api.py:5 S404 → security',
        'flake8 src/api.py:6 F821 → source/undefined-name',
        'flake8 src/bank.py:15 E722 → quality/bare-except',
      ],
    );
    assert.deepEqual(await only('flake8.txt', 'src/bank.py:15: [E722] do not use bare \'except\'\n1\n'), ['flake8 src/bank.py:15 E722 → quality/bare-except']);
  });
  it('are not clean when they are empty, but are with the zero of --count', async () => {
    const empty = await read({ 'flake8.txt': '\n' });
    assert.deepEqual(empty, {
      reports: [],
      problems: [{ path: 'flake8.txt', reason: 'is empty: either nothing was found or the tool did not run. Use JSON, SARIF or "flake8 --count" to tell' }],
    });
    const nought = await read({ 'flake8.txt': '0\n' });
    assert.deepEqual([nought.reports.map(({ tool, messages }) => ({ tool, messages })), nought.problems], [[{ tool: 'flake8', messages: [] }], []]);
    assert.deepEqual((await read({ 'flake8.txt': 'src/bank.py:15:5: E722 do not\n7\n' })).problems, [
      { path: 'flake8.txt', reason: 'is truncated: it announces 7 messages but contains 1' },
    ]);
  });
});

const BANDIT = {
  errors: [] as object[],
  generated_at: '2026-01-02T03:04:05Z',
  metrics: { _totals: { loc: 40 } },
  results: [
    {
      code: '25 subprocess.call(command, shell=True)\n',
      filename: 'src/bank.py',
      issue_confidence: 'HIGH',
      issue_severity: 'HIGH',
      issue_text: 'subprocess call with shell=True identified, security issue.',
      line_number: 26,
      line_range: [24, 25, 26],
      more_info: 'x',
      test_id: 'B602',
      test_name: 'subprocess_popen_with_shell_equals_true',
    },
    {
      code: '6 password = "Sw0rdfish!2024"\n',
      filename: 'src/bank.py',
      issue_confidence: 'MEDIUM',
      issue_severity: 'LOW',
      issue_text: "Possible hardcoded password: 'Sw0rdfish!2024'",
      line_number: 6,
      line_range: [6],
      more_info: 'x',
      test_id: 'B105',
      test_name: 'hardcoded_password_string',
    },
    {
      code: '3 import subprocess\n',
      filename: 'src/bank.py',
      issue_confidence: 'HIGH',
      issue_severity: 'LOW',
      issue_text: 'Consider possible security implications.',
      line_number: 3,
      line_range: [3],
      more_info: 'x',
      test_id: 'B404',
      test_name: 'blacklist',
    },
  ],
};

describe('reports of bandit', () => {
  it('are read under the name that the guidelines give them', async () => {
    assert.deepEqual(await only('security-report.json', JSON.stringify(BANDIT)), [
      'bandit src/bank.py:3 B404 LOW → security', 'bandit src/bank.py:6 B105 LOW → security/hardcoded-secret', 'bandit src/bank.py:26 B602 HIGH → '
        + 'security/command-injection',
    ]);
  });
  it('do not repeat the password that was found', async () => {
    const { reports } = await read({ 'bandit.json': JSON.stringify(BANDIT) });
    assert.doesNotMatch(JSON.stringify(reports), /Sw0rdfish/);
    assert.equal(reports[0]?.messages[1]?.text, 'Not shown, because the message may contain a secret.');
  });
  it('say which files bandit could not look at', async () => {
    const { reports, problems } = await read({
      'bandit.json': JSON.stringify({ ...BANDIT, results: [], errors: [{ filename: 'src/api.py', reason: 'syntax error while parsing AST from file' }] }),
    });
    assert.deepEqual(
      [reports[0]?.incomplete, problems],
      [true, [{ path: 'bandit.json', reason: 'bandit could not analyze src/api.py (syntax error while parsing AST from file)' }]],
    );
  });
});

describe('reports of ESLint', () => {
  const file = (messages: object[]): object => ({
    filePath: '/home/ci/work/src/a.ts',
    messages,
    suppressedMessages: [],
    errorCount: 1,
    fatalErrorCount: 0,
    warningCount: 0,
    fixableErrorCount: 0,
    fixableWarningCount: 0,
    usedDeprecatedRules: [],
  });
  it('are read wherever the files were', async () => {
    assert.deepEqual(
      await only(
        'eslint-report.json',
        JSON.stringify([
          file([
            { ruleId: 'no-eval', severity: 2, message: '`eval` can be harmful.', line: 4, column: 10 },
            { ruleId: 'no-unused-vars', severity: 1, message: "'x' is defined but never used.", line: 2, column: 7 },
            { ruleId: '@typescript-eslint/no-unsafe-call', severity: 2, message: 'Unsafe call.', line: 5, column: 1 },
            { ruleId: null, severity: 1, message: 'File ignored.' },
          ]),
        ]),
      ),
      [
        'eslint src/a.ts:2 no-unused-vars warning → nothing',
        'eslint src/a.ts:4 no-eval error → security/code-injection',
        'eslint src/a.ts:5 ' + '@typescript-eslint/no-unsafe-call error → types',
      ],
    );
  });
  it('say what ESLint could not parse', async () => {
    const { reports, problems } = await read({
      'eslint.json': JSON.stringify([file([{ ruleId: null, fatal: true, severity: 2, message: 'Parsing error', line: 1, column: 1 }])]),
    });
    assert.deepEqual([told(reports), problems], [[], [{ path: 'eslint.json', reason: 'ESLint could not parse /home/ci/work/src/a.ts' }]]);
  });
});
