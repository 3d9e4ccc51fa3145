/** `archwright review` as the built program: report, exit codes, changed lines, baseline. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { commitAll, gitIn } from '../kit/git-repository.ts';
import { reviewJson, runCli, timeless } from '../kit/run-cli.ts';
import { removeTemporaryFolders, temporaryFolder, writeIn } from '../kit/temporary-folder.ts';

const CONFIG = `{
  "layers": [
    { "id": "top", "paths": ["src/top/**"], "mayUse": ["base"] },
    { "id": "base", "paths": ["src/base/**"] },
  ],
}
`;
const CROSSING = "import { page } from '../top/page';\n\n/** Stores pages. */\nexport const store: string = page;\n";
const faulty = (): string =>
  temporaryFolder({ 'archwright.jsonc': CONFIG, 'src/top/page.ts': "/** A page. */\nexport const page = 'p';\n", 'src/base/store.ts': CROSSING });

const position = z.strictObject({ line: z.number().int().min(1), column: z.number().int().min(1) });
const range = z.strictObject({ start: position, end: position });
const path = z.string().regex(/^[^/\\][^\\]*$/);
/** The contract of the JSON report, written down a second time on purpose: a change must be meant. */
const contract = z.strictObject({
  schemaVersion: z.literal(1),
  tool: z.strictObject({ name: z.literal('archwright'), version: z.string() }),
  origin: z.strictObject({
    project: z.string().min(1),
    at: z.iso.datetime(),
    commit: z.strictObject({ hash: z.string().regex(/^[\da-f]{40}$/), branch: z.string().min(1).nullable(), changed: z.boolean() }).nullable(),
  }),
  files: z.strictObject({
    typescript: z.number(),
    javascript: z.number(),
    python: z.number(),
    notebook: z.number(),
    skipped: z.array(z.strictObject({ path, reason: z.string().min(3) })),
  }),
  score: z.strictObject({
    formulaVersion: z.number(),
    total: z.number().min(0).max(100).nullable(),
    measuredMax: z.number().min(0).max(100),
    grade: z.enum(['A+', 'A', 'B+', 'B', 'C+', 'F']).nullable(),
    action: z.string(),
    approved: z.boolean(),
    dimensions: z.array(
      z.strictObject({
        id: z.enum(['code-quality', 'ai-ml', 'security', 'testing', 'architecture']),
        points: z.number(),
        max: z.number(),
        criteria: z.array(
          z.strictObject({
            id: z.string(),
            points: z.number(),
            max: z.number(),
            measured: z.boolean(),
            lost: z.array(z.strictObject({ cause: z.string().min(1), count: z.number().int().nonnegative(), points: z.number().positive() })),
            reason: z.string().min(3),
          }),
        ),
      }),
    ),
    worstFiles: z.array(z.strictObject({ path: z.string(), score: z.number().min(0).max(100) })).max(10),
    blockers: z.array(z.strictObject({ ruleId: z.string(), count: z.number().int().positive() })),
  }),
  gate: z.strictObject({
    name: z.literal('review'),
    passed: z.boolean(),
    conditions: z.array(z.strictObject({
      metric: z.enum(['score.total', 'new.errors', 'new.blockers']),
      operator: z.enum(['>=', '==']),
      threshold: z.number(),
      value: z.number().nullable(),
      passed: z.boolean(),
      source: z.enum(['review', 'changed lines']),
      reason: z.string().min(3),
    })).min(2).max(3),
  }),
  findings: z.array(
    z.strictObject({
      ruleId: z.string().regex(/^[a-z]+\/[a-z-]+$/),
      severity: z.enum(['error', 'warning', 'info']),
      message: z.string().min(5),
      path,
      range,
      block: z.string().nullable(),
      layer: z.string().nullable(),
      guideline: z.string().regex(/^\w+ §\d+(\.\d+)?$/),
      fixable: z.boolean(),
      blocker: z.boolean(),
      baseline: z.boolean(),
      fingerprint: z.string().min(16),
      related: z.array(z.strictObject({ path, range, message: z.string() })),
    }),
  ),
  // Only where a report lies beside the code.
  evidence: z
    .strictObject({
      coverage: z.string().nullable(),
      tests: z.string().nullable(),
      tools: z.array(
        z.strictObject({
          tool: z.string(),
          path,
          read: z.number(),
          counted: z.number(),
          alreadyFound: z.number(),
          toldTwice: z.number(),
          notCounted: z.number(),
          outside: z.number(),
          olderThan: z.number(),
          complete: z.boolean(),
          messages: z.array(
            z.strictObject({
              code: z.string(),
              ruleId: z.string().nullable(),
              criterion: z.string().nullable(),
              severity: z.enum(['error', 'warning', 'info']),
              path,
              line: z.number().int().min(1),
              message: z.string(),
              why: z.enum(['already-found', 'told-twice', 'rule-off', 'allowed', 'measured-otherwise', 'no-criterion']).nullable(),
            }),
          ),
        }),
      ),
      problems: z.array(z.strictObject({ path, reason: z.string().min(3) })),
    })
    .optional(),
  graph: z.strictObject({
    layers: z.array(z.strictObject({ id: z.string(), paths: z.array(z.string()), mayUse: z.array(z.string()) })),
    blocks: z.array(
      z.strictObject({
        id: z.string(),
        layer: z.string().nullable(),
        paths: z.array(z.string()),
        files: z.number(),
        state: z.string(),
        version: z.string(),
        dependsOn: z.array(z.string()),
        health: z.strictObject({ score: z.number().min(0).max(100).nullable(), grade: z.string().nullable() }).optional(),
      }),
    ),
    edges: z.array(z.strictObject({ from: z.string(), to: z.string(), imports: z.number(), kind: z.enum(['value', 'type']) })),
    cycles: z.array(z.array(z.string())),
    criticalPath: z.array(z.string()),
  }),
  durationMs: z.number(),
});

describe('archwright review', () => {
  after(removeTemporaryFolders);

  it('writes the agreed report and fails the gate on an error', () => {
    const { report, status } = reviewJson(faulty());
    contract.parse(report);
    assert.equal(status, 1);
    const crossing = report.findings.filter((finding) => finding.severity === 'error');
    assert.deepEqual(
      crossing.map(({ ruleId, path: at, range: { start, end }, layer, guideline, baseline }) => ({ ruleId, at, start, end, layer, guideline, baseline })),
      [
        {
          ruleId: 'architecture/layer-crossing',
          at: 'src/base/store.ts',
          start: { line: 1, column: 22 },
          end: { line: 1, column: 35 },
          layer: 'base',
          guideline: 'architecture §1.2',
          baseline: false,
        },
      ],
    );
    assert.deepEqual(report.files, { typescript: 2, javascript: 0, python: 0, notebook: 0, skipped: [] });
    assert.deepEqual(report.graph.layers, [{ id: 'top', paths: ['src/top/**'], mayUse: ['base'] }, { id: 'base', paths: ['src/base/**'], mayUse: [] }]);
  });

  it('counts reports of other tools beside the code, names them, and says which cannot be used', () => {
    const folder = faulty();
    const clean = reviewJson(folder).report;
    assert.equal(clean.evidence, undefined);
    writeIn(
      folder,
      'reports/eslint.json',
      JSON.stringify([
        { filePath: join(folder, 'src/base/store.ts'), messages: [{ ruleId: 'no-eval', severity: 2, message: '`eval` can be harmful.', line: 4, column: 1 }] },
      ]),
    );
    writeIn(folder, 'bandit.json', '{ "results": [');
    writeIn(
      folder,
      'build/reports/scan.sarif',
      JSON.stringify({
        version: '2.1.0',
        runs: [
          {
            tool: { driver: { name: 'gitleaks' } },
            results: [
              {
                ruleId: 'generic',
                message: { text: 'has the key s3cr3t-k3y-v4lue' },
                locations: [{ physicalLocation: { artifactLocation: { uri: 'src/top/page.ts' }, region: { startLine: 2 } } }],
              },
            ],
          },
        ],
      }),
    );
    const { report, stderr } = reviewJson(folder);
    contract.parse(report);
    assert.deepEqual(
      report.evidence?.tools.map(({ tool, path: at, read, counted }) => ({ tool, at, read, counted })),
      [
        { tool: 'gitleaks', at: 'build/reports/scan.sarif', read: 1, counted: 1 },
        { tool: 'eslint', at: 'reports/eslint.json', read: 1, counted: 1 },
      ],
    );
    assert.match(
      report.score.dimensions.flatMap(({ criteria }) => criteria).find(({ id }) => id === 'practices')!.reason,
      new RegExp(
        String.raw`; 1 message from gitleaks \(build/reports/scan\.sarif\) and 1 message from eslint \(reports/eslint\.json\); `
        + '25% less, because hardly anything is tested$',
      ),
    );
    assert.ok(report.score.total! < clean.score.total!);
    assert.deepEqual(report.findings, clean.findings);
    assert.deepEqual(report.evidence?.problems, [{ path: 'bandit.json', reason: 'is not JSON, or is truncated' }]);
    assert.match(stderr, /^bandit\.json: is not JSON, or is truncated/m);
    for (const format of ['json', 'pretty', 'markdown', 'html']) {
      const { stdout } = runCli(['review', folder, '--format', format]);
      assert.match(stdout, format === 'json' ? /"tool": "gitleaks"/ : /Reports of other tools/);
      assert.doesNotMatch(stdout, /s3cr3t-k3y/);
    }
  });

  it('does not report a secret again where a report quotes it', () => {
    const secret = ['Sw0rd', 'fish', '!2024'].join('');
    const folder = temporaryFolder({ 'src/bank.py': `"""Bank."""\n\npassword = "${secret}"\n` });
    writeIn(
      folder,
      'security-report.json',
      JSON.stringify(
        {
          errors: [],
          generated_at: '2026-01-02T03:04:05Z',
          metrics: {},
          results: [
            {
              code: `3 password = "${secret}"\n`,
              filename: 'src/bank.py',
              issue_severity: 'LOW',
              issue_text: `Possible hardcoded password: '${secret}'`,
              line_number: 3,
              test_id: 'B105',
            },
          ],
        },
        null,
        2,
      ),
    );
    const { report, stdout } = reviewJson(folder);
    assert.deepEqual(
      report.findings.filter(({ ruleId }) => ruleId === 'security/hardcoded-secret').map(({ path: at, range: { start } }) => `${at}:${start.line}`),
      ['src/bank.py:3'],
    );
    assert.deepEqual(
      report.evidence?.tools.map(({ tool, alreadyFound, counted }) => ({ tool, alreadyFound, counted })),
      [{ tool: 'bandit', alreadyFound: 1, counted: 0 }],
    );
    assert.ok(!stdout.includes(secret));
  });

  it('gives the same report with and without the cache, except for time and duration', () => {
    const folder = faulty();
    const cache = temporaryFolder();
    const run = (...args: string[]): unknown => {
      const { stdout } = runCli(['review', folder, '--format', 'json', ...args], { env: { ARCHWRIGHT_CACHE: cache } });
      return timeless(stdout);
    };
    const first = run('--no-cache');
    assert.deepEqual(run(), first);
    assert.deepEqual(run(), first);
  });

  it('names project, time and commit in every format, and outside of a repository no commit', () => {
    const folder = temporaryFolder({ 'shop/src/fine.ts': '/** Fine. */\nexport const fine = 1;\n', 'other.txt': '' });
    const shop = join(folder, 'shop');
    // In whole seconds, as a report tells it.
    const second = (): string => `${new Date().toISOString().slice(0, 19)}Z`;
    const started = second();
    const { at, ...outside } = reviewJson(shop).report.origin!;
    assert.deepEqual(outside, { project: 'shop', commit: null });
    assert.ok(at >= started && at <= second(), at);
    assert.match(runCli(['review', shop]).stdout, /^ {2}shop · \d{4}-\d\d-\d\d \d\d:\d\d UTC$/m);

    commitAll(folder, 'begin');
    const hash = gitIn(folder, 'rev-parse', 'HEAD').trim();
    const originNow = (): object | null => reviewJson(shop).report.origin!.commit;
    assert.deepEqual(originNow(), { hash, branch: 'main', changed: false });
    // What is beside the folder does not change the project.
    writeIn(folder, 'other.txt', 'more');
    assert.deepEqual(originNow(), { hash, branch: 'main', changed: false });
    writeIn(folder, 'shop/new.txt', 'more');
    gitIn(folder, 'checkout', '-q', '--detach');
    assert.deepEqual(originNow(), { hash, branch: null, changed: true });
    const told = `commit ${hash.slice(0, 7)}, with uncommitted changes`;
    for (const format of ['pretty', 'markdown', 'html', 'github']) assert.ok(runCli(['review', shop, '--format', format]).stdout.includes(told), format);
    for (const format of ['sarif', 'junit']) assert.ok(runCli(['review', shop, '--format', format]).stdout.includes(hash), format);
  });

  it('writes a page that can be limited to new code, by the same rule as --base', () => {
    const folder = faulty();
    commitAll(folder, 'begin');
    writeIn(folder, 'src/base/other.ts', CROSSING);
    const { report: { findings } } = reviewJson(folder, ['--base', 'HEAD']);
    assert.ok(findings.length > 0);
    const page = runCli(['review', folder, '--format', 'html', '--no-cache']).stdout;
    const [, at] = /<option value="(\d+)">Since [\da-f]{7} \([\d-]+\) begin<\/option>/.exec(page)!;
    const marked = [...page.matchAll(/data-new="([^"]*)" data-text="([^"]*)"/g)].filter(([, points]) => points!.split(' ').includes(at!));
    assert.deepEqual(marked.map(([, , text]) => text!.includes('src/base/other.ts')), findings.map(() => true));
    const outside = runCli(['review', faulty(), '--format', 'html']).stdout;
    assert.match(outside, /New code cannot be told from old\. The folder is in no git repository/);
    assert.doesNotMatch(outside, /id="since"/);
  });

  it('requires a score of 85, or the one that was asked for', () => {
    const folder = temporaryFolder({ 'src/fine.ts': '/** Fine. */\nexport const fine = 1;\n' });
    const { total } = reviewJson(folder).report.score;
    assert.ok(total !== null);
    assert.equal(runCli(['review', folder, '--fail-under', String(Math.floor(total))]).status, 0);
    assert.equal(runCli(['review', folder, '--fail-under', String(Math.ceil(total + 0.1))]).status, 1);
    assert.equal(runCli(['review', folder, '--quiet']).status, total >= 85 ? 0 : 1);
  });

  it('reports findings of changed lines with --base, and the score of the whole project', () => {
    const folder = faulty();
    commitAll(folder, 'first');
    writeIn(folder, 'src/base/other.ts', CROSSING.replace('store:', 'other:'));
    const whole = reviewJson(folder).report;
    const { report, status } = reviewJson(folder, ['--base', 'HEAD']);
    assert.deepEqual([...new Set(report.findings.map((finding) => finding.path))], ['src/base/other.ts']);
    assert.deepEqual(report.score, whole.score);
    assert.equal(status, 1);
    gitIn(folder, 'add', '-A');
    gitIn(folder, 'commit', '-q', '-m', 'second');
    assert.deepEqual(reviewJson(folder, ['--base', 'HEAD']).report.findings, []);
    assert.deepEqual(
      reviewJson(folder, ['--base', 'HEAD~1'])
        .report.findings.map((finding) => finding.path)
        .every((each) => each === 'src/base/other.ts'),
      true,
    );
  });

  it('judges only the coverage of changed lines with --base', () => {
    const sum = (name: string): string =>
      `/** Adds. @param a one @param b other @returns the sum */\nexport function ${name}(a: number, b: number): number {\n  `
        + `if (a > b) {\n    return a - b;\n  }\n  if (a === b) {\n    return 0;\n  }\n  return a + b;\n}\n`;
    const folder = temporaryFolder({ '.gitignore': 'coverage/\n', 'src/old.ts': sum('old'), 'src/kept.ts': sum('kept') });
    commitAll(folder, 'first');
    writeIn(folder, 'src/old.ts', sum('old').replace('return 0;', 'return a + 0;').replace('return a + b;', 'return b + a;'));
    writeIn(folder, 'src/new.ts', sum('added'));
    const record = (path: string, missed: readonly number[]): string =>
      `SF:${path}\n${[2, 3, 4, 6, 7, 9].map((line) => `DA:${line},${missed.includes(line) ? 0 : 1}`).join('\n')}\nend_of_record\n`;
    writeIn(folder, 'coverage/lcov.info', record('src/old.ts', [7]) + record('src/new.ts', [3, 4, 7]) + record('src/kept.ts', [2, 3, 4]));
    const said = (...args: string[]): { found: string[]; score: unknown } => {
      const { report } = reviewJson(folder, args);
      contract.parse(report);
      return {
        found: report.findings
          .filter(({ ruleId }) => ruleId === 'testing/low-coverage')
          .map(({ path: at, range: { start }, message }) => `${at}:${start.line} ${message}`),
        score: report.score,
      };
    };
    const whole = said();
    assert.deepEqual(whole.found, ['src/kept.ts:1 Tests cover 3 of 6 lines (50%); 80% are required.', 'src/new.ts:1 Tests cover 3 of 6 lines (50%); 80% '
      + 'are required.']);
    const change = said('--base', 'HEAD');
    assert.deepEqual(change.found, [
      'src/new.ts:3 Tests cover 3 of 6 changed lines (50%); 90% are required. Not covered: lines 3–4, 7.',
      'src/old.ts:7 Tests cover 1 of 2 changed lines (50%); 90% are required. Not covered: line 7.',
    ]);
    assert.deepEqual(change.score, whole.score);
    writeIn(folder, 'archwright.jsonc', '{ "rules": { "testing/low-coverage": { "minChanged": 50 } } }\n');
    assert.deepEqual(said('--base', 'HEAD').found, ['src/new.ts:1 Tests cover 3 of 6 lines (50%); 80% are required.']);
  });

  it('passes findings in the baseline and fails new ones', () => {
    const folder = faulty();
    assert.equal(runCli(['baseline', folder]).status, 0);
    const accepted = reviewJson(folder);
    assert.equal(accepted.status, 0);
    assert.ok(accepted.report.findings.length > 0 && accepted.report.findings.every((finding) => finding.baseline));
    // Lines move; the finding is still the same one.
    writeIn(folder, 'src/base/store.ts', `// A new first line.\n\n${CROSSING}`);
    assert.equal(reviewJson(folder).status, 0);
    writeIn(folder, 'src/base/second.ts', CROSSING.replace('store:', 'second:'));
    assert.equal(reviewJson(folder).status, 1);
    writeIn(folder, 'src/base/second.ts', '/** Second. */\nexport const second = 2;\n');
    writeIn(folder, 'src/base/store.ts', '/** Store. */\nexport const store = 1;\n');
    const gone = runCli(['review', folder]);
    assert.equal(gone.status, 0);
    assert.match(gone.stderr, /1 baseline entry no longer occurs/);
  });

  it('writes every format, to standard output or to a file', () => {
    const folder = faulty();
    const starts: Record<string, RegExp> = {
      pretty: /src\/base\/store\.ts/,
      json: /^\{\n {2}"schemaVersion": 1/,
      sarif: /"version": "2\.1\.0"/,
      markdown: /^#/m,
      html: /^<!doctype html>/i,
      junit: /^<\?xml/,
      github: /^::error file=src\/base\/store\.ts/m,
    };
    for (const [format, start] of Object.entries(starts)) {
      const { stdout, status } = runCli(['review', folder, '--format', format, '--quiet']);
      assert.equal(status, 1, format);
      assert.match(stdout, start, format);
      const file = join(folder, 'out', `report.${format}`);
      const written = runCli(['review', folder, '--format', format, '--output', file]);
      assert.equal(written.stdout, '');
      assert.ok(existsSync(file) && start.test(readFileSync(file, 'utf8')), format);
    }
  });

  it('uses colour only in a terminal or on request', () => {
    const folder = faulty();
    const escape = '\u001b[';
    assert.ok(!runCli(['review', folder]).stdout.includes(escape));
    assert.ok(runCli(['review', folder], { env: { FORCE_COLOR: '1' } }).stdout.includes(escape));
    assert.ok(!runCli(['review', folder, '--no-color'], { env: { FORCE_COLOR: '1' } }).stdout.includes(escape));
    assert.ok(!runCli(['review', folder], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }).stdout.includes(escape));
  });

  it('never shows a secret in any format, log or cache', () => {
    const secret = ['ghp', 'R4nd0mL00k1ngT0k3nV4lu3F0rT3st5aBcDe'].join('_');
    const folder = temporaryFolder({
      'src/client.ts': `/** A client. */\nexport const token = '${secret}';\nconsole.log(token);\n`,
      '.env': `API_TOKEN=${secret}\n`,
    });
    const cache = temporaryFolder();
    for (const format of ['pretty', 'json', 'sarif', 'markdown', 'html', 'junit', 'github']) {
      const { stdout, stderr } = runCli(['review', folder, '--format', format], { env: { ARCHWRIGHT_CACHE: cache } });
      assert.ok(!stdout.includes(secret) && !stderr.includes(secret), format);
      assert.ok(!stdout.includes(secret.slice(8, 30)), format);
    }
    const { report } = reviewJson(folder);
    assert.deepEqual(
      report.findings.filter((finding) => finding.ruleId === 'security/hardcoded-secret').map((finding) => finding.path),
      ['.env', 'src/client.ts'],
    );
    runCli(['baseline', folder], { env: { ARCHWRIGHT_CACHE: cache } });
    const kept = [join(folder, 'archwright-baseline.json'), ...readdirDeep(cache)].map((file) => readFileSync(file, 'utf8')).join('\n');
    assert.ok(kept.length > 200 && !kept.includes(secret));
  });
});

function readdirDeep(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
