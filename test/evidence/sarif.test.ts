/** SARIF of any tool, and what reports may hold that is out to harm. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withoutSecrets } from '../../server/compose/evidence.ts';
import type { ToolReport } from '../../server/facts/tool-messages.ts';
import { rulesByCode } from '../../server/compose/foreign-codes.ts';
import { readEvidence, type EvidenceSources, type ReadEvidence } from '../../server/evidence/read-evidence.ts';
import { toSarif } from '../../server/report/review/sarif.ts';
import { assertQuick } from '../kit/quick.ts';
import { RULES, sample } from '../report/sample.ts';

const PATHS = ['src/bank.py', 'src/my file.py', 'src/a.ts'];

function read(path: string, text: string, over: Partial<EvidenceSources> = {}): Promise<ReadEvidence> {
  return readEvidence({
    paths: PATHS,
    coverage: [],
    junit: [],
    codes: rulesByCode,
    reports: [path],
    read: (asked) => Promise.resolve(asked === path ? text : undefined),
    ...over,
  });
}

function log(...runs: object[]): string {
  return JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs });
}

function at(uri: string, startLine: number, more: object = {}): object {
  return { locations: [{ physicalLocation: { artifactLocation: { uri, ...more }, region: { startLine, startColumn: 1 } } }], message: { text: 'Words' } };
}

function told(reports: readonly ToolReport[]): string[] {
  return reports.flatMap(({ tool, messages }) =>
    messages.map(({ path, line, code, level, rule, topic }) => `${tool} ${path}:${line} ${code} ${level} → ${rule ?? topic ?? 'nothing'}`),
  );
}

describe('SARIF', () => {
  it('takes level, weakness and severity from the result, else from its rule', async () => {
    const rules = [
      { id: 'py/sql', defaultConfiguration: { level: 'error' }, properties: { tags: ['security', 'external/cwe/cwe-089'], 'security-severity': '8.8' } },
      { id: 'py/unused', defaultConfiguration: { level: 'note' }, properties: { tags: ['maintainability'] } },
      { id: 'py/header', properties: { tags: ['security'], 'security-severity': '5.0' } },
    ];
    const { reports, problems } = await read(
      'codeql.sarif',
      log({
        tool: { driver: { name: 'CodeQL', rules } },
        results: [
          { ruleId: 'py/sql', ...at('src/bank.py', 4) },
          { ruleIndex: 1, ...at('src/bank.py', 5) },
          { ruleId: 'py/header', level: 'error', ...at('src/bank.py', 6) },
        ],
      }),
    );
    assert.deepEqual(told(reports), [
      'CodeQL src/bank.py:4 py/sql error → security/sql-injection',
      'CodeQL src/bank.py:5 py/unused note → nothing',
      'CodeQL src/bank.py:6 py/header warning → security',
    ]);
    assert.deepEqual(problems, []);
  });

  it('takes known tools at their codes', async () => {
    const run = (name: string, ruleId: string): object => ({ tool: { driver: { name } }, results: [{ ruleId, ...at('src/bank.py', 4) }] });
    const { reports } = await read(
      'all.sarif',
      log(
        run('ruff', 'E722'),
        run('Bandit', 'B602'),
        run('ESLint', 'no-eval'),
        run('mypy', 'arg-type'),
        run('pylint', 'C0116'),
        run('gitleaks', 'aws-key'),
        run('Style', 'x'),
      ),
    );
    assert.deepEqual(
      told(reports).map((words) => words.replace(/ src.*→/, ' →')),
      [
        'ruff → quality/bare-except',
        'Bandit → security/command-injection',
        'ESLint → security/code-injection',
        'mypy → types',
        'pylint → nothing',
        'gitleaks → security/hardcoded-secret',
        'Style → nothing',
      ],
    );
  });

  it('leaves out what was suppressed, passed, is gone, or is our own', async () => {
    const result = { ruleId: 'B602', ...at('src/bank.py', 4) };
    const { reports } = await read(
      'x.sarif',
      log({
        tool: { driver: { name: 'Bandit' } },
        results: [
          { ...result, suppressions: [{ kind: 'inSource' }] },
          { ...result, kind: 'pass' },
          { ...result, baselineState: 'absent' },
          { ...result, level: 'none' },
          { ...result, suppressions: [{ kind: 'external', status: 'rejected' }] },
        ],
      }),
    );
    assert.deepEqual(told(reports), ['Bandit src/bank.py:4 B602 warning → security/command-injection']);
    assert.deepEqual((await read('own.sarif', toSarif(sample(), RULES))).reports, []);
    assert.deepEqual((await read('own.sarif', toSarif(sample(), RULES))).problems, []);
  });

  it('finds files by base, encoded path or URL', async () => {
    const { reports } = await read(
      'x.sarif',
      log({
        tool: { driver: { name: 'Bandit' } },
        originalUriBaseIds: { SRC: { uri: 'file:///ci/src/' } },
        results: [
          { ruleId: 'B602', ...at('bank.py', 1, { uriBaseId: 'SRC' }) },
          { ruleId: 'B602', ...at('file:///ci/src/my%20file.py', 2) },
          { ruleId: 'B602', message: { text: 'nowhere' } },
        ],
      }),
    );
    assert.deepEqual(
      [told(reports), reports[0]?.outside],
      [['Bandit src/bank.py:1 B602 warning → security/command-injection', 'Bandit src/my file.py:2 B602 warning → ' + 'security/command-injection'], 1],
    );
  });

  it('says when the tool could not run', async () => {
    const { reports, problems } = await read(
      'x.sarif',
      log({
        tool: { driver: { name: 'Semgrep' } },
        results: [],
        invocations: [{ executionSuccessful: false, toolExecutionNotifications: [{ level: 'error', message: { text: 'out of memory' } }] }],
      }),
    );
    assert.equal(reports[0]?.incomplete, true);
    assert.deepEqual(problems, [{ path: 'x.sarif', reason: 'Semgrep reports that it failed: out of memory' }]);
  });

  it('of another version or shape is a problem', async () => {
    assert.deepEqual((await read('x.sarif', JSON.stringify({ version: '1.0.0', runs: [] }))).problems, [
      { path: 'x.sarif', reason: 'is SARIF 1.0.0; only 2.1.0 is supported' },
    ]);
    assert.deepEqual((await read('x.sarif', log({ tool: {} }))).problems, [{ path: 'x.sarif', reason: 'is not valid SARIF 2.1.0 at runs.0.tool.driver' }]);
  });
});

describe('reports that cannot be used', () => {
  for (const [name, text, reason] of [
    ['JSON that is cut off', '{"results": [{"issue_text": "Possible hardcoded password: \'hunter2', /^is not JSON, or is truncated( \(at character \d+\))?$/],
    ['JSON of no tool', '{"name": "x"}', /^is JSON of an unknown tool/],
    ['text of no tool', 'all good\n', /^has an unknown format/],
    ['UTF-16', '\ufeffm\0y\0p\0y\0', /^is not UTF-8/],
    ['bandit without results', '{"results": [{}], "metrics": {}, "generated_at": ""}', /^is not bandit JSON/],
    ['entities', '<!DOCTYPE x [<!ENTITY a "b">]><testsuite name="mypy"/>', /^declares XML entities/],
    ['tests', '<testsuite name="pytest"><testcase name="x"/></testsuite>', /^is XML, but not from "mypy --junit-xml"/],
  ] as const) {
    it(`such as ${name}, are problems with a reason and never clean`, async () => {
      const { reports, problems } = await read('r.txt', text);
      assert.deepEqual(reports, []);
      assert.equal(problems.length, 1);
      assert.match(problems[0]!.reason, reason);
      assert.doesNotMatch(problems[0]!.reason, /hunter2/);
    });
  }

  it('are reported missing when the configuration names them', async () => {
    assert.deepEqual((await read('r.txt', 'x', { reports: ['none.txt'] })).problems, [
      { path: 'none.txt', reason: 'is named in the configuration but does not exist' },
    ]);
  });

  it('are about other files', async () => {
    const { reports, problems } = await read('mypy.txt', 'lib/else.py:1: error: Bad  [misc]\n');
    assert.deepEqual([reports[0]?.messages, reports[0]?.incomplete], [[], true]);
    assert.deepEqual(problems, [{ path: 'mypy.txt', reason: 'none of the files that mypy names in it is reviewed in this workspace' }]);
  });

  it('are read quickly even with very long lines', async () => {
    for (const part of ['a:1: ', 'a:1:1:1:1: error: ', ' [x]', '(x)', 'Found 1 errors ', 'x: error: ', '\u001b[1']) {
      await assertQuick(part, () => read('r.txt', part.repeat(300_000)));
    }
  });

  it('are too large', async () => {
    assert.deepEqual(
      (await read('mypy.txt', 'x', { stat: (path) => Promise.resolve(path === 'mypy.txt' ? { size: 1e12, modified: 0 } : undefined) })).problems,
      [{ path: 'mypy.txt', reason: 'is too large to read' }],
    );
    const many = Array.from({ length: 100_010 }, (_, line) => `src/bank.py:${line + 1}: error: Bad  [misc]`).join('\n');
    const { reports, problems } = await read('mypy.txt', many);
    assert.equal(reports[0]?.messages.length, 100_000);
    assert.deepEqual(problems, [{ path: 'mypy.txt', reason: 'only the first 100000 of its 100010 messages were read' }]);
  });
});

describe('what reports say of files', () => {
  it('is older than files that changed since', async () => {
    const stat = (path: string): Promise<{ size: number; modified: number }> =>
      Promise.resolve({ size: 10, modified: path === 'src/bank.py' ? 200 : path === 'mypy.txt' ? 100 : 50 });
    const { reports } = await read('mypy.txt', 'src/bank.py:1: error: Bad  [misc]\nsrc/a.ts:1: error: Bad  [misc]\n', { stat });
    assert.equal(reports[0]?.olderThan, 1);
  });

  it('counts once when a report repeats itself', async () => {
    const { reports } = await read('mypy.txt', 'src/bank.py:1: error: Bad  [misc]\nsrc/bank.py:1: error: Bad  [misc]\nsrc/bank.py:1: error: Worse  [misc]\n');
    assert.equal(reports[0]?.messages.length, 2);
  });

  it('holds no control characters, whatever was written', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), async (words, code) => {
      const { reports, problems } = await read(
        'x.sarif',
        log({
          tool: { driver: { name: `T${words}` } },
          results: [{ ruleId: code, ...at('src/bank.py', 1), message: { text: words } }],
          invocations: [{ executionSuccessful: false, exitCodeDescription: words }],
        }),
      );
      for (const text of [
        ...reports.flatMap((report) => [report.tool, ...report.messages.flatMap((one) => [one.code, one.text])]),
        ...problems.map(({ reason }) => reason),
      ]) {
        assert.doesNotMatch(text, /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
        assert.ok(text.length <= 300);
      }
    }), { numRuns: 100 });
  });

  it('holds no secrets', async () => {
    const key = ['ghp_', 'Ab3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1eF3hJ5'].join('');
    const { reports, problems } = await read(
      'mypy.txt',
      `src/bank.py:1: error: Bad "${key}"  [misc]\nsrc/bank.py:2: error: Has type "Literal['pa55w0rd-]live']"  [misc]\nmypy: `
        + `cannot open https://u:${key}@host/x\n`,
      { mask: withoutSecrets },
    );
    assert.equal(reports[0]?.messages.length, 2);
    assert.match(reports[0]?.messages[0]?.text ?? '', /^Bad "\*+"$/);
    assert.doesNotMatch(JSON.stringify([reports, problems]), /Ab3dE5gH7|pa55w0rd/);
    assert.match(problems[0]?.reason ?? '', /^mypy did not check everything: mypy: cannot open/);
  });
});
