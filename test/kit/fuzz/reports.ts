/** Reports of tools as seeds: one of each format that is read, about the files of `companions.ts`. */
import type { FuzzFile } from './seeds.ts';

const SARIF = {
  $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0',
  runs: [{
    tool: { driver: { name: 'ESLint', rules: [{ id: 'no-eval', shortDescription: { text: 'No eval' }, helpUri: 'https://eslint.org/docs/rules/no-eval' }] } },
    originalUriBaseIds: { ROOT: { uri: 'file:///ci/' } },
    results: [{
      ruleId: 'no-eval', ruleIndex: 0, level: 'error', message: { text: 'eval can be harmful.' },
      locations: [{
        physicalLocation: { artifactLocation: { uri: 'src/other.ts', uriBaseId: 'ROOT' }, region: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 9 } },
      }],
      suppressions: [{ kind: 'inSource' }], partialFingerprints: { 'primaryLocationLineHash/v1': 'a1b2:1' },
    }],
  }],
};
const ESLINT = [{
  filePath: '/ci/src/other.ts', errorCount: 1, warningCount: 0,
  messages: [
    { ruleId: 'no-eval', severity: 2, message: 'eval can be harmful.', line: 2, column: 3, endLine: 2, endColumn: 9 },
    { ruleId: null, severity: 1, message: 'x', line: 1 },
  ],
}];
const BANDIT = {
  errors: [], metrics: {},
  results: [{
    test_id: 'B307', test_name: 'blacklist', filename: './shop/other.py', line_number: 4, col_offset: 4, issue_severity: 'MEDIUM',
    issue_confidence: 'HIGH', issue_text: 'Use of possibly insecure function.', code: '4     return 1\n', line_range: [4],
  }],
};
const FINAL = {
  'src/other.ts': {
    path: '/ci/src/other.ts',
    statementMap: { 0: { start: { line: 2, column: 0 }, end: { line: 2, column: 9 } }, 1: { start: { line: 3, column: 0 }, end: { line: 3, column: 4 } } },
    s: { 0: 1, 1: 0 }, branchMap: {}, b: {}, fnMap: {}, f: {},
  },
};
const HALF = { lines: { total: 2, covered: 1, skipped: 0, pct: 50 } };
const SUMMARY = { 'total': HALF, '/ci/src/other.ts': HALF };
const PYTHON = {
  meta: { version: '7.4.0', branch_coverage: false }, totals: {},
  files: { 'shop/other.py': { executed_lines: [1, 2], missing_lines: [4], excluded_lines: [] } },
};

const text = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

export const REPORTS: readonly FuzzFile[] = [
  { path: 'reports/lint.sarif', text: text(SARIF) },
  { path: 'reports/eslint.json', text: text(ESLINT) },
  { path: 'reports/bandit.json', text: text(BANDIT) },
  {
    path: 'mypy.txt',
    text: 'src/x.py:1: note: see\nshop/other.py:4:5: error: Incompatible types in assignment (expression has type "int")  [assignment]\n'
      + 'Found 1 error in 1 file (checked 2 source files)\n',
  },
  {
    path: 'reports/pylint.txt',
    text: '************* Module shop.other\nshop/other.py:4:0: W0123: Use of eval (eval-used)\n\n----\nYour code has been rated at 5.00/10\n',
  },
  {
    path: 'reports/flake8.txt',
    text: './shop/other.py:4:1: F401 \'os\' imported but unused\n./shop/other.py:2:80: E501 line too long (81 > 79 characters)\n',
  },
  {
    path: 'coverage/lcov.info',
    text: 'TN:\nSF:src/other.ts\nFN:2,other\nFNDA:1,other\nDA:2,1\nDA:3,0\nLF:2\nLH:1\nBRDA:2,0,0,-\n'
      + 'end_of_record\nSF:/ci/shop/other.py\nDA:1,4\nend_of_record\n',
  },
  { path: 'coverage/coverage-final.json', text: text(FINAL) },
  { path: 'coverage/coverage-summary.json', text: text(SUMMARY) },
  { path: 'coverage.json', text: text(PYTHON) },
  {
    path: 'coverage.xml',
    text: `<?xml version="1.0" ?>
<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">
<coverage version="7.4" line-rate="0.5" lines-valid="2" lines-covered="1">
  <sources><source>/ci</source></sources>
  <packages><package name="shop"><classes>
    <class name="other.py" filename="shop/other.py"><methods/><lines><line number="1" hits="1"/><line number="4" hits="0" branch="true"/></lines></class>
  </classes></package></packages>
</coverage>
`,
  },
  {
    path: 'junit.xml',
    text: `<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="3" failures="1"><testsuite name="shop" tests="3" failures="1" skipped="1" time="0.1">
  <testcase classname="shop.other" name="adds &lt;one&gt;" time="0.01"/>
  <testcase classname="shop.other" name="fails"><failure message="expected 1"><![CDATA[at src/other.ts:2]]></failure></testcase>
  <testcase classname="shop.other" name="later"><skipped/></testcase>
</testsuite></testsuites>
`,
  },
  {
    path: 'logs/project_tracking.csv',
    text: `Kind,Time,Commit,Branch,Issue Key,Summary,Author,Score,Grade,Errors,Warnings,Infos,Delta,Team
review,2026-01-05T10:00:00.000Z,a1b2c3,main,,,,87.5,B,0,3,4,,core
commit,2026-01-06T10:00:00.000Z,d4e5f6,main,ML-42,"'=SUM(1,2) ""quoted""",Ada,,,,,,,
review,2026-01-07T10:00:00.000Z,d4e5f6,main,,,,88,B,0,2,4,0.5,
`,
  },
  {
    path: 'other/logs/project_tracking.csv',
    text: `\ufeffIssue Key;Summary;Status;Story Points;Created Date;Labels;Team\r
ML-42;"=SUM(1,2) ""quoted"" and
two lines";Done;-1;2026-01-05 10:00:00;a,b;core\r
AUTO-1a2b3c4d;;In Progress;3;31.12.2025;;\r
`,
  },
  {
    path: 'archwright-baseline.json',
    text: text({
      version: 1, findings: [{ rule: 'quality/missing-docstring', path: 'shop/other.py', about: 'other', fingerprint: 'quality/missing-docstring:1a2b3c' }],
    }),
  },
  { path: 'tsconfig.json', text: text({ compilerOptions: { strict: true, baseUrl: '.', paths: { '@/*': ['src/*'] }, module: 'ESNext' }, include: ['src'] }) },
  {
    path: 'package.json',
    text: text({
      name: 'shop', exports: { '.': './src/code.ts' }, workspaces: ['packages/*'], scripts: { test: 'mocha' }, dependencies: { left: '^1.0.0' },
    }),
  },
  { path: 'config/settings.toml', text: '[server]\nhost = "localhost"\nports = [8000, 8001]\n[[users]]\nname = "ada"\npassword = "correct-horse-7"\n' },
];
